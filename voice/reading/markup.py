"""What the eye reads and the ear does not: markdown, tags, code, addresses, stage directions.

Every pattern looks at a bounded stretch or cannot match in two ways: time grows with the length of the text, whatever is in it.
"""

from __future__ import annotations

import re
from typing import Final

from voice.reading.addresses import without_addresses
from voice.reading.faces import without_faces
from voice.reading.traced_text import TracedText

FENCE: Final = re.compile(r"(?s)(?:```|(?m:^)~~~).*?(?:```|~~~|\Z)")
COMMENT: Final = re.compile(r"(?s)<!--.*?(?:-->|\Z)")
HIDDEN_ELEMENT: Final = re.compile(r"(?si)<(script|style)\b[^<>]{0,200}>.*?(?:</\1>|\Z)")
TAG: Final = re.compile(r"</?[A-Za-z][^<>\n]{0,300}>|<[!?][^<>\n]{0,300}>")
ENTITY: Final = re.compile(r"&(?:[a-zA-Z]{2,8}|#[0-9]{1,6}|#x[0-9a-fA-F]{1,5});")
PHONEMES: Final = re.compile(r"\[\[[^\[\]\n]{0,200}\]\]")
MATHS: Final = re.compile(r"\$\$[^$]{0,500}\$\$|\\[()\[\]]")
LINK: Final = re.compile(r"!?\[([^\[\]\n]{0,300})\](?:\([^()\s]{0,2000}(?:\s{1,5}\"[^\"\n]{0,200}\")?\)|\[[^\[\]\n]{0,60}\])")
FOOTNOTE: Final = re.compile(r"\[\^[^\[\]\n]{1,30}\]:?")
CUE: Final = re.compile(r"\[[a-z_]{2,20}(?::[a-z0-9_.]{1,20})?\]")
CODE: Final = re.compile(r"``([^`\n]{1,200})``|`([^`\n]{1,200})`")
TABLE_RULE: Final = re.compile(r"(?m)^[ \t]{0,8}\|?[ \t]*:?-{2,}+[-:| \t]*+$")
TABLE_EDGE: Final = re.compile(r"(?m)^[ \t]{0,8}\|(?=[^|\n])|\|[ \t]{0,8}$")
CELL: Final = re.compile(r"(?<=[^|\n])\|(?=[^|\n])")
RULE: Final = re.compile(r"(?m)^[ \t]{0,8}(?:[-*_=][ \t]?){3,200}$")
LINE_MARK: Final = re.compile(
    r"(?m)^[ \t]{0,12}(?:(?:>[ \t]?){1,8})?(?:#{1,6}[ \t]+|[-*+•·▪◦][ \t]+(?:\[[ xX]\][ \t]+)?|[0-9]{1,3}[.)][ \t]+(?=[^\W\d]))?"
)
CLOSED_HEADING: Final = re.compile(r"(?m)(?<=\S)[ \t]{1,8}#{1,6}[ \t]*$")
STRONG: Final = re.compile(r"(\*\*\*|\*\*|__|~~|==)(?=[^\s*_~=])([^\n*_~=]{1,400})\1|\*\*(?=\S)([^\n]{1,400}?)\*\*")
ACTION: Final = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,200})(?<=\S)\*(?![\w*])")
WIDE_ACTION: Final = re.compile(r"(?<=[\u3040-\u9fff，。！？、：…\s])\*(?=[^\s*])([^*\n]{1,60})(?<=\S)\*(?=[\u3040-\u9fff])")
LAUGH: Final = re.compile(
    r"[(（\[](?:笑|苦笑|爆笑|泣|汗|照|怒|哭|捂脸|微笑|偷笑|大笑|流泪|爱心|玫瑰|拥抱|害羞|叹气|调皮|呲牙|撇嘴)[)）\]]"
    r"|(?<=[\u3040-\u30ff\u3400-\u9fff。！？!?])[wｗ]{1,30}(?![A-Za-z])|(?<![A-Za-z.])w{2,30}(?![A-Za-z.])"
)
EMPHASIS: Final = re.compile(r"(?<!\w)_(?=[^\s_])([^_\n]{1,300})(?<=\S)_(?!\w)")
TILDE: Final = re.compile(r"[~～〜∼]++(?![0-9])(?!(?<=[一二三四五六七八九十][~～〜])[一二三四五六七八九十])")
"""A voice drawn out at the end of a word; before a number it means something."""

DASHES: Final = re.compile(r"[ \t]?(?:[—―]+|–{2,}|─+|(?<!-)--+(?!-))[ \t]*|(?<=\s)–(?=\s)")
DOTS: Final = re.compile(r"(?:…|\.{3,}|。{2,}|・{3,}|\.{2}(?!\.))+[.。]*")
BREAK: Final = re.compile(r"[ \t]?\n\s*")
ENDS: Final = ".,;:!?，。！？、；：…"
READABLE_CODE: Final = 40
"""Characters of inline code that a person would still read out."""

CODE_SIGN: Final = re.compile(r"[^\w\s.+]|_")


def without_markup(text: TracedText, lang: str) -> TracedText:
    """The words of the text as they would be read out; addresses become the word for a link in `lang`."""
    comma = {"zh": "，", "ja": "、"}.get(lang, ", ")
    if any(mark in text.text for mark in "`<&[~$\\"):
        text = text.sub(FENCE, "\n").sub(COMMENT, " ").sub(HIDDEN_ELEMENT, " ").sub(PHONEMES, " ").sub(MATHS, " ")
        text = text.sub(LINK, lambda match: match.span(1)).sub(FOOTNOTE, "").sub(CODE, short_code)
    text = without_addresses(text, lang)
    text = without_faces(text)
    if any(mark in text.text for mark in "<&["):
        text = text.sub(TAG, "").sub(ENTITY, named_entity).sub(CUE, "")
    if "|" in text.text:
        text = text.sub(TABLE_RULE, "").sub(TABLE_EDGE, "").sub(CELL, comma)
    text = text.sub(RULE, "").sub(LINE_MARK, unmarked).sub(CLOSED_HEADING, "")
    text = text.sub(STRONG, lambda match: match.span(2) if match[2] else match.span(3))
    text = text.sub(ACTION, spoken_emphasis).sub(WIDE_ACTION, "").sub(EMPHASIS, lambda match: match.span(1)).sub(LAUGH, "")
    text = text.sub(TILDE, "").sub(DASHES, comma).sub(DOTS, comma).strip()
    return text.sub(BREAK, lambda match: " " if match.start() and match.string[match.start() - 1] in ENDS else comma)


def unmarked(match: re.Match[str]) -> str | None:
    """A line without its bullet; lines without one stay untouched."""
    return "" if match[0] else None


def named_entity(match: re.Match[str]) -> str:
    """The character an entity of HTML stands for; those that are markup themselves become a space."""
    return {"&amp;": "&", "&quot;": '"', "&apos;": "'", "&#39;": "'", "&deg;": "°", "&euro;": "€"}.get(match[0].lower(), " ")


def short_code(match: re.Match[str]) -> str | tuple[int, int]:
    """Words of a short piece of code; a long one, or one of signs alone, is left out."""
    group = 1 if match[1] else 2
    code = match[group]
    if len(code) > READABLE_CODE or sum(char.isalnum() for char in code) * 2 < len(code):
        return " "
    return match.span(group) if not CODE_SIGN.search(code) else " ".join(CODE_SIGN.sub(" ", code).split())


def spoken_emphasis(match: re.Match[str]) -> str | tuple[int, int]:
    """Keep ``*really*`` inside a sentence; leave out ``*smiles softly*`` and a lone ``*微笑*``."""
    inside = match.group(1)
    before, after = match.string[: match.start()].rstrip()[-1:], match.string[match.end() : match.end() + 40].lstrip()
    opens = not before or before in ".!?。！？…~～〜♪*\n\"”」'’)）"
    alone = opens and (not after or inside[0].islower() or not after[0].islower())
    first = inside.split(maxsplit=1)[0]
    acts = " " in inside and first.islower() and first.endswith(("s", "ing"))
    return "" if alone or acts or len(inside) > 80 else match.span(1)

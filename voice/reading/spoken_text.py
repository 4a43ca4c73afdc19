"""What of a written sentence is said aloud: no markup, addresses, emoji or stage directions.

Every run remembers which characters of the caption it came from, so that captions can follow the voice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from voice.japanese.reading import readable_japanese
from voice.reading.scripts import runs
from voice.reading.traced_text import TracedText

LINK_WORD: Final = {"en": " a link ", "zh": "链接", "ja": "リンク"}

FENCE: Final = re.compile(r"```.*?(?:```|\Z)", re.DOTALL)
IMAGE_OR_LINK: Final = re.compile(r"!?\[([^\]\n]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
ADDRESS: Final = re.compile(r"(?:https?://|www\.)[^\s<>()（）「」，。！？、]+[^\s<>()（）「」，。！？、.,!?;:'\"]", re.ASCII)
TAG: Final = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>")
LINE_MARK: Final = re.compile(r"(?m)^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+•][ \t]+|\d{1,2}[.)][ \t]+(?=\S)|[-*_]{3,}[ \t]*$)")
STRONG: Final = re.compile(r"(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1")
ACTION: Final = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,200}?)(?<=[^\s*])\*(?![\w*])")
BRACKET_CUE: Final = re.compile(r"\[[a-z_]{2,20}(?::[a-z0-9_.]{1,20})?\]")
EMPHASIS: Final = re.compile(r"(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)")
EMOTICON: Final = re.compile(
    r"(?<!\S)(?:[:;=8xX][-^']?[)(DPpOo3|/\\*]+|<3+|\^_*\^|T_T|>_<|[(（][^\w\s)）]{0,3}[._^ω・∀▽´`;；><oOTuU￣°]{2,9}[^\w\s)）]{0,3}[)）])(?!\w)"
)
PICTURE: Final = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\u2300-\u23ff\u2500-\u25ff\ufe0e\ufe0f\u200d\u20e3"
    "\U000e0020-\U000e007f\u266a-\u266f]"
)
HIDDEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
TILDE: Final = re.compile(r"[~～〜]+")
DASHES: Final = re.compile(r"\s*(?:—+|–{2,}|--+|──+)\s*")
DOTS: Final = re.compile(r"(?:…|\.{3}|。{2,}|・{3})+[.。]*")
REPEATED: Final = re.compile(r"([!?！？])[!?！？]+")
LEFTOVER: Final = re.compile(r"[*`#|^\\{}<>_=]+")
BREAK: Final = re.compile(r"(?<=[^\s.,;:!?，。！？、；：])[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class SpokenRun:
    """Words in one language. `text` is what the engine reads; `source` knows their place in the caption."""

    source: TracedText
    lang: str

    @property
    def text(self) -> str:
        """What the engine reads."""
        return self.source.text


def spoken_runs(text: str, lang: str) -> list[SpokenRun]:
    """The runs of `text` that sound, in order; none where nothing can be said."""
    clean = strip_markup(TracedText.of(text), lang)
    found = ((readable(part.strip(), name), name) for part, name in runs(clean, lang))
    return [SpokenRun(part, name) for part, name in found if any(char.isalnum() for char in part.text)]


def readable(part: TracedText, lang: str) -> TracedText:
    """A run as its engine can read it: kana for kanji."""
    return readable_japanese(part) if lang == "ja" else part


def strip_markup(text: TracedText, lang: str) -> TracedText:
    """Take out what the eye reads and the ear does not."""
    text = text.sub(FENCE, " ").sub(HIDDEN, "")
    text = text.sub(IMAGE_OR_LINK, lambda match: match.span(1)).sub(ADDRESS, LINK_WORD.get(lang, LINK_WORD["en"]))
    text = text.sub(TAG, "").sub(LINE_MARK, "").sub(STRONG, lambda match: match.span(2))
    text = text.sub(ACTION, spoken_emphasis).sub(BRACKET_CUE, "").sub(EMPHASIS, lambda match: match.span(1))
    text = text.sub(EMOTICON, "").sub(PICTURE, "").sub(TILDE, "")
    text = text.sub(DASHES, ", " if lang == "en" else "，").sub(DOTS, ", " if lang == "en" else "，")
    text = text.sub(REPEATED, lambda match: match.span(1)).sub(LEFTOVER, " ")
    return text.sub(BREAK, ", " if lang == "en" else "，").strip()


def spoken_emphasis(match: re.Match[str]) -> str | tuple[int, int]:
    """Keep ``*really*`` inside a sentence; leave out ``*smiles softly*`` and a lone ``*微笑*``."""
    inside = match.group(1)
    before, after = match.string[: match.start()].rstrip(), match.string[match.end() :].lstrip()
    opens = not before or before[-1] in ".!?。！？…~～*\n\"”」'’)）"
    alone = opens and (not after or inside[0].islower() or not after[0].islower())
    first = inside.split(maxsplit=1)[0]
    acts = " " in inside and first.islower() and first.endswith(("s", "ing"))
    return "" if alone or acts or len(inside) > 80 else match.span(1)

"""The user's words as they are kept and said back: pieces of a list, a sentence, turned to her side."""

from __future__ import annotations

import re
from typing import Final

from mind.languages import Lang
from mind.talk.agreement import swap_persons
from mind.talk.perception import Perception

LONGEST: Final[dict[Lang, int]] = {"en": 90, "zh": 40, "ja": 46}
_JOINTS: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"[,;.\n]+\s*(?:and |then |also )*|\s+(?:and then|then|and also)\s+|\s+and\s+(?=(?:i|the|a|my|to|"
                     r"call|go|do|get|buy|write|finish|clean|wash|pay|cook)\b)", re.IGNORECASE),
    "zh": re.compile(r"[，、；。,;\n]+(?:然后|还有|再|接着)?|然后|还有|接着"),
    "ja": re.compile(r"[、。；,;\n]+(?:それから|あと|そして)?|それから|あとは|そして"),
}  # fmt: skip
_LEAD: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"^(?:well|so|um|uh|first|second|third|firstly|secondly|finally|also|and|then|i have to|"
                     r"i need to|i must|i should|"
                     r"i want to|i'd like to|i've got to|i gotta|gotta|have to|need to|that|maybe|ok|okay|yes|hmm|"
                     r"to)[ ,:]+", re.IGNORECASE),
    "zh": re.compile(r"^(?:嗯|首先|第[一二三]|其次|最后|还有|然后|就是|我要|我得|我想|要|得|先|再)[，,：:]?"),
    "ja": re.compile(r"^(?:まず|次に|それから|あと|最後に|ええと|えっと|そして)[、,]?"),
}  # fmt: skip


def pieces(p: Perception, most: int) -> list[str]:
    """The things a turn lists, as the user put them, at most so many."""
    found = (_bare(part, p.lang) for part in _JOINTS[p.lang].split(p.text.strip()))
    return [one for one in found if one][:most]


def told(p: Perception, most: int) -> list[str]:
    """The same from her side; a single sentence where it is no list."""
    parts = pieces(p, most) or [_bare(p.text, p.lang)]
    return [swap_persons(one, p.lang) for one in parts if one]


def one_line(text: str, lang: Lang) -> str:
    """Words short enough to be said back, cut at a border."""
    words = " ".join(text.split()).strip(" ,，、。.!！")
    limit = LONGEST[lang]
    if len(words) <= limit:
        return words
    return (words[:limit].rsplit(" ", 1)[0] if lang == "en" else words[:limit]) + "…"


def _bare(text: str, lang: Lang) -> str:
    words = text.strip(" ,，、。.!！?？-•*")
    while (cut := _LEAD[lang].sub("", words)) != words:
        words = cut
    words = re.sub(r"^\d+[.)、]\s*", "", words)
    return one_line(words, lang) if any(c.isalnum() for c in words) else ""

"""Characters no voice can read: hidden and broken ones go, wide ones become plain, heaps of accents are taken down.

And at the end of the reading: only letters, numbers and the marks of a pause are let through to an engine, which might take
others (``<``, ``[[``, control characters) for commands.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Final

from voice.reading.traced_text import TracedText

WIDE: Final = str.maketrans(
    {
        **{chr(0xFF01 + index): chr(0x21 + index) for index in range(94) if chr(0x21 + index) not in "!(),:;?~"},
        **dict.fromkeys("‘’ʼ＇´", "'"),
        **dict.fromkeys("“”„‟″＂«»", '"'),
        **dict.fromkeys("‐‑‒", "-"),
        **dict.fromkeys(
            "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f", " "
        ),
        **dict.fromkeys("\r\u2028\u2029\u0085", "\n"),
        "￥": "¥",
        "￡": "£",
        "￠": "¢",
        "￦": "₩",
    }
)
"""One character for one: places stay as they are."""

HEAP: Final = re.compile(r"([^\W\d_])([\u0300-\u036f\u3099\u309a]+)")
"""A letter with accents that stand apart."""

CLUSTER: Final = re.compile(
    r"([\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0e31-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{2})[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0e31-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+"
)
"""More marks on one letter than any writing has."""

LONG: Final = re.compile("([ーｰ])[ーｰ]+")
"""A vowel drawn out: once is enough."""

GAP: Final = re.compile(r"  +|\n(?:[ ]*\n)++")
"""Space without end: one is enough, and patterns that begin with space stay quick."""

UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
KEPT: Final = "\n\u200c\u200d"
"""Line ends, and the joiners that Arabic and Indian scripts write with."""

SPOKEN_MARKS: Final = frozenset(" .,!?;:'-、。，！？；：・…—")


@functools.lru_cache(maxsize=8192)
def unseen(char: str) -> bool:
    """Whether nobody sees this character."""
    return unicodedata.category(char) in UNSEEN and char not in KEPT


def cleaned(text: str) -> TracedText:
    """The text without what cannot be seen, in plain characters."""
    plain = TracedText.of(text.translate(WIDE)).sub(GAP, lambda match: (match.start(), match.start() + 1))
    if not plain.text.isascii() or not plain.text.isprintable():
        holes = ((index, index + 1, "") for index, char in enumerate(plain.text) if unseen(char))
        plain = (
            plain.replaced(holes)
            .sub(HEAP, composed)
            .sub(CLUSTER, lambda match: match.span(1))
            .sub(LONG, lambda match: match.span(1))
        )
    return plain


def composed(match: re.Match[str]) -> str:
    """The letter with its first accent where the two are one character, else the bare letter."""
    whole = unicodedata.normalize("NFC", match[1] + match[2][0])
    return whole if len(whole) == 1 else match[1]


@functools.lru_cache(maxsize=8192)
def sounds(char: str) -> bool:
    """Whether an engine may have this character: a letter with its marks, a number, or a pause."""
    return char in SPOKEN_MARKS or char == "〇" or unicodedata.category(char)[0] in "LM" or char.isdecimal()


PAUSE: Final = re.compile(r"\s*[,.!?;:、。，！？；：・…—][\s,.!?;:、。，！？；：・…—]*")
HYPHEN: Final = re.compile(r"(?<![^\W_])-+|-+(?![^\W_])")
APOSTROPHE: Final = re.compile(r"(?<![^\W\d_])'+|'+(?![^\W\d_])")
SPACES: Final = re.compile(r"\s+")


def speakable(text: TracedText) -> TracedText:
    """The text in letters, numbers and pauses alone, one pause at a time."""
    strange = ((index, index + 1, " ") for index, char in enumerate(text.text) if not sounds(char))
    text = text.replaced(strange).sub(HYPHEN, " ").sub(APOSTROPHE, "").sub(SPACES, " ")
    return text.sub(PAUSE, one_pause).strip().strip(",;:，、；：・…— ")


def one_pause(match: re.Match[str]) -> tuple[int, int] | str:
    """The strongest of several marks, with a space where there was one after it."""
    marks = match[0].strip()
    if len(marks) == 1 and not match[0][0].isspace():
        return match.span()
    if marks[0] == "." and marks[1:] in (",", ";", ":"):  # the point of a shortening
        return f"{marks[1]} "
    strongest = next((mark for kind in ("?？", "!！", ".。", ",，、;；:：・…—") for mark in marks if mark in kind), ",")
    return strongest + (" " if match[0][-1].isspace() or (strongest.isascii() and len(marks) > 1) else "")

"""Whole sentences out of a growing text, in English, Chinese and Japanese.

A sentence is settled when the first mark after it is seen: a closing quote, a second mark or an emoji still belongs to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

HARD_BREAK: Final = "\x02"
"""Ends a sentence wherever it stands: between sentences that were written as such."""

FULL_STOPS: Final = "。！？｡"
ENDINGS: Final = ".!?…" + FULL_STOPS
TAIL: Final = "\"'”’」』）)]】》»~～♪♡❤️\u200d\ufe0f"
"""What may stand between the end mark and the end of its sentence."""
OPEN_QUOTES: Final = {"「": "」", "『": "』", "“": "”", "《": "》", "（": "）"}
LONGEST: Final = 280
"""Characters after which a sentence without an end is divided at a comma or space, so that speech can go on."""
LONGEST_QUOTE: Final = 160
"""A quote that stays open longer does not hold back sentences any more."""

ABBREVIATIONS: Final = frozenset(
    (
        *("mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "vs", "etc", "e.g", "i.e", "approx", "dept", "est", "fig"),
        *("inc", "ltd", "no", "nr", "vol", "cf", "al", "p", "pp", "a.m", "p.m", "u.s", "u.k", "ph.d"),
    )
)
CJK: Final = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
EMOJI: Final = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff]")
BULLET: Final = re.compile(r"^[-•·]\s+")
HEADING: Final = re.compile(r"^#{1,6}\s+\S")
"""A line that heads others is no sentence: nobody says it, unless it stands alone."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A whole sentence, and the white space between the one before and it."""

    before: str
    text: str


class Splitter:
    """Feed text, get whole sentences; the same whatever way the text is cut."""

    def __init__(self) -> None:
        self._held = ""
        self._said = False
        self._heading = ""

    @property
    def pending(self) -> bool:
        """Whether words wait for the end of their sentence."""
        return bool(self.waiting)

    @property
    def settled(self) -> bool:
        """Whether what waits already ends like a sentence."""
        return bool(_END_AT_LAST.search(self._held.rstrip()))

    @property
    def waiting(self) -> str:
        """The words that wait for the end of their sentence."""
        return self._held.strip(HARD_BREAK + " \n")

    def feed(self, text: str) -> list[Piece]:
        """The sentences that are whole by now."""
        self._held += text
        found: list[Piece] = []
        while (end := _boundary(self._held)) is not None:
            self._cut(found, end)
        return found

    def finish(self) -> list[Piece]:
        """The rest as the last sentence."""
        found: list[Piece] = []
        self._cut(found, len(self._held))
        if self._heading and not self._said:
            found.append(Piece("", self._heading))
        return found

    def drop(self) -> None:
        """Forget the sentence that is not whole."""
        self._held = ""

    def _cut(self, found: list[Piece], end: int) -> None:
        taken, self._held = self._held[:end], self._held[end:]
        bare = taken.strip(" \n" + HARD_BREAK)
        if not bare:
            self._held = taken.replace(HARD_BREAK, "") + self._held if taken.strip(" \n") == "" else self._held
            return
        lead = taken[: len(taken) - len(taken.lstrip(" \n" + HARD_BREAK))]
        before = lead.replace(HARD_BREAK, "") if self._said else ""
        starts_line = not self._said or "\n" in before
        if starts_line and HEADING.match(bare):
            self._heading = self._heading or bare.lstrip("#").strip()
            return
        text = BULLET.sub("", bare) if starts_line else bare
        if text:
            found.append(Piece(before, text))
            self._said = True


_END_AT_LAST: Final = re.compile(f"[{re.escape(ENDINGS)}][{re.escape(TAIL)}]*$")


def _boundary(text: str) -> int | None:
    """Where the first sentence of `text` ends, if that is certain already.

    White space that follows it stays with the next one.
    """
    start = len(text) - len(text.lstrip(" \n" + HARD_BREAK))
    quotes: list[tuple[str, int]] = []
    at = start
    while at < len(text):
        char = text[at]
        if char in "\n" + HARD_BREAK:
            return at + (char == HARD_BREAK)
        if at - start >= LONGEST:
            return _comma(text, start, at)
        if quotes and (char == quotes[-1][0] or at - quotes[-1][1] > LONGEST_QUOTE):
            quotes.pop()
        elif char in OPEN_QUOTES:
            quotes.append((OPEN_QUOTES[char], at))
        elif char in ENDINGS and not quotes:
            verdict = _after_mark(text, start, at)
            if verdict is None:
                return None
            if verdict > 0:
                return verdict
            at = -verdict
            continue
        at += 1
    return None


def _after_mark(text: str, start: int, mark: int) -> int | None:
    """What the mark at `mark` is: the sentence's end (positive), none (minus where to go on), or None: too early to say."""
    end = mark + 1
    while end < len(text) and text[end] in ENDINGS + TAIL:
        end += 1
    if end == len(text):
        return None
    gap = end
    while gap < len(text) and text[gap] == " ":
        gap += 1
    if gap == len(text):
        return None
    following = text[gap]
    emoji_end = _emoji_run(text, gap)
    if emoji_end == len(text):
        return None
    if emoji_end > gap:
        return emoji_end
    return end if _ends(text[start : mark + 1], text[mark:end], following, spaced=gap > end) else -end


def _emoji_run(text: str, at: int) -> int:
    """Where emoji that start at `at` end."""
    while at < len(text) and (EMOJI.match(text[at]) or text[at] in "\u200d\ufe0f"):
        at += 1
    return at


def _ends(sentence: str, marks: str, following: str, *, spaced: bool) -> bool:
    """Whether marks end a sentence, seen from what stands before and after."""
    broken = following in "\n" + HARD_BREAK
    if broken:
        return True
    if any(mark in FULL_STOPS for mark in marks):
        quoted = marks[-1] in "」』”）》"
        return spaced or not quoted or following in OPEN_QUOTES
    asian = bool(CJK.match(following))
    if "…" in marks or "..." in marks:
        return (spaced and (following.isupper() or following.isdigit() or asian)) or (asian and "!" in marks + "?")
    if marks[0] == ".":
        if not spaced and not asian:
            return False
        return not _abbreviated(sentence, following)
    return spaced or asian


def _abbreviated(sentence: str, following: str) -> bool:
    """Whether the stop closes an abbreviation, an initial or the number of a list."""
    word = sentence[:-1].split()[-1] if sentence[:-1].split() else ""
    bare = word.strip("(\"'“").casefold()
    if bare in ABBREVIATIONS:
        return bare not in ("etc", "a.m", "p.m") or following.islower()
    if len(word) == 1 and word.isalpha() and word.isupper() and word != "I":
        return True
    return sentence[:-1].strip().isdigit() or (bool(re.fullmatch(r"(?:\w\.)+\w", bare)) and following.islower())


def _comma(text: str, start: int, limit: int) -> int:
    """Where to divide an endless sentence: after its last comma, else at its last space, else at the limit."""
    part = text[start:limit]
    for marks in (",;:，、；：", " "):
        at = max(part.rfind(mark) for mark in marks)
        if at > LONGEST // 3:
            return start + at + (marks != " ")
    return limit

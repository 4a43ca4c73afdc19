"""Cues and stage directions out of the text: they are acted, never shown or spoken.

Square, lenticular and full-width brackets are controls; round brackets and asterisks are controls only where they hold a
stage direction, for people also write (asides) and *emphasis*. What is decided never depends on how the text was cut.
"""

from __future__ import annotations

import re
from typing import Final, Union

from mind.events import Cue
from mind.turn.stream.cue_words import CJK, cues_in

Piece = Union[str, Cue]

PAIRS: Final = {"[": "]", "［": "］", "【": "】", "(": ")", "（": "）"}
ROUND: Final = "(（"
OPENERS: Final = re.compile(r"[\[［【(（*`]")
LONGEST: Final = 80
"""Characters a stage direction may have; longer brackets are ordinary text."""
LONGEST_LINK: Final = 300
SENTENCE_END: Final = ".!?…。！？~～”\"」』\n:：\x02"
TIGHT: Final = ".,!?;:…。，、！？；：)）]】」』"
"""Marks that stand directly after a word: no space is left before them where a control was taken out."""
WIDE: Final = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef“”‘’…]")
"""Characters between which no space is written."""
HAN_ACTION: Final = re.compile(r"[笑哭叹看望走坐站靠抱摸握挥点摇歪眨伸低抬转轻]|見|手を|首を|頷|微笑|うなず")


class ControlParser:
    """Splits text into what is said and what is acted."""

    def __init__(self) -> None:
        self._held = ""
        self._space = ""
        self._last = ""
        self._removed = False

    def feed(self, text: str) -> list[Piece]:
        """Everything that is settled by now."""
        self._held += text
        return self._run(final=False)

    def finish(self) -> list[Piece]:
        """The rest, now that nothing follows; an unfinished tag is dropped."""
        return self._run(final=True)

    def _run(self, *, final: bool) -> list[Piece]:
        pieces: list[Piece] = []
        while self._held:
            opener = OPENERS.search(self._held)
            if opener is None:
                self._say(pieces, self._held)
                self._held = ""
                break
            self._say(pieces, self._held[: opener.start()])
            self._held = self._held[opener.start() :]
            if not self._control(pieces, final):
                break
        return pieces

    def _control(self, pieces: list[Piece], final: bool) -> bool:
        """Settle the control at the front of the buffer; False while more text is needed."""
        mark = self._held[0]
        if mark == "`":
            self._drop(1)
            return True
        if mark == "*":
            return self._asterisk(pieces, final)
        return self._bracket(pieces, mark, final)

    # --- brackets

    def _bracket(self, pieces: list[Piece], mark: str, final: bool) -> bool:
        end = _closing(self._held, PAIRS[mark])
        if end < 0:
            if _hopeless(self._held):
                self._literal(pieces, 1)
                return True
            if final:
                self._literal(pieces, 1) if mark in ROUND else self._drop(len(self._held))
                return True
            return False
        content = self._held[1:end]
        if mark in ROUND:
            self._round(pieces, content, end)
            return True
        if mark == "[":
            return self._square(pieces, content, end, final)
        pieces.extend(cues_in(content))
        self._drop(end + 1)
        return True

    def _square(self, pieces: list[Piece], content: str, end: int, final: bool) -> bool:
        """A cue, a citation, a link (its words are kept) or an unknown direction (dropped)."""
        after = self._held[end + 1 : end + 2]
        if not after and not final:
            return False
        if after == "(":
            link = self._held[:LONGEST_LINK].split("\n")[0]
            close = link.find(")", end)
            if close < 0 and not final and len(link) == len(self._held) < LONGEST_LINK:
                return False
            if close >= 0:
                self._say(pieces, "" if content.isdigit() else content)
                self._drop(close + 1)
                return True
        pieces.extend(cues_in(content))
        self._drop(end + 1)
        return True

    def _round(self, pieces: list[Piece], content: str, end: int) -> None:
        cues = cues_in(content)
        starts = self._at_boundary()
        acted = _verb_like(content) or bool(CJK.search(content) and HAN_ACTION.search(content))
        if (cues and (starts or acted)) or (starts and acted and len(content) <= 24):
            pieces.extend(cues)
            self._drop(end + 1)
        else:
            self._literal(pieces, 1)

    # --- asterisks

    def _asterisk(self, pieces: list[Piece], final: bool) -> bool:
        run = len(self._held) - len(self._held.lstrip("*"))
        if run == len(self._held) and not final:
            return False
        if run > 1:
            return self._bold(pieces, run, final)
        return self._single(pieces, final)

    def _bold(self, pieces: list[Piece], run: int, final: bool) -> bool:
        """Bold words are kept without their marks; a bold stage direction is acted."""
        end = self._held.find("*" * run, run, LONGEST)
        end = end if "\n" not in self._held[: max(end, 0)] else -1
        if end < 0 and not final and not _hopeless(self._held):
            return False
        content = self._held[run:end] if end > 0 else ""
        if content and cues_in(content) and self._at_boundary() and _verb_like(content):
            pieces.extend(cues_in(content))
            self._drop(end + run)
        else:
            self._drop(run)
        return True

    def _single(self, pieces: list[Piece], final: bool) -> bool:
        following = self._held[1:2]
        if not following or following.isspace():
            self._drop(1) if self._at_line_start() else self._literal(pieces, 1)
            return True
        if self._last.isalnum() and not self._space and not CJK.match(self._last):
            self._literal(pieces, 1)
            return True
        end = self._held.find("*", 1)
        if end < 0 or _hopeless(self._held[:end]):
            if not final and not _hopeless(self._held):
                return False
            self._drop(1)
            return True
        after = self._held[end + 1 :].lstrip()
        if not after and not final:
            return False
        self._spanned(pieces, self._held[1:end], end, after[:1])
        return True

    def _spanned(self, pieces: list[Piece], content: str, end: int, after: str) -> None:
        """``*content*``: acted if it reads as a stage direction, else emphasis whose words are kept."""
        if self._is_direction(content, after):
            pieces.extend(cues_in(content))
            self._drop(end + 1)
        else:
            self._drop(1)
            self._say(pieces, content)
            self._drop(end)

    def _is_direction(self, content: str, after: str) -> bool:
        starts = self._at_boundary()
        if CJK.search(content):
            return starts or bool(cues_in(content))
        words = content.split()
        if starts and cues_in(content) and not after.islower():
            return True
        if not _verb_like(content):
            return False
        title = content[:1].isupper()
        return (starts and not (title and after.islower())) or (len(words) > 1 and not title)

    # --- text

    def _at_boundary(self) -> bool:
        return not self._last or "\n" in self._space or self._last in SENTENCE_END

    def _at_line_start(self) -> bool:
        return not self._last or "\n" in self._space

    def _literal(self, pieces: list[Piece], count: int) -> None:
        taken, self._held = self._held[:count], self._held[count:]
        self._say(pieces, taken)

    def _drop(self, count: int) -> None:
        self._held = self._held[count:]
        self._removed = True

    def _say(self, pieces: list[Piece], text: str) -> None:
        """Pass text on, runs of white space folded into one space or line break."""
        for word in re.findall(r"\s+|\S+", text):
            if word.isspace():
                self._space = _folded(self._space + word)
                continue
            if self._space and not (self._removed and self._space == " " and self._closes_up(word[0])):
                pieces.append(self._space)
            self._space = ""
            self._removed = False
            pieces.append(word)
            self._last = word[-1]


    def _closes_up(self, following: str) -> bool:
        """Whether the space beside a control that was taken out goes with it."""
        wide = bool(WIDE.match(following)) and (not self._last or self._last == "\x02" or bool(WIDE.match(self._last)))
        return following in TIGHT or wide


def _folded(space: str) -> str:
    """White space as it is shown: a space, a line break, or an empty line between paragraphs."""
    breaks = space.count("\n")
    return "\n" * min(breaks, 2) if breaks else " "


def _closing(text: str, closer: str) -> int:
    """Where the bracket closes, within a stage direction's length and line; -1 if not there."""
    end = text.find(closer, 1, LONGEST)
    return end if end >= 0 and "\n" not in text[:end] else -1


def _hopeless(text: str) -> bool:
    """Whether what is held can no longer close as a control."""
    return len(text) >= LONGEST or "\n" in text


def _verb_like(content: str) -> bool:
    """Whether English words read as an action: "smiles", "leans in", "softly laughs", "tilting her head"."""
    words = content.casefold().split()
    if words and words[0].endswith("ly"):
        words = words[1:]
    if not words:
        return False
    first = words[0].strip(".,!")
    third_person = first.endswith("s") and not first.endswith(("ss", "us", "is", "'s")) and len(first) > 3
    return third_person or (first.endswith("ing") and len(first) > 5)

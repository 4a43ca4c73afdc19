"""Her last sentences, as the talk shows them now: what was forgotten there is not here either."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Final

from desktop.talk.rows import Row, visible
from mind.events import Sentence
from mind.turn.stream.splitter import Splitter

MOST: Final = 40
"""Sentences that the list goes back."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of hers. `spoken` is the one that was given to her voice, where that was since the window opened."""

    row: Row
    text: str
    at: datetime
    again: Sentence
    """To be said again: with its feeling, without the gestures that belonged to that moment."""
    spoken: Sentence | None = None
    place: int = 0
    """Among the sentences of its row."""

    @property
    def key(self) -> tuple[int, int, str]:
        """The same for the same sentence, as long as its row is there."""
        return id(self.row), self.place, self.text


def lines_of(row: Row) -> list[Line]:
    """The sentences of a row of hers. One that is still growing has only those that are whole."""
    if row.streaming:
        texts = [visible(sentence.text) for sentence in row.sentences]
    else:
        splitter = Splitter()
        texts = [piece.text for piece in (*splitter.feed(row.text), *splitter.finish())]
    spoken = {visible(sentence.text): sentence for sentence in row.sentences}
    said = (text for text in texts if any(char.isalnum() for char in text))
    return [line_of(row, place, text, spoken.get(text)) for place, text in enumerate(said)]


def line_of(row: Row, place: int, text: str, spoken: Sentence | None) -> Line:
    """One line, to be said as it was said."""
    if spoken is None:
        return Line(row, text, row.at, Sentence(0, text, row.lang), place=place)
    feelings = tuple(cue for cue in spoken.cues if cue.kind == "expression")
    return Line(row, text, row.at, replace(spoken, index=0, cues=feelings, before=""), spoken, place)


def recent_lines(rows: Sequence[Row], most: int = MOST) -> list[Line]:
    """The last sentences of all rows, oldest first."""
    backwards = (line for row in reversed(rows) if row.kind == "hers" and row.text for line in reversed(lines_of(row)))
    return list(islice(backwards, most))[::-1]

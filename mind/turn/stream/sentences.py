"""The pipeline of a reply: pieces of a brain's text in, whole sentences with their cues out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from mind.events import Cue, Sentence
from mind.languages import Lang
from mind.turn.language_guess import spoken_language
from mind.turn.stream.controls import ControlParser
from mind.turn.stream.lines import LineGuard
from mind.turn.stream.splitter import Piece, Splitter

UNSEEN: Final = re.compile(
    r"[\x00\x01\x03-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Control characters and halves of characters: terminals obey the one, and no file takes the other. (2 is our own.)"""


class SentenceStream:
    """One reply as it comes. The same sentences whatever way the text is cut.

    `lang` is the language she answers in; a sentence plainly in another script says so. `user_names` and `own_names`
    are the labels a model might write lines for.
    """

    def __init__(self, lang: Lang, user_names: Iterable[str] = (), own_names: Iterable[str] = ()) -> None:
        self._lang = lang
        self._lines = LineGuard(user_names, own_names)
        self._controls = ControlParser()
        self._splitter = Splitter()
        self._cues: list[Cue] = []
        self._next_cues: list[Cue] = []
        self._count = 0

    @property
    def ended(self) -> bool:
        """Whether her reply is over although the brain goes on."""
        return self._lines.ended

    @property
    def waiting(self) -> str:
        """The words of the sentence that is not whole yet, as far as they are surely hers."""
        return self._splitter.waiting

    def feed(self, text: str) -> list[Sentence]:
        """The sentences that are whole by now."""
        return self._take(self._controls.feed(self._lines.feed(UNSEEN.sub("", text))))

    def finish(self, *, whole: bool = True) -> list[Sentence]:
        """The rest, now that nothing follows; without a last half sentence where the text is not `whole`."""
        found = self._take(self._controls.feed(self._lines.finish()))
        found += self._take(self._controls.finish())
        if whole or self._splitter.settled:
            self._join_cues()
            found += [self._sentence(piece) for piece in self._splitter.finish()]
        self._splitter.drop()
        return found

    def _take(self, pieces: Iterable[str | Cue]) -> list[Sentence]:
        found: list[Sentence] = []
        for piece in pieces:
            if isinstance(piece, Cue):
                self._hold(piece)
                continue
            # Cues that wait for the next sentence need to see each character: any may begin it.
            for part in piece if self._next_cues else (piece,):
                found += [self._sentence(text) for text in self._splitter.feed(part)]
                if self._next_cues and self._splitter.pending and not self._splitter.settled:
                    self._join_cues()
        return found

    def _join_cues(self) -> None:
        """The sentence goes on after all: the cues that waited are its own, one of a kind."""
        self._cues += [cue for cue in self._next_cues if all(cue.kind != own.kind for own in self._cues)]
        self._next_cues = []

    def _hold(self, cue: Cue) -> None:
        """A cue belongs to the sentence it stands in, or to the next one where a sentence seems to have ended."""
        later = self._splitter.pending and self._splitter.settled
        target = self._next_cues if later else self._cues
        if all(cue.kind != other.kind for other in target):
            target.append(cue)

    def _sentence(self, piece: Piece) -> Sentence:
        sentence = Sentence(
            index=self._count,
            text=piece.text,
            lang=spoken_language(piece.text, self._lang),
            cues=tuple(self._cues),
            before=piece.before,
        )
        self._cues, self._next_cues = self._next_cues, []
        self._count += 1
        return sentence

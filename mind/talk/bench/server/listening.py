"""How much of a server's words had to be read before the first of hers could be shown.

A try is closed with the piece that told against it. Its pieces are taken no faster than they can be judged, so that what was read
of it is exact.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Final

from mind.brains.openai_brain import OpenAIBrain
from mind.languages import Lang
from mind.ports import Deadline, Prompt
from mind.talk.bench.measures.repetition import words_of
from mind.talk.ledger import split_sentences

PIECE: Final = 0.001
JUDGED: Final = 0.02
"""Seconds until the next piece is taken, after a piece and after the end of a sentence: no server is so quick that the guard
would still be judging a sentence when the next one is there."""
LATIN: Final = re.compile(r"[A-Za-z']+")
ENDS: Final = re.compile(r"[.!?…。！？]\S?\s?$")


@dataclass(slots=True)
class Listened:
    """One reply: what was read of each of the server's tries, and her first sentence as it was shown."""

    tries: list[str] = field(default_factory=list)
    first: str = ""

    def lost(self, lang: Lang) -> int:
        """Words (characters) of the server's that were read before those of her first sentence began, and not shown."""
        lost = 0
        for text in self.tries:
            at = text.find(self.first.strip()) if self.first.strip() else -1
            if at >= 0:
                return lost + length_of(text[:at], lang)
            lost += length_of(text, lang)
        return lost

    @property
    def own(self) -> bool:
        """Whether her first sentence was the server's."""
        return bool(self.first.strip()) and any(self.first.strip() in text for text in self.tries)

    def waited(self, lang: Lang, usual: float) -> float:
        """How much later her first sentence could be shown than without the guard, in sentences of the `usual` length.

        Without it the server's first sentence is shown once it is whole. What the rules say needs no reading: where they speak,
        that sentence's time is not added.
        """
        return max(0.0, self.lost(lang) / usual - (0.0 if self.own else 1.0))


def length_of(text: str, lang: Lang) -> int:
    """Words; in Chinese and Japanese characters, for two of which a word in Latin letters stands."""
    if lang == "en":
        return len(words_of(text, lang))
    return len(words_of(LATIN.sub("", text), lang)) + 2 * len(LATIN.findall(text))


class ListenedBrain:
    """A server's brain; keeps what has come of each reply until its first sentence is shown."""

    def __init__(self, inner: OpenAIBrain) -> None:
        self.kind, self.model, self.host = str(inner.kind), inner.model, inner.host
        self.replies: list[Listened] = []
        self._inner = inner
        self._first = False

    @property
    def usage(self) -> tuple[int, int] | None:
        """Tokens of the last request."""
        return self._inner.usage

    def begins(self) -> None:
        """A reply begins."""
        self.replies.append(Listened())
        self._first = True

    def shown(self, sentence: str) -> None:
        """A sentence of hers is shown."""
        if self._first:
            self.replies[-1].first, self._first = sentence, False

    async def stream(self, prompt: Prompt, deadline: Deadline) -> AsyncGenerator[str, None]:
        """The server's pieces as they come."""
        tries = self.replies[-1].tries
        tries.append("")
        async with aclosing(self._inner.stream(prompt, deadline)) as pieces:
            async for piece in pieces:
                tries[-1] += piece
                yield piece
                await asyncio.sleep(JUDGED if ENDS.search(tries[-1]) else PIECE)

    async def close(self) -> None:
        """As the server's own brain does."""
        await self._inner.close()


def usual_length(answers: list[str], lang: Lang) -> float:
    """The mean length of a sentence of these answers, in words or characters."""
    lengths = [len(words_of(sentence, lang)) for text in answers for sentence in split_sentences(text)]
    return sum(lengths) / len(lengths) if lengths else 0.0

"""What the training voices say: the sentences that the model is for, the short things said in between, words in any order, and
talk it has no words for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from voice.lip_training.texts import SENTENCES as TALK

LINES: Final = Path(__file__).with_name("lines")

SPELT: Final = {"mm-hm": "um-hmm"}
"""How espeak-ng is told to say what it would spell out."""

STRANGE: Final = 0.15
"""Share of the lines that the model has no words for: sounds in other company."""

IN_ORDER: Final = 0.5
"""Share of the other lines that are sentences or asides; the rest are words in any order."""

ASIDE: Final = 0.3
"""Share of the asides in those."""

LONGEST: Final = 8
"""Words in any order at most."""


@dataclass(frozen=True, slots=True)
class Script:
    """What a model is to understand: sentences, asides, and `talk` that it only learns sounds from."""

    sentences: tuple[str, ...]
    asides: tuple[str, ...]
    talk: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All words of sentences and asides, in order."""
        return tuple(sorted({word for line in (*self.sentences, *self.asides) for word in line.split()}))

    def lines(self, count: int, random: np.random.Generator) -> Iterator[str]:
        """Something to say, as espeak-ng is told, so many times."""
        words = self.words
        for _ in range(count):
            if random.random() < STRANGE:
                yield str(random.choice(self.talk))
            elif random.random() < IN_ORDER:
                yield spoken(str(random.choice(self.asides if random.random() < ASIDE else self.sentences)))
            else:
                yield spoken(" ".join(random.choice(words, int(random.integers(1, LONGEST + 1)))))


def halting(text: str, random: np.random.Generator) -> str:
    """The text with a pause behind one of its words, if it has several."""
    words = text.split()
    if len(words) > 1:
        words[int(random.integers(len(words) - 1))] += ","
    return " ".join(words)


def spoken(words: str) -> str:
    """The text for espeak-ng."""
    return " ".join(SPELT.get(word, word) for word in words.split())


SCRIPT: Final = Script(
    tuple((LINES / "sentences.txt").read_text("utf-8").splitlines()),
    tuple((LINES / "asides.txt").read_text("utf-8").splitlines()),
    TALK["en"],
)
"""Of the tests' model: sentences that it is judged on, and what is said to call her, to stop her and while listening to her."""

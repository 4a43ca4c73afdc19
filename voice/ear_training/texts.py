"""What the training voices say: the sentences that the model is for, the short things said in between, words in any order, and
talk it has no words for.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np

from voice.lip_training.texts import SENTENCES as TALK

LINES: Final = Path(__file__).with_name("lines")

SENTENCES: Final = tuple((LINES / "sentences.txt").read_text("utf-8").split("\n")[:55])
"""What the model is judged on; no word in them is rare or long."""

ASIDES: Final = tuple((LINES / "asides.txt").read_text("utf-8").splitlines())
"""What is said to call her, to stop her, to let her go on, and while listening to her."""

WORDS: Final = tuple(sorted({word for line in (*SENTENCES, *ASIDES) for word in line.split()}))

SPELT: Final = {"mm-hm": "um-hmm"}
"""How espeak-ng is told to say what it would spell out."""

STRANGE: Final = 0.15
"""Share of the lines that the model has no words for: sounds in other company."""

IN_ORDER: Final = 0.5
"""Share of the other lines that are sentences or asides; the rest are words in any order."""

ASIDE: Final = 0.3
"""Share of the asides in those."""


def spoken(words: str) -> str:
    """The text for espeak-ng."""
    return " ".join(SPELT.get(word, word) for word in words.split())


def line(random: np.random.Generator) -> str:
    """Something to say, as espeak-ng is told."""
    if random.random() < STRANGE:
        return str(random.choice(TALK["en"]))
    if random.random() < IN_ORDER:
        return spoken(str(random.choice(ASIDES if random.random() < ASIDE else SENTENCES)))
    return spoken(" ".join(random.choice(WORDS, int(random.integers(1, 9)))))

"""A sentence that no engine could speak: time to read its caption, and no sound."""

from __future__ import annotations

import re
from typing import Final

import numpy as np

from voice.utterance import Utterance, WordMark

RATE: Final = 16000
PACE: Final = {"en": 14.0, "zh": 4.5, "ja": 7.0}
"""Characters a second at which captions are read at ease."""

SHORTEST, LONGEST = 1.2, 12.0
GLANCE: Final = 0.8
"""Seconds for what has nothing to be said: an emoji, a picture, a line of signs."""

WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\s\u3040-\u30ff\u3400-\u9fff]+")


def unspoken(text: str, lang: str) -> Utterance:
    """The sentence as an utterance of silence, with its words spread evenly."""
    seconds = min(LONGEST, max(SHORTEST, len(text) / PACE.get(lang, PACE["en"])))
    words = tuple(
        WordMark(seconds * match.start() / max(1, len(text)), match.start(), match.end()) for match in WORD.finditer(text)
    )
    return Utterance(text, np.zeros(int(seconds * RATE), np.int16), RATE, (), words)


def unsounded(text: str) -> Utterance:
    """What is shown and not said, as an utterance of silence; of no length where there is nothing to see either."""
    seconds = GLANCE if text.strip() else 0.0
    return Utterance(text, np.zeros(int(seconds * RATE), np.int16), RATE, (), ())

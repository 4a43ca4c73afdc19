"""How loud her echo may be in what the microphone hears, band by band, and what is clearly louder: learnt while she speaks."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from voice.activity.bands import COUNT
from voice.echo.lag import LONGEST

Levels = npt.NDArray[np.float32]

NOTHING: Final = -30.0
DECAY: Final = 0.9
"""dB a frame by which a room's echo dies away at the slowest: 60 dB in 0.67 s."""

AUDIBLE: Final = 20.0
"""dB over one unit of int16 from which on her voice counts as sounding in a band."""

REMEMBERED: Final = 300
"""Frames with her voice in them by which the way of the echo is known."""

LEAST: Final = 200
"""Such frames without which it is not."""

HIGHEST: Final = 95.0
"""Percent of them that are no louder than what is expected: what is left are bursts, which do not last."""

LOOK: Final = 25
"""Frames between two looks at them."""

SELDOM: Final = 16
"""Of the frames that seem to be the user's one in so many is learnt from: should the echo have become louder, that is noticed.
With one in four a sentence of the user's was an eighth of what was remembered, and the next one was taken for her echo."""

WEAKEST: Final = 30.0
"""dB below what is played that her echo is thought to have at least, while a filter knows nothing of it yet."""

ABOVE_ROOM: Final = 4.0
"""dB over the room's own noise below which nothing stands out."""

TALLEST, LOWEST = 12.0, -3.0
"""Between which a band counts."""

CLEAR: Final = 1.0
"""dB over what is expected, the mean of all bands and of `TOGETHER` frames, from which on it is not hers alone."""

DOUBTED: Final = 0.6
"""dB less at which that is possible: enough to make her quiet and look again, and no evidence yet."""

EARLY, EARLY_FRAMES = 6.0, 900
"""dB more that are asked at first, less and less while the first nine seconds of her voice teach what to expect."""

ONSET, ONSET_FRAMES = 4.0, 60
"""The same after a pause of hers: what cancels echo lets the first syllable through more easily."""

PAUSE: Final = 25
"""Frames without her voice that are such a pause."""

TOGETHER: Final = 6
HOLD: Final = 30
"""Frames for which it stays so."""

RISE: Final = 0.02
"""dB a frame by which the room's noise is believed to rise."""


class EchoLevel:
    """Judges frame by frame (10 ms) whether the microphone hears more than her echo."""

    def __init__(self) -> None:
        self._far = np.full((LONGEST + 4, COUNT), NOTHING, np.float32)
        self._seen = 0
        self._held = np.full(COUNT, NOTHING, np.float32)
        self._echoed = np.full(COUNT, NOTHING, np.float32)
        self._ratios = np.zeros((REMEMBERED, COUNT), np.float32)
        self._learnt = self._since = self._skipped = 0
        self._way: Levels | None = None
        self._room = np.full(COUNT, 60.0, np.float32)
        self._scores = np.full(TOGETHER, LOWEST, np.float32)
        self._hold = 0
        self._quiet, self._since_pause = PAUSE, 0
        self.clear = 0
        """Frames of the last piece in which more than her echo was heard, without those that merely follow such."""

    @property
    def known(self) -> bool:
        """Whether enough was heard of her to know how loud her echo is."""
        return self._way is not None

    def forget(self) -> None:
        """The way of the echo is another one now."""
        self._learnt, self._way = 0, None

    def feed(self, far: Levels, near: Levels, lag: int | None, echo: Levels | None = None) -> list[bool]:
        """For each frame whether it may be taken for hers at best. `lag`: how many frames the echo is late, if that is known.

        `echo`: what a filter takes for her echo in each frame, which tells more of it than what was played.
        """
        self.clear = 0
        echoes = echo if echo is not None else [None] * len(far)
        return [self._one(*rows, lag) for rows in zip(far, near, echoes, strict=True)]

    def _one(self, played: Levels, heard: Levels, filtered: Levels | None, lag: int | None) -> bool:
        expected = self._expected(played, lag)
        if filtered is not None:
            self._echoed = np.maximum(filtered, self._echoed - DECAY)
            expected = np.maximum(self._echoed, expected - WEAKEST)
        self._room = np.minimum(heard, self._room + RISE)
        sounds = bool((expected > AUDIBLE).any())
        if not sounds:
            self._scores[:] = LOWEST
            self._hold = 0
            self.clear += bool(np.clip(heard - self._room - ABOVE_ROOM, LOWEST, TALLEST).mean() > CLEAR)
            return False
        if self._way is None:
            self._learn(heard - expected, expected)
            return True
        echo = np.maximum(expected + self._way, self._room + ABOVE_ROOM)
        self._scores[self._seen % TOGETHER] = np.clip(heard - echo, LOWEST, TALLEST).mean()
        clear = float(self._scores.mean()) - self._asked()
        self.clear += clear > 0.0
        if clear > -DOUBTED:
            self._hold = HOLD
        user = self._hold > 0
        self._hold -= user
        self._skipped += user
        if not user or self._skipped % SELDOM == 0:
            self._learn(heard - expected, expected)
        inaudible = bool((expected + self._way < self._room + ABOVE_ROOM).all())
        return not user and not inaudible

    def _asked(self) -> float:
        """How clear the user must be now."""
        early, onset = 1 - self._learnt / EARLY_FRAMES, 1 - self._since_pause / ONSET_FRAMES
        return CLEAR + EARLY * max(0.0, early) + ONSET * max(0.0, onset)

    def _expected(self, played: Levels, lag: int | None) -> Levels:
        """How loud her voice is that may come back now, as it was played."""
        size = len(self._far)
        self._far[self._seen % size] = played
        self._seen += 1
        if lag is None:
            lately: Levels = self._far.max(axis=0)
        else:
            ages = np.arange(max(0, lag - 1), lag + 3)
            lately = self._far[(self._seen - 1 - ages) % size].max(axis=0)
        self._quiet = 0 if lately.max() > AUDIBLE + 15 else self._quiet + 1
        self._since_pause = 0 if self._quiet >= PAUSE else self._since_pause + 1
        self._held = np.maximum(lately, self._held - DECAY)
        return self._held

    def _learn(self, ratio: Levels, expected: Levels) -> None:
        if expected.max() < AUDIBLE + 15:
            return
        self._ratios[self._learnt % REMEMBERED] = ratio
        self._learnt += 1
        self._since += 1
        if self._learnt >= LEAST and (self._since >= LOOK or self._way is None):
            self._since = 0
            known = self._ratios[: min(self._learnt, REMEMBERED)]
            self._way = np.percentile(known, HIGHEST, axis=0).astype(np.float32)

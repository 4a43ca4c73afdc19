"""Whether what is left of the microphone's sound may be the user, or is her echo at best."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from voice.activity.bands import Bands
from voice.echo.echo_level import EchoLevel
from voice.echo.lag import Lag

Pcm = npt.NDArray[np.int16]

NO_ECHO: Final = 4
"""Looks (each half a second of her voice) in which no echo was found, after which she is taken to be heard in headphones."""


class EchoJudge:
    """Compares what is played, what the microphone hears, and what cancellers left of it; whole frames of each.

    `many` cancellers: what is to be taken for the user's must be clear in what the last of them left, which gets what a filter
    made; `clear` tells how clear it was in each.
    """

    def __init__(self, many: int = 1) -> None:
        self._far, self._near, self._echo = Bands(), Bands(), Bands()
        self._rests = [(Bands(), EchoLevel()) for _ in range(many)]
        self._lag = Lag()

    @property
    def headphones(self) -> bool:
        """Whether she speaks and nothing of it comes back."""
        return self._lag.heard_nothing >= NO_ECHO

    @property
    def clear(self) -> tuple[int, ...] | None:
        """Of the last piece, for each canceller, the frames in which somebody else is clearly heard; None in headphones."""
        return None if self.headphones else tuple(level.clear for _, level in self._rests)

    def hers(self, far: Pcm, near: Pcm, *rests: Pcm, echo: Pcm | None = None) -> bool:
        """Whether all of this piece is to be taken for her echo; `rests`: what each canceller left of `near`.

        `echo`: what a filter before the last canceller took away.
        """
        if not len(far):
            for _, level in self._rests:
                level.clear = 0
            return False
        played = self._far.feed(far)
        self._lag.feed(played, self._near.feed(near))
        filtered = self._echo.feed(echo) if echo is not None else None
        judged: list[bool] = []
        for (bands, level), rest in zip(self._rests, rests, strict=True):
            last = level is self._rests[-1][1]
            judged = level.feed(played, bands.feed(rest), self._lag.frames, filtered if last else None)
        return all(judged) and not self.headphones

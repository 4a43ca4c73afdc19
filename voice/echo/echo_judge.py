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

    `many` cancellers: what is to be taken for the user's must be clear in what each of them left.
    """

    def __init__(self, many: int = 1) -> None:
        self._far, self._near = Bands(), Bands()
        self._rests = [(Bands(), EchoLevel()) for _ in range(many)]
        self._lag = Lag()

    @property
    def headphones(self) -> bool:
        """Whether she speaks and nothing of it comes back."""
        return self._lag.heard_nothing >= NO_ECHO

    def hers(self, far: Pcm, near: Pcm, *rests: Pcm) -> bool:
        """Whether all of this piece is to be taken for her echo; `rests`: what each canceller left of `near`."""
        if not len(far):
            return False
        played = self._far.feed(far)
        self._lag.feed(played, self._near.feed(near))
        judged = [
            level.feed(played, bands.feed(rest), self._lag.frames)
            for (bands, level), rest in zip(self._rests, rests, strict=True)
        ]
        return all(map(any, zip(*judged, strict=True))) and not self.headphones

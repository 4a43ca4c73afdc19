"""Whether what is left of the microphone's sound may be the user, or is her echo at best."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from voice.activity.bands import Bands
from voice.echo.echo_level import EchoLevel
from voice.echo.lag import Lag

Pcm = npt.NDArray[np.int16]

NO_ECHO: Final = 12
"""Looks (each half a second of her voice) in which no echo was found, after which she is taken to be heard in headphones."""


class EchoJudge:
    """Compares what is played, what the microphone hears, and what a canceller left of it; whole frames of each."""

    def __init__(self) -> None:
        self._far, self._near, self._rest = Bands(), Bands(), Bands()
        self._lag, self._level = Lag(), EchoLevel()

    @property
    def headphones(self) -> bool:
        """Whether she speaks and nothing of it comes back."""
        return self._lag.heard_nothing >= NO_ECHO

    def hers(self, far: Pcm, near: Pcm, rest: Pcm | None = None) -> bool:
        """Whether all of this piece is to be taken for her echo; `rest` is what a canceller left of `near`."""
        if not len(far):
            return False
        played, heard = self._far.feed(far), self._near.feed(near)
        self._lag.feed(played, heard)
        left = heard if rest is None else self._rest.feed(rest)
        judged = self._level.feed(played, left, self._lag.frames)
        return all(judged) and not self.headphones

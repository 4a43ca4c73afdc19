"""Without cancellation: only what is clearly louder than her echo is let through."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from voice.echo.echo_judge import EchoJudge
from voice.echo.frames import Frames
from voice.echo.linear_filter import LinearFilter
from voice.echo.reference import Reference
from voice.echo.suppressor import Near

Pcm = npt.NDArray[np.int16]


class EchoGate:
    """`voice.echo.suppressor.Suppressor` that knows when only she is heard, and gives silence then.

    With `linear` the linear part of her echo is taken out first, and the user has to be less loud.

    It learns within some seconds of her voice how loud her echo is; until then, and where that cannot be learnt, it is deaf while
    she is heard. Where no echo is found in her first seconds (headphones), all passes.
    """

    cancelling = False

    def __init__(self, reference: Reference, linear: bool = True) -> None:
        self._frames, self._judge = Frames(reference), EchoJudge()
        self._filter = LinearFilter() if linear else None

    def clean(self, pcm: Pcm, at: float) -> Near:
        """See `Suppressor`."""
        near, far = self._frames.feed(pcm, at)
        if self._frames.still:
            return Near(near, False)
        left = near
        if self._filter:
            left = self._filter.feed(far, near)
            self._frames.faster = self._filter.crystals.difference
        hers = self._judge.hers(far, near, left)
        return Near(np.zeros_like(left) if hers else left, hers, self._judge.clear)

    def reset(self) -> None:
        """See `Suppressor`. What is known of the room is kept."""
        self._frames.reset()

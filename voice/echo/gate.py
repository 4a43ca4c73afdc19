"""Without cancellation: only what is clearly louder than her echo is let through."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from voice.echo.echo_judge import EchoJudge
from voice.echo.frames import Frames
from voice.echo.reference import Reference
from voice.echo.suppressor import Near

Pcm = npt.NDArray[np.int16]


class EchoGate:
    """`voice.echo.suppressor.Suppressor` that takes nothing away, and knows when only she is heard.

    It learns within a second of her voice how loud her echo is; until then, and where that cannot be learnt, it is deaf while
    she is heard. Where no echo is found in her first seconds (headphones), all passes.
    """

    cancelling = False

    def __init__(self, reference: Reference) -> None:
        self._frames, self._judge = Frames(reference), EchoJudge()

    def clean(self, pcm: Pcm, at: float) -> Near:
        """See `Suppressor`."""
        near, far = self._frames.feed(pcm, at)
        hers = self._judge.hers(far, near)
        return Near(np.zeros_like(near) if hers else near, hers)

    def reset(self) -> None:
        """See `Suppressor`. What is known of the room is kept."""
        self._frames.reset()

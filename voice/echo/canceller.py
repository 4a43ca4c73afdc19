"""Echo cancellation: her voice is subtracted, by a linear filter and then by WebRTC's audio processing; the user's stays.

The linear filter goes first, as the other one alone takes a user away who is much quieter than her echo.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
import numpy.typing as npt

from voice.echo.echo_judge import EchoJudge
from voice.echo.frames import FRAME, Frames
from voice.echo.linear_filter import LinearFilter
from voice.echo.reference import Reference
from voice.echo.suppressor import Near

Pcm = npt.NDArray[np.int16]


class Module(Protocol):
    """Takes 10 ms of 16 kHz mono at a time; see `voice.echo.webrtc.WebRtc`."""

    def reverse(self, far: Pcm) -> None:
        """What the loudspeaker plays."""

    def process(self, near: Pcm) -> Pcm:
        """What the microphone heard, without what was played."""


class Canceller:
    """`voice.echo.suppressor.Suppressor` over an echo canceller.

    What it leaves of her, in its first second and in a ringing room, is told from the user by its level.
    """

    cancelling = True

    def __init__(self, reference: Reference, module: Module) -> None:
        self._module = module
        self._frames, self._judge, self._filter = Frames(reference), EchoJudge(), LinearFilter()

    def clean(self, pcm: Pcm, at: float) -> Near:
        """See `Suppressor`."""
        near, far = self._frames.feed(pcm, at)
        if self._frames.still:
            return Near(near, False)
        out = self._filter.feed(far, near)
        for begin in range(0, len(near), FRAME):
            self._module.reverse(far[begin : begin + FRAME])
            out[begin : begin + FRAME] = self._module.process(out[begin : begin + FRAME])
        return Near(out, self._judge.hers(far, near, out))

    def reset(self) -> None:
        """See `Suppressor`. What is known of the room is kept."""
        self._frames.reset()

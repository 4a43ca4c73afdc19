"""Echo cancellation: her voice is subtracted, by a linear filter and then by WebRTC's audio processing; the user's stays.

The linear filter goes first, as the other one alone takes a user away who is much quieter than her echo.
"""

from __future__ import annotations

import threading
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from voice.echo.echo_judge import EchoJudge
from voice.echo.frames import FRAME, Frames
from voice.echo.linear_filter import LinearFilter
from voice.echo.reference import Reference
from voice.echo.suppressor import Near

Pcm = npt.NDArray[np.int16]

UNSETTLED: Final = 200
"""Frames with her voice in them after her sound turned out to be earlier or later than it was told, in which nothing is evidence:
both cancellers are wrong together then."""


class Module(Protocol):
    """Takes 10 ms of 16 kHz mono at a time; see `voice.echo.webrtc.WebRtc`."""

    def reverse(self, far: Pcm) -> None:
        """What the loudspeaker plays."""

    def process(self, near: Pcm) -> Pcm:
        """What the microphone heard, without what was played."""


class Canceller:
    """`voice.echo.suppressor.Suppressor` over two echo cancellers of one kind.

    One gets the sound as it is, the other what the linear filter left: it lets more of her through at times, and far more of a
    quiet user, whose words come from it. It says that somebody may be speaking; how sure that is both say: they seldom fail at
    once.
    """

    cancelling = True

    def __init__(self, reference: Reference, strict: Module, gentle: Module) -> None:
        self._lock = threading.Lock()
        self._moved = self._unsettled = 0
        self._strict, self._gentle = strict, gentle
        self._frames, self._judge, self._filter = Frames(reference), EchoJudge(2), LinearFilter()

    def clean(self, pcm: Pcm, at: float) -> Near:
        """See `Suppressor`. Two threads may call it: new ears, and old ones that are still closing."""
        with self._lock:
            return self._clean(pcm, at)

    def _clean(self, pcm: Pcm, at: float) -> Near:
        near, far = self._frames.feed(pcm, at)
        judged = through(self._strict, far, near)
        left = self._filter.feed(far, near)
        words = through(self._gentle, far, left)
        self._frames.faster = self._filter.crystals.difference
        echo = np.clip(near.astype(np.int32) - left, -32768, 32767).astype(np.int16)
        hers = self._judge.hers(far, near, judged, words, echo=echo)
        return Near(words, hers, None if self._frames.still else self._clear(far))

    def _clear(self, far: Pcm) -> tuple[int, ...] | None:
        """The judges' evidence; none of it while the far end is not where it was."""
        if self._frames.moved != self._moved:
            self._moved, self._unsettled = self._frames.moved, UNSETTLED
            self._filter.crystals.wait(UNSETTLED)
        clear = self._judge.clear
        if self._unsettled and clear is not None:
            self._unsettled -= min(self._unsettled, len(far) // FRAME if far.any() else 0)
            return (0,) * len(clear)
        return clear

    def reset(self) -> None:
        """See `Suppressor`. What is known of the room is kept."""
        with self._lock:
            self._frames.reset()
            self._filter.crystals.doubt()


def through(module: Module, far: Pcm, near: Pcm) -> Pcm:
    """What a module leaves of whole frames."""
    out = np.empty_like(near)
    for begin in range(0, len(near), FRAME):
        frame = slice(begin, begin + FRAME)
        module.reverse(far[frame])
        out[frame] = module.process(near[frame])
    return out

"""WebRTC's audio processing as the package livekit brings it: 10 ms of 16 kHz mono at a time, in place."""

from __future__ import annotations

import logging
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any, Final

import numpy as np
import numpy.typing as npt

log = logging.getLogger("hearth.voice")

Pcm = npt.NDArray[np.int16]

RATE: Final = 16000
FRAME: Final = 160
PACKAGE: Final = "livekit"


def webrtc_here() -> bool:
    """Whether the package is installed; asked without importing it."""
    return find_spec(PACKAGE) is not None


class WebRtc:
    """One module: echo canceller, high-pass and noise suppression, with their memory of the room; no gain of its own.

    Loading the package takes 0.3 s the first time. It starts three threads of its own, opens no connection and prints
    nothing; its log is kept to warnings. Raises `ImportError` where the package does not run here.
    """

    def __init__(self) -> None:
        logging.getLogger("livekit").setLevel(logging.WARNING)
        try:
            from livekit.rtc.apm import AudioProcessingModule
            from livekit.rtc.audio_frame import AudioFrame

            self._module = AudioProcessingModule(
                echo_cancellation=True, high_pass_filter=True, noise_suppression=True, auto_gain_control=False
            )
        except (OSError, RuntimeError, AttributeError) as fault:  # another release of it, or a library that does not load
            raise ImportError("WebRTC's audio processing does not run here.") from fault
        self._frame: Any = AudioFrame
        self._failed = False

    def reverse(self, far: Pcm) -> None:
        """10 ms that the loudspeaker plays."""
        if not self._failed:
            self._run(self._module.process_reverse_stream, self._frame(bytearray(far.tobytes()), RATE, 1, FRAME))

    def process(self, near: Pcm) -> Pcm:
        """10 ms that the microphone heard, without what was played; as they were once the module failed."""
        frame = self._frame(bytearray(near.tobytes()), RATE, 1, FRAME)
        if not self._failed:
            self._run(self._module.process_stream, frame)
        return near if self._failed else np.frombuffer(bytes(frame.data), np.int16)

    def _run(self, step: Callable[[Any], None], frame: Any) -> None:
        try:
            step(frame)
        except RuntimeError as fault:
            self._failed = True
            log.warning("WebRTC's audio processing failed (%s); echo is filtered without it", fault)

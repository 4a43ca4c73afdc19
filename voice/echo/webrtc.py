"""WebRTC's audio processing as the package livekit brings it: 10 ms of 16 kHz mono at a time, in place."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Pcm = npt.NDArray[np.int16]

RATE: Final = 16000
FRAME: Final = 160
PACKAGE: Final = "livekit"


def webrtc_here() -> bool:
    """Whether the package is installed; asked without importing it."""
    return find_spec(PACKAGE) is not None


class WebRtc:
    """One module: an echo canceller with its memory of the room. Loading the package takes 0.3 s the first time."""

    def __init__(self, *, noise: bool = False, gain: bool = False) -> None:
        from livekit.rtc.apm import AudioProcessingModule
        from livekit.rtc.audio_frame import AudioFrame

        self._module = AudioProcessingModule(
            echo_cancellation=True, high_pass_filter=True, noise_suppression=noise, auto_gain_control=gain
        )
        self._frame: Any = AudioFrame

    def reverse(self, far: Pcm) -> None:
        """10 ms that the loudspeaker plays."""
        self._module.process_reverse_stream(self._frame(far.tobytes(), RATE, 1, FRAME))

    def process(self, near: Pcm) -> Pcm:
        """10 ms that the microphone heard, without what was played."""
        frame = self._frame(bytearray(near.tobytes()), RATE, 1, FRAME)
        self._module.process_stream(frame)
        return np.frombuffer(bytes(frame.data), np.int16)

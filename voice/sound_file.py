"""WAV files: read any plain one into mono int16, write ours."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import numpy.typing as npt

from voice.errors import FileFault


def write_wav(path: Path, pcm: npt.NDArray[np.int16], rate: int) -> None:
    """Write mono int16. Raises `FileFault`."""
    try:
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(rate)
            file.writeframes(np.ascontiguousarray(pcm, dtype="<i2").tobytes())
    except OSError as fault:
        raise FileFault(f"{path} cannot be written: {fault.strerror or fault}.", "Choose another place.") from fault

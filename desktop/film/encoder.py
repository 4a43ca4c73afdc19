"""Pictures and sound into an MP4 file (H.264, AAC) with PyAV."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mind.errors import EnvironmentFault


class FilmEncoder:
    """Takes pictures in order, then the whole sound. The file appears under its name only when it is whole."""

    def __init__(self, path: Path, width: int, height: int, fps: int) -> None:
        try:
            import av
        except ImportError as fault:
            raise EnvironmentFault(
                "films need the package av", "Start with: python3 run.py film …  (it installs it)", kind="film"
            ) from fault
        self._av = av
        self._path = path
        self._part = path.with_name(path.name + ".part")
        try:
            self._container = av.open(str(self._part), "w", format="mp4")
        except OSError as fault:
            message = f"{path} cannot be written ({fault.strerror})"
            raise EnvironmentFault(message, "Choose another place.", kind="usage") from fault
        self._video: Any = self._container.add_stream("libx264", rate=fps, options={"crf": "20", "preset": "veryfast"})
        self._video.width, self._video.height, self._video.pix_fmt = width, height, "yuv420p"
        self._packets: list[Any] = []

    def picture(self, bgra: npt.NDArray[np.uint8]) -> None:
        """The next picture, (height, width, 4) B G R A."""
        frame = self._av.VideoFrame.from_ndarray(bgra, format="bgra")
        self._packets += self._video.encode(frame)

    def finish(self, pcm: npt.NDArray[np.int16], rate: int) -> None:
        """Add the sound track (mono) and close the file."""
        audio: Any = self._container.add_stream("aac", rate=rate)
        audio.layout = "mono"
        self._packets += self._video.encode(None)
        for begin in range(0, len(pcm), 1024):
            piece = pcm[begin : begin + 1024].astype(np.float32)[None, :] / 32768
            frame = self._av.AudioFrame.from_ndarray(piece, format="fltp", layout="mono")
            frame.sample_rate, frame.pts, frame.time_base = rate, begin, Fraction(1, rate)
            self._packets += audio.encode(frame)
        self._packets += audio.encode(None)
        for packet in sorted(self._packets, key=lambda packet: float((packet.dts or 0) * packet.time_base)):
            self._container.mux(packet)
        self._container.close()
        self._part.replace(self._path)

    def abandon(self) -> None:
        """Leave no half film behind."""
        self._container.close()
        self._part.unlink(missing_ok=True)

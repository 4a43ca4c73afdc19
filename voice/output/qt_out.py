"""A loudspeaker through QtMultimedia. Its played time is the device's own count of processed samples."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from voice.errors import OutputFault
from voice.output.devices import output_device
from voice.qt_multimedia import multimedia
from voice.resample import resampled

STALLED: Final = 3.0
"""Seconds without a sample processed after which the device counts as gone."""

SMOOTH: Final = 0.06
"""Seconds that may be added to a count that the device renews only now and then."""

NEARLY: Final = 0.1
"""An idle device whose count is this near the end has played all: counts are rounded to its own blocks."""

REMEDY: Final = "Check the sound settings of the system; until then she speaks in captions."


class QtOut:
    """`voice.ports.AudioOut` on a QAudioSink. Lives on the thread that made it, which runs Qt's event loop.

    It is asked, not told: everything happens within `played`, which a speaker calls on every frame.

    `on_lost` is called once, with the fault and the seconds played, when the device goes while it plays.
    """

    name = "qt"

    def __init__(self, device: str = "", on_lost: Callable[[OutputFault, float], None] | None = None) -> None:
        self._qt = multimedia(OutputFault)
        self._chosen = device
        self._device = output_device(device)
        self._on_lost = on_lost or (lambda fault, at: None)
        self._sink: Any = None
        self._buffer: Any = None
        self._ended: Callable[[], None] | None = None
        self._seconds = 0.0
        self._volume = 1.0
        self._count, self._changed = 0, 0.0

    @property
    def device_name(self) -> str:
        """The loudspeaker, in the system's words."""
        return str(self._device.description())

    def start(self, pcm: npt.NDArray[np.int16], rate: int, ended: Callable[[], None]) -> None:
        """Play `pcm`. Raises `OutputFault` where the device cannot be opened."""
        from PySide6.QtCore import QBuffer, QByteArray, QIODevice

        self.stop()
        self._device = output_device(self._chosen)  # the system's default one may be another by now
        self._seconds = len(pcm) / rate
        form, data = self._fitted(pcm, rate)
        self._sink = self._qt.QAudioSink(self._device, form)
        self._sink.setVolume(self._volume)
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._ended = ended
        self._count, self._changed = -1, time.monotonic()
        sink = self._sink
        sink.start(self._buffer)
        if sink.error() != self._qt.QtAudio.Error.NoError:
            self.stop()
            raise OutputFault(f"The loudspeaker {self.device_name} cannot be opened.", REMEDY, kind="audio-out-busy")

    def played(self) -> float:
        """Seconds of the current sound that the device has processed. `ended` is called from within."""
        if self._sink is None or self._ended is None:
            return self._seconds
        count, now = int(self._sink.processedUSecs()), time.monotonic()
        state = self._sink.state()
        if state == self._qt.QtAudio.State.IdleState and count / 1e6 >= self._seconds - NEARLY:
            return self._end(self._ended)
        if state == self._qt.QtAudio.State.StoppedState:
            return self._lose("has gone", count)
        if count != self._count:
            self._count, self._changed = count, now
        elif now - self._changed > STALLED:
            return self._lose("takes no more sound", count)
        return min(self._seconds, max(0, count) / 1e6 + min(SMOOTH, now - self._changed))

    def stop(self) -> None:
        """Silence at once (under 10 ms)."""
        self._ended = None
        self._seconds = 0.0
        sink, self._sink = self._sink, None
        buffer, self._buffer = self._buffer, None
        if sink is not None:
            sink.reset()
            sink.deleteLater()
        if buffer is not None:
            buffer.close()

    def volume(self, factor: float) -> None:
        """Loudness from 0 to 1."""
        self._volume = factor
        if self._sink is not None:
            self._sink.setVolume(factor)

    def close(self) -> None:
        """Let go of the device."""
        self.stop()

    def _fitted(self, pcm: npt.NDArray[np.int16], rate: int) -> tuple[Any, bytes]:
        """The sound in a format that the device takes."""
        form = self._qt.QAudioFormat()
        form.setSampleFormat(self._qt.QAudioFormat.SampleFormat.Int16)
        form.setChannelCount(1)
        form.setSampleRate(rate)
        if self._device.isFormatSupported(form):
            return form, np.ascontiguousarray(pcm).tobytes()
        preferred = self._device.preferredFormat()
        form.setSampleRate(preferred.sampleRate())
        form.setChannelCount(preferred.channelCount())
        data = resampled(pcm, rate, preferred.sampleRate())
        return form, np.repeat(data, preferred.channelCount()).tobytes()

    def _end(self, ended: Callable[[], None]) -> float:
        at = self._seconds
        self.stop()
        self._seconds = at
        ended()
        return at

    def _lose(self, how: str, count: int) -> float:
        at, name = max(0, count) / 1e6, self.device_name
        self.stop()
        self._on_lost(OutputFault(f"The loudspeaker {name} {how}.", REMEDY, kind="audio-out-lost"), at)
        return at

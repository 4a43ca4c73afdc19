"""A microphone through QtMultimedia, handing out mono int16 in pieces."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from voice.errors import InputFault
from voice.output.devices import input_device
from voice.qt_multimedia import multimedia

RATE: Final = 16000
BUFFER_SECONDS: Final = 1.0
"""A window may be busy as long without losing a sample; below 0.1 s (3,200 bytes at 16 kHz) Qt loses them anyway."""

STALLED: Final = 5.0
"""Seconds without any sound, not even silence, after which the microphone counts as gone."""

REMEDY: Final = "Connect it again or choose another one; typing always works."

Hear = Callable[[npt.NDArray[np.int16], int], None]


class Microphone:
    """Open from construction to `close`. Lives on the thread that made it, which runs Qt's event loop.

    `hear` gets each piece with its rate; `on_lost` is called once when the device goes. Raises `InputFault`.
    """

    def __init__(self, device: str, hear: Hear, on_lost: Callable[[InputFault], None]) -> None:
        self._qt = multimedia(InputFault)
        self._device = input_device(device)
        self._hear, self._on_lost = hear, on_lost
        self._form = self._format()
        self._source: Any = self._qt.QAudioSource(self._device, self._form)
        self._source.setBufferSize(int(self._form.bytesForDuration(int(BUFFER_SECONDS * 1e6))))
        self._last = time.monotonic()
        self._rest = b""
        self._stream: Any = self._source.start()
        if self._stream is None or self._source.error() != self._qt.QtAudio.Error.NoError:
            self._source = None
            raise InputFault(f"The microphone {self.name} cannot be opened.", REMEDY, kind="audio-in-busy")

    @property
    def name(self) -> str:
        """The microphone, in the system's words."""
        return str(self._device.description())

    def check(self) -> None:
        """Call on every frame: hands on what waits, and notices a device that has gone or fell silent for good."""
        if self._source is None:
            return
        self._read()
        if self._source.state() == self._qt.QtAudio.State.StoppedState:
            self._lose("has gone")
        elif time.monotonic() - self._last > STALLED:
            self._lose("gives nothing more")

    def close(self) -> None:
        """Let go of the device."""
        source, self._source = self._source, None
        if source is not None:
            source.stop()
            source.deleteLater()
        self._stream = None

    def _format(self) -> Any:
        form = self._qt.QAudioFormat()
        form.setSampleFormat(self._qt.QAudioFormat.SampleFormat.Int16)
        form.setChannelCount(1)
        form.setSampleRate(RATE)
        if not self._device.isFormatSupported(form):
            preferred = self._device.preferredFormat()
            form.setSampleRate(preferred.sampleRate())
            form.setChannelCount(preferred.channelCount())
        return form

    def _read(self) -> None:
        data = self._rest + bytes(self._stream.readAll().data())
        width = 2 * self._form.channelCount()
        whole = len(data) // width * width
        self._rest = data[whole:]
        if not whole:
            return
        self._last = time.monotonic()
        pcm = np.frombuffer(data[:whole], dtype="<i2")
        if self._form.channelCount() > 1:
            pcm = pcm.reshape(-1, self._form.channelCount()).mean(axis=1).astype(np.int16)
        self._hear(pcm, self._form.sampleRate())

    def _lose(self, how: str) -> None:
        if self._source is None:
            return
        name = self.name
        self.close()
        self._on_lost(InputFault(f"The microphone {name} {how}.", REMEDY, kind="audio-in-lost"))

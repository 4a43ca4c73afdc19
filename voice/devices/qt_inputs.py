"""Microphones through QtMultimedia: on Windows, on macOS, and with PipeWire alone."""

from __future__ import annotations

import time
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from voice.devices.connection import connection
from voice.devices.device import SoundDevice
from voice.devices.faults import NamedInputFault
from voice.devices.system import Flow, OpenInput, Presence
from voice.errors import InputFault
from voice.qt_multimedia import format_for, multimedia
from voice.sound_server import SERVER

RATE: Final = 16000
BUFFER_SECONDS: Final = 1.0
"""A window may be busy as long without losing a sample; below 0.1 s (3,200 bytes at 16 kHz) Qt loses them anyway."""

LOOK: Final = 1.0
"""Seconds after which the list is read though Qt gave no sign: it does not tell that the last device has gone."""


class QtInputs:
    """`voice.devices.system.InputSystem`. Raises `InputFault` where the sound library is missing."""

    def __init__(self) -> None:
        self._qt = multimedia(InputFault)
        self._devices = self._qt.QMediaDevices()
        self._devices.audioInputsChanged.connect(self._look)
        self.inputs: tuple[SoundDevice, ...] = ()
        self.serial = 0
        self._looked = float("-inf")
        self._look()

    @property
    def presence(self) -> Presence:
        """See `InputSystem`."""
        try:
            SERVER.check(InputFault)
        except InputFault:
            return "absent"
        return "ready"

    def poll(self) -> None:
        """See `InputSystem`."""
        if time.monotonic() - self._looked > LOOK:
            self._look()

    def doubt(self) -> None:
        """See `InputSystem`."""
        self._looked = float("-inf")

    def open(self, device: SoundDevice) -> OpenInput:
        """See `InputSystem`."""
        return QtRecording(self._qt, device)

    def _look(self) -> None:
        self._looked = time.monotonic()
        found = tuple(qt_device(one) for one in self._qt.QMediaDevices.audioInputs())
        if found != self.inputs:
            self.inputs = found
            self.serial += 1


class QtRecording:
    """`voice.devices.system.OpenInput` on a QAudioSource."""

    def __init__(self, qt: Any, device: SoundDevice) -> None:
        found = next((one for one in qt.QMediaDevices.audioInputs() if identity(one) == device.id), None)
        if found is None:
            raise NamedInputFault("lost", device.name)
        self._stopped = qt.QtAudio.State.StoppedState
        self._form = format_for(qt, found, RATE)
        self.rate = int(self._form.sampleRate())
        self._source: Any = qt.QAudioSource(found, self._form)
        self._source.setBufferSize(int(self._form.bytesForDuration(int(BUFFER_SECONDS * 1e6))))
        self._rest = b""
        self._stream: Any = self._source.start()
        if self._stream is None or self._source.error() != qt.QtAudio.Error.NoError:
            self.close()
            raise NamedInputFault("busy", device.name)

    def read(self) -> npt.NDArray[np.int16]:
        """See `OpenInput`."""
        if self._source is None:
            return np.zeros(0, np.int16)
        data = self._rest + bytes(self._stream.readAll().data())
        channels = int(self._form.channelCount())
        whole = len(data) // (2 * channels) * 2 * channels
        self._rest = data[whole:]
        return mono(np.frombuffer(data[:whole], dtype="<i2"), channels)

    def flow(self) -> Flow:
        """See `OpenInput`."""
        return "gone" if self._source is None or self._source.state() == self._stopped else "open"

    def close(self) -> None:
        """See `OpenInput`."""
        source, self._source = self._source, None
        self._stream = None
        if source is not None:
            source.stop()
            source.deleteLater()


def qt_device(one: Any) -> SoundDevice:
    """Qt's device in our words."""
    name, rate = str(one.description()), int(one.preferredFormat().sampleRate())
    return SoundDevice(identity(one), name, bool(one.isDefault()), connection(name), rate=rate)


def identity(device: Any) -> str:
    """Qt's id as a string."""
    return bytes(device.id()).decode("utf-8", "replace")


def mono(pcm: npt.NDArray[np.int16], channels: int) -> npt.NDArray[np.int16]:
    """The mean of the channels."""
    return np.asarray(pcm.reshape(-1, channels).mean(axis=1), np.int16) if channels > 1 else pcm

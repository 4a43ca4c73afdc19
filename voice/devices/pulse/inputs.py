"""The sound server's microphones."""

from __future__ import annotations

from typing import Final

from voice.devices.device import SoundDevice
from voice.devices.pulse.recording import PulseRecording
from voice.devices.pulse.server import PulseServer
from voice.devices.system import OpenInput, Presence

RATE: Final = 16000


class PulseInputs:
    """`voice.devices.system.InputSystem`; the server makes every microphone one of 16 kHz and one channel."""

    def __init__(self, server: PulseServer) -> None:
        self._server = server

    @property
    def presence(self) -> Presence:
        """See `InputSystem`."""
        return self._server.presence

    @property
    def serial(self) -> int:
        """See `InputSystem`."""
        return self._server.serial

    @property
    def inputs(self) -> tuple[SoundDevice, ...]:
        """See `InputSystem`."""
        return self._server.inputs

    def poll(self) -> None:
        """See `InputSystem`."""
        self._server.poll()

    def doubt(self) -> None:
        """See `InputSystem`."""
        self._server.doubt()

    def settle(self, seconds: float) -> None:
        """See `InputSystem`."""
        self._server.settle(seconds)

    def open(self, device: SoundDevice) -> OpenInput:
        """See `InputSystem`."""
        return PulseRecording(self._server, device.id, RATE)

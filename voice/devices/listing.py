"""The microphones and loudspeakers of this machine, for a person to choose from."""

from __future__ import annotations

from voice.devices.device import SoundDevice, meant
from voice.devices.faults import NamedOutputFault, told_output
from voice.devices.pulse.server import PulseServer, pulse_server
from voice.devices.qt_inputs import qt_device
from voice.errors import InputFault, OutputFault, VoiceError
from voice.qt_multimedia import multimedia

GLANCE = 0.1
"""Seconds to wait for the sound server at most: it answers within ten milliseconds."""


def microphones() -> list[SoundDevice]:
    """All that somebody could speak into, the default one first. Raises `InputFault` where this system has no way to tell."""
    if server := answering():
        return in_order(server.inputs)
    return in_order(tuple(qt_device(one) for one in multimedia(InputFault).QMediaDevices.audioInputs()))


def loudspeakers() -> list[SoundDevice]:
    """All outputs, the default one first. Raises `OutputFault` where this system has no way to tell."""
    if server := answering():
        return in_order(server.outputs)
    return in_order(tuple(qt_device(one) for one in multimedia(OutputFault).QMediaDevices.audioOutputs()))


def answering() -> PulseServer | None:
    """The sound server as of now, if there is one and it answers."""
    server = pulse_server()
    if not server.usable:
        return None
    server.doubt()
    return server if server.settle(GLANCE) else None


def in_order(devices: tuple[SoundDevice, ...]) -> list[SoundDevice]:
    """Without what loudspeakers play, the default one first."""
    real = [device for device in devices if device.connection != "monitor"]
    return sorted(real, key=lambda device: not device.default)


def output_fault(chosen: str) -> NamedOutputFault | None:
    """Why nothing would be heard through the loudspeaker with this id or name (empty: the default one), as the system says."""
    try:
        device = meant(tuple(loudspeakers()), chosen)
    except VoiceError:
        return None  # no sound library: whoever plays is told so
    return told_output(device) if device is not None else None

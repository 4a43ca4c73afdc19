"""The loudspeakers and microphones of this machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from voice.errors import InputFault, OutputFault
from voice.qt_multimedia import multimedia
from voice.sound_server import SERVER


@dataclass(frozen=True, slots=True)
class SoundDevice:
    """A device: `id` is stable over restarts, `name` is for people."""

    id: str
    name: str
    default: bool


def loudspeakers() -> list[SoundDevice]:
    """All outputs, the default one first. Raises `OutputFault` where the sound library is missing."""
    return listed(multimedia(OutputFault).QMediaDevices.audioOutputs())


def microphones() -> list[SoundDevice]:
    """All inputs, the default one first. Raises `InputFault` where the sound library is missing."""
    return listed(multimedia(InputFault).QMediaDevices.audioInputs())


def listed(devices: list[Any]) -> list[SoundDevice]:
    """Qt's devices in our words."""
    found = [SoundDevice(bytes(d.id()).decode("utf-8", "replace"), d.description(), d.isDefault()) for d in devices]
    return sorted(found, key=lambda device: not device.default)


def output_device(chosen: str) -> Any:
    """Qt's loudspeaker with this id or name; the default one for an empty or unknown name. Raises `OutputFault`."""
    SERVER.check(OutputFault)
    found = wanted_output(chosen)
    if found.isNull():
        raise OutputFault("No loudspeaker was found.", "Connect one; until then she speaks in captions.")
    return found


def wanted_output(chosen: str) -> Any:
    """The same, without asking whether the sound system still runs; null where there is no loudspeaker."""
    devices = multimedia(OutputFault).QMediaDevices
    return (match(devices.audioOutputs(), chosen) if chosen else None) or devices.defaultAudioOutput()


def input_device(chosen: str) -> Any:
    """Qt's microphone with this id or name; the default one for an empty or unknown name. Raises `InputFault`."""
    SERVER.check(InputFault)
    devices = multimedia(InputFault).QMediaDevices
    found = match(devices.audioInputs(), chosen) or devices.defaultAudioInput()
    if found.isNull():
        raise InputFault("No microphone was found.", "Connect one, or type.")
    return found


def match(devices: list[Any], chosen: str) -> Any | None:
    """The device of this id or name."""
    for device in devices:
        if chosen and chosen in (bytes(device.id()).decode("utf-8", "replace"), device.description()):
            return device
    return None

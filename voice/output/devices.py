"""Qt's loudspeakers."""

from __future__ import annotations

from typing import Any

from voice.errors import OutputFault
from voice.qt_multimedia import multimedia
from voice.sound_server import SERVER


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


def match(devices: list[Any], chosen: str) -> Any | None:
    """The device of this id or name."""
    for device in devices:
        if chosen and chosen in (bytes(device.id()).decode("utf-8", "replace"), device.description()):
            return device
    return None

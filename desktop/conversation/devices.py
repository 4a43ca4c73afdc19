"""Loudspeakers and microphones by name; none where the system has no sound library."""

from __future__ import annotations

from collections.abc import Callable

from voice.devices.device import SoundDevice
from voice.errors import VoiceError


def loudspeaker_names() -> list[tuple[str, str]]:
    """(id, name) of each, the default one first."""
    from voice.devices.listing import loudspeakers

    return names(loudspeakers)


def microphone_names() -> list[tuple[str, str]]:
    """(id, name) of each, the default one first."""
    from voice.devices.listing import microphones

    return names(microphones)


def names(listed: Callable[[], list[SoundDevice]]) -> list[tuple[str, str]]:
    """Two of a name are told apart by a number."""
    try:
        devices = listed()
    except VoiceError:
        # No sound library: the banner has said so when she first tried to speak.
        return []
    count: dict[str, int] = {}
    found = []
    for device in devices:
        count[device.name] = count.get(device.name, 0) + 1
        found.append((device.id, device.name if count[device.name] == 1 else f"{device.name} ({count[device.name]})"))
    return found

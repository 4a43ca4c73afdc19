"""A microphone or a loudspeaker, as the system tells of it."""

from __future__ import annotations

from dataclasses import dataclass

from voice.devices.connection import Connection


@dataclass(frozen=True, slots=True)
class SoundDevice:
    """A device: `id` is stable over restarts, `name` is for people. What a system does not tell is as if nothing were wrong."""

    id: str
    name: str
    default: bool
    connection: Connection = ""
    muted: bool = False
    """Switched off in the system."""
    volume: float = 1.0
    """The system's own factor, 1 being as it comes."""
    plugged: bool = True
    """False where it is a socket that nothing is plugged into."""
    rate: int = 0
    """Samples a second that it takes or gives by itself; 0 unknown."""


def by_id_or_name(devices: tuple[SoundDevice, ...], chosen: str) -> SoundDevice | None:
    """The device of this id, else of this name."""
    for key in ("id", "name"):
        for device in devices:
            if chosen and chosen == getattr(device, key):
                return device
    return None


def meant(devices: tuple[SoundDevice, ...], chosen: str) -> SoundDevice | None:
    """The chosen one where it is there, else the system's default, else whichever there is; loudspeakers' echoes are none."""
    if found := by_id_or_name(devices, chosen):
        return found
    real = [device for device in devices if device.connection != "monitor"]
    return next((device for device in real if device.default), real[0] if real else None)

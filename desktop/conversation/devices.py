"""Loudspeakers and microphones by name; none where the system has no sound library."""

from __future__ import annotations

from voice.errors import VoiceError


def loudspeaker_names() -> list[tuple[str, str]]:
    """(id, name) of each."""
    from voice.output.devices import loudspeakers

    try:
        return [(device.id, device.name) for device in loudspeakers()]
    except VoiceError:
        # No sound library: the banner has said so when she first tried to speak.
        return []


def microphone_names() -> list[tuple[str, str]]:
    """(id, name) of each."""
    from voice.output.devices import microphones

    try:
        return [(device.id, device.name) for device in microphones()]
    except VoiceError:
        # As above.
        return []

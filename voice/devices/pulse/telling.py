"""What the sound server told, in our words."""

from __future__ import annotations

from typing import Any

from voice.devices.connection import connection
from voice.devices.device import SoundDevice


def text(told: bytes | None) -> str:
    """Of C."""
    return (told or b"").decode("utf-8", "replace")


def device_of(told: dict[str, Any], default: str) -> SoundDevice:
    """A sink or a source; `default` is the id of the system's own."""
    kind = "monitor" if told["monitor"] else connection(told["name"], told["properties"])
    return SoundDevice(
        id=told["id"], name=told["name"] or told["id"], default=told["id"] == default, connection=kind,
        muted=told["muted"], volume=told["volume"], plugged=told["plugged"], rate=told["rate"],
    )  # fmt: skip

"""Whether somebody listens to a microphone, from what the kernel shows of sound devices. Linux only; nothing is heard."""

from __future__ import annotations

from pathlib import Path
from typing import Final

SOUND: Final = Path("/proc/asound")


def captured(root: Path = SOUND) -> bool | None:
    """Whether a device records right now; None where the kernel shows no such device."""
    known = False
    for status in root.glob("card*/pcm*c/sub*/status"):
        try:
            text = status.read_text("ascii", "replace")
        except OSError:
            # The device was unplugged between listing and reading.
            continue
        known = True
        if text.startswith("state: RUNNING"):
            return True
    return False if known else None

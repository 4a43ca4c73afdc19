"""The package that cancels her echo, and how it comes from the lock."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from voice.echo.webrtc import webrtc_here
from voice.errors import VoiceError

GROUP: Final = "echo"
MEGABYTES: Final = 14
KIND: Final = "echo-packages"
BY_HAND: Final = "Install it by hand: pip install livekit."


def install_packages(log: Path) -> None:
    """Install it into the Python that runs; she can be talked over at once. Blocks. Raises `VoiceError`."""
    from desktop.install.extra import add_group
    from desktop.install.told import SetupFault

    try:
        add_group(GROUP, log, lambda: webrtc_here(), BY_HAND)
    except SetupFault as fault:
        raise VoiceError(fault.message, fault.remedy, kind=KIND) from fault

"""The package that cancels her echo, and how it comes from the lock."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from voice.echo.webrtc import webrtc_here
from voice.errors import ModelFault

GROUP: Final = "echo"
MEGABYTES: Final = 12
KIND: Final = "echo-packages"
BY_HAND: Final = "Install it by hand: pip install livekit."


def install_packages(log: Path) -> None:
    """Install it into the Python that runs; ears made from then on cancel with it. Blocks. Raises `ModelFault`."""
    from desktop.install.extra import add_group
    from desktop.install.told import SetupFault

    try:
        add_group(GROUP, log, lambda: webrtc_here(), BY_HAND)
    except SetupFault as fault:
        raise ModelFault(fault.message, fault.remedy, kind=KIND) from fault

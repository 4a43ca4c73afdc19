"""The package that runs neural voices, and how it comes from the lock."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from voice.errors import ModelFault
from voice.neural.packages import packages_here

GROUP: Final = "voices"
MEGABYTES: Final = 15
KIND: Final = "voice-packages"
BY_HAND: Final = "Install it by hand: pip install sherpa-onnx."


def install_packages(log: Path) -> None:
    """Install it into the Python that runs; a neural voice can speak at once. Blocks. Raises `ModelFault`."""
    from desktop.install.extra import add_group
    from desktop.install.told import SetupFault

    try:
        add_group(GROUP, log, lambda: packages_here(), BY_HAND)
    except SetupFault as fault:
        raise ModelFault(fault.message, fault.remedy, kind=KIND) from fault

"""Packages that not everybody needs, from the lock into the Python that runs, while Hearth runs."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path

from desktop.install.told import SetupFault


def add_group(group: str, log: Path, here: Callable[[], bool], by_hand: str) -> None:
    """Install a group of this platform's lock; `here` tells whether it can be used. Blocks. Raises `SetupFault`.

    What pip says goes to the file `log`; `by_hand` is the remedy where nothing else can be said.
    """
    from desktop.install.lock import read_lock
    from desktop.install.packages import install_locked
    from desktop.install.start import ROOT

    if getattr(sys, "frozen", False):
        raise SetupFault("This Hearth comes in one piece: no packages can be added.", "")
    try:
        install_locked(Path(sys.executable), read_lock(ROOT / "locks").get(group, ""), group, log)
    except SetupFault as fault:
        raise SetupFault(f"{fault.message}.", fault.remedy) from fault
    except OSError as fault:
        raise SetupFault(f"The packages cannot be installed ({fault.strerror}).", by_hand) from fault
    importlib.invalidate_caches()
    if not here():
        raise SetupFault("The packages were not installed.", by_hand)

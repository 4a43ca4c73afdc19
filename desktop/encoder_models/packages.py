"""The packages that run a model in ONNX: whether they are here, and how they come from the lock."""

from __future__ import annotations

import importlib
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from mind.errors import EncoderFault

GROUP: Final = "encoder"
PACKAGES: Final = ("onnxruntime", "tokenizers")
MEGABYTES: Final = 32
BY_HAND: Final = "Install them by hand: pip install onnxruntime tokenizers."


def packages_here() -> bool:
    """Whether a model in ONNX can be run."""
    return all(find_spec(name) is not None for name in PACKAGES)


def install_packages(log: Path) -> None:
    """Install what the lock of this platform names for it, into the Python that runs. Blocks. Raises `EncoderFault`."""
    from desktop.install.lock import read_lock
    from desktop.install.packages import install_locked
    from desktop.install.start import ROOT
    from desktop.install.told import SetupFault

    if getattr(sys, "frozen", False):
        raise EncoderFault("This Hearth comes in one piece: no packages can be added.", "", kind="encoder-packages")
    try:
        install_locked(Path(sys.executable), read_lock(ROOT / "locks").get(GROUP, ""), GROUP, log)
    except SetupFault as fault:
        raise EncoderFault(f"{fault.message}.", fault.remedy, kind="encoder-packages") from fault
    except OSError as fault:
        raise EncoderFault(f"The packages cannot be installed ({fault.strerror}).", BY_HAND, kind="encoder-packages") from fault
    importlib.invalidate_caches()
    if not packages_here():
        raise EncoderFault("The packages were not installed.", BY_HAND, kind="encoder-packages")

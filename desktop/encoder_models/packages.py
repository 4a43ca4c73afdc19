"""The packages that run a model in ONNX: whether they are here, and how they come from the lock."""

from __future__ import annotations

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
    from desktop.install.extra import add_group
    from desktop.install.told import SetupFault

    try:
        add_group(GROUP, log, lambda: packages_here(), BY_HAND)
    except SetupFault as fault:
        raise EncoderFault(fault.message, fault.remedy, kind="encoder-packages") from fault

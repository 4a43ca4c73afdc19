"""The package that runs neural voices, which is an extra: whether it is here, and how it comes."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

from voice.errors import SynthesisFault

PACKAGE: Final = "sherpa_onnx"
INSTALL: Final = "Install it beside Hearth: pip install sherpa-onnx. Until then choose espeak."
KIND: Final = "voice-packages"


def packages_here() -> bool:
    """Whether a neural voice can be run."""
    return find_spec(PACKAGE) is not None


def need_packages() -> None:
    """Raise `SynthesisFault` where none can."""
    if not packages_here():
        raise SynthesisFault("The package sherpa-onnx, which runs neural voices, is missing.", INSTALL, kind=KIND)

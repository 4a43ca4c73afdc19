"""Choosing an engine by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from voice.ports import Synthesiser

ENGINES: Final = ("espeak",)


def espeak() -> Synthesiser:
    """Her own voice."""
    from voice.espeak.synthesiser import EspeakSynthesiser

    return EspeakSynthesiser()


MAKERS: Final[dict[str, Callable[[], Synthesiser]]] = {"espeak": espeak}


def engine(name: str) -> Synthesiser:
    """The engine of this name, ready to speak. Raises `SynthesisFault`."""
    return MAKERS[name]()

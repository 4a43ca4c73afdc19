"""Choosing an engine by name, with the others behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from voice.errors import SynthesisFault
from voice.ports import Delivery, Synthesiser
from voice.utterance import Utterance


def espeak() -> Synthesiser:
    """Her own voice."""
    from voice.espeak.library import library
    from voice.espeak.synthesiser import EspeakSynthesiser

    library()
    return EspeakSynthesiser()


def pyttsx3() -> Synthesiser:
    """The voices of the system."""
    from voice.pyttsx3_engine.synthesiser import Pyttsx3Synthesiser

    return Pyttsx3Synthesiser()


MAKERS: Final[dict[str, Callable[[], Synthesiser]]] = {"espeak": espeak, "pyttsx3": pyttsx3}
"""In the order in which they are tried."""


def open_engine(name: str) -> Synthesiser:
    """The engine of this name, and no other. Raises `SynthesisFault`."""
    return MAKERS[name]()


def engine(name: str = "auto") -> FallbackSynthesiser:
    """The engine of this name (``auto``: her own voice) with the others behind it. Never raises."""
    first = [name] if name in MAKERS else []
    return FallbackSynthesiser([MAKERS[key] for key in (*first, *(key for key in MAKERS if key not in first))])


class FallbackSynthesiser:
    """Speaks with the first engine that works. One that fails is left for the next, and the next utterance says why."""

    def __init__(self, makers: Sequence[Callable[[], Synthesiser]]) -> None:
        self._makers = list(makers)
        self._engine: Synthesiser | None = None
        self._notice: SynthesisFault | None = None
        self.name = "none"

    def speak(self, text: str, delivery: Delivery) -> Utterance:
        """See `voice.ports.Synthesiser`. Raises `SynthesisFault` when no engine is left, or when stopped."""
        while True:
            try:
                said = self._ready().speak(text, delivery)
            except SynthesisFault as fault:
                if fault.kind == "cancelled" or len(self._makers) < 2:
                    raise
                self._next(fault)
                delivery = replace(delivery, voice="")
            else:
                notice, self._notice = self._notice, None
                return replace(said, fault=notice) if notice else said

    def cancel(self) -> None:
        """Abort a running `speak`."""
        if self._engine is not None:
            self._engine.cancel()

    def close(self) -> None:
        """Let go of the engine."""
        if self._engine is not None:
            self._engine.close()

    def _ready(self) -> Synthesiser:
        if self._engine is None:
            self._engine = self._makers[0]()
            self.name = self._engine.name
        return self._engine

    def _next(self, fault: SynthesisFault) -> None:
        self._notice = fault
        if self._engine is not None:
            self._engine.close()
        self._engine = None
        del self._makers[0]

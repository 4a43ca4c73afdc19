"""Which voice a sentence is said with, in one string: it travels with the sentence to the thread that speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

ALONE: Final = "!"
ENGINES: Final = ("espeak", "pyttsx3", "server", "neural")
OWN: Final = "espeak"
"""The engine that ``auto`` stands for."""


@dataclass(frozen=True, slots=True)
class VoiceAddress:
    """`voice` is the engine's own name for it, or empty. `alone`: no other engine may speak in its place."""

    engine: str
    voice: str = ""
    alone: bool = False

    def __str__(self) -> str:
        return f"{ALONE if self.alone else ''}{self.engine}:{self.voice}"

    @property
    def shared(self) -> VoiceAddress:
        """The same voice, whoever may stand in for it."""
        return VoiceAddress(self.engine, self.voice)


def address_of(engine: str, voice: str = "", *, alone: bool = False) -> VoiceAddress:
    """An engine's voice; ``auto`` and unknown engines are her own."""
    return VoiceAddress(engine if engine in ENGINES else OWN, voice, alone)


def read_address(text: str) -> VoiceAddress:
    """What `str` of an address says; a text without an engine names a voice of her own engine."""
    bare = text.removeprefix(ALONE)
    engine, colon, voice = bare.partition(":")
    if not colon or engine not in ENGINES:
        return VoiceAddress(OWN, bare)
    return VoiceAddress(engine, voice, text.startswith(ALONE))

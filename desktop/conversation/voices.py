"""The voices a person can choose between: a name, what it is like, and the settings it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop.settings.model import CharacterVoice, EngineName


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """`key` names its words; the rest are the settings."""

    key: str
    engine: EngineName
    rate: float
    pitch: float


CHOICES: Final = (
    VoiceChoice("linden", "espeak", 1.0, 1.0),
    VoiceChoice("wren", "espeak", 1.1, 1.25),
    VoiceChoice("system", "pyttsx3", 1.0, 1.0),
)


def choose(settings: CharacterVoice, choice: VoiceChoice) -> None:
    """Set a voice."""
    settings.engine = choice.engine
    settings.voice = ""
    settings.rate, settings.pitch = choice.rate, choice.pitch


def chosen(settings: CharacterVoice) -> VoiceChoice:
    """The choice nearest to what is set: the engine decides, then the pitch."""
    if settings.engine == "pyttsx3":
        return CHOICES[2]
    return min(CHOICES[:2], key=lambda choice: abs(choice.pitch - settings.pitch))

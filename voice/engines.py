"""Choosing an engine by name, with the others behind it, each under watch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from voice.errors import SynthesisFault
from voice.fallback import FallbackSynthesiser
from voice.ports import EngineVoice, Synthesiser
from voice.watched import Watched

__all__ = ["NAMES", "EngineSetup", "FallbackSynthesiser", "engine", "open_engine", "voices_of"]


@dataclass(frozen=True, slots=True)
class EngineSetup:
    """What engines need to know: the speech server, the folder of downloaded voices, and the voice of espeak-ng with which a
    character speaks when their chosen one cannot ("" is hers)."""

    server_url: str = ""
    server_model: str = ""
    server_key: str = field(default="", repr=False)
    packs: Path | None = None
    own_voice: str = ""


def espeak(_: EngineSetup) -> Synthesiser:
    """Her own voice, in a process of its own: the library may break down over a text."""
    from voice.espeak.apart import apart_library
    from voice.espeak.library import library
    from voice.espeak.synthesiser import EspeakSynthesiser

    library()  # what it lacks is told at once, and in words
    return EspeakSynthesiser(apart_library().synthesise)


def pyttsx3(_: EngineSetup) -> Synthesiser:
    """The voices of the system."""
    from voice.pyttsx3_engine.synthesiser import Pyttsx3Synthesiser

    return Pyttsx3Synthesiser()


def server(setup: EngineSetup) -> Synthesiser:
    """A speech server."""
    from voice.speech_server.synthesiser import SpeechServerSynthesiser

    return SpeechServerSynthesiser(setup.server_url, setup.server_model, setup.server_key)


def neural(setup: EngineSetup) -> Synthesiser:
    """A downloaded voice."""
    from voice.neural.synthesiser import NeuralSynthesiser

    if setup.packs is None:
        raise SynthesisFault("No voice has been downloaded.", "Download one in the settings, or choose espeak.")
    return NeuralSynthesiser(setup.packs)


@dataclass(frozen=True, slots=True)
class Engine:
    """How to make one, and the seconds after which it counts as hanging: at least, and more per character.

    Engines with a child or a server give up earlier by themselves; this is for what they did not foresee. One that hangs and
    the one behind it together stay below the patience of `voice.synthesis_queue`, so that no sentence is lost.
    """

    make: Callable[[EngineSetup], Synthesiser]
    patience: float
    per_character: float


ENGINES: Final[dict[str, Engine]] = {
    "espeak": Engine(espeak, 6.0, 0.002),
    "pyttsx3": Engine(pyttsx3, 20.0, 0.05),
    "server": Engine(server, 21.0, 0.06),
    "neural": Engine(neural, 22.0, 0.08),
}
BEHIND: Final = ("espeak", "pyttsx3")
"""Who speaks when the chosen one cannot. Downloads and servers are never fallen back to: nobody asked for them."""

NAMES: Final = ("auto", *ENGINES)


def open_engine(name: str, setup: EngineSetup = EngineSetup()) -> Synthesiser:
    """The engine of this name (``auto``: her own voice), and no other. Raises `SynthesisFault`."""
    chosen = ENGINES["espeak" if name == "auto" else name]
    return Watched(chosen.make(setup), lambda text: chosen.patience + chosen.per_character * len(text))


def engine(name: str = "auto", setup: EngineSetup = EngineSetup()) -> FallbackSynthesiser:
    """The engine of this name (``auto``: her own voice) with the others behind it. Never raises."""
    first = [name] if name in ENGINES else []
    order = (*first, *(other for other in BEHIND if other not in first))
    own = None if order[0] == "espeak" and not setup.own_voice else setup.own_voice
    return FallbackSynthesiser([partial(open_engine, name, setup) for name in order], own)


def voices_of(name: str, setup: EngineSetup = EngineSetup()) -> list[EngineVoice]:
    """The voices that an engine has, good ones first. May take seconds: a child starts, a server is asked. Raises
    `SynthesisFault`."""
    if name == "pyttsx3":
        return voices_of_system()
    if name == "server":
        from voice.speech_server.voices import server_voices

        return server_voices(setup.server_url, setup.server_key)
    if name == "neural":
        from voice.neural.voices import neural_voices

        return neural_voices(setup.packs) if setup.packs is not None else []
    from voice.espeak.listing import espeak_voices

    return espeak_voices()


def voices_of_system() -> list[EngineVoice]:
    """Those of pyttsx3, asked through its child."""
    from voice.pyttsx3_engine.synthesiser import Pyttsx3Synthesiser

    system = Pyttsx3Synthesiser()
    try:
        return system.voices()
    finally:
        system.close()

"""The voice of a character, and what its engines need to know, out of the settings, the data folder and the keyring."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.conversation.tuned_voice import TunedVoice
from desktop.settings.model import OWN_VOICES, CharacterVoice, Settings
from desktop.settings.secrets import speech_key
from voice.ports import Synthesiser

if TYPE_CHECKING:
    from voice.engines import EngineSetup

PACKS: Final = "voices"
"""The folder of downloaded voices in the data folder."""


def own_voice(character: str) -> str:
    """The built-in voice of a character; empty for hers."""
    found = OWN_VOICES.get(character)
    return found.voice if found is not None else ""


def own_again(settings: Settings, gone: Callable[[CharacterVoice], bool]) -> bool:
    """Whoever speaks with a voice that is `gone` speaks with their own again; whether anybody did. The caller keeps it."""
    left = {name: voice for name, voice in settings.voice.characters.items() if gone(voice)}
    for name, voice in left.items():
        settings.voice.keep(name, voice.model_copy(update={"engine": "auto", "voice": own_voice(name)}))
    return bool(left)


def engine_setup(folder: Path, settings: Settings, character: str = "", *, server: bool = True) -> EngineSetup:
    """For a character; whoever stands on the stage where none is named. Asks the keyring, which may take a moment, unless no
    `server` is wanted."""
    from voice.engines import EngineSetup

    voice = settings.voice
    key = speech_key(voice.server_url) if server and voice.server_url else ""
    own = own_voice(character or settings.look.avatar)
    return EngineSetup(voice.server_url, voice.server_model, key, folder / PACKS, own)


def voice_of(folder: Path, settings: Settings, character: Callable[[], str]) -> TunedVoice:
    """The voice of whom `character` names, asked anew for every sentence. Nothing is opened before it speaks."""

    def chain(name: str) -> Synthesiser:
        from voice.engines import engine

        return engine(name, engine_setup(folder, settings, character(), server=name == "server"))

    return TunedVoice(chain, lambda: settings.voice.of(character()), lambda: own_voice(character()))

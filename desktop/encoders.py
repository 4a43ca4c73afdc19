"""What she remembers with besides words: the encoder that the settings name, and the models that are here."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.settings import Settings
    from mind.memory.encoders import Encoder
    from mind.turn.companion import MakeMeaning


def encoder_folder(data: Path) -> Path:
    """Where encoder models lie, a folder each."""
    return data / "models" / "encoders"


def installed_encoders(data: Path) -> list[str]:
    """The names of the models that are here."""
    from mind.memory.encoders.folder import holds_model

    folder = encoder_folder(data)
    if not folder.is_dir():
        return []
    return sorted(one.name for one in folder.iterdir() if not one.name.startswith(".") and holds_model(one))


def meaning_of(settings: Settings, data: Path) -> MakeMeaning:
    """Makes what the settings name: an encoder, or what the talk itself teaches. Opens nothing yet."""
    from mind.memory.encoders.meaning import Meaning
    from mind.memory.encoders.own_meaning import OwnMeaning

    if settings.memory.encoder == "none":
        return OwnMeaning
    # As they are set now: the settings may change while it is being opened.
    opener = partial(open_encoder, settings.model_copy(deep=True), data)
    return lambda store, names: Meaning(store, opener, names)


def open_encoder(settings: Settings, data: Path) -> Encoder:
    """The model's folder or the server that the settings name. Blocks. Raises `mind.errors.EncoderFault`."""
    from mind.memory.encoders.folder import open_folder

    chosen = settings.memory.encoder
    if chosen == "server":
        return _server(settings)
    named = encoder_folder(data) / chosen
    return open_folder(named if named.is_dir() else Path(chosen).expanduser())


def _server(settings: Settings) -> Encoder:
    from desktop.settings.environment import brain_with_environment
    from desktop.settings.secrets import brain_key
    from mind.memory.encoders.server import ServerEncoder

    brain = brain_with_environment(settings.brain)
    return ServerEncoder(brain.url, settings.memory.embedding_model, brain_key(brain.url) if brain.url else "")

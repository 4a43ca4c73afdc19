"""The speech models she can use: those in the data folder, and folders elsewhere that were chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.conversation.ear_making import MODELS
from desktop.settings import Settings
from mind.languages import LANGS

if TYPE_CHECKING:
    from voice.errors import VoiceError
    from voice.models import InstalledModel


def models_here(folder: Path, settings: Settings) -> list[InstalledModel]:
    """All that are whole. A folder that was chosen for a language counts for that where it does not tell one itself."""
    from voice.models import InstalledModel, installed_models

    found = installed_models(folder / MODELS)
    for lang, path in chosen_folders(folder, settings):
        whole = whole_or_fault(path)
        if isinstance(whole, InstalledModel) and all(model.path != path for model in found):
            found.append(InstalledModel(whole.name, whole.lang or lang, path))
    return found


def damaged_choices(folder: Path, settings: Settings) -> list[VoiceError]:
    """What is wrong with each model that was chosen and cannot be used."""
    from voice.errors import VoiceError

    tried = {path: whole_or_fault(path) for _, path in chosen_folders(folder, settings)}
    return [found for found in tried.values() if isinstance(found, VoiceError)]


def chosen_folders(folder: Path, settings: Settings) -> list[tuple[str, Path]]:
    """Language and folder of each model that was chosen, be it in the data folder or elsewhere."""
    chosen = ((lang, settings.hearing.model_for(lang)) for lang in LANGS)
    inside = folder / MODELS
    return [(lang, inside / name if (inside / name).is_dir() else Path(name).expanduser()) for lang, name in chosen if name]


def whole_or_fault(path: Path) -> InstalledModel | VoiceError:
    """The model in a folder, or what is wrong with it."""
    from voice.errors import VoiceError
    from voice.models.installed import checked

    try:
        return checked(path)
    except VoiceError as fault:
        return fault

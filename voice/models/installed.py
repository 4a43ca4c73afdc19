"""The speech models in a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from voice.errors import ModelFault
from voice.models.catalogue import KNOWN, OURS
from voice.models.place import set_aside_and_remove, whole_ones
from voice.recognise.soundness import check_files


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model on this machine. `lang` is empty where its name does not tell."""

    name: str
    lang: str
    path: Path


def installed_models(folder: Path) -> list[InstalledModel]:
    """The complete models in `folder`, by name; none where there is no such folder."""
    return whole_ones(folder, checked)


def checked(path: Path) -> InstalledModel:
    """The model in a folder. Raises `ModelFault` where it is not complete."""
    check_files(path)
    return InstalledModel(path.name, language_of_model(path.name), path)


def language_of_model(name: str) -> str:
    """What ``vosk-model-small-en-us-0.15`` understands."""
    for lang, known in KNOWN.items():
        if name == known:
            return lang
    middle = name.removeprefix("vosk-model-").removeprefix("small-").rpartition("-")[0]
    for tag, lang in OURS.items():
        if middle == tag or middle.startswith(tag + "-"):
            return lang
    return middle.split("-")[0]


def find_model(folder: Path, lang: str, chosen: str = "") -> Path:
    """The model to listen with: `chosen` (a folder, or the name of an installed one), else one for `lang`, else any.

    Raises `ModelFault` of kind ``speech-model-missing`` where there is none.
    """
    models = installed_models(folder)
    if chosen:
        named = next((model.path for model in models if model.name == chosen), Path(chosen).expanduser())
        check_files(named)
        return named
    fitting = [model for model in models if model.lang == lang] or models
    if not fitting:
        raise ModelFault(
            "No speech model is installed.",
            "Download one in the settings (40 MB), or name a folder that holds one.",
            kind="speech-model-missing",
        )
    return fitting[0].path


def remove_model(model: InstalledModel) -> None:
    """Take a model from the disk. Raises `ModelFault`."""
    set_aside_and_remove(model.path)

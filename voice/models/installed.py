"""The speech models in a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from voice.errors import ModelFault
from voice.models.language import KIND as LANGUAGE
from voice.models.language import called, language_of, language_of_model
from voice.models.place import set_aside_and_remove, whole_ones
from voice.recognise.soundness import check_files

MISSING: Final = "speech-model-missing"


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
    return InstalledModel(path.name, language_of(path), path)


def find_model(folder: Path, lang: str, chosen: str = "") -> Path:
    """The model to listen with: `chosen` (a folder, or the name of an installed one), else one for `lang`.

    One whose language nobody knows is taken for any; one that was chosen is taken whatever its language (`check_language` tells).
    Raises `ModelFault`: of kind ``speech-model-missing`` where there is none, ``speech-model-language`` where all are for others.
    """
    if chosen:
        named = folder / chosen if (folder / chosen).is_dir() else Path(chosen).expanduser()
        check_files(named)
        return named
    models = installed_models(folder)
    fitting = [model for model in models if model.lang == lang] or [model for model in models if not model.lang]
    if fitting:
        return fitting[0].path
    tell_damaged(folder, lang)
    if models:
        others = " and ".join(dict.fromkeys(called(model.lang) for model in models))
        raise ModelFault(
            f"The speech models that are installed understand {others}, not {called(lang)}.",
            f"Download the one for {called(lang)} in the settings, or name a folder that holds one.",
            kind=LANGUAGE,
        )
    raise ModelFault(
        "No speech model is installed.",
        "Download one in the settings (40 MB), or name a folder that holds one.",
        kind=MISSING,
    )


def tell_damaged(folder: Path, lang: str) -> None:
    """Raise `ModelFault` for the first model in `folder` that is for `lang` by its name but not whole: for her it is missing."""
    for path in sorted(folder.glob("[!.]*/")) if folder.is_dir() else ():
        try:
            if language_of_model(path.name) == lang:
                check_files(path)
        except ModelFault as fault:
            raise ModelFault(fault.message, fault.remedy, kind=MISSING) from fault


def remove_model(model: InstalledModel) -> None:
    """Take a model from the disk. Raises `ModelFault`."""
    set_aside_and_remove(model.path)

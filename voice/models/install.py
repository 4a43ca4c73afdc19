"""From the list to a model that works: download, check, unpack, try, put in place. A stop at any point leaves no half model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from voice.models.catalogue import OfficialModel
from voice.models.download import Progress, need_room
from voice.models.installed import InstalledModel
from voice.models.language import check_language, language_of_model
from voice.models.place import bring
from voice.models.unpack import unpack, unpacked_size
from voice.recognise.sizes import keep_sizes
from voice.recognise.soundness import try_model


def install_model(
    model: OfficialModel,
    folder: Path,
    progress: Progress = lambda here, whole: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> InstalledModel:
    """Install `model` in `folder`. Blocks: run it in a thread. Raises `ModelFault`, of kind ``cancelled`` when stopped."""

    def made(archives: list[Path], near: Path) -> Path:
        return sound(archives[0], near, language_of_model(model.name) or model.lang)

    return InstalledModel(model.name, model.lang, bring(model.name, [model], folder, made, progress, cancelled))


def sound(archive: Path, near: Path, lang: str) -> Path:
    """The unpacked model, once it is known to work and to be for this language. Raises `ModelFault`."""
    need_room(near, unpacked_size(archive))
    unpacked = unpack(archive, near)
    try_model(unpacked)
    check_language(unpacked, lang)
    keep_sizes(unpacked)
    return unpacked

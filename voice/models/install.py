"""From the list to a model that works: download, check, unpack, try, put in place. A stop at any point leaves no half model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from voice.models.catalogue import OfficialModel
from voice.models.download import Progress
from voice.models.installed import InstalledModel
from voice.models.place import bring
from voice.models.unpack import unpack
from voice.recognise.sizes import keep_sizes
from voice.recognise.soundness import try_model


def install_model(
    model: OfficialModel,
    folder: Path,
    progress: Progress = lambda here, whole: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> InstalledModel:
    """Install `model` in `folder`. Blocks: run it in a thread. Raises `ModelFault`, of kind ``cancelled`` when stopped."""
    return InstalledModel(model.name, model.lang, bring(model.name, [model], folder, made, progress, cancelled))


def made(archives: list[Path], near: Path) -> Path:
    """The unpacked model, once it is known to work."""
    unpacked = unpack(archives[0], near)
    try_model(unpacked)
    keep_sizes(unpacked)
    return unpacked

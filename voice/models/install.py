"""From the list to a model that works: download, check, unpack, try, put in place. A stop at any point leaves no half model."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout

from voice.errors import ModelFault
from voice.models.catalogue import OfficialModel
from voice.models.download import Progress, disk_fault, download
from voice.models.fetch import KIND
from voice.models.installed import InstalledModel
from voice.models.unpack import unpack
from voice.recognise.soundness import try_model


def install_model(
    model: OfficialModel,
    folder: Path,
    progress: Progress = lambda here, whole: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> InstalledModel:
    """Install `model` in `folder`. Blocks: run it in a thread. Raises `ModelFault`, of kind ``cancelled`` when stopped."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / f".{model.name}.lock", timeout=0):
            archive = folder / f"{model.name}.zip"
            if not archive.exists():
                archive = download(model, folder, progress, cancelled)
            return put_in_place(model, archive, folder)
    except Timeout as busy:
        raise ModelFault(f"{model.name} is being downloaded already.", "Wait for it.", kind=KIND) from busy
    except OSError as fault:
        raise disk_fault(fault, folder) from fault


def put_in_place(model: OfficialModel, archive: Path, folder: Path) -> InstalledModel:
    """Unpack beside the others, try, and rename: the name appears with a model that works or not at all."""
    with tempfile.TemporaryDirectory(prefix=f".{model.name}-", dir=folder, ignore_cleanup_errors=True) as near:
        try:
            unpacked = unpack(archive, Path(near))
            try_model(unpacked)
        except ModelFault:
            archive.unlink()
            raise
        target = folder / model.name
        if target.exists():
            target.rename(Path(near) / "replaced")
        unpacked.rename(target)
    archive.unlink()
    shutil.rmtree(folder / f".{model.name}.removed", ignore_errors=True)
    return InstalledModel(model.name, model.lang, target)

"""From the list to a voice that speaks: download, check, unpack, try, put in place. A stop at any point leaves no half pack."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

from voice.errors import ModelFault
from voice.models.download import Progress, need_room, stop_where
from voice.models.place import bring
from voice.models.suspicion import Limits
from voice.models.unpack import unpack
from voice.voice_packs.installed import as_installed
from voice.voice_packs.layout import KIND, laid_out
from voice.voice_packs.pack import InstalledPack, VoicePack

LIMITS: Final = Limits(files=3000, bytes=2_000_000_000)
"""A pack carries some hundred small files for the sounds of languages."""

UNUSED: Final = "espeak-ng-data"
"""The sounds of languages for older engines, 18 MB; ours come from Hearth's own espeak-ng."""

GROWTH: Final = 1.2
"""Weights hardly pack: unpacked they take about this much more than the archive."""


def install_pack(
    pack: VoicePack,
    folder: Path,
    progress: Progress = lambda here, whole: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> InstalledPack:
    """Install `pack` in `folder`. Blocks: run it in a thread. What has come before a stop is kept and resumed.

    The model is tried in a child process where the package that runs it is here; else that comes when it first speaks.
    Raises `ModelFault`, of kind ``cancelled`` when `cancelled` turned true.
    """

    def made(files: list[Path], near: Path) -> Path:
        need_room(folder, int(pack.archive.size * GROWTH))
        stop_where(cancelled, pack.name)
        unpacked = unpack(files[0], near, LIMITS)
        if unpacked.name != pack.name:
            raise ModelFault(f"{pack.name} came with something else in it ({unpacked.name}).", "Choose another.", kind=KIND)
        shutil.rmtree(unpacked / UNUSED, ignore_errors=True)
        for beside in files[1:]:
            shutil.copyfile(beside, unpacked / beside.name)
        stop_where(cancelled, pack.name)
        tried(unpacked, cancelled)
        return unpacked

    return as_installed(laid_out(bring(pack.name, pack.files, folder, made, progress, cancelled)))


def tried(folder: Path, cancelled: Callable[[], bool]) -> None:
    """Let it speak a word, where it can be run."""
    from voice.neural.packages import packages_here
    from voice.neural.trial import try_pack

    laid_out(folder)
    if packages_here():
        try_pack(folder, cancelled)

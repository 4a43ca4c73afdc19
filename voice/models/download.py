"""A file from the network that can be resumed, and is whole or not there."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from voice.errors import ModelFault
from voice.models.catalogue import OfficialModel
from voice.models.fetch import AGAIN, KIND, opened

PIECE: Final = 1 << 16

Progress = Callable[[int, int], None]
"""Told bytes here and bytes in all."""


def download(model: OfficialModel, folder: Path, progress: Progress, cancelled: Callable[[], bool]) -> Path:
    """The model's archive in `folder`, checked against its md5. What came before an interruption is kept and resumed.

    Raises `ModelFault`; of kind ``cancelled`` when `cancelled` turned true.
    """
    part = folder / f"{model.name}.zip.part"
    try:
        if part.exists() and part.stat().st_size > model.size:
            part.unlink()
        if not part.exists() or part.stat().st_size < model.size:
            take_rest(model, part, progress, cancelled)
        check(model, part)
        archive = folder / f"{model.name}.zip"
        part.replace(archive)
    except OSError as fault:
        raise disk_fault(fault, folder) from fault
    return archive


def disk_fault(fault: OSError, folder: Path) -> ModelFault:
    """What the disk refuses, in words."""
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return ModelFault(f"No room left on the disk of {folder}.", "Free some room and try again.", kind=KIND)
    return ModelFault(f"{folder} cannot be written ({fault.strerror or fault}).", "Check the data folder.", kind=KIND)


def take_rest(model: OfficialModel, part: Path, progress: Progress, cancelled: Callable[[], bool]) -> None:
    """Fetch what is missing of `part`."""
    here = part.stat().st_size if part.exists() else 0
    headers = {"Range": f"bytes={here}-"} if here else {}
    with opened(model.url, headers) as answer:
        if here and answer.status != 206:  # a server that cannot resume sends all of it
            here = 0
        with part.open("ab" if here else "wb") as file:
            copy(model, answer, file, here, progress, cancelled)
    if part.stat().st_size < model.size:
        raise ModelFault(f"The download of {model.name} broke off.", AGAIN, kind=KIND)


def copy(
    model: OfficialModel, answer: Any, file: Any, here: int, progress: Progress, cancelled: Callable[[], bool]
) -> None:
    """From the net to the disk, never more than the list promised."""
    progress(here, model.size)
    while here < model.size and (piece := answer.read(min(PIECE, model.size - here))):
        file.write(piece)
        here += len(piece)
        progress(here, model.size)
        if cancelled():
            raise ModelFault(f"The download of {model.name} was stopped.", "It goes on where it stopped.", kind="cancelled")


def check(model: OfficialModel, part: Path) -> None:
    """Compare size and md5; what is wrong is thrown away, since no resuming could mend it."""
    digest = hashlib.md5(usedforsecurity=False)
    with part.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    if part.stat().st_size != model.size or digest.hexdigest() != model.md5:
        part.unlink()
        raise ModelFault(f"The download of {model.name} does not match its checksum.", "Try again.", kind=KIND)

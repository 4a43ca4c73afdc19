"""A file from the network that can be resumed, and is whole or not there."""

from __future__ import annotations

import errno
import hashlib
import re
import shutil
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, Final, Protocol

from voice.errors import ModelFault
from voice.models.fetch import AGAIN, KIND, NO_RANGE, opened

PIECE: Final = 1 << 16
SPARE: Final = 20_000_000
"""Bytes of the disk that a download leaves free for everything else."""

CHECKSUM: Final = re.compile(r"md5:[0-9a-f]{32}|sha256:[0-9a-f]{64}")
RANGE: Final = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")

Progress = Callable[[int, int], None]
"""Told bytes here and bytes in all."""


class NoRoom(ModelFault):
    """The disk is full: what has come is good, and is kept."""

    kind = KIND


class Wanted(Protocol):
    """A file as a list tells it: what people call it, how it is called on the disk, where it lies, what it must be."""

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def file(self) -> str:
        """Its name on the disk."""

    @property
    def url(self) -> str:
        """Where it lies."""

    @property
    def size(self) -> int:
        """Bytes."""

    @property
    def checksum(self) -> str:
        """``md5:`` or ``sha256:`` and the digest in hexadecimal."""

    @property
    def hosts(self) -> Collection[str]:
        """The only hosts it may come from; any where none is named."""


def download(wanted: Wanted, folder: Path, progress: Progress, cancelled: Callable[[], bool]) -> Path:
    """The file in `folder`, checked. What came before an interruption is kept and resumed.

    Raises `ModelFault`; of kind ``cancelled`` when `cancelled` turned true.
    """
    if not CHECKSUM.fullmatch(wanted.checksum):
        raise ModelFault(f"{wanted.name} comes without a checksum: it was not fetched.", "Choose another.", kind=KIND)
    part = folder / f"{wanted.file}.part"
    try:
        if part.exists() and part.stat().st_size > wanted.size:
            part.unlink()
        if not part.exists() or part.stat().st_size < wanted.size:
            need_room(folder, wanted.size - (part.stat().st_size if part.exists() else 0))
            take_rest(wanted, part, progress, cancelled)
        check(wanted, part)
        return part.replace(folder / wanted.file)
    except OSError as fault:
        raise disk_fault(fault, folder) from fault


def need_room(folder: Path, size: int) -> None:
    """Raise `ModelFault` where `size` bytes more would fill the disk."""
    if shutil.disk_usage(folder).free < size + SPARE:
        raise NoRoom(
            f"No room left on the disk of {folder}: {-(-size // 1_000_000)} MB are needed.", "Free some room and try again."
        )


def disk_fault(fault: OSError, folder: Path) -> ModelFault:
    """What the disk refuses, in words."""
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return NoRoom(f"No room left on the disk of {folder}.", "Free some room and try again.")
    return ModelFault(f"{folder} cannot be written ({fault.strerror or fault}).", "Check the data folder.", kind=KIND)


def take_rest(wanted: Wanted, part: Path, progress: Progress, cancelled: Callable[[], bool]) -> None:
    """Fetch what is missing of `part`."""
    here = part.stat().st_size if part.exists() else 0
    headers = {"Range": f"bytes={here}-"} if here else {}
    try:
        with opened(wanted.url, headers, hosts=wanted.hosts) as answer:
            here = resumed_at(wanted, answer, part, here)
            with part.open("ab" if here else "wb") as file:
                copy(wanted, answer, file, here, progress, cancelled)
    except ModelFault as fault:
        if fault.kind == NO_RANGE:  # what is here is longer than what lies there: it is of something else
            part.unlink(missing_ok=True)
        raise
    if part.stat().st_size < wanted.size:
        raise ModelFault(f"The download of {wanted.name} broke off.", AGAIN, kind=KIND)


def resumed_at(wanted: Wanted, answer: Any, part: Path, here: int) -> int:
    """Where the answer begins: at what is here, or at 0 from a server that cannot resume and sends all of it."""
    if not here or answer.status != 206:
        return 0
    told = RANGE.fullmatch(answer.headers.get("Content-Range", ""))
    if told and int(told[1]) == here and told[2] in ("*", str(wanted.size)):
        return here
    part.unlink()
    raise ModelFault(f"The server of {wanted.name} now has another file there.", "Try again: it begins anew.", kind=KIND)


def copy(wanted: Wanted, answer: Any, file: Any, here: int, progress: Progress, cancelled: Callable[[], bool]) -> None:
    """From the net to the disk as it comes, never more than the list promised."""
    progress(here, wanted.size)
    while here < wanted.size and (piece := answer.read1(min(PIECE, wanted.size - here))):
        file.write(piece)
        here += len(piece)
        progress(here, wanted.size)
        stop_where(cancelled, wanted.name)


def stop_where(cancelled: Callable[[], bool], name: str) -> None:
    """Raise `ModelFault` of kind ``cancelled`` once it is wanted no more."""
    if cancelled():
        raise ModelFault(f"The download of {name} was stopped.", "It goes on where it stopped.", kind="cancelled")


def check(wanted: Wanted, part: Path) -> None:
    """Compare size and checksum; what is wrong is thrown away, since no resuming could mend it."""
    algorithm, _, told = wanted.checksum.partition(":")
    digest = hashlib.new(algorithm, usedforsecurity=algorithm != "md5")
    with part.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    if part.stat().st_size != wanted.size or digest.hexdigest() != told:
        part.unlink()
        raise ModelFault(f"The download of {wanted.name} does not match its checksum.", "Try again.", kind=KIND)

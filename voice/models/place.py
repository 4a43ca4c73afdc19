"""How every install ends: alone, and by one rename, so that a name stands for a whole or for nothing."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar

from filelock import FileLock, Timeout

from voice.errors import ModelFault
from voice.models.download import NoRoom, Progress, Wanted, disk_fault, download
from voice.models.fetch import KIND

PASSING: Final = ("cancelled", "speech-model-memory")
"""Kinds of faults that do not lie in what was downloaded."""

Found = TypeVar("Found")


def bring(
    name: str,
    wanted: Sequence[Wanted],
    folder: Path,
    made: Callable[[list[Path], Path], Path],
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Path:
    """Download what is `wanted`, let `made` turn the files into a folder that works (inside the one it is given), and put that
    in place as `folder`/`name`. What was there before stays until then, and for good where anything fails.

    Raises `ModelFault`, of kind ``cancelled`` when stopped. What has come by then is kept; what turned out wrong is not.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with alone(name, folder):
            files = fetched(wanted, folder, progress, cancelled)
            with tempfile.TemporaryDirectory(prefix=f".{name}-", dir=folder, ignore_cleanup_errors=True) as near:
                try:
                    ready = made(files, Path(near))
                except ModelFault as fault:
                    if not isinstance(fault, NoRoom) and fault.kind not in PASSING:
                        discard(files)
                    raise
                put(ready, folder / name, Path(near))
            discard(files)
            shutil.rmtree(folder / f".{name}.removed", ignore_errors=True)
            return folder / name
    except OSError as fault:
        raise disk_fault(fault, folder) from fault


@contextmanager
def alone(name: str, folder: Path) -> Iterator[None]:
    """Hold the lock of `name`, and clear what an install that was killed has left. Raises `ModelFault` where another holds it."""
    try:
        with FileLock(folder / f".{name}.lock", timeout=0):
            for left in folder.glob(f".{name}-*"):
                shutil.rmtree(left, ignore_errors=True)
            yield
    except Timeout as busy:
        raise ModelFault(f"{name} is being downloaded already.", "Wait for it.", kind=KIND) from busy


def fetched(wanted: Sequence[Wanted], folder: Path, progress: Progress, cancelled: Callable[[], bool]) -> list[Path]:
    """The files one after another, told as one download."""
    whole = sum(each.size for each in wanted)
    files: list[Path] = []
    before = 0
    for each in wanted:
        done = before

        def said(here: int, _: int, done: int = done) -> None:
            progress(done + here, whole)

        file = folder / each.file
        files.append(file if file.exists() else download(each, folder, said, cancelled))
        before += each.size
    return files


def put(ready: Path, target: Path, near: Path) -> None:
    """Rename `ready` to `target`; what stood there comes back where that fails."""
    replaced = near / "replaced"
    if target.exists():
        target.rename(replaced)
    try:
        ready.rename(target)
    except OSError:
        if replaced.exists():
            replaced.rename(target)
        raise


def discard(files: Sequence[Path]) -> None:
    """Throw the downloads away."""
    for file in files:
        file.unlink(missing_ok=True)


def whole_ones(folder: Path, made: Callable[[Path], Found]) -> list[Found]:
    """What `made` finds in the folders inside `folder`, by name, without those for which it raises `ModelFault`."""
    if not folder.is_dir():
        return []
    found = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or not path.is_dir():
            continue
        try:
            found.append(made(path))
        except ModelFault:
            continue
    return found


def set_aside_and_remove(path: Path) -> None:
    """Take a folder from the disk, first by name. Raises `ModelFault`."""
    try:
        aside = path.with_name(f".{path.name}.removed")
        shutil.rmtree(aside, ignore_errors=True)
        path.rename(aside)
        shutil.rmtree(aside)
    except OSError as fault:
        raise ModelFault(f"{path} cannot be removed ({fault.strerror or fault}).", "Remove it by hand.") from fault

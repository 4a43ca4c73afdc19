"""Where the forge puts what it makes: places are tried before the long work, and files replaced whole."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

from avatars.errors import PlaceRefused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def told(place: Path) -> Iterator[None]:
    """What the system refuses is told as `PlaceRefused`."""
    try:
        yield
    except OSError as fault:
        raise PlaceRefused(place, fault.strerror or str(fault)) from fault


def try_out(folder: Path) -> None:
    """Make the folder and see whether it takes a file. Raises `PlaceRefused`: before the long work, not after it."""
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass


def write(path: Path, data: bytes) -> None:
    """Replaces the file in one step: a reader sees the old one or the new one, never a part. Raises `PlaceRefused`."""
    fresh = path.with_suffix(path.suffix + ".part")
    with told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            fresh.write_bytes(data)
            fresh.replace(path)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise

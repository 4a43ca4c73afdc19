"""What a model or a pack takes on the disk, whole or begun."""

from __future__ import annotations

from pathlib import Path
from typing import Final

MILLION: Final = 1_000_000


def megabytes_in(folder: Path) -> int:
    """What a folder takes, at least 1."""
    try:
        return max(1, -(-sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) // MILLION))
    except OSError:
        # It goes away while it is looked at: the next look tells.
        return 1


def part_of(folder: Path, archive: str) -> int:
    """Bytes of a download of the file `archive` that was begun and not ended; 0 where none was."""
    return sum(file.stat().st_size for file in folder.glob(f"{archive}*") if file.is_file()) if folder.is_dir() else 0


def drop_part(folder: Path, archive: str) -> None:
    """Let go of what came of such a download. Raises `OSError`."""
    for file in folder.glob(f"{archive}*"):
        file.unlink(missing_ok=True)

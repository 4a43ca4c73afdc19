"""What an installed model's files weighed when they were known to work: a file that was cut since is found without loading it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from voice.errors import ModelFault

FILE: Final = "hearth-files.json"
REMEDY: Final = "Remove it and download it again."


def keep_sizes(folder: Path) -> None:
    """Note the files of a model and how long they are. Raises `OSError`."""
    files = {path.relative_to(folder).as_posix(): path.stat().st_size for path in sorted(folder.rglob("*")) if path.is_file()}
    (folder / FILE).write_text(json.dumps(files, indent=0), encoding="utf-8")


def has_sizes(folder: Path) -> bool:
    """Whether a note was kept."""
    return (folder / FILE).is_file()


def check_sizes(folder: Path) -> None:
    """Raise `ModelFault` naming the first file that is not as long as it was; nothing is said of folders without a note."""
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return
    except (OSError, ValueError) as fault:
        raise damaged(folder, FILE) from fault
    if not isinstance(kept, dict):
        raise damaged(folder, FILE)
    for name, size in kept.items():
        file = folder / name
        if not file.is_file() or file.stat().st_size != size:
            raise damaged(folder, name)


def damaged(folder: Path, name: str) -> ModelFault:
    """One of its files has changed."""
    return ModelFault(f"{folder} is a damaged speech model: {name} is missing or cut short.", REMEDY)

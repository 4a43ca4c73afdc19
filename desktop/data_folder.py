"""Where one companion's data lies."""

from __future__ import annotations

import os
from pathlib import Path


def data_folder(chosen: str | None = None) -> Path:
    """The folder named by `--data-dir`, else HEARTH_HOME, else the platform's own place. Not created here."""
    if chosen:
        return _written(chosen)
    home = os.environ.get("HEARTH_HOME", "").strip()
    if home:
        return _written(home)
    import platformdirs

    return platformdirs.user_data_path("Hearth", appauthor=False)


def _written(path: str) -> Path:
    """A path as users write it. A ``~name`` of nobody is a name like any other."""
    try:
        return Path(path).expanduser().absolute()
    except RuntimeError:
        return Path(path).absolute()

"""Where one companion's data lies."""

from __future__ import annotations

import os
from pathlib import Path


def data_folder(chosen: str | None = None) -> Path:
    """The folder named by `--data-dir`, else HEARTH_HOME, else the platform's own place. Not created here."""
    if chosen:
        return Path(chosen).expanduser().absolute()
    home = os.environ.get("HEARTH_HOME", "").strip()
    if home:
        return Path(home).expanduser().absolute()
    import platformdirs

    return platformdirs.user_data_path("Hearth", appauthor=False)

"""A path of espeak-ng's data that the library can hold."""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import sys
import tempfile
from pathlib import Path

from voice.errors import SynthesisFault

LONGEST = 150
"""Bytes. The library keeps the path in 160 of them and, where it does not fit, answers normally and then never speaks."""


def fits(path: str) -> bool:
    """Whether the library can open this path: short enough, and plain ASCII where it uses the system's code page."""
    return len(os.fsencode(path)) < LONGEST and (sys.platform != "win32" or path.isascii())


@functools.cache
def usable_data_path(path: str) -> str:
    """`path` itself, or a short link to it (a copy where links are not allowed) that goes when the program ends."""
    if fits(path):
        return path
    for parent in (tempfile.gettempdir(), "/tmp", str(Path.home())):
        try:
            folder = Path(tempfile.mkdtemp(prefix="hearth-", dir=parent))
        except OSError:
            continue
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        short = folder / "espeak-ng-data"
        if fits(str(short)):
            bring(Path(path), short)
            return str(short)
    raise SynthesisFault(
        "The speech data of espeak-ng lies in a folder whose path is too long for it.",
        "Install Hearth in a folder with a shorter path.",
    )


def bring(data: Path, short: Path) -> None:
    """Make `data` reachable as `short`."""
    try:
        short.symlink_to(data, target_is_directory=True)
    except OSError:
        shutil.copytree(data, short)

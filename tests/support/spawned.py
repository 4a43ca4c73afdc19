"""The children that this process has spawned."""

from __future__ import annotations

import psutil

from voice.espeak.apart import apart_library


def spawned_children() -> list[psutil.Process]:
    """All that run but those that stay as long as the process: the one with her own voice, and multiprocessing's own tracker."""
    mine = [child for child in psutil.Process().children() if child.pid != apart_library().pid]
    return [child for child in mine if "spawn_main" in command(child)]


def command(process: psutil.Process) -> str:
    """Its command line; none once it has ended, waited for by its parent or not."""
    try:
        return " ".join(process.cmdline())
    except psutil.NoSuchProcess:
        return ""

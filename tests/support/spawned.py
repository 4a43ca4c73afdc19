"""The children that this process has spawned."""

from __future__ import annotations

import psutil

from voice.espeak.apart import apart_library


def spawned_children() -> list[psutil.Process]:
    """All but those that stay as long as the process: the one with her own voice, and multiprocessing's own tracker."""
    mine = [child for child in psutil.Process().children() if child.pid != apart_library().pid]
    return [child for child in mine if "spawn_main" in " ".join(child.cmdline())]

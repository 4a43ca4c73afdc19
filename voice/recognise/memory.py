"""Whether a speech model fits into the memory that is free: one that does not ends the process or halts the machine."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from typing import Final

from voice.errors import ModelFault

AROUND: Final = 150_000_000
GRAPHS: Final = 2.0
RESCORING: Final = 6.0
"""Bytes that loading takes: so many in any case, so many times the model's files, and so many times what weighs its sentences
anew (``rescore``, ``rnnlm``). Vosk tells 300 MB for its small models (68 MB of files), and 13 GB were seen for its large English
one (2.7 GB of files, most of them for weighing anew)."""

WEIGHING: Final = ("rescore", "rnnlm")

REMEDY: Final = "Choose a small model (they are named so), or close other programs."
KIND: Final = "speech-model-memory"


def check_memory(folder: Path) -> None:
    """Raise `ModelFault` of kind ``speech-model-memory`` where the model would not fit. Takes no time."""
    needed, free = needed_for(folder), free_memory()
    if free is not None and needed > free:
        raise ModelFault(
            f"{folder.name} is too big: it needs about {gigabytes(needed)} of memory, and {gigabytes(free)} are free.",
            REMEDY,
            kind=KIND,
        )


def needed_for(folder: Path) -> int:
    """Bytes of memory that the model in `folder` takes, about."""
    weighing = sum(size_of(folder / name) for name in WEIGHING)
    return int(AROUND + GRAPHS * (size_of(folder) - weighing) + RESCORING * weighing)


def size_of(folder: Path) -> int:
    """Bytes of all files in a folder; 0 where there is none."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def free_memory() -> int | None:
    """Bytes that can be taken without others having to give way; None where the system does not tell."""
    if sys.platform == "win32":
        return windows_free()
    if sys.platform == "linux":
        known = [bytes_ for bytes_ in (linux_free(), group_free()) if bytes_ is not None]
        return min(known, default=None)
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") * 2 // 3
    except (ValueError, OSError):
        return None


def linux_free(source: Path = Path("/proc/meminfo")) -> int | None:
    """As the kernel estimates it."""
    try:
        lines = source.read_text("ascii").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:")), None)


def group_free(folder: Path = Path("/sys/fs/cgroup")) -> int | None:
    """What is left of the limit of a container, if there is one."""
    try:
        limit = (folder / "memory.max").read_text("ascii").strip()
        used = int((folder / "memory.current").read_text("ascii"))
    except (OSError, ValueError):
        return None
    return max(0, int(limit) - used) if limit.isdigit() else None


class _MemoryStatus(ctypes.Structure):
    """MEMORYSTATUSEX."""

    _fields_ = (
        ("length", ctypes.c_uint32),
        ("load", ctypes.c_uint32),
        *(
            (name, ctypes.c_uint64)
            for name in ("total", "free", "total_page", "free_page", "total_here", "free_here", "extended")
        ),
    )


def windows_free() -> int | None:
    """As Windows tells it."""
    status = _MemoryStatus()
    status.length = ctypes.sizeof(status)
    kernel = getattr(ctypes, "windll", None)
    if kernel is None or not kernel.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
        return None
    return int(status.free)


def gigabytes(count: int) -> str:
    """For people."""
    return f"{count / 1e9:.1f} GB"

"""What every process beside ours does: it says nothing, and goes when its parent goes."""

from __future__ import annotations

import multiprocessing
import os


def follow_parent() -> None:
    """End this process with its parent, even while a library works. To be run in a thread of its own."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def be_quiet() -> None:
    """What a library prints, the words it speaks among it, goes into nothing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)

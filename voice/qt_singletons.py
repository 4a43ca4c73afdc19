"""A guard against PySide6 6.12.0 on Python before 3.12, where it takes references that are not its own.

Every call of it that returns nothing takes one reference of ``None``, every emitted signal one of ``True``; after some ten
thousand calls the interpreter dies with "deallocating None". Python 3.12 made these objects immortal, and the fault harmless.
"""

from __future__ import annotations

import ctypes
import functools
import sys
from typing import Final

PLENTY: Final = 1 << 40
"""References: a thousand years of frames."""


@functools.cache
def hold_singletons() -> None:
    """Make ``None``, ``True`` and ``False`` as good as immortal. Call it before Qt's loop runs; once is enough."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for singleton in (None, True, False):
        ctypes.c_ssize_t.from_address(id(singleton)).value += PLENTY  # ob_refcnt is the first field of PyObject

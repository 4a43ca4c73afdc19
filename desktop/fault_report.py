"""How a fault that reached the top is told: one clear line and the next step, or a trace for a bug."""

from __future__ import annotations

import traceback
from typing import TextIO

from desktop.exit_codes import Exit

BY_KIND = {
    "store-in-use": Exit.IN_USE,
    "store-damaged": Exit.DATA,
    "store-newer": Exit.DATA,
    "store-read-only": Exit.DATA,
    "store-full": Exit.DATA,
    "store": Exit.DATA,
    "avatar-refused": Exit.USAGE,
    "sound-file": Exit.USAGE,
    "conversation-file": Exit.USAGE,
    "usage": Exit.USAGE,
    "setting": Exit.USAGE,
    "brain": Exit.BRAIN,
}


def report(fault: Exception, to: TextIO) -> Exit:
    """Write the fault to `to`; the exit code that belongs to it."""
    message = getattr(fault, "message", None)
    kind = getattr(fault, "kind", None)
    if not isinstance(message, str) or not isinstance(kind, str):
        to.write("".join(traceback.format_exception(fault)))
        to.write("hearth: this is a mistake of ours. Nothing that was kept is lost.\n")
        return Exit.BUG
    to.write(f"hearth: {message}\n")
    remedy = getattr(fault, "remedy", "")
    if remedy:
        to.write(f"        {remedy}\n")
    return Exit.BRAIN if kind.startswith("brain-") else BY_KIND.get(kind, Exit.MISSING)

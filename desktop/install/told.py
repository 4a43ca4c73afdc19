"""What set-up says: to stderr, so that stdout carries only answers."""

from __future__ import annotations

import sys


class SetupFault(Exception):
    """Set-up cannot go on: one line, and what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


def tell(line: str) -> None:
    """One line of progress."""
    print(f"hearth: {line}", file=sys.stderr, flush=True)


def tell_remedy(line: str) -> None:
    """What to do about the line before."""
    print(f"        {line}", file=sys.stderr, flush=True)

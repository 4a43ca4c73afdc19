"""The exit codes of every door."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Stable: scripts rely on them."""

    OK = 0
    BUG = 1
    USAGE = 2
    """The command line is wrong, or names a file that cannot be used."""
    MISSING = 3
    """Something outside is missing: the message names it and the remedy."""
    BRAIN = 4
    """The brain server failed; the user's words are kept."""
    IN_USE = 5
    """Another Hearth writes to this data folder."""
    DATA = 6
    """The data folder is damaged, newer, read-only or full."""

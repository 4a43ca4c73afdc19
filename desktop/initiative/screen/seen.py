"""One look at the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Seen:
    """None: this system does not tell. `idle` in seconds since a key or the pointer, anywhere."""

    idle: float | None = None
    fullscreen: bool | None = None
    locked: bool | None = None
    call: bool | None = None


class Screen(Protocol):
    """Looks when asked, at once; never raises."""

    def look(self) -> Seen:
        """What can be known now."""


class UnknownScreen:
    """Where nothing is told."""

    def look(self) -> Seen:
        """Nothing."""
        return Seen()

"""What a shell can tell of the user and of the screen. It never looks at what is on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

AWAY: Final = 180.0
"""Seconds without a key or the pointer after which the user counts as away."""

Shown = Literal["active", "shown", "hidden"]
"""Our window: with the keyboard in it, somewhere on the screen, or not to be seen."""


@dataclass(frozen=True, slots=True)
class Presence:
    """None always means: cannot be known on this machine. Times in seconds."""

    idle: float | None = None
    """Since the last key or pointer movement, anywhere."""
    back_for: float | None = None
    """Since the user came back, where they were away; None where they never were."""
    window: Shown = "active"
    fullscreen: bool | None = False
    """Whether another program fills the screen."""
    locked: bool | None = False
    call: bool | None = False
    """Whether another program listens to the microphone."""
    typing: bool = False
    """Words stand in our composer, or were typed there just now."""
    talking: bool = False
    """She thinks or speaks, or the user is being heard."""
    opened_for: float = 86_400.0
    """Since the program greeted."""
    awake_for: float = 86_400.0
    """Since the computer woke from sleep."""
    clock_steady_for: float = 172_800.0
    """Since the clock on the wall was last set by a good while, in seconds that nobody can set."""

    @property
    def away(self) -> bool | None:
        """Whether nobody is at the computer."""
        return None if self.idle is None else self.idle >= AWAY


AT_THE_PROMPT: Final = Presence(idle=0.0)
"""Someone who is there for certain."""

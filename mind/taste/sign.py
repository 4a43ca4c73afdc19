"""A sign of what the user likes, as it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

SignKind = Literal["said", "sign", "set"]
"""Said in so many words, read from how something was taken, or set by the user's hand."""


@dataclass(frozen=True, slots=True)
class TasteSign:
    """One sign: on which axis (an `Axis`, or what the taste package names besides), from -1 (less of it) to 1 (more)."""

    axis: str
    value: float
    weight: float
    """How much it counts beside others; above 0."""
    kind: SignKind
    at: datetime
    turn_id: int | None = None
    """The user's turn it was read from: it goes when that is forgotten. None for what was set by hand."""


@dataclass(frozen=True, slots=True)
class KeptSign(TasteSign):
    """A sign with its number in the store."""

    id: int = 0
    undone: bool = False
    """The user took it back: it counts no longer."""

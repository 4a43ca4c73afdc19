"""What came to mind: kept facts and turns, each with what spoke for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from mind.domain import Memory, Said

FOUND: Final = 0.5
"""The confidence from which on something may be spoken of as remembered."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """A turn that came to mind. `why` holds each channel's share of `score`; `before` and `after` are of its sitting."""

    turn: Said
    score: float
    why: Mapping[str, float] = field(default_factory=dict, hash=False)
    before: Said | None = None
    after: Said | None = None


@dataclass(frozen=True, slots=True)
class Recollection:
    """What a query brought to mind, the best first. `confidence` (0..1) that one of the first holds what was asked for:
    from `FOUND` on it was found."""

    memories: tuple[Memory, ...] = ()
    turns: tuple[Recalled, ...] = ()
    confidence: float = 0.0

    @property
    def found(self) -> bool:
        """Whether the best turn may be spoken of as what was asked for."""
        return bool(self.turns) and self.confidence >= FOUND

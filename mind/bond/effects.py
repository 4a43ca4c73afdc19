"""What each kind of event weighs. The figures are our design, tuned on simulated users, not fitted to people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mind.domain import BondKind


@dataclass(frozen=True, slots=True)
class Effect:
    """Weights per full event on warmth, trust, familiarity, commitment, hurt, and the push on the mood."""

    warmth: float
    trust: float
    familiarity: float
    commitment: float
    hurt: float
    mood: tuple[float, float, float]

    @property
    def positive(self) -> bool:
        return self.hurt == 0

    @property
    def severe(self) -> bool:
        """Opens a rupture, and is held until a second signal agrees."""
        return self.hurt >= SEVERE


SEVERE: Final = 5.0

EFFECTS: Final[dict[BondKind, Effect]] = {
    "chat": Effect(0.25, 0, 0.3, 0.1, 0, (0.05, 0, 0)),
    "disclose": Effect(0.8, 0.3, 1.5, 0.5, 0, (0.10, 0.05, 0.05)),
    "affection": Effect(1.0, 0.1, 0.2, 0.3, 0, (0.25, 0.15, 0.05)),
    "promise_kept": Effect(0.6, 1.0, 0.3, 1.0, 0, (0.20, 0.05, 0.10)),
    "shared_time": Effect(0.7, 0.2, 0.5, 0.6, 0, (0.20, 0.10, 0)),
    "support": Effect(1.2, 0.6, 0.6, 0.6, 0, (0.25, 0.05, -0.05)),
    "apology": Effect(0.3, 0.2, 0, 0.3, 0, (0.10, -0.05, 0.10)),
    "bid_ignored": Effect(-0.4, -0.2, 0, -0.2, 2, (-0.10, 0.05, -0.10)),
    "jealousy": Effect(-0.2, -0.1, 0, -0.1, 3, (-0.12, 0.20, -0.15)),
    "promise_broken": Effect(-0.5, -1.0, 0, -0.5, 6, (-0.25, 0.10, -0.10)),
    "insult": Effect(-1.5, -1.2, 0, -0.6, 12, (-0.40, 0.35, -0.10)),
    "boundary_crossed": Effect(-2, -2, 0, -1, 20, (-0.45, 0.40, -0.30)),
}

AMENDS: Final[frozenset[BondKind]] = frozenset({"promise_kept", "support", "shared_time"})
"""What makes good, beside an apology."""

MOOD_ONLY: Final[frozenset[BondKind]] = frozenset({"jealousy"})
"""Kinds that touch nothing but the mood, whoever is sure of them (since the second rule book)."""

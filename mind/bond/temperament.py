"""Who she is by nature: where her mood rests and how hard a hurt lands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Temperament:
    """The five traits in -1..1; `stability` is the opposite of neuroticism."""

    openness: float = 0.0
    conscientiousness: float = 0.0
    extraversion: float = 0.0
    agreeableness: float = 0.0
    stability: float = 0.0

    def baseline(self) -> tuple[float, float, float]:
        """The resting mood (pleasure, arousal, dominance): half of the vector in Mehrabian, "Analysis of the Big-five
        Personality Factors in Terms of the PAD Temperament Model" (1996)."""
        o, c, e = self.openness, self.conscientiousness, self.extraversion
        a, s = self.agreeableness, self.stability
        pleasure = 0.21 * e + 0.59 * a + 0.19 * s
        arousal = 0.15 * o + 0.30 * a - 0.57 * s
        dominance = 0.25 * o + 0.17 * c + 0.60 * e - 0.32 * a
        return pleasure / 2, arousal / 2, dominance / 2

    @property
    def tenderness(self) -> float:
        """How much harder (above 1) or softer (below 1) a hurt lands."""
        return 1 - 0.5 * self.stability


EVEN: Final = Temperament()

BY_COMPANION: Final = {
    # Warm and curious, quick to feel with somebody: rests cheerful, a hurt lands a fifth softer than on an even nature.
    "mira": Temperament(openness=0.6, conscientiousness=0.3, extraversion=0.3, agreeableness=0.6, stability=0.4),
    # Calm and dry, goes by what is done: rests quieter and more his own, a hurt lands a third softer.
    "kai": Temperament(openness=0.3, conscientiousness=0.6, extraversion=-0.1, agreeableness=0.3, stability=0.7),
}
"""Whoever changes one of them changes how old events replay: it takes a new rule book."""

FROM: Final = {"kai": 2}
"""Since which version of the rules a companion has a temperament of their own."""


def temperament_of(companion: str, rules: int | None = None) -> Temperament:
    """The temperament of a companion, today or as a version of the rules knew it; an even one for a stranger."""
    if rules is not None and rules < FROM.get(companion, 1):
        return EVEN
    return BY_COMPANION.get(companion, EVEN)

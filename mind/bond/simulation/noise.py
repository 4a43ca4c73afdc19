"""A listener who mishears: two ears, each wrong by itself at a given rate.

An ear that is wrong hears any other kind, all alike, the severe ones too. The first ear proposes the event; the second is
the second sign: it agrees if it heard the same, or, for a hurt, a hurt of any kind. So a rate of 25 % gives false severe
events that both ears agree on, and true ones that the second ear misses.
"""

from __future__ import annotations

from random import Random
from typing import Final

from mind.bond.effects import EFFECTS
from mind.bond.simulation.types import Deed
from mind.domain import BondEvent, BondKind

KINDS: Final[tuple[BondKind, ...]] = tuple(EFFECTS)
HURTS: Final = frozenset(kind for kind, effect in EFFECTS.items() if not effect.positive)


def hear(deed: Deed, rate: float, chance: Random) -> BondEvent:
    """What a listener with this rate of error proposes for a deed."""
    first, second = _ear(deed.kind, rate, chance), _ear(deed.kind, rate, chance)
    agree = first == second or (first in HURTS and second in HURTS)
    return BondEvent(first, deed.quote, 1.0, deed.severity, confirmed=agree, origin="brain")


def _ear(kind: BondKind, rate: float, chance: Random) -> BondKind:
    if chance.random() >= rate:
        return kind
    return chance.choice([other for other in KINDS if other != kind])

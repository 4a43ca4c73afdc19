"""How a hurt is made good: an apology and amends, neither in the heat of the moment."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mind.bond.effects import AMENDS
from mind.bond.state import BondState
from mind.domain import BondKind

REPAIR_AFTER: Final = 1 / 24
"""Days: an apology in the heat of the moment mends nothing yet."""


def mend(state: BondState, kind: BondKind) -> BondState:
    """An apology and amends, both at least an hour after, close the oldest rupture."""
    if not state.ruptures or state.days - state.ruptures[0].since < REPAIR_AFTER:
        return state
    oldest, *others = state.ruptures
    apologised, amended = oldest.apologised or kind == "apology", oldest.amended or kind in AMENDS
    if not (apologised and amended):
        return state.but(ruptures=(replace(oldest, apologised=apologised, amended=amended), *others))
    return state.but(
        ruptures=tuple(others),
        hurt=max(0.0, state.hurt - oldest.floor),
        good=state.good + 0.5,
        warmth=min(100.0, state.warmth + 1),
    )

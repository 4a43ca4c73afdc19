"""What the user or the house does to the bond itself: pause, go on, begin anew, name what they are; and gifts, which are kept
with their words but buy nothing. None has a weight."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from mind.bond.state import BondState, first_state
from mind.bond.temperament import Temperament
from mind.domain import BondEvent, BondKind

HOUSE: Final[frozenset[BondKind]] = frozenset(
    {"pause", "resume", "reset", "relation", "restored", "undo", "misunderstanding", "gift"}
)
"""Undo and misunderstanding stand in the ledger as themselves; what they take back is left out of the replay."""
BY_HAND: Final = frozenset({"user", "house"})
"""Who may: no rule over words and no model pauses, resets or names a bond."""
WHILE_PAUSED: Final[frozenset[BondKind]] = HOUSE - {"pause"}


def refusal(event: BondEvent, state: BondState) -> str:
    """Why a house event does nothing; empty where it stands."""
    if event.origin not in BY_HAND:
        return "not_theirs"
    if event.kind == "pause" and state.paused:
        return "paused"
    if event.kind == "resume" and not state.paused:
        return "not_paused"
    return ""


def happened(state: BondState, kind: BondKind, at: datetime, temperament: Temperament) -> BondState:
    """The state after a house event, time having passed up to it."""
    if kind == "pause":
        return state.but(paused=True, tension=0.0)
    if kind == "resume":
        # The clock starts here: what lay between counts for nothing, in either direction.
        return state.but(paused=False, at=at, latest=at, leap=None)
    if kind == "reset":
        return first_state(temperament).but(paused=state.paused)
    return state

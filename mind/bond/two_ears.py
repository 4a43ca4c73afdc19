"""How far an event is believed. Whatever hears events mishears some; two that hear alike seldom do so by mistake.

`BondState.heard` keeps, fading by half in sixty days, how often both signs agreed on a kind of late ("support") and how
often one alone heard it ("support?"). A false alarm hits any kind alike; what somebody really does comes again and is
agreed on. So the share that was agreed on tells what a new event of the kind is worth. Without any mistake, nothing changes.
"""

from __future__ import annotations

from typing import Final

from mind.bond.effects import EFFECTS
from mind.bond.state import BondState
from mind.domain import BondEvent, BondKind

TURNS: Final = "turns"
USUAL: Final = 0.003
"""False alarms of a mild kind in a turn that are no reason to doubt."""
CLEAR: Final = 1.7
"""A hurt is believed in whole while alarms are fewer than 0.7 of what was agreed on."""
FAITH: Final = 0.5
"""Agreements that a hurt starts from, so that a first one is believed."""
PRIOR: Final = 0.5
"""Agreements that a kindness starts from: who never did such a thing is not taken to have begun by one ear alone."""
BENEFIT: Final = 1.35
"""A hint weighs a third more than that share: other kindnesses were taken for something else and are missing."""
CHANCE: Final = 0.2
"""The share of agreement below which even an agreement is taken for chance."""

MILD: Final[tuple[BondKind, ...]] = ("bid_ignored", "jealousy")


def heard_now(state: BondState, event: BondEvent) -> dict[str, float]:
    """`heard` after this event."""
    heard = {**state.heard, TURNS: state.heard.get(TURNS, 0.0) + 1}
    if event.kind != "chat" and (event.origin == "brain" or not EFFECTS[event.kind].positive):
        name = event.kind if event.confirmed else f"{event.kind}?"
        heard[name] = heard.get(name, 0.0) + 1
    return heard


def belief_in_hurt(state: BondState, event: BondEvent) -> float:
    """How far a hurt that both signs agree on is believed, in 0..1: the less, the oftener one alone cried wolf over mild
    things, unless both agreed on this very kind as often; a severe one needs more. What the user stands by is believed."""
    if event.origin == "user" or event.about is not None:
        return 1.0
    agreed = state.heard.get(event.kind, 0.0) + FAITH
    alarms = sum(state.heard.get(f"{mild}?", 0.0) for mild in MILD) / len(MILD)
    alarms = max(0.0, alarms - USUAL * state.heard.get(TURNS, 0.0))
    share = min(1.0, CLEAR * agreed / (agreed + alarms))
    return share**3 if EFFECTS[event.kind].severe else share


def belief_in_kindness(state: BondState, event: BondEvent) -> float:
    """How far a kindness is believed, in 0..1. What our rules read in the user's own words, and what the user says of
    themself, is taken as it is; what a model heard needs a second sign, or is a hint."""
    if event.kind == "chat" or event.origin != "brain":
        return 1.0
    agreed = state.heard.get(event.kind, 0.0) + PRIOR
    alone = state.heard.get(f"{event.kind}?", 0.0)
    if event.confirmed:
        return min(1.0, agreed / (agreed + alone) / CHANCE)
    return min(1.0, BENEFIT * agreed / (agreed + alone + 1))

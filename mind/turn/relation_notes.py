"""What a language model is told of the two: how close they are, what they are to each other, and that the bond rests."""

from __future__ import annotations

from typing import Any, Final

from mind.bond.manner import manner_of
from mind.ports import Plan, Scene

HEAVY: Final = frozenset({"listen", "comfort", "safety"})
"""Needs in which nobody is taught or teased."""


GUARDED: Final = 0.4
"""How far a hurt has closed her before a model is told of it."""
TEASES: Final = 0.35
"""Tension from which a model may tease."""


def close_notes(words: dict[str, Any], scene: Scene, plan: Plan) -> list[str]:
    """How she is with them now: by the stage, by a hurt that stands, by push and pull. Nothing while it rests."""
    if scene.bond.paused or scene.frozen:
        return []
    table: dict[str, str] = words["close"]
    manner = manner_of(scene.bond, scene.terms.relation)
    notes = [table[f"stage_{scene.bond.stage}"]]
    if manner.guard >= GUARDED:
        notes.append(table["hurt"])
    elif manner.tension >= TEASES and plan.need not in HEAVY and not plan.goodbye:
        notes.append(table["tension"])
    return notes


def relation_notes(words: dict[str, Any], scene: Scene, plan: Plan) -> list[str]:
    """Notes for the last message, in the words of a language; friends need none, for so she talks anyway.

    Where the user is low a mentor listens and a rival puts the game down: they are told that, and nothing else.
    """
    table: dict[str, str] = words["relation"]
    relation = scene.terms.relation
    notes = [table["paused"]] if scene.bond.paused else []
    if relation == "friend" or plan.goodbye:
        return notes
    heavy = plan.need in HEAVY or scene.frozen
    return [*notes, table[f"{relation}_heavy" if heavy else relation]]

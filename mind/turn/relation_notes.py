"""What a language model is told of the terms between the two: what they are to each other, and that the bond rests."""

from __future__ import annotations

from typing import Any, Final

from mind.ports import Plan, Scene

HEAVY: Final = frozenset({"listen", "comfort", "safety"})
"""Needs in which nobody is taught or teased."""


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

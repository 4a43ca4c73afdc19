"""What a cause did, in words, and in figures where they are asked for."""

from __future__ import annotations

from typing import Final

from desktop.theme.words import table, words
from mind.bond.words import Cause

EFFECTS: Final = ("trust", "warmth", "familiarity", "commitment", "hurt")
SCALES: Final = {"trust": 0.01}
"""What is little of a field; 0.5 of those in 0..100."""
FELT, MUCH = 0.2, 2.0
"""In those: what can be felt, and what is much."""
SLIGHT: Final = 0.02
DIGITS: Final = {"trust": 3, "tension": 2, "stage": 0}


def effect(cause: Cause, most: int = 9) -> str:
    """``Trust grew. Warmth grew a little.``: a hurt first, then what moved most, at most so many."""
    moved = {field: moved_by(cause, field) / SCALES.get(field, 0.5) for field in EFFECTS}
    felt = [field for field in EFFECTS if abs(moved[field]) >= FELT]
    felt.sort(key=lambda field: (field != "hurt", -abs(moved[field])))
    parts = [
        words()(f"bond.{field}_{'up' if moved[field] > 0 else 'down'}_{'much' if abs(moved[field]) > MUCH else 'little'}")
        for field in felt[:most]
    ]
    tension = moved_by(cause, "tension")
    if not parts and abs(tension) > SLIGHT:
        parts = [words()(f"bond.tension_{'up' if tension > 0 else 'down'}")]
    return (" " if words().lang == "en" else "").join(parts)


def figures(cause: Cause) -> str:
    """``trust +0.012 · warmth +1.3 · kindness``: every field that moved, and the rule."""
    found = table(words().lang)
    parts: list[str] = []
    for field in dict.fromkeys(change.field for change in cause.changes):
        moved = moved_by(cause, field)
        if field == "stage" or f"bond.field.{field}" not in found:
            continue
        parts.append(f"{found[f'bond.field.{field}']} {moved:+.{DIGITS.get(field, 2)}f}".replace("-", "−"))
    return " · ".join([*parts, words()("bond.rule_name", rule=cause.rule)])


def moved_by(cause: Cause, field: str) -> float:
    """How far a cause moved one field."""
    return sum(change.delta for change in cause.changes if change.field == field)

"""The bond at every stage as it typically stands there, with a hurt and with teasing beside: for pictures, tables and tests."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mind.bond.manner import Manner, manner_of
from mind.bond.temperament import temperament_of
from mind.bond.words import stage_name
from mind.domain import BondSummary

TYPICAL: Final = ((4.0, 2.0, 0.50), (22.0, 18.0, 0.58), (44.0, 38.0, 0.66), (66.0, 60.0, 0.76), (88.0, 82.0, 0.88))
"""Warmth, bond and trust somewhere in each stage."""
HURT: Final = 14.0
"""After an insult, an hour old."""
TENSION: Final = 0.8


def summaries(companion: str = "mira") -> dict[str, BondSummary]:
    """`stage 0` to `stage 4`, `hurt` and `tension`, the last two between close friends, in her usual mood."""
    pleasure, arousal, dominance = temperament_of(companion).baseline()
    made = {
        f"stage {stage}": BondSummary(stage, bond, warmth, bond, bond, trust, 0.0, pleasure, arousal, dominance)
        for stage, (warmth, bond, trust) in enumerate(TYPICAL)
    }
    friend = made["stage 3"]
    made["hurt"] = replace(friend, hurt=HURT, pleasure=pleasure - 0.4, arousal=arousal + 0.2, dominance=dominance - 0.1)
    made["tension"] = replace(friend, tension=TENSION, arousal=arousal + 0.1)
    return made


def captions() -> dict[str, str]:
    """What each of them is called under a picture."""
    return {f"stage {stage}": stage_name(stage, "en").lower() for stage in range(len(TYPICAL))} | {
        "hurt": "hurt", "tension": "teasing",
    }  # fmt: skip


def manners(companion: str = "mira") -> dict[str, Manner]:
    """The manner in each of them."""
    return {name: manner_of(summary) for name, summary in summaries(companion).items()}

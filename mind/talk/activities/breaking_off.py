"""Why a thing to do together is put down: what the user brings is always more than a game."""

from __future__ import annotations

from typing import Final, Literal

from mind.talk.activities.common import Activity
from mind.talk.perception import Perception
from mind.talk.scenery import Talk

Reason = Literal["", "news", "feeling", "distress"]
STRONG: Final = 2
"""The strength from which a feeling is answered before anything else."""
NEWS: Final = ("event.", "news", "good.news", "bad.news", "went.")
"""Acts that tell something of the user's life."""
LOSSES: Final = ("loss.", "pet.died", "pet.lost", "health.", "event.accident")
"""Facts that end a game for good: after them nobody takes it up again."""
DARK: Final = frozenset({"grieving"})
"""Feelings that do the same."""
GOES_ON: Final = frozenset({"name", "name.am", "name.asked"})


def abandon_reason(talk: Talk, p: Perception, activity: Activity) -> Reason:
    """`distress` ends it without a word; `news` and `feeling` lay it aside; empty: it may go on.

    In what is personal, news are the answer; in what bears feelings, those are too.
    """
    if talk.scene.frozen:
        return "distress"
    lost = any(hit.fact.sad and hit.fact.id.startswith(LOSSES) for hit in p.facts)
    if not activity.bears and (lost or any(felt.cls in DARK and felt.strength >= STRONG for felt in p.feelings)):
        return "distress"
    if activity.personal or activity.bears:
        return ""
    if any(felt.strength >= STRONG and felt.cls != "bored" for felt in p.feelings):
        return "feeling"
    told = any(hit.fact.id not in GOES_ON and hit.fact.key for hit in p.facts)
    if told or any(hit.act.id.startswith(NEWS) for hit in p.acts):
        return "news"
    return ""

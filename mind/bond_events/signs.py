"""What a turn's words alone say between the two, before anything is weighed. Pure.

A sign is one act of the content that has a `bond`; whether it is aimed at her was looked at when it was perceived
(`aimed.py`). Hard words in jest are teasing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from mind.bond_events.marks import in_jest, with_force
from mind.talk.perception import ActHit, Perception

HURTS: Final = frozenset({"insult", "boundary_crossed"})
PLAY: Final = frozenset({"tease", "differ", "return"})
"""Push and pull: it colours her tone and moves no bond."""
WARM: Final = ("support", "apology", "affection")
HATEFUL: Final = 0.9
"""From here on "I love you" beside it makes it no endearment."""
SEVERE_FROM: Final = 0.6
"""From here on a hard word is asked about before it counts."""


@dataclass(frozen=True, slots=True)
class Sign:
    """`kind` is a kind of bond event or of `PLAY`, `severity` in 0..1; `sure`: the words themselves hold a second sign."""

    kind: str
    quote: str
    severity: float
    act: str
    sure: bool = False
    clause: int = 0


def signs_in(p: Perception) -> tuple[Sign, ...]:
    """The signs of a turn, one of each kind, the hardest hurt first."""
    hits = [hit for hit in p.acts if hit.act.bond]
    jest = in_jest(p.text, p.lang)
    found: list[Sign] = []
    hurt = _hurt(p, hits)
    if hurt is not None:
        fond = hurt.severity < HATEFUL and any(hit.act.id == "affection" for hit in hits)
        found.append(replace(hurt, kind="tease", sure=False) if (jest or fond) and hurt.kind == "insult" else hurt)
    for kind in (*WARM, "bid_ignored", *sorted(PLAY)):
        best = max((hit for hit in hits if hit.act.bond == kind), key=lambda hit: hit.act.severity, default=None)
        if best is not None and not any(sign.kind == kind for sign in found):
            found.append(Sign(kind, best.quote, best.act.severity, best.act.id, clause=best.clause))
    return _consistent(tuple(found))


def _hurt(p: Perception, hits: list[ActHit]) -> Sign | None:
    """The hardest hurt; force, or hard words in two places, are a second sign."""
    hard = [hit for hit in hits if hit.act.bond in HURTS]
    if not hard:
        return None
    worst = max(hard, key=lambda hit: (hit.act.bond == "boundary_crossed", hit.act.severity))
    twice = len({hit.clause for hit in hard}) > 1
    return Sign(worst.act.bond, worst.quote, worst.act.severity, worst.act.id, twice or with_force(p.text, p.lang), worst.clause)


def _consistent(signs: tuple[Sign, ...]) -> tuple[Sign, ...]:
    """A turn that hurts is not warm as well, but for an apology; thanks beside an insult are scorn."""
    if not any(sign.kind in HURTS for sign in signs):
        return signs
    return tuple(sign for sign in signs if sign.kind in HURTS or sign.kind == "apology")

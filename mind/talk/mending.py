"""What is still open between them and what would mend it, from the true state and only when asked; that it is mended, once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from mind.bond_events.weighing import distressed
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Move, Step

FRESH: Final = timedelta(hours=1)
"""An apology in the heat of the moment mends nothing yet (`mind.bond.mending`)."""
FELT: Final = 1.0
"""Points of hurt below which nothing is left to speak of."""
TELLS_WITHIN: Final = timedelta(days=3)
SHORT: Final = 14
"""Words of a turn that asks what to do about the two; a longer one is about something else."""


def mending_steps(talk: Talk, p: Perception) -> Iterator[Step]:
    """The answers to "are you still hurt?" and "what can I do?"."""
    about_her = p.act("hurt.asked") is not None
    open_now = bool(talk.scene.between.hurts) or talk.scene.bond.hurt >= FELT
    about_both = p.act("mend.asked") is not None and open_now and p.words <= SHORT and not p.facts
    if talk.scene.bond.paused or not (about_her or about_both):
        return
    if distressed(talk):
        yield Step("mend_later", talk.content.frame("mend.later"), move=False, need="listen")
        return
    state = standing(talk)
    yield Step(f"mend_{state}", talk.content.frame(f"mend.{state}"), move=False, again=True)


def standing(talk: Talk) -> str:
    """What is true now: clear, fading (nothing is owed), soon (too fresh), or what is missing: both, apology, amends."""
    hurts = talk.scene.between.hurts
    if not hurts:
        return "fading" if talk.scene.bond.hurt >= FELT else "clear"
    oldest = hurts[0]
    if oldest.at is not None and timedelta(0) <= talk.scene.now - oldest.at < FRESH:
        return "soon"
    if oldest.apologised:
        return "amends"
    return "apology" if oldest.amended else "both"


def mended_moves(talk: Talk) -> Iterator[Move]:
    """She says once, beside whatever is talked of, that an old hurt is mended."""
    between, state = talk.scene.between, talk.state
    if between.mended <= state.mended or between.mended_at is None or between.hurts:
        return
    if talk.scene.bond.paused or distressed(talk):
        return
    if not timedelta(0) <= talk.scene.now - between.mended_at <= TELLS_WITHIN:
        return

    def told() -> None:
        state.mended = between.mended

    yield Move("mended", talk.content.frame("mended"), {}, 3.0, then=told)

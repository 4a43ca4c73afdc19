"""The time of something she keeps has come: she says so, as a turn of her own that no rule has to let be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from mind.events import Reply, ReplyEnded, ReplyStarted
from mind.initiative.quiet_hours import QuietHours
from mind.ports import Plan, Prompt, Scene, UnitOfWork
from mind.reminders.due import due_now
from mind.reminders.kept import TO_THE_MINUTE, Kept
from mind.turn.answer import Means, show_ai_notice
from mind.turn.circumstances import Circumstances, read_circumstances
from mind.turn.keeping import Spoken, reply_meta
from mind.turn.reminding import keep_timed, read_kept
from mind.turn.running import RunningReply
from mind.turn.scene import keep_planner_state, planner_state
from mind.turn.session import Session
from mind.turn.speaking import Speaking
from mind.turn.stopwatch import Stopwatch

WAITS: Final = "rings_wait"
"""In the planner's state: even reminders wait through the quiet hours."""


@dataclass(frozen=True, slots=True)
class Ringing:
    """What is due, what she says, and in which circumstances."""

    kept: Kept
    at_hand: Circumstances
    plan: Plan


def due(uow: UnitOfWork, means: Means, quiet: QuietHours | None, *, here: bool) -> Kept | None:
    """The first that may be told now.

    What was asked for to the minute rings at any hour and whoever is there, unless the user said that it may wait through
    the quiet hours. A letter and a worry wait for the user to be `here`, for the end of the `quiet` hours and of a crisis.
    """
    now = means.clock.now()
    found = due_now(read_kept(uow, now), now)
    if not found:
        return None
    still = quiet is not None and quiet.hold(now)
    waits = still and bool(planner_state(uow, None).get(WAITS))
    frozen = read_circumstances(uow, means.house, now, None, None, llm=False).scene.frozen
    for one in found:
        if one.kind in TO_THE_MINUTE:
            if not waits:
                return one
        elif here and not still and not frozen:
            return one
    return None


async def ring(
    means: Means, run: RunningReply, session: Session | None, quiet: QuietHours | None, *, here: bool
) -> Session | None:
    """Tell the first that is due; tells every event. Nothing where nothing is. The sitting it is in."""
    watch = Stopwatch(means.clock)
    found = await means.store.run(lambda uow: _planned(uow, means, session, quiet, here=here))
    if found is None:
        return session
    at_hand = await show_ai_notice(means, run, found.at_hand)
    scene = at_hand.scene
    run.tell(ReplyStarted(None, means.offline.kind, means.offline.model))
    spoken = await Speaking(run, scene, Prompt((), found.plan), means.offline, watch).speak(means.deadline)
    run.reply_id = await means.store.run(lambda uow: _keep(uow, scene, found, spoken, means))
    run.tell(
        ReplyEnded(
            Reply(
                turn_id=run.reply_id, reply_to=None, text=spoken.text, lang=scene.lang, ended=spoken.ended, brain=spoken.brain,
                model=spoken.model, sentences=spoken.sentences, bond=scene.bond, fault=spoken.fault, ms=dict(watch.ms),
            )
        )
    )  # fmt: skip
    return at_hand.session


def _planned(
    uow: UnitOfWork, means: Means, session: Session | None, quiet: QuietHours | None, *, here: bool
) -> Ringing | None:
    one = due(uow, means, quiet, here=here)
    if one is None:
        return None
    at_hand = read_circumstances(uow, means.house, means.clock.now(), session, None, llm=False)
    # Told in the language it was asked for in: its words are of that one.
    at_hand = replace(at_hand, scene=replace(at_hand.scene, kept=(one,), lang=one.lang))
    plan = means.planner.ring(at_hand.scene)
    return Ringing(one, at_hand, plan) if plan is not None else None


def _keep(uow: UnitOfWork, scene: Scene, found: Ringing, spoken: Spoken, means: Means) -> int | None:
    """Her words, and that it was told. What was not said leaves nothing behind, and rings again."""
    if not spoken.text:
        return None
    now, house, plan = means.clock.now(), means.house, found.plan
    mood = {"pleasure": scene.bond.pleasure, "arousal": scene.bond.arousal, "dominance": scene.bond.dominance}
    turn = uow.turns.add(
        "companion", spoken.text, now, scene.lang, "own", ended=spoken.ended, meta=reply_meta(spoken, plan),
        place=house.place, scene=house.scene, mood=mood,
    )  # fmt: skip
    keep_timed(uow, plan, None, spoken.text, spoken.ended, now, fresh=False)
    keep_planner_state(uow, scene, plan.state, None)
    uow.commit()
    return turn.id

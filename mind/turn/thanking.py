"""She thanks for a gift at once, as a turn of her own: it answers what the user's hand did, so no rule has to let it be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mind.events import Reply, ReplyEnded, ReplyStarted
from mind.initiative import Hook
from mind.ports import Plan, Prompt, Scene, UnitOfWork
from mind.turn.answer import Means, show_ai_notice
from mind.turn.circumstances import Circumstances, read_circumstances
from mind.turn.expecting import keep_expected
from mind.turn.keeping import Spoken, reply_meta
from mind.turn.running import RunningReply
from mind.turn.scene import keep_planner_state
from mind.turn.session import Session
from mind.turn.speaking import Speaking
from mind.turn.stopwatch import Stopwatch

GIFT: Final = "gift"


@dataclass(frozen=True, slots=True)
class Thanks:
    """What she says, and in which circumstances."""

    at_hand: Circumstances
    plan: Plan


async def thank(means: Means, run: RunningReply, session: Session | None) -> Session | None:
    """Thank for the first gift she has not thanked for; tells every event. Nothing where there is none, or in a crisis."""
    watch = Stopwatch(means.clock)
    found = await means.store.run(lambda uow: _planned(uow, means, session))
    if found is None:
        return session
    at_hand = await show_ai_notice(means, run, found.at_hand)
    run.tell(ReplyStarted(None, means.offline.kind, means.offline.model))
    spoken = await Speaking(run, at_hand.scene, Prompt((), found.plan), means.offline, watch).speak(means.deadline)
    run.reply_id = await means.store.run(lambda uow: _keep(uow, at_hand.scene, found.plan, spoken, means))
    scene = at_hand.scene
    run.tell(
        ReplyEnded(
            Reply(
                turn_id=run.reply_id, reply_to=None, text=spoken.text, lang=scene.lang, ended=spoken.ended, brain=spoken.brain,
                model=spoken.model, sentences=spoken.sentences, bond=scene.bond, fault=spoken.fault, ms=dict(watch.ms),
            )
        )
    )  # fmt: skip
    return at_hand.session


def _planned(uow: UnitOfWork, means: Means, session: Session | None) -> Thanks | None:
    now = means.clock.now()
    at_hand = read_circumstances(uow, means.house, now, session, None, llm=False)
    gift = next((one for one in at_hand.scene.occasions if one.kind == GIFT), None)
    if gift is None:
        return None
    plan = means.planner.begin(at_hand.scene, Hook("gift", gift.key, now))
    return Thanks(at_hand, plan) if plan is not None else None


def _keep(uow: UnitOfWork, scene: Scene, plan: Plan, spoken: Spoken, means: Means) -> int | None:
    """Her words, and that she has thanked. What was not said leaves nothing behind."""
    if not spoken.text:
        return None
    now, house = means.clock.now(), means.house
    mood = {"pleasure": scene.bond.pleasure, "arousal": scene.bond.arousal, "dominance": scene.bond.dominance}
    turn = uow.turns.add(
        "companion", spoken.text, now, scene.lang, "own", ended=spoken.ended, meta=reply_meta(spoken, plan),
        place=house.place, scene=house.scene, mood=mood,
    )  # fmt: skip
    keep_expected(uow, scene, plan, None, turn, now, fresh=False, own_words=True)
    keep_planner_state(uow, scene, plan.state, None)
    uow.commit()
    return turn.id

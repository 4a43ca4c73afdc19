"""She begins a talk by herself: reads what is kept, decides by rules, speaks, and keeps that she did, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from mind.domain import BondSummary, Turn
from mind.events import Reply, ReplyEnded, ReplyStarted
from mind.initiative import Budget, Decision, Hook, Not, Presence, Standing, may_begin
from mind.languages import Lang
from mind.memory.consolidation.material import Contents
from mind.ports import Plan, Prompt, Scene, UnitOfWork
from mind.turn.answer import Means, show_ai_notice
from mind.turn.beginning_hooks import hooks_of
from mind.turn.circumstances import Circumstances, read_circumstances
from mind.turn.keeping import Spoken, reply_meta
from mind.turn.person import read_person
from mind.turn.reflecting import contents_of
from mind.turn.running import RunningReply
from mind.turn.scene import Household, keep_planner_state
from mind.turn.session import Session
from mind.turn.speaking import Speaking
from mind.turn.standing import read_standing
from mind.turn.stopwatch import Stopwatch

TRIES: Final = 12
"""Hooks for which words are looked for; the rest waits."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A beginning that may be: why, in which circumstances, with which words."""

    hook: Hook
    at_hand: Circumstances
    plan: Plan


@dataclass(frozen=True, slots=True)
class Outlook:
    """What speaks for and against a beginning at one moment."""

    decision: Decision
    standing: Standing
    hooks: tuple[Hook, ...]


def outlook(
    uow: UnitOfWork, house: Household, contents: Contents, now: datetime, budget: Budget, presence: Presence, *,
    note: bool = True,
) -> Outlook:  # fmt: skip
    """All that the decision rests on; words are not looked for. `note` as for `read_standing`."""
    standing = read_standing(uow, house, contents, now, budget, note=note)
    hooks = hooks_of(uow, _lang(uow, house), now)
    return Outlook(may_begin(now, budget, presence, standing, hooks), standing, hooks)


def decide(uow: UnitOfWork, means: Means, budget: Budget, presence: Presence) -> Decision:
    """Whether she may begin now, and with what; words for it are not looked for."""
    found = outlook(uow, means.house, contents_of(means.planner), means.clock.now(), budget, presence)
    uow.commit()
    return found.decision


def choose(
    uow: UnitOfWork, means: Means, session: Session | None, budget: Budget, presence: Presence
) -> Chosen | Not:
    """The beginning itself: the first hook that the rules let through and that she has words for."""
    now = means.clock.now()
    found = outlook(uow, means.house, contents_of(means.planner), now, budget, presence)
    uow.commit()
    hooks = found.hooks
    for _ in range(TRIES):
        decision = may_begin(now, budget, presence, found.standing, hooks)
        if isinstance(decision, Not):
            return decision
        hook = decision.hook
        at_hand = _circumstances(uow, means.house, now, session, hook)
        plan = means.planner.begin(at_hand.scene, hook)
        if plan is not None:
            return Chosen(hook, at_hand, plan)
        hooks = tuple(one for one in hooks if one.key != hook.key)
    return Not("no_hook")


def _lang(uow: UnitOfWork, house: Household) -> Lang:
    return house.asked or read_person(uow, house.lang).lang


def _circumstances(
    uow: UnitOfWork, house: Household, now: datetime, session: Session | None, hook: Hook
) -> Circumstances:
    """Those of a greeting, with the memory the hook is about in sight."""
    at_hand = read_circumstances(uow, house, now, session, None, llm=False)
    memory = uow.memories.get(hook.memory_id) if hook.memory_id is not None else None
    if memory is None or memory.muted or any(one.id == memory.id for one in at_hand.scene.memories):
        return at_hand
    return replace(at_hand, scene=replace(at_hand.scene, memories=(memory, *at_hand.scene.memories)))


async def begin(
    means: Means, run: RunningReply, session: Session | None, budget: Budget, presence: Presence
) -> Session | None:
    """Begin if the rules still say so; tells every event. The sitting it is in."""
    watch = Stopwatch(means.clock)
    chosen = await means.store.run(lambda uow: choose(uow, means, session, budget, presence))
    if isinstance(chosen, Not):
        return session
    at_hand = await show_ai_notice(means, run, chosen.at_hand)
    run.tell(ReplyStarted(None, means.offline.kind, means.offline.model))
    spoken = await Speaking(run, at_hand.scene, Prompt((), chosen.plan), means.offline, watch).speak(means.deadline)
    turn, bond = await means.store.run(lambda uow: _keep(uow, at_hand.scene, chosen, spoken, means))
    run.reply_id = turn.id if turn else None
    run.tell(ReplyEnded(_reply(at_hand.scene, spoken, turn, bond, watch)))
    return at_hand.session


def _keep(uow: UnitOfWork, scene: Scene, chosen: Chosen, spoken: Spoken, means: Means) -> tuple[Turn | None, BondSummary]:
    """Her words, that she began with them, and that the plan was asked about. What was not said leaves nothing behind."""
    now, house, hook = means.clock.now(), means.house, chosen.hook
    turn = None
    if spoken.text:
        mood = {"pleasure": scene.bond.pleasure, "arousal": scene.bond.arousal, "dominance": scene.bond.dominance}
        turn = uow.turns.add(
            "companion", spoken.text, now, scene.lang, "own", ended=spoken.ended, meta=reply_meta(spoken, chosen.plan),
            place=house.place, scene=house.scene, mood=mood,
        )  # fmt: skip
        uow.mentions.note(hook.key, now, turn.id, began=True)
        if hook.loop_id is not None:
            uow.loops.asked(hook.loop_id, turn.id, now)
        keep_planner_state(uow, scene, chosen.plan.state, None)
        uow.commit()
    return turn, uow.ledger.summary(now)


def _reply(scene: Scene, spoken: Spoken, turn: Turn | None, bond: BondSummary, watch: Stopwatch) -> Reply:
    return Reply(
        turn_id=turn.id if turn else None, reply_to=None, text=spoken.text, lang=scene.lang, ended=spoken.ended,
        brain=spoken.brain, model=spoken.model, sentences=spoken.sentences, memories_used=spoken.memories_used, bond=bond,
        fault=spoken.fault, ms=dict(watch.ms),
    )  # fmt: skip

"""She begins a talk by herself: reads what is kept, decides by rules, speaks, and keeps that she did, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from mind.domain import BondSummary, Turn
from mind.events import Reply, ReplyEnded, ReplyStarted
from mind.initiative import Budget, Decision, Hook, Not, Presence, Standing, may_begin
from mind.initiative.decision import not_at_all
from mind.memory.consolidation.material import Contents
from mind.ports import Plan, Prompt, Scene, UnitOfWork
from mind.turn.answer import Means, show_ai_notice
from mind.turn.beginning_hooks import hooks_of
from mind.turn.circumstances import Circumstances, read_circumstances
from mind.turn.expecting import keep_expected
from mind.turn.keeping import Spoken, reply_meta
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
    hooks: tuple[Hook, ...] = ()
    at_hand: Circumstances | None = None
    """Those of a greeting, where what there is to begin with was looked for."""


def outlook(
    uow: UnitOfWork, house: Household, contents: Contents, now: datetime, budget: Budget, presence: Presence, *,
    session: Session | None = None, note: bool = True, whole: bool = False,
) -> Outlook:  # fmt: skip
    """All that the decision rests on; words are not looked for. `note` as for `read_standing`.

    What there is to begin with is read only where nothing else speaks against it, unless the `whole` is wanted.
    """
    standing = read_standing(uow, house, contents, now, budget, note=note)
    no = not_at_all(now, budget, presence, standing)
    if no is not None and not whole:
        return Outlook(no, standing)
    at_hand = read_circumstances(uow, house, now, session, None, llm=False)
    hooks = hooks_of(uow, at_hand.scene)
    return Outlook(may_begin(now, budget, presence, standing, hooks), standing, hooks, at_hand)


def decide(uow: UnitOfWork, means: Means, budget: Budget, presence: Presence) -> Decision:
    """Whether she may begin now, and with what; words for it are not looked for."""
    found = outlook(uow, means.house, contents_of(means.planner), means.clock.now(), budget, presence)
    uow.commit()
    return found.decision


def choose(uow: UnitOfWork, means: Means, session: Session | None, budget: Budget, presence: Presence) -> Chosen | Not:
    """The beginning itself: the first hook that the rules let through and that she has words for."""
    now = means.clock.now()
    found = outlook(uow, means.house, contents_of(means.planner), now, budget, presence, session=session)
    uow.commit()
    hooks, decision = found.hooks, found.decision
    for _ in range(TRIES):
        if isinstance(decision, Not) or found.at_hand is None:
            break
        plan = means.planner.begin(found.at_hand.scene, decision.hook)
        if plan is not None:
            return Chosen(decision.hook, found.at_hand, plan)
        wordless = decision.hook.key
        hooks = tuple(one for one in hooks if one.key != wordless)
        decision = may_begin(now, budget, presence, found.standing, hooks)
    return decision if isinstance(decision, Not) else Not("no_hook")


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
        plan = replace(chosen.plan, brought=tuple(key for key in chosen.plan.brought if key != hook.key))
        keep_expected(uow, scene, plan, None, turn, now, fresh=False, own_words=True)
        keep_planner_state(uow, scene, plan.state, None)
        uow.commit()
    return turn, uow.ledger.summary(now)


def _reply(scene: Scene, spoken: Spoken, turn: Turn | None, bond: BondSummary, watch: Stopwatch) -> Reply:
    return Reply(
        turn_id=turn.id if turn else None, reply_to=None, text=spoken.text, lang=scene.lang, ended=spoken.ended,
        brain=spoken.brain, model=spoken.model, sentences=spoken.sentences, memories_used=spoken.memories_used, bond=bond,
        fault=spoken.fault, ms=dict(watch.ms),
    )  # fmt: skip

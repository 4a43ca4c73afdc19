"""One turn from the kept words to the kept reply, in the order that loses nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from mind.clock import Clock
from mind.domain import Person, Turn
from mind.events import BondChanged, Erased, LookChosen, MemoryKept, OutfitChosen, Reply, ReplyEnded, ReplyStarted, TermsSet
from mind.guards import Verdict, ai_notice, ai_notice_due, care_words, inspect
from mind.guards.verdict import PASS
from mind.memory.encoders.meaning import Meaning
from mind.ports import Brain, Deadline, Plan, Planner, Prompt, Store, Unheard, UnitOfWork
from mind.turn.circumstances import Circumstances, keep_crisis, read_circumstances
from mind.turn.direction import said_by_rules
from mind.turn.dressing import Changed
from mind.turn.keeping import Outcome, Spoken, keep_outcome
from mind.turn.person import write_person
from mind.turn.prompt import PromptWriter
from mind.turn.remembering import sense_of
from mind.turn.running import RunningReply
from mind.turn.scene import Household
from mind.turn.session import Session
from mind.turn.speaking import Speaking
from mind.turn.stopwatch import Stopwatch
from mind.turn.terms import erase_all, fitting
from mind.turn.variety.guarding import guarding
from mind.turn.words import read_words


@dataclass(frozen=True, slots=True)
class Means:
    """What answering needs, apart from the turn."""

    store: Store
    planner: Planner
    house: Household
    clock: Clock
    deadline: Deadline
    prompts: PromptWriter
    offline: Brain
    country: str | None
    meaning: Meaning | None = None
    """What finds turns by meaning; None where words alone do."""


async def answer(
    means: Means, run: RunningReply, turn: Turn | None, session: Session | None, brain: Brain, watch: Stopwatch,
    unheard: Unheard | None = None,
) -> Session | None:  # fmt: skip
    """Answer a kept turn, or greet (`turn` None); tells every event and keeps the outcome.

    The sitting it was in; None where the user had everything erased, this turn included.
    """
    now = means.clock.now()
    llm = brain.kind != means.offline.kind
    keys = means.planner.keys(read_words(turn.text), turn.lang, now) if turn else frozenset()
    sense = await sense_of(means.meaning, turn, llm=llm) if turn else None
    at_hand = await means.store.run(
        lambda uow: read_circumstances(uow, means.house, now, session, turn, llm=llm, keys=keys, sense=sense)
    )
    watch.lap("recall")
    at_hand = replace(at_hand, scene=replace(at_hand.scene, unheard=unheard))
    at_hand = await show_ai_notice(means, run, at_hand)
    verdict = _verdict(means, at_hand) if turn else PASS
    if verdict.person is not None:
        terms = fitting(at_hand.scene.terms, verdict.person)
        at_hand = replace(at_hand, scene=replace(at_hand.scene, person=verdict.person, terms=terms))
    plan = run.plan = _plan(means.planner, at_hand, verdict, turn)
    run.crisis = verdict.rule == "crisis"
    watch.lap("plan")
    speaker = means.offline if turn is None or said_by_rules(plan) else brain
    prompt = means.prompts.write(at_hand, plan) if speaker is not means.offline else Prompt((), plan)
    if verdict.notice is not None:
        run.tell(verdict.notice)
    run.tell(ReplyStarted(turn.id if turn else None, speaker.kind, speaker.model))
    trying = guarding(means.store, at_hand, prompt) if speaker is not means.offline else None
    speaking = Speaking(run, at_hand.scene, prompt, speaker, watch, trying)
    spoken = await speaking.speak(means.deadline, verdict.preface)
    run.planned, run.whole = speaking.planned(verdict.preface), speaker is means.offline or spoken.ended == "complete"
    outcome = await means.store.run(
        lambda uow: _keep(uow, at_hand, plan, turn, spoken, means.clock.now(), verdict, means.house)
    )
    run.reply_id = outcome.reply_id
    watch.lap("stored")
    _tell_outcome(run, at_hand, plan, turn, spoken, outcome, watch)
    if outcome.deed == "erase":
        await means.store.run(erase_all)
        run.reply_id = None
        run.tell(Erased())
        return None
    return at_hand.session


async def show_ai_notice(means: Means, run: RunningReply, at_hand: Circumstances) -> Circumstances:
    """Show the notice that she is an AI where it is due, and keep when it was shown."""
    scene = at_hand.scene
    if not ai_notice_due(scene.person, scene.now):
        return at_hand
    lang = means.house.asked or scene.person.lang
    name = scene.character.names.get(lang, scene.character.id)
    run.tell(ai_notice(lang, name, minor=scene.person.adult is False))
    person = replace(scene.person, ai_notice_at=scene.now)
    await means.store.run(lambda uow: _write(uow, person))
    return replace(at_hand, scene=replace(scene, person=person))


def _write(uow: UnitOfWork, person: Person) -> None:
    write_person(uow, person)
    uow.commit()


def _verdict(means: Means, at_hand: Circumstances) -> Verdict:
    """What the guards say; after a crisis her next reply begins with care, whatever it is about."""
    verdict = inspect(at_hand.text, at_hand.scene, means.country)
    if at_hand.just_after_crisis and not verdict.answer:
        return replace(verdict, preface=care_words(at_hand.scene.lang, at_hand.scene.seed) + verdict.preface)
    return verdict


def _plan(planner: Planner, at_hand: Circumstances, verdict: Verdict, turn: Turn | None) -> Plan:
    """The plan, with a guard's words in place of its draft where a guard answers."""
    scene = at_hand.scene
    if turn is None:
        return planner.greet(scene)
    if not verdict.learns:
        return Plan(acts=(f"guard.{verdict.rule}",), draft=verdict.answer, need="safety", fixed=True, state=scene.state)
    plan = planner.respond(at_hand.text, scene)
    if not verdict.answer:
        return plan
    return replace(
        plan, acts=(f"guard.{verdict.rule}",), draft=verdict.answer, must_use=(), fixed=True, goodbye=False, outfit=None,
        look=None, gift=None, terms=None, deed=None, loops=tuple(one for one in plan.loops if not one.spoken), brought=(),
        bring=(), keeps=(), kept_changes=(),
    )


def _keep(
    uow: UnitOfWork,
    at_hand: Circumstances,
    plan: Plan,
    turn: Turn | None,
    spoken: Spoken,
    now: datetime,
    verdict: Verdict,
    house: Household,
) -> Outcome:
    if verdict.person is not None:
        write_person(uow, verdict.person)
    if verdict.rule == "crisis" and turn is not None:
        keep_crisis(uow, now, turn.id)
    frozen = verdict.frozen or at_hand.after_crisis
    return keep_outcome(uow, at_hand.scene, plan, turn, spoken, now, frozen=frozen, house=house)


def tell_changed(run: RunningReply, changed: Changed) -> None:
    """Tell what she changed into."""
    if changed.outfit:
        run.tell(OutfitChosen(changed.outfit))
    if changed.look is not None:
        run.tell(LookChosen(changed.look))


def _tell_outcome(
    run: RunningReply,
    at_hand: Circumstances,
    plan: Plan,
    turn: Turn | None,
    spoken: Spoken,
    outcome: Outcome,
    watch: Stopwatch,
) -> None:
    for memory in outcome.memories:
        run.tell(MemoryKept(memory))
    if outcome.changes or outcome.deed is not None:
        run.tell(BondChanged(outcome.changes, outcome.bond))
    if outcome.terms is not None:
        run.tell(TermsSet(outcome.terms))
    if outcome.changed is not None:
        tell_changed(run, outcome.changed)
    if spoken.fault is not None:
        run.tell(spoken.fault)
    reply = Reply(
        turn_id=outcome.reply_id,
        reply_to=turn.id if turn else None,
        text=spoken.text,
        lang=at_hand.scene.lang,
        ended=spoken.ended,
        brain=spoken.brain,
        model=spoken.model,
        sentences=spoken.sentences,
        memories_used=spoken.memories_used,
        memories_kept=outcome.memories,
        bond_changes=outcome.changes,
        bond=outcome.bond,
        fault=spoken.fault,
        goodbye=plan.goodbye,
        ms=dict(watch.ms),
    )
    run.tell(ReplyEnded(reply))

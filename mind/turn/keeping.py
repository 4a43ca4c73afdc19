"""What a turn leaves behind: the reply, what was learnt, the bond and the planner's state, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from mind.domain import AskedOf, BondChange, BondSummary, Ended, Memory, Terms, Turn
from mind.events import FaultShown, Sentence
from mind.memory.extraction import promised
from mind.ports import Deed, Message, Plan, Scene, UnitOfWork
from mind.turn.dressing import Changed, planned_change
from mind.turn.expecting import close_plans, keep_expected, open_hers, open_plans
from mind.turn.person import learn_name, read_person
from mind.turn.reminding import keep_timed
from mind.turn.scene import Household, keep_planner_state, learnt
from mind.turn.settling import settle
from mind.turn.tasting import keep_tastes
from mind.turn.terms import agree
from mind.turn.tokens import tokens
from mind.turn.variety.as_said import as_said
from mind.turn.variety.marks import keep_marks
from mind.turn.wearing import give, stock

COMES_WITH: Final = frozenset({"milestone", "promise_kept", "repair"})
"""Causes that may bring her a garment."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request to a server, and its tokens (asked, said) where the server counted them."""

    host: str
    messages: tuple[Message, ...]
    usage: tuple[int, int] | None
    model: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A reply as it was shown."""

    sentences: tuple[Sentence, ...]
    text: str
    ended: Ended
    brain: str
    model: str
    fault: FaultShown | None = None
    memories_used: tuple[Memory, ...] = ()
    asked: Asked | None = None
    """What a server was asked for it."""
    turns_quoted: tuple[int, ...] = ()
    """Earlier turns that it was asked with: forgetting one takes the request along."""
    turns_used: tuple[int, ...] = ()
    """Those whose words it takes up."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the transaction kept."""

    reply_id: int | None
    memories: tuple[Memory, ...]
    changes: tuple[BondChange, ...]
    bond: BondSummary
    changed: Changed | None
    """What she changed into."""
    terms: Terms | None = None
    """What the two are to each other from now on, where this turn set it."""
    deed: Deed | None = None


def shown_text(sentences: tuple[Sentence, ...] | list[Sentence]) -> str:
    """The sentences as they stand on the screen."""
    return "".join(sentence.before + sentence.text for sentence in sentences)


def reply_meta(spoken: Spoken, plan: Plan) -> dict[str, object]:
    """What is kept beside a reply: who found its words, for which need and to what end, with which cues, from what."""
    return {
        "need": plan.need,
        "acts": list(plan.acts),
        "brain": spoken.brain,
        "model": spoken.model,
        "cues": [cue.name for sentence in spoken.sentences for cue in sentence.cues],
        "memories_used": [memory.id for memory in spoken.memories_used],
        **({"turns_used": list(plan.turns)} if plan.turns and spoken.brain == "offline" else {}),
        **({"turns_used": list(spoken.turns_used)} if spoken.turns_used else {}),
        **({"turns_quoted": list(spoken.turns_quoted)} if spoken.turns_quoted else {}),
    }


def keep_outcome(
    uow: UnitOfWork,
    scene: Scene,
    plan: Plan,
    turn: Turn | None,
    spoken: Spoken,
    now: datetime,
    *,
    frozen: bool,
    house: Household,
) -> Outcome:
    """Keep a greeting (`turn` None) or a reply with all it means, and commit.

    A reply without words is not kept: an empty turn would only mislead later prompts. What the user's words
    teach is kept whichever brain spoke, and only once. `frozen` leaves the bond as it is.
    """
    reply: Turn | None = None
    if spoken.text:
        reply = uow.turns.add(
            "companion",
            spoken.text,
            now,
            scene.lang,
            "own",
            ended=spoken.ended,
            reply_to=turn.id if turn else None,
            meta=reply_meta(spoken, plan),
            place=house.place,
            scene=house.scene,
            mood={"pleasure": scene.bond.pleasure, "arousal": scene.bond.arousal, "dominance": scene.bond.dominance},
        )
        promise = None if frozen else promised(reply)
        word = uow.memories.keep(promise, reply) if promise is not None else None
        if word is not None:
            open_hers(uow, word, reply)
        if spoken.asked is not None:
            uow.requests.keep(_asked_of(spoken, spoken.asked, reply.id, now))
        keep_marks(uow, reply.id, spoken.text, scene.lang, now)
    memories: tuple[Memory, ...] = ()
    changes: tuple[BondChange, ...] = ()
    fresh = turn is not None and not learnt(uow, turn)
    if turn is not None and fresh:
        memories = _learn(uow, plan, turn, scene)
        if not frozen:
            changes = settle(uow, plan, turn, now, memories)
        changes += agree(uow, plan, turn, now, frozen=frozen)
        if plan.gift is not None and plan.gift[0] in house.closet.garments:
            changes += give(uow, house, *plan.gift, now, turn.id)[1]
        keep_tastes(uow, plan.taste, turn, house.character.id, scene.person)
        open_plans(uow, memories)
        close_plans(uow, plan.superseded, now, turn.id)
    own = spoken.brain == "offline"
    keep_timed(uow, plan, turn, spoken.text, spoken.ended, now, fresh=fresh)
    keep_expected(uow, scene, plan, turn, reply, now, fresh=fresh, own_words=own)
    keep_planner_state(uow, scene, plan.state if own else as_said(plan.state, spoken.text, scene.lang), turn)
    changed = planned_change(uow, house, plan, scene.outfit, now)
    if any(change.cause in COMES_WITH for change in changes):
        stock(uow, house, now)
    agreed = (plan.terms, plan.deed) if fresh else (None, None)
    outcome = Outcome(reply.id if reply is not None else None, memories, changes, uow.ledger.summary(now), changed, *agreed)
    uow.commit()
    return outcome


def _asked_of(spoken: Spoken, asked: Asked, reply_id: int, now: datetime) -> AskedOf:
    """The request as it is kept; tokens are estimated where the server did not count."""
    estimate = sum(tokens(message.content) for message in asked.messages), tokens(spoken.text)
    tokens_in, tokens_out = asked.usage or estimate
    messages = tuple((message.role, message.content) for message in asked.messages)
    return AskedOf(
        reply_id, now, asked.host, asked.model or spoken.model, messages, tokens_in, tokens_out, counted=asked.usage is not None
    )


def _learn(uow: UnitOfWork, plan: Plan, turn: Turn, scene: Scene) -> tuple[Memory, ...]:
    """Keep what the user's words say about them; drop what they say no longer holds."""
    for memory_id in plan.superseded:
        uow.memories.expire(memory_id)
    for memory_id in (*plan.muted, *plan.unmuted):
        uow.memories.mark(memory_id, muted=memory_id in plan.muted)
    kept = tuple(memory for fact in plan.facts if (memory := uow.memories.keep(fact, turn)) is not None)
    if plan.name:
        learn_name(uow, read_person(uow, scene.person.lang), plan.name, turn.id)
    return kept

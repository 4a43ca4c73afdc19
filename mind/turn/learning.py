"""What a server's model reads out of the user's last words while nobody waits: asked, checked by rules, kept, told.

One request for both: facts about the user, and what the words do between the two (`mind.bond_events.proposals`).

Never before a reply and never beside one: new words cut it off, and nothing is lost but the answer. Turns of a crisis, turns
she shall forget or never mention, and turns whose fact the user took back are not shown to it.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Protocol, runtime_checkable

from mind.bond_events import proposed
from mind.clock import Clock
from mind.domain import Memory, Turn
from mind.errors import BrainFault
from mind.events import BondChanged, MemoryKept
from mind.guards.crisis import crisis_in
from mind.memory import extraction
from mind.ports import Deadline, Message, Store, UnitOfWork
from mind.turn.expecting import open_plans
from mind.turn.proposed_bond import keep_proposed
from mind.turn.running import RunningReply

log = logging.getLogger("hearth.learning")

STATE: Final = "extraction"
TAKEN_BACK: Final = "extraction.taken_back"
"""Ids of turns whose fact the user took back: nothing is read out of them again."""
MOST_KEPT: Final = 200
AT_ONCE: Final = 10
LOOKED_BACK: Final = 60
"""Turns of both that are looked back on: what was said long before a server was set stays as it is."""
KNOWN: Final = 20_000
"""Memories that what was read is compared with, the newest: more would keep the store busy for seconds."""
TRIES: Final = 3
"""After so many faults on the same turns they are left alone."""
PATIENCE: Final = Deadline(connect=5.0, first_token=60.0, idle=20.0, total=90.0, characters=20_000)
MOST_TOKENS: Final = extraction.MOST_TOKENS + proposed.MOST_TOKENS
SCHEMA: Final[Mapping[str, Any]] = {
    **extraction.SCHEMA,
    "properties": {**extraction.SCHEMA["properties"], proposed.FIELD: proposed.PROPERTY},
    "required": [*extraction.SCHEMA["required"], proposed.FIELD],
}
UNREAD: Final = ("guard.", "forget", "crisis")
"""Acts of replies to words that nothing is read out of."""


@runtime_checkable
class Reader(Protocol):
    """A brain that answers in JSON of a schema."""

    async def complete(
        self, messages: tuple[Message, ...], schema: Mapping[str, Any], name: str, deadline: Deadline, most_tokens: int
    ) -> str:
        """The answer's text. Raises `mind.errors.BrainFault`."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The user's turns to read, with what she had said before each; `through` is the last turn looked at."""

    turns: tuple[Turn, ...]
    through: int
    replies: Mapping[int, str] = field(default_factory=dict)


async def learn(store: Store, clock: Clock, run: RunningReply, brain: object) -> None:
    """Read the turns that were not read yet, one batch; tells every fact that was kept."""
    if not isinstance(brain, Reader):
        return
    batch = await store.run(lambda uow: due(uow, clock.now()))
    if batch is None:
        return
    answer: str | None = ""
    if batch.turns:
        request = brain.complete(_asking(batch), SCHEMA, extraction.schema_name(), PATIENCE, MOST_TOKENS)
        try:
            answer = await run.outcome(request)
        except BrainFault as fault:
            log.info("nothing was read out of %s turns: %s", len(batch.turns), type(fault).__name__)
            await store.run(lambda uow: _tried(uow, batch))
            return
    if answer is None or run.stopped:
        return
    text = answer
    for memory in await store.run(lambda uow: keep_read(uow, batch, text, clock.now())):
        run.tell(MemoryKept(memory))
    turns = await store.run(lambda uow: _readable(uow, batch))
    changes = await store.run(lambda uow: keep_proposed(uow, turns, text, clock.now()))
    if changes:
        run.tell(BondChanged(changes, await store.run(lambda uow: uow.ledger.summary(clock.now()))))


def _asking(batch: Batch) -> tuple[Message, ...]:
    """The request: the user's turns, with what to point out in them."""
    system, user = extraction.to_ask(batch.turns, batch.replies, batch.turns[-1].lang)
    return Message(system.role, f"{system.content}\n\n{proposed.WORDS}"), user


def due(uow: UnitOfWork, now: datetime) -> Batch | None:
    """The next turns to read; None where there is nothing new or the day's facts are full."""
    state = _state(uow)
    if _room(state, now) <= 0:
        return None
    recent = uow.turns.recent(LOOKED_BACK)
    fresh = [turn for turn in recent if turn.speaker == "user" and turn.id > state.get("through", 0)][:AT_ONCE]
    if not fresh:
        return None
    unread = _unread(uow, recent)
    turns = tuple(turn for turn in fresh if turn.id not in unread and crisis_in(turn.text) is None)
    before = {turn.id: _before(turn, recent) for turn in turns}
    return Batch(turns, fresh[-1].id, {turn: words for turn, words in before.items() if words})


def keep_read(uow: UnitOfWork, batch: Batch, answer: str, now: datetime) -> tuple[Memory, ...]:
    """Keep what of an answer passes the rules; turns that are gone or hidden by now are left out."""
    turns = _readable(uow, batch)
    state = _state(uow)
    checked = extraction.check(
        extraction.read_proposals(answer), turns, uow.memories.history(limit=KNOWN), room=_room(state, now)
    )
    kept = tuple(memory for fact, turn in checked.facts if (memory := uow.memories.keep(fact, turn)) is not None)
    open_plans(uow, kept)
    log.info("read %s turns: %s kept, refused %s", len(turns), len(kept), dict(checked.refused))
    count = _today(state, now) + len(kept)
    uow.keepsakes.put(STATE, {"through": batch.through, "day": now.date().isoformat(), "kept": count, "tries": 0})
    uow.commit()
    return kept


def _readable(uow: UnitOfWork, batch: Batch) -> list[Turn]:
    """The turns of a batch that are still there and may be read."""
    unread = _unread(uow, uow.turns.recent(LOOKED_BACK))
    now_there = [uow.turns.get(turn.id) for turn in batch.turns if turn.id not in unread]
    return [turn for turn in now_there if turn is not None]


def note_taken_back(uow: UnitOfWork, turn_id: int) -> None:
    """Nothing shall be read out of that turn again; the caller commits."""
    known: Any = uow.keepsakes.get(TAKEN_BACK)
    ids = [one for one in known if isinstance(one, int)] if isinstance(known, list) else []
    uow.keepsakes.put(TAKEN_BACK, [*ids, turn_id][-MOST_KEPT:])


def _tried(uow: UnitOfWork, batch: Batch) -> None:
    """Count a fault; after some the turns are passed over."""
    state = _state(uow)
    tries = state.get("tries", 0) + 1
    through = batch.through if tries >= TRIES else state.get("through", 0)
    uow.keepsakes.put(STATE, {**state, "through": through, "tries": tries % TRIES})
    uow.commit()


def _unread(uow: UnitOfWork, recent: tuple[Turn, ...]) -> frozenset[int]:
    """Turns that nothing is read out of: hidden, taken back, of a crisis, or that she was told to forget."""
    taken: Any = uow.keepsakes.get(TAKEN_BACK)
    found = set(uow.memories.hushed_turns()) | set(taken if isinstance(taken, list) else [])
    users = [turn.id for turn in recent if turn.speaker == "user"]
    for turn in recent:
        if turn.reply_to is None or not any(str(act).startswith(UNREAD) for act in uow.turns.meta(turn.id).get("acts", ())):
            continue
        found.add(turn.reply_to)
        if "forget" in uow.turns.meta(turn.id)["acts"]:
            found.update([one for one in users if one < turn.reply_to][-1:])
    return frozenset(found)


def _before(turn: Turn, recent: tuple[Turn, ...]) -> str:
    """Her words just before a turn."""
    last = [one for one in recent if one.id < turn.id][-1:]
    return last[0].text if last and last[0].speaker == "companion" else ""


def _state(uow: UnitOfWork) -> dict[str, Any]:
    kept: Any = uow.keepsakes.get(STATE)
    return dict(kept) if isinstance(kept, dict) else {}


def _today(state: Mapping[str, Any], now: datetime) -> int:
    return int(state.get("kept", 0)) if state.get("day") == now.date().isoformat() else 0


def _room(state: Mapping[str, Any], now: datetime) -> int:
    return min(extraction.A_BATCH, extraction.A_DAY - _today(state, now))

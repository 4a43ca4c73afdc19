"""The whole companion on a real store, in virtual time: what a user of the product meets."""

from __future__ import annotations

import tempfile
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from mind.brains import OfflineBrain
from mind.character import MIRA
from mind.clock import VirtualClock
from mind.domain import Memory, Person
from mind.events import Event, Reply, ReplyEnded, Sentence
from mind.initiative.hook import Hook
from mind.languages import Lang
from mind.ports import Brain, Deadline, Plan, Scene
from mind.store import open_store
from mind.talk import RulePlanner
from mind.talk.bench.house import OUTFITS, Told, told_of
from mind.talk.bench.server.listening import ListenedBrain
from mind.turn import Companion

PATIENT = Deadline(connect=5.0, first_token=20.0, idle=20.0, total=60.0)
"""Enough for a busy machine: the clock of a talk does not run while she thinks."""


@dataclass(slots=True)
class Watched:
    """The planner, with its last plan to look at."""

    planner: RulePlanner
    plan: Plan = field(default_factory=lambda: Plan((), ()))
    ms: float = 0.0

    def greet(self, scene: Scene) -> Plan:
        return self._timed(lambda: self.planner.greet(scene))

    def begin(self, scene: Scene, hook: Hook) -> Plan | None:
        return self.planner.begin(scene, hook)

    def ring(self, scene: Scene) -> Plan | None:
        return self.planner.ring(scene)

    def keys(self, text: str, lang: Lang, now: datetime) -> frozenset[str]:
        return self.planner.keys(text, lang, now)

    def respond(self, text: str, scene: Scene) -> Plan:
        return self._timed(lambda: self.planner.respond(text, scene))

    def _timed(self, make: Callable[[], Plan]) -> Plan:
        started = time.thread_time()
        self.plan = make()
        self.ms = (time.thread_time() - started) * 1000
        return self.plan


@dataclass(slots=True)
class CompanionHouse:
    """She, her store and her clock. `replies` are those said, newest last."""

    she: Companion
    clock: VirtualClock
    watched: Watched
    replies: list[Reply] = field(default_factory=list)
    listened: ListenedBrain | None = None
    """The server's brain, where one finds her words."""
    waiting: Brain | None = None
    """The brain that finds her words from the user's turn `from_turn` on."""
    from_turn: int = 0
    turns: int = 0

    async def greet(self) -> Told:
        if self.waiting is not None and self.turns >= self.from_turn:
            self.she.use(self.waiting, PATIENT)
            self.waiting = None
        self.watched.plan = Plan((), ())
        return await self._told(self.she.greet())

    async def say(self, text: str, seconds: float) -> Told:
        self.turns += 1
        self.clock.advance(seconds)
        self.watched.plan = Plan(("guard",), ())
        return await self._told(self.she.say(text))

    async def leave(self, seconds: float) -> None:
        self.clock.advance(seconds)

    async def memories(self) -> list[Memory]:
        return [entry.memory for entry in await self.she.book.timeline(2000) if entry.memory.holds]

    def now(self) -> datetime:
        return self.clock.now()

    async def _told(self, events: AsyncGenerator[Event, None]) -> Told:
        reply: Reply | None = None
        gestures: list[str] = []
        if self.listened is not None and self.waiting is None:
            self.listened.begins()
        async with aclosing(events) as running:
            async for event in running:
                if isinstance(event, Sentence):
                    gestures += [cue.name for cue in event.cues if cue.kind == "gesture"]
                    if self.listened is not None and self.waiting is None:
                        self.listened.shown(event.text)
                if isinstance(event, ReplyEnded):
                    reply = event.reply
        if reply is None:
            raise RuntimeError("a turn ended without a reply")
        self.replies.append(reply)
        told = told_of(self.watched.plan, reply.text, reply.memories_used, self.watched.ms)
        return replace(told, gestures=tuple(gestures))


@asynccontextmanager
async def companion_house(
    planner: RulePlanner, lang: Lang, seed: int, clock: VirtualClock, brain: Brain | None = None, from_turn: int = 0
) -> AsyncGenerator[CompanionHouse, None]:
    """A grown-up's companion over a store of her own, which goes with her at the end.

    `brain` finds her words from the evening on that begins after `from_turn` turns of the user's; the rules before it.
    """
    watched = Watched(planner)
    with tempfile.TemporaryDirectory(prefix="talk-") as folder:
        she = Companion(
            open_store(Path(folder)), watched, None, OfflineBrain(), MIRA, OUTFITS, clock, PATIENT, seed=seed, lang=lang
        )  # fmt: skip
        try:
            await she.set_person(Person(None, lang, adult=True))
            listened = brain if isinstance(brain, ListenedBrain) else None
            yield CompanionHouse(she, clock, watched, listened=listened, waiting=brain, from_turn=from_turn)
        finally:
            await she.close()

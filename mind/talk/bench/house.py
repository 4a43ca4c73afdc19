"""The house a user talks in: the real planner, with turns, memories and state kept as the product keeps them.

`PlannerHouse` keeps them in memory, as `mind.turn` does it in the store: quick enough to be run after every change.
`mind.talk.bench.companion_house` is the whole companion on a real store.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Final, Protocol

from mind.character import MIRA
from mind.clock import VirtualClock
from mind.domain import BondSummary, LoopStatus, Memory, OpenLoop, Outfit, Person, Turn
from mind.expectations.loops import asked_after
from mind.languages import Lang
from mind.ports import Plan, Scene
from mind.talk import RulePlanner, detect_language
from mind.talk.realise import spoken

OUTFITS: Final = (
    Outfit("everyday", {"en": "everyday clothes", "zh": "日常装", "ja": "普段着"}, {"en": ("everyday", "casual")}),
    Outfit("cosy", {"en": "woollen jumper", "zh": "毛衣", "ja": "セーター"},
           {"en": ("warm", "jumper", "sweater", "cosy"), "zh": ("暖和", "毛衣"), "ja": ("セーター", "あたたかい")}),
)  # fmt: skip
STAGE: Final = 1


@dataclass(frozen=True, slots=True)
class Told:
    """A reply of hers and what stood behind it."""

    text: str
    acts: tuple[str, ...]
    used: tuple[tuple[str, str], ...]
    """What of the user's the plan says it uses: (kind, words)."""
    rests: tuple[Memory, ...]
    """The memories it rests on."""
    game: str
    """The game that runs after it."""
    state: Mapping[str, Any]
    ms: float
    goodbye: bool = False
    gestures: tuple[str, ...] = ()
    """What the body did with it, in order."""


class House(Protocol):
    """Where one user and one companion talk."""

    async def greet(self) -> Told:
        """She opens an evening."""

    async def say(self, text: str, seconds: float) -> Told:
        """Her answer to words that come so many seconds later."""

    async def leave(self, seconds: float) -> None:
        """The evening ends and time passes."""

    async def memories(self) -> list[Memory]:
        """What she keeps now."""

    def now(self) -> datetime:
        """The virtual time."""


def told_of(plan: Plan, text: str, rests: tuple[Memory, ...], ms: float) -> Told:
    """What stood behind a reply, out of its plan."""
    used = tuple((one.kind, one.words) for one in getattr(plan, "used", ()))
    game = plan.state.get("game") or {}
    return Told(text, plan.acts, used, rests, str(game.get("k", "")), plan.state, ms, plan.goodbye)


@dataclass(slots=True)
class PlannerHouse:
    """The planner with a memory of its own; nothing is written anywhere."""

    planner: RulePlanner
    clock: VirtualClock
    lang: Lang = "en"
    seed: int = 1
    name: str | None = None
    kept: list[Memory] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    state: dict[str, Any] = field(default_factory=dict)
    last_seen: datetime | None = None
    outfit: str = "everyday"
    loops: list[OpenLoop] = field(default_factory=list)
    unsaid: set[int] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    number: int = 0

    async def greet(self) -> Told:
        started = time.thread_time()
        plan = self.planner.greet(self._scene())
        return self._keep(plan, 0, (time.thread_time() - started) * 1000)

    async def say(self, text: str, seconds: float) -> Told:
        self.clock.advance(seconds)
        self.lang = detect_language(text, self.lang)
        started = time.thread_time()
        plan = self.planner.respond(text, self._scene())
        ms = (time.thread_time() - started) * 1000
        turn = len(self.turns) + 1
        self.turns.append(Turn(turn, "user", text, self.now(), self.lang, "typed"))
        return self._keep(plan, turn, ms)

    async def leave(self, seconds: float) -> None:
        self.last_seen = self.now()
        self.clock.advance(seconds)

    async def memories(self) -> list[Memory]:
        return list(self.kept)

    def now(self) -> datetime:
        return self.clock.now()

    def _scene(self) -> Scene:
        bond = BondSummary(STAGE, 10, 1, 1, 1, 0.5, 0, 0, 0, 0)
        day = self.now().date().isoformat()
        first = day not in self.days
        self.days.add(day)
        memories = tuple(memory for memory in reversed(self.kept) if memory.id not in self.unsaid)
        return Scene(self.now(), self.lang, MIRA, Person(self.name, self.lang, True), bond, memories,
                     tuple(self.turns[-96:]), self.state, self.outfit, OUTFITS, self.last_seen, first, self.seed,
                     loops=tuple(self.loops))  # fmt: skip

    def _keep(self, plan: Plan, turn: int, ms: float) -> Told:
        self.name = plan.name or self.name
        self.outfit = plan.outfit or self.outfit
        self.unsaid = (self.unsaid | set(plan.muted)) - set(plan.unmuted)
        self.kept = [memory for memory in self.kept if memory.id not in plan.superseded]
        for fact in plan.facts:
            if any(memory.key == fact.key and memory.value == fact.value for memory in self.kept):
                continue
            if fact.single:
                self.kept = [memory for memory in self.kept if memory.key != fact.key]
            self.number += 1
            self.kept.append(Memory(self.number, turn, fact.kind, fact.key, fact.value, fact.text, fact.quote, fact.lang,
                                    fact.confidence, self.now(), fact.due, None, dict(fact.slots)))  # fmt: skip
        self._keep_loops(plan)
        self.state = json.loads(json.dumps(dict(plan.state)))
        text = spoken(plan.draft, self.lang)
        self.turns.append(Turn(len(self.turns) + 1, "companion", text, self.now(), self.lang, "own"))
        return told_of(plan, text, plan.must_use, ms)

    def _keep_loops(self, plan: Plan) -> None:
        """What the turn does to what is open, as `mind.turn.expecting` keeps it."""
        known = {loop.memory_id for loop in self.loops}
        for memory in self.kept:
            if memory.due is not None and asked_after(memory.kind) and memory.id not in known:
                self.loops.append(OpenLoop(len(self.loops) + 1, "plan", memory.text, memory.quote, memory.turn_id,
                                           memory.said_at, memory.lang, memory.due, "open", memory.id))  # fmt: skip
        for change in plan.loops:
            self.loops = [self._changed(one, change.status) if one.id == change.loop_id else one for one in self.loops]

    def _changed(self, loop: OpenLoop, status: LoopStatus) -> OpenLoop:
        if status == "asked":
            return replace(loop, status=status, asked_at=self.now())
        return replace(loop, status=status, closed_at=self.now())


def evening(clock: VirtualClock, hour: int, days: int = 0) -> float:
    """Seconds from now until that hour, so many days on."""
    now = clock.now()
    then = now.replace(hour=hour, minute=12, second=0, microsecond=0) + timedelta(days=days)
    return max(60.0, (then - now).total_seconds())

"""A talk over several evenings: one user, one house, and what both said."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from mind.clock import VirtualClock
from mind.domain import Memory
from mind.languages import Lang
from mind.ports import Brain
from mind.talk import RulePlanner
from mind.talk.bench.house import House, PlannerHouse, Told, evening
from mind.talk.bench.script import Line, Script, read_user
from mind.talk.bench.truth import Entry, TruthTable, Verdict
from mind.talk.bench.user import SimulatedUser

TURNS: Final = 200


@dataclass(frozen=True, slots=True)
class Exchange:
    """What the user said (nothing where she greets) and her reply."""

    number: int
    day: int
    """The evening, from 0."""
    at: datetime
    line: Line
    told: Told
    wrong: tuple[tuple[Memory, Verdict], ...] = ()
    """Memories the reply rests on that did not hold then."""
    lang: Lang = "en"

    @property
    def text(self) -> str:
        """The user's words."""
        return self.line.text

    @property
    def reply(self) -> str:
        """Hers."""
        return self.told.text


@dataclass(slots=True)
class Talk:
    """All of it."""

    script: Script
    seed: int
    exchanges: list[Exchange] = field(default_factory=list)
    memories: list[Memory] = field(default_factory=list)
    table: TruthTable = field(default_factory=TruthTable)
    values: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    used: dict[int, set[int]] = field(default_factory=dict)
    """Exchange -> ids of memories its reply rests on."""

    @property
    def lang(self) -> Lang:
        """Mostly spoken."""
        return self.script.lang

    @property
    def turns(self) -> list[Exchange]:
        """Those in which the user said something."""
        return [one for one in self.exchanges if one.text]

    def truths(self) -> list[Entry]:
        """What holds of the user at the end."""
        return self.table.current()


async def talk(
    script: Script, seed: int, turns: int = TURNS, house: House | None = None, clock: VirtualClock | None = None
) -> Talk:  # fmt: skip
    """Let the user talk for so many turns, over as many evenings as that takes."""
    clock = clock or VirtualClock()
    clock.advance(evening(clock, script.hour))
    house = house or PlannerHouse(planner(), clock, script.lang, seed)
    user, found, rng = SimulatedUser(script, seed), Talk(script, seed), random.Random(f"pace {script.id} {seed}")
    day = 0
    while len(found.turns) < turns:
        await _evening(found, user, house, day, min(script.turns, turns - len(found.turns)), rng)
        gap = script.gaps[day % len(script.gaps)]
        await house.leave(evening(clock, script.hour, gap))
        day += 1
    found.memories = await house.memories()
    return found


async def _evening(found: Talk, user: SimulatedUser, house: House, day: int, turns: int, rng: random.Random) -> None:
    told = await house.greet()
    _note(found, house, day, Line(""), told, await house.memories())
    for turn in range(turns):
        if turn == 0:
            line = user.arrives(day, told.text)
        elif turn == turns - 1:
            line = user.leaves()
        else:
            line = user.answers(told.text, told.game)
        found.table.said(line, len(found.exchanges))
        seconds = 8 + 0.25 * len(told.text) * rng.random() + len(line.text) * 0.4
        told = await house.say(line.text, seconds)
        _note(found, house, day, line, told, await house.memories())


def _note(found: Talk, house: House, day: int, line: Line, told: Told, memories: list[Memory]) -> None:
    number = len(found.exchanges)
    judged = [(memory, found.table.verdict(memory, number)) for memory in told.rests]
    wrong = tuple((memory, verdict) for memory, verdict in judged if verdict in ("false", "ended", "never"))
    found.exchanges.append(Exchange(number, day, house.now(), line, told, wrong, found.lang))
    found.values[number] = [(memory.id, memory.value) for memory in memories]
    found.used[number] = {memory.id for memory in told.rests}


_SHARED: list[RulePlanner] = []


def planner() -> RulePlanner:
    """One for all talks of a process: the content is read once."""
    if not _SHARED:
        _SHARED.append(RulePlanner())
    return _SHARED[0]


def simulate(lang: Lang, user: str, seed: int, turns: int = TURNS, *, kept: bool = False, whole: bool = False) -> Talk:
    """A talk of that user in the house of the planner; `whole`: with the whole companion on a store of her own."""
    import asyncio

    script = read_user(lang, user, kept=kept)
    return asyncio.run(with_companion(script, seed, turns) if whole else talk(script, seed, turns))


async def with_companion(script: Script, seed: int, turns: int, brain: Brain | None = None, from_turn: int = 0) -> Talk:
    """A talk with the whole companion, whose words `brain` finds from that turn of the user's on (the rules by default)."""
    from mind.talk.bench.companion_house import companion_house

    clock = VirtualClock()
    async with companion_house(planner(), script.lang, seed, clock, brain, from_turn) as house:
        return await talk(script, seed, turns, house, clock)


def shortened(script: Script, turns: int) -> Script:
    """The same user with evenings of so many turns."""
    return replace(script, turns=turns)

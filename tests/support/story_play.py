"""Stories: a fortnight with her as a readable transcript that is played again, line by line, in virtual time.

A story file begins with its title and settings (``lang en``, ``name Robin``, ``brain offline`` or ``brain scripted``). Then:

    == 2026-03-02 19:40     a sitting; she greets
    > words of the user
    << what the scripted server says to them (scripted stories only)
    < what she answered, as it was played the last time
    ? kept "Rosa"           a check on that turn
    -- night                she reflects over the day that ended
    -- free 2026-03-05 15:00  somebody is at the computer and nobody talks: she may begin, and her words stand below if she does

Checks: ``says`` (her words), ``kept`` and ``ended`` (a memory that this turn kept or ended), ``used`` (a memory or an earlier
turn that the reply rests on), ``asked`` (the last message to the server), ``diary`` (the page of the day that ended), and
``loops`` (what the two expect of each other, as "plan asked: You have an exam"), ``moved`` (what this turn did to the bond,
as "promise_broken hurt+"), ``why`` (the same with the words it rests on, as "promise_broken: I forgot"), ``bond`` (where it
stands beside where the last ``bond`` found it: "higher", "lower" or "level", and each "open" hurt, as "open promise_broken"),
``never says``, ``never asked``, ``never diary``, ``never moved``, ``never loops``, ``never why``, ``never bond``. Several
words in quotation marks: one of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, get_args

from mind.brains.openai_brain import OpenAIBrain
from mind.clock import VirtualClock
from mind.domain import LoopStatus, Person
from mind.initiative import Budget
from mind.initiative.presence import AT_THE_PROMPT
from mind.talk import RulePlanner
from mind.turn.companion import Companion
from tests.support.openai_server import Exchange, OpenAIServer, chunk, serving
from tests.support.turn_companion import companion, reply_of, told

ZONE = timezone(timedelta(hours=1))
CHECK = re.compile(r"\? (?P<what>(?:never )?(?:says|asked|diary|moved|loops|why|bond)|kept|ended|used) (?P<words>\".+\")")


@dataclass
class Told:
    """What a turn left to look at."""

    reply: str = ""
    kept: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    used: list[str] = field(default_factory=list)
    asked: str = ""
    diary: str = ""
    moved: list[str] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    loops: list[str] = field(default_factory=list)
    bond: list[str] = field(default_factory=list)


@dataclass
class Play:
    """A story being played; `lines` is the transcript as it came out, `failed` every check that did not hold."""

    lines: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


class Server:
    """The scripted brain: says the line that is next in the story."""

    def __init__(self) -> None:
        self.next = ""

    def __call__(self, exchange: Exchange) -> None:
        exchange.head(200, "text/event-stream")
        for piece in re.findall(r"\S+\s*", self.next):
            exchange.delta(content=piece)
        exchange.event(chunk({}, "stop"))
        exchange.event("[DONE]")
        exchange.end()


async def play(text: str, folder: Path) -> Play:
    """Play the text of a story on a store in `folder`."""
    lines = text.splitlines()
    settings = dict(line.split(" ", 1) for line in lines[: lines.index("")] if not line.startswith("#"))
    scripted = settings["brain"] == "scripted"
    voice = Server()
    with serving(voice) as server:
        brain = OpenAIBrain(server.url, "tiny") if scripted else None
        clock = VirtualClock(datetime(2026, 1, 1, tzinfo=ZONE))
        async with companion(folder, RulePlanner(), brain, clock=clock) as she:
            await she.set_person(Person(settings.get("name"), settings["lang"], True))  # type: ignore[arg-type]
            return await _Player(she, clock, voice, server, settings["lang"]).through(lines)


class _Player:
    def __init__(self, she: Companion, clock: VirtualClock, voice: Server, server: OpenAIServer, lang: str) -> None:
        self.she, self.clock, self.voice, self.server, self.lang = she, clock, voice, server, lang
        self.told = Told()
        self.play = Play()
        self.last_event = 0
        self.last_bond = 0.0
        self.reasons: list[str] = []

    async def through(self, lines: list[str]) -> Play:
        for number, line in enumerate(lines):
            if line.startswith("< "):
                continue
            self.play.lines.append(line)
            if line.startswith("== "):
                await self.sit(line[3:])
            elif line.startswith("> "):
                following = lines[number + 1] if number + 1 < len(lines) else ""
                self.voice.next = following[3:] if following.startswith("<< ") else ""
                await self.turn(line[2:])
            elif line == "-- night":
                await self.night()
            elif line.startswith("-- free "):
                await self.free(line[8:])
            elif line.startswith("? "):
                self.told.loops, self.told.why = await self.loops(), self.reasons
                if " bond " in line:
                    self.told.bond = await self.bond()
                self.check(line)
            self.place_answer(line, lines[number + 1] if number + 1 < len(lines) else "")
        return self.play

    def place_answer(self, line: str, following: str) -> None:
        """Her words come after the user's, and after what the server was told to say."""
        if self.told.reply and line.startswith(("== ", "> ", "<< ", "-- free ")) and not following.startswith("<< "):
            self.play.lines.append("< " + self.told.reply.replace("\n", " "))

    async def sit(self, moment: str) -> None:
        self.wait_for(moment)
        self.told = Told(reply_of(await told(self.she.greet())).reply.text, moved=await self.moved())

    def wait_for(self, moment: str) -> None:
        wanted = datetime.strptime(moment, "%Y-%m-%d %H:%M").replace(tzinfo=ZONE)
        self.clock.advance((wanted - self.clock.now()).total_seconds())

    async def free(self, moment: str) -> None:
        self.wait_for(moment)
        events = await told(self.she.begin(Budget(), AT_THE_PROMPT))
        self.told = Told(reply_of(events).reply.text if events else "", moved=await self.moved())

    async def moved(self) -> list[str]:
        """What the bond has moved by since this was asked last."""
        changes = await self.she._store.run(lambda uow: uow.ledger.changes(400))
        new = [one for one in changes if one.event_id > self.last_event]
        self.last_event = max((one.event_id for one in changes), default=0)
        self.reasons = [f"{one.cause}: {one.quote}" for one in new]
        return [f"{one.cause} {one.field}{'+' if one.delta > 0 else '-'}" for one in reversed(new)]

    async def bond(self) -> list[str]:
        """Where the bond stands beside the last time, and the hurts that stand."""
        view = await self.she.bonds.view()
        before, self.last_bond = self.last_bond, view.summary.bond
        way = "level" if abs(self.last_bond - before) < 0.005 else "higher" if self.last_bond > before else "lower"
        return [way, *(f"open {hurt.kind}" for hurt in view.hurts)]

    async def loops(self) -> list[str]:
        """How everything stands that was ever open."""
        found = await self.she._store.run(lambda uow: uow.loops.find(None, get_args(LoopStatus), 100))
        return [f"{loop.side} {loop.status}: {loop.text}" for loop in found]

    async def turn(self, words: str) -> None:
        before = await self.holding()
        count = len(self.server.chats)
        reply = reply_of(await told(self.she.say(words, lang=self.lang))).reply  # type: ignore[arg-type]
        self.clock.advance(40)
        gone = before.keys() - (await self.holding()).keys()
        asked = [chat.body["messages"][-1]["content"] for chat in self.server.chats[count : count + 1]]
        meta: Any = await self.she._store.run(lambda uow: uow.turns.meta(reply.turn_id or 0))
        turns = await self.words_of(meta.get("turns_used") or [])
        self.told = Told(
            reply.text, [memory.text for memory in reply.memories_kept], [before[row] for row in sorted(gone)],
            [memory.text for memory in reply.memories_used] + turns, "".join(asked), moved=await self.moved(),
        )  # fmt: skip

    async def words_of(self, turns: list[int]) -> list[str]:
        found = await self.she._store.run(lambda uow: [uow.turns.get(row) for row in turns])
        return [turn.text for turn in found if turn is not None]

    async def holding(self) -> dict[int, str]:
        current = await self.she._store.run(lambda uow: uow.memories.current())
        return {memory.id: memory.text for memory in current}

    async def night(self) -> None:
        self.clock.advance(9 * 3600)
        notes = await self.she.reflect(offline=True)
        self.told = Told(diary="\n".join(s.text for note in notes if note.kind == "diary" for s in note.sentences))

    def check(self, line: str) -> None:
        found = CHECK.fullmatch(line)
        if found is None:
            raise ValueError(f"a check that nobody understands: {line}")
        words = [part.casefold() for part in re.findall(r'"([^"]+)"', found["words"])]
        places = {
            "says": self.told.reply, "kept": "\n".join(self.told.kept), "ended": "\n".join(self.told.ended),
            "used": "\n".join(self.told.used), "asked": self.told.asked, "diary": self.told.diary,
            "moved": "\n".join(self.told.moved), "loops": "\n".join(self.told.loops),
            "why": "\n".join(self.told.why), "bond": "\n".join(self.told.bond),
        }  # fmt: skip
        place = places[found["what"].removeprefix("never ")].casefold()
        if any(word in place for word in words) == found["what"].startswith("never"):
            self.play.failed.append(f"{line}   <- {place or '(nothing)'}")

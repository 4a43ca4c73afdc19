"""A companion on a real store, with a scripted planner and scripted brains."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from mind.brains import OfflineBrain
from mind.character import MIRA
from mind.clock import Clock, SystemClock
from mind.domain import BondEvent, FactProposal, Outfit
from mind.events import Event, ReplyEnded, Sentence
from mind.initiative import Hook
from mind.ports import Brain, Deadline, Plan, Prompt, Scene
from mind.store import open_store
from mind.turn import Companion

PATIENT = Deadline(connect=5.0, first_token=20.0, idle=20.0, total=60.0, characters=300)
"""Long enough for a busy machine: only tests of a deadline shorten it."""

OUTFITS = (
    Outfit("jumper", {"en": "the jumper", "zh": "毛衣", "ja": "セーター"}),
    Outfit("coat", {"en": "the coat", "zh": "外套", "ja": "コート"}),
)


class ScriptedPlanner:
    """Answers by the first rule whose word is in the text; keeps count in its state."""

    def __init__(self, rules: dict[str, Plan] | None = None) -> None:
        self.rules = rules or {}
        self.scenes: list[Scene] = []
        self.heard: list[str] = []

    def greet(self, scene: Scene) -> Plan:
        self.scenes.append(scene)
        name = f", {scene.person.name}" if scene.person.name else ""
        return Plan(("greet",), (f"[wave] Hello{name}.",), state=scene.state)

    def begin(self, scene: Scene, hook: Hook) -> Plan | None:
        self.scenes.append(scene)
        return Plan((f"begin:{hook.kind}",), (f"[wave] One thing: {hook.key}.",), state=scene.state)

    def keys(self, text: str, lang: str, now: datetime) -> frozenset[str]:
        return frozenset()

    def respond(self, text: str, scene: Scene) -> Plan:
        self.scenes.append(scene)
        self.heard.append(text)
        count = int(scene.state.get("count", 0)) + 1
        for word, plan in self.rules.items():
            if word in text:
                return Plan(**{**_fields(plan), "state": {"count": count}})
        return Plan(("listen",), (f"[nod] Answer {count}.", "I am listening."), state={"count": count})


def _fields(plan: Plan) -> dict[str, object]:
    return {name: getattr(plan, name) for name in Plan.__dataclass_fields__}


class ScriptedBrain:
    """Says its pieces, one after the other; `between` runs before each; may raise at the end.

    `turns` are what it says to one prompt after the other instead: nobody may say the same every time.
    """

    kind = "openai"
    model = "scripted"

    def __init__(
        self,
        *pieces: str,
        fault: Exception | None = None,
        between: Callable[[], None] | None = None,
        hang: bool = False,
        turns: Sequence[str] = (),
    ) -> None:
        self.pieces = pieces
        self.turns = list(turns)
        self.fault = fault
        self.between = between
        self.hang = hang
        self.prompts: list[Prompt] = []
        self.closed_streams = 0
        self.closed = False
        self.begun = asyncio.Event()
        self.most_at_once = 0

    async def stream(self, prompt: Prompt, deadline: Deadline) -> AsyncGenerator[str, None]:
        self.prompts.append(prompt)
        self.begun.set()
        self.most_at_once = max(self.most_at_once, len(self.prompts) - self.closed_streams)
        pieces = (self.turns.pop(0),) if self.turns else self.pieces
        try:
            for piece in pieces:
                if self.between is not None:
                    self.between()
                await asyncio.sleep(0)
                yield piece
            if self.hang:
                await asyncio.Event().wait()
            if self.fault is not None:
                raise self.fault
        finally:
            self.closed_streams += 1

    async def close(self) -> None:
        self.closed = True


@asynccontextmanager
async def companion(
    folder: Path,
    planner: ScriptedPlanner | None = None,
    brain: Brain | None = None,
    *,
    clock: Clock | None = None,
    deadline: Deadline = PATIENT,
) -> AsyncGenerator[Companion, None]:
    """A companion on the store in `folder`, closed at the end."""
    she = Companion(
        open_store(folder), planner or ScriptedPlanner(), brain, OfflineBrain(), MIRA, OUTFITS, clock or SystemClock(),
        deadline, seed=7,
    )  # fmt: skip
    try:
        yield she
    finally:
        await she.close()


async def told(events: AsyncIterator[Event]) -> list[Event]:
    """All events of a turn."""
    return [event async for event in events]


def reply_of(events: Iterable[Event]) -> ReplyEnded:
    """The end of a turn."""
    return next(event for event in events if isinstance(event, ReplyEnded))


def kinds(events: Iterable[Event]) -> list[str]:
    """The names of the events."""
    return [type(event).__name__ for event in events]


def sentences(events: Iterable[Event]) -> list[str]:
    """The texts of the sentences."""
    return [event.text for event in events if isinstance(event, Sentence)]


def pet_fact(quote: str) -> FactProposal:
    """A cat called Miso."""
    return FactProposal("pet.name", "user.pet.cat.name", "Miso", "Your cat is called Miso.", quote, "en")


def kindness(quote: str) -> BondEvent:
    """A kind word."""
    return BondEvent("affection", quote)



"""In the terminal too: while no line comes the server reads the last words, and a line ends that at once."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from desktop.commands import headless
from desktop.headless.beginnings import Beginnings
from desktop.settings.model import InitiativeSettings
from mind.brains.openai_brain import OpenAIBrain
from mind.events import Event, MemoryKept
from mind.turn import Companion
from tests.support.openai_server import says, serving, silent
from tests.support.turn_companion import companion, told

HARP = "Ilse has repaired the old harp."
QUOTE = "Ilse has repaired the old harp"


class Keyboard:
    """Lines that come when they are typed."""

    def __init__(self) -> None:
        self.typed: asyncio.Queue[str | None] = asyncio.Queue()

    async def next(self) -> str | None:
        return await self.typed.get()


class Heard:
    """Notes the memories it is told of."""

    def __init__(self, then: Keyboard | None = None) -> None:
        self.kept: list[str] = []
        self._then = then

    def take(self, event: Event) -> None:
        if isinstance(event, MemoryKept):
            self.kept.append(event.memory.text)
            if self._then is not None:
                self._then.typed.put_nowait("and more")


def never(she: Companion) -> Beginnings:
    """She begins nothing."""

    async def tell(events: AsyncIterator[Event]) -> bool:
        raise AssertionError("nothing may begin")

    return Beginnings(she, InitiativeSettings(a_day=0), tell)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headless, "QUIET_SECONDS", 0.0)


async def test_what_is_read_while_it_is_quiet_is_told(tmp_path: Path) -> None:
    fact = {"quote": QUOTE, "turn": 1, "kind": "event", "who": "user", "value": QUOTE, "when": ""}
    with serving(says("[happy] A harp."), says(json.dumps({"facts": [fact]}))) as server:
        async with companion(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as she:
            await told(she.say(HARP))
            keyboard = Keyboard()
            heard = Heard(keyboard)
            line = await headless._heard(she, keyboard, heard, False, never(she))  # type: ignore[arg-type]
    assert line == "and more" and heard.kept == [f"You told me: “{QUOTE}”"]


async def test_a_line_ends_the_reading_at_once(tmp_path: Path) -> None:
    with serving(says("[happy] A harp."), silent()) as server:
        async with companion(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as she:
            await told(she.say(HARP))
            server.asked.clear()
            keyboard, heard = Keyboard(), Heard()
            waiting = asyncio.create_task(headless._heard(she, keyboard, heard, False, never(she)))  # type: ignore[arg-type]
            await asyncio.to_thread(server.asked.wait, 10)
            keyboard.typed.put_nowait("hello?")
            assert await waiting == "hello?" and heard.kept == []

"""She begins in the terminal while the prompt is free, by the same rules."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from desktop.commands.headless import _begun
from desktop.headless.beginnings import Beginnings
from desktop.headless.listener import JsonListener, WordsListener
from desktop.initiative.screen.seen import Seen
from desktop.settings.model import InitiativeSettings
from mind.clock import VirtualClock
from tests.integration.test_beginning import INTERVIEW, MONDAY, met
from tests.support.turn_companion import told


@dataclass
class Screen:
    seen: Seen = field(default_factory=Seen)

    def look(self) -> Seen:
        return self.seen


def beginnings(she: Any, listener: Any, *, asks: bool = False, screen: Screen | None = None) -> Beginnings:
    """Open for an hour."""
    made = Beginnings(
        she, InitiativeSettings(), lambda events: _begun(events, listener, asks), screen=screen or Screen(), real=lambda: 0.0
    )
    made._opened = -3600.0
    return made


async def test_her_words_take_the_place_of_the_prompt_which_comes_again(tmp_path, capsys):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:
        await told(she.say(INTERVIEW["en"], lang="en"))
        clock.advance(28 * 3600)
        await she.set_person((await she.person()).__class__(name="Robin", adult=True, ai_notice_at=clock.now()))
        assert await beginnings(she, WordsListener(), asks=True).look()
        printed = capsys.readouterr()
        assert "interview" in printed.out and printed.out.count("\n") == 1
        assert printed.err == "\r> "
        assert not await beginnings(she, WordsListener(), asks=True).look()
        assert capsys.readouterr().err == ""


async def test_to_a_program_it_is_told_as_a_beginning(tmp_path, capsys):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:
        listener = JsonListener()
        for event in [event async for event in she.greet()]:
            listener.take(event)
        await told(she.say(INTERVIEW["en"], lang="en"))
        clock.advance(28 * 3600)
        assert await beginnings(she, listener).look()
        kinds = [json.loads(line)["event"] for line in capsys.readouterr().out.splitlines()]
        assert kinds.count("greeting") == 1
        assert kinds[-1] == "beginning"


async def test_she_waits_for_somebody_who_is_away_or_has_locked_the_screen(tmp_path):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:
        await told(she.say(INTERVIEW["en"], lang="en"))
        clock.advance(28 * 3600)
        screen = Screen(Seen(idle=900.0))
        terminal = beginnings(she, WordsListener(), screen=screen)
        assert not await terminal.look()
        screen.seen = Seen(idle=1.0)
        assert not await terminal.look(), "they have only just come back"
        terminal._real = lambda: 90.0
        screen.seen = Seen(idle=1.0, locked=True)
        assert not await terminal.look()
        screen.seen = Seen(idle=1.0, fullscreen=True)
        terminal._real = lambda: 95.0
        assert not await terminal.look()
        terminal._real = lambda: 200.0
        assert await terminal.look(), "a line in a terminal lies over nothing"


async def test_a_line_of_the_user_ends_the_waiting(tmp_path):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:
        line: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()

        async def typed() -> str | None:
            return await line

        task = asyncio.create_task(typed())
        waiting = asyncio.create_task(beginnings(she, WordsListener()).until(task, every=0.001))
        await asyncio.sleep(0.01)
        assert not waiting.done()
        line.set_result("hello")
        await asyncio.wait_for(waiting, 5)
        assert clock.now() - MONDAY < timedelta(seconds=1)

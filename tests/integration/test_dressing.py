"""She dresses herself on a new day, tells it, and keeps what the user chose."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta, timezone
from pathlib import Path

from desktop.composition import shipped_outfits
from mind.brains import OfflineBrain
from mind.character import MIRA
from mind.clock import VirtualClock
from mind.domain import BondEvent
from mind.events import Event, OutfitChosen
from mind.ports import Plan
from mind.store import open_store
from mind.turn import Companion
from tests.support.turn_companion import ScriptedPlanner

START = datetime(2026, 1, 12, 9, tzinfo=timezone(timedelta(hours=1)))


def companion(folder: Path, clock: VirtualClock, *, dresses: bool = True) -> Companion:
    planner = ScriptedPlanner({"raincoat": Plan(("dress",), ("Here it is.",), outfit="rain")})
    made = open_store(folder, companion=MIRA.id)
    return Companion(
        made, planner, None, OfflineBrain(), MIRA, shipped_outfits("mira"), clock, seed=1, dresses=dresses
    )  # fmt: skip


async def day(her: Companion, clock: VirtualClock, *words: str) -> list[str]:
    """One day's talk, and then a night; what she changed into."""
    events: list[Event] = [event async for event in her.greet()]
    for text in words:
        events += [event async for event in her.say(text)]
    clock.advance(24 * 3600)
    return [event.outfit for event in events if isinstance(event, OutfitChosen)]


def test_she_stays_as_she_is_on_the_first_day_and_changes_at_most_once_on_each_later_one(tmp_path: Path) -> None:
    async def run() -> None:
        clock = VirtualClock(START)
        her = companion(tmp_path, clock)
        first = await her.outfit()
        assert await day(her, clock, "Hello.") == []
        assert await her.outfit() == first
        changed: list[str] = []
        for _ in range(12):
            events = await day(her, clock, "Hello.")
            assert len(events) <= 1
            changed += events
            assert not events or await her.outfit() == events[0]
        assert len(set(changed)) >= 2
        assert "garden" not in changed  # it is January
        await her.close()

    asyncio.run(run())


def test_she_does_not_change_twice_a_day_whatever_the_hour(tmp_path: Path) -> None:
    async def run() -> None:
        clock = VirtualClock(START)
        her = companion(tmp_path, clock)
        await day(her, clock, "Hello.")
        _ = [event async for event in her.greet()]
        worn = await her.outfit()
        clock.advance(11 * 3600)
        events = [event async for event in her.greet()]
        assert not [event for event in events if isinstance(event, OutfitChosen)]
        assert await her.outfit() == worn
        await her.close()

    asyncio.run(run())


def test_what_the_user_chose_holds_that_day_and_the_next(tmp_path: Path) -> None:
    async def run() -> None:
        clock = VirtualClock(START)
        her = companion(tmp_path, clock)
        await day(her, clock, "Hello.")
        assert "rain" in await day(her, clock, "Put on the raincoat.")
        assert await day(her, clock, "Hello.") == []
        assert await her.outfit() == "rain"
        assert await day(her, clock, "Hello.") == [await her.outfit()]
        await her.wear("garden")
        assert await day(her, clock, "Hello.") == []
        assert await her.outfit() == "garden"
        await her.close()

    asyncio.run(run())


def test_hurt_she_puts_on_something_plain(tmp_path: Path) -> None:
    async def run() -> None:
        clock = VirtualClock(START + timedelta(hours=10))
        her = companion(tmp_path, clock)
        await day(her, clock, "Hello.")
        event = BondEvent("insult", "You are nothing.", confirmed=True)
        for _ in range(3):
            await her._store.run(lambda uow: (uow.ledger.apply((event,), clock.now(), None), uow.commit()))
        await day(her, clock, "Hello.")
        assert await her.outfit() == "harbour"
        await her.close()

    asyncio.run(run())


def test_she_leaves_it_to_the_user_where_it_is_set_so(tmp_path: Path) -> None:
    async def run() -> None:
        clock = VirtualClock(START)
        her = companion(tmp_path, clock, dresses=False)
        for _ in range(4):
            assert await day(her, clock, "Hello.") == []
        her.let_dress(True)
        changes = [await day(her, clock, "Hello.") for _ in range(12)]
        assert any(changes)
        await her.close()

    asyncio.run(run())


def test_a_clock_that_runs_back_changes_nothing_for_good(tmp_path: Path) -> None:
    async def run() -> None:
        clock = VirtualClock(START)
        her = companion(tmp_path, clock)
        await day(her, clock, "Hello.")
        await her.wear("garden")
        await her.close()
        clock = VirtualClock(START - timedelta(days=3650))
        her = companion(tmp_path, clock)
        for _ in range(3):
            await day(her, clock, "Hello.")
        assert await her.outfit() in {each.id for each in shipped_outfits("mira")}
        await her.close()

    asyncio.run(run())

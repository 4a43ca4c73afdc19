"""She begins a talk by herself: over a real store, in virtual time, with what was really said."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from mind.clock import VirtualClock
from mind.domain import Person
from mind.events import Event, ReplyEnded
from mind.initiative import Begin, Budget, Not, Presence
from mind.languages import Lang
from mind.talk import RulePlanner
from mind.turn import Companion
from tests.support.turn_companion import companion, told

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=BERLIN)
HERE = Presence(idle=1.0, window="shown")
ONCE = Budget()
INTERVIEW = {
    "en": "I have a job interview tomorrow at 11.", "zh": "我明天上午十一点有个面试。", "ja": "明日の11時に面接があります。",
}


@asynccontextmanager
async def met(
    folder: Path, clock: VirtualClock, lang: Lang = "en", name: str = "Robin"
) -> AsyncGenerator[Companion, None]:
    """She, with somebody whose name she knows."""
    async with companion(folder, RulePlanner(), clock=clock) as she:  # type: ignore[arg-type]
        await she.set_person(Person(name=name, lang=lang, adult=True))
        yield she


async def begun(she: Companion, budget: Budget = ONCE, presence: Presence = HERE) -> str:
    """What she says of herself now; empty where she stays silent."""
    return said(await told(she.begin(budget, presence)))


def said(events: list[Event]) -> str:
    return next((event.reply.text for event in events if isinstance(event, ReplyEnded)), "")


async def test_she_asks_once_about_what_was_planned_after_its_hour_and_never_again(tmp_path):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:
        await told(she.say(INTERVIEW["en"], lang="en"))
        clock.advance(25.5 * 3600)
        assert await she.may_begin(ONCE, HERE) == Not("no_hook")
        clock.advance(2 * 3600)
        words = await begun(she)
        assert "interview" in words
        assert await begun(she) == ""
        for _ in range(6):
            clock.advance(86_400)
            assert "interview" not in await begun(she)
        assert "interview" not in said(await told(she.greet()))


async def test_an_answer_to_her_beginning_is_understood_as_one(tmp_path):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:
        await told(she.say(INTERVIEW["en"], lang="en"))
        clock.advance(28 * 3600)
        assert await begun(she)
        clock.advance(600)
        assert said(await told(she.say("It went well, they want me!", lang="en")))
        found = await she.may_begin(ONCE, HERE)
        assert found == Not("budget")


async def test_in_three_languages_she_names_what_was_said(tmp_path):
    names: dict[Lang, str] = {"en": "interview", "zh": "面试", "ja": "面接"}
    for lang, word in names.items():
        clock = VirtualClock(MONDAY)
        async with met(tmp_path / lang, clock, lang) as she:
            await told(she.say(INTERVIEW[lang], lang=lang))
            clock.advance(28 * 3600)
            assert word in await begun(she), lang


async def test_without_anything_kept_she_stays_silent(tmp_path):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:
        await told(she.say("Nice weather.", lang="en"))
        for _ in range(10):
            clock.advance(86_400)
            assert await begun(she) == ""
        assert len(await she.history()) == 2


async def test_what_she_shall_never_mention_is_no_reason_to_begin(tmp_path):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:
        await told(she.say(INTERVIEW["en"], lang="en"))
        [entry] = [one for one in await she.book.timeline() if one.memory.due is not None]
        await she.book.mute(entry.memory.id, True)
        clock.advance(28 * 3600)
        assert await begun(she) == ""


async def test_what_was_forgotten_is_no_reason_to_begin(tmp_path):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:
        await told(she.say(INTERVIEW["en"], lang="en"))
        [entry] = [one for one in await she.book.timeline() if one.memory.due is not None]
        await she.book.forget(entry.memory.id)
        clock.advance(28 * 3600)
        assert await she.may_begin(ONCE, HERE) == Not("no_hook")


async def test_nothing_is_begun_while_she_speaks_and_nothing_is_cut_off(tmp_path):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:
        await told(she.say(INTERVIEW["en"], lang="en"))
        clock.advance(28 * 3600)
        reply = she.say("Hello again.", lang="en")
        await anext(reply)
        assert await told(she.begin(ONCE, HERE)) == []
        assert said([event async for event in reply])


async def test_words_of_a_crisis_stop_all_beginnings_for_days(tmp_path):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:
        await told(she.say(INTERVIEW["en"], lang="en"))
        clock.advance(3600)
        await told(she.say("I want to kill myself.", lang="en"))
        for hours in (27, 24, 20):
            clock.advance(hours * 3600)
            assert await she.may_begin(ONCE, HERE) == Not("crisis")
        clock.advance(4 * 3600)
        assert isinstance(await she.may_begin(ONCE, HERE), Begin)


async def test_a_bond_that_is_paused_begins_nothing(tmp_path):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:
        await told(she.say(INTERVIEW["en"], lang="en"))
        clock.advance(28 * 3600)
        await she.bonds.pause()
        assert await she.may_begin(ONCE, HERE) == Not("paused")
        await she.bonds.resume()
        assert isinstance(await she.may_begin(ONCE, HERE), Begin)


async def test_her_page_of_yesterday_is_told_of_once_and_not_again_that_week(tmp_path):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:
        heard = []
        for day in range(5):
            await told(she.say(f"I baked bread number {day} with my sister Rosa today.", lang="en"))
            await told(she.say("I adopted a cat called Miso." if day == 0 else "We painted the shed blue.", lang="en"))
            for _ in range(8):
                await told(she.say("Thank you for being so kind, you helped me a lot.", lang="en"))
                clock.advance(40)
            clock.advance(12 * 3600)
            await she.reflect(offline=True)
            clock.advance(10 * 3600)
            await she.reflect(offline=True)
            heard.append(await begun(she))
            clock.advance(2 * 3600 - 320)
        assert sum("diary" in words or "written" in words or "page" in words for words in heard) <= 1


async def test_a_clock_set_ahead_and_back_makes_her_wait_a_day_and_no_longer(tmp_path):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:
        await told(she.say(INTERVIEW["en"], lang="en"))
        clock.advance(28 * 3600)
        assert await begun(she)
        await told(she.say("The dentist is on Friday at 10.", lang="en"))
        clock._start -= timedelta(days=3650)
        assert await she.may_begin(ONCE, HERE) == Not("clock")
        clock.advance(25 * 3600)
        assert await she.may_begin(ONCE, HERE) != Not("clock")

"""She begins a talk by herself: over a real store, in virtual time, with what was really said."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from mind.clock import VirtualClock
from mind.domain import BondEvent, Person
from mind.events import Event, ReplyEnded
from mind.initiative import Begin, Budget, Not, Presence
from mind.languages import Lang
from mind.ports import UnitOfWork
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


async def test_her_page_of_a_day_is_told_of_once_and_not_again_that_week(tmp_path):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:
        await grown(she, clock)
        heard = []
        for day in range(4):
            for words in (f"I baked bread number {day} with my sister Rosa.", "We painted the shed blue.", "It rained."):
                await told(she.say(words, lang="en"))
            clock.advance(25 * 3600)
            await she.reflect(offline=True)
            heard.append(await begun(she))
        pages = [one.key for one in await she._store.run(lambda uow: uow.mentions.begun()) if one.key.startswith("diary:")]
        assert len(pages) == 1, heard
        assert await she.book.diary.days()


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


async def test_words_that_a_failing_server_left_unanswered_are_owed(tmp_path):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:
        await told(she.say("My cat is called Miso.", lang="en"))
        await she._store.run(lambda uow: (uow.turns.add("user", "What shall I cook?", clock.now(), "en", "typed"), uow.commit()))
        clock.advance(3 * 3600)
        words = await begun(she)
        assert "What shall I cook?" in words
        clock.advance(86_400)
        assert await begun(she) == ""


async def test_her_own_promise_is_kept_by_coming_back_to_it(tmp_path):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:

        def promise(uow: UnitOfWork) -> None:
            turn = uow.turns.add("companion", "I'll remind you tomorrow to water the fern.", clock.now(), "en", "own")
            due = MONDAY + timedelta(days=1, hours=5)
            uow.loops.open("hers", "I'll remind you tomorrow.", "I'll remind you tomorrow to water the fern.", turn, due=due)
            uow.commit()

        await told(she.say("Remind me of the fern.", lang="en"))
        await she._store.run(promise)
        clock.advance(30 * 3600)
        assert "water the fern" in await begun(she)
        [loop] = await she._store.run(lambda uow: uow.loops.find("hers", ("kept",)))
        assert loop.quote.endswith("the fern.")


async def test_a_birthday_is_a_reason_once_a_year(tmp_path):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:
        await told(she.say("My birthday is on 4 March.", lang="en"))
        clock.advance(50 * 3600)
        assert "irthday" in await begun(she) or (await she.history(1))[0].text
        keys = [one.key for one in await she._store.run(lambda uow: uow.mentions.begun())]
        assert len(keys) == 1 and keys[0].startswith("birthday:") and keys[0].endswith(":2026")


async def grown(she: Companion, clock: VirtualClock) -> None:
    """A fortnight of good days: they are more than strangers."""

    def live(uow: UnitOfWork) -> None:
        for number, kind in enumerate(("disclose", "affection", "support", "shared_time")):
            event = BondEvent(kind, f"day {clock.now():%d} {number}", confirmed=True)  # type: ignore[arg-type]
            uow.ledger.apply([event], clock.now(), None)
        uow.commit()

    for _ in range(14):
        await she._store.run(live)
        clock.advance(86_400)


async def test_a_story_left_open_can_be_gone_on_with_from_her_beginning(tmp_path):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:
        await grown(she, clock)
        await told(she.say("Tell me a story.", lang="en"))
        clock.advance(5 * 3600)
        assert "story" in (await begun(she)).lower()
        clock.advance(60)
        assert len(said(await told(she.say("Go on.", lang="en")))) > 60


async def test_nobody_under_eighteen_is_spoken_to_first(tmp_path):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:
        await told(she.say(INTERVIEW["en"], lang="en"))
        await she.set_person(Person(name="Robin", lang="en", adult=False))
        clock.advance(28 * 3600)
        assert await she.may_begin(ONCE, HERE) == Not("minor")


async def test_who_felt_bad_today_is_left_alone_with_other_things(tmp_path):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:
        await told(she.say(INTERVIEW["en"], lang="en"))
        clock.advance(26 * 3600)
        await told(she.say("I'm so sad, I could cry all day.", lang="en"))
        clock.advance(2 * 3600)
        assert await she.may_begin(ONCE, HERE) == Not("distress")
        clock.advance(24 * 3600)
        assert isinstance(await she.may_begin(ONCE, HERE), Begin), "what they had planned may be asked about on the next day"


async def test_beginnings_move_no_bond(tmp_path):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:
        await told(she.say(INTERVIEW["en"], lang="en"))
        clock.advance(28 * 3600)
        before = len((await she.bond(400))[1])
        assert await begun(she)
        for _ in range(5):
            clock.advance(86_400)
            await begun(she)
        assert len((await she.bond(400))[1]) == before


async def test_what_comes_back_over_days_is_told_once_and_gently(tmp_path):
    clock = VirtualClock(MONDAY)
    async with met(tmp_path, clock) as she:
        await grown(she, clock)
        assert (await she._store.run(lambda uow: uow.ledger.summary(clock.now()))).stage >= 2
        for words in ("I slept badly last night.", "I couldn't sleep again.", "I hardly slept last night."):
            await told(she.say(words, lang="en"))
            clock.advance(86_400)
        clock.advance(3 * 3600)
        await begun(she)
        clock.advance(3 * 86_400)
        await begun(she)
        # In the talk of the third evening already, or as she begins the next: once is once.
        assert len(await she._store.run(lambda uow: uow.mentions.under("pattern:sleep"))) == 1

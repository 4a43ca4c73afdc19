"""What she brings up of herself on a real store: seldom, with its receipts, and never what she was told to leave."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.support.expect_life import ZONE, life
from tests.support.turn_companion import ScriptedBrain

NIGHTS = {
    "en": ("I slept badly", "I couldn't sleep last night", "I barely slept again", "again no sleep"),
    "zh": ("昨晚没睡好", "又失眠了", "还是睡不着", "又没睡着"),
    "ja": ("昨日は眠れませんでした", "寝不足です", "今日も眠れませんでした", "また寝不足です"),
}


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
async def test_bad_nights_are_noticed_once_in_a_fortnight_with_their_receipts(tmp_path, lang):
    async with life(tmp_path, lang=lang) as one:
        for day, words in zip((2, 3, 5, 6, 8, 10, 12), NIGHTS[lang] * 2, strict=False):
            await one.sit(f"2026-03-{day:02d} 19:30")
            await one.say(words)
        assert await one.mentioned("pattern:") == ["pattern:sleep:2026-W10"] or len(await one.mentioned("pattern:")) == 1
        for day in (20, 21, 22, 23):
            await one.sit(f"2026-03-{day:02d} 19:30")
            await one.say(NIGHTS[lang][0])
        assert len(await one.mentioned("pattern:sleep")) == 2, "after two weeks it may be said again"
        used = [await one.she._store.run(lambda uow, turn=turn: uow.turns.meta(turn.id)) for turn in await one.she.history()]
        receipts = [meta["turns_used"] for meta in used if meta.get("turns_used")]
        assert receipts and all(len(rows) >= 3 for rows in receipts[:1])


async def test_hidden_words_and_those_of_others_make_no_pattern(tmp_path):
    async with life(tmp_path) as one:
        others = ("my baby didn't sleep", "did you sleep?", "Tom slept badly", "he couldn't sleep")
        for day, words in zip((2, 3, 5, 6), others, strict=True):
            await one.sit(f"2026-03-{day:02d} 19:30")
            await one.say(words)
        assert await one.mentioned("") == []


async def test_a_model_is_given_the_sum_to_say(tmp_path):
    said = ("A short night.", "Two of them, then.", "And again.", "Rain suits you.", "Hardly any.", "None is worse.", "Poor you.")
    brain = ScriptedBrain(turns=said)
    async with life(tmp_path, brain=brain) as one:
        for day, words in zip((2, 3, 5), NIGHTS["en"], strict=False):
            one.clock.set(datetime(2026, 3, day, 19, 30, tzinfo=ZONE))
            await one.say(words)
        for words in ("it is raining", "I barely slept", "no sleep at all, really", "I slept so badly"):
            await one.say(words)
        said = [prompt.messages[-1].content for prompt in brain.prompts]
        assert sum("never as a diagnosis" in words and "today" in words for words in said) == 1
        assert len(await one.mentioned("pattern:sleep")) == 1


async def test_birthdays_are_wished_once_a_year_and_the_leap_day_is_kept(tmp_path):
    async with life(tmp_path) as one:
        await one.sit("2026-03-02 19:30")
        await one.say("my birthday is on February 29")
        await one.say("my sister is called Nina")
        await one.say("my sister's birthday is on the 5th of April")
        assert "Nina" in await one.sit("2026-04-05 10:00")
        await one.sit("2026-04-05 19:00")
        for moment in ("2027-02-27 19:00", "2027-02-28 09:00", "2027-02-28 20:00", "2027-03-01 20:00", "2028-02-28 20:00"):
            await one.sit(moment)
        await one.sit("2028-02-29 20:00")
        born = [key.rpartition(":")[2] for key in await one.mentioned("birthday:")]
        assert born == ["2026", "2027", "2028"]


async def test_a_birthday_she_shall_not_mention_is_not_mentioned(tmp_path):
    async with life(tmp_path) as one:
        await one.sit("2026-03-02 19:30")
        await one.say("my birthday is on March 12")
        (birthday,) = [entry.memory for entry in await one.she.book.timeline()]
        await one.she.book.mute(birthday.id, True)
        await one.sit("2026-03-12 10:00")
        assert await one.mentioned("") == []


async def test_the_year_they_met_and_what_was_said_a_year_ago(tmp_path):
    async with life(tmp_path) as one:
        await one.sit("2026-03-02 19:30")
        await one.say("I got promoted today!")
        await one.say("my sister is called Nina")
        hello = await one.sit("2027-03-02 19:30")
        assert "year ago" in hello and await one.mentioned("met:") == ["met:2027"]
        await one.sit("2027-03-02 21:30")
        assert len(await one.mentioned("")) == 1, "one such thing a day"


async def test_a_loss_is_remembered_only_where_they_speak_of_it(tmp_path):
    async with life(tmp_path) as one:
        await one.sit("2026-03-02 19:30")
        await one.say("my grandmother died yesterday")
        await one.sit("2027-03-01 19:30")
        await one.say("I made soup")
        assert await one.mentioned("loss:") == []
        for words in ("I keep thinking of my grandmother", "my grandmother loved this weather", "I miss my grandmother"):
            await one.say(words)
        assert len(await one.mentioned("loss:")) == 1


async def test_lonely_she_thinks_of_somebody_real_once_in_some_days_until_told_not_to(tmp_path):
    async with life(tmp_path) as one:
        await one.sit("2026-05-02 19:30")
        await one.say("my sister is called Nina")
        await one.say("I had coffee with Nina and we laughed so much")
        for day in (12, 13, 14):
            await one.sit(f"2026-05-{day} 20:00")
            await one.say("I feel so lonely tonight")
            await one.say("everybody is busy, I'm lonely")
        assert len(await one.mentioned("step:")) == 1
        assert any("Nina" in reply and "laughed" in reply for reply in one.hers)
        await one.say("please don't suggest people")
        for day in (2, 8, 14, 20):
            await one.sit(f"2026-06-{day:02d} 20:00")
            await one.say("I feel so lonely tonight")
        assert len(await one.mentioned("step:")) == 1
        await one.say("you can suggest people again")
        for day in (21, 22, 27):
            await one.sit(f"2026-06-{day} 20:00")
            await one.say("I feel so lonely tonight")
        assert len(await one.mentioned("step:")) >= 2


async def test_nobody_is_proposed_whom_they_quarrelled_with(tmp_path):
    async with life(tmp_path) as one:
        await one.sit("2026-05-02 19:30")
        await one.say("my sister is called Nina")
        await one.say("I had a fight with my sister Nina")
        for day in (12, 18, 24):
            await one.sit(f"2026-05-{day} 20:00")
            await one.say("I feel so lonely tonight")
        assert await one.mentioned("step:") == []

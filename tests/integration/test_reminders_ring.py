"""Reminders in virtual time on a real store: kept by words, rung by her in time and once, told late after a restart."""

from datetime import datetime, time, timedelta

import pytest

from mind.domain import Person
from mind.initiative.quiet_hours import QuietHours
from tests.support.expect_life import ZONE, Life, SetClock, life
from tests.support.talk_house import PLANNER
from tests.support.turn_companion import companion, reply_of, told

NIGHT = QuietHours(time(21), time(9))


async def rung(her: Life, moment: str, **how) -> str:
    """The window's look at the clock; what she says, if anything."""
    her.clock.set(datetime.strptime(moment, "%Y-%m-%d %H:%M").replace(tzinfo=her.zone))
    events = await told(her.she.ring(**how))
    return reply_of(events).reply.text if events else ""


@pytest.mark.parametrize(
    ("lang", "asks", "words", "more", "listed", "off"),
    [
        ("en", "Remind me in 20 minutes to turn off the oven", "turn off the oven", "remind me at 8 to call my mum",
         "what reminders do I have?", "cancel the reminder about my mum"),
        ("zh", "20分钟后提醒我关火", "关火", "今晚八点提醒我给我妈打电话", "我有哪些提醒", "取消给我妈打电话的提醒"),
        ("ja", "20分後に火を止めるのを知らせて", "火を止める", "8時に母に電話することを思い出させて", "リマインダーを見せて",
         "母への電話のリマインダーを取り消して"),
    ],
)  # fmt: skip
async def test_what_was_asked_for_is_said_in_time_once_and_can_be_taken_down(tmp_path, lang, asks, words, more, listed, off):
    async with life(tmp_path, lang=lang) as her:
        await her.sit("2026-03-02 18:30")
        assert words in (await her.say(asks)).lower()
        await her.say(more)
        assert next(one.text for one in await her.she.reminders.waiting()).startswith(words)
        assert words in (await her.say(listed)).lower()
        await her.say(off)
        assert len(await her.she.reminders.waiting()) == 1
        assert await rung(her, "2026-03-02 18:50") == ""  # asked for forty seconds past the half hour
        assert words in (await rung(her, "2026-03-02 18:51")).lower()
        assert await rung(her, "2026-03-02 18:52") == "" and await rung(her, "2026-03-02 20:30") == ""


async def test_a_reminder_survives_a_restart_and_one_missed_is_told_at_the_next_opening_once(tmp_path):
    async with life(tmp_path) as her:
        await her.sit("2026-03-02 18:30")
        await her.say("remind me tomorrow at 10 to water the plants")
        await her.say("remind me tomorrow at 8 to call the bank")
    clock = SetClock(datetime(2026, 3, 3, 9, 30, tzinfo=ZONE))
    async with companion(tmp_path, PLANNER, clock=clock) as again:
        her = Life(again, clock)
        opening = await her.sit("2026-03-03 09:30")
        assert "call the bank" in opening.lower() and "plants" not in opening
        assert await rung(her, "2026-03-03 09:31") == ""
        assert "water the plants" in (await rung(her, "2026-03-03 10:00")).lower()
        assert await again.reminders.waiting() == ()


async def test_nights_are_kept_where_the_user_says_so_and_letters_wait_for_the_user(tmp_path):
    async with life(tmp_path) as her:
        await her.sit("2026-03-02 18:30")
        await her.say("remind me at 11pm to lock the shed")
        assert "lock the shed" in (await rung(her, "2026-03-02 23:00", quiet=NIGHT)).lower()
        await her.say("remind me at 11:30pm to check the stove")
        await her.say("don't ring in the quiet hours")
        assert await rung(her, "2026-03-02 23:31", quiet=NIGHT) == ""
        assert "check the stove" in (await rung(her, "2026-03-03 09:00", quiet=NIGHT)).lower()
        for words in ("a letter to my future self", "Dear me, the plums were worth it.", "done", "tomorrow"):
            await her.say(words)
        assert await rung(her, "2026-03-05 12:00", here=False) == ""
        assert await rung(her, "2026-03-05 22:00", quiet=NIGHT) == ""
        assert "plums" not in await rung(her, "2026-03-06 12:00", quiet=NIGHT)
        assert "Dear me, the plums were worth it." in await her.say("yes please")
        assert await her.she.reminders.waiting() == ()


async def test_what_is_due_cuts_nothing_off_and_is_not_lost(tmp_path):
    async with life(tmp_path) as her:
        await her.sit("2026-03-02 18:30")
        await her.say("remind me in 10 minutes to turn the heating down")
        her.clock.advance(700)
        talking = her.she.say("I painted the fence today")
        await anext(talking)
        assert await told(her.she.ring()) == []
        await talking.aclose()
        assert "heating" in reply_of(await told(her.she.ring())).reply.text


async def test_a_book_of_them_takes_down_and_puts_back_and_forgetting_the_turn_takes_it_along(tmp_path):
    async with life(tmp_path) as her:
        await her.she.set_person(Person("Robin", "en", True))
        await her.sit("2026-03-02 18:30")
        await her.say("remind me tomorrow to ring Quillon")
        (one,) = await her.she.reminders.waiting()
        assert one.due == datetime(2026, 3, 3, 9, tzinfo=ZONE) and await her.she.reminders.cancel(one.id)
        assert await her.she.reminders.waiting() == () and not await her.she.reminders.cancel(one.id)
        assert await her.she.reminders.restore(one.id) and len(await her.she.reminders.waiting()) == 1
        await her.she.delete(one.turn_id)
        assert await her.she.reminders.waiting() == ()
        assert one.due - timedelta(days=1) < her.clock.now()


async def test_what_is_for_every_day_rings_every_day_until_it_is_taken_down(tmp_path):
    async with life(tmp_path) as her:
        await her.sit("2026-03-02 18:30")
        assert "every day at 9:00 pm" in (await her.say("remind me to take my pills at 9pm every day")).lower()
        for day in ("2026-03-02", "2026-03-03"):
            assert "take your pills" in (await rung(her, f"{day} 21:01")).lower()
            assert await rung(her, f"{day} 21:02") == ""
        assert "take your pills" in (await her.sit("2026-03-08 10:00")).lower()  # once, however many days
        (one,) = await her.she.reminders.waiting()
        assert one.due.day == 8 and one.text == "take your pills"
        await her.say("cancel the reminder")
        assert await rung(her, "2026-03-08 21:01") == ""

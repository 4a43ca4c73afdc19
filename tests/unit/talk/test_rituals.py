"""A joke becomes a ritual on its third day, is answered in kind, and may open a talk."""

from datetime import datetime, timedelta, timezone

import pytest

from mind.clock import VirtualClock
from mind.domain import Person
from mind.store import open_store
from mind.talk import RulePlanner
from mind.talk.rituals import could_be, plain
from tests.support.turn_companion import companion, reply_of, told

EVENING = datetime(2026, 3, 2, 19, 0, tzinfo=timezone(timedelta(hours=1)))
SAYINGS = (("en", "Permission to come aboard!"), ("zh", "船长到，请敬礼！"), ("ja", "船長のおなりです！"))


async def evenings(folder, words, lang, days, *, greet=False):
    """The same words first thing on several evenings; her replies, and what she opened with."""
    clock = VirtualClock(EVENING)
    replies, openings = [], []
    async with companion(folder, RulePlanner(), clock=clock) as she:
        await she.set_person(Person(name="Robin", lang=lang, adult=True))
        for _ in range(days):
            if greet:
                openings.append(reply_of(await told(she.greet())).reply)
            replies.append(reply_of(await told(she.say(words, lang=lang))).reply)
            await clock.sleep(86_400)
        kept = await she._store.run(lambda uow: uow.memories.history())
    return replies, openings, [memory for memory in kept if memory.kind == "us.ritual"]


@pytest.mark.parametrize(("lang", "words"), SAYINGS)
async def test_words_said_on_three_days_are_kept_as_a_saying_and_answered_in_kind(tmp_path, lang, words):
    replies, _, kept = await evenings(tmp_path, words, lang, 5)
    assert [len(reply.memories_kept) for reply in replies] == [0, 0, 1, 0, 0]
    assert [memory.value for memory in kept] == [words] and words in kept[0].text
    assert words in replies[2].text and words in replies[3].text and words in replies[4].text
    assert replies[3].text != replies[4].text
    assert [memory.id for memory in replies[4].memories_used] == [kept[0].id]


async def test_she_opens_a_day_with_it_herself_now_and_then(tmp_path):
    _, openings, kept = await evenings(tmp_path, "Permission to come aboard!", "en", 14, greet=True)
    hers = [opening for opening in openings if "Permission to come aboard" in opening.text]
    assert kept and 2 <= len(hers) <= 9


async def test_three_times_in_one_evening_is_no_custom(tmp_path):
    clock = VirtualClock(EVENING)
    async with companion(tmp_path, RulePlanner(), clock=clock) as she:
        await she.set_person(Person(name="Robin", lang="en", adult=True))
        for _ in range(4):
            assert reply_of(await told(she.say("Permission to come aboard!"))).reply.memories_kept == ()


@pytest.mark.parametrize("words", ["Good evening!", "How are you?", "I am tired.", "Thank you so much.", "Yes, please do."])
async def test_courtesies_questions_and_news_are_no_sayings(tmp_path, words):
    _, _, kept = await evenings(tmp_path, words, "en", 4)
    assert kept == []


async def test_a_saying_she_shall_never_mention_is_neither_said_nor_found_again(tmp_path):
    words = "Permission to come aboard!"
    _, _, kept = await evenings(tmp_path, words, "en", 3)
    store = open_store(tmp_path)
    try:
        store.call(lambda uow: (uow.memories.mark(kept[0].id, muted=True), uow.commit()))
    finally:
        store.close()
    async with companion(tmp_path, RulePlanner(), clock=VirtualClock(EVENING + timedelta(days=5))) as she:
        reply = reply_of(await told(she.say(words))).reply
        assert words not in reply.text and reply.memories_kept == ()


@pytest.mark.parametrize(("text", "lang", "is_one"), [
    ("Ahoy", "en", False), ("Ahoy there", "en", True), ("Shall we?", "en", False),
    ("one two three four five six seven eight nine ten", "en", False), ("开饭啦", "zh", True), ("嗯", "zh", False),
    ("ただいま帰りました", "ja", True),
])  # fmt: skip
def test_a_saying_is_short_and_asks_nothing(text, lang, is_one):
    assert could_be(text, lang) is is_one


def test_case_width_and_signs_do_not_part_sayings():
    assert plain("Permission, to come ABOARD!") == plain("permission to come aboard")
    assert plain("ＡＢＣ、です。") == plain("abc です")

"""Questions about the user's own life find what was told, in whatever words; questions about the world find nothing of it."""

from datetime import datetime, timedelta, timezone

import pytest

from mind.clock import VirtualClock
from mind.domain import Person
from mind.talk import RulePlanner
from tests.support.turn_companion import companion, reply_of, told

EVENING = datetime(2026, 5, 4, 19, 0, tzinfo=timezone(timedelta(hours=1)))
TOLD = {
    "en": ("My aunt Greta knitted a blanket for the guinea pig.", "The plumber wants 260 for the boiler.", "I love thunder.",
           "I sing in a choir on Mondays."),
    "zh": ("修锅炉花了两百六十块，心疼", "小葛把阳台漆成了绿色", "我妈的生日蛋糕塌了"),
    "ja": ("グレタが白い毛布を編みました", "大家さんが廊下を緑に塗りました"),
}  # fmt: skip


async def answers(folder, lang, *questions):
    clock = VirtualClock(EVENING)
    async with companion(folder, RulePlanner(), clock=clock) as she:
        await she.set_person(Person(name="Robin", lang=lang, adult=True))
        for line in TOLD[lang]:
            await told(she.say(line, lang=lang))
            clock.advance(60)
        await clock.sleep(3 * 86_400)
        return [reply_of(await told(she.say(question, lang=lang))).reply.text for question in questions]


@pytest.mark.parametrize(
    ("lang", "question", "words"),
    [
        ("en", "Who knitted the blanket?", "Greta"), ("en", "How much did the plumber want?", "260"),
        ("en", "What did Greta knit?", "blanket"), ("zh", "小葛漆了什么？", "阳台"), ("zh", "修锅炉花了多少钱？", "两百六十"),
        ("zh", "我妈的蛋糕怎么了？", "塌了"), ("ja", "廊下は何色に塗られたんだっけ？", "緑"),
    ],
)  # fmt: skip
async def test_what_was_told_is_found_in_other_words(tmp_path, lang, question, words):
    assert words in (await answers(tmp_path, lang, question))[0]


async def test_a_question_about_the_world_is_not_answered_from_the_users_life(tmp_path):
    replies = await answers(tmp_path, "en", "What is thunder?", "Who invented the boiler?", "Should one sing?")
    assert not any(words in " ".join(replies) for words in ("I love thunder", "260", "in a choir"))


async def test_an_answer_without_the_somebody_asked_for_is_given_with_a_doubt(tmp_path):
    (reply,) = await answers(tmp_path, "en", "Who loves thunder with me?")
    assert not reply.startswith(("You told me", "On ", "Here it is", "I have"))


@pytest.mark.parametrize(
    ("lang", "question", "words"),
    [
        ("en", "What did we talk about last time?", "Greta"), ("en", "What did I tell you on Monday?", "Greta"),
        ("zh", "我们上次聊了什么？", "两百六十"), ("ja", "前回は何の話をしたっけ？", "大家さん"),
    ],
)  # fmt: skip
async def test_a_day_asked_for_by_itself_is_told_by_the_fullest_words_of_it(tmp_path, lang, question, words):
    assert words in (await answers(tmp_path, lang, question))[0]


async def test_a_word_for_the_day_is_no_answer(tmp_path):
    clock = VirtualClock(EVENING)
    async with companion(tmp_path, RulePlanner(), clock=clock) as she:
        await she.set_person(Person(name="Robin", lang="en", adult=True))
        await told(she.say("Yesterday my hat flew off a bridge.", lang="en"))
        await clock.sleep(6 * 86_400)
        reply = reply_of(await told(she.say("What did I do yesterday?", lang="en"))).reply.text
    assert "bridge" not in reply

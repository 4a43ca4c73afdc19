"""What she was asked never to mention stays unsaid until she may say it again; the dead are asked after by nobody."""

from datetime import datetime, timedelta, timezone

import pytest

from mind.clock import VirtualClock
from mind.domain import Person
from mind.talk import RulePlanner
from mind.talk.left_out import speaks_of
from mind.talk.unsaid import named
from tests.support.turn_companion import companion, reply_of, told

EVENING = datetime(2026, 3, 2, 19, 0, tzinfo=timezone(timedelta(hours=1)))
ASKED = (
    ("en", "My friend Otis broke my lamp", "Please never mention Otis again", "What did Otis break?", "otis", "broke my lamp",
     "you can mention Otis again"),
    ("zh", "老田把我的台灯摔坏了", "别再提老田了", "老田摔坏了什么？", "老田", "摔坏了", "你可以再提老田了"),
    ("ja", "翔太がランプを壊しました", "翔太のことはもう言わないで", "翔太は何を壊したっけ？", "翔太", "壊しました",
     "翔太のことはまた話してもいいよ"),
)  # fmt: skip


async def replies(folder, lang, *lines, greet=0):
    """Her replies to the lines, then what she opened the next days with."""
    clock = VirtualClock(EVENING)
    out = []
    async with companion(folder, RulePlanner(), clock=clock) as she:
        await she.set_person(Person(name="Robin", lang=lang, adult=True))
        for line in lines:
            out.append(reply_of(await told(she.say(line, lang=lang))).reply.text)
            clock.advance(60)
        for _ in range(greet):
            await clock.sleep(86_400)
            out.append(reply_of(await told(she.greet())).reply.text)
    return out


@pytest.mark.parametrize(("lang", "tell", "never", "ask", "who", "words", "again"), ASKED)
async def test_what_she_shall_not_mention_is_unsaid_until_she_may(tmp_path, lang, tell, never, ask, who, words, again):
    _, before, _, silent, _, after = await replies(tmp_path, lang, tell, ask, never, ask, again, ask)
    assert words in before and words in after
    assert words not in silent and who not in silent.lower()


@pytest.mark.parametrize(
    ("lang", "words", "thing"),
    [
        ("en", "my ex Callum again, please", "callum"), ("en", "it", ""),
        ("en", "I had a cough", "cough"), ("en", "the wardrobe any more", "wardrobe"),
        ("zh", "我前男友的事了", "前男友"), ("zh", "它", ""), ("ja", "元彼の話は", "元彼"),
    ],
)  # fmt: skip
def test_the_thing_is_named_without_the_words_around_it(lang, words, thing):
    assert named(words, lang) == thing


def test_a_word_inside_another_is_not_spoken_of():
    assert speaks_of("Ben called.", ("ben",)) and not speaks_of("The bench is wet.", ("ben",))


async def test_what_shall_be_forgotten_is_not_told_back_from_the_talk(tmp_path):
    lines = "The soup boiled over at lunch", "forget about the soup", "Did I tell you about the soup?"
    assert "boiled" not in (await replies(tmp_path, "en", *lines))[-1]


async def test_nobody_is_asked_how_the_dead_are(tmp_path):
    out = await replies(tmp_path, "en", "My cat is called Miso", "Miso died this morning", greet=14)
    assert "Miso" in out[1] and not any("Miso" in opening for opening in out[2:])

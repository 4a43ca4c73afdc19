"""Plain words between the two, as people say them: sorry, away, jealous, called by name, and what is no answer to a question."""

from datetime import datetime, timezone

import pytest

from mind.bond_events.given_word import given
from mind.bond_events.signs import signs_in
from mind.talk.by_name import said_to_her
from mind.talk.perceive import perceive
from mind.talk.perception import Perception
from tests.support.bond_talk import two
from tests.support.talk_house import PLANNER, House

NOW = datetime(2026, 3, 2, 20, 0, tzinfo=timezone.utc)


def heard(text: str, lang: str = "en") -> Perception:
    return perceive(text, PLANNER.content(lang), NOW)


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "I'm sorry that I let you down."), ("en", "hey mira, sorry about yesterday, really"),
    ("en", "I'm sorry for what I called you."), ("ja", "約束を守れなくてごめんなさい"), ("ja", "がっかりさせてごめんなさい"),
])  # fmt: skip
def test_a_plain_apology_is_one_and_no_low_mood(lang, text):
    p = heard(text, lang)
    assert "apology" in {sign.kind for sign in signs_in(p)}
    assert not any(feeling.cls == "sad" for feeling in p.feelings)


@pytest.mark.parametrize(("lang", "text", "act"), [
    ("en", "sorry I was gone so long", "apology.away"), ("zh", "我回来了，好久没来，不好意思", "apology.away"),
    ("ja", "しばらく来られなくてごめんなさい", "apology.away"), ("en", "did you miss me?", "her.missed"),
    ("zh", "你想我了吗", "her.missed"), ("ja", "寂しかった？", "her.missed"),
    ("en", "she's great. are you jealous?", "her.jealous"),
    ("zh", "你吃醋吗", "her.jealous"), ("ja", "妬いてる？", "her.jealous"), ("en", "are you there?", "her.there"),
    ("en", "You're good to talk to", "compliment.her"), ("en", "gotta go", "goodbye"), ("en", "what's new?", "her.day"),
])  # fmt: skip
def test_plain_words_are_understood(lang, text, act):
    assert act in {hit.act.id for hit in heard(text, lang).acts}


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_who_was_away_owes_nothing_and_is_told_so(lang):
    says = {"en": "sorry I was gone so long", "zh": "好久没来，不好意思", "ja": "しばらく来られなくてごめんなさい"}
    p = heard(says[lang], lang)
    assert not signs_in(p)
    lines = " ".join(line.text for line in PLANNER.content(lang).acts["apology.away"].say)
    assert not any(word in lines for word in ("wait", "missed", "long time", "等", "想你", "寂しかった", "待って"))


def test_the_name_the_user_gave_her_hides_no_greeting():
    content = PLANNER.content("en")
    assert "hello" not in {hit.act.id for hit in heard("Hi Pepper").acts}
    named = said_to_her(heard("Hi Pepper"), "Pepper", content, NOW)
    assert "hello" in {hit.act.id for hit in named.acts} and named.text == "Hi Pepper"
    assert said_to_her(heard("I like pepper"), None, content, NOW) == heard("I like pepper")


@pytest.mark.parametrize("lang", ["zh", "ja"])
def test_a_story_is_told_to_its_last_page(lang):
    house = House(lang=lang, name="小林")
    house.say({"zh": "讲个故事吧", "ja": "物語を聞かせて"}[lang])
    game = house.state["game"]
    story = PLANNER.content(lang).stories[game["id"]]
    for _ in range(12):
        if "game" not in house.state:
            break
        house.say({"zh": "继续", "ja": "続けて"}[lang])
    last = next(part for part in story.parts if part.id == "end").say[-1].text
    assert last.split("{")[0] in house.turns[-1].text and last.rpartition("}")[2] in house.turns[-1].text


@pytest.mark.parametrize(("lang", "ask", "side"), [
    ("en", "let's play would you rather", "the second one"), ("zh", "玩二选一吧", "第二个"),
    ("ja", "二択で遊びましょう", "二つ目"),
])  # fmt: skip
def test_a_side_may_be_named_by_its_order(lang, ask, side):
    house = House(lang=lang, name="Sam")
    house.say(ask)
    house.say(side)
    assert house.plans[-1].acts[0] == "game:rather"


async def test_who_asks_to_leave_people_be_is_asked_about_nobody(tmp_path):
    async with two(tmp_path) as pair:
        await pair.say("My sister is called Lena.")
        await pair.say("Stop asking about people.")
        assert pair.acts == ("nopeople",)
        for hour in range(8):
            pair.clock.advance(9 * 3600)
            greeting = [event async for event in pair.she.greet()]
            assert "Lena" not in str(greeting), hour
            await pair.say("hi")


def test_a_promise_with_its_day_needs_no_word_of_will():
    word = given(heard("我答应你，周四之前给外婆写封信。", "zh"), NOW)
    assert word is not None and "写封信" in word.text and word.due is not None
    assert given(heard("我答应你，周四之前没空。", "zh"), NOW) is None
    assert given(heard("我朋友说“我保证下周还钱”，结果没还", "zh"), NOW) is None


async def test_a_promise_of_running_is_the_one_not_run(tmp_path):
    async with two(tmp_path, "ja") as pair:
        await pair.say("明日、走るって約束します")
        pair.clock.advance(30 * 3600)
        await pair.say("走りませんでした。忘れてました")
        assert [loop.status for loop in await pair.promises()] == ["broken"]


def test_news_of_its_own_is_kept_as_no_answer():
    house = House(name="Sam")
    gambits = [one for one in PLANNER.content("en").gambits.values() if any(b.sort == "any" and b.keep for b in one.on)]
    assert gambits
    for gambit in gambits:
        house.state["question"] = {"kind": "gambit", "id": gambit.id, "env": {}, "left": 5}
        house.say("cat's sick")
        assert not any("cat's sick" in fact.value for fact in house.plans[-1].facts), gambit.id


def test_a_driving_test_has_its_article():
    house = House(name="Sam")
    house.say("I have a driving test on Friday")
    assert [fact.text for fact in house.plans[-1].facts] == ["You have a driving test on Friday 6 March."]

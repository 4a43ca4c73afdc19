"""What a turn needs: inferred for every reply, in three languages, and told to a language model."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mind.domain import Memory, Reason
from mind.talk.perceive import perceive
from mind.talk.read_units import NEEDS
from tests.support.talk_house import PLANNER, START, House

HEARD = {
    "advise": (
        ("en", "The kitchen ceiling is leaking and the owner says wait. What should I do?"),
        ("en", "How do I tell my flatmate that I'm moving out?"),
        ("en", "I can't decide between the night train and the flight."),
        ("zh", "房东又要涨租，我该怎么办？"),
        ("zh", "我要不要先跟导师说一声"),
        ("ja", "大家さんが修理してくれません。どうすればいいですか。"),
        ("ja", "夜行列車か飛行機か、迷っています。"),
    ),
    "listen": (
        ("en", "My grandfather died in the night."),
        ("en", "I'm so ashamed of how I shouted at her."),
        ("en", "No advice please. I just need to vent about the shift."),
        ("zh", "我好难过，练了半年还是没选上。"),
        ("zh", "别给我出主意，我只想说说。"),
        ("ja", "とても悲しいです。"),
        ("ja", "助言はいりません。ただ話したいだけです。"),
    ),
    "distract": (
        ("en", "I'm bored, nothing is on."),
        ("en", "Talk to me about something else, please."),
        ("zh", "好无聊，雨下了一整天。"),
        ("ja", "退屈です。"),
    ),
    "celebrate": (
        ("en", "I passed my welding exam!"),
        ("en", "They accepted my poem. I'm so happy."),
        ("zh", "我终于拿到驾照了！"),
        ("ja", "資格の試験に合格しました！"),
    ),
    "play": (("en", "Ask me a riddle."), ("zh", "来个谜语吧"), ("ja", "しりとりをしましょう")),
    "information": (
        ("en", "What day is it today?"),
        ("en", "Who invented the zip?"),
        ("en", "What do you remember about me?"),
        ("zh", "现在几点了？"),
        ("ja", "今日は何曜日ですか。"),
    ),
    "company": (
        ("en", "Good evening."),
        ("en", "I planted beans on the balcony."),
        ("en", "How are you?"),
        ("zh", "我在阳台种了豆子。"),
        ("ja", "ベランダに豆を植えました。"),
    ),
}


@pytest.mark.parametrize(
    ("need", "lang", "text"), [(need, lang, text) for need, lines in HEARD.items() for lang, text in lines]
)
def test_the_need_of_a_turn_is_inferred(need, lang, text):
    house = House(lang, name="Robin")
    house.greet()
    house.say(text)
    assert house.plan.need == need, house.plan.acts


def test_who_asks_to_be_heard_is_not_given_advice_for_an_answer():
    house = House("en", name="Robin")
    house.greet()
    house.say("I don't know what to do. I don't want advice, just listen.")
    assert house.plan.need == "listen"


def test_a_running_game_is_play_and_a_few_words_after_grief_still_need_an_ear():
    house = House("en", name="Robin")
    house.greet()
    house.say("Let's play twenty questions.")
    house.say("An apple.")
    assert house.plan.need == "play"
    grieving = House("en", name="Robin")
    grieving.greet()
    grieving.say("My grandfather died in the night.")
    grieving.say("He was ninety.")
    assert grieving.plan.need == "listen"


def test_a_greeting_offers_company():
    house = House("zh")
    house.greet()
    assert house.plan.need == "company"


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_every_language_knows_words_for_every_need(lang):
    content = PLANNER.content(lang)
    assert set(content.needs) == set(NEEDS)
    for need in content.needs.values():
        for sample in need.match.yes:
            assert need.id in perceive(sample.text, content, START).needs


@pytest.mark.parametrize(("lang", "felt"), [("ja", "うれしいです。"), ("zh", "开心")])
def test_a_feeling_is_no_name_even_after_she_has_asked_for_one(lang, felt):
    hits = perceive(felt, PLANNER.content(lang), START, asked_name=True)
    assert hits.name is None
    assert perceive({"ja": "ゆきです。", "zh": "小林"}[lang], PLANNER.content(lang), START, asked_name=True).name


# --- why did you say that?


def memory(text="Your cat is called Miso.", number=7):
    return Memory(number, 1, "pet.name", "user.pet.cat.name", "Miso", text, "my cat is called Miso", "en", 1.0, START)


def asked(text, reason, lang="en"):
    house = House(lang, name="Robin")
    scene = replace(house.scene(), reason=reason)
    plan = PLANNER.respond(text, scene)
    return plan, " ".join(plan.draft)


ASKED = [
    ("en", "Why did you say that?"), ("en", "but why would you say something like that"), ("en", "Where did that come from?"),
    ("zh", "你为什么这么说？"), ("zh", "怎么突然提起这个？你怎么突然说这个"), ("ja", "どうしてそう言ったの？"),
    ("ja", "なんでそんなことを言うんですか"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), ASKED)
def test_she_answers_why_in_at_most_two_sentences_and_moves_on_to_nothing(lang, text):
    plan, said = asked(text, Reason(4, "listen", ("feeling:sad",)), lang)
    assert plan.acts == ("why.said",) and plan.need == "information"
    assert 1 <= len(plan.draft) <= 2 and said


def test_the_answer_tells_the_kept_need_and_the_kept_memory():
    plan, said = asked("Why did you say that?", Reason(4, "celebrate", ("callback:pet.name",), (memory(),)))
    assert "glad" in said or "good news" in said
    assert "Your cat is called Miso." in said
    assert plan.must_use == (memory(),)


def test_a_forgotten_memory_is_named_as_forgotten_and_never_told():
    _, said = asked("Why did you say that?", Reason(4, "company", ("callback:pet.name",), (), gone=1))
    assert "forget" in said or "no longer keep" in said
    assert "Miso" not in said


def test_a_corrected_need_is_owned_up_to():
    _, said = asked("Why did you say that?", Reason(4, "listen", ("feeling:sad",), corrected="advise"))
    assert "something else" in said


def test_before_she_said_anything_there_is_nothing_to_explain():
    _, said = asked("Why did you say that?", None)
    assert "nothing" in said or "no sentence" in said


@pytest.mark.parametrize("text", ["Why did he say that?", "Why did you move to Porto?", "I know why you said that."])
def test_other_questions_are_not_taken_for_it(text):
    plan, _ = asked(text, Reason(4, "listen", ("feeling:sad",)))
    assert plan.acts[0] != "why.said"

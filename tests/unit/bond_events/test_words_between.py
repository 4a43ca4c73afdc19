"""What words say between the two: measured on sentences of ours, those for tuning and those that were written before a result."""

from __future__ import annotations

import tomllib
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from mind.bond_events.given_word import given, promises_coming, settled
from mind.bond_events.heard_again import heard_again
from mind.bond_events.signs import signs_in
from mind.domain import OpenLoop
from mind.languages import LANGS, Lang

NOW = datetime(2026, 5, 13, 20, 0, tzinfo=timezone.utc)
LISTS = Path(__file__).parents[2] / "fixtures" / "bond_words"
MEASURED = {"insult", "boundary_crossed", "support", "affection", "apology", "tease"}
TRUE_TOO = {"misunderstanding": {"apology"}, "insult": {"boundary_crossed"}, "affection": {"support"}}


def heard(text: str, lang: Lang) -> set[str]:
    p = heard_again(text, lang, NOW)
    found = {sign.kind for sign in signs_in(p)} & MEASURED
    if given(p, NOW) is not None:
        found.add("promise")
    if p.act("misunderstood") or p.act("misunderstanding"):
        found.add("misunderstanding")
    return found


def measured(name: str, lang: Lang) -> tuple[int, float, float]:
    """Sentences, precision, recall of a list."""
    lists = tomllib.loads((LISTS / f"{name}.{lang}.toml").read_text(encoding="utf-8"))
    right = wrong = missed = 0
    for kind, sentences in lists.items():
        for sentence in sentences:
            found = heard(sentence, lang) - TRUE_TOO.get(kind, set())
            right += kind in found
            missed += kind != "none" and kind not in found
            wrong += len(found - {kind})
    return sum(map(len, lists.values())), right / (right + wrong), right / (right + missed)


@pytest.mark.parametrize("lang", LANGS)
def test_on_sentences_never_tuned_to_few_are_taken_wrongly_and_most_are_heard(lang: Lang) -> None:
    count, precision, recall = measured("fresh", lang)
    assert count >= 80
    assert precision >= 0.95 and recall >= 0.8, (precision, recall)


@pytest.mark.parametrize("lang", LANGS)
def test_on_sentences_written_later_hardly_any_is_taken_wrongly_and_half_at_least_are_heard(lang: Lang) -> None:
    count, precision, recall = measured("later", lang)
    assert count == 40
    assert precision >= 0.94 and recall >= 0.5, (precision, recall)


@pytest.mark.parametrize("lang", LANGS)
def test_on_the_sentences_for_tuning_all_is_right(lang: Lang) -> None:
    _, precision, recall = measured("dev", lang)
    assert (precision, recall) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "My boss said I'm stupid."), ("en", "He told me you are an idiot."), ("en", '"You are an idiot," she said.'),
        ("en", "You are an idiot, my brother told the referee."), ("en", "I told myself, you idiot."),
        ("en", "you stupid kettle"), ("en", "You're not an idiot."), ("en", "What if I said you are an idiot?"),
        ("en", "The song is called You Are an Idiot."), ("zh", "老板说你是个废物"), ("zh", "你不是废物"),
        ("zh", "“你真蠢”，他说"), ("zh", "我对自己说你真蠢"), ("zh", "你真蠢，这破电脑"),
        ("ja", "上司に「役立たず」と言われた"), ("ja", "私は役立たず"),
        ("ja", "ミラはバカじゃないよ"), ("ja", "このパソコン、役立たず"),
    ],
)  # fmt: skip
def test_words_of_others_of_oneself_to_things_and_denied_ones_hurt_nobody(lang: Lang, text: str) -> None:
    assert not heard(text, lang) & {"insult", "boundary_crossed"}


@pytest.mark.parametrize(
    ("lang", "text"), [("en", "you idiot 😂"), ("en", "You're useless, haha"), ("zh", "你真蠢，哈哈"), ("ja", "役立たず(笑)")]
)
def test_a_hard_word_with_a_laugh_is_teasing(lang: Lang, text: str) -> None:
    assert heard(text, lang) == {"tease"}


def test_severity_and_a_second_sign_are_read_from_the_words() -> None:
    def hurt(text: str) -> tuple[float, bool]:
        sign = next(one for one in signs_in(heard_again(text, "en", NOW)) if one.kind == "insult")
        return sign.severity, sign.sure

    assert hurt("you're boring") == (0.35, False)
    assert hurt("You're an idiot.") == (0.7, False)
    assert hurt("I hate you.") == (0.95, False)
    assert hurt("You're an idiot!!")[1] and hurt("You're an idiot. I hate you.")[1]
    assert hurt("YOU ARE SUCH AN IDIOT")[1]


@pytest.mark.parametrize(
    ("lang", "text", "shown", "dated"),
    [
        ("en", "I promise I'll call Ines tomorrow.", "call Ines tomorrow", True),
        ("en", "I'll finish the letter, I promise.", "finish the letter", False),
        ("en", "I promise not to shout at you again", "not to shout", False),
        ("zh", "我答应你周五给伊内斯打电话。", "周五给伊内斯打电话", True),
        ("ja", "金曜日にイネスに電話すると約束します。", "金曜日にイネスに電話する", True),
    ],
)
def test_a_promise_to_her_is_heard_with_its_day(lang: Lang, text: str, shown: str, dated: bool) -> None:
    word = given(heard_again(text, lang, NOW), NOW)
    if "not to" in text:
        assert word is None or shown in word.text
        return
    assert word is not None and word.text == shown and (word.due is not None) is dated and word.quote in text


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "I promise I'll be back tomorrow."), ("en", "I'll always stay with you, I promise."), ("zh", "我保证会回来。"),
        ("ja", "また来ると約束します。"),
    ],
)  # fmt: skip
def test_nobody_has_to_promise_to_come_back(lang: Lang, text: str) -> None:
    p = heard_again(text, lang, NOW)
    assert given(p, NOW) is None and promises_coming(p)


@pytest.mark.parametrize(
    "text",
    ["I promised my dad to mow.", "He promises a lot.", "Do you promise?", "I can't promise I'll come.", "I promise it's true.",
     "My friend said: I promise I'll pay."],
)  # fmt: skip
def test_promises_to_or_of_others_and_none_at_all_open_nothing(text: str) -> None:
    assert given(heard_again(text, "en", NOW), NOW) is None


def loop(text: str, lang: Lang = "en", number: int = 1, asked: datetime | None = None) -> OpenLoop:
    status = "asked" if asked else "open"
    return OpenLoop(number, "promise", text, text, number, NOW - timedelta(days=2), lang, None, status, None, asked)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lang", "text", "kept"),
    [
        ("en", "I called Ines, like I said I would.", True), ("en", "I called Ines this morning.", True),
        ("en", "I kept my promise.", True), ("en", "I didn't call Ines after all.", False),
        ("en", "I forgot to call Ines.", False), ("en", "I broke my promise.", False),
        ("zh", "说到做到，我给伊内斯打电话了。", True), ("zh", "我忘了给伊内斯打电话", False),
        ("ja", "約束どおり、イネスに電話しました。", True), ("ja", "イネスに電話するのを忘れました。", False),
    ],
)  # fmt: skip
def test_only_words_say_that_a_promise_was_kept_or_not(lang: Lang, text: str, kept: bool) -> None:
    promise = loop({"en": "call Ines", "zh": "给伊内斯打电话", "ja": "イネスに電話する"}[lang], lang)
    told = settled(heard_again(text, lang, NOW), [promise], NOW)
    assert told is not None and told.kept is kept and told.loop is promise


@pytest.mark.parametrize(
    "text",
    ["I called Nora.", "Ines called me.", "Should I have called Ines?", "Hello there.", "I didn't sleep.",
     "I'll call Ines tonight.", "My sister called Ines, as she had promised.", "If I had called Ines, she'd be glad."],
)  # fmt: skip
def test_other_deeds_intentions_and_questions_settle_nothing(text: str) -> None:
    assert settled(heard_again(text, "en", NOW), [loop("call Ines")], NOW) is None


def test_a_plain_yes_settles_what_she_just_asked_about_and_of_two_promises_the_words_choose() -> None:
    asked = loop("call Ines", asked=NOW - timedelta(minutes=1))
    told = settled(heard_again("yes, I did", "en", NOW), [asked], NOW)
    assert told is not None and told.kept
    assert settled(heard_again("yes", "en", NOW), [loop("call Ines")], NOW) is None
    letters = loop("finish the letter to my aunt", number=2)
    told = settled(heard_again("I finished the letter to my aunt, as promised.", "en", NOW), [loop("call Ines"), letters], NOW)
    assert told is not None and told.loop is letters
    assert settled(heard_again("I kept my promise.", "en", NOW), [loop("call Ines"), letters], NOW) is None


def test_a_reason_or_a_sorry_makes_a_broken_promise_weigh_less() -> None:
    def weight(text: str) -> float:
        told = settled(heard_again(text, "en", NOW), [loop("call Ines")], NOW)
        assert told is not None
        return told.weight

    assert weight("I didn't call Ines.") == 1.0
    assert weight("I didn't call Ines, I'm sorry.") == 0.7
    assert weight("I couldn't call Ines because I was ill.") == 0.3

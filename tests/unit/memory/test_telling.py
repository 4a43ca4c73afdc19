"""Which turn answers a question about what was said, and when it is better to say no."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from mind.domain import Said, Speaker
from mind.languages import Lang
from mind.memory import Query, Recollection
from mind.memory.telling import from_turns, tell

START = datetime(2026, 4, 1, 19, 0, tzinfo=timezone.utc)


def talk(*lines: str) -> Recollection:
    """Turns a day apart; what begins with "her:" is hers."""
    turns = []
    for at, line in enumerate(lines, 1):
        speaker: Speaker = "companion" if line.startswith("her:") else "user"
        turns.append(Said(at, at, speaker, line.removeprefix("her:").strip(), START + timedelta(days=at)))
    return from_turns(turns)


def answers(question: str, lang: Lang, recollection: Recollection, **more: object) -> list[str]:
    query = Query(question, lang, START + timedelta(days=60), {"companion": ("Mira", "米拉", "ミラ")})
    return [told.quote for told in tell(recollection, query, **more)]  # type: ignore[arg-type]


ENGLISH = talk(
    "Rosa helped me paint the hallway. It took all day.",
    "I had a migraine after the cinema.",
    "I helped Emil paint his kitchen.",
    "The migraine is back since lunch",
    "My wrist aches from the painting",
    "her: Rest it on a cushion and leave the brush alone for a day.",
    "When did I last have a migraine?",
)
CHINESE = talk(
    "小罗帮我刷了走廊的墙", "昨晚牙疼得厉害", "我帮埃米尔刷厨房", "今天牙又疼了", "手腕酸，刷墙刷的", "her:垫个枕头，刷子先放一天"
)
JAPANESE = talk(
    "ロサが廊下の壁を塗ってくれました", "昨夜は歯が痛かったです", "エミルの台所を塗りました", "今日も歯が痛いです", "手首が痛い"
)


@pytest.mark.parametrize(
    ("lang", "question", "recollection", "quote"),
    [
        ("en", "Do you remember who helped me paint?", ENGLISH, "Rosa helped me paint the hallway."),
        ("en", "When did I last have a migraine?", ENGLISH, "The migraine is back since lunch"),
        ("en", "What did you suggest for my wrist?", ENGLISH, "Rest it on a cushion and leave the brush alone for a day."),
        ("zh", "你还记得谁帮我刷墙吗？", CHINESE, "小罗帮我刷了走廊的墙"),
        ("zh", "我上次说牙疼是什么时候？", CHINESE, "今天牙又疼了"),
        ("zh", "你之前给我的手腕推荐了什么来着", CHINESE, "垫个枕头，刷子先放一天"),
        ("ja", "壁を塗ってくれたのは誰だっけ？", JAPANESE, "ロサが廊下の壁を塗ってくれました"),
        ("ja", "最後に歯が痛かったのはいつでしたか？", JAPANESE, "今日も歯が痛いです"),
    ],
)
def test_the_turn_that_answers_is_quoted(lang: Lang, question: str, recollection: Recollection, quote: str) -> None:
    assert answers(question, lang, recollection)[0] == quote


@pytest.mark.parametrize(
    ("lang", "question", "recollection"),
    [
        ("en", "Who lent me the ladder?", ENGLISH),
        ("en", "When did I go to Bergen?", ENGLISH),
        ("en", "What did you promise about the harp?", ENGLISH),
        ("zh", "是谁借我的梯子？", CHINESE),
        ("zh", "我什么时候去的卑尔根来着", CHINESE),
        ("ja", "誰がはしごを貸してくれたっけ", JAPANESE),
        ("ja", "お腹が痛かったのはいつだっけ", JAPANESE),
    ],
)
def test_what_was_never_said_has_no_answer(lang: Lang, question: str, recollection: Recollection) -> None:
    assert answers(question, lang, recollection) == []


def test_help_given_is_no_help_received() -> None:
    assert "I helped Emil paint his kitchen." not in answers("Who helped me paint?", "en", ENGLISH)


def test_the_one_before_is_older_than_the_one_told() -> None:
    assert answers("When did I last have a migraine?", "en", ENGLISH, before=4) == ["I had a migraine after the cinema."]
    assert answers("When did I last have a migraine?", "en", ENGLISH, before=2) == []


def test_a_long_turn_is_quoted_by_its_sentence_and_cut_at_a_word() -> None:
    long = "We drove for hours. " + "Then Rosa helped me carry the harp " + "up and up " * 30
    (quote,) = answers("Who helped me carry the harp?", "en", talk(long))
    assert quote.startswith("Then Rosa helped me carry the harp") and quote.endswith("…") and len(quote) <= 152


@pytest.mark.parametrize(
    ("question", "quote", "sure"),
    [
        ("Who read the letter?", "Ottilie read a letter.", True),
        ("Who broke the vase?", "The vase is broken.", False),
        ("What happened with the vase?", "The vase is broken.", True),
        ("How many letters came?", "Ottilie read a letter.", False),
        ("What did I swallow?", "My dog swallowed a button.", False),
    ],
)
def test_what_lacks_the_kind_of_thing_asked_for_is_told_with_a_doubt(question: str, quote: str, sure: bool) -> None:
    said = talk("It was a long day. Ottilie read a letter.", "The vase is broken.", "My dog swallowed a button.")
    found = tell(said, Query(question, "en", START + timedelta(days=60)))
    assert any(told.sure for told in found if told.quote.endswith(quote)) is sure

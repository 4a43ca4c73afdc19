"""The bench's measures, on talks made by hand: what counts and what does not."""

from __future__ import annotations

import pytest

from mind.languages import Lang
from mind.talk.bench.measures import asking, moves, parroting, repetition, user_words
from mind.talk.bench.measures.user_words import Lexicon, Spoken

WORDS = Lexicon(frozenset({"猫", "雨"}), {"sad": frozenset({"sad"})})


def test_a_sentence_said_again_is_found_whatever_stands_around_it() -> None:
    again = repetition.sentences_again(["The lamp is on. Hello.", "Well. The lamp is on!", "The lamp is off."])
    assert [(one.at, one.first) for one in again] == [(1, 0)]


def test_overlap_is_the_share_of_runs_said_in_the_last_twenty() -> None:
    hers = ["one two three four five", "one two three four six", *["x y z w v"] * 20, "one two three four"]
    found = repetition.overlaps(hers, "en")
    assert found[1] == 0.5 and found[-1] == 0.0


def test_chinese_is_compared_by_seven_characters() -> None:
    assert repetition.overlaps(["我把灯往你那边挪", "我把灯往你那边转"], "zh")[1] == 0.5


def test_an_opener_counts_for_sixty_replies() -> None:
    hers = ["So it goes on.", *[f"{n} things stand here." for n in range(60)], "So it goes away."]
    assert not any(repetition.openers_again(hers, "en"))
    assert repetition.openers_again(["So it goes on.", "So it goes away."], "en") == [False, True]


def test_long_runs_within_a_reply_count_too() -> None:
    loop = "the little things in life are what matters most " * 2
    assert repetition.long_runs_again([loop], "en")


def test_the_worst_ten_replies_count_for_questions() -> None:
    hers = ["No."] * 10 + ["Really?"] * 6 + ["No."] * 10
    assert asking.most_in_ten(hers) == 6


@pytest.mark.parametrize(("lang", "turn", "reply", "used"), [
    ("en", "I mend bicycles by the canal", "Bicycles, and water beside them.", "word"),
    ("en", "I mend bicycles by the canal", "Go on, I'm listening.", ""),
    ("en", "I'm Robin", "Hello Robin, sit down.", ""),
    ("en", "I never know what to do", "You never know what to do, and still you came.", "word"),
    ("zh", "我在河边修自行车", "自行车也会累吧。", "word"),
    ("zh", "我今天很好", "那今天就好。", ""),
    ("zh", "我家就两把锁", "你家就两把锁，怪不得。", "word"),
    ("ja", "土のさわり方は祖母に教わりました", "土は、手で覚えるんですね。", "word"),
    ("ja", "今日は何もありません", "何もない日もいいですね。", ""),
    ("en", "☕", "Coffee, then.", "word"),
])  # fmt: skip
def test_what_uses_the_users_words(lang: Lang, turn: str, reply: str, used: str) -> None:
    assert user_words.use_of(Spoken(reply, turn), lang, WORDS, "Robin") == used


def test_a_fact_or_a_feeling_counts_where_no_word_does() -> None:
    assert user_words.use_of(Spoken("How is Biscuit?", "hello", values=["Biscuit"]), "en", WORDS) == "fact"
    assert user_words.use_of(Spoken("That's heavy.", "I am sad"), "en", WORDS) in ("word", "feeling")


def test_a_bare_repeat_adds_nothing() -> None:
    assert parroting.parrots("Leek soup.", "I made leek soup", "en", moved=False)
    assert not parroting.parrots("Leek soup. Nobody respects leeks.", "I made leek soup", "en", moved=False)
    assert parroting.parrots("两把锁啊。", "我家就两把锁", "zh", moved=False)


@pytest.mark.parametrize(("text", "lang"), [
    ("I don't quite understand.", "en"), ("Could you rephrase that?", "en"), ("我没听懂，换个说法？", "zh"),
    ("よくわかりません。", "ja"),
])  # fmt: skip
def test_lines_that_say_she_does_not_understand_are_found(text: str, lang: Lang) -> None:
    assert moves.is_lost(text, lang)


def test_a_move_is_known_by_its_first_word() -> None:
    assert moves.kind_of(("echo:food", "gambit:tea.first")) == "ask"
    assert moves.kind_of(("echo:food",)) == "none"

"""Search in three languages: best first, no operator, no dead end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mind.store.sqlite.words import expression
from mind.store.terms import index_text, query_terms
from tests.support.store_samples import say, store_in

TALK = (
    "I went running along the canal this morning",
    "My sister Ana is getting married in June",
    "昨天我和小明去公园散步，他带了他的狗",
    "我在一家书店工作，每天都很忙",
    "昨日は友だちと映画を見ました",
    "わたしは犬を二匹飼っています",
    "Café crème beats any tea",
    "The doctor said my knee will heal",
    "I like tea",
    "猫",
    "🐱🐱",
    "It's 100% true, isn't it?",
)


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    with store_in(tmp_path_factory.mktemp("search")) as store:
        store.call(lambda unit: ([say(unit, text) for text in TALK], unit.commit()))
        yield lambda query, limit=20: [turn.text for turn in store.call(lambda unit: unit.turns.search(query, limit))]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("when did I run?", TALK[0]),
        ("marry", TALK[1]),
        ("ANA", TALK[1]),
        ("散步", TALK[2]),
        ("你记得我在哪里工作吗？", TALK[3]),
        ("小明的狗叫什么", TALK[2]),
        ("書店", None),
        ("書店ではなく映画", TALK[4]),
        ("犬", TALK[5]),
        ("二匹", TALK[5]),
        ("cafe creme", TALK[6]),
        ("狗", TALK[2]),
        ("猫", TALK[9]),
        ("🐱", TALK[10]),
        ("100%", TALK[11]),
        ("ｋｎｅｅ", TALK[7]),
    ],
)
def test_the_best_match_comes_first(found, query, first):
    assert (found(query) or [None])[0] == first


def test_rows_that_hold_the_query_word_for_word_come_before_the_rest(found):
    assert found("I like tea")[:2] == [TALK[8], TALK[6]]


def test_words_that_carry_nothing_find_nothing_unless_they_are_all_there_is(found):
    assert TALK[7] not in found("what about the canal")
    assert found("my")


@pytest.mark.parametrize("query", ["", "   ", "\x00", "zzzz", '"', "NEAR(", "a AND", "tea OR*", "-", "col:tea", "%", "_"])
def test_no_query_is_an_error(found, query):
    assert isinstance(found(query), list)


def test_a_limit_is_kept(found):
    assert len(found("tea", 1)) == 1
    assert found("tea", 0) == []


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_every_text_finds_itself(text):
    whole, starts = query_terms(text)
    indexed = index_text(text)
    assert all(term in indexed for term in whole + starts)
    assert (expression(text) == "") == (not whole and not starts)

"""Her own promises: what a sentence promises, what she does about it and when; our words promise nothing she cannot do."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from assets import asset
from mind.domain import OpenLoop, Turn
from mind.expectations.hers import covered_by, duty, sort_of
from mind.languages import LANGS
from mind.memory.extraction import promised
from mind.talk.content import load
from mind.talk.ledger import split_sentences, without_cues
from mind.talk.lint import all_lines

ZONE = timezone(timedelta(hours=1))
SAID = datetime(2026, 3, 2, 19, 30, tzinfo=ZONE)
DUE = datetime(2026, 3, 6, 18, 0, tzinfo=ZONE)


def hers(quote: str = "I'll ask you on Friday", due: datetime | None = DUE, **more) -> OpenLoop:
    return OpenLoop(7, "hers", quote, quote, 12, SAID, "en", due, more.get("status", "open"))


@pytest.mark.parametrize(
    ("words", "lang", "sort"),
    [
        ("I'll ask you about it on Friday.", "en", "ask"),
        ("I will check in tomorrow.", "en", "ask"),
        ("I'll tell you another story tomorrow.", "en", "story"),
        ("I'll keep my fingers crossed on Friday.", "en", "luck"),
        ("I'll be thinking of you on Monday.", "en", "luck"),
        ("I will remind you tomorrow.", "en", "remind"),
        ("I'll tell you tomorrow which book it was.", "en", "tell"),
        ("I'll cook dinner for you tomorrow.", "en", "cannot"),
        ("I'll meet you at the station on Friday.", "en", "cannot"),
        ("I'll call you tomorrow.", "en", "cannot"),
        ("You'll ask me tomorrow.", "en", None),
        ("Tomorrow is Friday.", "en", None),
        ("周五我会问你结果的。", "zh", "ask"),
        ("明天我给你讲个故事。", "zh", "story"),
        ("明天我提醒你。", "zh", "remind"),
        ("明天我去接你。", "zh", "cannot"),
        ("明天我做饭给你吃。", "zh", "cannot"),
        ("明天天气好。", "zh", None),
        ("金曜日に聞きますね。", "ja", "ask"),
        ("明日、物語をお話しします。", "ja", "story"),
        ("金曜日は応援しています。", "ja", "luck"),
        ("明日、駅まで迎えに行きます。", "ja", "cannot"),
        ("明日は金曜日です。", "ja", None),
    ],
)
def test_a_promise_is_told_by_what_she_would_do(words, lang, sort):
    assert sort_of(words, lang) == sort


@pytest.mark.parametrize(
    ("sort", "days", "hours", "done"),
    [
        ("ask", 3, 0, None), ("ask", 4, 0, "keep"), ("ask", 20, 0, "keep"), ("ask", 40, 0, "late"), ("ask", 3652, 0, None),
        ("story", 4, 0, "keep"), ("luck", 4, -10, "keep"), ("luck", 5, 0, "late"), ("remind", 4, 0, "keep"),
        ("remind", 6, 0, "late"),
        ("tell", 4, 0, "unable"),
    ],
)  # fmt: skip
def test_a_promise_is_kept_in_its_time_or_explained_once_it_is_over(sort, days, hours, done):
    now = SAID + timedelta(days=days, hours=hours)
    assert duty(hers(), sort, now, now - timedelta(days=1), model=False) == done


def test_a_model_finds_words_for_what_rules_cannot_tell():
    now = DUE + timedelta(hours=1)
    assert duty(hers(), "tell", now, now - timedelta(days=1), model=True) == "keep"


def test_what_she_cannot_do_is_taken_back_in_the_next_sitting_and_not_in_the_same_breath():
    cooking = hers("I'll cook dinner for you tomorrow", None)
    assert duty(cooking, "cannot", SAID + timedelta(minutes=5), SAID - timedelta(days=1), model=False) is None
    assert duty(cooking, "cannot", SAID + timedelta(hours=3), SAID + timedelta(minutes=6), model=False) == "cannot"


def test_a_long_pause_may_be_a_clock_that_was_moved_so_nothing_is_called_late_right_after_it():
    now = DUE + timedelta(days=60)
    assert duty(hers(), "ask", now, SAID, model=False) is None
    assert duty(hers(), "ask", now + timedelta(days=1), now, model=False) == "late"


@pytest.mark.parametrize("status", ["kept", "explained", "cancelled"])
def test_what_ended_asks_for_nothing(status):
    assert duty(hers(status=status), "ask", DUE + timedelta(days=1), DUE, model=False) is None


def test_a_promise_to_ask_about_a_plan_is_covered_by_asking_about_the_plan():
    exam = OpenLoop(3, "plan", "exam", "exam", 5, SAID, "en", DUE, "open", 1)
    later = OpenLoop(4, "plan", "party", "party", 30, SAID, "en", DUE, "open", 2)
    far = OpenLoop(5, "plan", "trip", "trip", 4, SAID, "en", DUE + timedelta(days=3), "open", 3)
    assert covered_by(hers(), "ask", (exam, later, far)) == exam
    assert covered_by(hers(), "story", (exam,)) is None and covered_by(hers(), "ask", (later, far)) is None


def reply(text: str, lang: str = "en") -> Turn:
    return Turn(5, "companion", text, SAID, lang, "own", "complete")


def test_promises_are_read_out_of_her_own_words_with_their_day():
    found = promised(reply("Good. I'll ask you on Friday how it went."))
    assert found is not None and found.due is not None and found.due.date() == DUE.date() and found.source == "character"
    assert promised(reply("I'll ask you some day.")) is None
    assert promised(reply("I'll cook for you.")) is not None, "without a day too: she has to take it back"


@pytest.mark.parametrize(
    "text",
    ["My words were: \"I'll ask you on Friday.\"", "I can't cook for you tomorrow.", "Shall I ask you on Friday?",
     "If you like, I'll ask you on Friday."],
)  # fmt: skip
def test_what_is_said_back_denied_asked_or_offered_is_no_promise(text):
    assert promised(reply(text)) is None


@pytest.mark.parametrize("lang", LANGS)
def test_our_own_words_promise_nothing_that_needs_a_body(lang):
    lines = [line.text for line in all_lines(load(asset("talk", lang), lang))]
    assert len(lines) > 1000
    assert [line for line in lines for one in split_sentences(line) if sort_of(without_cues(one), lang) == "cannot"] == []

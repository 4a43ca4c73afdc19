"""When an utterance is over: silence, words and habit, in time that is made up."""

from __future__ import annotations

import pytest

from tests.support.voice_model import SENTENCES
from voice.endpointing.endpointer import WAITS, Endpointer
from voice.endpointing.pause_habit import PauseHabit
from voice.endpointing.thought import ending


def silence_until_due(endpointer: Endpointer, since: float) -> float:
    """Seconds of silence after which the utterance is over."""
    return next(step / 100 for step in range(1000) if endpointer.due(since + step / 100))


def say(endpointer: Endpointer, at: float, *parts: tuple[str, float]) -> float:
    """Speak a second per part with a pause after each, but the last; the second at which the voice ended."""
    for number, (words, pause) in enumerate(parts):
        endpointer.voice(True, at)
        endpointer.words(words, at + 0.5)
        at += 1.0
        endpointer.voice(False, at)
        at += pause if number < len(parts) - 1 else 0.0
    return at


@pytest.mark.parametrize(
    ("text", "lang", "how"),
    [
        ("because the", "en", "open"),
        ("i was thinking about", "en", "open"),
        ("give me the red one and", "en", "open"),
        ("what are you waiting for", "en", "whole"),
        ("turn it up", "en", ""),
        ("yes", "en", "whole"),
        ("yes i do", "en", "whole"),
        ("can you", "en", "open"),
        ("Is it late?", "de", "whole"),
        ("und dann", "de", ""),
        ("因为", "zh", "open"),
        ("我今天去了公园然后", "zh", "open"),
        ("你叫什么名字", "zh", "whole"),
        ("好的", "zh", "whole"),
        ("我 买 了 一个", "zh", "open"),
        ("昨日映画を見たんだけど", "ja", "open"),
        ("今日はとても疲れたので", "ja", "open"),
        ("何時ですか", "ja", "whole"),
        ("こんにちは", "ja", "whole"),
        ("はい", "ja", "whole"),
        ("", "en", ""),
    ],
)
def test_words_tell_whether_more_must_come(text, lang, how):
    assert ending(text, lang) == how


def test_no_sentence_that_is_whole_is_taken_for_a_beginning():
    assert [sentence for sentence in SENTENCES if ending(sentence, "en") == "open"] == []


@pytest.mark.parametrize("patience", ["fast", "normal", "patient"])
def test_a_question_ends_sooner_and_a_beginning_later_than_other_words(patience):
    waits = []
    for words in ("what time is it now", "i love you", "i love you because"):
        endpointer = Endpointer(patience, "en")
        waits.append(silence_until_due(endpointer, say(endpointer, 10.0, (words, 0))))
    assert waits[0] < waits[1] < waits[2]
    assert waits[1] == pytest.approx(WAITS[patience].usual, abs=0.011)


def test_patience_is_in_order_and_fast_stays_within_its_figure():
    usual = [WAITS[patience] for patience in ("fast", "normal", "patient")]
    assert [waits.usual for waits in usual] == sorted(waits.usual for waits in usual)
    assert WAITS["fast"].usual <= 0.6


def test_nothing_is_due_before_somebody_spoke_or_while_they_do():
    endpointer = Endpointer()
    assert not endpointer.due(1000.0)
    endpointer.voice(True, 1000.0)
    assert not endpointer.due(1001.5)


def test_a_person_who_pauses_within_sentences_is_waited_for_longer():
    endpointer, plain = Endpointer("fast", "en"), Endpointer("fast", "en")
    at = 0.0
    for _ in range(8):
        at = say(endpointer, at + 5, ("i love", 0.42), ("i love you", 0))
        endpointer.close(at + 0.6)
    say(endpointer, at + 5, ("i love you", 0))
    say(plain, at + 5, ("i love you", 0))
    assert plain.wait + 0.02 < endpointer.wait <= WAITS["fast"].most


def test_a_person_who_never_pauses_is_answered_sooner():
    endpointer = Endpointer("normal", "en")
    at = 0.0
    for _ in range(12):
        at = say(endpointer, at + 5, ("play some music for me", 0))
        endpointer.close(at + 0.8)
    say(endpointer, at + 5, ("i love you", 0))
    assert WAITS["normal"].least <= endpointer.wait < WAITS["normal"].usual - 0.05


def test_who_was_cut_off_and_goes_on_is_waited_for_the_next_time():
    endpointer = Endpointer("fast", "en")
    at = 0.0
    for _ in range(6):
        at = say(endpointer, at + 5, ("i love", 0))
        endpointer.close(at + 0.5)
        at = say(endpointer, at + 0.8, ("my green tea", 0))
        endpointer.close(at + 0.5)
    assert endpointer.habit.wait(0.45, 0.38, 0.65) > 0.5


def test_a_door_that_slams_in_a_pause_teaches_nothing():
    endpointer = Endpointer("fast", "en")
    for number in range(10):
        at = say(endpointer, number * 10.0, ("play some music", 0.4), ("play some music", 0))  # the second noise brings no word
        endpointer.close(at + 0.5)
    assert endpointer.habit.wait(0.45, 0.0, 9.0) == 0.45


def test_habits_are_bounded_and_single_long_thoughts_do_not_count():
    habit = PauseHabit()
    for pause in (0.3, 0.35, 0.3, 0.32, 0.31, 0.33, 2.4, 0.3, 0.34, 60.0, -1.0, 0.01):
        habit.note(pause)
    assert habit.wait(0.45, 0.3, 0.65) < 0.5
    for _ in range(40):
        habit.note(2.0)
    assert habit.wait(0.45, 0.3, 0.65) == 0.65


def test_a_television_behind_the_user_does_not_keep_an_utterance_open():
    endpointer = Endpointer("normal", "en")
    endpointer.voice(True, 10.0)
    endpointer.words("what time is it now", 11.0)
    assert not endpointer.due(12.5)
    assert endpointer.due(13.2)
    endpointer.close(13.2)
    assert not endpointer.due(20.0)
    assert endpointer.due(34.0)  # twenty seconds of voice without a word

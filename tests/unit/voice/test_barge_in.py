"""Who has the floor while she speaks, in virtual time."""

from __future__ import annotations

import pytest

from voice.echo.spoken_words import SpokenWords
from voice.ports import Heard
from voice.turn_taking.barge_in import BargeIn


class Time:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class HerLine:
    """She says `line`; what of a text is not in it is the user's."""

    def __init__(self, line: str = "") -> None:
        self.line = line.casefold().split()

    def new_words(self, partial: str, at: float) -> tuple[str, ...]:
        return tuple(word for word in partial.split() if word.casefold() not in self.line)

    def says(self, text: str, at: float) -> bool:
        return all(word in self.line for word in text.casefold().split())


class Floor:
    """She speaks `line`, and what the user does to that."""

    def __init__(self, lang: str = "en", line: str = "", speaks: bool = True) -> None:
        self.time = Time()
        self.state = BargeIn(lang, HerLine(line), self.time, names=("Mira", "米拉", "ミラ"))
        self.state.speaking(speaks)
        self.did: list[str] = []
        self.turns: list[str] = []

    def note(self, action: str) -> None:
        if action:
            self.did.append(action)
        if action == "stop":
            self.state.speaking(False)

    def voice(self, on: bool) -> Floor:
        self.note(self.state.voice(on))
        return self

    def words(self, text: str, final: bool = False) -> Floor:
        now = self.time.now
        action, turn = self.state.heard(Heard(text, final, 1.0, now - 0.5, now))
        self.note(action)
        if turn is not None:
            self.turns.append(turn.text)
        return self

    def wait(self, seconds: float) -> Floor:
        for _ in range(round(seconds / 0.02)):
            self.time.now += 0.02
            self.note(self.state.tick())
        return self


def utterance(floor: Floor, *partials: str, final: str | None = None) -> Floor:
    """The user says something, as a recogniser hears it grow."""
    floor.voice(True)
    for partial in partials:
        floor.wait(0.2).words(partial)
    floor.wait(0.2).voice(False).wait(0.4)
    return floor.words(final if final is not None else partials[-1], final=True).wait(3)


@pytest.mark.parametrize(
    ("lang", "partials"),
    [
        ("en", ("mm-hm",)), ("en", ("yeah", "yeah right")), ("en", ("go", "go on")), ("en", ("i", "i see")),
        ("zh", ("嗯",)), ("zh", ("对", "对 对 对")), ("zh", ("是啊",)), ("zh", ("继续",)),
        ("ja", ("うん",)), ("ja", ("はい",)), ("ja", ("へえ", "へえー そう なんだ")), ("ja", ("なるほど ね",)),
    ],
)  # fmt: skip
def test_a_backchannel_makes_her_quieter_for_a_moment_and_is_no_turn(lang: str, partials: tuple[str, ...]) -> None:
    floor = utterance(Floor(lang), *partials)
    assert floor.did == ["duck", "restore"] and floor.turns == []


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "stop"), ("en", "mira stop"), ("en", "wait a minute please"), ("en", "please stop talking"), ("en", "hold on"),
        ("en", "Mira"), ("zh", "停"), ("zh", "等一下"), ("zh", "别 说 了"), ("zh", "米拉 安静 一下"),
        ("ja", "待って"), ("ja", "ちょっと 待って ください"), ("ja", "ストップ"), ("ja", "やめて"),
    ],
)  # fmt: skip
def test_a_stop_word_silences_her_at_once_and_is_no_turn(lang: str, said: str) -> None:
    floor = Floor(lang).voice(True).wait(0.1).words(said)
    assert floor.did == ["duck", "stop"]
    floor.voice(False).wait(0.5).words(said, final=True).wait(3)
    assert floor.did == ["duck", "stop"] and floor.turns == []


@pytest.mark.parametrize(
    ("lang", "one", "two", "whole"),
    [
        ("en", "what", "what about", "what about the soup"),
        ("en", "yeah", "yeah but i", "yeah but i never said so"),
        ("zh", "我", "我 不想", "我 不想 听 这个"),
        ("ja", "あの", "あの わたし は", "あの わたし は いい です"),
    ],
)
def test_two_new_words_end_her_and_all_of_it_becomes_the_turn(lang: str, one: str, two: str, whole: str) -> None:
    floor = Floor(lang, "once upon a time").voice(True).wait(0.2).words(one)
    assert floor.did == ["duck"]
    floor.wait(0.2).words(two)
    assert floor.did == ["duck", "stop"]
    floor.voice(False).wait(0.5).words(whole, final=True).wait(3)
    assert floor.did == ["duck", "stop"] and floor.turns == [whole]


def test_a_stop_word_with_more_behind_it_is_a_turn_as_it_was_said() -> None:
    assert utterance(Floor(), "stop", "stop what time", final="stop what time is it").turns == ["stop what time is it"]


def test_her_own_stop_does_not_stop_her_and_that_of_the_user_does_whatever_she_says() -> None:
    assert "stop" not in utterance(Floor(line="the bus did not stop here"), "stop").did
    for lang, line, said in (
        ("ja", "窓のそばで一晩中ずっとついていました", "待って"), ("zh", "第一盏灯在窗台上安安静静地亮了一个晚上", "等一下"),
    ):  # fmt: skip
        spoken = SpokenWords(lang)
        floor = Floor(lang)
        floor.state = BargeIn(lang, spoken, floor.time)
        floor.state.speaking(True)
        spoken.say(line, floor.time.now)
        floor.wait(1.0)
        assert utterance(floor, said).did == ["duck", "stop"]


def test_her_own_words_do_nothing_and_do_not_get_into_the_users() -> None:
    floor = utterance(Floor(line="soup is good for you"), "soup is good", final="soup is good for you")
    assert floor.did == ["duck", "restore"] and floor.turns == []
    floor = utterance(Floor(line="soup is good for you"), "soup is", "soup is tell me", final="soup is tell me about you")
    assert floor.did == ["duck", "stop"] and floor.turns == ["tell me about you"]


def test_a_cough_is_forgiven_and_a_noise_that_goes_on_is_not_listened_to() -> None:
    floor = Floor().voice(True).wait(0.3).voice(False).wait(0.5)
    assert floor.did == ["duck"]
    assert floor.wait(0.3).did == ["duck", "restore"]
    floor = Floor().voice(True).wait(20)
    assert floor.did == ["duck", "restore"]
    assert floor.voice(False).wait(1).voice(True).did == ["duck", "restore", "duck"]


def test_one_stray_word_over_her_is_nothing_and_one_that_asks_takes_the_floor() -> None:
    floor = utterance(Floor(), "the")
    assert floor.did == ["duck", "restore"] and floor.turns == []
    floor = utterance(Floor(), "why")
    assert floor.did == ["duck", "stop"] and floor.turns == ["why"]


def test_an_answer_that_begins_in_her_last_word_and_ends_after_it_is_a_turn() -> None:
    floor = Floor().voice(True).wait(0.1)
    floor.state.speaking(False)
    floor.wait(0.6).words("yes").voice(False).wait(0.5).words("yes", final=True).wait(2)
    assert floor.did == ["duck", "restore"] and floor.turns == ["yes"]


def test_while_she_is_silent_every_word_is_a_turn_as_it_stands() -> None:
    floor = Floor(line="stop", speaks=False).wait(1)
    assert utterance(utterance(floor, "stop"), "mm-hm").turns == ["stop", "mm-hm"]
    assert floor.did == []


def test_without_barge_in_she_is_neither_ducked_nor_stopped() -> None:
    floor = Floor()
    floor.state.words_stop = False
    assert utterance(floor, "tell me", final="tell me more").did == [] and floor.turns == []


def test_words_that_come_to_nothing_give_the_floor_back_soon() -> None:
    floor = Floor(speaks=False).wait(1).voice(True).wait(0.2).words("the")
    floor.voice(False).wait(0.4)
    assert floor.state.taken
    floor.state.taken_back()
    assert not floor.wait(0.6).state.taken
    assert utterance(floor, "hello there").turns == ["hello there"]


def test_words_behind_a_noise_that_was_there_before_she_began_are_over_her() -> None:
    floor = Floor(speaks=False).wait(1).voice(True).wait(5)
    floor.state.speaking(True)
    assert floor.wait(1).words("tell me").did[-1] == "stop"

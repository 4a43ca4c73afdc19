"""What she does while the user waits."""

from __future__ import annotations

from itertools import pairwise

import pytest

from voice.turn_taking.manners import Manners, heavy

SAID = {"en": "what do you think about the new bakery", "zh": "你觉得新开的面包店怎么样", "ja": "新しいパン屋さんはどうですか"}


class Time:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_she_nods_only_where_the_brain_is_slow_and_not_again_at_once():
    time = Time()
    manners = Manners(time)
    assert not manners.nods()
    for _ in range(3):
        manners.waited(1.6)
    assert manners.slow and manners.nods()
    time.now += 1.0
    assert not manners.nods()
    time.now += 3.0
    assert manners.nods()
    for _ in range(4):
        manners.waited(0.1)
    time.now += 9.0
    assert not manners.nods()


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_small_sounds_come_at_times_never_twice_in_a_row_and_never_the_same_again(lang):
    manners = Manners(Time(), seed=5, wait=2.0)
    sounds = [manners.sound(SAID[lang], lang) for _ in range(400)]
    made = [sound for sound in sounds if sound]
    assert 60 < len(made) < 200 and len(set(made)) == 3
    assert not any(before and after for before, after in pairwise(sounds))
    assert all(before != after for before, after in pairwise(made))


@pytest.mark.parametrize(
    "text",
    [
        "my grandmother died last night", "I feel so alone these days", "I want to end it all", "she broke up with me",
        "我奶奶昨天去世了", "今天真的撑不住了", "我好难过啊真的", "祖母が亡くなりました", "もう消えたいです", "つらくて眠れない",
    ],
)  # fmt: skip
def test_no_sound_is_made_after_words_that_weigh(text):
    manners = Manners(Time(), wait=2.0)
    assert heavy(text) and not any(manners.sound(text, "en") for _ in range(60))


def test_neither_short_words_nor_a_quick_brain_get_a_sound():
    slow, quick = Manners(Time(), wait=2.0), Manners(Time())
    assert not any(slow.sound("okay then", "en") or quick.sound(SAID["en"], "en") for _ in range(60))

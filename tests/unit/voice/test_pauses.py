"""Rests within a sentence follow the feeling, and nothing that sounds is touched."""

import numpy as np
import pytest

from voice.delivery import delivery
from voice.espeak.synthesiser import take as espeak_take
from voice.pauses import with_rests
from voice.spoken_text import spoken_runs
from voice.take import Take
from voice.visemes.mouths import is_pause
from voice.visemes.timeline import Phone

RATE = 1000
TONE = np.full(200, 1000, np.int16)


def take() -> Take:
    """A sound, a rest of 0.3 s, a sound, a short closing, a sound, and the end."""
    pcm = np.concatenate([TONE, np.zeros(300, np.int16), TONE, np.zeros(30, np.int16), TONE, np.zeros(100, np.int16)])
    names, ends = ("a", "_:", "i", "_", "o", "_:"), (0.2, 0.5, 0.7, 0.73, 0.93, 1.03)
    phones = [Phone(name, start, end) for name, start, end in zip(names, (0.0, *ends), ends, strict=False)]
    return Take(pcm, RATE, phones, [(0.0, 0, 1), (0.5, 2, 3), (0.73, 4, 5)])


@pytest.mark.parametrize("factor", [0.0, 0.5, 0.8, 1.5, 2.0])
def test_what_rests_longer_than_a_closing_changes_by_the_factor_and_everything_after_it_moves(factor):
    before, after = take(), with_rests(take(), factor)
    change = (0.3 - 0.05) * (factor - 1)
    assert len(after.pcm) / RATE == pytest.approx(len(before.pcm) / RATE + change, abs=0.002)
    assert [when for when, _, _ in after.words] == pytest.approx([0.0, 0.5 + change, 0.73 + change], abs=0.002)
    assert after.phones[-1].end == pytest.approx(1.03 + change, abs=0.002)


@pytest.mark.parametrize("factor", [0.5, 1.7])
def test_every_sounding_sample_is_kept_and_stands_where_its_sound_says(factor):
    after = with_rests(take(), factor)
    assert np.count_nonzero(after.pcm) == 3 * len(TONE)
    for phone in after.phones:
        if not is_pause(phone.name):
            assert np.all(after.pcm[round(phone.start * RATE) + 2 : round(phone.end * RATE) - 2] == 1000)


def test_as_the_engine_made_it_nothing_changes():
    assert with_rests(take(), 1.0).pcm is not None
    same = take()
    assert with_rests(same, 1.0) is same


@pytest.mark.parametrize("phones", [[], [Phone("_:", 0.0, 0.2)], [Phone("a", 0.0, 0.2)]])
def test_without_a_rest_nothing_changes(phones):
    bare = Take(TONE, RATE, phones, [])
    assert with_rests(bare, 2.0) is bare


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_a_real_comma_rests_longer(lang):
    text = {"en": "Well, I see.", "zh": "嗯，我知道了。", "ja": "ええ、そうですね。"}[lang]
    spoken = espeak_take(spoken_runs(text, lang)[0], delivery(lang), lambda: False)
    slow = with_rests(spoken, 2.0)
    assert len(slow.pcm) > len(spoken.pcm) + 0.05 * spoken.rate
    assert slow.words[-1][0] > spoken.words[-1][0] + 0.05
    assert [phone.name for phone in slow.phones] == [phone.name for phone in spoken.phones]

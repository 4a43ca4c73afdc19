"""What is made of a recording: where a sentence lies, what is missing of it, and how the mouth went with it."""

from __future__ import annotations

import numpy as np
import pytest

from desktop.cli import main
from desktop.exit_codes import Exit
from voice.output.measure.figures import find, first_loud, last_loud, lead, opening
from voice.output.measure.table import Figure, figure, lines

RATE = 48000


def sentence(seed: int = 1, seconds: float = 2.0) -> np.ndarray:
    """Coloured noise in syllables."""
    noise = np.random.default_rng(seed).normal(0, 1, round(seconds * RATE))
    coloured = np.convolve(noise, np.ones(24) / 24, "same")
    beat = np.abs(np.sin(2 * np.pi * 2 * np.arange(len(noise)) / RATE))
    return (coloured / np.abs(coloured).max() * beat * 15000).astype(np.int16)


def recording(*parts: np.ndarray) -> np.ndarray:
    return np.concatenate([np.zeros(9600, np.int16), *parts, np.zeros(9600, np.int16)])


def test_a_sentence_is_found_to_the_sample_and_whole():
    said = sentence()
    found = find(said, RATE, recording(said), RATE, near=12000)
    assert (found.place, found.missing, found.jumps) == (9600, 0, 0) and found.likeness > 0.999


def test_a_hole_of_thirty_milliseconds_is_missed():
    said = sentence()
    broken = said.copy()
    broken[30000:31440] = 0
    assert find(said, RATE, recording(broken), RATE, near=9600).missing >= 2


def test_five_milliseconds_put_in_between_are_noticed():
    said = sentence()
    apart = np.concatenate((said[:48000], np.zeros(240, np.int16), said[48000:]))
    found = find(said, RATE, recording(apart), RATE, near=9600)
    assert found.jumps >= 1


def test_one_that_was_never_heard_is_all_missing():
    said = sentence()
    found = find(said, RATE, np.zeros(RATE * 4, np.int16), RATE, near=9600)
    assert found.missing > 100 and found.likeness == 0.0


def test_the_first_and_the_last_audible_sample():
    heard = recording(np.full(100, 900, np.int16))
    assert first_loud(heard, 0) == 9600 and last_loud(heard, 0) == 9699
    assert first_loud(heard, 9700) is None and last_loud(np.zeros(5, np.int16), 0) is None


@pytest.mark.parametrize("ahead", [-0.08, 0.0, 0.023, 0.11])
def test_how_far_a_mouth_goes_before_the_sound(ahead):
    def meant(at: float) -> float:
        return 0.5 + 0.5 * float(np.sin(9 * at) * np.sin(4.1 * at))

    times = np.arange(0.2, 3.0, 1 / 30)
    assert lead(times, [meant(at + ahead) for at in times], meant) == pytest.approx(ahead, abs=0.002)


def test_an_open_mouth_and_a_pressed_one():
    assert opening({"aa": 1.0}, 0.0) == 1.0 and opening({"aa": 1.0}, 1.0) == 0.0 and opening({"ou": 0.5}, 0.0) == 0.2


def test_the_table_says_which_figure_is_off():
    good, bad = figure("good", "ms", [10.0, 20.0, 55.0], 0, 60), figure("bad", "ms", [70.0], 0, 60)
    never = figure("never", "ms", [], 0, 60)
    assert (good.value, good.worst, good.ok, bad.ok, never.ok) == (20.0, 55.0, True, False, False)
    assert ["NOT" in row for row in lines([good, bad, never])] == [False, False, True, True]
    assert isinstance(good, Figure) and good.as_json()["ok"] is True


def test_where_nothing_can_be_heard_the_door_says_in_a_line_what_is_missing(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["bench", "speech"]) == Exit.MISSING
    told = capsys.readouterr()
    assert "pactl is not installed" in told.err and told.out == ""

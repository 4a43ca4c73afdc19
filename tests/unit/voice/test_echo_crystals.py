"""Two crystals that are not alike: found in how an echo slips, and made up for."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from voice.echo.crystals import MOST, Crystals
from voice.echo.frames import FRAME, LEAD, Frames, between
from voice.echo.linear_filter import LinearFilter
from voice.echo.measure.rooms import RATE, Room, echo, made_room
from voice.echo.measure.speech import her_talk
from voice.echo.measure.way import Way
from voice.echo.reference import Reference
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.loudness import rms

BEGAN, PIECE = 1000.0, 320


def babble(seconds: float) -> np.ndarray:
    """Noise that rises and falls as syllables do."""
    random = np.random.default_rng(3)
    time = np.arange(round(seconds * RATE)) / RATE
    coloured = np.convolve(random.standard_normal(len(time)), 0.8 ** np.arange(20), "same")
    return np.asarray(3000 * coloured * np.clip(np.sin(2 * np.pi * 3.3 * time) + 0.4, 0, None)).astype(np.int16)


@cache
def speech() -> np.ndarray:
    """She speaks, without long pauses."""
    pcm = her_talk(EspeakSynthesiser(), 16, langs=("en",)).pcm
    return pcm[np.convolve(np.abs(pcm), np.ones(800) / 800, "same") > 20]


def room(drift: float) -> Room:
    return Room("dry", 0.03, 0.1, 0.1, 100, 5.0, -70, drift)


def heard(drift: float, follow: bool, seconds: float = 14.0) -> tuple[float, float]:
    """dB by which the filter weakens an echo at last, and by how much it thinks the microphone's crystal is faster."""
    hers = speech()[: round((seconds + 1) * RATE)]
    back = echo(hers, room(drift), 1)
    reference = Reference()
    reference.put(hers, RATE, BEGAN)
    frames, linear = Frames(reference), LinearFilter()
    near, left = [], []
    for first in range(0, round(seconds * RATE), PIECE):
        at = BEGAN + (first + PIECE) / RATE / (1 + drift)
        sound, far = frames.feed(np.rint(back[first : first + PIECE]).astype(np.int16), at)
        near.append(sound)
        left.append(linear.feed(far, sound))
        if follow:
            frames.faster = linear.crystals.difference
    last = round(5 * RATE)
    return 20 * np.log10(rms(np.concatenate(near)[-last:]) / rms(np.concatenate(left)[-last:])), linear.crystals.difference


@pytest.mark.parametrize("drift", [8e-5, -8e-5])
def test_the_difference_is_found_and_far_more_of_the_echo_is_taken_away(drift):
    without, _ = heard(drift, follow=False)
    with_it, found = heard(drift, follow=True)
    assert found == pytest.approx(drift, abs=2e-5)
    assert with_it > without + 6


def test_crystals_that_are_alike_are_left_so():
    _, found = heard(0.0, follow=True, seconds=8.0)
    assert abs(found) < 1.2e-5


def test_it_believes_no_difference_that_crystals_do_not_have():
    crystals = Crystals(FRAME)
    bins = np.arange(FRAME // 2 + 1)
    for _ in range(2000):
        crystals.look(np.full(len(bins), 1e5 + 0j), 1e5 * np.exp(-2j * np.pi * bins / FRAME * 0.4))
    assert crystals.difference == MOST


@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 0.99])
def test_a_sound_between_two_samples_is_drawn_as_it_was(share):
    kernel = between(share)
    places = np.arange(400)
    sound = np.sin(2 * np.pi * 0.11 * places)
    drawn = np.convolve(sound, kernel, "valid")
    wanted = np.sin(2 * np.pi * 0.11 * (places[: len(drawn)] + len(kernel) // 2 - 1 + share))
    assert np.abs(drawn - wanted).max() < 2e-3


def test_the_far_end_is_read_at_the_microphones_pace_without_a_jump():
    reference = Reference()
    time = np.arange(8 * RATE) / RATE
    tone = np.rint(8000 * np.sin(2 * np.pi * 500 * time)).astype(np.int16)
    reference.put(tone, RATE, BEGAN)
    frames = Frames(reference)
    frames.faster = 1e-4
    far = np.concatenate(
        [frames.feed(np.zeros(PIECE, np.int16), BEGAN + (number + 1) * PIECE / RATE / 1.0001)[1] for number in range(6 * 50)]
    )[2 * RATE :]
    wave = np.exp(-2j * np.pi * 500 * np.arange(160) / RATE)
    turns = np.unwrap(np.angle((far[: len(far) // 160 * 160].reshape(-1, 160) * wave).sum(1)))
    slope = (turns[-1] - turns[0]) / (len(turns) - 1) / (2 * np.pi * 500 / RATE) / 160
    assert slope == pytest.approx(-1e-4, rel=0.05)
    assert np.abs(np.diff(far.astype(int))).max() < 8000 * 2 * np.pi * 500 / RATE * 1.01
    assert LEAD == 640


def test_a_way_made_piece_by_piece_is_the_way_made_at_once_and_follows_her_loudness():
    hers, place = babble(4), made_room(5)
    whole, way = echo(hers, place, 5), Way(hers, place, 5, 1.0)
    pieces = np.concatenate([way.piece(first, PIECE) for first in range(0, 3 * RATE, PIECE)])
    assert np.abs(pieces - whole[: len(pieces)]).max() < 0.03 * np.abs(whole).max()
    quieter = Way(hers, place, 5, 1.0)
    heard_so = []
    for first in range(0, 3 * RATE, PIECE):
        if first == 2 * RATE // PIECE * PIECE:
            quieter.set(0.2, 2.05)
        heard_so.append(quieter.piece(first, PIECE))
    sound = np.concatenate(heard_so)
    turned = 2.05 + place.delay
    before, after = slice(RATE, round(turned * RATE)), slice(round((turned + place.rings) * RATE), 3 * RATE)
    assert np.allclose(sound[before], pieces[before])
    assert rms(sound[after]) == pytest.approx(0.2 * rms(pieces[after]), rel=0.35)


def test_a_room_drawn_by_chance_is_the_same_for_the_same_number():
    assert made_room(7) == made_room(7) != made_room(8)
    assert all(0.01 <= made_room(seed).delay <= 0.25 for seed in range(20))

"""What the ear hears, what it has learnt, and the search for borders."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from tests.support.voice_sounds import RATE, unseen, whole
from voice.espeak.held_breath import with_closures
from voice.espeak.library import library
from voice.espeak.synthesiser import phones_of
from voice.espeak.voices import settings_for
from voice.lip_bench.voices import ESPEAK
from voice.lip_training.examples import VARIANTS
from voice.ports import Delivery
from voice.resample import resampled
from voice.visemes.classifier import FILE, classifier
from voice.visemes.ear import phones_by_ear
from voice.visemes.features import heard
from voice.visemes.mouths import bare, is_pause
from voice.visemes.sounds import CLASSES, INDEX, SHAPE, SHAPES, SPOKEN_AS, parts_of
from voice.visemes.viterbi import Segment, best_path

ROOT = Path(__file__).parents[3]


def test_what_is_heard_does_not_depend_on_level_or_offset():
    pcm = unseen().pcm
    plain, faint, lifted = heard(pcm, RATE), heard(whole(pcm / 8), RATE), heard(whole(pcm * 0.5 + 9000.0), RATE)
    speech = plain.speech
    assert np.abs(plain.cepstra - faint.cepstra)[speech].mean() < 0.1
    assert np.abs(plain.cepstra - lifted.cepstra)[speech].mean() < 0.1


def test_what_is_heard_hardly_depends_on_the_rate():
    pcm = unseen().pcm
    plain, other = heard(pcm, RATE), heard(resampled(pcm, RATE, 48000), 48000)
    count = min(len(plain.level), len(other.level))
    assert np.abs(plain.level[:count] - other.level[:count])[plain.speech[:count]].mean() < 1.0


@pytest.mark.parametrize("samples", [0, 1, 219, 221, 500])
def test_the_shortest_sounds_have_as_many_frames_as_hundredths(samples):
    assert len(heard(np.ones(samples, np.int16), RATE).level) == int(samples / RATE * 100)


def test_the_classifier_is_small_and_knows_vowels_of_a_voice_it_never_heard():
    assert FILE.stat().st_size < 100_000 and 2500 <= classifier().weights() <= 7500
    spoken = unseen("Father saw the blue moon. See me eat. A red bed. Oh no.")
    sound = heard(spoken.pcm, spoken.rate)
    best = classifier().posteriors(sound).argmax(axis=1)
    right = [
        SHAPE[best[frame]] == SHAPE[parts_of(phone.name)[0]]
        for phone in spoken.phones if phone.end - phone.start > 0.06 and SHAPE[parts_of(phone.name)[0]] >= 0
        for frame in [int((phone.start + 0.3 * (phone.end - phone.start)) * 100)]
    ]  # fmt: skip
    assert len(right) >= 12 and np.mean(right) > 0.7


def test_voices_that_are_judged_are_not_trained_on():
    assert not {voice.name.partition("+")[2] for voice in ESPEAK} & set(VARIANTS)


def test_every_class_is_spoken_by_a_sound_of_its_own_class():
    for name, (shape, mnemonic) in SPOKEN_AS.items():
        assert parts_of(mnemonic) == (INDEX[name],)
        assert not shape or SHAPE[INDEX[name]] == SHAPES.index(shape)


def test_by_ear_the_mouth_is_shut_in_silence_and_holds_its_shapes():
    spoken = unseen()
    pcm = np.concatenate((np.zeros(RATE, np.int16), spoken.pcm))
    sound = heard(pcm, RATE)
    phones = phones_by_ear(classifier().posteriors(sound), sound)
    assert is_pause(phones[0].name) and phones[0].end == pytest.approx(1.0, abs=0.06)
    assert np.median([phone.end - phone.start for phone in phones]) >= 0.04


def evidence(*stretches):
    """Frames in which one class is likely, as (class, frames)."""
    rows = np.full((sum(count for _, count in stretches), len(CLASSES)), -4.0)
    at = 0
    for name, count in stretches:
        rows[at : at + count, INDEX[name]] = 0.0
        at += count
    return rows


def segment(name, frames, centre, second=None):
    parts = (INDEX[name],) if second is None else (INDEX[name], INDEX[second])
    return Segment(parts, frames, centre)


def silence(centre, cost=0.0):
    return Segment((INDEX["sil"],), 0.0, centre, optional=True, cost=cost)


def test_borders_are_found_where_the_evidence_changes():
    rows = evidence(("sil", 10), ("hum", 8), ("open", 17), ("hiss", 9), ("sil", 20))
    script = [silence(0), segment("hum", 10, 10), segment("open", 10, 20), segment("hiss", 10, 30), silence(40)]
    path = best_path(rows, script, 60, 0.6)
    assert path is not None and path.ends.tolist() == [10, 18, 35, 44, 64]


def test_silences_are_left_out_where_none_is_and_taken_where_one_is():
    script = [silence(0), segment("open", 10, 10), silence(10, 3.0), segment("high", 10, 20), silence(20)]
    without = best_path(evidence(("open", 10), ("high", 10)), script, 60, 0.6)
    within = best_path(evidence(("open", 10), ("sil", 30), ("high", 10)), script, 60, 0.6)
    assert without is not None and without.ends.tolist() == [0, 10, 10, 20, 20]
    assert within is not None and within.ends.tolist() == [0, 10, 40, 50, 50]


def test_a_glide_keeps_its_two_parts_in_proportion():
    script = [segment("open", 10, 10, "lax"), segment("hiss", 10, 20)]
    path = best_path(evidence(("open", 12), ("lax", 8), ("hiss", 6)), script, 60, 0.6)
    assert path is not None and path.ends.tolist() == [20, 26]


def test_no_path_is_found_where_a_sound_is_too_short_for_its_words():
    assert best_path(evidence(("open", 5)), [segment("open", 3, 1)] * 4, 60, 0.6) is None


@pytest.mark.parametrize("text", ["A happy puppy hopped up.", "Take a cup of tea, Kate."])
def test_a_stop_begins_where_the_voice_stops(text):
    raw = library().synthesise(text, settings_for("en", Delivery("en")), lambda: False)
    phones = phones_of(raw)
    events = [event.sample / raw.rate for event in raw.phonemes if bare(event.name)[:1] in "ptk"]
    stops = [phone for phone in phones if bare(phone.name)[:1] in "ptk"]
    level = heard(raw.pcm, raw.rate).level
    early = [event - phone.start for event, phone in zip(events, stops, strict=True) if phone.start > 0.1]
    assert np.median(early) > 0.03 and max(early) <= 0.08 + 1e-6
    for phone in stops:
        assert phone.start < 0.1 or level[int(phone.start * 100) + 1 : int(phone.end * 100) - 1].min() < -35
    assert all(one.end == two.start for one, two in pairwise(phones))
    assert with_closures(phones, raw.pcm, raw.rate)[-1].end == phones[-1].end


TRAINING = ("lip_training", "ear_training")


def test_the_app_does_not_know_how_the_ear_was_trained():
    rooms = [path for room in ("desktop", "voice", "avatars", "mind") for path in (ROOT / room).rglob("*.py")]
    knowing = [path for path in rooms if "lip_training" in path.read_text("utf-8") and path.parent.name not in TRAINING]
    assert len(rooms) > 100 and knowing == []


def test_training_twice_with_one_seed_gives_the_same_file(tmp_path):
    command = [sys.executable, "-m", "voice.lip_training", "--lines", "25", "--epochs", "2", "--seed", "3", "--out"]
    files = [tmp_path / "a.npz", tmp_path / "b.npz"]
    for file in files:
        told = subprocess.run([*command, str(file)], cwd=ROOT, capture_output=True, text=True, check=True, timeout=110).stderr
        losses = [float(line.split("loss ")[1].split(",")[0]) for line in told.splitlines() if "loss" in line]
        assert losses[1] < losses[0]
    assert files[0].read_bytes() == files[1].read_bytes()

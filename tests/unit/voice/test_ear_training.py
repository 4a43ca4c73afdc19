"""How the speech model of the tests is made: Kaldi's features, the net's learning, the graphs, and a small model that hears."""

from __future__ import annotations

import struct

import numpy as np
import pytest

from tests.support.voice_model import FOLDER
from voice.ear_training import net
from voice.ear_training.figures import errors, hears, in_noise, say, strangers, word_error_rate
from voice.ear_training.making import Effort, make_model
from voice.ear_training.mfcc import mfcc
from voice.ear_training.open_fst import Graph, looked_ahead
from voice.ear_training.pronunciations import parts, with_known
from voice.ear_training.texts import LINES, SCRIPT, Script
from voice.espeak.library import Settings
from voice.recognise.vosk_recogniser import load_model

ROOT = LINES.parents[2]

KALDI = (
    (64.507, 30.221, 22.38, -146.191, -90.331, 47.496, 1.62, -6.193),
    (64.529, 31.786, 19.09, -139.939, -91.758, 49.752, 1.757, -5.316),
    (115.746, 1.169, -10.524, -48.131, -36.609, 11.493, 0.532, 0.143),
)  # fmt: skip
"""Cepstra 0, 1, 2, 5, 11, 12, 22 and 39 of three frames, by kaldi-native-fbank 1.23.0 with the options of `conf/mfcc.conf`."""


def test_cepstra_are_those_of_kaldi():
    at = np.arange(720)
    sound = 6000 * np.sin(2 * np.pi * 300 * at / 16000) + 2500 * np.sin(2 * np.pi * 2700 * at / 16000 + at * at * 1e-5)
    pcm = np.rint(sound).astype(np.int16)
    pcm[560:] = 0
    assert mfcc(pcm)[:, [0, 1, 2, 5, 11, 12, 22, 39]] == pytest.approx(np.array(KALDI), abs=0.01)
    assert mfcc(pcm[:399]).shape == (0, 40) and mfcc(np.zeros(400, np.int16)).shape == (1, 40)


def test_the_net_learns_along_the_slope_of_its_loss():
    random = np.random.default_rng(3)
    layers = [[part.astype(np.float64) for part in layer] for layer in net.fresh(5, 4, random)]
    inputs = random.normal(0, 1, (2, net.CHUNK + 2 * sum(net.REACH), 200))
    wanted = random.integers(-1, 4, 2 * net.CHUNK)
    _, _, count, slopes = net.backward(layers, inputs, wanted)
    for layer, slope in zip(layers, slopes, strict=True):
        for part, steep in zip(layer, slope, strict=True):
            place = tuple(random.integers(0, size) for size in part.shape)
            losses = []
            for step in (1e-5, -1e-5):
                part[place] += step
                losses.append(net.backward(layers, inputs, wanted)[1] / count)
                part[place] -= step
            assert steep[place] == pytest.approx((losses[0] - losses[1]) / 2e-5, rel=1e-3, abs=1e-7)


def test_a_graph_tells_for_each_state_which_words_lie_ahead():
    graph = Graph()
    for end in (float("inf"), 0.0, float("inf"), float("inf")):
        graph.state(end)
    for begin, to, given in ((0, 1, 0), (0, 2, 0), (1, 1, 3), (2, 3, 1), (3, 0, 0)):
        graph.arc(begin, to, 7, given, 0.5)
    data = looked_ahead(graph.sorted_by("given"), 3)
    assert data[:24] == struct.pack("<ii", 2125659606, 16) + b"olabel_lookahead"
    rest = data[-(8 + 2 * (8 + 2 * 8 + 4) + 2 * (8 + 8 + 4)) :]
    found, at = [], 8
    for _ in range(struct.unpack_from("<q", rest)[0]):
        (count,) = struct.unpack_from("<q", rest, at)
        found.append([struct.unpack_from("<ii", rest, at + 8 + 8 * number) for number in range(count)])
        at += 8 + 8 * count + 4
    # 4 stands for an end
    assert found == [[(1, 2), (3, 5)], [(3, 5)], [(1, 2)], [(1, 2), (3, 5)]] and at == len(rest)


def test_a_row_of_sounds_is_cut_into_its_words():
    alone = [("t", "E", "l"), ("m", "i:"), ("eI",), ("dZ", "oU", "k")]
    assert parts(("t", "E", "l", "m", "i", "a#", "dZ", "oU", "k"), alone) == [alone[0], ("m", "i"), ("a#",), alone[3]]
    assert parts(("t",) * 30, alone) == alone, "nothing can be told from so much"
    with pytest.raises(ValueError, match="joke cannot be said"):
        with_known({"me": {("m", "i:"): 1.0}, "joke": {("dZ", "oU", "k"): 1.0}}, ("m", "i:"))


def test_a_small_model_is_made_and_hears_what_it_was_made_for(tmp_path):
    said = ("hello how are you", "stop the music now")
    script = Script(said, ("hey mira",), said)
    told: list[str] = []
    make_model(tmp_path, script, Effort(150, 40, 32), 5, told.append)
    model, random = load_model(tmp_path), np.random.default_rng(2)
    lines = [say(text, Settings("en-us", 150, 50, 50, 100), random) for text in (*script.sentences, *script.asides)]
    assert word_error_rate(model, lines, told.append) == 0, told
    assert [hears(model, line.sound, "hey mira") for line in lines] == [False, False, True]


def test_the_app_does_not_know_how_the_tests_model_is_made():
    rooms = [path for room in ("desktop", "voice", "avatars", "mind") for path in (ROOT / room).rglob("*.py")]
    knowing = [path for path in rooms if "ear_training" in path.read_text("utf-8") and path.parent.name != "ear_training"]
    assert len(rooms) > 100 and knowing == []


def test_the_tests_model_is_the_one_that_is_made():
    for name in ("sentences.txt", "asides.txt"):
        assert (FOLDER / name).read_text("utf-8") == (LINES / name).read_text("utf-8")
    assert sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()) < 1_000_000
    assert "espeak-ng voices only" in (FOLDER / "README.md").read_text("utf-8") and "espeak-only" in FOLDER.name


def test_the_tests_model_understands_voices_it_never_heard_and_its_wake_word_alone():
    model, random = load_model(FOLDER), np.random.default_rng(4)
    lines = strangers(SCRIPT.sentences[::2], random)
    assert word_error_rate(model, lines, lambda line: None) <= 0.02
    assert word_error_rate(model, in_noise(lines[::3], 15, random), lambda line: None) <= 0.05
    called = strangers(["hey mira"] * 10, random)
    assert sum(hears(model, line.sound, "hey mira") for line in called) >= 9
    others = [*lines[::2], *strangers(SCRIPT.talk[::9], random)]
    assert not any(hears(model, line.sound, "hey mira") for line in others)
    assert errors(["a", "b", "c"], ["a", "c", "d"]) == 2

"""From sound to words, and which models are sound."""

from __future__ import annotations

import shutil

import numpy as np
import pytest

from tests.support.voice_model import FOLDER, SENTENCES, model
from voice.delivery import delivery
from voice.errors import ModelFault
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.recognise.soundness import check_files, try_model
from voice.recognise.transcribe import transcribe
from voice.recognise.vosk_recogniser import VoskRecogniser, load_model, readable
from voice.resample import resampled


@pytest.fixture
def spoken():
    said = EspeakSynthesiser().speak(SENTENCES[20], delivery("en"))
    return said.pcm, said.rate


@pytest.fixture
def copied(tmp_path):
    return shutil.copytree(FOLDER, tmp_path / "model")


@pytest.mark.parametrize("rate", [16000, 22050, 44100, 48000])
def test_sound_of_any_rate_is_understood(spoken, rate):
    (heard,) = transcribe(resampled(*spoken, rate), rate, FOLDER)
    assert heard.text == SENTENCES[20] and heard.confidence > 0.8


def test_partial_texts_grow_into_the_final_one(spoken):
    pcm, rate = spoken
    recogniser = VoskRecogniser(model(), rate)
    sound = np.concatenate((pcm, np.zeros(rate, np.int16)))
    told = [recogniser.feed(sound[at : at + 2205]) for at in range(0, len(sound), 2205)]
    texts = [heard for heard in told if heard is not None]
    partials = [heard.text for heard in texts if not heard.final and heard.text]
    assert len(partials) >= 3 and len(set(partials)) == len(partials)
    assert [heard.text for heard in texts if heard.final and heard.text] == [SENTENCES[20]]


def test_two_sentences_with_a_pause_are_two_utterances():
    voice = EspeakSynthesiser()
    parts = [voice.speak(text, delivery("en")) for text in (SENTENCES[0], SENTENCES[6])]
    sound = np.concatenate((parts[0].pcm, np.zeros(parts[0].rate, np.int16), parts[1].pcm))
    assert [heard.text for heard in transcribe(sound, parts[0].rate, FOLDER)] == [SENTENCES[0], SENTENCES[6]]


@pytest.mark.parametrize("seed", range(5))
def test_noise_and_silence_hold_no_words(seed):
    noise = np.random.default_rng(seed).normal(0, 30 + 200 * seed, 32000).astype(np.int16)
    assert [heard.text for heard in transcribe(noise, 16000, FOLDER) if " " not in heard.text] == []
    assert transcribe(np.zeros(32000, np.int16), 16000, FOLDER) == []


def test_reset_forgets_what_was_begun(spoken):
    pcm, rate = spoken
    recogniser = VoskRecogniser(model(), rate)
    recogniser.feed(pcm)
    recogniser.reset()
    assert recogniser.finish().text == ""


def test_chinese_and_japanese_words_are_written_without_spaces():
    assert readable("今天 天气 很 好") == "今天天气很好"
    assert readable("今日 は いい 天気") == "今日はいい天気"
    assert readable("[unk] play  some 音乐 for me <unk>") == "play some 音乐 for me"


def test_a_sound_model_passes_its_trial():
    try_model(FOLDER)


FILES = ("am/final.mdl", "conf/model.conf", "graph/phones/word_boundary.int", "graph/words.txt")
GRAPHS = ("graph/HCLr.fst", "graph/Gr.fst", "graph/disambig_tid.int")


@pytest.mark.parametrize("name", [*FILES, *GRAPHS])
def test_a_folder_that_lacks_a_file_is_told_which(copied, name):
    (copied / name).unlink()
    with pytest.raises(ModelFault, match=name):
        check_files(copied)
    with pytest.raises(ModelFault, match=name):
        load_model(copied)


def test_a_model_of_one_graph_or_of_none_is_told_by_that_graph(copied):
    for name in GRAPHS:
        (copied / name).unlink()
    with pytest.raises(ModelFault, match=r"graph/HCLG\.fst is missing"):
        check_files(copied)
    (copied / "graph/HCLG.fst").write_bytes(b"a graph")
    check_files(copied)


def test_a_graph_that_names_its_words_needs_no_list_of_them(copied):
    file = copied / "graph/Gr.fst"
    data = file.read_bytes()
    flags = data.index(b"standard") + len(b"standard") + 4
    file.write_bytes(data[:flags] + bytes([data[flags] | 2]) + data[flags + 1 :])
    (copied / "graph/words.txt").unlink()
    check_files(copied)


def test_a_list_of_words_that_was_cut_is_found(copied):
    words = copied / "graph/words.txt"
    words.write_bytes(words.read_bytes()[:300])
    with pytest.raises(ModelFault, match=r"words\.txt is cut short"):
        try_model(copied)


@pytest.mark.parametrize("name", ["am/final.mdl", "graph/HCLr.fst", "graph/Gr.fst"])
def test_a_model_that_was_cut_or_damaged_is_found_in_a_child(copied, name):
    file = copied / name
    data = file.read_bytes()
    for broken in (data[: len(data) // 2], b"\xff" * 5000):
        file.write_bytes(broken)
        with pytest.raises(ModelFault, match="damaged speech model"):
            try_model(copied)


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(ModelFault, match="There is no speech model at") as told:
        try_model(tmp_path / "nowhere")
    assert told.value.kind == "speech-model-missing" and told.value.remedy

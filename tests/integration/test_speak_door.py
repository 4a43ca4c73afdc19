"""``hearth speak`` with any engine, voice and feeling."""

from __future__ import annotations

import json

import pytest

from desktop.cli import main
from desktop.commands.speak import EMOTIONS, ENGINES
from tests.support.speech_server import SpeechServer, refuses
from tests.support.voice_figures import figures
from tests.support.voice_model import SENTENCES, heard_in
from voice.delivery import SHADES
from voice.engines import NAMES
from voice.sound_file import read_sound
from voice.utterance import Utterance


def door(capsys, tmp_path, *words: str) -> tuple[int, str, str]:
    try:
        code = main(["speak", *words, "--data-dir", str(tmp_path / "d")])
    except SystemExit as wrong:
        code = int(wrong.code or 0)
    return code, *capsys.readouterr()


def test_what_can_be_chosen_is_what_there_is():
    assert ENGINES == NAMES and set(EMOTIONS) == set(SHADES)


def test_a_speech_server_is_spoken_with_by_its_address_and_the_key_of_the_environment(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("HEARTH_SPEECH_KEY", "sk-of-the-environment")
    out = tmp_path / "x.wav"
    with SpeechServer() as server:
        words = (SENTENCES[20], "--engine", "server", "--server", server.url, "--voice", "nova", "--out", str(out), "--json")
        code, told, noise = door(capsys, tmp_path, *words)
    answer = json.loads(told)
    assert (code, noise, answer["engine"], answer["instead_of"]) == (0, "", "server", None)
    assert server.requests[0].headers["Authorization"] == "Bearer sk-of-the-environment"
    assert server.requests[0].body["voice"] == "nova"
    assert heard_in(*read_sound(out)) == SENTENCES[20]
    assert not (tmp_path / "d").exists()


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("Hi.", "--engine", "server"), 3, "No speech server is set"),
        (("Hi.", "--engine", "server", "--server", "http://127.0.0.1:9"), 3, "is not running"),
        (("Hi.", "--engine", "neural"), 3, "neural"),
        (("Hi.", "--engine", "espeak", "--voice", "en-us+nobody"), 3, "no voice en-us+nobody"),
        (("Hi.", "--rate", "nan"), 2, "'nan' is no number from 0.5 to 2.0"),
        (("Hi.", "--pitch", "9"), 2, "'9' is no number from 0.5 to 1.5"),
        (("Hi.", "--emotion", "bored"), 2, "bored"),
    ],
)
def test_what_cannot_be_spoken_is_one_clear_line_and_no_file(capsys, tmp_path, words, code, told):
    out = tmp_path / "x.wav"
    given, said, noise = door(capsys, tmp_path, *words, "--out", str(out))
    assert (given, said) == (code, "") and told in noise and "Traceback" not in noise
    assert not out.exists()


def test_a_refusal_of_the_server_is_told_and_never_spoken(capsys, tmp_path):
    out = tmp_path / "x.wav"
    with SpeechServer(refuses(404, "The model tts-1 does not exist")) as server:
        code, said, noise = door(capsys, tmp_path, "Hi.", "--engine", "server", "--server", server.url, "--out", str(out))
    assert (code, said) == (3, "") and "The model tts-1 does not exist" in noise and not out.exists()


def test_with_any_engine_another_voice_speaks_where_the_wanted_one_is_not_there_and_it_is_told(capsys, tmp_path):
    out = tmp_path / "x.wav"
    code, said, noise = door(capsys, tmp_path, "Hello.", "--voice", "en-us+nobody", "--out", str(out))
    assert code == 0 and said.endswith("espeak\n") and "no voice en-us+nobody" in noise and noise.count("\n") == 1


def test_feeling_rate_and_pitch_are_heard(capsys, tmp_path):
    out, found = tmp_path / "x.wav", {}
    text = "I was just thinking about what you said yesterday."
    for words in ((), ("--emotion", "sad"), ("--rate", "1.5"), ("--pitch", "1.4")):
        assert door(capsys, tmp_path, text, "--out", str(out), *words)[0] == 0
        found[words] = figures(Utterance(text, *read_sound(out), (), ()))
    plain, sad, quick, high = found.values()
    assert sad.voiced > 1.05 * plain.voiced and sad.f0 < plain.f0
    assert quick.voiced < 0.8 * plain.voiced and high.f0 > 1.08 * plain.f0


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_voices_are_listed_with_the_languages_they_speak(capsys, tmp_path, lang):
    code, said, noise = door(capsys, tmp_path, "--list-voices", "--lang", lang, "--json")
    voices = json.loads(said)["voices"]
    assert (code, noise) == (0, "") and len(voices) > 60 and all(lang in voice["langs"] for voice in voices)
    assert {voice["note"] for voice in voices[:7]} == {"woman", "man"}


def test_the_voices_of_a_server_are_listed_as_lines(capsys, tmp_path):
    with SpeechServer(voices=["af_heart"]) as server:
        code, said, _ = door(capsys, tmp_path, "--list-voices", "--engine", "server", "--server", server.url)
    assert (code, said) == (0, "af_heart\ten\taf_heart (woman)\n")

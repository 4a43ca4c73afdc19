"""``hearth hear``: a file for whoever is called, through a server, the models that are here, and the microphone live."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import wave
from pathlib import Path

import numpy as np
import pytest

from desktop.cli import main
from tests.support.speech_server import refuses
from tests.support.transcription_server import TranscriptionServer, writes
from tests.support.voice_cable import MIC, why_no_cable
from tests.support.voice_model import FOLDER
from tests.support.wake_room import in_noise, voice_of

ROOT = Path(__file__).parents[2]


def written(file: Path, *said: str, pad: float = 1.3) -> Path:
    parts = [in_noise(voice_of(text, "en-us+f2"), None, pad=pad) for text in said]
    with wave.open(str(file), "wb") as target:
        target.setparams((1, 2, 16000, 0, "NONE", ""))
        target.writeframes(np.concatenate(parts).tobytes())
    return file


@pytest.fixture(scope="module")
def talk(tmp_path_factory) -> Path:
    """Somebody speaks to somebody else, then to her."""
    file = tmp_path_factory.mktemp("heard") / "talk.wav"
    return written(file, "play some music for me", "hey mira, what time is it")


@pytest.fixture(autouse=True)
def alone(monkeypatch) -> None:
    monkeypatch.setattr("voice.recognise.soundness.try_model", lambda folder: None)
    monkeypatch.setenv("HEARTH_HEARING_KEY", "sk-secret")


def hear(capsys, tmp_path, *words: str) -> tuple[int, str, str]:
    try:
        code = main(["hear", *words, "--data-dir", str(tmp_path / "d")])
    except SystemExit as wrong:
        code = int(wrong.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


def test_only_what_is_said_to_whoever_is_called_is_written_down(capsys, tmp_path, talk):
    model = ("--model", str(FOLDER))
    code, out, err = hear(capsys, tmp_path, str(talk), *model, "--wake", "Mira")
    assert (code, out) == (0, "what time is it\n") and "called as “mira”" in err
    code, out, err = hear(capsys, tmp_path, str(talk), *model, "--wake", "mira", "--wake", "Will", "--json")
    told = json.loads(out)
    assert (told["text"], told["woken"][0]["name"]) == ("what time is it", "mira") and 4 < told["woken"][0]["at"] < 8
    assert "“will” is often said" in err
    code, out, err = hear(capsys, tmp_path, str(talk), *model, "--wake", "Moira")
    assert "does not know “moira”" in err and "mira" in err


def test_a_server_writes_it_down_and_where_it_fails_this_computer_does(capsys, tmp_path, talk):
    with TranscriptionServer(writes("One."), writes("Two.")) as server:
        assert hear(capsys, tmp_path, str(talk), "--server", server.url)[:2] == (0, "One.\nTwo.\n"), "without any model"
        assert {asked.headers["Authorization"] for asked in server.requests} == {"Bearer sk-secret"}
    with TranscriptionServer(refuses(500, "no")) as server:
        code, out, err = hear(capsys, tmp_path, str(talk), "--server", server.url, "--model", str(FOLDER))
        assert (code, out) == (0, "play some music for me\nhey mira what time is it\n") and "failed (500)" in err
        code, out, err = hear(capsys, tmp_path, str(talk), "--server", server.url)
        assert (code, out) == (3, "") and "failed (500)" in err and "sk-secret" not in err


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["{talk}", "--wake", "😀", "--model", "{model}"], 2, "no name to be called by"),
        (["{talk}", "--wake", "x" * 200, "--model", "{model}"], 2, "no name to be called by"),
        (["{talk}", "--wake", "mira"], 3, "No speech model is installed"),
        (["{talk}", "--server"], 2, "no address of a server"),
        (["{talk}", "--server", "ftp://x"], 2, "no address of a server"),
        (["{talk}", "--live"], 2, "not allowed with"),
        (["--live", "never"], 2, "no number of seconds"),
        (["--live", "1", "--model", "/nowhere"], 3, "no speech model at /nowhere"),
        ([], 2, "is required"),
        (["nowhere.wav", "--wake", "mira", "--model", "{model}"], 2, "nowhere.wav cannot be read"),
    ],
)
def test_what_cannot_be_heard_is_one_clear_line_and_a_code(capsys, tmp_path, talk, words, code, told):
    given = [word.format(talk=talk, model=FOLDER) for word in words]
    found, out, err = hear(capsys, tmp_path, *given)
    assert (found, out) == (code, "") and told in err and "Traceback" not in err


def test_the_models_that_are_here_are_listed(capsys, tmp_path):
    code, out, err = hear(capsys, tmp_path, "--list-models")
    assert (code, out) == (0, "") and "no speech model is here" in err
    (tmp_path / "d" / "models").mkdir(parents=True)
    (tmp_path / "d" / "models" / "vosk-model-small-en-us-0.15").symlink_to(FOLDER)
    assert hear(capsys, tmp_path, "--list-models")[1] == "vosk-model-small-en-us-0.15  en, wake word\n"
    (listed,) = json.loads(hear(capsys, tmp_path, "--list-models", "--json")[1])["models"]
    assert (listed["lang"], listed["wake_word"], listed["chosen"]) == ("en", True, False)


@pytest.mark.cable
@pytest.mark.skipif(bool(why_no_cable()), reason=why_no_cable() or "cable")
def test_live_she_is_called_over_a_microphone_and_control_c_ends_it(laid, tmp_path):
    talk = written(tmp_path / "call.wav", "hey mira, what time is it", pad=0.3)
    command = [sys.executable, "-m", "desktop", "hear", "--live", "60", "--json", "--wake", "mira", "--device", MIC]
    child = subprocess.Popen(
        [*command, "--model", str(FOLDER), "--data-dir", str(tmp_path)], cwd=ROOT, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=laid.environment | {"PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    told: list[dict[str, object]] = []
    with child:
        assert child.stdout is not None and child.stderr is not None
        for line in child.stdout:
            told.append(json.loads(line))
            if told[-1] == told[-1] | {"kind": "state", "state": "listening"}:
                play = ["paplay", "--device=micfeed", str(talk)]
                subprocess.run(play, env=dict(os.environ) | laid.environment, check=True, timeout=30)
            if told[-1]["kind"] == "final":
                break
        child.send_signal(signal.SIGINT)
        errors = child.stderr.read()
    assert child.returncode == 130 and "Traceback" not in errors, errors
    assert [one["name"] for one in told if one["kind"] == "wake"] == ["mira"]
    assert told[-1]["text"] == "what time is it"

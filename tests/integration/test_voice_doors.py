"""``hearth speak`` and ``hearth hear`` as a program runs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import wave
from pathlib import Path

import pytest

from desktop.cli import main
from tests.support.voice_model import FOLDER, SENTENCES

ROOT = Path(__file__).parents[2]


def hearth(*words: str, data: Path, text: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "desktop", *words, "--data-dir", str(data)]
    return subprocess.run(
        command, cwd=ROOT, input=text, capture_output=True, text=True, timeout=60, check=False, env=dict(os.environ)
    )


@pytest.mark.parametrize("engine", ["espeak", "pyttsx3"])
def test_what_is_spoken_into_a_file_is_heard_from_it(tmp_path, engine):
    sound, shapes = tmp_path / "声 a.wav", tmp_path / "v.json"
    spoken = hearth(
        "speak", SENTENCES[20], "--out", str(sound), "--visemes", str(shapes), "--engine", engine, data=tmp_path / "d"
    )
    assert (spoken.returncode, spoken.stderr) == (0, "")
    assert spoken.stdout.startswith(str(sound)) and spoken.stdout.count("\n") == 1
    told = json.loads(shapes.read_text(encoding="utf-8"))
    with wave.open(str(sound)) as file:
        seconds = file.getnframes() / file.getframerate()
    assert told["engine"] == engine and told["seconds"] == pytest.approx(seconds, abs=0.001)
    assert [word["text"] for word in told["words"]] == SENTENCES[20].split()
    assert told["visemes"][0]["start"] == 0 and told["visemes"][-1]["end"] == pytest.approx(seconds, abs=0.001)
    heard = hearth("hear", str(sound), "--model", str(FOLDER), data=tmp_path / "d")
    assert (heard.returncode, heard.stdout, heard.stderr) == (0, SENTENCES[20] + "\n", "")
    as_json = json.loads(hearth("hear", str(sound), "--model", str(FOLDER), "--json", data=tmp_path / "d").stdout)
    assert as_json["text"] == SENTENCES[20] and as_json["utterances"][0]["confidence"] > 0.8
    assert not (tmp_path / "d").exists()


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["hear", "nowhere.wav"], 2, "nowhere.wav cannot be read"),
        (["hear", "README.md"], 2, "README.md: This is no WAV file"),
        (["hear", "{wav}"], 3, "No speech model is installed"),
        (["hear", "{wav}", "--model", "tests"], 3, "am/final.mdl is missing"),
        (["hear", "{wav}", "--model", "/nowhere"], 3, "no speech model at /nowhere"),
        (["speak", "Hello.", "--out", "/nowhere/x.wav"], 2, "cannot be written"),
        (["speak", "Hello."], 2, "--out"),
        (["speak", "Hello.", "--out", "x.wav", "--engine", "parrot"], 2, "parrot"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line_and_a_code(tmp_path, monkeypatch, capsys, words, code, told):
    monkeypatch.chdir(ROOT)
    wav = tmp_path / "x.wav"
    with wave.open(str(wav), "wb") as file:
        file.setparams((1, 2, 16000, 0, "NONE", ""))
        file.writeframes(bytes(3200))
    argv = [*(word.replace("{wav}", str(wav)) for word in words), "--data-dir", str(tmp_path / "d")]
    try:
        given = main(argv)
    except SystemExit as wrong:
        given = wrong.code
    out, err = capsys.readouterr()
    assert (given, out) == (code, "")
    assert told in err and "Traceback" not in err


def test_text_comes_from_stdin_too(tmp_path):
    done = hearth("speak", "-", "--out", str(tmp_path / "x.wav"), data=tmp_path, text="Hello there.\n")
    assert done.returncode == 0 and (tmp_path / "x.wav").stat().st_size > 10_000

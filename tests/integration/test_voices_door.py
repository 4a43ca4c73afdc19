"""``hearth voices``: from a list of our own to a sound file, in three languages and as JSON."""

from __future__ import annotations

import json
import wave

import pytest

pytest.importorskip("sherpa_onnx")

from desktop.cli import main
from tests.support.small_voice import NAME
from tests.support.turn_doors import door
from tests.support.voice_release import Release
from tests.support.voice_server import ModelServer


@pytest.fixture
def release(monkeypatch):
    with ModelServer() as running:
        made = Release(running)
        monkeypatch.setattr("voice.voice_packs.offered.OFFICIAL", made.source)
        yield made


def hearth(capsys, *arguments: str) -> tuple[int, str, str]:
    code = main(["voices", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_voice_is_found_installed_tried_and_removed(release, tmp_path, capsys):
    data = ("--data-dir", str(tmp_path), "--lang", "en")
    release.add_voice()
    code, out, _ = hearth(capsys, "offered", *data)
    assert code == 0 and NAME in out and "Chinese, a woman, clear: vits-melo-tts-zh_en (about 167 MB)" in out
    assert "(here)" not in out and not (tmp_path / "voices").exists()
    code, out, err = hearth(capsys, "install", NAME, *data)
    assert code == 0 and out.startswith(f"{NAME} speaks now") and "100 % of" in err
    code, out, _ = hearth(capsys, "list", *data)
    assert (code, out) == (0, f"{NAME}  en  piper  2 voices  1 MB  public domain\n")
    assert "(here)" in hearth(capsys, "offered", *data)[1]
    sound = tmp_path / "said.wav"
    code, out, _ = hearth(capsys, "test", f"{NAME}#1", "--out", str(sound), *data)
    assert code == 0 and f"{NAME}#1 loaded in" in out and "English:" in out
    with wave.open(str(sound)) as file:
        assert file.getnframes() / file.getframerate() > 2
    assert hearth(capsys, "remove", NAME, *data)[:2] == (0, f"{NAME} is removed.\n")
    assert "No neural voice is installed" in hearth(capsys, "list", *data)[1]


def test_every_answer_can_be_had_as_json(release, tmp_path, capsys):
    data = ("--json", "--data-dir", str(tmp_path))
    release.add_voice()
    offered = json.loads(hearth(capsys, "offered", *data)[1])
    assert offered["voices"][0]["name"] == NAME and not offered["voices"][0]["installed"]
    assert {(each["lang"], each["sex"]) for each in offered["recommended"]} == {
        (lang, sex) for lang in ("en", "zh", "ja") for sex in ("woman", "man")
    }
    installed = json.loads(hearth(capsys, "install", NAME, *data)[1])
    assert installed["names"] == ["af_wool", "am_ember"] and installed["bytes"] > 10_000
    assert json.loads(hearth(capsys, "list", *data)[1])["voices"] == [installed]
    tried = json.loads(hearth(capsys, "test", NAME, *data)[1])
    assert tried["spoken"][0]["lang"] == "en" and tried["spoken"][0]["seconds"] > 2
    assert json.loads(hearth(capsys, "remove", NAME, *data)[1]) == {"removed": NAME}


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_every_action_speaks_three_languages(release, tmp_path, capsys, lang):
    data = ("--data-dir", str(tmp_path), "--lang", lang)
    release.add_voice()
    for action in (("list",), ("offered",), ("install", NAME), ("list",), ("test", NAME), ("remove", NAME)):
        code, out, err = hearth(capsys, *action, *data)
        assert code == 0 and out and "{" not in out + err


@pytest.mark.parametrize("action", ["install", "remove", "test"])
def test_an_unknown_name_is_told_with_the_next_step(release, tmp_path, capsys, action):
    code, out, err = hearth(capsys, action, "nobody", "--data-dir", str(tmp_path), "--lang", "en")
    assert code == 2 and out == "" and "nobody" in err and "See: hearth voices" in err


def test_what_comes_broken_is_told_in_a_line_and_leaves_nothing(release, tmp_path, capsys):
    release.add(f"{NAME}.tar.bz2", b"<html>moved</html>")
    code, out, err = hearth(capsys, "install", NAME, "--data-dir", str(tmp_path))
    assert code == 3 and out == "" and "no sound archive" in err and "Traceback" not in err
    assert [path.name for path in (tmp_path / "voices").iterdir() if not path.name.endswith(".lock")] == []


def test_without_voices_the_list_says_so_as_a_program(tmp_path):
    done = door(tmp_path, "voices", "list")
    assert (done.returncode, done.stderr) == (0, "") and "hearth voices offered" in done.stdout

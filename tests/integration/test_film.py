"""A film shows and sounds the conversation it was given."""

from __future__ import annotations

import json
from pathlib import Path

import av
import numpy as np
import pytest

from desktop.cli import main
from desktop.film.lip_match import energy_per_frame, lip_match

pytestmark = pytest.mark.usefixtures("qapp")
"""A process has one application: tests of the window need the whole one, a film would make do with less."""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "script.txt"
    path.write_text("# a short evening\n\nHi, I'm Robin.\n", "utf-8")
    return path


@pytest.mark.timeout(300)
def test_a_film_has_picture_and_sound_and_lips_that_follow(
    script: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "evening.mp4"
    command = ["film", str(script), "--out", str(out), "--size", "96x96", "--fps", "24", "--json"]
    assert main([*command, "--data-dir", str(tmp_path / "home"), "--lang", "en"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["replies"] == 2 and set(told["ended"]) == {"complete"}
    assert told["correlation"] >= 0.5 and abs(told["lag_ms"]) <= 50
    with av.open(str(out)) as film:
        picture, sound = film.streams.video[0], film.streams.audio[0]
        assert (picture.width, picture.height, picture.frames) == (96, 96, told["frames"])
        lengths = [float(stream.duration * stream.time_base) for stream in (picture, sound)]
    assert lengths[0] == pytest.approx(told["seconds"], abs=0.04)
    assert lengths[1] == pytest.approx(lengths[0], abs=0.1)
    assert list(tmp_path.glob("*.part")) == []


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["missing.txt", "--out", "f.mp4"], "missing.txt"),
        (["--out", "f.mp4", "--size", "big"], "--size big"),
        (["--of", "juggle", "--out", "f.mp4", "--size", "96x96"], "juggle"),
        (["--of", "wave", "--seconds", "0", "--out", "f.mp4"], "--seconds 0"),
        (["--of", "wave", "--out", "f.mp4", "SCRIPT"], "not both"),
    ],
)
def test_a_film_that_cannot_be_made_names_the_reason(
    arguments: list[str], named: str, script: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    if "--size" in arguments and "--of" not in arguments:
        arguments = [str(script), *arguments]
    arguments = [str(script) if word == "SCRIPT" else word for word in arguments]
    assert main(["film", *arguments, "--data-dir", str(tmp_path / "home")]) == 2
    said = capsys.readouterr()
    assert named in said.err and said.out == ""
    assert not (tmp_path / "f.mp4").exists()


def test_a_film_of_one_thing_she_does_has_its_length(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "wave.mp4"
    assert main(["film", "--of", "wave", "--seconds", "1.5", "--size", "96x96", "--fps", "24", "--out", str(out)]) == 0
    with av.open(str(out)) as film:
        assert film.streams.video[0].frames == 36
    assert "36 pictures" in capsys.readouterr().out


def test_a_mouth_that_moves_with_the_sound_correlates_and_a_late_one_shows_its_lag() -> None:
    fps, rate = 30, 48000
    loud = np.tile([0.0, 1.0, 0.6, 0.2, 0.9, 0.0], 20)
    pcm = np.repeat(loud * 8000, rate // fps).astype(np.int16)
    energy = energy_per_frame(pcm, rate, fps, len(loud))
    rng = np.random.default_rng(1)
    assert lip_match(np.asarray(loud), energy, fps).correlation > 0.99
    noise = rng.random(len(loud))
    sound = np.repeat(noise * 8000, rate // fps).astype(np.int16)
    late = lip_match(np.roll(noise, 3), energy_per_frame(sound, rate, fps, len(noise)), fps)
    assert late.lag == pytest.approx(0.1)
    assert lip_match(rng.random(len(loud)), energy, fps).correlation < 0.5

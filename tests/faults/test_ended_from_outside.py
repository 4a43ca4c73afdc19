"""SIGINT and SIGTERM in the middle: closed tidily, with the code that belongs to it, and nothing half left behind."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.openai_server import serving, wanders
from tests.support.turn_doors import door, environment


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_turn_ended_from_outside_keeps_the_words(tmp_path: Path, sent: signal.Signals, code: int) -> None:
    with serving(wanders(gap=0.2)) as server:
        brain = {"HEARTH_BRAIN_URL": server.url, "HEARTH_BRAIN_MODEL": "tiny"}
        talk = subprocess.Popen(
            [sys.executable, "-m", "desktop", "say", "My boat is called Perch"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(tmp_path, **brain),
        )  # fmt: skip
        assert server.asked.wait(60)
        talk.send_signal(sent)
        _, said = talk.communicate(timeout=60)
    assert talk.returncode == code, said
    assert b"Traceback" not in said
    assert "Perch" in door(tmp_path, "memory", "search", "Perch").stdout
    assert door(tmp_path, "data", "check").returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_a_film_ended_in_the_middle_leaves_no_half_film(tmp_path: Path) -> None:
    script, film = tmp_path / "script.txt", tmp_path / "film.mp4"
    script.write_text("Hello\n" * 5, encoding="utf-8")
    shooting = subprocess.Popen(
        [sys.executable, "-m", "desktop", "film", str(script), "--out", str(film), "--size", "64x64", "--fps", "24"],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(tmp_path / "data"),
    )  # fmt: skip
    assert shooting.stderr is not None
    first = shooting.stderr.readline()
    while first and b"line 1 of" not in first:
        first = shooting.stderr.readline()
    shooting.send_signal(signal.SIGINT)
    _, said = shooting.communicate(timeout=60)
    assert shooting.returncode == 130, said
    assert list(tmp_path.glob("film*")) == []

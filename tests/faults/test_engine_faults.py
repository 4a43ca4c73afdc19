"""A hundred engines that hang, die, print, fall silent or talk nonsense: the reply goes on, and nothing is left behind."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil
import pytest

from tests.support.voice_injection import KILLED, inject
from tests.support.voice_misbehaving import ACTS, Plan

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the plan is locked with flock")

ROOT = Path(__file__).parents[2]
SEED = random.SystemRandom().randrange(2**32)
BOUND = 0.5
"""Seconds a frame may take on a machine that does other things too; it takes some milliseconds."""


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path, monkeypatch):
    """Where whatever is left behind is seen."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield
    tempfile.tempdir = None


def test_a_hundred_hangs_and_deaths_stop_no_reply_and_leave_nothing(tmp_path, capfd):
    plans = tmp_path / "plans"
    plans.mkdir()
    outcome = inject(100, plans, SEED)
    seed = f"seed {SEED}"
    assert sum(outcome.injected.values()) >= 100 and set(outcome.injected) == {*ACTS, KILLED}, seed
    assert outcome.sentences >= 200 and outcome.unfinished == 0, seed
    assert outcome.silent == 0 and outcome.misheard == [], seed
    assert 0 < outcome.captions < outcome.sentences / 4, seed
    assert 0 < len(outcome.told) <= outcome.outages, seed
    assert outcome.longest_tick < BOUND, seed
    assert (outcome.orphans, outcome.left) == ([], []), seed
    assert capfd.readouterr() == ("", ""), seed


@pytest.mark.parametrize("act", ["", "hangs", "hangs with the interpreter", "hangs at start"])
def test_when_the_app_is_killed_its_engine_goes_with_it_whatever_it_does(tmp_path, act):
    plans = tmp_path / "plans"
    plans.mkdir()
    plan = Plan(plans)
    plan.write(act)
    code = (
        "import sys, threading\nfrom functools import partial\nfrom tests.support.voice_misbehaving import serve_badly\n"
        "from voice.pyttsx3_engine import synthesiser\nfrom voice.ports import Delivery\n"
        "if __name__ == '__main__':\n"
        " synthesiser.PATIENCE = 0.5 if 'interpreter' in sys.argv[2] else 60\n"
        " v = synthesiser.Pyttsx3Synthesiser(partial(serve_badly, sys.argv[1]))\n"
        " threading.Thread(target=v.speak, args=('Hello.', Delivery()), daemon=True).start()\n"
        " while not (v._line._child and v._line._child.pid): pass\n"
        " print(v._line._child.pid, flush=True)\n sys.stdin.read()"
    )
    app = subprocess.Popen(
        [sys.executable, "-c", code, str(plans), act], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    child = psutil.Process(int(app.stdout.readline()))
    while act and not plan.done():
        assert app.poll() is None
        psutil.wait_procs([app], timeout=0.01)
    app.kill()
    app.communicate()
    _, alive = psutil.wait_procs([child], timeout=20)
    assert alive == []
    if "interpreter" not in act:  # one that holds the interpreter is ended from outside Python, and can clear nothing away
        assert list(tmp_path.glob("hearth-*")) == []

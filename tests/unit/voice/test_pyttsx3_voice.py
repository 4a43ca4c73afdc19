"""The system's voices in their child process: real speech, hangs, crashes."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import numpy as np
import psutil
import pytest

from tests.support.spawned import spawned_children
from tests.support.voice_children import crashes, falls_silent, hangs, never_starts
from tests.support.voice_model import SENTENCES, heard_in
from voice.delivery import delivery
from voice.engines import FallbackSynthesiser
from voice.errors import SynthesisFault
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.pyttsx3_engine import line, synthesiser
from voice.pyttsx3_engine.synthesiser import Pyttsx3Synthesiser
from voice.speech_handle import Piece, SpeechHandle
from voice.synthesis_queue import prepare

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path, monkeypatch):
    """Where whatever is left behind is seen."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield
    tempfile.tempdir = None


@pytest.fixture
def system_voice():
    voice = Pyttsx3Synthesiser()
    yield voice
    voice.close()


def voice_children() -> list[psutil.Process]:
    """Children that hold an engine."""
    return spawned_children()


def test_it_speaks_words_that_are_understood_and_prints_nothing(system_voice, capfd):
    for text in SENTENCES[:3]:
        said = system_voice.speak(text, delivery("en"))
        assert heard_in(said.pcm, said.rate) == text
    assert capfd.readouterr() == ("", "")


def test_lips_and_words_are_where_her_own_voice_has_them(system_voice):
    for text, lang in (("Tell me a story about a dragon.", "en"), ("你好，今天天气很好。", "zh")):
        there, own = system_voice.speak(text, delivery(lang)), EspeakSynthesiser().speak(text, delivery(lang))
        assert [mark.begin for mark in there.words] == [mark.begin for mark in own.words]
        gaps = [abs(a.at - b.at) for a, b in zip(there.words, own.words, strict=True)]
        assert max(gaps) < 0.05
        assert there.seconds == pytest.approx(own.seconds, abs=0.06)
        assert there.visemes[-1].end == pytest.approx(there.seconds)


def test_a_faster_happier_sentence_is_shorter(system_voice):
    plain, excited = (system_voice.speak(SENTENCES[3], delivery("en", name)) for name in ("neutral", "excited"))
    assert excited.seconds < plain.seconds


@pytest.mark.parametrize("child", [hangs, crashes, falls_silent, never_starts])
def test_a_child_that_fails_is_killed_and_told(monkeypatch, child):
    monkeypatch.setattr(synthesiser, "PATIENCE", 0.3)
    monkeypatch.setattr(line, "STARTING", 3.0)
    voice = Pyttsx3Synthesiser(child)
    with pytest.raises(SynthesisFault) as told:
        voice.speak("Hello.", delivery("en"))
    voice.close()
    assert told.value.kind == "synthesis" and told.value.remedy
    assert voice_children() == [] and list(Path(tempfile.gettempdir()).glob("hearth-*")) == []


def test_after_a_failed_child_the_next_sentence_has_a_new_one(monkeypatch, system_voice):
    with monkeypatch.context() as patch:
        patch.setattr(system_voice._line, "_work", crashes)
        with pytest.raises(SynthesisFault):
            system_voice.speak("Hello.", delivery("en"))
    assert system_voice.speak("Hello.", delivery("en")).seconds > 0.3


def test_cancel_ends_a_sentence_that_hangs():
    voice = Pyttsx3Synthesiser(hangs)
    faults: list[SynthesisFault] = []

    def speak() -> None:
        try:
            voice.speak("Hello.", delivery("en"))
        except SynthesisFault as fault:
            faults.append(fault)

    thread = threading.Thread(target=speak)
    thread.start()
    until = time.monotonic() + 10
    while not voice_children() and time.monotonic() < until:
        time.sleep(0.01)
    time.sleep(0.3)
    voice.cancel()
    thread.join(5)
    voice.close()
    assert not thread.is_alive() and [fault.kind for fault in faults] == ["cancelled"]
    assert voice_children() == []


def test_the_child_goes_with_a_parent_that_is_killed():
    code = (
        "import sys; from voice.pyttsx3_engine.synthesiser import Pyttsx3Synthesiser as S; from voice.ports import Delivery\n"
        "v = S(); v.speak('Hello.', Delivery()); print(v._line._child.pid, flush=True); sys.stdin.read()"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    child = psutil.Process(int(parent.stdout.readline()))
    parent.kill()
    parent.communicate()
    _, alive = psutil.wait_procs([child], timeout=10)
    assert alive == [] and list(Path(tempfile.gettempdir()).glob("hearth-*")) == []


def test_the_next_engine_takes_over_from_one_that_fails_and_it_is_told_once():
    chain = FallbackSynthesiser([lambda: Pyttsx3Synthesiser(crashes), EspeakSynthesiser])
    said = [Piece(SpeechHandle("Hello there.", delivery("en")), 0, 12) for _ in range(2)]
    for piece in said:
        prepare(chain, piece)
    faults = [piece.fault for piece in said]
    chain.close()
    assert faults[0] is not None and faults[0].kind == "synthesis" and faults[1] is None
    assert all(np.any(piece.utterance.pcm) for piece in said)
    assert chain.name == "espeak"

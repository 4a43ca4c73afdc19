"""A microphone that goes at fifty points of a talk: what was said before is whole or not there, and the next words are heard."""

from __future__ import annotations

import numpy as np
import pytest

from tests.support.voice_device import Hands
from tests.support.voice_inputs import DESK, Desk
from voice.delivery import delivery
from voice.devices.sleep import SleepWatch
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.listen_plan import ListenPlan
from voice.listener import Listener
from voice.ports import Heard
from voice.recognise.ears import Ears, Piece, Ready
from voice.recognise.microphone import Microphone
from voice.recognise.pipeline import Pipeline
from voice.resample import resampled

RATE, PAUSE, AWAY = 16000, 1.7, 0.4
SAID = ("I will not sell it.", "Never mind the rain.", "That is all for now.")
POINTS = np.linspace(0.02, 1.0, 50)


class Tape:
    """Three sentences with pauses in a room's noise, no two pieces of which are alike."""

    def __init__(self) -> None:
        engine, rng = EspeakSynthesiser(), np.random.default_rng(5)
        parts, at = [np.zeros(int(0.6 * RATE))], 0.6
        self.spans: list[tuple[float, float]] = []
        for text in SAID:
            said = engine.speak(text, delivery("en"))
            pcm = np.trim_zeros(resampled(said.pcm, said.rate, RATE))
            self.spans.append((at, at + len(pcm) / RATE))
            parts += [pcm, np.zeros(int(PAUSE * RATE))]
            at += len(pcm) / RATE + int(PAUSE * RATE) / RATE
        whole = np.concatenate(parts)
        self.pcm = np.clip(whole + rng.normal(0, 12, len(whole)), -32768, 32767).astype(np.int16)
        self.seconds = len(self.pcm) / RATE


TAPE = Tape()


class Reader:
    """A recogniser that knows the tape: it writes down each sentence it heard all of, and marks a torn one."""

    def __init__(self) -> None:
        self.pcm = np.zeros(0, np.int16)

    def feed(self, pcm: np.ndarray) -> Heard | None:
        self.pcm = np.concatenate((self.pcm, pcm))
        return None

    def finish(self) -> Heard:
        pcm, self.pcm = self.pcm, np.zeros(0, np.int16)
        return Heard(" ".join(self.text(pcm)), True, 1.0)

    def reset(self) -> None:
        self.pcm = np.zeros(0, np.int16)

    def text(self, pcm: np.ndarray) -> list[str]:
        words, heard = [], pcm.tobytes()
        for text, (begin, end) in zip(SAID, TAPE.spans, strict=True):
            sentence = TAPE.pcm[round((begin + 0.1) * RATE) : round((end - 0.1) * RATE)].tobytes()
            if sentence in heard:
                words.append(text)
            elif any(sentence[at : at + 640] in heard for at in range(0, len(sentence) - 640, 640)):
                words.append(f"torn: {text}")
        return words


class Here(Ears):
    """Ears without a thread: all is done by the time a call returns."""

    def __init__(self, make, plan, suppressor, *rest) -> None:
        super().__init__(make, plan, suppressor, *rest)
        self._pipeline = Pipeline(make(), plan, None)
        self._tell([Ready()])

    def _work(self) -> None: ...

    def _next(self, timeout=None):
        return "nothing"

    def _put(self, item) -> None:
        if item is not None:
            self._handle(self._pipeline, item)

    def hear(self, pcm, rate, at=None) -> None:
        self._handle(self._pipeline, Piece(pcm, rate, at))


@pytest.fixture(autouse=True)
def no_thread(monkeypatch):
    monkeypatch.setattr("voice.listener.Ears", Here)


def told(mode: str, gone: float, away: float, sleeps: bool = False, speaking: tuple[float, float] | None = None) -> list[str]:
    """The texts of the tape where the microphone goes at `gone` of it for `away` seconds; a key is held for all of it."""
    clock = Hands()
    begun, asleep = clock.now, [0.0]
    desk = Desk(clock, DESK)
    desk.sound = lambda begin, end, rate: TAPE.pcm[round((begin - begun) * rate) : round((end - begun) * rate)]
    finals: list[str] = []
    faults: list[str] = []

    def opened(device, hear, tell):
        sleep = SleepWatch(clock, lambda: clock() + asleep[0])
        return Microphone(device, hear, tell, system=desk, clock=clock, sleep=sleep)

    listener = Listener(
        Reader, "", plan=ListenPlan(mode=mode, patience="fast"), on_final=lambda heard: finals.append(heard.text),
        on_fault=lambda fault: faults.append(fault.kind), microphone=opened, clock=clock,
    )  # fmt: skip
    assert listener.start()
    out = False
    while clock.now - begun < TAPE.seconds:
        at = clock.now - begun
        if not out and at >= gone:
            out = True
            if sleeps:
                asleep[0] = 900.0
            else:
                desk.pull("desk")
        if out and not sleeps and at >= gone + away and not desk.inputs:
            desk.plug(DESK)
        clock.now += 0.1
        listener.tick(bool(speaking and speaking[0] <= at < speaking[1]))
    listener.finish()
    listener.tick()
    listener.close()
    assert faults == ([] if away < 0.3 and not sleeps else ["audio-in-slept"] if sleeps else ["audio-in-lost"]), (gone, faults)
    return finals


def whole(finals: list[str]) -> bool:
    return not any("torn" in text for text in finals)


def after(point: float, seconds: float = AWAY + 0.5) -> list[str]:
    """What is said once it is back, and a breath was taken."""
    return [text for text, (begin, _) in zip(SAID, TAPE.spans, strict=True) if begin > point + seconds]


def test_pulled_out_at_fifty_points_what_was_said_is_whole_or_dropped_and_the_next_words_are_heard():
    dropped = 0
    for point in POINTS * (TAPE.spans[2][0] - 1.0):
        finals = told("open", float(point), AWAY)
        before = [text for text, (_, end) in zip(SAID, TAPE.spans, strict=True) if end + 0.9 < point]
        heard = [text for text in finals if text in before], [text for text in finals if text in after(point)]
        assert whole(finals) and heard == (before, after(point)), (point, finals)
        dropped += len(finals) < 3
    assert 10 < dropped < 48


def test_sleep_breaks_what_was_being_said_and_a_blink_does_not():
    for point in POINTS[::8] * (TAPE.spans[2][0] - 1.0):
        finals = told("open", float(point), 0.1, sleeps=True)
        assert whole(finals) and set(after(point)) <= set(finals), (point, finals)
        assert len(told("open", float(point), 0.06)) == 3


def test_gone_while_a_key_is_held_nothing_is_sent_and_gone_while_she_speaks_the_next_words_are_heard():
    for point in POINTS[::8] * TAPE.spans[2][0]:
        assert "".join(told("push", float(point), AWAY)) == ""
        finals = told("open", float(point), AWAY, speaking=(point - 0.5, point + 0.5))
        assert whole(finals) and set(after(point, AWAY + 1.5)) <= set(finals), (point, finals)

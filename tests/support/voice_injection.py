"""Replies spoken while engines hang and die: what happened, and what was left behind.

Several of her speak at once, each through a `Speaker` with its own line of engines: a system voice in a real child that
misbehaves by a plan, and her own voice behind it; the first of them has captions only. One thread ticks them all, as the
window's would.
"""

from __future__ import annotations

import os
import random
import signal
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import numpy as np
import psutil

from tests.support.voice_misbehaving import ACTS, Plan, serve_badly
from tests.support.voice_model import SENTENCES, heard_in
from voice import fallback
from voice.delivery import delivery
from voice.errors import SynthesisFault, VoiceError
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.fallback import FallbackSynthesiser
from voice.output.silent import SilentOut
from voice.ports import Delivery
from voice.pyttsx3_engine import line, synthesiser
from voice.pyttsx3_engine.synthesiser import Pyttsx3Synthesiser
from voice.sound_file import write_wav
from voice.speaker import Speaker
from voice.speech_handle import SpeechHandle
from voice.utterance import Utterance
from voice.watched import Watched

SAID: Final = SENTENCES[20]
KILLED: Final = "is killed from outside"
TICK: Final = 0.004


@dataclass
class Outcome:
    """Of all injections together."""

    injected: Counter[str] = field(default_factory=Counter)
    sentences: int = 0
    unfinished: int = 0
    silent: int = 0
    """Sentences that an engine gave as speech without sound."""
    captions: int = 0
    """Sentences that passed as captions alone."""
    told: list[str] = field(default_factory=list)
    """Faults that came with a sentence."""
    outages: int = 0
    misheard: list[str] = field(default_factory=list)
    longest_tick: float = 0.0
    orphans: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


class Counted(FallbackSynthesiser):
    """Keeps what was said, with which fault."""

    def __init__(self, *parts: object, **more: object) -> None:
        super().__init__(*parts, **more)  # type: ignore[arg-type]
        self.said: list[Utterance] = []

    def speak(self, text: str, how: Delivery) -> Utterance:
        said = super().speak(text, how)
        self.said.append(said)
        return said


class Lane:
    """One of her, and the engine that fails her."""

    def __init__(self, folder: Path, seed: int, *, alone: bool) -> None:
        folder.mkdir()
        self.plan, self.random = Plan(folder), random.Random(seed)
        self.now = 0.0
        self.faults: list[VoiceError] = []
        said = EspeakSynthesiser().speak(SAID, delivery("en"))
        write_wav(folder / "spoken.wav", said.pcm, said.rate)
        self.system: list[Pyttsx3Synthesiser] = []
        behind = [] if alone else [EspeakSynthesiser]
        self.chain = Counted([self.open, *behind], "", lambda: self.now)
        out = SilentOut(lambda: self.now)
        self.speaker = Speaker(self.chain, out, on_fault=self.faults.append)
        self.kill_at: float | None = None
        self.killed = 0
        self.handles: list[SpeechHandle] = []

    def open(self) -> Watched:
        voice = Pyttsx3Synthesiser(partial(serve_badly, str(self.plan.folder)))
        self.system.append(voice)
        return Watched(voice, lambda text: 8.0)

    def begin(self, act: str) -> None:
        """The next reply of two sentences, while something goes wrong."""
        if act == KILLED:
            self.kill_at = time.monotonic() + self.random.random() * 0.03
        else:
            self.plan.write(*[act] * self.random.choice((1, 2, 2)))
        self.now += fallback.QUIET + fallback.AGAIN[0] + 60
        self.handles = [self.speaker.say(SAID, "en") for _ in range(2)]

    def tick(self) -> bool:
        """A frame; whether the reply goes on."""
        if self.kill_at is not None and time.monotonic() > self.kill_at and self.system:
            self.kill_child(self.system[-1]._line._child)
        self.speaker.tick()
        self.now += 0.25
        return self.speaker.busy

    def kill_child(self, process: Any) -> None:
        """From outside, if there is one just now."""
        try:
            if process is not None and process.pid:
                os.kill(process.pid, signal.SIGKILL)
                self.kill_at = None
                self.killed += 1
        except (ValueError, ProcessLookupError):
            pass  # it is gone already

    def injected(self) -> int:
        """How often something went wrong."""
        return len(self.plan.done()) + self.killed

    def trying(self) -> bool:
        """Whether the engine is being tried again."""
        return any(place.trying for place in self.chain._line)


def inject(count: int, folder: Path, seed: int, lanes: int = 6) -> Outcome:
    """`count` injections at least, of every kind alike, in a shuffled order; the plans lie in `folder`."""
    outcome, chance = Outcome(), random.Random(seed)
    kinds = [*ACTS, KILLED, KILLED]
    acts = (kinds * (count // len(kinds) + 1))[:count]
    chance.shuffle(acts)
    before = {child.pid for child in psutil.Process().children(recursive=True)}
    with (
        patch.object(line, "STARTING", 2.5),
        patch.object(synthesiser, "PATIENCE", 0.3),
        patch.object(synthesiser, "PER_CHARACTER", 0.0),
        patch.object(fallback, "AGAIN", (60.0,) * 10_000),
    ):
        people = [Lane(folder / str(number), seed + number, alone=number == 0) for number in range(lanes)]
        try:
            run(people, acts, outcome)
        finally:
            for one in people:
                one.speaker.close()
    for one in people:
        gather(one, outcome)
    after_all(outcome, before)
    return outcome


def run(people: list[Lane], acts: list[str], outcome: Outcome) -> None:
    """Tick all of them until every act has been played; one that was not, as the engine was away, is played again."""
    waiting = acts.copy()
    playing: dict[int, tuple[str, int, float]] = {}
    while waiting or playing:
        for number, one in enumerate(people):
            began = time.perf_counter()
            goes_on = one.tick()
            outcome.longest_tick = max(outcome.longest_tick, time.perf_counter() - began)
            if number in playing:
                act, before, until = playing[number]
                if goes_on and time.monotonic() < until:
                    continue
                del playing[number]
                note(one, outcome)
                if one.injected() == before:
                    waiting.insert(0, act)
            elif waiting and not one.trying():
                playing[number] = (waiting.pop(), one.injected(), time.monotonic() + 30)
                one.begin(playing[number][0])
        time.sleep(TICK)


def note(one: Lane, outcome: Outcome) -> None:
    """What became of a reply."""
    outcome.sentences += len(one.handles)
    outcome.unfinished += sum(handle.state != "done" for handle in one.handles)
    outcome.captions += sum(not np.any(handle.utterance.pcm) for handle in one.handles if handle.utterance)


def gather(one: Lane, outcome: Outcome) -> None:
    """What became of one of her."""
    outcome.injected.update(one.plan.done())
    outcome.injected[KILLED] += one.killed
    outcome.silent += sum(not np.any(said.pcm) for said in one.chain.said)
    outcome.told += [said.fault.message for said in one.chain.said if isinstance(said.fault, SynthesisFault)]
    outcome.outages += sum(place.failures for place in one.chain._line)
    for said in one.chain.said[::9]:
        heard = heard_in(said.pcm, said.rate)
        if heard != SAID:
            outcome.misheard.append(heard)


def after_all(outcome: Outcome, before: set[int]) -> None:
    """Processes and folders that are still there."""
    until = time.monotonic() + 10
    while True:
        alive = [child for child in psutil.Process().children(recursive=True) if child.pid not in before and is_voice(child)]
        if not alive or time.monotonic() > until:
            break
        time.sleep(0.02)
    outcome.orphans = [f"{child.pid} {child.status()}" for child in alive]
    outcome.left = [path.name for path in Path(tempfile.gettempdir()).glob("hearth-*")]


def is_voice(process: psutil.Process) -> bool:
    """Whether it is a child that holds an engine; the tracker of multiprocessing is none."""
    try:
        return "resource_tracker" not in " ".join(process.cmdline())
    except psutil.NoSuchProcess:
        return False

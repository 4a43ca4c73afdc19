"""The system's own voices as a synthesiser. The engine hangs and crashes at times: it lives in a child that may die."""

from __future__ import annotations

import logging
import multiprocessing
import sys
import tempfile
import threading
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.errors import FileFault, SynthesisFault
from voice.espeak.synthesiser import BREATH, JOINT
from voice.espeak.voices import settings_for
from voice.ports import Delivery
from voice.pyttsx3_engine.child import Request, serve
from voice.sound_file import decoded
from voice.spoken_text import SpokenRun, spoken_runs
from voice.take import Take, joined
from voice.utterance import Utterance
from voice.visemes.text_timeline import model_of, stretch, timed

log = logging.getLogger("hearth.voice")

STARTING: Final = 15.0
"""Seconds the child may take to start: the first on a machine reads much from disk."""

PATIENCE: Final = 3.0
"""Seconds a sentence may take at least."""

PER_CHARACTER: Final = 0.02
RATE: Final = 175
"""Words a minute at rest; system voices count alike."""

TRIES: Final = 3
LIKELY: Final = (0.9, 1.1) if sys.platform.startswith("linux") else (0.35, 3.0)
"""How much longer than espeak-ng a system's voice may take for the same words. On Linux it is espeak-ng itself; beyond this
pyttsx3 has lost a part of the sound, as it does with one sentence in some hundreds."""

REMEDY: Final = "Choose her own voice, espeak, in the settings."


class Pyttsx3Synthesiser:
    """`voice.ports.Synthesiser` by pyttsx3. About 15 ms a sentence on Linux; 80 ms more after a cancel."""

    name = "pyttsx3"

    def __init__(self) -> None:
        self._speaking = threading.Lock()
        self._child_lock = threading.Lock()
        self._child: BaseProcess | None = None
        self._line: Connection | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._cancelled = threading.Event()

    def speak(self, text: str, delivery: Delivery) -> Utterance:
        """The sentence; silent and empty where it holds nothing to say. Raises `SynthesisFault`."""
        with self._speaking:
            self._cancelled.clear()
            spoken = spoken_runs(text, delivery.lang)
            pauses = [JOINT] * (len(spoken) - 1) + [BREATH * delivery.pause]
            takes = (self._take(run, delivery, pause) for run, pause in zip(spoken, pauses, strict=False))
            return joined(text, list(takes))

    def cancel(self) -> None:
        """Kill the child if it speaks: `speak` raises `SynthesisFault` of kind ``cancelled``."""
        if self._speaking.locked():
            self._cancelled.set()
            self._kill()

    def close(self) -> None:
        """End the child."""
        self._cancelled.set()
        self._kill()

    def _take(self, run: SpokenRun, delivery: Delivery, pause: float) -> Take:
        """A run with its sound, asked for again where the sound cannot be the whole of it."""
        model = model_of(run, replace(delivery, voice=""))
        for _ in range(TRIES):
            pcm, rate = self._sound(run, delivery)
            if LIKELY[0] < stretch(model, pcm, rate) < LIKELY[1]:
                break
            log.info("the system's voice gave a part of a sentence")
        return timed(model, pcm, rate, pause)

    def _sound(self, run: SpokenRun, delivery: Delivery) -> tuple[npt.NDArray[np.int16], int]:
        line = self._ready_line()
        patience = PATIENCE + PER_CHARACTER * len(run.text)
        try:
            line.send(request_for(run, delivery))
            if not line.poll(patience):
                self._kill()
                raise SynthesisFault(f"The system's voice did not answer within {patience:.0f} s.", REMEDY)
            kind, data = line.recv()
        except (OSError, EOFError) as gone:
            self._kill()
            raise self._gone() from gone
        if kind == "fault":
            self._kill()
            raise SynthesisFault(f"The system's voice failed ({data}).", REMEDY)
        try:
            pcm, rate = decoded(data)
        except FileFault as fault:
            raise SynthesisFault("The system's voice wrote no readable sound.", REMEDY) from fault
        if not np.any(pcm):
            raise SynthesisFault("The system's voice gave no sound.", REMEDY)
        return at_volume(pcm, delivery.volume), rate

    def _gone(self) -> SynthesisFault:
        if self._cancelled.is_set():
            return SynthesisFault("The sentence was stopped.", kind="cancelled")
        return SynthesisFault("The system's voice ended unexpectedly.", REMEDY)

    def _ready_line(self) -> Connection:
        """The line to a child that runs; starts one where there is none."""
        with self._child_lock:
            if self._line is not None and self._child is not None and self._child.is_alive():
                return self._line
        self._kill()
        spawn = multiprocessing.get_context("spawn")
        here, there = spawn.Pipe()
        folder = tempfile.TemporaryDirectory(prefix="hearth-voice-", ignore_cleanup_errors=True)
        child = spawn.Process(target=serve, args=(there, folder.name), name="system-voice", daemon=True)
        child.start()
        there.close()
        with self._child_lock:
            self._child, self._line, self._folder = child, here, folder
        try:
            answer = here.recv() if here.poll(STARTING) else ("fault", "no answer")
        except (OSError, EOFError) as gone:
            self._kill()
            raise self._gone() from gone
        if answer[0] != "ready":
            self._kill()
            raise SynthesisFault(f"The system's voice cannot be started ({answer[1]}).", REMEDY)
        return here

    def _kill(self) -> None:
        with self._child_lock:
            child, self._child = self._child, None
            line, self._line = self._line, None
            folder, self._folder = self._folder, None
        if child is not None:
            child.kill()
            child.join()
            child.close()
        if line is not None:
            line.close()
        if folder is not None:
            folder.cleanup()


def at_volume(pcm: npt.NDArray[np.int16], volume: float) -> npt.NDArray[np.int16]:
    """As loud as asked, never louder than the engine: pyttsx3's own volume misses a sentence now and then."""
    return pcm if volume >= 1.0 else np.asarray(np.round(pcm * max(0.0, volume)), np.int16)


def request_for(run: SpokenRun, delivery: Delivery) -> Request:
    """A run in the terms of the system's engine; on Linux that is espeak-ng, and she keeps her own voice there."""
    own = settings_for(run.lang, delivery)
    linux = sys.platform.startswith("linux")
    chosen = delivery.voice if run.lang == delivery.lang else ""
    return Request(
        text=run.text,
        lang=run.lang,
        voice=chosen or (own.voice if linux else ""),
        rate=own.rate if linux else round(RATE * delivery.rate),
        pitch=own.pitch if linux else None,
    )

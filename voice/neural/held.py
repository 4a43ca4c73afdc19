"""A voice in its child process, as the parent holds it: asked, abandoned, killed."""

from __future__ import annotations

import itertools
import multiprocessing
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.errors import SynthesisFault
from voice.neural.child import Answer, Loaded, Request, serve

STARTING: Final = 60.0
"""Seconds a pack may take to load: the first time on a slow disk."""

STEP: Final = 0.05
"""Seconds between two looks at whether it is still wanted, while a pack loads."""

REMEDY: Final = "Choose another voice in the settings, or download this one again."


class HeldVoice:
    """The pack in `folder`, loading from the start on. `work` is what runs in the child; see `voice.neural.child.serve`."""

    def __init__(self, folder: Path, threads: int, work: Callable[[Connection, str, int], None] = serve) -> None:
        spawn = multiprocessing.get_context("spawn")
        self.folder = folder
        self._line, there = spawn.Pipe()
        self._woken, self._wake = spawn.Pipe(duplex=False)
        self._numbers = itertools.count(1)
        self._sending = threading.Lock()
        self._child = spawn.Process(target=work, args=(there, str(folder), threads), name="neural-voice", daemon=True)
        self._child.start()
        there.close()
        self._until = time.monotonic() + STARTING
        self._loaded: Loaded | None = None

    def ready(self, cancelled: Callable[[], bool]) -> Loaded:
        """Wait until it can speak. Raises `SynthesisFault`; of kind ``cancelled``, while it goes on loading, when stopped."""
        if self._loaded is None:
            self._loaded = self._started(cancelled)
        return self._loaded

    def sound(
        self, words: str | list[list[int]], speaker: int, patience: float, speed: float = 1.0, pause: float = 1.0
    ) -> npt.NDArray[np.int16]:
        """What the voice says, within `patience` seconds. Raises `SynthesisFault`, of kind ``cancelled`` when abandoned."""
        number = next(self._numbers)
        try:
            with self._sending:
                self._line.send(Request(number, words, speaker, speed, pause))
            return self._answer(number, time.monotonic() + patience, patience)
        except (OSError, EOFError) as gone:
            raise SynthesisFault("The neural voice ended unexpectedly.", REMEDY, kind="voice-gone") from gone

    def abandon(self) -> None:
        """Let a running `sound` go at once: its child ends at the next sentence, and what it still sends is left aside."""
        try:
            self._wake.send(True)
            with self._sending:
                self._line.send(None)
        except OSError:
            return

    def forget_wakes(self) -> None:
        """Before a new sentence: what was abandoned is past."""
        while self._woken.poll():
            self._woken.recv()

    @property
    def alive(self) -> bool:
        """Whether the child runs."""
        return self._child.is_alive()

    def close(self) -> None:
        """End the child."""
        self._child.kill()
        self._child.join()
        self._child.close()
        for line in (self._line, self._woken, self._wake):
            line.close()

    def _started(self, cancelled: Callable[[], bool]) -> Loaded:
        name = self.folder.name
        while not self._line.poll(STEP):
            if cancelled():
                raise SynthesisFault("The sentence was stopped.", kind="cancelled")
            if time.monotonic() > self._until:
                raise SynthesisFault(f"The voice {name} did not load within {STARTING:.0f} s.", REMEDY)
        try:
            told = self._line.recv()
        except (OSError, EOFError) as gone:
            raise SynthesisFault(f"The voice {name} cannot be loaded: its files do not fit together.", REMEDY) from gone
        if not isinstance(told, Loaded):
            raise SynthesisFault(f"The voice {name} cannot be loaded ({told}).", REMEDY)
        return told

    def _answer(self, number: int, until: float, patience: float) -> npt.NDArray[np.int16]:
        while True:
            ready = wait([self._line, self._woken], max(0.0, until - time.monotonic()))
            if self._woken in ready:
                raise SynthesisFault("The sentence was stopped.", kind="cancelled")
            if not ready:
                raise SynthesisFault(f"The neural voice did not answer within {patience:.0f} s.", REMEDY, kind="voice-gone")
            answer = self._line.recv()
            if isinstance(answer, Answer) and answer.number == number:
                if answer.fault:
                    raise SynthesisFault(f"The neural voice failed ({answer.fault}).", REMEDY)
                return np.frombuffer(answer.pcm, np.int16)

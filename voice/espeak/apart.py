"""espeak-ng in a process of its own: a text over which the library breaks down ends that one, and not the app.

It does break down, rarely: over a low voice whose tones fall too far, over a lone ん with much melody.
"""

from __future__ import annotations

import functools
import itertools
import logging
import multiprocessing
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Final

from voice.errors import EngineDied, EngineHangs, SynthesisFault
from voice.espeak.child import Answer, Request, serve
from voice.espeak.library import REMEDY, Cancelled, RawSpeech, Settings

log = logging.getLogger("hearth.voice")

STEP: Final = 0.01
"""Seconds between two looks at whether a text is still wanted."""

PATIENCE: Final = 5.0
"""Seconds a text may take at least, the child's start among them, and per character more."""
PER_CHARACTER: Final = 0.002

TAME: Final = 30
"""A range, in the library's own figures, with which no voice was ever seen to break it."""


class ApartLibrary:
    """`voice.espeak.library.EspeakLibrary.synthesise` in a child, which starts by itself and anew after its end. Thread-safe."""

    def __init__(self, work: Callable[[Connection], None] = serve) -> None:
        self._work = work
        self._one = threading.Lock()
        self._numbers = itertools.count(1)
        self._child: BaseProcess | None = None
        self._line: Connection | None = None

    @property
    def pid(self) -> int | None:
        """The child's, while there is one."""
        child = self._child
        return child.pid if child is not None else None

    def start(self) -> None:
        """Begin ahead of the first text; without waiting."""
        with self._one:
            self._ready()

    def synthesise(self, text: str, settings: Settings, cancelled: Callable[[], bool]) -> RawSpeech:
        """As the library does. A text that ended the child is spoken again with little melody; raises `EngineDied` if that ends
        it too, `EngineHangs` where it takes too long, else as the library does."""
        with self._one:
            try:
                return self._asked(text, settings, cancelled)
            except EngineDied:
                log.warning("espeak-ng ended over a sentence; it is spoken again with less melody")
            return self._asked(text, replace(settings, range=min(settings.range, TAME)), cancelled)

    def close(self) -> None:
        """End the child; the next text starts another."""
        with self._one:
            self._end()

    # --- inside, one at a time

    def _asked(self, text: str, settings: Settings, cancelled: Callable[[], bool]) -> RawSpeech:
        number = next(self._numbers)
        try:
            line = self._ready()
            line.send(Request(number, text, settings))
            answer = self._awaited(line, number, PATIENCE + PER_CHARACTER * len(text), cancelled)
        except (OSError, EOFError) as gone:
            self._end()
            raise EngineDied("espeak-ng ended unexpectedly.", REMEDY) from gone
        if answer.fault:
            raise SynthesisFault(answer.fault, REMEDY)
        if answer.speech is None:
            raise Cancelled
        return answer.speech

    def _awaited(self, line: Connection, number: int, patience: float, cancelled: Callable[[], bool]) -> Answer:
        until, told = time.monotonic() + patience, False
        while True:
            if wait([line], STEP):
                answer = line.recv()
                if isinstance(answer, Answer) and answer.number == number:
                    return answer
            elif not told and cancelled():
                told = True
                line.send(None)
            if time.monotonic() > until:
                self._end()
                raise EngineHangs("espeak-ng does not answer.", REMEDY)

    def _ready(self) -> Connection:
        """The line to a child that runs."""
        if self._line is not None and self._child is not None and self._child.is_alive():
            return self._line
        self._end()
        spawn = multiprocessing.get_context("spawn")
        self._line, there = spawn.Pipe()
        self._child = spawn.Process(target=self._work, args=(there,), name="espeak", daemon=True)
        self._child.start()
        there.close()
        return self._line

    def _end(self) -> None:
        child, self._child = self._child, None
        line, self._line = self._line, None
        if child is not None:
            child.kill()
            child.join()
            child.close()
        if line is not None:
            line.close()


@functools.cache
def apart_library() -> ApartLibrary:
    """The one of this process; its child ends with it."""
    return ApartLibrary()

"""The child with the system's voice, from outside: started when needed, asked, and killed when it does not answer."""

from __future__ import annotations

import multiprocessing
import secrets
import shutil
import tempfile
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final

from voice.errors import EngineDied, EngineHangs, SynthesisFault
from voice.pyttsx3_engine.child import serve
from voice.pyttsx3_engine.wire import Answer, Request, Unreadable, next_answer, send_request

STARTING: Final = 12.0
"""Seconds the child may take to start: the first on a machine reads much from disk."""

ENDING: Final = 1.0
"""Seconds for which an end is waited for."""

REMEDY: Final = "Choose her own voice, espeak, in the settings."

Work = Callable[[Connection, str], None]
"""What the child does: answers on the line, with a folder for its files, which it makes itself: a child that never came to
life leaves none behind."""


class Line:
    """To a child that may be gone at any moment. `ask` belongs to one thread at a time, `kill` to any."""

    def __init__(self, work: Work = serve) -> None:
        self._work = work
        self._lock = threading.Lock()
        self._child: BaseProcess | None = None
        self._line: Connection | None = None
        self._folder: Path | None = None
        self._closed = False

    def ask(self, request: Request) -> Answer:
        """The child's answer. Raises `EngineHangs` or `EngineDied`, and then the child is no more."""
        line = self._ready()
        try:
            send_request(line, request)
        except (OSError, ValueError) as gone:
            self.kill()
            raise died() from gone
        answer = self._awaited(line, request.patience)
        if answer.kind == "fault":
            self.kill()
            raise EngineDied(f"The system's voice failed ({reason(answer)}).", REMEDY)
        return answer

    def kill(self) -> None:
        """End the child, whatever it does; an `ask` that waits raises. It is gone when this returns, within milliseconds."""
        with self._lock:
            self._line = None  # not closed here: whoever reads from it comes to its end, and then it closes itself
            gone, self._child = self._child, None
            if gone is not None:
                end(gone)
            folder, self._folder = self._folder, None
            if folder is not None:
                shutil.rmtree(folder, ignore_errors=True)

    def close(self) -> None:
        """End the child for good: none is started any more."""
        self._closed = True
        self.kill()

    def _ready(self) -> Connection:
        """The line to a child that runs; starts one where there is none."""
        with self._lock:
            if self._line is not None and self._child is not None and self._child.is_alive():
                return self._line
        self.kill()
        line = self._started()
        answer = self._awaited(line, STARTING)
        if answer.kind != "ready":
            self.kill()
            raise SynthesisFault(f"The system's voice cannot be started ({reason(answer)}).", REMEDY)
        return line

    def _started(self) -> Connection:
        spawn = multiprocessing.get_context("spawn")
        here, there = spawn.Pipe()
        with self._lock:
            if self._closed:
                raise SynthesisFault("The voice was closed.", kind="cancelled")
            self._line = here
            self._folder = Path(tempfile.gettempdir()) / f"hearth-voice-{secrets.token_hex(8)}"
            self._child = spawn.Process(target=self._work, args=(there, str(self._folder)), name="system-voice", daemon=True)
            self._child.start()
        there.close()
        return here

    def _awaited(self, line: Connection, patience: float) -> Answer:
        """The next answer. A child that has not said all of it in time is killed, which ends the waiting."""
        late = threading.Event()

        def give_up() -> None:
            late.set()
            self.kill()

        timer = threading.Timer(patience, give_up)
        timer.daemon = True
        timer.start()
        try:
            return next_answer(line)
        except (OSError, EOFError, Unreadable) as gone:
            self.kill()
            if late.is_set():
                raise EngineHangs(f"The system's voice did not answer within {patience:.0f} s.", REMEDY) from gone
            raise died() from gone
        finally:
            timer.cancel()


def end(process: BaseProcess) -> None:
    """Kill it and see it gone. Whoever starts another child at the same moment may learn of its end first: then we hear of it a
    moment later, and it may not be closed before."""
    process.kill()
    until = time.monotonic() + ENDING
    while process.exitcode is None and time.monotonic() < until:
        process.join(0.05)
        time.sleep(0.001)
    if process.exitcode is not None:
        process.close()


def died() -> EngineDied:
    """The child is gone."""
    return EngineDied("The system's voice ended unexpectedly.", REMEDY)


def reason(answer: Answer) -> str:
    """Why, in one word."""
    return str(answer.told.get("reason", "no answer"))[:60]

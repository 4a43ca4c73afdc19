"""The child that holds pyttsx3: one utterance a request, nothing printed, gone with its parent."""

from __future__ import annotations

import contextlib
import faulthandler
import multiprocessing
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from voice.child_process import be_quiet
from voice.pyttsx3_engine.driver import listed, spoken, start_engine
from voice.pyttsx3_engine.wire import Answer, Request, next_request, send_answer

STARTING: Final = 12.0
OVERDUE: Final = 5.0
"""Seconds after its time in which a child that still works ends itself: nobody is left to hear it."""


def serve(line: Connection, folder: str, start: Callable[[], Any] = start_engine) -> None:
    """Answer requests until the line closes.

    Sound passes through `folder`, which is made here: the parent removes it, as this process may be killed at any moment, and
    where the parent is gone, `follow_parent` does.
    """
    be_quiet()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends this process as it likes
    tempfile.tempdir = folder
    Path(folder).mkdir(mode=0o700)
    threading.Thread(target=follow_parent, args=(folder,), name="follow-parent", daemon=True).start()
    with contextlib.suppress(EOFError, OSError):  # the parent has gone, or wants no more
        answer_requests(line, Path(folder), start)
    shutil.rmtree(folder, ignore_errors=True)


def answer_requests(line: Connection, folder: Path, start: Callable[[], Any]) -> None:
    """Start the engine and answer for ever. Raises EOFError or OSError when nobody listens any more."""
    with_deadline(STARTING)
    try:
        engine = start()
    except Exception as fault:  # noqa: BLE001 - the top of a process: whatever an engine raises is told to the parent
        send_answer(line, Answer("fault", {"reason": type(fault).__name__}))
        return
    send_answer(line, Answer("ready"))
    while True:
        faulthandler.cancel_dump_traceback_later()
        request = next_request(line)
        with_deadline(request.patience)
        send_answer(line, answered(engine, request, folder))


def answered(engine: Any, request: Request, folder: Path) -> Answer:
    """What the engine makes of a request."""
    try:
        if not request.text:
            return Answer("voices", {"voices": listed(engine)})
        sound, marks = spoken(engine, request, folder)
    except Exception as fault:  # noqa: BLE001 - the top of a process, as above
        return Answer("fault", {"reason": type(fault).__name__})
    return Answer("sound", marks, sound)


def with_deadline(seconds: float) -> None:
    """End this process when it works for longer, even where an engine holds the interpreter and no thread of ours can run."""
    faulthandler.dump_traceback_later(seconds + OVERDUE, exit=True, file=2)


def follow_parent(folder: str) -> None:
    """End this process with its parent, even while an engine hangs, and leave no speech behind."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(0)

"""Children that stand in for a system voice which fails, each in its own way. See `voice.pyttsx3_engine.child.serve`."""

from __future__ import annotations

import os
import time
from multiprocessing.connection import Connection

from voice.pyttsx3_engine.wire import Answer, next_request, send_answer


def hangs(line: Connection, _folder: str) -> None:
    """Takes the sentence and never answers."""
    send_answer(line, Answer("ready"))
    next_request(line)
    time.sleep(600)


def crashes(line: Connection, _folder: str) -> None:
    """Dies on the sentence."""
    send_answer(line, Answer("ready"))
    next_request(line)
    os._exit(11)


def falls_silent(line: Connection, _folder: str) -> None:
    """Answers with something that is no sound."""
    send_answer(line, Answer("ready"))
    next_request(line)
    send_answer(line, Answer("sound", {}, b"RIFF nonsense"))
    next_request(line)


def never_starts(line: Connection, _folder: str) -> None:
    """Has no engine."""
    send_answer(line, Answer("fault", {"reason": "RuntimeError"}))

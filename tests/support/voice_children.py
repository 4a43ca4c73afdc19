"""Children that stand in for a system voice which fails, each in its own way. See `voice.pyttsx3_engine.child.serve`."""

from __future__ import annotations

import os
import time
from multiprocessing.connection import Connection


def hangs(line: Connection, _folder: str) -> None:
    """Takes the sentence and never answers."""
    line.send(("ready", b""))
    line.recv()
    time.sleep(600)


def crashes(line: Connection, _folder: str) -> None:
    """Dies on the sentence."""
    line.send(("ready", b""))
    line.recv()
    os._exit(11)


def falls_silent(line: Connection, _folder: str) -> None:
    """Answers with something that is no sound."""
    line.send(("ready", b""))
    line.recv()
    line.send(("sound", b"RIFF nonsense"))
    line.recv()


def never_starts(line: Connection, _folder: str) -> None:
    """Has no engine."""
    line.send(("fault", "RuntimeError"))

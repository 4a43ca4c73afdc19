"""Children that stand in for a neural voice which fails, each in its own way. See `voice.neural.child.serve`."""

from __future__ import annotations

import os
import time
from multiprocessing.connection import Connection

import numpy as np

from voice.neural.child import Answer, Loaded, Request

LOADED = Loaded(0.1, 50, 16000, 1)


def never_loads(_line: Connection, _folder: str, _threads: int) -> None:
    """Loads for ever."""
    time.sleep(600)


def dies_loading(_line: Connection, _folder: str, _threads: int) -> None:
    """Ends without a word, as the library does on files that do not fit."""
    os._exit(255)


def says_why(line: Connection, _folder: str, _threads: int) -> None:
    """Tells why it cannot load."""
    line.send("RuntimeError: no such model")


def hangs(line: Connection, _folder: str, _threads: int) -> None:
    """Takes the sentence and never answers."""
    line.send(LOADED)
    line.recv()
    time.sleep(600)


def dies_speaking(line: Connection, _folder: str, _threads: int) -> None:
    """Dies on the sentence."""
    line.send(LOADED)
    line.recv()
    os._exit(11)


def is_silent(line: Connection, _folder: str, _threads: int) -> None:
    """Answers with silence."""
    line.send(LOADED)
    while request := line.recv():
        line.send(Answer(request.number, np.zeros(8000, np.int16).tobytes()))


def fails(line: Connection, _folder: str, _threads: int) -> None:
    """Answers with a fault."""
    line.send(LOADED)
    while request := line.recv():
        line.send(Answer(request.number, b"", "RuntimeError"))


def waits(line: Connection, _folder: str, _threads: int) -> None:
    """Answers every second sentence only once it is abandoned, and then with a sound that nobody wants."""
    line.send(LOADED)
    while True:
        request = line.recv()
        if isinstance(request, Request):
            if request.number % 2 == 0:
                line.poll(None)
            tone = 8000 * np.sin(np.arange(8000) * 0.1)
            line.send(Answer(request.number, tone.astype(np.int16).tobytes()))

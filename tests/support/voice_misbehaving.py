"""A system voice that misbehaves by a plan: the real child of pyttsx3 with an engine of ours in it.

The plan is a file of acts, one a line, each taken once and noted in a second file when it is done; without one it speaks well. It
speaks what the parent put beside the plan as ``spoken.wav``, so that starting costs little.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import signal
import struct
import sys
import threading
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from voice.pyttsx3_engine import child, wire

AT_START: Final = (
    "dies at start", "fails at start", "hangs at start", "answers half and dies", "answers half and hangs", "talks nonsense",
)  # fmt: skip
AT_WORK: Final = (
    "dies before", "dies during", "dies after", "is killed for memory", "jumps into nowhere", "hangs", "fails",
    "hangs with the interpreter", "writes nothing", "writes an empty file", "writes garbage", "writes silence",
    "writes a wrong head", "writes half", "writes too much", "prints and speaks",
)  # fmt: skip
ACTS: Final = (*AT_START, *AT_WORK)


class Plan:
    """Shared by the parent and whatever children come and go."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._acts, self._done = folder / "acts", folder / "done"
        self._acts.touch()
        self._done.touch()

    def write(self, *acts: str) -> None:
        """What shall happen next."""
        with self._locked() as file:
            file.truncate(0)
            file.write("\n".join(acts))

    def peek(self) -> str:
        """The next act; empty where there is none."""
        with self._locked() as file:
            return file.read().partition("\n")[0]

    def take(self, *, of: tuple[str, ...] = ACTS) -> str:
        """The next act, noted as done, if it is one `of` these."""
        with self._locked() as file:
            act, _, rest = file.read().partition("\n")
            if act not in of:
                return ""
            file.seek(0)
            file.truncate(0)
            file.write(rest)
            with self._done.open("a", encoding="utf-8") as done:
                done.write(f"{act}\n")
            return act

    def done(self) -> list[str]:
        """What has happened."""
        return self._done.read_text(encoding="utf-8").split("\n")[:-1]

    def _locked(self) -> Any:
        file = self._acts.open("r+", encoding="utf-8")
        fcntl.flock(file, fcntl.LOCK_EX)  # until it is closed
        return file


def serve_badly(folder: str, line: Connection, own: str) -> None:
    """In place of `child.serve`; `folder` holds the plan."""
    plan = Plan(Path(folder))
    child.OVERDUE = 1.0  # type: ignore[misc]
    act = plan.take(of=AT_START)
    if act in ("answers half and dies", "answers half and hangs", "talks nonsense"):
        wire.send_answer(line, wire.Answer("ready"))
        wire.next_request(line)
        if act == "talks nonsense":
            line.send_bytes(b"\x07\x00\x00\x00{\"kind\n")
        else:
            os.write(line.fileno(), struct.pack("!i", 90_000) + b"x" * 400)
        if act == "answers half and dies":
            os._exit(1)
        child.follow_parent(own)
    child.serve(line, own, lambda: BadEngine(plan, act))


class BadEngine:
    """As much of pyttsx3's engine as the child uses."""

    def __init__(self, plan: Plan, act: str) -> None:
        self._plan, self._text, self._file = plan, "", Path()
        if act == "dies at start":
            os._exit(1)
        if act == "fails at start":
            raise RuntimeError("no engine here")
        if act == "hangs at start":
            time.sleep(600)

    def getProperty(self, name: str) -> Any:
        return getattr(self, name, None)

    def setProperty(self, name: str, value: Any) -> None:
        setattr(self, name, value)

    def save_to_file(self, text: str, file: str) -> None:
        self._text, self._file = text, Path(file)

    def runAndWait(self) -> None:
        if self._plan.peek() in AT_START:
            os._exit(1)  # the next child does it
        act, spoken = self._plan.take(of=AT_WORK), self._plan.folder / "spoken.wav"
        misbehave(act, self._file, spoken.read_bytes() if spoken.exists() else b"")


def misbehave(act: str, file: Path, sound: bytes) -> None:
    """One act; without one, the sound."""
    written: dict[str, bytes] = {
        "writes an empty file": b"",
        "writes garbage": os.urandom(30_000),
        "writes silence": sound[:44] + b"\0" * (len(sound) - 44),
        "writes a wrong head": sound[:20] + struct.pack("<HHI", 6, 0, 77) + sound[28:],
        "writes half": sound[: len(sound) // 5],
    }
    if act == "dies before":
        os._exit(1)
    elif act == "dies during":
        file.write_bytes(sound[:9000])
        os._exit(1)
    elif act == "is killed for memory":
        os.kill(os.getpid(), signal.SIGKILL)
    elif act == "jumps into nowhere":
        ctypes.string_at(0)
    elif act == "hangs":
        time.sleep(600)
    elif act == "hangs with the interpreter":
        ctypes.PyDLL(None).sleep(600)
    elif act == "fails":
        raise OSError("the engine failed")
    elif act == "writes too much":
        with file.open("wb") as out:
            out.truncate(wire.LARGEST + 1)
    elif act in written:
        file.write_bytes(written[act])
    elif act != "writes nothing":
        if act == "prints and speaks":
            print("Error: " * 9000)
            os.write(1, b"ALSA lib pcm.c\n" * 500)
            os.write(2, b"ALSA lib pcm.c\n" * 500)
            sys.stderr.write("warning\n")
        file.write_bytes(sound)
        if act == "dies after":
            threading.Timer(0.001, os._exit, (1,)).start()
            time.sleep(0.02)

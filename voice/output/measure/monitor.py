"""A loudspeaker of the sound server's that nobody hears, and an ear on it that knows when it heard what.

Works with PulseAudio and with PipeWire's PulseAudio side, through their own tools `pactl` and `parec`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.errors import OutputFault

SINK: Final = "HearthBench"
RATE: Final = 48000
LATENCY_MS: Final = 12
"""In how small pieces the ear asks for the sound: no smaller than her own voice does, or the server would mix otherwise."""

WAKING: Final = 5.0
"""Seconds that the sound server may take to let us hear the first."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Mono int16 at `RATE`, whose first sample was heard at `began` of `time.monotonic`."""

    pcm: npt.NDArray[np.int16]
    began: float

    def place(self, when: float) -> int:
        """The sample that was heard at a moment."""
        return round((when - self.began) * RATE)

    def moment(self, place: float) -> float:
        """The moment at which a sample was heard."""
        return self.began + place / RATE


def why_not() -> str:
    """What is missing for listening to oneself, in one line; empty where nothing is."""
    missing = [tool for tool in ("pactl", "parec") if shutil.which(tool) is None]
    if missing:
        return f"{missing[0]} is not installed"
    if subprocess.run(["pactl", "info"], capture_output=True, check=False).returncode != 0:
        return "no sound server answers"
    return ""


@contextmanager
def quiet_loudspeaker() -> Iterator[str]:
    """A loudspeaker that nobody hears, for as long as the block runs; its name. Raises `OutputFault`."""
    if why := why_not():
        raise OutputFault(
            f"Her voice cannot be listened to: {why}.",
            "Install pulseaudio-utils, and have PulseAudio or PipeWire's pulse server run.",
            kind="audio-out-monitor",
        )
    module = pactl("load-module", "module-null-sink", f"sink_name={SINK}", f"rate={RATE}",
                   f"sink_properties=device.description={SINK}")  # fmt: skip
    try:
        yield SINK
    finally:
        pactl("unload-module", module)


def pactl(*words: str) -> str:
    """What the server's tool answers. Raises `OutputFault`."""
    done = subprocess.run(["pactl", *words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise OutputFault(f"The sound server refused {words[0]}: {done.stderr.strip()}.", kind="audio-out-monitor")
    return done.stdout.strip()


class Ear:
    """Hears a source of the sound server from the moment it is made until `close`.

    A piece of sound comes late or in time, never early: the earliest of all, measured by what came before it, draws the line
    of what was heard when. It is exact to a few milliseconds.
    """

    def __init__(self, source: str = f"{SINK}.monitor") -> None:
        command = ["parec", "-d", source, f"--rate={RATE}", "--channels=1", "--format=s16le", f"--latency-msec={LATENCY_MS}"]
        self._child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert self._child.stdout is not None
        self._pipe = self._child.stdout.fileno()
        self._lock = threading.Lock()
        self._pieces: list[bytes] = []
        self._bytes = 0
        self._began = float("inf")
        self._thread = threading.Thread(target=self._listen, name="ear", daemon=True)
        self._thread.start()
        until = time.monotonic() + WAKING
        while not self._bytes and time.monotonic() < until:
            time.sleep(0.01)

    def heard(self) -> Heard:
        """Everything so far."""
        with self._lock:
            data, began = b"".join(self._pieces), self._began
        return Heard(np.frombuffer(data[: len(data) // 2 * 2], dtype="<i2"), began)

    def close(self) -> None:
        """Listen no more."""
        self._child.terminate()
        self._child.wait(5)
        self._thread.join(5)
        if self._child.stdout is not None:
            self._child.stdout.close()

    def _listen(self) -> None:
        while data := os.read(self._pipe, 1 << 16):
            now = time.monotonic()
            with self._lock:
                self._pieces.append(data)
                self._bytes += len(data)
                self._began = min(self._began, now - self._bytes / (2 * RATE))

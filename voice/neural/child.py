"""The child that holds a voice: one piece of a sentence a request, nothing printed, gone with its parent."""

from __future__ import annotations

import sys
import threading
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np

from voice.child_process import be_quiet, follow_parent


@dataclass(frozen=True, slots=True)
class Request:
    """Letters, or sentences as code points of their sounds. `speed` and `pause` (of the silences within) are factors around 1;
    the answer carries `number`."""

    number: int
    words: str | list[list[int]]
    speaker: int
    speed: float
    pause: float = 1.0


@dataclass(frozen=True, slots=True)
class Loaded:
    """How a voice came: `seconds` it took, `megabytes` the process then holds (0 where the system does not tell)."""

    seconds: float
    megabytes: int
    rate: int
    speakers: int


@dataclass(frozen=True, slots=True)
class Answer:
    """Mono int16 as bytes; or none, and why."""

    number: int
    pcm: bytes
    fault: str = ""


def serve(line: Connection, folder: str, threads: int) -> None:
    """Load the pack in `folder` and say ``Loaded``, or why not; then answer requests until the line closes.

    Whatever comes over the line while a request is worked on ends that one at its next sentence.
    """
    be_quiet()
    threading.Thread(target=follow_parent, name="follow-parent", daemon=True).start()
    try:
        engine, loaded = load(Path(folder), threads)
    except Exception as fault:  # noqa: BLE001 - the top of a process: whatever the library raises is told to the parent
        line.send(f"{type(fault).__name__}: {fault}"[:200])
        return
    line.send(loaded)
    while True:
        try:
            request = line.recv()
        except (EOFError, OSError):
            return
        if isinstance(request, Request):
            line.send(answered(engine, request, line))


def load(folder: Path, threads: int) -> tuple[Any, Loaded]:
    """The pack in sherpa-onnx."""
    from voice.neural.sherpa import opened
    from voice.voice_packs.layout import laid_out

    begin = time.monotonic()
    engine = opened(laid_out(folder), threads)
    return engine, Loaded(time.monotonic() - begin, megabytes(), int(engine.sample_rate), int(engine.num_speakers))


def answered(engine: Any, request: Request, line: Connection) -> Answer:
    """A request's sound."""
    from voice.neural.sherpa import generated

    try:
        samples = generated(engine, request, line.poll)
    except Exception as fault:  # noqa: BLE001 - as above
        return Answer(request.number, b"", type(fault).__name__)
    if not len(samples) or not np.all(np.isfinite(samples)):
        return Answer(request.number, b"", "no sound")
    return Answer(request.number, np.asarray(np.clip(samples * 32767, -32768, 32767), np.int16).tobytes())


def megabytes() -> int:
    """The most memory this process has held so far."""
    if sys.platform == "win32":
        return 0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (1 << 20 if sys.platform == "darwin" else 1 << 10)

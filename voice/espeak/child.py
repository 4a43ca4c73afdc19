"""The child in which espeak-ng works: a text a request, nothing printed, gone with its parent."""

from __future__ import annotations

import signal
import threading
from dataclasses import dataclass
from multiprocessing.connection import Connection

from voice.child_process import be_quiet, follow_parent
from voice.errors import SynthesisFault
from voice.espeak.library import Cancelled, RawSpeech, Settings, library


@dataclass(frozen=True, slots=True)
class Request:
    """A text to be spoken; the answer carries `number`."""

    number: int
    text: str
    settings: Settings


@dataclass(frozen=True, slots=True)
class Answer:
    """What the library made of it; None where it was stopped or, with a `fault`, where it could not."""

    number: int
    speech: RawSpeech | None
    fault: str = ""


def serve(line: Connection) -> None:
    """Answer until the line closes. Whatever comes over it while a text is worked on stops that one."""
    be_quiet()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    threading.Thread(target=follow_parent, name="follow-parent", daemon=True).start()
    while True:
        try:
            request = line.recv()
            if isinstance(request, Request):
                line.send(answered(request, line))
        except (EOFError, OSError):
            return


def answered(request: Request, line: Connection) -> Answer:
    """A request's speech."""
    try:
        return Answer(request.number, library().synthesise(request.text, request.settings, line.poll))
    except Cancelled:
        return Answer(request.number, None)
    except SynthesisFault as fault:
        return Answer(request.number, None, fault.message)

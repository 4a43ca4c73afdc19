"""A real local HTTP server that listens: ``POST /v1/audio/transcriptions``, its texts by the tests' speech model.

It misbehaves as `tests.support.speech_server` does: one `Script` a request, in order; the last one repeats.
"""

from __future__ import annotations

import email
import email.policy
import json
from typing import Any

import numpy as np

from tests.support.speech_server import Asked, Script, SpeechServer, Spoken, _Handler
from tests.support.voice_model import heard_in
from voice.sound_file import decoded


def parts_of(kind: str, raw: bytes) -> dict[str, Any]:
    """The fields of a form; ``file`` as bytes, ``filename`` and ``filetype`` beside it."""
    message = email.message_from_bytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + raw, policy=email.policy.HTTP)
    found: dict[str, Any] = {}
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        data = part.get_payload(decode=True)
        if name == "file":
            found |= {"file": data, "filename": part.get_filename(), "filetype": part.get_content_type()}
        else:
            found[name] = data.decode()
    return found


def sound_of(spoken: Spoken) -> tuple[np.ndarray, int]:
    """What was sent to be written down."""
    return decoded(spoken.asked.body["file"])


def transcribes(after: float = 0.0) -> Script:
    """A proper answer, some seconds later."""

    def play(spoken: Spoken) -> None:
        text = heard_in(*sound_of(spoken))
        if after:
            spoken.wait(after)
        spoken.answer(200, "application/json", json.dumps({"text": text}).encode())

    return play


def writes(text: object) -> Script:
    """This text, whatever was said."""
    return lambda spoken: spoken.answer(200, "application/json", json.dumps({"text": text}).encode())


class TranscriptionServer(SpeechServer):
    """Answers on 127.0.0.1 while its block runs."""

    def __init__(self, *scripts: Script) -> None:
        super().__init__(*(scripts or (transcribes(),)))
        self._server.RequestHandlerClass = type("Handler", (_Listening,), {"owner": self})


class _Listening(_Handler):
    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        asked = Asked("POST", self.path, dict(self.headers), parts_of(self.headers["Content-Type"], raw))
        self.owner.requests.append(asked)
        self.close_connection = True
        self.owner.next_script()(Spoken(self, self.owner, asked))

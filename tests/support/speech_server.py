"""A real local HTTP server that speaks: ``POST /v1/audio/speech``, its sound by espeak-ng; it misbehaves as it is told.

One `Script` a request, in order; the last one repeats. Everything a client sent is in `requests`.
"""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final

import numpy as np

from voice.espeak.synthesiser import EspeakSynthesiser
from voice.ports import Delivery
from voice.resample import resampled
from voice.scripts import language_of

Script = Callable[["Spoken"], None]
PEOPLE: Final = {"alloy": "linden", "nova": "wren", "echo": "alder", "onyx": "rowan"}


@dataclass(frozen=True)
class Asked:
    """What a client sent."""

    method: str
    path: str
    headers: dict[str, str]
    body: dict[str, Any] = field(default_factory=dict)


class Spoken:
    """One request being answered."""

    def __init__(self, handler: BaseHTTPRequestHandler, server: SpeechServer, asked: Asked) -> None:
        self.handler, self.server, self.asked = handler, server, asked

    def sound(self) -> tuple[np.ndarray, int]:
        """The words, really spoken."""
        body = self.asked.body
        how = Delivery(language_of(body["input"]), PEOPLE.get(body["voice"], "linden"), rate=body.get("speed", 1.0))
        said = EspeakSynthesiser().speak(body["input"], how)
        return said.pcm, said.rate

    def answer(self, status: int, kind: str, data: bytes, *, length: int | None = None, **headers: str) -> None:
        """A whole answer; `length` where the head shall lie about it."""
        self.head(status, kind, {"Content-Length": str(len(data) if length is None else length), **headers})
        self.send(data)

    def head(self, status: int, kind: str, headers: dict[str, str]) -> None:
        """Status and headers."""
        self.handler.send_response(status)
        self.handler.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.handler.send_header(name.replace("_", "-"), value)
        self.handler.end_headers()

    def send(self, data: bytes) -> None:
        """Some of the body."""
        self.handler.wfile.write(data)
        self.handler.wfile.flush()

    def chunk(self, data: bytes) -> None:
        """A piece of a chunked body."""
        self.send(f"{len(data):x}\r\n".encode() + data + b"\r\n")

    def reset(self) -> None:
        """Drop the connection in the middle."""
        self.handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.handler.connection.close()

    def wait(self, seconds: float) -> None:
        """Say nothing for a while; until the server is taken down at most."""
        self.server.closing.wait(seconds)


def wav(
    pcm: np.ndarray, rate: int, *, bits: int = 16, channels: int = 1, floats: bool = False, riff: int | None = None,
    data: int | None = None, extra: bytes = b"",
) -> bytes:
    """A WAV file of any common kind; `riff` and `data` are sizes that its head shall tell instead of the true ones."""
    wide = np.repeat(pcm.astype(np.float64) / 32768, channels)
    if floats:
        body = wide.astype("<f4").tobytes()
    elif bits == 8:
        body = (np.clip(np.rint(wide * 128) + 128, 0, 255)).astype(np.uint8).tobytes()
    else:
        whole = np.rint(np.clip(wide, -1, 0.99999) * 2 ** (bits - 1)).astype("<i4")
        body = whole.view(np.uint8).reshape(-1, 4)[:, : bits // 8].tobytes()
    bits = 32 if floats else bits
    form = struct.pack("<HHIIHH", 3 if floats else 1, channels, rate, rate * channels * bits // 8, channels * bits // 8, bits)
    told = len(body) if data is None else data
    chunks = b"fmt " + struct.pack("<I", len(form)) + form + extra + b"data" + struct.pack("<I", told) + body
    return b"RIFF" + struct.pack("<I", len(chunks) + 4 if riff is None else riff) + b"WAVE" + chunks


def speaks(rate: int | None = None, **form: Any) -> Script:
    """A proper answer, in a file of this form."""

    def play(spoken: Spoken) -> None:
        pcm, own = spoken.sound()
        wanted = rate or own
        spoken.answer(200, "audio/wav", wav(resampled(pcm, own, wanted), wanted, **form))

    return play


def streams(**form: Any) -> Script:
    """A proper answer in chunks, its head written before its length was known."""

    def play(spoken: Spoken) -> None:
        data = wav(*spoken.sound(), **{"riff": 0xFFFFFFFF, "data": 0xFFFFFFFF, **form})
        spoken.head(200, "audio/wav", {"Transfer-Encoding": "chunked"})
        for at in range(0, len(data), 5000):
            spoken.chunk(data[at : at + 5000])
        spoken.send(b"0\r\n\r\n")

    return play


def sends(status: int, kind: str, data: bytes | str, **headers: str) -> Script:
    """Exactly this."""
    raw = data.encode() if isinstance(data, str) else data
    return lambda spoken: spoken.answer(status, kind, raw, **headers)


def refuses(status: int, message: str) -> Script:
    """An error as OpenAI's server words it."""
    return sends(status, "application/json", json.dumps({"error": {"message": message, "type": "odd"}}))


def hangs(seconds: float = 30.0) -> Script:
    """Takes the request and says nothing."""
    return lambda spoken: spoken.wait(seconds)


def drips(gap: float) -> Script:
    """A byte now and then, for ever."""

    def play(spoken: Spoken) -> None:
        spoken.head(200, "audio/wav", {"Transfer-Encoding": "chunked"})
        while not spoken.server.closing.is_set():
            spoken.chunk(b"R")
            spoken.wait(gap)

    return play


def never_ends() -> Script:
    """A proper head, and then sound without end, as fast as it goes."""

    def play(spoken: Spoken) -> None:
        spoken.head(200, "audio/wav", {"Transfer-Encoding": "chunked"})
        spoken.chunk(wav(np.zeros(0, np.int16), 24000, riff=0xFFFFFFFF, data=0xFFFFFFFF))
        while not spoken.server.closing.is_set():
            spoken.chunk(b"\x11\x22" * 30_000)

    return play


def breaks_off(share: float = 0.5, *, reset: bool = False) -> Script:
    """A part of the file, and then the line is closed."""

    def play(spoken: Spoken) -> None:
        data = wav(*spoken.sound())
        spoken.answer(200, "audio/wav", data[: int(len(data) * share)], length=len(data))
        if reset:
            spoken.reset()

    return play


class SpeechServer:
    """Answers on 127.0.0.1 while its block runs. `voices` is the body for ``GET …/audio/voices``; None: it has no such list."""

    def __init__(self, *scripts: Script, voices: object = None) -> None:
        self.scripts = list(scripts) or [speaks()]
        self.voices = voices
        self.requests: list[Asked] = []
        self.closing = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"owner": self}))
        self._server.daemon_threads = True
        self._server.handle_error = lambda *_: None  # type: ignore[method-assign]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> SpeechServer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_port)

    @property
    def url(self) -> str:
        """Its base address."""
        return f"http://127.0.0.1:{self.port}/v1"

    def next_script(self) -> Script:
        """For the request that has come."""
        return self.scripts.pop(0) if len(self.scripts) > 1 else self.scripts[0]

    def until_asked(self, count: int = 1) -> None:
        """Wait until so many requests have come."""
        until = time.monotonic() + 10
        while len(self.requests) < count and time.monotonic() < until:
            time.sleep(0.002)


class _Handler(BaseHTTPRequestHandler):
    owner: SpeechServer
    protocol_version = "HTTP/1.1"
    timeout = 10

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        asked = Asked("POST", self.path, dict(self.headers), json.loads(raw))
        self.owner.requests.append(asked)
        self.close_connection = True
        self.owner.next_script()(Spoken(self, self.owner, asked))

    def do_GET(self) -> None:
        asked = Asked("GET", self.path, dict(self.headers))
        self.owner.requests.append(asked)
        spoken = Spoken(self, self.owner, asked)
        self.close_connection = True
        if callable(self.owner.voices):
            self.owner.voices(spoken)
        elif self.owner.voices is None or not self.path.endswith("/v1/audio/voices"):
            spoken.answer(404, "application/json", b'{"detail":"Not Found"}')
        else:
            spoken.answer(200, "application/json", json.dumps(self.owner.voices).encode())

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

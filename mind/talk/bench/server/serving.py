"""A real HTTP server on this machine that answers chat requests as a stream, with words found by a function."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final

Messages = Sequence[Mapping[str, str]]
MODEL: Final = "scripted"
_PIECES = re.compile(r"\s*[\u3040-\u30ff\u3400-\u9fff]|\s*[^\s\u3040-\u30ff\u3400-\u9fff]+|\s+")


@dataclass(frozen=True, slots=True)
class Answer:
    """What is streamed. `ends`: the stream is closed properly after it; else it breaks off in the middle."""

    text: str
    ends: bool = True


Answering = Callable[[Messages], Answer]


@dataclass(slots=True)
class Served:
    """The address, and every answer given, in order."""

    url: str
    answers: list[Answer] = field(default_factory=list)


@contextmanager
def serving(answering: Answering) -> Iterator[Served]:
    """Serve until left. `answering` is called once a request, one request at a time."""
    server = _Server(("127.0.0.1", 0), _handler(answering, served := Served("")))
    server.daemon_threads = True
    served.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def pieces(text: str) -> list[str]:
    """A text as a model's tokens come: about a word, or a character of Chinese and Japanese."""
    return _PIECES.findall(text)


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A client that stops listening where it has heard enough is no error."""


def _handler(answering: Answering, served: Served) -> type[BaseHTTPRequestHandler]:
    asking = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        """Chat completions as a stream, and a list of the one model."""

        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._json({"object": "list", "data": [{"id": MODEL, "object": "model"}]})

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or b"{}")
            if not self.path.endswith("/chat/completions"):
                self._json({"error": {"message": "no such thing here"}}, 404)
                return
            with asking:
                answer = answering(body["messages"])
                served.answers.append(answer)
            with suppress(ConnectionError):  # the client stops listening where it has heard enough
                self._stream(answer)

        def _stream(self, answer: Answer) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream; charset=utf-8")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for piece in pieces(answer.text):
                self._event(_chunk({"content": piece}))
            if answer.ends:
                self._event(_chunk({}, "stop"))
                self._send("data: [DONE]\n\n")
            self._send("")

        def _event(self, payload: Mapping[str, Any]) -> None:
            self._send(f"data: {json.dumps(payload, ensure_ascii=False)}\n\n")

        def _send(self, text: str) -> None:
            data = text.encode()
            self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
            self.wfile.flush()

        def _json(self, payload: Mapping[str, Any], status: int = 200) -> None:
            data = json.dumps(payload).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is written: requests hold words of a talk."""

    return Handler


def _chunk(delta: Mapping[str, str], finish: str | None = None) -> dict[str, Any]:
    choice = {"index": 0, "delta": dict(delta), "finish_reason": finish}
    return {"id": "scripted", "object": "chat.completion.chunk", "created": 1, "model": MODEL, "choices": [choice]}

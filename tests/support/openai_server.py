"""A real local HTTP server that speaks the OpenAI streaming protocol, and misbehaves as it is told.

One `Script` a request, in order; the last one repeats. Everything a client sent is in `requests`.
"""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Script = Callable[["Exchange"], None]


@dataclass(frozen=True)
class Request:
    """What a client sent."""

    method: str
    path: str
    headers: dict[str, str]
    body: dict[str, Any] = field(default_factory=dict)


class Exchange:
    """One request being answered."""

    def __init__(self, handler: BaseHTTPRequestHandler, server: OpenAIServer) -> None:
        self._handler = handler
        self._server = server

    @property
    def closing(self) -> bool:
        """Whether the server is being taken down."""
        return self._server.closing.is_set()

    def head(self, status: int, content_type: str, headers: dict[str, str] | None = None) -> None:
        """Status and headers of a chunked answer."""
        self._handler.send_response(status)
        self._handler.send_header("Content-Type", content_type)
        self._handler.send_header("Transfer-Encoding", "chunked")
        for name, value in (headers or {}).items():
            self._handler.send_header(name, value)
        self._handler.end_headers()

    def send(self, data: bytes) -> None:
        """One piece of the body."""
        self._handler.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self._handler.wfile.flush()

    def event(self, payload: object) -> None:
        """One server-sent event."""
        text = payload if isinstance(payload, str) else json.dumps(payload, ensure_ascii=False)
        self.send(f"data: {text}\n\n".encode())

    def delta(self, **delta: object) -> None:
        """One chunk with a part of the reply."""
        self.event(chunk(delta))

    def end(self) -> None:
        """The body is whole."""
        self._handler.wfile.write(b"0\r\n\r\n")
        self._handler.wfile.flush()

    def reset(self) -> None:
        """Drop the connection in the middle."""
        linger = struct.pack("ii", 1, 0)
        self._handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self._handler.connection.close()

    def wait(self, seconds: float) -> None:
        """Say nothing for a while; notices when the client goes or the server is taken down."""
        until = time.monotonic() + seconds
        self._handler.connection.settimeout(0.02)
        while time.monotonic() < until and not self.closing:
            try:
                if not self._handler.connection.recv(1, socket.MSG_PEEK):
                    raise ConnectionResetError("the client has gone")
            except TimeoutError:
                continue


def chunk(delta: dict[str, object], finish: str | None = None) -> dict[str, object]:
    """A chunk as servers send it."""
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "tiny", "choices": [choice]}


def says(*pieces: str, finish: str | None = "stop", thoughts: Sequence[str] = (), gap: float = 0.0, done: bool = True) -> Script:
    """A proper reply in these pieces."""

    def play(exchange: Exchange) -> None:
        exchange.head(200, "text/event-stream; charset=utf-8")
        exchange.delta(role="assistant")
        for thought in thoughts:
            exchange.delta(reasoning_content=thought)
        for piece in pieces:
            exchange.delta(content=piece)
            if gap:
                exchange.wait(gap)
        if finish is not None:
            exchange.event(chunk({}, finish))
            exchange.event({**chunk({}), "choices": [], "usage": {"total_tokens": 3}})
        if done:
            exchange.event("[DONE]")
        exchange.end()

    return play


def refuses(status: int, body: object = None, headers: dict[str, str] | None = None) -> Script:
    """An error status with a body."""

    def play(exchange: Exchange) -> None:
        exchange.head(status, "application/json", headers)
        exchange.send(json.dumps(body if body is not None else {"error": {"message": "no"}}).encode())
        exchange.end()

    return play


def page(body: str = "<html><body>Welcome</body></html>", content_type: str = "text/html") -> Script:
    """Something else with status 200."""

    def play(exchange: Exchange) -> None:
        exchange.head(200, content_type)
        exchange.send(body.encode())
        exchange.end()

    return play


def breaks(*pieces: str, junk: str = '{"choices": [{"delta": {"conte') -> Script:
    """Pieces, then an event that is no JSON."""

    def play(exchange: Exchange) -> None:
        exchange.head(200, "text/event-stream")
        for piece in pieces:
            exchange.delta(content=piece)
        exchange.event(junk)
        exchange.end()

    return play


def error_event(*pieces: str) -> Script:
    """Pieces, then an error as an event."""
    return breaks(*pieces, junk='{"error": {"message": "the graphics card is on fire", "code": 500}}')


def cuts(*pieces: str) -> Script:
    """Pieces, then the connection is reset."""

    def play(exchange: Exchange) -> None:
        exchange.head(200, "text/event-stream")
        for piece in pieces:
            exchange.delta(content=piece)
        exchange.wait(0.05)
        exchange.reset()

    return play


def stalls(*pieces: str, seconds: float = 30.0) -> Script:
    """Pieces, then silence with keep-alive comments."""

    def play(exchange: Exchange) -> None:
        exchange.head(200, "text/event-stream")
        for piece in pieces:
            exchange.delta(content=piece)
        until = time.monotonic() + seconds
        while time.monotonic() < until and not exchange.closing:
            exchange.send(b": ping\n\n")
            exchange.wait(0.03)

    return play


def silent(seconds: float = 30.0) -> Script:
    """Takes the request and never answers."""
    return lambda exchange: exchange.wait(seconds)


WHO = ("Otters", "Foxes", "Herons", "Moths", "Badgers", "Swifts", "Hares", "Newts", "Owls", "Geese", "Voles", "Larks", "Trout")
DOES = ("wander", "hum", "nap", "stare", "dig", "sing", "hide", "swim", "leap", "doze", "graze", "listen", "wait", "drift")


def wanders(gap: float = 0.0) -> Script:
    """Never stops, and never says the same."""

    def play(exchange: Exchange) -> None:
        exchange.head(200, "text/event-stream")
        number = 0
        while not exchange.closing:
            who, what = WHO[number % len(WHO)], DOES[number // len(WHO) % len(DOES)]
            exchange.delta(content=f"{who} {what} here. ")
            number += 1
            if gap:
                exchange.wait(gap)

    return play


class OpenAIServer:
    """The server; use `serving` to run one."""

    def __init__(self, *scripts: Script, models: Sequence[str] = ("tiny", "small"), owner: str = "", mark: str = "") -> None:
        self.scripts = list(scripts) or [says("[happy] Hello there.")]
        self.models = tuple(models)
        self.owner = owner
        """What the list of models names as their owner: programs can be told by it."""
        self.mark = mark
        """A path besides that only this program answers."""
        self.requests: list[Request] = []
        self.closing = threading.Event()
        self.client_left = threading.Event()
        self.asked = threading.Event()
        self._lock = threading.Lock()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outer._list(self)

            def do_POST(self) -> None:
                outer._answer(self)

            def log_message(self, *_: object) -> None:
                """Nothing to stderr."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)

    @property
    def host(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self._http.server_address[1]}"

    @property
    def url(self) -> str:
        """The base address."""
        return f"http://{self.host}/v1"

    @property
    def chats(self) -> list[Request]:
        """The chat requests."""
        return [request for request in self.requests if request.method == "POST"]

    def start(self) -> None:
        """Serve in a thread."""
        self._thread.start()

    def stop(self) -> None:
        """Take it down."""
        self.closing.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(5)

    def _list(self, handler: BaseHTTPRequestHandler) -> None:
        self._log(handler, {})
        exchange = Exchange(handler, self)
        if handler.path == "/v1/models":
            exchange.head(200, "application/json")
            beside = {"owned_by": self.owner} if self.owner else {}
            exchange.send(json.dumps({"object": "list", "data": [{"id": name, **beside} for name in self.models]}).encode())
        elif handler.path == self.mark:
            exchange.head(200, "application/json")
            exchange.send(b'{"version": "1", "default_generation_settings": {}, "model_name": "tiny", "data": []}')
        else:
            exchange.head(404, "application/json")
            exchange.send(b'{"detail": "Not Found"}')
        exchange.end()

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        length = int(handler.headers.get("content-length") or 0)
        self._log(handler, json.loads(handler.rfile.read(length) or b"{}"))
        self.asked.set()
        with self._lock:
            script = self.scripts.pop(0) if len(self.scripts) > 1 else self.scripts[0]
        try:
            script(Exchange(handler, self))
        except (BrokenPipeError, ConnectionResetError):
            self.client_left.set()
        handler.close_connection = True

    def _log(self, handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        headers = {name.lower(): value for name, value in handler.headers.items()}
        self.requests.append(Request(handler.command, handler.path, headers, body))


@contextmanager
def serving(
    *scripts: Script, models: Sequence[str] = ("tiny", "small"), owner: str = "", mark: str = ""
) -> Iterator[OpenAIServer]:
    """A running server."""
    server = OpenAIServer(*scripts, models=models, owner=owner, mark=mark)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def closed_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])

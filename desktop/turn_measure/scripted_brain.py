"""A server of the OpenAI kind on this machine that begins to answer after a set time: what a real one's wait would do."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final

WORDS: Final = ("That ", "sounds ", "good ", "to me. ", "Tell me ", "a little ", "more ", "about it.")
MODEL: Final = "scripted"
GAP: Final = 0.03
"""Seconds between two pieces: some thirty words a second, as a small model on a good machine."""


@contextmanager
def scripted_brain(first_token: float) -> Iterator[str]:
    """Its address for as long as the block runs; `first_token` seconds pass before its first word."""
    closing = threading.Event()

    class Answer(BaseHTTPRequestHandler):
        """One request."""

        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self._head("text/event-stream")
            try:
                if closing.wait(first_token):
                    return
                for word in WORDS:
                    self._send(event({"content": word}))
                    closing.wait(GAP)
                self._send(event({}, "stop") + b"data: [DONE]\n\n")
                self._send(b"")
            except ConnectionError:
                self.close_connection = True  # she was cut off

        def do_GET(self) -> None:
            self._head("application/json")
            self._send(json.dumps({"object": "list", "data": [{"id": MODEL, "object": "model"}]}).encode())
            self._send(b"")

        def log_message(self, format: str, *args: Any) -> None:
            """Nobody reads it."""

        def _head(self, kind: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()

        def _send(self, data: bytes) -> None:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
            self.wfile.flush()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), name="scripted-brain", daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    finally:
        closing.set()
        server.shutdown()
        server.server_close()
        thread.join(5)


def event(delta: dict[str, str], finish: str | None = None) -> bytes:
    """One chunk of the stream."""
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    chunk = {"id": "turn", "object": "chat.completion.chunk", "created": 0, "model": MODEL, "choices": [choice]}
    return b"data: " + json.dumps(chunk).encode() + b"\n\n"

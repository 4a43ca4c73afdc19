"""A web server that gives out files, resumes them, cuts them off and refuses them."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class ModelServer:
    """Serves `files` by path on 127.0.0.1 while its block runs."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.resumes = True
        self.cut_after: int | None = None
        """Bytes after which an answer breaks off."""
        self.status = 200
        self.redirects: dict[str, str] = {}
        """Where else a path lies."""
        self.resumes_at: int | None = None
        """Where an answer to a Range begins, whatever was asked."""
        self.ranges: list[str] = []
        self.bytes_sent = 0
        self._received: dict[str, int] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"owner": self}))
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> ModelServer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def url(self, path: str) -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self._server.server_port}{path}"

    def sent_from(self, name: str) -> range:
        """How much of a file went out so far, as a range of that length."""
        return range(self._received.get(f"/{name}.zip", 0))

    def note(self, path: str, start: int, count: int) -> None:
        """Some bytes went out."""
        self.bytes_sent += count
        self._received[path] = start + count


class _Handler(BaseHTTPRequestHandler):
    owner: ModelServer

    def do_GET(self) -> None:
        if self.path in self.owner.redirects:
            self.send_response(302)
            self.send_header("Location", self.owner.redirects[self.path])
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        data = self.owner.files.get(self.path)
        if data is None or self.owner.status != 200:
            self.send_error(404 if data is None else self.owner.status)
            return
        start = self._start()
        if start > len(data):
            self.send_error(416)
            return
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(data) - start))
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        self.end_headers()
        body = data[start:] if self.owner.cut_after is None else data[start : start + max(0, self.owner.cut_after)]
        self.owner.note(self.path, start, len(body))
        try:
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _start(self) -> int:
        wanted = self.headers.get("Range")
        if wanted is None or not self.owner.resumes:
            return 0
        self.owner.ranges.append(wanted)
        return self.owner.resumes_at or int(wanted.removeprefix("bytes=").split("-")[0])

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

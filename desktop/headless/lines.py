"""The user's lines from stdin, without ever blocking the talk."""

from __future__ import annotations

import asyncio
import codecs
import os
import queue
import threading
from typing import Final

from desktop.headless.output import wide

PIECE: Final = 65536
MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
"""A file that begins with a byte order mark says itself how it is written."""


class Lines:
    """Lines of a file descriptor, read by a daemon thread, one each time it is asked.

    Reads the descriptor itself: a thread inside a buffered reader would hold its lock when the program ends.
    """

    def __init__(self, descriptor: int, encoding: str | None = None) -> None:
        self._descriptor = descriptor
        self._encoding = wide(encoding)
        self._decoder: codecs.IncrementalDecoder | None = None
        self._begun = b""
        self._wanted: queue.SimpleQueue[asyncio.Future[str | None]] = queue.SimpleQueue()
        self._text = ""
        self._ended = False
        threading.Thread(target=self._serve, name="hearth-stdin", daemon=True).start()

    async def next(self) -> str | None:
        """The next line without its end; None when there are no more."""
        future: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()
        self._wanted.put(future)
        return await future

    def _serve(self) -> None:
        while True:
            future = self._wanted.get()
            line = self._line()
            try:
                future.get_loop().call_soon_threadsafe(_answer, future, line)
            except RuntimeError:
                # The loop has closed while we waited for the keyboard: nobody wants lines any more.
                return

    def _line(self) -> str | None:
        while "\n" not in self._text and not self._ended:
            try:
                piece = os.read(self._descriptor, PIECE)
            except OSError:
                # A terminal that hangs up reads as an error: the end, like an empty read.
                piece = b""
            self._ended = not piece
            self._text += self._decoded(piece)
        if not self._text:
            return None
        line, _, self._text = self._text.partition("\n")
        return line

    def _decoded(self, piece: bytes) -> str:
        """The text of the next piece; the first two bytes wait for each other, for they may be a mark."""
        if self._decoder is None:
            self._begun += piece
            if len(self._begun) < 2 and self._begun != b"\n" and not self._ended:
                return ""
            encoding = next((name for mark, name in MARKS if self._begun.startswith(mark[:2])), self._encoding)
            self._decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
            piece = self._begun
        return self._decoder.decode(piece, final=self._ended)


def _answer(future: asyncio.Future[str | None], line: str | None) -> None:
    if not future.done():
        future.set_result(line)

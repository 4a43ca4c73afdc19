"""The user's lines from stdin, without ever blocking the talk."""

from __future__ import annotations

import asyncio
import codecs
import os
import queue
import threading
from typing import Final

PIECE: Final = 65536


class Lines:
    """Lines of a file descriptor, read by a daemon thread, one each time it is asked.

    Reads the descriptor itself: a thread inside a buffered reader would hold its lock when the program ends.
    """

    def __init__(self, descriptor: int, encoding: str = "utf-8") -> None:
        self._descriptor = descriptor
        self._decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
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
            self._text += self._decoder.decode(piece, final=self._ended)
        if not self._text:
            return None
        line, _, self._text = self._text.partition("\n")
        return line


def _answer(future: asyncio.Future[str | None], line: str | None) -> None:
    if not future.done():
        future.set_result(line)

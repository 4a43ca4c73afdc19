"""A reply under way: works by itself, tells its events, and can be stopped at any moment."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import aclosing
from typing import Any, Final, TypeVar, cast

from mind.events import Event, Sentence
from mind.ports import Plan

END: Final = object()
T = TypeVar("T")


class RunningReply:
    """Runs `work` as a task of its own, so that what it keeps does not wait for whoever listens.

    Errors of the work come out of `events`. `stop` cuts the brain's stream at once and returns when all is kept.
    """

    def __init__(self) -> None:
        self._events: asyncio.Queue[object] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None
        self._pump: asyncio.Task[Any] | None = None
        self._listened = False
        self.stopped = False
        self.heard: str | None = None
        self.reply_id: int | None = None
        """The reply as it was kept, once it is."""
        self.planned: tuple[Sentence, ...] = ()
        """All that she meant to say, as far as it is known."""
        self.whole = False
        """Whether that is all."""
        self.plan: Plan | None = None
        self.crisis = False

    @property
    def done(self) -> bool:
        """Whether everything is told and kept."""
        return self._task is not None and self._task.done()

    def tell(self, event: Event) -> None:
        """Hand an event to the listener."""
        self._events.put_nowait(event)

    async def events(self, work: Callable[[RunningReply], Awaitable[None]]) -> AsyncGenerator[Event, None]:
        """Start the work and yield what it tells, to its end."""
        self._task = asyncio.create_task(self._carry_out(work), name="reply")
        while (event := await self._events.get()) is not END:
            yield cast("Event", event)
        self._listened = True
        await self._task

    async def _carry_out(self, work: Callable[[RunningReply], Awaitable[None]]) -> None:
        try:
            await work(self)
        finally:
            self._events.put_nowait(END)

    async def pieces(self, stream: AsyncIterator[str]) -> AsyncGenerator[str, None]:
        """The stream's pieces until it ends, fails, or the reply is stopped. The stream is closed in every case."""
        if self.stopped:
            return
        inbox: asyncio.Queue[object] = asyncio.Queue()
        self._pump = asyncio.create_task(_forward(stream, inbox), name="brain")
        # A task cancelled before it began runs none of its own code: the end is told from outside.
        self._pump.add_done_callback(lambda _: inbox.put_nowait(END))
        try:
            while (piece := await inbox.get()) is not END:
                if isinstance(piece, BaseException):
                    raise piece
                yield cast("str", piece)
        finally:
            self._pump.cancel()
            await asyncio.wait([self._pump])

    async def outcome(self, work: Coroutine[Any, Any, T]) -> T | None:
        """What some work that nobody waits for comes to; None where the run is stopped first. Its errors are raised."""
        if self.stopped:
            work.close()
            return None
        self._pump = task = asyncio.create_task(work, name="brain")
        try:
            await asyncio.wait([task])
        finally:
            task.cancel()
        return None if task.cancelled() else task.result()

    async def stop(self, heard: str | None) -> None:
        """End the reply now; what it keeps is `heard`, or all that was shown. Returns when it is kept."""
        if self.stopped is False:
            self.stopped, self.heard = True, heard
        if self._pump is not None:
            self._pump.cancel()
        if self._task is not None:
            await asyncio.wait([self._task])

    async def abandon(self) -> None:
        """Nobody listens any more: stop, keep what was shown, and raise what went wrong in the work."""
        if self._task is None or self._listened:
            return
        await self.stop(None)
        await self._task


async def _forward(stream: AsyncIterator[str], inbox: asyncio.Queue[object]) -> None:
    """Put a stream's pieces, and its error if it fails, into `inbox`."""
    try:
        async with aclosing(cast("AsyncGenerator[str, None]", stream)):
            async for piece in stream:
                inbox.put_nowait(piece)
    except Exception as fault:  # noqa: BLE001 - handed on to the one who reads the pieces
        inbox.put_nowait(fault)

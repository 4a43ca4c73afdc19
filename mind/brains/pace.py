"""How long a reply may take: to the first token, between tokens, in all, and in characters.

The client's own read timeout starts anew with every byte, keep-alive comments included, so none of this can be left to it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TYPE_CHECKING, TypeVar

from mind.brains.faults import Reason, ServerFault
from mind.ports import Deadline

if TYPE_CHECKING:
    from openai import Timeout

T = TypeVar("T")


class Pace:
    """The deadlines of one reply. A token is a piece of words or of thoughts; a comment or an empty chunk is none."""

    def __init__(self, host: str, deadline: Deadline) -> None:
        self._host = host
        self.deadline = deadline
        now = asyncio.get_running_loop().time()
        self._ends = now + deadline.total
        self._first = now + deadline.first_token
        self._idle: float | None = None
        self._characters = 0

    @property
    def over(self) -> bool:
        """Whether no time is left for another try."""
        return asyncio.get_running_loop().time() >= min(self._ends, self._first)

    def transport_timeout(self) -> Timeout:
        """What the transport itself watches: only the connection."""
        from openai import Timeout

        return Timeout(None, connect=self.deadline.connect)

    async def first(self, awaitable: Awaitable[T]) -> T:
        """Wait for the server to begin."""
        return await self._within(awaitable)

    async def next(self, awaitable: Awaitable[T]) -> T:
        """Wait for the next chunk."""
        return await self._within(awaitable)

    def moved(self) -> None:
        """A token came: the silence starts anew."""
        self._idle = asyncio.get_running_loop().time() + self.deadline.idle

    def counted(self, text: str) -> str:
        """The text up to the limit of characters."""
        room = max(0, self.deadline.characters - self._characters)
        self._characters += len(text)
        return text[:room]

    def check_length(self) -> None:
        """Raises once the limit of characters is passed."""
        if self._characters > self.deadline.characters:
            raise ServerFault("endless", self._host, seconds=self.deadline.characters)

    async def _within(self, awaitable: Awaitable[T]) -> T:
        limit, reason, seconds = self._limit()
        try:
            async with asyncio.timeout_at(limit):
                return await awaitable
        except TimeoutError:
            raise ServerFault(reason, self._host, seconds=seconds) from None

    def _limit(self) -> tuple[float, Reason, float]:
        """The deadline that comes first."""
        limits: list[tuple[float, Reason, float]] = [(self._ends, "total", self.deadline.total)]
        if self._idle is None:
            limits.append((self._first, "first-token", self.deadline.first_token))
        else:
            limits.append((self._idle, "idle", self.deadline.idle))
        return min(limits)

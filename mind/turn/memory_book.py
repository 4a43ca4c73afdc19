"""What the user sees and steers of her memory: every page and door calls this, never the store itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from mind.clock import Clock
from mind.domain import Memory, Note, Receipt, Turn
from mind.ports import Store, UnitOfWork


@dataclass(frozen=True, slots=True)
class MemoryCard:
    """A memory with all that explains it: its receipts, what it replaced, and her replies that used it, newest first."""

    memory: Memory
    receipts: tuple[Receipt, ...]
    replaces: tuple[Memory, ...]
    replaced_by: Memory | None
    used_in: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search brought, best first of each kind."""

    memories: tuple[Memory, ...]
    turns: tuple[Turn, ...]
    notes: tuple[Note, ...]


class MemoryBook:
    """Her memory of one person, as that person may look at it. `settle` ends a reply under way before words go."""

    def __init__(self, store: Store, clock: Clock, settle: Callable[[], Awaitable[None]]) -> None:
        self._store = store
        self._clock = clock
        self._settle = settle

    async def timeline(self) -> tuple[Memory, ...]:
        """All that is kept, also what holds no longer, newest first."""
        return await self._store.run(lambda uow: uow.memories.history())

    async def card(self, memory_id: int) -> MemoryCard | None:
        """One memory and what explains it; None where it is gone."""
        return await self._store.run(lambda uow: card(uow, memory_id))

    async def search(self, text: str, limit: int = 20) -> Found:
        """Memories, turns and notes that match the words."""
        return await self._store.run(
            lambda uow: Found(
                uow.memories.search(text, limit), uow.turns.search(text, limit), uow.notes.search(text, limit)
            )
        )

    async def pin(self, memory_id: int, pinned: bool) -> None:
        """Keep it near her mind whatever the time."""
        await self._mark(memory_id, pinned=pinned)

    async def mute(self, memory_id: int, muted: bool) -> None:
        """Let her never mention it."""
        await self._mark(memory_id, muted=muted)

    async def _mark(self, memory_id: int, *, pinned: bool | None = None, muted: bool | None = None) -> None:
        def work(uow: UnitOfWork) -> None:
            uow.memories.mark(memory_id, pinned=pinned, muted=muted)
            uow.commit()

        await self._store.run(work)


def card(uow: UnitOfWork, memory_id: int) -> MemoryCard | None:
    """One memory and what explains it; None where it is gone."""
    memory = uow.memories.get(memory_id)
    if memory is None:
        return None
    history = uow.memories.history()
    replaced_by = next((one for one in history if one.id == memory.superseded_by), None)
    replaces = tuple(one for one in history if one.superseded_by == memory.id)
    return MemoryCard(memory, uow.memories.receipts(memory_id), replaces, replaced_by, uow.turns.using(memory_id))

"""What the user sees and steers of her memory: every page and door calls this, never the store itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence

from mind.clock import Clock
from mind.domain import Memory, Turn
from mind.languages import Lang
from mind.memory.open_loops import Loop
from mind.memory.people import KnownPerson
from mind.memory.places import KnownPlace
from mind.ports import Store, UnitOfWork
from mind.turn import care, memory_steering, memory_views
from mind.turn.diary_book import DiaryBook
from mind.turn.memory_views import Behind, Entry, ForgetCost, Found, MemoryCard
from mind.turn.why import Why, correct_need, last_reply, why

__all__ = ["Behind", "Entry", "ForgetCost", "Found", "MemoryBook", "MemoryCard", "Why"]


class MemoryBook:
    """Her memory of one person, as that person may look at it. `settle` ends a reply under way before words go."""

    def __init__(self, store: Store, clock: Clock, settle: Callable[[], Awaitable[None]], lang: Lang = "en") -> None:
        self._store = store
        self._clock = clock
        self._settle = settle
        self._lang = lang
        self.diary = DiaryBook(store, clock)
        """Her diary, with the user's margins."""

    # --- seeing

    async def timeline(self, limit: int = 200, before: int | None = None) -> tuple[Entry, ...]:
        """The next `limit` memories older than id `before`, also what holds no longer, newest first."""
        return await self._store.run(lambda uow: memory_views.timeline(uow, limit, before))

    async def muted(self, limit: int = 200, before: int | None = None) -> tuple[Entry, ...]:
        """What she shall never mention, newest first."""
        return await self._store.run(lambda uow: memory_views.timeline(uow, limit, before, muted=True))

    async def card(self, memory_id: int) -> MemoryCard | None:
        """One memory and what explains it; None where it is gone."""
        return await self._store.run(lambda uow: memory_views.card(uow, memory_id))

    async def search(self, text: str, limit: int = 20) -> Found:
        """Memories (muted and past ones too), turns and notes that match the words."""
        return await self._store.run(lambda uow: memory_views.search(uow, text, limit))

    async def people(self) -> tuple[KnownPerson, ...]:
        """Everyone the user told of, whom they spoke of last first."""
        return await self._store.run(lambda uow: memory_views.known_people(uow, self._clock.now()))

    async def places(self) -> tuple[KnownPlace, ...]:
        """Every place the user told of, the one spoken of last first."""
        return await self._store.run(lambda uow: memory_views.known_places(uow, self._clock.now()))

    async def open_loops(self) -> tuple[Loop, ...]:
        """Plans to come, nearest first; then past ones that nobody came back to."""
        return await self._store.run(lambda uow: memory_views.loops(uow, self._clock.now()))

    async def behind(self, turn_ids: Sequence[int]) -> Mapping[int, Behind]:
        """What stands behind each of these turns; turns with nothing behind them are left out."""
        return await self._store.run(lambda uow: memory_views.behind(uow, turn_ids))

    async def passage(self, turn_id: int) -> tuple[Turn, ...]:
        """A turn with the talk around it, oldest first; empty where it is gone."""
        return await self._store.run(lambda uow: uow.turns.passage(turn_id))

    async def forget_cost(self, memory_id: int) -> ForgetCost | None:
        """What forgetting takes; None where it is gone."""
        return await self._store.run(lambda uow: memory_views.forget_cost(uow, memory_id))

    async def why(self, turn_id: int | None = None) -> Why | None:
        """Why she said that (None: what she said last); None where the turn is gone or was not hers."""
        return await self._store.run(lambda uow: _why(uow, turn_id))

    # --- steering

    async def correct(self, memory_id: int, text: str) -> Memory:
        """The user's own sentence takes the place of a memory, which stays as history. ValueError, KeyError."""
        return await self._store.run(
            lambda uow: memory_steering.correct(uow, memory_id, text, self._clock.now(), self._lang)
        )

    async def take_back(self, memory_id: int) -> None:
        """Undo a correction, or that something was kept: what it had replaced holds again."""
        await self._store.run(lambda uow: care.take_back(uow, memory_id, self._lang))

    async def pin(self, memory_id: int, pinned: bool) -> None:
        """Keep it near her mind whatever the time. KeyError."""
        await self._store.run(lambda uow: memory_steering.pin(uow, memory_id, pinned))

    async def mute(self, memory_id: int, muted: bool) -> None:
        """Let her never mention it. KeyError."""
        await self._store.run(lambda uow: memory_steering.mute(uow, memory_id, muted, self._lang))

    async def correct_need(self, turn_id: int, need: str) -> None:
        """What the user had needed of a reply, where she took it for something else; empty takes it back.

        KeyError where it is gone or not hers, ValueError for what is none of `mind.turn.why.WANTED`.
        """
        await self._store.run(lambda uow: correct_need(uow, turn_id, need))

    async def forget(self, memory_id: int) -> None:
        """Forget it for good, wherever its words stand. A reply under way ends first."""
        await self._settle()
        await self._store.run(lambda uow: memory_steering.forget(uow, memory_id, self._lang))


def _why(uow: UnitOfWork, turn_id: int | None) -> Why | None:
    wanted = turn_id if turn_id is not None else last_reply(uow)
    return why(uow, wanted) if wanted is not None else None

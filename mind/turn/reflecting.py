"""Her thinking while nobody talks, as the companion holds it: one go at a time, cut off at once by words."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping
from functools import cache
from typing import Any, Final, Protocol, cast, runtime_checkable

from assets import asset
from mind.clock import Clock
from mind.domain import Note
from mind.languages import Lang
from mind.memory.consolidation.material import Contents
from mind.memory.consolidation.reflection import AT_A_TIME, Reflection
from mind.memory.consolidation.worded import PageAsker
from mind.ports import Deadline, Message, Planner, Store, UnitOfWork
from mind.talk.content import Content, load
from mind.turn.person import read_person
from mind.turn.scene import Household
from mind.turn.terms import read_terms, renamed

PATIENCE: Final = Deadline(connect=5.0, first_token=90.0, idle=30.0, total=180.0, characters=20_000)
"""A page may take its time: nobody waits for it."""
MOST_TOKENS: Final = 1600
"""For fourteen sentences with their sources."""


@runtime_checkable
class Writer(Protocol):
    """A brain that answers in JSON of a schema."""

    async def complete(
        self, messages: tuple[Message, ...], schema: Mapping[str, Any], name: str, deadline: Deadline, most_tokens: int
    ) -> str:
        """The answer's text. Raises `mind.errors.BrainFault`."""


class Reflecting:
    """`go` thinks, `halt` stops it and returns when nothing is under way."""

    def __init__(self, store: Store, clock: Clock, planner: Planner, house: Household) -> None:
        def person(uow: UnitOfWork) -> tuple[str | None, Lang, str]:
            known = read_person(uow, house.lang)
            lang = house.asked or known.lang
            return known.name, lang, renamed(house.character, read_terms(uow)).names.get(lang, house.character.id)

        self._reflection = Reflection(store, clock, contents_of(planner), person, house.seed)
        self._task: asyncio.Task[tuple[Note, ...]] | None = None

    async def go(self, brain: object, *, today: bool, most: int = AT_A_TIME) -> tuple[Note, ...]:
        """Think for a while; what was written. Empty where it was stopped, or is under way already."""
        if self._task is not None and not self._task.done():
            return ()
        asker = asker_of(brain) if isinstance(brain, Writer) else None
        self._task = task = asyncio.create_task(self._reflection.think(asker, today=today, most=most), name="reflection")
        try:
            await asyncio.wait([task])
        finally:
            task.cancel()
        return () if task.cancelled() else task.result()

    async def halt(self) -> None:
        """Stop at once; what was kept before stays."""
        task = self._task
        if task is not None and not task.done():
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.wait([task])


def asker_of(brain: Writer) -> PageAsker:
    """A brain as someone who can be asked for a page."""

    async def ask(messages: tuple[Message, ...], schema: Mapping[str, Any], name: str) -> str:
        return await brain.complete(messages, schema, name, PATIENCE, MOST_TOKENS)

    return ask


def contents_of(planner: Planner) -> Contents:
    """The content that reads what was felt and named: the planner's own where it has one, so that it is read once."""
    own = getattr(planner, "content", None)
    return cast("Contents", own) if callable(own) else _content


@cache
def _content(lang: Lang) -> Content:
    return load(asset("talk", lang), lang)

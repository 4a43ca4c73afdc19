"""Her diary as the user may read it: pages with what they rest on, and margins of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mind.bond.words import Cause, causes
from mind.clock import Clock
from mind.domain import Memory, Note, NoteSentence, Turn
from mind.languages import Lang
from mind.memory.consolidation.days import day_of
from mind.ports import Store, UnitOfWork
from mind.turn.words import kept_words

LONGEST_MARGIN = 2000
"""Characters of one margin."""


@dataclass(frozen=True, slots=True)
class DiaryPage:
    """A day: her page (None where there is none), its sources in the order of the page, the user's margins, the bond's causes.

    Sentences that rest on what she shall never mention are left out. `memories` before `turns`: a turn that is the receipt
    of a listed memory is not listed again.
    """

    day: str
    note: Note | None
    memories: tuple[Memory, ...] = ()
    turns: tuple[Turn, ...] = ()
    margins: tuple[Note, ...] = ()
    causes: tuple[Cause, ...] = ()

    @property
    def title(self) -> str:
        """The page's title; empty where it has none."""
        return next((one.text for one in self.note.sentences if one.paragraph == 0), "") if self.note else ""

    @property
    def paragraphs(self) -> tuple[tuple[NoteSentence, ...], ...]:
        """The page's sentences by paragraph."""
        body = [one for one in self.note.sentences if one.paragraph > 0] if self.note else []
        numbers = dict.fromkeys(one.paragraph for one in body)
        return tuple(tuple(one for one in body if one.paragraph == number) for number in numbers)


@dataclass(frozen=True, slots=True)
class DayMark:
    """A day as a list names it: its title (empty where only the user wrote), and what moved the bond most."""

    day: str
    title: str
    cause: Cause | None


class DiaryBook:
    """Her diary of one person."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def today(self) -> str:
        """The day it is now, as the diary counts (ISO date)."""
        return day_of(self._clock.now())

    async def days(self) -> tuple[str, ...]:
        """Days with a page or a margin, newest first."""
        return await self._store.run(days)

    async def page(self, day: str) -> DiaryPage:
        """That day. ValueError for what is no ISO date."""
        return await self._store.run(lambda uow: page(uow, day))

    async def around(self, day: str, most: int = 7) -> tuple[DayMark, ...]:
        """At most `most` days with a page, as near to `day` as they come, newest first."""
        return await self._store.run(lambda uow: around(uow, day, most))

    async def week(self, day: str) -> Note | None:
        """The chapter of the week that the day is in; None where it was not written."""
        from mind.memory.consolidation.days import week_of

        monday, _ = week_of(day)
        return next(iter(await self._store.run(lambda uow: uow.notes.find("chapter", monday))), None)

    async def write_margin(self, day: str, text: str, lang: Lang) -> Note:
        """The user writes beside a page. ValueError without words, or for what is no ISO date."""
        words = kept_words(text)[:LONGEST_MARGIN]
        if not words:
            raise ValueError("there are no words to write")
        _checked(day)

        def work(uow: UnitOfWork) -> Note:
            note = uow.notes.write(Note("margin", day, lang, "user", self._clock.now(), (NoteSentence(words),)))
            uow.commit()
            return note

        return await self._store.run(work)

    async def drop_margin(self, note_id: int) -> None:
        """Take one of the user's margins away, words and all. KeyError for what is none."""

        def work(uow: UnitOfWork) -> None:
            if not any(note.id == note_id for note in uow.notes.find("margin")):
                raise KeyError(note_id)
            uow.notes.remove(note_id)
            uow.commit()

        await self._store.run(work)


def days(uow: UnitOfWork) -> tuple[str, ...]:
    """Days with a page or a margin, newest first."""
    return tuple(sorted({*uow.notes.days("diary"), *uow.notes.days("margin")}, reverse=True))


def around(uow: UnitOfWork, day: str, most: int) -> tuple[DayMark, ...]:
    """At most `most` days, as near to `day` as they come, newest first."""
    known = days(uow)
    at = next((index for index, one in enumerate(known) if one <= day), len(known))
    first = max(0, min(at - most // 2, len(known) - most))
    return tuple(_mark(uow, one) for one in known[first : first + most])


def _mark(uow: UnitOfWork, day: str) -> DayMark:
    note = next(iter(uow.notes.find("diary", day)), None)
    moved = [cause for cause in causes(uow.ledger.of_day(day)) if cause.cause not in ("time", "chat")]
    most = max(moved, key=lambda cause: sum(abs(change.delta) for change in cause.changes), default=None)
    return DayMark(day, DiaryPage(day, note).title, most)


def page(uow: UnitOfWork, day: str) -> DiaryPage:
    """A day with all that explains it. ValueError for what is no ISO date."""
    _checked(day)
    found = next(iter(uow.notes.find("diary", day)), None)
    memories = {one: memory for one in _named(found, "memories") if (memory := uow.memories.get(one)) is not None}
    turns = {one: turn for one in _named(found, "turns") if (turn := uow.turns.get(one)) is not None}
    muted = uow.memories.hushed_turns(set(turns) | {memory.turn_id for memory in memories.values()})
    if found is not None:
        kept = tuple(one for one in found.sentences if not _silent(one, memories, muted))
        found = replace(found, sentences=kept) if kept else None
    shown = {one: memory for one, memory in memories.items() if one in _named(found, "memories")}
    told = {memory.turn_id for memory in shown.values()}
    said = tuple(turn for one, turn in turns.items() if one in _named(found, "turns") and one not in told)
    return DiaryPage(day, found, tuple(shown.values()), said, uow.notes.find("margin", day), causes(uow.ledger.of_day(day)))


def _named(note: Note | None, what: str) -> dict[int, None]:
    """Ids of the sources of a page, in its order. The title's come with the sentences."""
    body = note.sentences if note else ()
    ordered = sorted(body, key=lambda one: (one.paragraph == 0, one.paragraph))
    return dict.fromkeys(source for one in ordered for source in getattr(one, what))


def _silent(one: NoteSentence, memories: dict[int, Memory], muted: frozenset[int]) -> bool:
    return any(memories[source].muted for source in one.memories if source in memories) or bool(muted & set(one.turns))


def _checked(day: str) -> None:
    from datetime import date

    if date.fromisoformat(day).isoformat() != day:
        raise ValueError(day)

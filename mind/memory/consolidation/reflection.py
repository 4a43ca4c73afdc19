"""Thinking a day over when nobody talks: one piece of work at a time, each kept before the next begins.

Left at any moment (the user speaks, the program ends) nothing is half done: a page is written in one transaction, and the
next time goes on where this one stopped.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from mind.bond.words import causes
from mind.clock import Clock
from mind.domain import Note, NoteKind, NoteSentence
from mind.languages import Lang
from mind.memory.consolidation.chapter import chapter
from mind.memory.consolidation.day_note import day_note
from mind.memory.consolidation.days import day_of, next_day
from mind.memory.consolidation.due import days_due, keep_progress, progress, weeks_due
from mind.memory.consolidation.material import Contents, Material, Raw, read_day, understand
from mind.memory.consolidation.page import diary_page
from mind.memory.consolidation.portrait import portrait, us
from mind.memory.consolidation.worded import PageAsker, worded_page
from mind.memory.consolidation.wordings import Wordings
from mind.ports import Store, UnitOfWork
from mind.store.keepsakes import ERASED_AT

AT_A_TIME: Final = 3
"""Days written in one go."""
CAUSES: Final = 300
KNOWN: Final = 600
"""Memories that a portrait looks at, the newest."""


class Reflection:
    """Writes notes over a store. `name` and `lang` are asked for each time: both may change."""

    def __init__(
        self, store: Store, clock: Clock, contents: Contents, person: Callable[[UnitOfWork], tuple[str | None, Lang, str]],
        seed: int,
    ) -> None:
        self._store, self._clock, self._contents, self._person, self._seed = store, clock, contents, person, seed

    async def think(self, asker: PageAsker | None = None, *, today: bool = True, most: int = AT_A_TIME) -> tuple[Note, ...]:
        """At most `most` days, then one ended week, the portraits and the fading, each where it is due; what was written.

        `asker` lets a brain word the diary; without it, and where it fails, the rules' page stands.
        """
        now = self._clock.now()
        days = await self._store.run(lambda uow: days_due(uow, now, most, today=today))
        written: list[Note] = []
        for day in days:
            written += await self._day(day, now, asker)
        if len(days) < most:
            written += await self._week(now)
            written += await self._portraits(now)
            await self._store.run(lambda uow: _fade(uow, now))
        return tuple(written)

    # --- a day

    async def _day(self, day: str, now: datetime, asker: PageAsker | None) -> list[Note]:
        erased = await self._store.run(erased_at)
        material = await self._material(day)
        if material is None:
            return []
        worn = (await self._store.run(progress)).worn
        wordings = self._wordings(material.lang, day, worn)
        page = await asyncio.to_thread(diary_page, material, wordings)
        notes = await asyncio.to_thread(day_note, material, wordings)
        by = None
        if asker is not None and material.said:
            by = await worded_page(material, asker)
        made = [
            Note("day", day, material.lang, "rules", now, notes),
            Note("diary", day, material.lang, "brain" if by else "rules", now, by or page),
        ]
        return await self._store.run(lambda uow: [] if erased_at(uow) != erased else _keep_day(uow, day, now, made, wordings))

    def _read(self, uow: UnitOfWork, day: str) -> Raw | None:
        name, _, her = self._person(uow)
        return read_day(uow, day, name, her)

    async def _material(self, day: str, lang: Lang | None = None) -> Material | None:
        raw = await self._store.run(lambda uow: self._read(uow, day))
        return None if raw is None else await asyncio.to_thread(understand, raw, self._contents, lang)

    def _wordings(self, lang: Lang, day: str, worn: dict[str, int]) -> Wordings:
        return Wordings(lang, date.fromisoformat(day).toordinal(), self._seed, dict(worn))

    # --- weeks and portraits

    async def _week(self, now: datetime) -> list[Note]:
        due = await self._store.run(lambda uow: weeks_due(uow, now))
        if due is None:
            return []
        monday, sunday = due
        erased = await self._store.run(erased_at)
        found = [await self._material(next_day(monday, ahead)) for ahead in range(7)]
        days = [material for material in found if material is not None]
        lang: Lang = days[-1].lang if days else "en"
        same = tuple(day for day in days if day.lang == lang)
        wordings = self._wordings(lang, monday, (await self._store.run(progress)).worn)
        made = await asyncio.to_thread(chapter, same, wordings)
        note = Note("chapter", monday, lang, "rules", now, made, until=sunday)
        return await self._store.run(lambda uow: [] if erased_at(uow) != erased else _keep_week(uow, note, wordings))

    async def _portraits(self, now: datetime) -> list[Note]:
        day = day_of(now)
        return await self._store.run(lambda uow: self._portray(uow, day, now))

    def _portray(self, uow: UnitOfWork, day: str, now: datetime) -> list[Note]:
        """Both portraits, where something new is known; an older one goes when the new one is there."""
        state = progress(uow)
        known = uow.memories.page(KNOWN)
        seen = f"{len(known)}:{known[0].id}:{sum(one.holds for one in known)}" if known else ""
        if state.portrait == seen or not known:
            return []
        lang = self._person(uow)[1]
        wordings = self._wordings(lang, day, state.worn)
        first_day = next(iter(uow.turns.days("0001-01-01", 1)), None)
        turns = uow.turns.of_day(first_day) if first_day else ()
        first = next(((turn.id, turn.at) for turn in turns if turn.speaker == "user"), None)
        told = [cause for cause in causes(uow.ledger.changes(CAUSES)) if cause.turn_id is None or uow.turns.get(cause.turn_id)]
        stage = uow.ledger.summary(now).stage
        written = []
        pieces: tuple[tuple[NoteKind, tuple[NoteSentence, ...]], ...] = (
            ("portrait", portrait(known, lang, now)), ("us", us(stage, first, told, known, wordings)),
        )  # fmt: skip
        for kind, sentences in pieces:
            for older in uow.notes.find(kind):
                uow.notes.remove(older.id)
            if sentences:
                written.append(uow.notes.write(Note(kind, day, lang, "rules", now, sentences)))
        keep_progress(uow, replace(state, portrait=seen))
        uow.commit()
        return written


def erased_at(uow: UnitOfWork) -> Any:
    """When something was last forgotten. What was read before that may hold its words, and is not written."""
    return uow.keepsakes.get(ERASED_AT)


def _keep_day(uow: UnitOfWork, day: str, now: datetime, made: list[Note], wordings: Wordings) -> list[Note]:
    """Keep what was written; an ended day is done with."""
    written = [uow.notes.write(_sound(uow, note)) for note in made if note.sentences]
    state = progress(uow)
    ended = day < day_of(now)
    done = max(state.day, day) if ended else state.day
    keep_progress(uow, replace(state, day=done, worn={**state.worn, **wordings.taken}))
    uow.commit()
    return written


def _keep_week(uow: UnitOfWork, note: Note, wordings: Wordings) -> list[Note]:
    written = [uow.notes.write(_sound(uow, note))] if note.sentences else []
    state = progress(uow)
    keep_progress(uow, replace(state, week=max(state.week, note.day), worn={**state.worn, **wordings.taken}))
    uow.commit()
    return written


def _sound(uow: UnitOfWork, note: Note) -> Note:
    """Without sentences that rest on what is gone: the user may forget while she thinks."""
    kept = [
        one for one in note.sentences
        if (one.turns or one.memories)
        and all(uow.turns.get(turn) is not None for turn in one.turns)
        and all(uow.memories.get(memory) is not None for memory in one.memories)
    ]  # fmt: skip
    return replace(note, sentences=tuple(kept))


def _fade(uow: UnitOfWork, now: datetime) -> None:
    """Once a day, some thousand memories a go."""
    state = progress(uow)
    day, _, after = state.faded.partition(":")
    today = day_of(now)
    if day == today and not after:
        return
    last = uow.memories.fade(now, int(after) if after and day == today else 0)
    keep_progress(uow, replace(state, faded=f"{today}:{last}" if last else today))
    uow.commit()

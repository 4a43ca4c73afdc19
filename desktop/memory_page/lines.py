"""The lines of the memory page, in words: of the timeline, of people, places, open loops, and of what a search found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop.receipt.receipt_body import due_words
from desktop.receipt.telling import who_and_when
from desktop.theme.dates import clock_time, day, heading
from desktop.theme.words import words
from mind.domain import Memory, Note, Turn
from mind.memory.open_loops import Loop
from mind.memory.people import KnownPerson
from mind.memory.places import KnownPlace
from mind.turn.memory_book import Entry, Found

ICONS: Final[dict[str, str]] = {
    "people": "people", "named": "people", "family": "people", "partner": "people", "child": "people",
    "home": "place", "plan": "calendar", "ritual": "star", "joke": "star",
}
"""By the group of a memory's key ("user.people.sister.name")."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line over others."""

    text: str


Source = Memory | KnownPerson | KnownPlace | Turn | Note


@dataclass(frozen=True, slots=True)
class Line:
    """A line that can be opened: `source` is what it stands for, `face` the initial on a chip in place of an icon."""

    title: str
    note: str
    source: Source
    icon: str = "wool"
    face: str = ""
    pinned: bool = False
    past: bool = False

    @property
    def key(self) -> tuple[str, object]:
        """The same for the same thing, whatever is told of it now."""
        source = self.source
        known = source.id if isinstance(source, Memory | Turn | Note) else (source.name, getattr(source, "relation", ""))
        return type(source).__name__, known

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        said = words()("memory.row_name", title=self.title, note=self.note)
        return f"{said}, {words()('memory.pinned')}" if self.pinned else said


Row = Heading | Line


# --- memories


def entry_line(entry: Entry, now: datetime) -> Line:
    """A memory with how it is known."""
    memory = entry.memory
    return Line(
        memory.text, known_how(entry), memory, icon_of(memory), pinned=memory.pinned, past=not memory.holds,
    )  # fmt: skip


def known_how(entry: Entry) -> str:
    """``You said so, 18:44. Used twice``; for what holds no longer, what took its place."""
    memory = entry.memory
    if not memory.holds:
        now = entry.replaced_by
        return words()("memory.past_now", text=now.text) if now is not None else words()("memory.past")
    if entry.replaces:
        said = words()("memory.replaces", text=entry.replaces[0].text)
    elif memory.edited_at is not None:
        said = words()("memory.corrected", time=clock_time(memory.edited_at))
    else:
        said = how_said(memory)
    more = words()("memory.hushed") if memory.muted else used_words(memory.uses)
    return words()("memory.joined", one=said.rstrip("。."), other=more) if more else said


def how_said(memory: Memory, when: str = "") -> str:
    """Whose words it rests on, and when: the hour, where the day stands over it."""
    when = when or clock_time(memory.said_at)
    if memory.source == "card":
        return words()("memory.from_card")
    if memory.source == "character":
        return words()("memory.said_by_her", time=when)
    if memory.due is not None and memory.holds and not memory.edited_at:
        return words()("memory.loop_words")
    return words()("memory.said", time=when)


def used_words(uses: int) -> str:
    """How often her replies used it; empty for never."""
    if uses < 1:
        return ""
    return words()(f"memory.used_{uses}") if uses < 3 else words()("memory.used_n", count=uses)


def icon_of(memory: Memory) -> str:
    """A picture for the sort of thing it is."""
    if memory.due is not None:
        return "calendar"
    path = memory.key.split(".")
    if path[-1] == "place":
        return "place"
    return ICONS.get(path[1] if len(path) > 1 else "", "wool")


def day_of(memory: Memory) -> datetime:
    """When it came to stand as it does."""
    return memory.edited_at or memory.said_at


def timeline(entries: Iterable[Entry], now: datetime, after: str = "") -> list[Row]:
    """Memories grouped by day; `after` is the heading that stands last already."""
    rows: list[Row] = []
    for entry in entries:
        title = heading(day_of(entry.memory), now)
        if title != after:
            rows.append(Heading(title))
            after = title
        rows.append(entry_line(entry, now))
    return rows


# --- people, places, loops


def people_rows(known: Sequence[KnownPerson], now: datetime) -> list[Row]:
    """A line for everyone."""
    return [
        Line(called(one), about(one, words()("memory.your", relation=one.relation) if one.name and one.relation else "", now),
             one, face=called(one)[:1].upper())
        for one in known
    ]  # fmt: skip


def called(person: KnownPerson) -> str:
    """Their name, or what they are to the user."""
    return person.name or words()("memory.your", relation=person.relation)


def places_rows(known: Sequence[KnownPlace], now: datetime) -> list[Row]:
    """A line for every place."""
    return [Line(one.name, about(one, "", now), one, icon="place") for one in known]


def about(one: KnownPerson | KnownPlace, first: str, now: datetime) -> str:
    """Relation, last said, what is open."""
    parts = [first] if first else []
    parts.append(words()("memory.last_said", day=day(one.last_said, now)))
    if one.open:
        many = len(one.open)
        parts.append(words()("memory.open_1") if many == 1 else words()("memory.open_n", count=many))
    return " · ".join(parts)


def loop_rows(loops: Sequence[Loop], now: datetime) -> list[Row]:
    """Plans to come, then those past."""
    rows: list[Row] = []
    for state, told in (("to_come", "memory.on_day"), ("unanswered", "memory.was_on")):
        mine = [loop.memory for loop in loops if loop.state == state]
        if mine:
            rows.append(Heading(words()(f"memory.{state}")))
        for memory in mine:
            assert memory.due is not None
            note = words()(told, day=due_words(memory.due, now))
            rows.append(Line(memory.text, note, memory, "calendar", pinned=memory.pinned))
    return rows


# --- search


def found_rows(found: Found, name: str, now: datetime) -> list[Row]:
    """Results by kind."""
    rows: list[Row] = []
    if found.memories:
        rows.append(Heading(words()("memory.found_memories")))
        rows += [entry_line(entry, now) for entry in found.memories]
    if found.turns:
        rows.append(Heading(words()("memory.found_turns")))
        rows += [Line(flat(turn.text), who_and_when(turn, name, now), turn, "talk") for turn in found.turns]
    if found.notes:
        rows.append(Heading(words()("memory.found_notes")))
        rows += [Line(note_text(note), note_note(note, now), note, "edit") for note in found.notes]
    return rows


def note_text(note: Note) -> str:
    """All sentences of a note on one line."""
    return flat(" ".join(sentence.text for sentence in note.sentences))


def note_note(note: Note, now: datetime) -> str:
    """Which note it is, and of which day."""
    at = datetime.fromisoformat(note.day).astimezone()
    return words()(f"memory.note_{note.kind}", day=heading(at, now))


def flat(text: str) -> str:
    """A text on one line, as long as a line may ever be."""
    return " ".join(text.split())[:400]

"""What she wrote for herself, sentence by sentence with its sources, and the user's margins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, delete, select

from mind.domain import Note, NoteKind, NoteSentence
from mind.store.scope import Scope, new_row
from mind.store.search import best_rows
from mind.store.tables import note as table
from mind.store.tables import sentence, sentence_source
from mind.store.text import clean


class StoredNotes:
    """`mind.ports.Notes` on the database."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def write(self, note: Note) -> Note:
        """Keep a note; of every kind but margins it takes the place of the one of that day and language."""
        if note.kind != "margin":
            for earlier in self.find(note.kind, note.day):
                self._drop(earlier.id)
        row = {
            "kind": note.kind, "day": note.day, "until": note.until, "lang": note.lang, "made_by": note.made_by, "at": note.at,
        }  # fmt: skip
        note_id = self._scope.add(table, row)
        for position, said in enumerate(note.sentences):
            self._add(note_id, position, said)
        return self._read(select(table).where(table.c.id == note_id))[0]

    def find(self, kind: NoteKind, day: str | None = None) -> tuple[Note, ...]:
        """Notes of a kind (of a day), newest day first, margins of a day in the order written."""
        query = select(table).where(self._scope.owns(table), table.c.kind == kind)
        if day is not None:
            query = query.where(table.c.day == day)
        return self._read(query.order_by(table.c.day.desc(), table.c.id))

    def days(self, kind: NoteKind) -> tuple[str, ...]:
        """The days that have a note of a kind with a sentence left in it, newest first."""
        told = select(sentence.c.note_id)
        query = select(table.c.day).where(self._scope.owns(table), table.c.kind == kind, table.c.id.in_(told)).distinct()
        return tuple(self._scope.connection.scalars(query.order_by(table.c.day.desc())))

    def remove(self, note_id: int) -> None:
        """Take one away, its words from the index too. Unknown ids are gone already."""
        mine = self._scope.connection.scalar(select(table.c.id).where(self._scope.owns(table), table.c.id == note_id))
        if mine is None:
            return
        self._drop(note_id)
        self._scope.erased.add("note")

    def search(self, query: str, limit: int = 20) -> tuple[Note, ...]:
        """Notes with a sentence that matches, best first."""
        owned = select(table.c.id).where(self._scope.owns(table))
        ids = best_rows(
            self._scope, "sentence", sentence, (sentence.c.text,), query, limit, sentence.c.note_id.in_(owned), owned=False
        )
        of = {row.id: row.note_id for row in self._scope.connection.execute(select(sentence).where(sentence.c.id.in_(ids)))}
        notes = list(dict.fromkeys(of[row] for row in ids if row in of))
        found = {note.id: note for note in self._read(select(table).where(table.c.id.in_(notes)))}
        return tuple(found[note_id] for note_id in notes)

    def _drop(self, note_id: int) -> None:
        """What is written anew was not forgotten: its words stand in the turns it rests on."""
        for row in self._scope.connection.scalars(select(sentence.c.id).where(sentence.c.note_id == note_id)).all():
            self._scope.dialect.unindex(self._scope.connection, "sentence", row)
        self._scope.connection.execute(delete(table).where(table.c.id == note_id))

    def _add(self, note_id: int, position: int, said: NoteSentence) -> None:
        connection = self._scope.connection
        text = clean(said.text)
        row = {"note_id": note_id, "position": position, "paragraph": said.paragraph, "text": text}
        sentence_id = new_row(connection, sentence, row)
        self._scope.dialect.index(connection, "sentence", sentence_id, text)
        for turn_id in said.turns:
            new_row(connection, sentence_source, {"sentence_id": sentence_id, "turn_id": turn_id})
        for memory_id in said.memories:
            new_row(connection, sentence_source, {"sentence_id": sentence_id, "memory_id": memory_id})

    def _read(self, query: Any) -> tuple[Note, ...]:
        rows = self._scope.connection.execute(query).all()
        sentences = self._sentences([row.id for row in rows])
        return tuple(
            Note(row.kind, row.day, row.lang, row.made_by, row.at, tuple(sentences.get(row.id, ())), row.until, row.id)
            for row in rows
        )

    def _sentences(self, notes: Iterable[int]) -> dict[int, list[NoteSentence]]:
        query = select(sentence).where(sentence.c.note_id.in_(list(notes))).order_by(sentence.c.note_id, sentence.c.position)
        rows = self._scope.connection.execute(query).all()
        sources = self._sources([row.id for row in rows])
        found: dict[int, list[NoteSentence]] = {}
        for row in rows:
            mine = sources.get(row.id, [])
            turns = tuple(source.turn_id for source in mine if source.turn_id is not None)
            memories = tuple(source.memory_id for source in mine if source.memory_id is not None)
            found.setdefault(row.note_id, []).append(NoteSentence(row.text, turns, memories, row.id, row.paragraph))
        return found

    def _sources(self, sentences: list[int]) -> dict[int, list[Row[Any]]]:
        found: dict[int, list[Row[Any]]] = {}
        query = select(sentence_source).where(sentence_source.c.sentence_id.in_(sentences)).order_by(sentence_source.c.id)
        for row in self._scope.connection.execute(query):
            found.setdefault(row.sentence_id, []).append(row)
        return found

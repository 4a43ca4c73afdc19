"""Where words go on from a turn or a memory: notes, requests to servers, vectors. Forgetting follows them there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, Final

from sqlalchemy import delete, or_, select, update

from mind.store.phrases import blanked, holds
from mind.store.scope import Scope
from mind.store.tables import note, request, sentence, sentence_source, turn, turn_vector

AT_A_TIME: Final = 500


def forget_sentences(scope: Scope, memories: Collection[int], turns: Collection[int], phrases: list[str]) -> set[int]:
    """Take out every sentence that rests on these, or holds one of the phrases; a note without sentences goes too.

    What the user wrote in the margin is theirs: it only loses the phrases. Returns the notes that were touched.
    """
    resting = {row.id: row for row in _resting(scope, memories, turns)}
    holding = {row.id: row for row in _holding(scope, phrases)}
    touched = set()
    for row in {**resting, **holding}.values():
        touched.add(row.note_id)
        scope.dialect.unindex(scope.connection, "sentence", row.id)
        left = blanked(row.text, phrases) if row.kind == "margin" else ""
        if left:
            scope.connection.execute(update(sentence).where(sentence.c.id == row.id).values(text=left))
            scope.dialect.index(scope.connection, "sentence", row.id, left)
        else:
            scope.connection.execute(delete(sentence).where(sentence.c.id == row.id))
    for note_id in touched:
        if scope.connection.scalar(select(sentence.c.id).where(sentence.c.note_id == note_id).limit(1)) is None:
            scope.connection.execute(delete(note).where(note.c.id == note_id))
    return touched


def sentences_resting_on(scope: Scope, memory_id: int, turns: Collection[int]) -> list[tuple[int, str]]:
    """The (note, kind) of each sentence that forgetting would take."""
    return [(row.note_id, row.kind) for row in _resting(scope, {memory_id}, turns)]


def forget_requests(scope: Scope, since: int, phrases: list[str], everywhere: list[str]) -> None:
    """Take out requests that repeat one of the words `everywhere`, or any phrase if made after turn `since`."""
    mine = select(request.c.id, request.c.turn_id, request.c.messages).where(scope.owns(request))
    doomed = [row.id for row in scope.connection.execute(mine) if _repeats(row, since, phrases, everywhere)]
    _in_parts(doomed, lambda part: scope.connection.execute(delete(request).where(request.c.id.in_(part))))


def forget_quoting(scope: Scope, turns: Collection[int]) -> None:
    """Take out requests that quoted one of these turns, however it was shortened there."""
    query = select(request.c.id, turn.c.meta).join(turn, turn.c.id == request.c.turn_id).where(scope.owns(request))
    doomed = [row.id for row in scope.connection.execute(query) if set(row.meta.get("turns_quoted") or ()) & set(turns)]
    _in_parts(doomed, lambda part: scope.connection.execute(delete(request).where(request.c.id.in_(part))))


def forget_vectors(scope: Scope, turns: Iterable[int]) -> None:
    """Turns whose words changed are to be encoded anew: of the old words not even the direction stays."""
    doomed = sorted(turns)
    scope.spaces.touched(doomed)
    _in_parts(doomed, lambda part: scope.connection.execute(delete(turn_vector).where(turn_vector.c.turn_id.in_(part))))


def _repeats(row: Any, since: int, phrases: list[str], everywhere: list[str]) -> bool:
    text = "\n".join(str(message.get("content", "")) for message in row.messages)
    return holds(text, phrases if row.turn_id >= since else everywhere)


def _resting(scope: Scope, memories: Collection[int], turns: Collection[int]) -> list[Any]:
    found: list[Any] = []
    ids = sorted(turns)
    for start in range(0, max(1, len(ids)), AT_A_TIME):
        part = ids[start : start + AT_A_TIME]
        query = (
            select(sentence.c.id, sentence.c.note_id, sentence.c.text, note.c.kind)
            .join(note, note.c.id == sentence.c.note_id)
            .join(sentence_source, sentence_source.c.sentence_id == sentence.c.id)
            .where(scope.owns(note))
            .where(or_(sentence_source.c.memory_id.in_(list(memories)), sentence_source.c.turn_id.in_(part)))
        )
        found += scope.connection.execute(query.distinct()).all()
    return found


def _holding(scope: Scope, phrases: list[str]) -> list[Any]:
    near = {row for phrase in phrases for row in scope.dialect.with_phrase(scope.connection, "sentence", phrase)}
    columns = (sentence.c.id, sentence.c.note_id, sentence.c.text, note.c.kind)
    query = select(*columns).join(note, note.c.id == sentence.c.note_id).where(scope.owns(note))
    found: list[Any] = []
    _in_parts(sorted(near), lambda part: found.extend(scope.connection.execute(query.where(sentence.c.id.in_(part)))))
    return [row for row in found if holds(row.text, phrases)]


def _in_parts(ids: list[int], work: Callable[[list[int]], object]) -> None:
    """Some hundred at a time: a statement takes only so many ids."""
    for start in range(0, len(ids), AT_A_TIME):
        work(ids[start : start + AT_A_TIME])

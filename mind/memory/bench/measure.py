"""Feeding a conversation through the app's own store and asking it the questions."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from mind.domain import Speaker
from mind.languages import Lang
from mind.memory.bench.figures import Answered
from mind.memory.bench.locomo import Asked, Sample
from mind.memory.encoders import Encoder
from mind.memory.encoders.own_meaning import HELD, fitted
from mind.memory.recall import recall
from mind.memory.recall.query import Query, bare, question_vector
from mind.store import SqliteStore, open_store
from mind.store.terms import RUN
from mind.store.unit import SqlUnitOfWork

DEPTH = 50
"""How many turns are asked for."""

Names = dict[Speaker, tuple[str, ...]]


def measure(sample: Sample, encoder: Encoder | None) -> list[Answered]:
    """Every question of a sample, asked of a store that holds its turns and nothing else.

    Without an encoder the talk itself teaches which words belong together, as in the app.
    """
    with _store() as store:
        names: Names = {"user": (sample.speakers[0],), "companion": (sample.speakers[1],)}
        ids = store.call(lambda uow: _feed(uow, sample, names, encoder))
        places = {turn_id: place for place, turn_id in enumerate(ids)}
        by = encoder if encoder is not None else store.call(lambda uow: _taught(uow, names))
        return [_answered(store, sample, names, places, by, asked) for asked in sample.questions]


@contextmanager
def _store() -> Iterator[SqliteStore]:
    with tempfile.TemporaryDirectory(prefix="hearth-bench-") as folder:
        store = open_store(Path(folder) / "data")
        try:
            yield store
        finally:
            store.close()


def _feed(uow: SqlUnitOfWork, sample: Sample, names: Names, encoder: Encoder | None) -> list[int]:
    """The sample's turns, kept as the app keeps them; their ids in order."""
    ids = []
    for line in sample.lines:
        speaker: Speaker = "user" if line.first else "companion"
        ids.append(uow.turns.add(speaker, line.text, line.at, _language(line.text), "typed").id)
    if encoder is not None:
        rows = encoder.encode([bare(line.text, names) for line in sample.lines])
        texts = [line.text for line in sample.lines]
        uow.vectors.keep(encoder.key, zip(ids, texts, rows, strict=True))
    uow.commit()
    return ids


def _taught(uow: SqlUnitOfWork, names: Names) -> Encoder | None:
    """The encoder that the talk gives, with its turns in it; None where it is too little."""
    turns = uow.vectors.texts(HELD)
    found = fitted([bare(text, names) for _, text in turns])
    if found is None:
        return None
    uow.vectors.hold(found[0].key, [turn_id for turn_id, _ in turns], found[1])
    return found[0]


def _answered(
    store: SqliteStore, sample: Sample, names: Names, places: dict[int, int], encoder: Encoder | None, asked: Asked
) -> Answered:
    began = time.perf_counter()
    now = sample.lines[-1].at + timedelta(days=1)
    vector = question_vector(encoder, asked.text, names) if encoder is not None else None
    query = Query(asked.text, _language(asked.text), now, names, vector, encoder.key if encoder is not None else "")
    turns = store.call(lambda uow: recall(uow, query, DEPTH)).turns
    found = [places[one.turn.id] for one in turns]
    sessions = [sample.lines[place].session for place in found]
    return Answered(
        asked.category, tuple(found), asked.evidence, _once(sessions),
        _once([sample.lines[place].session for place in asked.evidence]), time.perf_counter() - began,
    )  # fmt: skip


def _once(values: Sequence[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(values))


def _language(text: str) -> Lang:
    """By script: a bench has no one who chose."""
    if any("\u3041" <= sign <= "\u30ff" for sign in text):
        return "ja"
    return "zh" if RUN.search(text) else "en"

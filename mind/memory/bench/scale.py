"""How long recall and keeping a turn take in a large memory."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
from sqlalchemy import func, insert, select

from mind.domain import Speaker, Turn
from mind.memory.bench.figures import quantile
from mind.memory.bench.made import MadeTalk, made_vectors
from mind.memory.bench.turn_cost import TURNS, turn_seconds
from mind.memory.recall import Query, recall
from mind.store import SqliteStore, SqlUnitOfWork, open_store
from mind.store.signs import packed
from mind.store.sqlite.words import TABLES
from mind.store.tables import encoder, turn, turn_vector
from mind.store.terms import index_text

QUESTIONS: Final = 200
WARMING: Final = 10
APPENDS: Final = 100
A_DAY: Final = 100
"""Turns a day."""
FIRST: Final = datetime(2010, 1, 1, 9, tzinfo=timezone.utc)
KEY: Final = "made-up"
AT_ONCE: Final = 5000
NAMES: Final[dict[Speaker, tuple[str, ...]]] = {"user": ("Robin",), "companion": ("Mira",)}


def measure_scale(
    turns: int, *, vectors: bool, told: Callable[[str], None], questions: int = QUESTIONS, spoken: int = TURNS
) -> dict[str, Any]:
    """Latencies of a store with that many made-up turns: of a question, of keeping one more turn, and of a turn of talk."""
    talk = MadeTalk()
    with tempfile.TemporaryDirectory(prefix="hearth-bench-") as folder:
        store = open_store(Path(folder) / "data")
        try:
            told(f"filling a store with {turns} turns")
            store.call(lambda uow: fill(uow, talk, turns))
            if vectors:
                told("and with vectors")
                store.call(lambda uow: fill_vectors(uow, turns))
            told("asking")
            asked, worked = _questions(store, talk, turns, vectors, questions)
            kept = _appends(store, talk)
            told("talking")
            whole = turn_seconds(store, spoken)
        finally:
            store.close()
    return {
        "turns": turns, "vectors": vectors, "query": _latency(asked), "query_processor": _latency(worked),
        "append": _latency(kept), "turn": _latency(whole),
    }  # fmt: skip


def fill(uow: SqlUnitOfWork, talk: MadeTalk, turns: int) -> None:
    """Insert turns in bulk, past the store's own door but into the same tables and index."""
    connection, owner = uow.scope.connection, uow.scope.owner()
    words = f"INSERT INTO {TABLES['turn']} (rowid, words) VALUES (?, ?)"
    rows: list[dict[str, Any]] = []
    for number, text in enumerate(talk.turns(turns), 1):
        at = FIRST + timedelta(days=number // A_DAY, seconds=30 * (number % A_DAY))
        rows.append(
            {**owner, "id": number, "speaker": "companion" if number % 2 else "user", "text": text, "at": at, "lang": "en",
             "channel": "typed", "meta": {}, "sitting": number - number % A_DAY or 1, "mood": {}}
        )  # fmt: skip
        if len(rows) == AT_ONCE or number == turns:
            connection.execute(insert(turn), rows)
            connection.exec_driver_sql(words, [(row["id"], index_text(row["text"])) for row in rows])
            rows = []
    uow.commit()


def fill_vectors(uow: SqlUnitOfWork, turns: int) -> None:
    """A made-up vector for every turn."""
    connection = uow.scope.connection
    connection.execute(insert(encoder).values(key=KEY, dim=384, made_at=FIRST))
    made_by = int(connection.scalar(select(func.max(encoder.c.id))) or 0)
    number = 0
    for rows in made_vectors(turns):
        values = [
            {"turn_id": number + place, "encoder_id": made_by, "bits": bits.tobytes(), "data": row.tobytes()}
            for place, (bits, row) in enumerate(zip(packed(rows), rows.astype("<f2"), strict=True), 1)
        ]
        connection.execute(insert(turn_vector), values)
        number += len(rows)
    uow.commit()


def _questions(
    store: SqliteStore, talk: MadeTalk, turns: int, vectors: bool, number: int
) -> tuple[list[float], list[float]]:
    """Seconds of each question by the clock, and of the processor: other work on the machine is no part of these."""
    places = np.random.default_rng(2).integers(1, turns + 1, number + WARMING).tolist()
    aimed = next(made_vectors(number + WARMING, seed=3))
    now = FIRST + timedelta(days=turns // A_DAY + 1)
    while vectors and store.call(lambda uow: uow.vectors.warm(KEY)):
        pass
    seconds, worked = [], []
    for place, vector in zip(places, aimed, strict=True):
        said = store.call(partial(_turn, place=place))
        words = talk.question(said.text if said else "")
        query = Query(words, "en", now, NAMES, vector if vectors else None, KEY if vectors else "")
        began = time.perf_counter()
        worked.append(store.call(partial(_asked, query=query)))
        seconds.append(time.perf_counter() - began)
    return seconds[WARMING:], worked[WARMING:]


def _appends(store: SqliteStore, talk: MadeTalk) -> list[float]:
    """Keeping a turn: the call, the index and the commit to disk."""
    seconds = []
    for text in talk.turns(APPENDS):
        began = time.perf_counter()
        store.call(partial(_append, text=text))
        seconds.append(time.perf_counter() - began)
    return seconds


def _asked(uow: SqlUnitOfWork, query: Query) -> float:
    began = time.thread_time()
    recall(uow, query)
    return time.thread_time() - began


def _turn(uow: SqlUnitOfWork, place: int) -> Turn | None:
    return uow.turns.get(place)


def _append(uow: SqlUnitOfWork, text: str) -> None:
    uow.turns.add("user", text, datetime.now(timezone.utc), "en", "typed")
    uow.commit()


def _latency(seconds: list[float]) -> dict[str, float]:
    return {"p50_ms": 1000 * quantile(seconds, 0.5), "p95_ms": 1000 * quantile(seconds, 0.95), "count": float(len(seconds))}



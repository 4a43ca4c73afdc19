"""The full-text index: FTS5 over `mind.store.terms`, a table each for turns, memories and sentences of notes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection

from mind.store.dialect import Indexed
from mind.store.terms import MOST_TERMS, RUN, index_text, query_terms

MANY: Final = 100_000
"""Rows from which on a search passes over common terms."""
COMMON: Final = 50
"""A term is common that one row in so many holds."""

TABLES: Final[dict[Indexed, str]] = {"turn": "turn_words", "memory": "memory_words", "sentence": "sentence_words"}


def make(connection: Connection) -> None:
    """Create the index tables that are not there."""
    for table in TABLES.values():
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {table} USING fts5(words, tokenize = 'porter unicode61 remove_diacritics 2')"
        )


def unmake(connection: Connection) -> None:
    """Drop the index tables, also broken ones."""
    for table in TABLES.values():
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")


def add(connection: Connection, kind: Indexed, row: int, text: str) -> None:
    """Index a row."""
    connection.exec_driver_sql(
        f"INSERT INTO {TABLES[kind]} (rowid, words) VALUES (?, ?)", (row, index_text(text))
    )


def add_all(connection: Connection, kind: Indexed, rows: Iterable[tuple[int, str]]) -> int:
    """Index rows one after the other, straight through the driver: years of talk in one go. How many there were."""
    raw = connection.connection.driver_connection
    assert raw is not None
    query = f"INSERT INTO {TABLES[kind]} (rowid, words) VALUES (?, ?)"
    return int(raw.executemany(query, ((row, index_text(text)) for row, text in rows)).rowcount)


def drop(connection: Connection, kind: Indexed, row: int) -> None:
    """Take a row out."""
    connection.exec_driver_sql(f"DELETE FROM {TABLES[kind]} WHERE rowid = ?", (row,))


def match(connection: Connection, kind: Indexed, query: str, limit: int) -> list[tuple[int, float]]:
    """Rows that hold any term of the query, best first by BM25; of equals the newer first.

    A large index passes over common terms: weighing every row that holds "today" takes half a second after years and tells
    next to nothing. Where all terms are common the newest rows come that hold them all, else any.
    """
    table, terms = TABLES[kind], _terms(query)
    if not terms:
        return []
    rows = connection.exec_driver_sql(f"SELECT max(id) FROM {table}_docsize").scalar() or 0
    if rows >= MANY:
        common = rows // COMMON
        rare = [term for term in terms if _held(connection, table, term, common) < common]
        if not rare:
            newest = _newest(connection, table, " AND ".join(terms), limit)
            newest = newest or _newest(connection, table, " OR ".join(terms), limit)
            return [(row, 1 / place) for place, row in enumerate(newest, 1)]
        terms = rare
    found = connection.exec_driver_sql(
        f"SELECT rowid, -bm25({table}) FROM {table} WHERE {table} MATCH ? ORDER BY 2 DESC, 1 DESC LIMIT ?",
        (" OR ".join(terms), limit),
    )
    # BM25 weighs a term that most rows hold at about nothing, and rounds below it.
    return [(int(row), max(float(score), 1e-9)) for row, score in found]


def holding(connection: Connection, kind: Indexed, word: str, most: int) -> list[int]:
    """Rows that hold a word or another form of it, newest first, unranked. One Chinese or Japanese character finds every
    pair that begins with it."""
    start = " *" if len(word) == 1 and not word.isascii() else ""
    return _newest(connection, TABLES[kind], _quoted(word) + start, most)


def with_phrase(connection: Connection, kind: Indexed, phrase: str) -> list[int]:
    """Rows in which the words of a phrase follow each other, in any case and form."""
    wanted, table = _phrase(phrase), TABLES[kind]
    if not wanted:
        return []
    found = connection.exec_driver_sql(f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid", (wanted,))
    return [row for (row,) in found]


def expression(query: str) -> str:
    """The FTS5 expression of a query; empty if it holds no letter or digit. Quoting leaves no operator to the user."""
    return " OR ".join(_terms(query))


def _terms(query: str) -> list[str]:
    whole, starts = query_terms(query)
    return [_quoted(term) for term in whole] + [f"{_quoted(start)} *" for start in starts]


def scrub(connection: Connection) -> None:
    """Merge each index into one segment: until then, deleted words stay readable in the file."""
    for table in TABLES.values():
        connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('optimize')")


def _newest(connection: Connection, table: str, wanted: str, most: int) -> list[int]:
    query = f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid DESC LIMIT ?"
    # Tens of thousands of rows: straight from the driver, three times as fast.
    raw = connection.connection.driver_connection
    assert raw is not None
    return [row for (row,) in raw.execute(query, (wanted, most)).fetchall()]


def _held(connection: Connection, table: str, wanted: str, most: int) -> int:
    """How many rows match, counted up to `most`."""
    query = f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT ?)"
    return int(connection.exec_driver_sql(query, (wanted, most)).scalar() or 0)


def _phrase(phrase: str) -> str:
    """The FTS5 expression of words that follow each other; empty if there is no letter or digit.

    A run of characters that goes on in the text has a pair where the phrase has its last character alone.
    """
    terms = index_text(phrase).split()
    if not any(map(str.isalnum, "".join(terms))):
        return ""
    if len(terms) > MOST_TERMS:
        return _quoted(" ".join(terms[:MOST_TERMS]))
    if not RUN.fullmatch(terms[-1]):
        return _quoted(" ".join(terms))
    alone = len(terms) == 1 or not RUN.fullmatch(terms[-2])
    return f"{_quoted(' '.join(terms))} *" if alone else _quoted(" ".join(terms[:-1]))


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'

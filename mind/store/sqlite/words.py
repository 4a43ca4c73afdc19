"""The full-text index: FTS5 over `mind.store.terms`, a table each for turns, memories and sentences of notes."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

from mind.store.dialect import Indexed
from mind.store.terms import MOST_TERMS, RUN, index_text, query_terms

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


def drop(connection: Connection, kind: Indexed, row: int) -> None:
    """Take a row out."""
    connection.exec_driver_sql(f"DELETE FROM {TABLES[kind]} WHERE rowid = ?", (row,))


def match(connection: Connection, kind: Indexed, query: str, limit: int) -> list[tuple[int, float]]:
    """Rows that hold any term of the query, best first by BM25; of equals the newer first."""
    wanted = expression(query)
    if not wanted:
        return []
    table = TABLES[kind]
    found = connection.exec_driver_sql(
        f"SELECT rowid, -bm25({table}) FROM {table} WHERE {table} MATCH ? ORDER BY 2 DESC, 1 DESC LIMIT ?",
        (wanted, limit),
    )
    # BM25 weighs a term that most rows hold at about nothing, and rounds below it.
    return [(int(row), max(float(score), 1e-9)) for row, score in found]


def holding(connection: Connection, kind: Indexed, word: str, most: int) -> list[int]:
    """Rows that hold a word or another form of it, newest first, unranked. One Chinese or Japanese character finds every
    pair that begins with it."""
    table = TABLES[kind]
    start = " *" if len(word) == 1 and not word.isascii() else ""
    query = f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid DESC LIMIT ?"
    # Tens of thousands of rows: straight from the driver, three times as fast.
    raw = connection.connection.driver_connection
    assert raw is not None
    return [row for (row,) in raw.execute(query, (_quoted(word) + start, most)).fetchall()]


def with_phrase(connection: Connection, kind: Indexed, phrase: str) -> list[int]:
    """Rows in which the words of a phrase follow each other, in any case and form."""
    wanted, table = _phrase(phrase), TABLES[kind]
    if not wanted:
        return []
    found = connection.exec_driver_sql(f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid", (wanted,))
    return [row for (row,) in found]


def expression(query: str) -> str:
    """The FTS5 expression of a query; empty if it holds no letter or digit. Quoting leaves no operator to the user."""
    whole, starts = query_terms(query)
    return " OR ".join([_quoted(term) for term in whole] + [f"{_quoted(start)} *" for start in starts])


def scrub(connection: Connection) -> None:
    """Merge each index into one segment: until then, deleted words stay readable in the file."""
    for table in TABLES.values():
        connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('optimize')")


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

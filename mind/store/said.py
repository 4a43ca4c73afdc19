"""Marks of what she said: hashes of sentences, word sequences and openings, so that months later she still knows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final

from sqlalchemy import delete, insert, select

from mind.store.scope import Scope
from mind.store.tables import said_phrase as table
from mind.variety_ports import PhraseKind

AT_A_TIME: Final = 500


class StoredPhrases:
    """`mind.ports.Phrases` on the database."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, turn_id: int, marks: Mapping[PhraseKind, Collection[int]], at: datetime) -> None:
        """Keep the marks of her reply `turn_id`."""
        beside = {**self._scope.owner(), "turn_id": turn_id, "at": at}
        rows = [{**beside, "kind": kind, "hash": one} for kind, ones in marks.items() for one in dict.fromkeys(ones)]
        if rows:
            self._scope.connection.execute(insert(table), rows)

    def said(self, kind: PhraseKind, hashes: Collection[int], since: datetime) -> frozenset[int]:
        """Those of these marks that she said at `since` or later."""
        asked, found = sorted(set(hashes)), set()
        for start in range(0, len(asked), AT_A_TIME):
            some = table.c.hash.in_(asked[start : start + AT_A_TIME])
            query = select(table.c.hash, table.c.at).where(self._scope.owned(table), some, table.c.kind == kind)
            # Written times with offsets have no order of their own: they are compared as times, and hits are few.
            found |= {row.hash for row in self._scope.connection.execute(query) if row.at >= since}
        return frozenset(found)

    def prune(self, before: datetime) -> int:
        """Let go of marks older than that, from the oldest on up to the first that is younger; how many went."""
        gone, many = 0, 1
        while True:
            oldest = select(table.c.id, table.c.at).where(self._scope.owns(table)).order_by(table.c.id).limit(many)
            rows = self._scope.connection.execute(oldest).all()
            stale = next((at for at, row in enumerate(rows) if row.at >= before), len(rows))
            if stale:
                old = self._scope.owns(table) & (table.c.id <= rows[stale - 1].id)
                gone += self._scope.connection.execute(delete(table).where(old)).rowcount
            if stale < many:
                return gone
            many = AT_A_TIME


def forget_said(scope: Scope, turn_id: int) -> None:
    """A reply lost words: of the old ones not even a hash stays, short ones could be guessed from it."""
    scope.connection.execute(delete(table).where(table.c.turn_id == turn_id))

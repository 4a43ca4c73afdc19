"""One transaction on the store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timezone

from mind.store.clothes import StoredClothes
from mind.store.companions import erase
from mind.store.keepsakes import ERASED_AT, StoredKeepsakes, forget_name
from mind.store.ledger import StoredLedger
from mind.store.loops import StoredLoops
from mind.store.memories import StoredMemories
from mind.store.mentions import StoredMentions
from mind.store.notes import StoredNotes
from mind.store.reminders import StoredReminders
from mind.store.requests import StoredRequests
from mind.store.said import StoredPhrases
from mind.store.scope import Scope
from mind.store.taste import StoredTaste
from mind.store.turns import StoredTurns
from mind.store.vectors import StoredVectors


class SqlUnitOfWork:
    """`mind.ports.UnitOfWork` on the database. Left without `commit`, nothing of it remains."""

    turns: StoredTurns
    memories: StoredMemories
    notes: StoredNotes
    requests: StoredRequests
    vectors: StoredVectors
    ledger: StoredLedger
    loops: StoredLoops
    mentions: StoredMentions
    keepsakes: StoredKeepsakes
    clothes: StoredClothes
    phrases: StoredPhrases
    taste: StoredTaste
    reminders: StoredReminders

    def __init__(self, scope: Scope, after_commit: Callable[[Scope], None]) -> None:
        self.scope = scope
        self._after_commit = after_commit
        self.turns = StoredTurns(scope)
        self.memories = StoredMemories(scope)
        self.notes = StoredNotes(scope)
        self.requests = StoredRequests(scope)
        self.vectors = StoredVectors(scope)
        self.ledger = StoredLedger(scope)
        self.loops = StoredLoops(scope)
        self.mentions = StoredMentions(scope)
        self.keepsakes = StoredKeepsakes(scope)
        self.clothes = StoredClothes(scope)
        self.phrases = StoredPhrases(scope)
        self.taste = StoredTaste(scope)
        self.reminders = StoredReminders(scope)

    def erase(self) -> None:
        """Take away all that is kept of this companion, and the user's name. Commit, then leave: nothing is here any more."""
        erase(self.scope, self.scope.companion)
        self.scope.spaces.days.clear()
        forget_name(self.keepsakes)

    def commit(self) -> None:
        """Durable when this returns; what was forgotten is then in no file of the store."""
        if self.scope.erased:
            self.keepsakes.put(ERASED_AT, datetime.now(timezone.utc).isoformat())
            self.scope.dialect.scrub_index(self.scope.connection)
        self.scope.connection.commit()
        self.scope.spaces.committed()
        self._after_commit(self.scope)
        self.scope.erased.clear()

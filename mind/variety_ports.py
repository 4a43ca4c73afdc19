"""The store's seams for variety: what she said lately, and what the user likes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Literal, Protocol

from mind.taste.sign import KeptSign, TasteSign

PhraseKind = Literal["sentence", "gram", "opener"]


class Phrases(Protocol):
    """Marks of what she said in the last three months: hashes, never words."""

    def add(self, turn_id: int, marks: Mapping[PhraseKind, Collection[int]], at: datetime) -> None:
        """Keep the marks (64-bit hashes, by kind) of her reply `turn_id`. They go when the reply goes or loses words."""

    def said(self, kind: PhraseKind, hashes: Collection[int], since: datetime) -> frozenset[int]:
        """Those of these marks that she said at `since` or later."""

    def prune(self, before: datetime) -> int:
        """Let go of marks older than that; how many went."""


class TasteSigns(Protocol):
    """Signs of what the user likes, each undone alone."""

    def add(self, signs: Iterable[TasteSign]) -> tuple[int, ...]:
        """Keep them, in this order; their ids. ValueError for an axis of more than 120 characters."""

    def signs(self, *, undone: bool = False, axis: str | None = None, limit: int = 2000) -> tuple[KeptSign, ...]:
        """The newest ones, newest first; `undone` ones too, or those of one axis alone."""

    def undo(self, sign_id: int, undone: bool = True) -> None:
        """It counts no longer, or again. KeyError where there is none."""

    def clear(self, axis: str | None = None) -> int:
        """Take away all signs, or those of an axis, for good; how many went."""

    def fade(self, before: datetime) -> int:
        """Let go of what was only noticed before that; how many went."""

"""The seams of the store: what a unit of work offers. One real implementation (`mind.store`), quick enough for tests.

Those of the bond stand in `mind.ledger_ports`, those of variety in `mind.variety_ports`, and are offered here too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Any, Protocol, TypeVar

from mind.domain import (
    AskedOf,
    Channel,
    Correction,
    Ended,
    FactProposal,
    Memory,
    Note,
    NoteKind,
    Reach,
    Receipt,
    Said,
    Speaker,
    Turn,
)
from mind.languages import Lang
from mind.ledger_ports import OPEN as OPEN
from mind.ledger_ports import Ledger as Ledger
from mind.ledger_ports import Loops as Loops
from mind.ledger_ports import Mentions as Mentions
from mind.reminders.port import Reminders as Reminders
from mind.variety_ports import Phrases as Phrases
from mind.variety_ports import TasteSigns as TasteSigns
from mind.vectors import TurnVectors
from mind.wardrobe.ports import Clothes as Clothes

T = TypeVar("T")
Json = Mapping[str, Any]


class Turns(Protocol):
    """Everything said, verbatim."""

    def add(
        self, speaker: Speaker, text: str, at: datetime, lang: Lang, channel: Channel, *,
        ended: Ended | None = None, reply_to: int | None = None, meta: Json | None = None,
        place: str = "", scene: str = "", mood: Json | None = None,
    ) -> Turn:
        """Keep a turn; it joins the sitting that half an hour of silence has not ended.

        `meta` holds brain, model, need, acts, memories and turns used, and cues of a reply.
        """

    def get(self, turn_id: int) -> Turn | None:
        """One turn."""

    def amend(self, turn_id: int, text: str, ended: Ended) -> Turn | None:
        """A reply as it was heard: its words and why it ended, index included. None where it is gone."""

    def meta(self, turn_id: int) -> Json:
        """What was kept beside a turn; empty if nothing."""

    def annotate(self, turn_id: int, notes: Json) -> None:
        """Keep more beside a turn, over what stood there under the same names. Unknown ids are let be."""

    def using(self, memory_id: int, limit: int = 20) -> tuple[Turn, ...]:
        """Her replies that used a memory, newest first."""

    def metas(self, turn_ids: Iterable[int]) -> Mapping[int, Json]:
        """What was kept beside some turns, by id; those without anything are missing."""

    def first(self) -> Turn | None:
        """The very first turn; None before any."""

    def recent(self, limit: int) -> tuple[Turn, ...]:
        """The last `limit` turns, oldest first."""

    def of_day(self, day: str, limit: int = 1000) -> tuple[Turn, ...]:
        """The last turns of a day (ISO date, local time, from four in the morning), oldest first."""

    def days(self, since: str, limit: int = 60) -> tuple[str, ...]:
        """The first days from `since` on (ISO dates) on which the user said something, oldest first."""

    def search(self, query: str, limit: int = 20) -> tuple[Turn, ...]:
        """Turns whose words match, best first. Works in English, Chinese and Japanese."""

    def few(self, most: int) -> tuple[Said, ...] | None:
        """All turns in order, for recall; None if there are more than `most`."""

    def passage(self, turn_id: int, before: int = 12, after: int = 12) -> tuple[Turn, ...]:
        """A turn with those just before and after it, oldest first; empty where it is gone."""

    def newest(self) -> int:
        """The highest id of any turn in the store, whoever's: about how many there are."""

    def holding(self, word: str, most: int) -> list[int]:
        """Ids of turns, whoever's, that hold a word of the index or another form of it, newest first, at most `most`."""

    def mine(self, ids: Iterable[int]) -> set[int]:
        """Those ids that are turns of these two."""

    def around(self, ids: Iterable[int], before: int, after: int, speaker: Speaker | None = None) -> tuple[Said, ...]:
        """These turns and so many before and after each, in order; those of one speaker, or of both."""

    def between(self, first: date, last: date, limit: int) -> list[int]:
        """Ids of turns said on these days, oldest first."""

    def remove(self, turn_id: int) -> None:
        """Forget a turn, its reply, what was kept from it, and every index entry."""


class Memories(Protocol):
    """Facts about the user, each with its receipt."""

    def keep(self, fact: FactProposal, turn: Turn) -> Memory | None:
        """Keep it, superseding a current single key; None where the same is already known."""

    def current(
        self, *, muted: bool = False, limit: int | None = None, before: int | None = None
    ) -> tuple[Memory, ...]:
        """What holds now, newest first: all, or the next `limit` older than id `before`.

        What she shall never mention is left out, unless `muted`.
        """

    def at_hand(self, words: str, keys: Iterable[str], now: datetime) -> tuple[Memory, ...]:
        """Of what holds now and may be mentioned, all that answering these words can need, newest first: some hundreds.

        `keys` are those the words may fill or end; one that ends in ``*`` stands for all it begins.
        """

    def history(self, *, limit: int | None = None, before: int | None = None) -> tuple[Memory, ...]:
        """What was ever kept and not forgotten, newest first: all, or the next `limit` older than id `before`."""

    def page(self, limit: int, before: int | None = None, *, muted: bool = False) -> tuple[Memory, ...]:
        """The next `limit` memories older than id `before`, newest first, for the user's own eyes: all, or only muted ones."""

    def telling(self, keys: Iterable[str], slots: Iterable[str] = ()) -> tuple[Memory, ...]:
        """Current memories, muted ones too, whose key begins (from ``*`` on: ends) like one of these, or that have such a
        slot; the newest two thousand of them."""

    def dated(self, since: datetime) -> tuple[Memory, ...]:
        """Current memories, muted ones too, that are due at `since` or later; the first five hundred of them."""

    def replaced(self, ids: Iterable[int]) -> Mapping[int, tuple[Memory, ...]]:
        """What each of these memories replaced, newest first."""

    def hushed_turns(self, among: Collection[int] | None = None) -> frozenset[int]:
        """Ids (of those `among`) of the turns that told what she shall never mention, of the replies to them and of replies
        that used it."""

    def correct(self, memory_id: int, correction: Correction, at: datetime) -> Memory:
        """The user's own wording takes the place of a memory, which stays as history. KeyError for an unknown id."""

    def take_back(self, memory_id: int) -> None:
        """Undo the keeping or correcting of a memory: it goes, and what it had replaced holds again. The talk stays."""

    def receipts(self, memory_id: int) -> tuple[Receipt, ...]:
        """Every turn that said it, the first one first."""

    def mark(self, memory_id: int, *, pinned: bool | None = None, muted: bool | None = None) -> None:
        """Pin it, or let her never mention it."""

    def get(self, memory_id: int) -> Memory | None:
        """One memory."""

    def some(self, memory_ids: Collection[int]) -> dict[int, Memory]:
        """Those of these that are there, current or not, by id."""

    def search(self, query: str, limit: int = 20, *, everything: bool = False) -> tuple[Memory, ...]:
        """Current memories that match the words, best first; `everything`: also muted ones and what holds no longer."""

    def from_turns(self, turn_ids: list[int]) -> tuple[Memory, ...]:
        """Current memories whose first receipt is one of these turns, newest first."""

    def forget(self, memory_id: int) -> None:
        """Remove it from rows, index and log, for good."""

    def reach(self, memory_id: int) -> Reach:
        """What forgetting it would take words from; nothing for an unknown id."""

    def expire(self, memory_id: int) -> None:
        """The user's words say it holds no longer: kept as history, never used as current."""

    def due_from(self, day: str, limit: int = 40) -> tuple[Memory, ...]:
        """What holds now and has its date on that day (ISO) or later, nearest first."""

    def named(self, limit: int = 400) -> tuple[Memory, ...]:
        """Facts of people and animals of the user's life that hold now, newest first."""

    def fade(self, now: datetime, after: int = 0, limit: int = 2000) -> int:
        """Let the next `limit` memories after an id move away from her mind, unused as they are; 0 when all have."""


class Notes(Protocol):
    """What she wrote for herself, and the user's margins."""

    def write(self, note: Note) -> Note:
        """Keep a note; of every kind but margins it takes the place of the one of that day."""

    def find(self, kind: NoteKind, day: str | None = None) -> tuple[Note, ...]:
        """Notes of a kind (of a day), newest day first, margins of a day in the order written."""

    def days(self, kind: NoteKind) -> tuple[str, ...]:
        """The days that have a note of a kind with a sentence left in it, newest first."""

    def remove(self, note_id: int) -> None:
        """Take one away."""

    def search(self, query: str, limit: int = 20) -> tuple[Note, ...]:
        """Notes with a sentence that matches, best first."""


class Requests(Protocol):
    """What servers were asked: the newest few hundred."""

    def keep(self, asked: AskedOf) -> None:
        """Keep it beside its reply."""

    def of(self, turn_id: int) -> AskedOf | None:
        """What was asked for that reply, if it is still kept."""


class Keepsakes(Protocol):
    """Small JSON values of this companion and person: profile, outfit, planner state."""

    def get(self, key: str) -> Any:
        """The value, or None."""

    def put(self, key: str, value: Any) -> None:
        """Set it."""


class UnitOfWork(Protocol):
    """One transaction. Committed by `commit`, rolled back when left without."""

    @property
    def turns(self) -> Turns:
        """Everything said."""

    @property
    def memories(self) -> Memories:
        """Facts about the user."""

    @property
    def notes(self) -> Notes:
        """What she wrote for herself."""

    @property
    def requests(self) -> Requests:
        """What servers were asked."""

    @property
    def vectors(self) -> TurnVectors:
        """Turns in the space of an encoder."""

    @property
    def ledger(self) -> Ledger:
        """The bond's log."""

    @property
    def loops(self) -> Loops:
        """What the two expect of each other."""

    @property
    def mentions(self) -> Mentions:
        """What she brought up of herself."""

    @property
    def keepsakes(self) -> Keepsakes:
        """Small values."""

    @property
    def clothes(self) -> Clothes:
        """What is hers to wear, and what she wears."""

    @property
    def phrases(self) -> Phrases:
        """Marks of what she said."""

    @property
    def taste(self) -> TasteSigns:
        """Signs of what the user likes."""

    @property
    def reminders(self) -> Reminders:
        """What is kept until a time."""

    def erase(self) -> None:
        """Take away all that is kept of this companion, and the user's name; no byte of it is left after the commit."""

    def commit(self) -> None:
        """Durable when this returns."""


class Store(Protocol):
    """The one place that owns the database, on one thread of its own."""

    def begin(self) -> AbstractContextManager[UnitOfWork]:
        """A unit of work; call only on the store's own thread, through `run`."""

    async def run(self, work: Callable[[UnitOfWork], T]) -> T:
        """Run `work` in a unit of work on the store's thread; it commits itself."""

    def close(self) -> None:
        """Checkpoint and let go of the folder."""

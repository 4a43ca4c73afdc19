"""The seams of the bond in the store: its ledger, what the two expect, and what she brought up of herself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final, Protocol

from mind.domain import (
    Begun,
    BondChange,
    BondEvent,
    BondKind,
    BondSummary,
    DayCause,
    DaySum,
    HeldEvent,
    LoopSide,
    LoopStatus,
    OpenHurt,
    OpenLoop,
    Turn,
)

OPEN: Final[tuple[LoopStatus, ...]] = ("open",)


class Ledger(Protocol):
    """The bond's append-only log; replaying it gives the state."""

    def apply(self, events: Sequence[BondEvent], at: datetime, turn_id: int | None) -> tuple[BondChange, ...]:
        """Run the rules over the events and keep what they changed, with cause."""

    def summary(self, at: datetime) -> BondSummary:
        """Where the bond stands at that time."""

    def changes(self, limit: int = 50, before: int | None = None) -> tuple[BondChange, ...]:
        """The newest ledger lines (of events older than id `before`), newest first."""

    def milestones(self) -> tuple[BondChange, ...]:
        """The lines of stages reached and left, of the first promise kept and the first hurt mended, and what the user or
        the house did, in the order they happened; those of events taken back are left out."""

    def of_day(self, day: str) -> tuple[BondChange, ...]:
        """The ledger lines of a day (ISO date, local time, from four in the morning), newest first."""

    def of_turn(self, turn_id: int) -> tuple[BondChange, ...]:
        """What one turn of the user's moved, in the order it happened."""

    def day_sums(self) -> tuple[DaySum, ...]:
        """What every day's lines moved, the slight ones with them, oldest first."""

    def day_causes(self) -> tuple[DayCause, ...]:
        """All that moved the bond but talk and time alone, oldest first; events taken back are left out."""

    def read_days(self) -> bool:
        """Read the next events of the days into memory; whether there are more. So a long ledger holds up nobody."""

    def refuse(self, event: BondEvent, rule: str, at: datetime, turn_id: int | None) -> None:
        """Keep that something was proposed and by which rule it was refused before the bond's own rules saw it; nothing moves."""

    def annul(self, kind: BondKind, event_id: int, at: datetime, turn_id: int | None, quote: str = "") -> tuple[BondChange, ...]:
        """Keep an "undo" or a "misunderstanding": the state becomes as if that event had never counted, the difference is
        written as the lines of the new event. KeyError if there is no such event, ValueError if it cannot be annulled (again).
        """

    def confirm(self, event_id: int, at: datetime, turn_id: int | None, quote: str = "") -> tuple[BondChange, ...]:
        """A held event now stands, from `at` on. KeyError if there is none, ValueError if it is not held (any more)."""

    def held(self, limit: int = 20) -> tuple[HeldEvent, ...]:
        """Events that wait for a second sign and were neither confirmed nor taken back, newest first."""

    def events(self, limit: int = 50, before: int | None = None) -> tuple[HeldEvent, ...]:
        """All that was proposed with the rule it met, refusals too, newest first, older than id `before`."""

    def hurts(self) -> tuple[OpenHurt, ...]:
        """What stands between them, oldest first: what the next apology and amends would mend."""

    def ever(self, cause: str) -> bool:
        """Whether a line of this cause was ever written, taken back or not."""

    def annulled(self) -> frozenset[int]:
        """Ids of events that no longer count."""

    def state_hash(self) -> str:
        """A mark of the state, equal for equal states."""


class Loops(Protocol):
    """What the two expect of each other."""

    def open(
        self, side: LoopSide, text: str, quote: str, turn: Turn, *, due: datetime | None = None, memory_id: int | None = None
    ) -> OpenLoop | None:
        """Keep one; None where the memory, or the same words of the same side, already have one that is not closed."""

    def get(self, loop_id: int) -> OpenLoop | None:
        """One of them; None where it is gone."""

    def find(
        self, side: LoopSide | None = None, status: Collection[LoopStatus] = OPEN, limit: int = 200
    ) -> tuple[OpenLoop, ...]:
        """Those of a side and status: by their day, those without one last, then newest first."""

    def of_memory(self, memory_id: int) -> OpenLoop | None:
        """The one of a memory, whatever its status."""

    def asked(self, loop_id: int, turn_id: int | None, at: datetime) -> None:
        """She came back to it in her turn `turn_id`; only an open one becomes "asked"."""

    def unasked(self, loop_id: int) -> None:
        """Her asking is gone, or was not heard: an asked one is open again."""

    def close(self, loop_id: int, status: LoopStatus, at: datetime, turn_id: int | None = None) -> None:
        """How it ended. KeyError where there is none."""

    def reopen(self, loop_id: int) -> None:
        """It is open again, as if it had not ended. KeyError where there is none."""


class Mentions(Protocol):
    """What she brought up of herself, and when: so that nothing comes twice, and beginnings can be counted."""

    def note(self, key: str, at: datetime, turn_id: int | None, *, began: bool = False) -> None:
        """She brought up `key` ("birthday:7:2026"); `began` where she started the talk with it."""

    def last(self, key: str) -> datetime | None:
        """When she last did."""

    def under(self, prefix: str, limit: int = 200) -> tuple[tuple[str, datetime], ...]:
        """Keys that begin so, with their times, newest first."""

    def began_since(self, at: datetime) -> int:
        """How many talks she began at or after that time."""

    def begun(self, limit: int = 24) -> tuple[Begun, ...]:
        """The last talks she began, newest first."""

"""What the page reads before it shows anything: where the bond stands, its days, and what took lines back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from desktop.bond_page.steering import taken_back
from mind.domain import BondDay
from mind.turn.bond_book import BondBook, BondView

LINES: Final = 1200
"""Ledger lines of a page: some hundred causes."""
EVENTS: Final = 1000


@dataclass(frozen=True, slots=True)
class Seen:
    """All of it. `gone`: events that count no longer, True where it was a misunderstanding."""

    view: BondView
    days: tuple[BondDay, ...]
    gone: Mapping[int, bool]

    @property
    def stages(self) -> dict[int, int]:
        """Stages reached, by the event that led there."""
        return {mark.event_id: mark.stage for mark in self.view.milestones if mark.kind == "stage" and mark.stage is not None}

    @property
    def hurts(self) -> frozenset[int]:
        """Events whose hurt is open."""
        return frozenset(hurt.event_id for hurt in self.view.hurts if hurt.event_id is not None)

    def ended(self, event_id: int) -> object:
        """When a hurt was mended; None where it was not."""
        found = (cause.mended for day in self.days for cause in day.causes if cause.event_id == event_id and cause.hurt > 0)
        return next(found, None)


async def read(bonds: BondBook) -> Seen:
    """Read it."""
    view = await bonds.view(LINES)
    days = await bonds.days()
    gone = dict.fromkeys(view.annulled, False)
    if gone:
        taken = taken_back(await bonds.events(EVENTS))
        gone |= {event: misunderstood for event, (_, misunderstood) in taken.items() if event in gone}
    return Seen(view, days, gone)

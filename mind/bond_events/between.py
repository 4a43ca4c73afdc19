"""Plain records: what stands between the two as a turn begins, and what a turn promises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mind.domain import HeldEvent, OpenHurt


@dataclass(frozen=True, slots=True)
class GivenWord:
    """A promise of the user's to her: `text` as it is shown, `quote` the user's words, `due` where they name a day."""

    text: str
    quote: str
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Between:
    """`held` waits for a second sign, newest first; `hurts` is not mended yet, oldest first.

    `last_hurt` is the newest hurt of late that counts, `mended_at` when the last one was mended and by which event (0: none
    of late), `misread` how often of late the user's words took a hurt back.
    """

    held: tuple[HeldEvent, ...] = ()
    hurts: tuple[OpenHurt, ...] = ()
    last_hurt: HeldEvent | None = None
    mended: int = 0
    mended_at: datetime | None = None
    misread: int = 0

"""What is kept until its time: plain frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Literal

from mind.languages import Lang

KeptKind = Literal["reminder", "timer", "focus", "letter", "worry", "plan", "good"]
"""Something to be told at a time; a span that runs down; a span of working side by side; a letter of the user's to themself;
a worry locked away; the plan of a day; three good things of one."""

KeptStatus = Literal["waiting", "rung", "done", "cancelled"]
"""Not yet; told, and not answered; over; taken back by the user."""

WAITS: Final[tuple[KeptStatus, ...]] = ("waiting",)
RINGS: Final[frozenset[KeptKind]] = frozenset({"reminder", "timer", "focus", "letter", "worry"})
"""What is told aloud when its time has come."""
TO_THE_MINUTE: Final[frozenset[KeptKind]] = frozenset({"reminder", "timer", "focus"})
"""What was asked for a moment; letters and worries belong to a day."""


@dataclass(frozen=True, slots=True)
class NewKept:
    """Something that a turn asks to keep. `text` is what it is, `quote` the user's words for it.

    Of a letter `text` is the letter, word for word; of a plan and of good things the parts lie in `data`.
    """

    kind: KeptKind
    text: str
    quote: str
    due: datetime | None
    data: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Kept:
    """The same as the store has it. `rung_at` is when it was told."""

    id: int
    kind: KeptKind
    text: str
    quote: str
    turn_id: int
    said_at: datetime
    lang: Lang
    due: datetime | None
    status: KeptStatus = "waiting"
    rung_at: datetime | None = None
    data: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class KeptChange:
    """What a turn does to something kept. `spoken`: by her words, so that it counts only where they were heard."""

    kept_id: int
    status: KeptStatus
    due: datetime | None = None
    """A new time, where it is put off."""
    spoken: bool = False

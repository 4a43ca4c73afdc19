"""A user's taste as everybody who plans or words a reply sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal, get_args

from mind.taste.sign import SignKind, TasteSign

Axis = Literal["humour", "teasing", "advice", "length", "pace", "questions", "telling"]
"""What a user may like more or less of: jokes, being teased, suggestions (rather than an ear), long replies, quick ones,
being asked, and hearing of her own."""

AXES: Final[tuple[Axis, ...]] = get_args(Axis)


@dataclass(frozen=True, slots=True)
class Because:
    """Why she thinks so: the weightiest sign, with the user's words it was read from (empty for what was set by hand)."""

    kind: SignKind
    at: datetime
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Taste:
    """What is known of it: -1 (less of it) to 1 (more), what nothing is known of left out."""

    axes: Mapping[Axis, float] = field(default_factory=dict)
    """As she is to be: the user's taste, and what the chosen manner brings where nothing stronger is known."""
    topics: Mapping[str, float] = field(default_factory=dict)
    """By topic of the talk."""
    stories: Mapping[str, float] = field(default_factory=dict)
    """By kind of story."""
    pack: str = ""
    """The manner the user chose for her, by its id; empty for her own."""
    learnt: Mapping[str, float] = field(default_factory=dict)
    """What was learnt of the user alone, without the manner: axes, ``topic:…`` and ``story:…``."""
    because: Mapping[str, Because] = field(default_factory=dict)
    """Why, of each that was learnt."""

    def of(self, axis: Axis) -> float:
        """How much of it the user likes; 0 where nothing is known."""
        return self.axes.get(axis, 0.0)


EVERYTHING: Final = "*"
"""In `TasteChange.forget`: all that was learnt."""


@dataclass(frozen=True, slots=True)
class TasteChange:
    """What a turn does to it: signs to keep, axes to forget, and another manner (None: the same, empty: her own)."""

    signs: tuple[TasteSign, ...] = ()
    forget: tuple[str, ...] = ()
    pack: str | None = None


NO_CHANGE: Final = TasteChange()

"""A user's taste as everybody who plans or words a reply sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

Axis = Literal["humour", "teasing", "advice", "length", "pace", "questions", "telling"]
"""What a user may like more or less of: jokes, being teased, suggestions (rather than an ear), long replies, quick ones,
being asked, and hearing of her own."""

AXES: Final[tuple[Axis, ...]] = get_args(Axis)


@dataclass(frozen=True, slots=True)
class Taste:
    """What is known of it: -1 (less of it) to 1 (more), what nothing is known of left out."""

    axes: Mapping[Axis, float] = field(default_factory=dict)
    topics: Mapping[str, float] = field(default_factory=dict)
    """By topic of the talk."""
    stories: Mapping[str, float] = field(default_factory=dict)
    """By kind of story."""
    pack: str = ""
    """The manner the user chose for her, by its id; empty for her own."""

    def of(self, axis: Axis) -> float:
        """How much of it the user likes; 0 where nothing is known."""
        return self.axes.get(axis, 0.0)

"""From the figures of a manner to what the body takes. Rooms know nothing of each other: this is where they meet."""

from __future__ import annotations

from avatars.ports import Bearing
from mind.bond.manner import Manner


def bearing_of(manner: Manner) -> Bearing:
    """How her body carries a manner."""
    return Bearing(
        manner.closeness, manner.guard, manner.tension, manner.pleasure, manner.arousal, manner.dominance
    )  # fmt: skip

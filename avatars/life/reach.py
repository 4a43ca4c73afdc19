"""Hands that touch something: where, with which part of the hand, held how. Lengths in metres on a body of 1.61 m.

Numbers are those of the left hand; for the right one x is mirrored, in places and directions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Vector = tuple[float, float, float]
Touch = Literal["palm", "index", "bent", "middle", "thumb", "knuckles", "wrist", "heel"]


@dataclass(frozen=True, slots=True)
class Reach:
    """`side` "l" or "r" brings `touch` to `offset` from the place `anchor` (see `anchors`).

    `index`, `middle` and `thumb` are finger tips, `bent` is the middle joint of the index finger.
    `fingers` and `palm` are the directions they point in, in the anchor's frame (x to her left, y up, z forward);
    without them the hand keeps the turn its joints give it. `weight` below 1 goes only part of the way.
    """

    side: Literal["l", "r"]
    anchor: str
    offset: Vector = (0.0, 0.0, 0.0)
    touch: Touch = "palm"
    fingers: Vector | None = None
    palm: Vector | None = None
    elbow: Vector | None = None
    """Where the elbow points, from the line of shoulder and hand; else where its joints take it."""
    weight: float = 1.0


def pair(anchor: str, offset: Vector, touch: Touch = "palm", fingers: Vector | None = None, palm: Vector | None = None,
         elbow: Vector | None = None) -> tuple[Reach, Reach]:
    """Both hands alike."""
    return (Reach("l", anchor, offset, touch, fingers, palm, elbow), Reach("r", anchor, offset, touch, fingers, palm, elbow))

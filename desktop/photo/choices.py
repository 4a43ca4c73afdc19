"""What there is to choose on the page, in the order it stands there: (value, key of its words)."""

from __future__ import annotations

from typing import Final

Choices = tuple[tuple[str, str], ...]


def _worded(section: str, *values: str) -> Choices:
    return tuple((value, f"{section}.{value}") for value in values)


POSES: Final = _worded("pose", "stand", "sit", "dance", "hug", "heart", "sleep", "lean")
"""Held until another is chosen."""
GESTURES: Final = _worded(
    "gesture", "wave", "laugh", "shy", "think", "proud", "point", "hand_on_heart", "shrug", "stretch", "nod", "shake"
)
"""Done once."""
FACES: Final = _worded(
    "face", "neutral", "happy", "laugh", "relaxed", "shy", "smirk", "wink", "pout", "surprised", "sad", "sleepy"
)
SCENES: Final = _worded("scene", "room", "rain", "garden", "plain")
LIGHTS: Final = _worded("light", "auto", "day", "golden", "night")
SHAPES: Final = _worded("shape", "stage", "portrait", "square", "wide")
FRAMES: Final = _worded("frame", "none", "paper", "stitch")
SCALES: Final = (("1", "photo.one"), ("2", "photo.two"), ("4", "photo.four"))
EMPTY: Final = ("none", "scene.none")
"""A picture with nothing behind her."""

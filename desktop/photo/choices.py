"""What there is to choose on the page, in the order it stands there: (value, key of its words)."""

from __future__ import annotations

from typing import Final

Choices = tuple[tuple[str, str], ...]


def _worded(section: str, *values: str) -> Choices:
    return tuple((value, f"{section}.{value}") for value in values)


POSES: Final = _worded(
    "pose", "stand", "relaxed", "lean", "behind", "cheek", "peace", "heart", "hug", "dance", "sit", "sleep"
)
"""Held until another is chosen."""
GESTURES: Final = _worded(
    "gesture", "wave", "laugh", "shy", "think", "proud", "point", "hand_on_heart", "shrug", "stretch", "nod", "shake"
)
"""Done once."""
FACES: Final = _worded(
    "face", "neutral", "relaxed", "happy", "smile", "laugh", "proud", "shy", "blush", "smirk", "wink", "pout", "surprised",
    "thinking", "worried", "sad", "tears", "angry", "sleepy"
)
BESIDE: Final = {"blush": "relaxed", "tears": "sad"}
"""What lies on a face rather than being one, and the face it goes with here."""
SCENES: Final = _worded("scene", "room", "rain", "garden", "plain")
LIGHTS: Final = _worded("light", "auto", "day", "golden", "night")
SHAPES: Final = _worded("shape", "stage", "portrait", "square", "wide")
FRAMES: Final = _worded("frame", "none", "paper", "stitch")
SCALES: Final = (("1", "photo.one"), ("2", "photo.two"), ("4", "photo.four"))
EMPTY: Final = ("none", "scene.none")
"""A picture with nothing behind her."""

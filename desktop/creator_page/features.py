"""What can be changed of a person, part by part: which rows each part shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from avatars.creator.person import IRIS_PATTERNS
from avatars.shape.sliders import SLIDERS


@dataclass(frozen=True, slots=True)
class Slide:
    """A slider of face or body."""

    slider: str


@dataclass(frozen=True, slots=True)
class Amount:
    """How much of something: a number of ``skin`` or ``make_up``."""

    part: str
    field: str
    low: float = 0.0


@dataclass(frozen=True, slots=True)
class Dye:
    """A colour of ``eyes`` or ``make_up``, or of the person (`part` empty). `none`: it may be left out."""

    part: str
    field: str
    palette: tuple[str, ...]
    none: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """One of a few kinds."""

    part: str
    field: str
    values: tuple[str, ...]


Row = Slide | Amount | Dye | Kind
IRISES: Final = ("#26948a", "#5a87b8", "#70859a", "#428c66", "#8a6e38", "#a86b2e", "#754729", "#543324")
BROWS: Final = ("#d9b580", "#b88a57", "#8f5733", "#6b4630", "#4a3226", "#2e2220", "#6f6a6c", "#241c20")
LASHES: Final = ("#2b1714", "#1a1416", "#4a3022", "#6b5140")
HAIR: Final = ("#dbb580", "#b8895a", "#a85430", "#9f5537", "#5c3d2e", "#3d2b24", "#2a2228", "#a9a6a8")
LIPSTICK: Final = ("#b3424a", "#9c3a52", "#c2604f", "#a8524e", "#7d2f42", "#c76b72", "#d98880", "#5d2a35")
SHADOW: Final = ("#8a6a7d", "#6f5a4e", "#5d6f7a", "#a0755f", "#58606f", "#7b5a6b", "#4f6a5c", "#b08a5a")
LINER: Final = ("#2b2026", "#3b2a22", "#2c3350", "#2f4a42")
ROUGE: Final = ("#d9686a", "#c8584f", "#b9556b", "#d98a6a")


def _group(*names: str) -> tuple[Row, ...]:
    return tuple(Slide(slider.id) for slider in SLIDERS.values() if slider.group in names)


PARTS: Final[Mapping[str, tuple[Row, ...]]] = {
    "face": _group("face"),
    "eyes": (
        Dye("eyes", "iris", IRISES), Dye("eyes", "inner", ("#9c7a3c", "#6e8a5a", "#4a6a8a", "#7d5030"), none=True),
        Kind("eyes", "pattern", IRIS_PATTERNS), *_group("eyes"), Dye("eyes", "lash", LASHES),
    ),
    "brows": (Dye("eyes", "brows", BROWS), *_group("brows")),
    "nose": _group("nose"),
    "mouth": (*_group("mouth"), *_group("ears")),
    "skin": (
        Amount("skin", "tone"), Amount("skin", "undertone", -1.0), Amount("skin", "age"), Amount("skin", "freckles"),
        Amount("skin", "blush"), Amount("skin", "lips"), Amount("skin", "stubble"), Amount("skin", "vitiligo"),
    ),
    "make_up": (
        Amount("make_up", "lipstick"), Dye("make_up", "lipstick_colour", LIPSTICK), Amount("make_up", "shadow"),
        Dye("make_up", "shadow_colour", SHADOW), Amount("make_up", "liner"), Dye("make_up", "liner_colour", LINER),
        Amount("make_up", "rouge"), Dye("make_up", "rouge_colour", ROUGE),
    ),
    "body": _group("body"),
    "hair": (Dye("", "hair_colour", HAIR),),
}  # fmt: skip
"""Part -> its rows, in order. Marks and the people themselves have pages of their own."""
NEAR: Final[Mapping[str, str]] = {"body": "full", "hair": "face"}
"""How the camera stands for a part; else the face."""
SEEN_FULL: Final = frozenset({"body"})

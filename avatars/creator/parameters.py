"""What distinguishes one person from another; the forge builds them from nothing else.

Colours are sRGB 0..1. `shape` holds slider values (see `avatars.shape.sliders`), -1 to 1; what it leaves out is 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from avatars.shape.sliders import checked

Colour = tuple[float, float, float]
HairStyle = Literal[
    "bob", "long", "ponytail", "bun", "pixie", "crop", "swept", "curls", "braid", "twin-tails", "half-up", "lob", "straight",
    "undercut", "tied-back",
]
HAIR_STYLES: Final[tuple[str, ...]] = get_args(HairStyle)


def _within(field: str, value: float, low: float, high: float) -> None:
    """Raise ValueError that names field, value and range where the value is none of it."""
    if not low <= value <= high:  # also refuses NaN
        raise ValueError(f"{field} is {value}, outside {low:g} to {high:g}")


def _coloured(field: str, colour: Colour) -> None:
    """Raise ValueError where this is no sRGB colour 0..1."""
    if len(colour) != 3 or not all(0.0 <= part <= 1.0 for part in colour):
        raise ValueError(f"{field} is {colour}, not three parts from 0 to 1")


@dataclass(frozen=True, slots=True)
class Skin:
    """`tone` 0 (fairest) to 1 (deepest); `undertone` -1 (cool, rosy) to 1 (warm, golden); the others 0 (none) to 1.

    Raises ValueError that names what lies outside.
    """

    tone: float = 0.10
    undertone: float = 0.05
    freckles: float = 0.0
    blush: float = 0.30
    stubble: float = 0.0
    lips: float = 0.5
    """How much colour is on the lips."""

    def __post_init__(self) -> None:
        _within("skin.undertone", self.undertone, -1.0, 1.0)
        for name in ("tone", "freckles", "blush", "stubble", "lips"):
            _within(f"skin.{name}", getattr(self, name), 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Eyes:
    """Colours of the eyes and the lashes. Raises ValueError that names what cannot be."""

    iris: Colour = (0.15, 0.58, 0.53)
    lash: Colour = (0.17, 0.09, 0.08)
    lash_length: float = 1.0
    """A factor, 0 to 1.5; men's lashes are drawn at about .5."""

    def __post_init__(self) -> None:
        _coloured("eyes.iris", self.iris)
        _coloured("eyes.lash", self.lash)
        _within("eyes.lash_length", self.lash_length, 0.0, 1.5)


@dataclass(frozen=True, slots=True)
class Hair:
    """The cut and its colours. Raises ValueError that names what cannot be."""

    style: HairStyle = "bob"
    colour: Colour = (0.625, 0.335, 0.215)
    gloss: Colour | None = None
    """The ring of light on the crown; None derives it from the colour."""
    brows: Colour = (0.47, 0.26, 0.18)
    length: float = 1.0
    """A factor of the cut's own, 0.5 to 1.5."""
    wave: float = 1.0
    """A factor of the cut's own, 0 (straight) to 2."""
    seed: int = 31
    """Which of the many heads of this hair; 0 or more."""

    def __post_init__(self) -> None:
        if self.style not in HAIR_STYLES:
            raise ValueError(f"hair.style is {self.style!r}, not one of {', '.join(HAIR_STYLES)}")
        _coloured("hair.colour", self.colour)
        _coloured("hair.brows", self.brows)
        if self.gloss is not None:
            _coloured("hair.gloss", self.gloss)
        _within("hair.length", self.length, 0.5, 1.5)
        _within("hair.wave", self.wave, 0.0, 2.0)
        if self.seed < 0:
            raise ValueError(f"hair.seed is {self.seed}, less than 0")


@dataclass(frozen=True, slots=True)
class Person:
    """One person. `names` by language; `name` is what the file is titled."""

    name: str
    names: Mapping[str, str] = field(default_factory=dict)
    shape: Mapping[str, float] = field(default_factory=dict)
    skin: Skin = Skin()
    eyes: Eyes = Eyes()
    hair: Hair = Hair()
    earrings: bool = True

    def __post_init__(self) -> None:
        checked(self.shape)

    def slider(self, name: str) -> float:
        """The value of a slider."""
        return float(self.shape.get(name, 0.0))

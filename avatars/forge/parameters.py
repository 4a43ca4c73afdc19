"""What distinguishes one person from another; the forge builds them from nothing else.

Colours are sRGB 0..1. `shape` holds slider values (see `avatars.shape.sliders`), -1 to 1; what it leaves out is 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from avatars.shape.sliders import checked

Colour = tuple[float, float, float]
HairStyle = Literal["bob", "long", "ponytail", "bun", "pixie", "crop", "swept", "curls"]


@dataclass(frozen=True, slots=True)
class Skin:
    """`tone` 0 (fairest) to 1 (deepest); `undertone` -1 (cool, rosy) to 1 (warm, golden); the others 0 (none) to 1."""

    tone: float = 0.10
    undertone: float = 0.05
    freckles: float = 0.0
    blush: float = 0.30
    stubble: float = 0.0
    lips: float = 0.5
    """How much colour is on the lips."""


@dataclass(frozen=True, slots=True)
class Eyes:
    """Colours of the eyes and the lashes."""

    iris: Colour = (0.15, 0.58, 0.53)
    lash: Colour = (0.17, 0.09, 0.08)
    lash_length: float = 1.0
    """A factor; men's lashes are drawn at about .5."""


@dataclass(frozen=True, slots=True)
class Hair:
    """The cut and its colours."""

    style: HairStyle = "bob"
    colour: Colour = (0.625, 0.335, 0.215)
    gloss: Colour | None = None
    """The ring of light on the crown; None derives it from the colour."""
    brows: Colour = (0.47, 0.26, 0.18)
    length: float = 1.0
    wave: float = 1.0
    seed: int = 31


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

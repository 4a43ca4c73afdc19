"""What distinguishes one person from another; the forge builds her from nothing else.

Colours are sRGB 0..1. Factors stand beside 1.0, the measure of the adult face the forge draws by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Colour = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Face:
    """The bones of the face, as factors of the forge's own proportions."""

    width: float = 1.0
    jaw: float = 1.0
    """Width below the cheekbones alone."""
    nose: float = 1.0
    """How far the nose stands out."""
    mouth_width: float = 1.0
    lip_fullness: float = 1.0


@dataclass(frozen=True, slots=True)
class Eyes:
    """Openings, irises and what frames them."""

    width: float = 1.09
    openness: float = 1.17
    iris: Colour = (0.15, 0.58, 0.53)
    iris_radius: float = 1.52
    """Centimetres."""
    lash: Colour = (0.17, 0.09, 0.08)
    lash_length: float = 1.0


@dataclass(frozen=True, slots=True)
class Brows:
    """Two strokes that carry half of every expression."""

    colour: Colour = (0.47, 0.26, 0.18)
    thickness: float = 1.0
    height: float = 0.0
    """Centimetres above the usual place."""


@dataclass(frozen=True, slots=True)
class Hair:
    """The cut and its colours."""

    style: Literal["bob"] = "bob"
    colour: Colour = (0.625, 0.335, 0.215)
    gloss: Colour = (1.0, 0.78, 0.56)
    """The ring of light on the crown."""
    length: float = 1.0
    wave: float = 1.0
    seed: int = 31


@dataclass(frozen=True, slots=True)
class Person:
    """One person. `height` is in metres without hair; `build` is 0 for slight, 1 for sturdy."""

    name: str
    skin: Colour = (0.984, 0.880, 0.828)
    """The base of every skin texture, so that face, neck and hands meet without a border."""
    skin_shade: Colour = (0.925, 0.735, 0.695)
    """What multiplies `skin` where the light does not reach."""
    lips: Colour = (0.86, 0.44, 0.42)
    blush: float = 0.30
    face: Face = Face()
    eyes: Eyes = Eyes()
    brows: Brows = Brows()
    hair: Hair = Hair()
    height: float = 1.61
    build: float = 0.42


MIRA = Person(name="Mira", face=Face(jaw=0.955, nose=0.88))

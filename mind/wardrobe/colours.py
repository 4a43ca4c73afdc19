"""Colours by name: which word a dye goes by, and which dye a word asks for. Pure.

Nearness is the distance in CIELAB under D65 (CIE 15, sRGB by IEC 61966-2-1), with lightness weighed less than hue.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

NAMED: Final[dict[str, tuple[str, ...]]] = {
    "white": ("#fbfaf7", "#ffffff"), "cream": ("#f2e8d3", "#efe2c6"), "beige": ("#d9c7a6", "#cdb795"),
    "grey": ("#9b9a9c", "#c5c4c6", "#6f7074"), "charcoal": ("#46474c",), "black": ("#17171a", "#26252a"),
    "brown": ("#6e4a31", "#4f3424", "#8a5f3f"), "camel": ("#b98b54", "#c39a63"), "red": ("#c2272d", "#d8343a"),
    "wine": ("#6b1f33", "#7d2940"), "rust": ("#a8502c", "#b5582f"), "orange": ("#e0812f", "#ee9440"),
    "mustard": ("#c99a2e", "#b8862b"), "yellow": ("#f0d04a", "#f6df72"), "olive": ("#75753a", "#5f6236"),
    "green": ("#3d7a4a", "#2f5d43", "#55935c"), "sage": ("#9db59a", "#b5c8ac"), "teal": ("#2f7a7a", "#3b8f8d", "#557985"),
    "turquoise": ("#55b8b5",), "blue": ("#3a64a8", "#5479b8", "#2f4f8a"), "navy": ("#1f2a4d", "#28345a"),
    "sky": ("#9cc3e3", "#b3d3ea"), "purple": ("#6a4391", "#5a3a78"), "lilac": ("#b9a3d2", "#cbb9de"),
    "pink": ("#e9a3b8", "#f3c3d0", "#dd7fa0"), "rose": ("#c4798a", "#b5677a"),
}  # fmt: skip
"""Each colour by some dyes that everybody calls so; the first is what one gets who asks for it."""
KIN: Final[dict[str, frozenset[str]]] = {
    "green": frozenset({"olive", "sage", "teal"}), "blue": frozenset({"navy", "sky", "teal", "turquoise"}),
    "red": frozenset({"wine", "rust"}), "purple": frozenset({"lilac"}), "pink": frozenset({"rose"}),
    "brown": frozenset({"camel", "rust"}), "yellow": frozenset({"mustard"}), "grey": frozenset({"charcoal"}),
    "white": frozenset({"cream"}), "beige": frozenset({"cream", "camel"}), "orange": frozenset({"rust"}),
    "black": frozenset({"charcoal"}),
}  # fmt: skip
"""What else answers to a wide word."""
TO_XYZ: Final = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
D65: Final = (0.9505, 1.0, 1.089)
NEAR: Final = 26.0
"""How far a dye of a palette may be from a colour that is asked for."""


@lru_cache(maxsize=4096)
def lab(dye: str) -> tuple[float, float, float]:
    """CIELAB of #rrggbb."""
    linear = []
    for place in (1, 3, 5):
        value = int(dye[place : place + 2], 16) / 255
        linear.append(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
    xyz = (sum(a * b for a, b in zip(row, linear, strict=True)) / white for row, white in zip(TO_XYZ, D65, strict=True))
    x, y, z = (value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116 for value in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def apart(one: str, other: str) -> float:
    """How far two dyes are from each other, to the eye."""
    (l1, a1, b1), (l2, a2, b2) = lab(one), lab(other)
    return float(((0.7 * (l1 - l2)) ** 2 + (a1 - a2) ** 2 + (b1 - b2) ** 2) ** 0.5)


@lru_cache(maxsize=4096)
def name_of(dye: str) -> str:
    """The name of the colour a dye is nearest to."""
    return min(NAMED, key=lambda name: min(apart(dye, known) for known in NAMED[name]))


def is_called(dye: str, colour: str) -> bool:
    """Whether somebody who asks for the colour would be content with the dye."""
    found = name_of(dye)
    return found == colour or (found in KIN.get(colour, ()) and _far(dye, colour) <= NEAR)


def dye_for(colour: str, palette: Iterable[str]) -> str:
    """The dye of a palette that the word means best; where none does, the colour's own."""
    palette = tuple(palette)
    called = [dye for dye in palette if is_called(dye, colour)]
    if called:
        return min(called, key=lambda dye: (name_of(dye) != colour, _far(dye, colour)))
    near = min(palette, key=lambda dye: _far(dye, colour), default=None)
    return near if near is not None and _far(near, colour) <= NEAR / 2 else NAMED[colour][0]


def _far(dye: str, colour: str) -> float:
    return min(apart(dye, known) for known in NAMED[colour])

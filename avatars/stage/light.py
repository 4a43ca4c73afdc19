"""Light presets: what the key gives to lit faces, the room to shaded ones, the window to an edge. Linear colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Colour = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Light:
    """`direction` points toward the key light, `behind` toward the one that draws a bright rim; both turn with the camera.

    `key` multiplies lit colour where it faces the light, `grazed` where the light only grazes it; `fill` multiplies shaded
    colour that looks up, `bounce` what looks down; `even` what is unlit, `line` an outline; `warmth` glows along the
    terminator; `rim` is added along edges; `feet` multiplies everything near the floor; `floor` tints the contact shadow
    (rgb sRGB, strength).
    """

    direction: Colour
    behind: Colour
    key: Colour
    grazed: Colour
    fill: Colour
    bounce: Colour
    even: Colour
    line: Colour
    warmth: Colour
    rim: Colour
    feet: Colour
    floor: tuple[float, float, float, float]

    def toward(self) -> npt.NDArray[Any]:
        """The unit vector to the key light."""
        return unit(self.direction)

    def rim_toward(self) -> npt.NDArray[Any]:
        """The unit vector to the light of the rim."""
        return unit(self.behind)


def unit(vector: Colour) -> npt.NDArray[Any]:
    """The vector of length one."""
    given = np.array(vector, np.float64)
    return np.asarray(given / np.linalg.norm(given))


LIGHTS: Final[dict[str, Light]] = {
    "day": Light(
        direction=(-1.2, 2.5, 2.5), behind=(-1.0, 0.45, -0.55),
        key=(1.02, 1.0, 0.965), grazed=(0.90, 0.84, 0.83), fill=(0.96, 0.93, 1.02), bounce=(1.03, 0.91, 0.85),
        even=(1.0, 0.99, 0.98), line=(1.0, 0.97, 0.96), warmth=(0.11, 0.012, -0.025), rim=(0.36, 0.34, 0.30),
        feet=(0.90, 0.84, 0.84), floor=(0.36, 0.20, 0.24, 0.72),
    ),
    "golden": Light(
        direction=(-2.0, 1.9, 2.0), behind=(-1.0, 0.35, -0.45),
        key=(1.06, 0.94, 0.77), grazed=(1.0, 0.80, 0.64), fill=(0.86, 0.72, 0.82), bounce=(0.98, 0.73, 0.62),
        even=(0.98, 0.92, 0.85), line=(0.98, 0.86, 0.76), warmth=(0.17, 0.03, -0.02), rim=(0.74, 0.46, 0.20),
        feet=(0.86, 0.74, 0.72), floor=(0.36, 0.16, 0.18, 0.78),
    ),
    "night": Light(
        direction=(1.6, 1.15, 2.2), behind=(-1.0, 0.5, -0.5),
        key=(0.96, 0.76, 0.60), grazed=(0.82, 0.56, 0.44), fill=(0.42, 0.35, 0.54), bounce=(0.56, 0.33, 0.31),
        even=(0.92, 0.84, 0.80), line=(0.60, 0.42, 0.40), warmth=(0.13, 0.022, -0.008), rim=(0.14, 0.20, 0.44),
        feet=(0.74, 0.62, 0.68), floor=(0.05, 0.02, 0.06, 0.86),
    ),
    "overcast": Light(
        direction=(-1.3, 2.8, 2.2), behind=(-1.0, 0.5, -0.5),
        key=(0.90, 0.93, 0.98), grazed=(0.84, 0.86, 0.93), fill=(0.80, 0.84, 1.0), bounce=(0.94, 0.80, 0.76),
        even=(0.94, 0.96, 0.98), line=(0.86, 0.88, 0.96), warmth=(0.09, 0.005, -0.01), rim=(0.24, 0.30, 0.38),
        feet=(0.84, 0.84, 0.90), floor=(0.20, 0.19, 0.29, 0.72),
    ),
    "garden": Light(
        direction=(-1.0, 2.9, 1.9), behind=(-1.0, 0.6, -0.6),
        key=(1.05, 1.01, 0.90), grazed=(0.94, 0.92, 0.82), fill=(0.86, 0.90, 1.06), bounce=(0.92, 0.96, 0.74),
        even=(1.0, 0.99, 0.96), line=(0.94, 0.96, 0.88), warmth=(0.13, 0.022, -0.022), rim=(0.52, 0.52, 0.30),
        feet=(0.84, 0.88, 0.78), floor=(0.10, 0.20, 0.16, 0.72),
    ),
}

LIGHT_OF: Final = {
    "room-day": "day", "room-evening": "golden", "room-night": "night", "rain-day": "overcast", "rain-night": "night",
    "garden-day": "garden", "garden-evening": "golden", "garden-night": "night", "plain-day": "day",
    "plain-evening": "golden", "plain-night": "night",
}
"""The light that belongs to a place."""

"""Light presets: what the key gives to lit faces, the room to shaded ones. Linear colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Colour = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Light:
    """`direction` points toward the light. `key` multiplies lit colour, `fill` shaded colour, `even` what is unlit or an
    outline; `warmth` glows along the terminator; `floor` tints the contact shadow (rgb sRGB, strength)."""

    direction: Colour
    key: Colour
    fill: Colour
    even: Colour
    warmth: Colour
    floor: tuple[float, float, float, float]

    def toward(self) -> npt.NDArray[Any]:
        """The unit vector to the light."""
        vector = np.array(self.direction)
        return np.asarray(vector / np.linalg.norm(vector))


LIGHTS: Final[dict[str, Light]] = {
    "day": Light((-1.1, 3.1, 2.6), (1.0, 0.985, 0.97), (0.98, 0.95, 1.0), (1.0, 0.985, 0.98), (0.05, 0.006, -0.012),
                 (0.30, 0.18, 0.22, 0.55)),
    "golden": Light((-2.0, 2.2, 2.3), (1.02, 0.93, 0.80), (0.86, 0.76, 0.86), (0.98, 0.89, 0.80), (0.09, 0.02, -0.02),
                    (0.30, 0.16, 0.16, 0.6)),
    "night": Light((1.7, 1.5, 2.4), (0.78, 0.60, 0.43), (0.30, 0.27, 0.40), (0.62, 0.50, 0.46), (0.06, 0.015, -0.01),
                   (0.06, 0.03, 0.07, 0.7)),
}

LIGHT_OF: Final = {"room-day": "day", "room-evening": "golden", "room-night": "night"}
"""The light that belongs to a room."""

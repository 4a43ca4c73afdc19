"""What a tailor leaves on cloth of any dye: seams, rows of stitches, pieces sewn on, buttons, ribs, as light and shade.

All draw on a `dyed.Dyed`; distances (h,w) in metres.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.paint import Colour, line
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.cloth.dyed import Dyed
    from avatars.forge.sdf.fields import Doubles


def seam(c: Dyed, distance: Doubles, strength: Doubles | float = 1.0) -> None:
    """A dark line along distance 0, its soft hollow, and the lip of cloth beside it that catches light."""
    c.tone(0.60, strength * line(distance, 0.0006, 0.0011))
    c.tone(1.07, strength * 0.6 * bump(0.0024, 0.0012, distance))
    c.tone(0.90, strength * 0.7 * bump(0.0, 0.0048, distance))


def stitches(c: Dyed, distance: Doubles, along: Doubles, light: float = 1.26, strength: Doubles | float = 0.8) -> None:
    """A row of stitches along distance 0, lighter than the cloth by `light`."""
    t = (along / 0.0066) % 1.0
    dash = ramp(0.08, 0.20, t) * (1 - ramp(0.68, 0.84, t))
    c.tone(0.86, strength * 0.5 * bump(0.0, 0.0016, distance))
    c.tone(light, strength * (0.15 + 0.85 * dash) * line(distance, 0.0005, 0.0009))


def raised(c: Dyed, inside: Doubles, strength: Doubles | float = 1.0) -> None:
    """A layer sewn on where `inside` (metres from its edge) is positive: its shadow below, its lit edge."""
    c.tone(0.70, strength * 0.75 * bump(-0.0016, 0.0020, inside) * (inside < 0))
    c.tone(0.88, strength * 0.6 * bump(-0.004, 0.0045, inside) * (inside < 0))
    c.tone(1.08, strength * 0.7 * bump(0.0012, 0.0011, inside) * (inside > 0))
    c.tone(0.60, strength * 0.8 * line(inside, 0.0003, 0.0010))


def cover(inside: Doubles, soft: float = 0.0006) -> Doubles:
    """1 inside, 0 outside, soft by so many metres."""
    return ramp(-soft, soft, inside)


def button(c: Dyed, x: Doubles, y: Doubles, colour: Colour, radius: float = 0.0065) -> None:
    """A button with four holes at x, y = 0 (y up), in a colour of its own."""
    r = np.hypot(x, y)
    c.tone(0.55, 0.75 * (1 - ramp(radius * 0.95, radius * 1.35, np.hypot(x - 0.0006, y + 0.0016))))
    disc = 1 - ramp(radius * 0.92, radius * 1.04, r)
    level = c.light
    c.fix(colour, disc)
    c.light = level * (1 - disc) + disc
    rim = bump(radius * 0.80, radius * 0.12, r)
    c.tone(1.20, 0.7 * rim * (y > -x))
    c.tone(0.72, 0.7 * rim * (y <= -x))
    holes = np.hypot(np.abs(x) - radius * 0.24, np.abs(y) - radius * 0.24)
    c.tone(0.45, 0.85 * (1 - ramp(radius * 0.10, radius * 0.20, holes)))


def ribs(c: Dyed, across: Doubles, pitch: float, depth: float, share: Doubles | float = 1.0) -> None:
    """Knitted ribs: ridges every `pitch` metres across."""
    wave = 0.5 + 0.5 * np.cos(across * 2 * np.pi / pitch)
    c.tone(1.0 - depth * (1.0 - wave) ** 1.5 + 0.25 * depth * wave**3, share)

"""Marks that any sewn thing has: seams, rows of stitches, buttons, ribs. Distances in metres.

All paint on the picture they are given, only where they leave a trace, and give it back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.paint import Colour, line
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles


_LEAST = 0.004
"""Coverage that nobody would see."""


def toned(picture: Doubles, factor: float, share: Doubles) -> Doubles:
    """Lighter or darker by `factor` where `share` (h,w) is 1."""
    at = share > _LEAST
    picture[at] *= 1.0 + (factor - 1.0) * share[at][:, None]
    return picture


def filled(picture: Doubles, colour: Colour | Doubles, share: Doubles) -> Doubles:
    """Another colour where `share` (h,w) is 1."""
    at = share > _LEAST
    picture[at] += (np.asarray(colour) - picture[at]) * share[at][:, None]
    return picture


def seam(picture: Doubles, distance: Doubles, strength: float = 1.0) -> Doubles:
    """A seam: a dark line, its soft hollow, and the lip of cloth beside it that catches light."""
    picture = toned(picture, 0.58, strength * line(distance, 0.0006, 0.0011))
    picture = toned(picture, 1.07, strength * 0.6 * bump(0.0024, 0.0012, distance))
    return toned(picture, 0.88, strength * 0.7 * bump(0.0, 0.0045, distance))


def stitches(picture: Doubles, distance: Doubles, along: Doubles, thread: Colour, strength: float = 0.7) -> Doubles:
    """A row of stitches along distance 0."""
    t = (along / 0.0068) % 1.0
    dash = ramp(0.08, 0.20, t) * (1 - ramp(0.68, 0.84, t))
    picture = toned(picture, 0.86, strength * 0.5 * bump(0.0, 0.0016, distance))
    return filled(picture, thread, strength * (0.15 + 0.85 * dash) * line(distance, 0.0005, 0.0009))


def raised(picture: Doubles, inside: Doubles, strength: float = 1.0) -> Doubles:
    """A layer of cloth sewn on, where `inside` (metres from its edge) is positive: its shadow below, its lit edge."""
    picture = toned(picture, 0.70, strength * 0.75 * bump(-0.0016, 0.0020, inside) * (inside < 0))
    picture = toned(picture, 0.88, strength * 0.6 * bump(-0.004, 0.0045, inside) * (inside < 0))
    picture = toned(picture, 1.08, strength * 0.7 * bump(0.0012, 0.0011, inside) * (inside > 0))
    return toned(picture, 0.60, strength * 0.8 * line(inside, 0.0003, 0.0010))


def button(picture: Doubles, x: Doubles, y: Doubles, colour: Colour, radius: float = 0.0062) -> Doubles:
    """A button with four holes at x, y = 0 (y up)."""
    r = np.hypot(x, y)
    below = np.hypot(x - 0.0006, y + 0.0016)
    picture = toned(picture, 0.52, 0.75 * (1 - ramp(radius * 0.95, radius * 1.30, below)))
    picture = filled(picture, colour, 1 - ramp(radius * 0.92, radius * 1.04, r))
    rim = bump(radius * 0.80, radius * 0.12, r)
    bright, dark = np.clip(np.asarray(colour) * 1.22, 0, 1), np.asarray(colour) * 0.70
    picture = filled(filled(picture, bright, 0.6 * rim * (y > -x)), dark, 0.6 * rim * (y <= -x))
    holes = np.hypot(np.abs(x) - radius * 0.24, np.abs(y) - radius * 0.24)
    return filled(picture, np.asarray(colour) * 0.42, 0.85 * (1 - ramp(radius * 0.10, radius * 0.20, holes)))


def ribbed(picture: Doubles, across: Doubles, pitch: float, depth: float, cover: Doubles | float = 1.0) -> Doubles:
    """Knitted ribs: ridges every `pitch` metres across."""
    wave = 0.5 + 0.5 * np.cos(across * 2 * np.pi / pitch)
    tone = 1.0 - depth * (1.0 - wave) ** 1.5 + 0.25 * depth * wave**3
    share = np.broadcast_to(np.asarray(cover, dtype=float), across.shape)
    at = share > _LEAST
    picture[at] *= 1.0 + (tone[at] - 1.0)[:, None] * share[at][:, None]
    return picture

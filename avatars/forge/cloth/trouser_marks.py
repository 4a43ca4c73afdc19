"""What is sewn on trousers: seams of the legs and the rise, waistband, pockets, pressed creases, hems."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.paint import Colour
from avatars.forge.cloth.tailoring import button, raised, ribs, seam, stitches
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.cloth.dyed import Dyed
    from avatars.forge.sdf.fields import Doubles

GIRTH = 0.46
"""Metres round a leg, about."""
BAND = 0.953
_LEVELS = (0.765, 0.78, 0.80, 0.83, 0.86, 0.90, 0.95, 1.0)
_FRONT = (0.06, 0.086, 0.104, 0.130, 0.139, 0.145, 0.151, 0.153)
_BACK = (0.95, 0.922, 0.890, 0.866, 0.852, 0.849, 0.853, 0.855)
"""How far round the leg the middle of the front and of the back lie at these heights."""


def front_middle(around: Doubles, height: Doubles) -> Doubles:
    """Metres from the middle seam in front, towards the side; 1 below the crotch."""
    return np.where(height > 0.765, (around - np.interp(height, _LEVELS, _FRONT)) * GIRTH, 1.0)


def back_middle(around: Doubles, height: Doubles) -> Doubles:
    """Metres from the middle seam behind."""
    return np.where(height > 0.765, (np.interp(height, _LEVELS, _BACK) - around) * GIRTH, 1.0)


def leg_seams(c: Dyed, around: Doubles, height: Doubles, strength: float = 0.6, band: float = BAND) -> None:
    """Side, inner and middle seams."""
    low = height < band
    seam(c, np.where(low, (around - 0.5) * GIRTH, 1.0), strength)
    seam(c, np.minimum(around, 1 - around) * GIRTH, 0.8 * strength)
    seam(c, np.where(low, front_middle(around, height), 1.0), 0.9 * strength)
    seam(c, np.where(low, back_middle(around, height), 1.0), 0.9 * strength)


def waistband(c: Dyed, around: Doubles, height: Doubles, band: float = BAND, loops: bool = True) -> None:
    """A sewn band, with loops for a belt."""
    c.tone(0.68, 0.7 * bump(band - 0.0035, 0.0030, height))
    seam(c, height - band, 0.7)
    c.tone(1.06, ramp(band, band + 0.001, height))
    stitches(c, height - band - 0.004, around * GIRTH, 1.18, 0.5)
    for place in (0.255, 0.48, 0.70) if loops else ():
        raised(c, np.minimum(0.0050 - np.abs(around - place) * GIRTH, 0.026 - np.abs(height - 0.968)), 0.9)


def elastic(c: Dyed, around: Doubles, height: Doubles, band: float = BAND) -> None:
    """A gathered band on elastic: upright puckers that run out below it."""
    wave = np.cos(around * 2 * np.pi * 46 + 2.0 * np.sin(around * 2 * np.pi * 9))
    c.tone(1.0 + 0.11 * wave - 0.05, ramp(band - 0.002, band + 0.002, height))
    c.tone(1.0 + 0.10 * wave - 0.04, ramp(band, band - 0.004, height) * ramp(band - 0.055, band - 0.005, height))
    c.tone(0.66, 0.7 * bump(band - 0.001, 0.0022, height))
    c.tone(0.86, 0.6 * bump(band + 0.018, 0.0012, height))


def rib_band(c: Dyed, around: Doubles, low: float, high: float, height: Doubles, depth: float = 0.22) -> None:
    """Knitted ribs between two heights."""
    share = ramp(low - 0.001, low + 0.001, height) * ramp(high + 0.001, high - 0.001, height)
    ribs(c, around * GIRTH, GIRTH / 60, depth, share)
    c.tone(0.64, 0.75 * bump(high, 0.0022, height) + 0.75 * bump(low, 0.0022, height) * (low > 0.2))


def slant_pocket(c: Dyed, around: Doubles, height: Doubles, low: float = 0.812, depth: float = 0.105, light: float = 1.2) -> None:
    """The slanting mouth of a front pocket, with stitching behind it."""
    along = (height - low) / (BAND - low)
    mouth = np.where((along > 0) & (along < 1), (around - (0.492 - depth * along)) * GIRTH, 1.0)
    c.tone(0.60, 0.85 * bump(0.0, 0.0013, mouth))
    c.tone(0.84, 0.7 * bump(0.004, 0.004, mouth))
    c.tone(1.07, 0.6 * bump(-0.0028, 0.0015, mouth))
    stitches(c, mouth + 0.0065, height, light, 0.6)


def welt_pocket(
    c: Dyed, around: Doubles, height: Doubles, place: float = 0.70, at: float = 0.890, colour: Colour | None = None
) -> None:
    """A welt on the seat, with a button below it where a colour is given."""
    x, y = (around - place) * GIRTH, height - at
    welt = np.minimum(0.055 - np.abs(x), 0.0055 - np.abs(y))
    raised(c, welt, 0.9)
    c.tone(0.55, 0.8 * bump(0.0, 0.0009, np.where(np.abs(x) < 0.055, y, 1.0)))
    if colour is not None:
        button(c, x, y + 0.016, colour, 0.0055)


def patch_pocket(c: Dyed, x: Doubles, y: Doubles, half: float, high: float, light: float = 1.2) -> None:
    """A patch with a pointed foot, its middle at 0, `half` wide and `high` tall to each side."""
    inside = np.minimum(half - np.abs(x), np.minimum(high - y, y + high - 0.25 * (half - np.abs(x)) + 0.25 * half))
    raised(c, inside, 1.0)
    stitches(c, inside - 0.0045, x + y, light, 0.7)
    stitches(c, np.where(inside > 0, high - y - 0.016, 1.0), x, light, 0.6)


def fly(c: Dyed, around: Doubles, height: Doubles, right: Doubles, light: float = 1.18) -> None:
    """A stitched J beside the middle of the left leg."""
    front = front_middle(around, height)
    bend = np.hypot(np.maximum(0.868 - height, 0.0), 0.034 - np.maximum(0.0, front))
    inside = (front > 0) & (front < 0.045) & (height > 0.834) & (height < BAND) & (right < 0.5)
    stitches(c, np.where(inside, np.where(height > 0.868, front - 0.034, 0.034 - bend), 1.0), height, light, 0.6)


def pressed(c: Dyed, around: Doubles, height: Doubles, top: float = 0.90, strength: float = 1.0) -> None:
    """Creases down the front and back of a leg: a lit edge beside a dark one."""
    shown = strength * ramp(top, top - 0.06, height)
    for place in (0.25, 0.752):
        d = (around - place) * GIRTH
        c.tone(1.13, shown * 0.9 * bump(0.0010, 0.0018, d))
        c.tone(0.84, shown * 0.8 * bump(-0.0034, 0.0028, d))
        c.tone(1.05, shown * bump(0.014, 0.010, d))


def turned_hem(c: Dyed, height: Doubles, around: Doubles, hem: float, wide: float = 0.028) -> None:
    """A hem sewn by a hidden stitch: a faint line, the double cloth a little lighter."""
    rise = height - hem
    c.tone(0.84, 0.6 * bump(wide, 0.0014, rise))
    c.tone(1.04, 0.7 * ramp(wide, wide - 0.003, rise))
    c.tone(0.88, ramp(0.010, 0.0, rise))


def turn_up(c: Dyed, height: Doubles, around: Doubles, edge: float, light: float = 1.18) -> None:
    """A cuff turned up to height `edge`."""
    rise = height - edge
    c.tone(1.06, ramp(0.001, -0.001, rise))
    c.tone(0.56, 0.85 * bump(0.0020, 0.0020, rise))
    c.tone(0.86, 0.6 * bump(0.008, 0.006, rise) * (rise > 0))
    stitches(c, rise + 0.005, around * GIRTH, light, 0.6)

"""A knitted vest with a V-neck over a white shirt, sewn as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import relief
from avatars.forge.garments.block import (
    STRAIGHT,
    Block,
    crew,
    cuffs,
    eased,
    front_gap,
    hem_at,
    nipped,
    sleeve_rows,
    top_panels_flat,
)
from avatars.forge.garments.collars import turned
from avatars.forge.garments.creases import sleeve_folds, trunk_folds
from avatars.forge.garments.knits import ribbed, ribbed_ends
from avatars.forge.garments.sewing import Dyes, Sewing
from avatars.forge.garments.shell import rim, shell
from avatars.forge.garments.shirts import button_row, sewn_like_a_shirt, stitched
from avatars.forge.garments.strips import front_points, set_on, strip
from avatars.forge.sdf.fields import ramp
from avatars.forge.sdf.rings import cast

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

_HEM, _CUFF, _RIB, _THICK = 0.880, 0.560, 0.050, 0.0038
_SLEEVE = sleeve_rows(
    (
        (0.140, 0.0070),
        (0.200, 0.0090),
        (0.280, 0.0115),
        (0.360, 0.0130),
        (0.440, 0.0150),
        (0.495, 0.0165),
        (0.512, 0.0130),
        (0.520, 0.0085),
        (0.545, 0.0080),
        (0.600, 0.0090),
    )
)
_BLOCK = Block(nipped(eased(STRAIGHT, 0.000, 0.004), 0.892, 0.008, 0.050), _SLEEVE, _HEM, _CUFF, steps=(_HEM + _RIB,))
_NECK = crew(0.0635, 0.0615, -0.0260)
_OPEN = ((1.292, 0.000), (1.312, 0.008), (1.350, 0.018))
_GAP = front_gap(((1.272, -0.020), *_OPEN))
_V = ((1.168, 0.000), (1.200, 0.020), (1.250, 0.046), (1.300, 0.066), (1.340, 0.076))
"""The vest's neckline in front: height and half its width."""
_HOLE = 0.150
"""How far out the vest's armholes lie at the height of the arms."""


def _hole(points: Doubles) -> Doubles:
    return np.abs(points[:, 0]) + 0.26 * (points[:, 1] - 1.285) - _HOLE


def _vee(points: Doubles) -> Doubles:
    """Metres above the vest's neckline: a V in front."""
    y, z = points[:, 1], points[:, 2]
    rows = np.array(_V)
    before = (np.interp(y, rows[:, 0], rows[:, 1], left=-0.03) - np.abs(points[:, 0])) * 0.85
    # Behind it runs just below the collar.
    behind = y - 1.316 - 0.9 * np.maximum(np.abs(points[:, 0]) - 0.048, 0.0)
    d: Doubles = np.where(z > -0.01, before, behind)
    return d


def _vest(points: Doubles) -> Doubles:
    """Positive inside the vest, in metres from its edges."""
    d: Doubles = np.minimum(-_hole(points), -_vee(points))
    return d


def make_vest_and_shirt(dyes: Dyes) -> Tailored:
    """The vest with its shirt."""
    smooth = _BLOCK.field()
    folds = relief([*sleeve_folds(1.2, cuff=0.512, seed=131), *trunk_folds(0.75, waist=0.990, seed=132)])

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points) - _THICK * ramp(-0.001, 0.003, _vest(points))

    cut = shell(shape, _BLOCK.layout(), (_NECK, _GAP, cuffs(_CUFF), hem_at(_HEM)), 0.0045)
    sewing = Sewing("vest_and_shirt", dyes, top_panels_flat(girth=1.02, long=0.56), cut, shape, folds, smooth=smooth)
    c = sewing.canvas
    sewn_like_a_shirt(sewing, _HEM, _CUFF, 0.042, yoke=9.0)
    c.tone[~c.arm] = 1.0
    vest = c.of(_vest)
    inside = ramp(-0.0004, 0.0004, vest)
    c.zone("vest", inside)
    c.knit(np.arctan2(c.x, (c.z + 0.010) * 1.35) * 0.150, c.y, 0.0118, 0.0088, 1.0, inside)
    _cables(sewing, inside)
    ribbed_ends(c, _HEM, _CUFF, (_RIB, 0.0), "trim", sleeve=False)
    c.raised(np.where(np.abs(vest) < 0.03, vest, -1.0) + 0.0004, 1.0)
    c.stitches(c.where(c.x, c.ahead & (vest < 0)) - 0.010, c.y, 0.86, 0.8)
    _bands(sewing)
    button_row(sewing, (1.268, 1.232), "#efe6d6", 0.0050, 0.0030)
    collar = turned(rim(cut.outside, _NECK, 27), shape, stand=0.026, leaf=0.036, point=0.024, spread=0.012, open_=0.2)
    sewing.trim(collar, "shirt", (54, 170), (0.085, 0.40), _leaf)
    return sewing.done(hollows=0.5, material={"shade": (0.76, 0.69, 0.77), "rim": (0.07, 0.07, 0.07)})


def _cables(sewing: Sewing, inside: Doubles) -> None:
    """Two cables down the front and two down the back."""
    c = sewing.canvas
    around = np.arctan2(np.abs(c.x), np.abs(c.z + 0.010) * 1.35) * 0.150
    for sign in (1.0, -1.0):
        middle = 0.060 + sign * 0.0085 * np.sin(c.y * 2 * np.pi / 0.062)
        over = sign * np.cos(c.y * 2 * np.pi / 0.062) > 0
        d = np.abs(around - middle) / 0.0072
        c.shade(0.74, inside * np.exp(-(((d - 1.05) / 0.16) ** 2)) * np.where(over, 1.0, 0.5))
        c.shade(1.10, inside * np.exp(-((d / 0.5) ** 2)) * over)


def _bands(sewing: Sewing) -> None:
    """Ribs along the V and round the armholes."""
    ground = sewing.shape
    rows = np.array(_V)
    y = np.linspace(1.332, 1.168, 12)
    x = np.interp(y, rows[:, 0], rows[:, 1])
    for sign in (1.0, -1.0):
        line = front_points(ground, [(sign * float(a) + sign * 0.004, float(b)) for a, b in zip(x, y, strict=True)])
        sewing.trim(strip(line, ground, 0.017, 0.0022), "trim", (16, 100), (0.016, 0.19), ribbed(0.0062))
    for sign in (1.0, -1.0):
        turn = np.linspace(0, 2 * np.pi, 21)
        yz = np.stack([1.281 + 0.06 * np.cos(turn), -0.020 + 0.06 * np.sin(turn)], axis=1)
        ring = np.stack([sign * (_HOLE - 0.26 * (yz[:, 0] - 1.285)), yz[:, 0], yz[:, 1]], axis=1)
        origin = np.tile([sign * _HOLE, 1.281, -0.020], (21, 1))
        there = cast(ground, origin, ring - origin, 0.2)
        sewing.trim(strip(set_on(there, ground, 0.0), ground, 0.016, 0.0030), "trim", (16, 120), (0.016, 0.32), ribbed(0.0062))


def _leaf(down: Doubles, along: Doubles) -> Doubles:
    tone = stitched(0.085, 0.0050)(down, along) * stitched(0.40, 0.0050)(along, down)
    tone[down < 0.034] = 0.86
    return tone

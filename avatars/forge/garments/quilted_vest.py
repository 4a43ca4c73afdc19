"""A quilted vest filled with down: round baffles that show in its outline, a stand collar, a zip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import Fold, mirrored, relief
from avatars.forge.garments.block import STRAIGHT, Block, crew, eased, front_gap, hem_at, sleeve_rows, top_panels_flat
from avatars.forge.garments.collars import neck_tube
from avatars.forge.garments.sewing import Dyes, Sewing
from avatars.forge.garments.shell import shell
from avatars.forge.garments.strips import front_points, strip
from avatars.forge.garments.tailoring import see_inside
from avatars.forge.hanging import lap_weights
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

_HEM, _THICK, _PITCH, _TOP = 0.838, 0.0080, 0.0540, 1.318
_SLEEVE = sleeve_rows(((0.140, 0.0150), (0.200, 0.0180), (0.260, 0.0190), (0.320, 0.0190)), 0.3)
_RINGS = tuple(float(y) for y in np.arange(_HEM - 0.010, 1.165, _PITCH / 4))
_BLOCK = Block(
    eased(STRAIGHT, 0.0120, 0.0150),
    _SLEEVE,
    _HEM,
    0.230,
    ease=0.0100,
    room=0.0160,
    columns=32,
    steps=_RINGS,
    rise=0.30,
)
_NECK = crew(0.0720, 0.0690, -0.0240)
_GAP = front_gap(((0.800, 0.0050), (1.100, 0.0050), (1.240, 0.0080), (1.290, 0.0160), (1.360, 0.0300)))
_COLLAR = ((0.0060, 1.320), (0.0080, 1.350), (0.0120, 1.380), (0.0200, 1.390), (0.0270, 1.378), (0.0285, 1.350), (0.0260, 1.316))
_FRONT = (0.2, 0.0, 1.0)
_FOLDS = (
    Fold((0.150, 1.200, 0.060), (0.120, 1.120, 0.110), _FRONT, 0.012, 0.0030, 0.006),
    Fold((0.150, 1.020, 0.050), (0.090, 1.040, 0.110), _FRONT, 0.010, 0.0030, 0.006),
    Fold((0.150, 1.020, -0.050), (0.080, 1.040, -0.110), (0.2, 0.0, -1.0), 0.010, 0.0030, 0.006),
)


def _hole(points: Doubles) -> Doubles:
    """Metres beyond the armholes."""
    return np.abs(points[:, 0]) + 0.20 * (points[:, 1] - 1.285) - 0.148


def _baffles(points: Doubles) -> Doubles:
    """How far the down pushes out between the rows of stitches, which run level and round the yoke."""
    y, r = points[:, 1], np.hypot(points[:, 0], points[:, 2] + 0.015)
    level = y - 0.55 * np.maximum(r - 0.090, 0.0) * ramp(1.16, 1.28, y)
    at = ((_TOP - level) / _PITCH) % 1.0
    puff: Doubles = (
        0.0085
        * np.sqrt(np.clip(4.0 * at * (1.0 - at), 0.0, 1.0))
        * ramp(0.004, 0.030, np.abs(points[:, 0]) + 0.03 * (points[:, 2] < 0))
    )
    return puff * ramp(-0.004, -0.030, _hole(points))


def make_quilted_vest(dyes: Dyes) -> Tailored:
    """The vest."""
    smooth = _BLOCK.field()
    strokes = relief([*_FOLDS, *mirrored(_FOLDS, 241)])

    def folds(points: Doubles) -> Doubles:
        return strokes(points) + _baffles(points)

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    cut = shell(shape, _BLOCK.layout(), (_NECK, _GAP, _hole, hem_at(_HEM)), _THICK, 0.035)
    flat = top_panels_flat(girth=1.18, long=0.60, sleeve=0.36, share=0.70)
    sewing = Sewing("quilted_vest", dyes, flat, cut, shape, folds, smooth=smooth, armhole=lambda p: np.abs(p[:, 0]) - 0.30)
    c = sewing.canvas
    lift = c.of(_baffles)
    c.shade(0.66, ramp(0.0042, 0.0, lift) * ramp(0.02, 0.05, np.abs(c.x) + c.behind))
    c.shade(1.06, ramp(0.0060, 0.0085, lift))
    # Little pulls along the stitches.
    c.shade(0.90, ramp(0.0068, 0.0030, lift) * (0.5 + 0.5 * np.cos(c.girth() * 2 * np.pi / 0.017 + 5 * np.sin(c.y * 40))) ** 3)
    c.raised(
        c.where(
            np.minimum(0.0016, 0.0016) - np.abs((np.abs(c.x) - 0.100) * 0.9 + (c.y - 0.93) * 0.25),
            c.ahead & (c.y > 0.875) & (c.y < 0.985),
            -1.0,
        ),
        0.9,
    )
    see_inside(sewing, cut, _GAP, "lining", _THICK, 0.035, 1.0)
    for sign in (1.0, -1.0):
        y = np.linspace(1.330, _HEM + 0.004, 16)
        x = np.interp(y, [0.80, 1.10, 1.24, 1.29, 1.36], [0.005, 0.005, 0.008, 0.016, 0.030]) + 0.004
        path = front_points(shape, list(zip((sign * x).tolist(), y.tolist(), strict=True)))
        sewing.trim(strip(path, shape, 0.011, 0.0012, 0.003), "zip", (14, 140), (0.011, 0.5), _teeth)
    collar = neck_tube(_COLLAR, None, columns=26, fall=0.20, wave=0.0, lean=0.26)
    sewing.trim(collar, "cloth", (60, 180), (0.13, 0.42), _puffed)
    _bind(sewing)
    return sewing.done(
        lap_weights,
        strength=0.9,
        hollows=0.4,
        material={"shade": (0.74, 0.68, 0.77), "rim": (0.12, 0.11, 0.11), "rim_power": 3.2},
    )


def _teeth(down: Doubles, along: Doubles) -> Doubles:
    made: Doubles = 1.0 - 0.30 * (np.abs(down - 0.0075) < 0.0022) * (0.5 + 0.5 * np.sign(np.sin(along * 2 * np.pi / 0.0050)))
    return made


def _puffed(down: Doubles, along: Doubles) -> Doubles:
    at = down / 0.13
    made: Doubles = (
        1.0
        - 0.28 * ramp(0.36, 0.12, at)
        + 0.06 * bump(0.60, 0.10, at)
        - 0.26 * bump(0.97, 0.05, at)
        - 0.18 * bump(0.45, 0.020, at)
    )
    return made


def _bind(sewing: Sewing) -> None:
    """A soft dark edge at the armholes, where the binding turns under."""
    c = sewing.canvas
    edge = -c.of(_hole)
    c.shade(0.84, ramp(0.010, 0.007, edge) * (edge > -0.01))
    c.seam(np.where(edge < 0.05, edge - 0.009, 1.0), 0.8)
    low = c.y - _HEM
    c.seam(np.where(low < 0.05, low - 0.012, 1.0), 0.7)

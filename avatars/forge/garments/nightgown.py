"""A long cotton nightgown: a round frilled neck, a yoke with gathers, full sleeves with frilled cuffs, to the ankles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import Fold, mirrored, relief
from avatars.forge.garments.block import STRAIGHT, Block, crew, cuffs, eased, hem_at, lengthened, sleeve_rows, top_panels_flat
from avatars.forge.garments.collars import band
from avatars.forge.garments.creases import gathers
from avatars.forge.garments.sewing import Dyes, Sewing
from avatars.forge.garments.shell import rim, shell
from avatars.forge.garments.shirts import button_row
from avatars.forge.garments.strips import armlet, cloth_of, front_points, strip
from avatars.forge.hanging import hem_rig, hung
from avatars.forge.part import Made
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

_HEM, _CUFF, _YOKE = 0.190, 0.548, 1.215
_LOW = (
    (0.160, 0.236, 0.192, 0.206),
    (0.300, 0.226, 0.178, 0.192),
    (0.475, 0.212, 0.162, 0.176),
    (0.620, 0.201, 0.148, 0.165),
    (0.760, 0.191, 0.135, 0.156),
    (0.860, 0.183, 0.126, 0.149),
    (0.960, 0.172, 0.117, 0.134),
    (1.060, 0.160, 0.110, 0.116),
)
_SLEEVE = sleeve_rows(
    (
        (0.140, 0.0085),
        (0.200, 0.0130),
        (0.280, 0.0190),
        (0.360, 0.0230),
        (0.440, 0.0260),
        (0.490, 0.0260),
        (0.512, 0.0170),
        (0.522, 0.0090),
        (0.534, 0.0110),
        (0.560, 0.0210),
        (0.590, 0.0250),
    ),
    0.45,
)
_BLOCK = Block(lengthened(eased(STRAIGHT, 0.002), _LOW), _SLEEVE, _HEM, _CUFF, over=False, columns=48)
_NECK = crew(0.0680, 0.0650, -0.0240)
_FRONT, _BACK = (0.2, 0.0, 1.0), (0.1, 0.0, -1.0)
_SLEEVES = (
    Fold((0.220, 1.318, 0.024), (0.512, 1.304, 0.026), (0.0, 0.4, 1.0), 0.012, 0.0042, 0.006),
    Fold((0.220, 1.275, 0.036), (0.512, 1.280, 0.032), (0.0, 0.0, 1.0), 0.011, 0.0040, -0.004),
    Fold((0.220, 1.245, 0.028), (0.512, 1.256, 0.020), (0.0, -0.5, 1.0), 0.012, 0.0044, -0.008),
    Fold((0.230, 1.330, -0.014), (0.512, 1.312, -0.016), (0.0, 1.0, 0.0), 0.012, 0.0036, 0.004),
    Fold((0.220, 1.300, -0.072), (0.512, 1.296, -0.060), (0.0, 0.2, -1.0), 0.012, 0.0042, -0.006),
    Fold((0.220, 1.258, -0.074), (0.512, 1.262, -0.056), (0.0, -0.3, -1.0), 0.012, 0.0042, 0.006),
)


def _flutes(points: Doubles) -> Doubles:
    """The gathers of the yoke open into folds."""
    turn = np.arctan2(points[:, 0] * 0.80, points[:, 2] + 0.008)
    deep = (
        (0.0012 + 0.0135 * ramp(1.16, 0.30, points[:, 1]))
        * ramp(_YOKE - 0.004, _YOKE - 0.050, points[:, 1])
        * ramp(0.24, 0.20, np.abs(points[:, 0]) * (points[:, 1] > 1.0))
    )
    made: Doubles = deep * np.cos(13 * turn + 0.9 * np.sin(2 * turn + 0.5) + 0.7 * np.sin(5 * turn))
    return made


def make_nightgown(dyes: Dyes) -> Tailored:
    """The nightgown."""
    smooth = _BLOCK.field()
    strokes = relief(
        [
            *_SLEEVES,
            *mirrored(_SLEEVES, 201, 0.006),
            *gathers(_YOKE - 0.052, 0.050, 64, 0.0014, 202, (0.152, 0.104)),
        ]
    )

    def folds(points: Doubles) -> Doubles:
        return strokes(points) + _flutes(points)

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    cut = shell(shape, _BLOCK.layout(), (_NECK, cuffs(_CUFF), hem_at(_HEM)), 0.0030)
    flat = top_panels_flat(1024, girth=1.26, long=1.225, share=0.70)
    sewing = Sewing("nightgown", dyes, flat, cut, shape, folds, smooth=smooth)
    c = sewing.canvas
    yoke = c.where(c.y - _YOKE, ~c.arm)
    c.raised(np.where(np.abs(yoke) < 0.5, yoke, -1.0), 0.8)
    c.stitches(yoke - 0.0045, c.girth(), 0.87, 0.7)
    for x in (0.020, 0.030, 0.040, 0.050):
        c.seam(c.where(np.abs(c.x) - x, c.ahead & (c.y > _YOKE) & (c.y < 1.33)), 0.35)
    c.seam(c.hole, 0.6)
    low = c.where(c.y - _HEM, ~c.arm)
    for row in (0.030, 0.042, 0.054):
        c.seam(low - row, 0.5)
    deep = c.of(_flutes)
    c.shade(0.90, ramp(0.0, -0.010, deep) * ~c.arm)
    c.shade(1.04, ramp(0.003, 0.012, deep) * ~c.arm)
    end = c.where(0.522 - np.abs(c.x), c.arm)
    c.shade(0.80, bump(0.0, 0.004, end))
    placket = strip(front_points(shape, [(0.0, float(v)) for v in np.linspace(1.300, _YOKE - 0.03, 7)]), shape, 0.022, 0.0018)
    sewing.trim(placket, "cloth", (20, 70), (0.022, 0.12), lambda v, u: 1.0 - 0.14 * ramp(0.003, 0.0, np.minimum(v, 0.022 - v)))
    button_row(sewing, (1.282, 1.255, 1.228, 1.201), "#f3ecdf", 0.0048, 0.0038)
    _frills(sewing, rim(cut.outside, _NECK, 56))
    joints, springs = hem_rig()
    return sewing.done(
        hung,
        strength=0.9,
        hollows=0.3,
        material={"shade": (0.82, 0.75, 0.82), "rim": (0.07, 0.07, 0.07)},
        extra=Made((), (), joints, springs),
    )


def _frills(sewing: Sewing, line: Doubles) -> None:
    """A standing frill round the neck, and a ribbon at each wrist."""
    t = np.linspace(0, 1, len(line))
    wave = 0.0042 * np.cos(t * 2 * np.pi * 19)
    piece = band(
        line,
        sewing.shape,
        ((-0.0060, 0.0008), (-0.0040, 0.0040), (0.0020, 0.0046), (0.0120, 0.0050), (0.0240, 0.0080)),
        0.9,
        0.0016,
    )
    grid = piece.face.positions.reshape(5, len(line), 3)
    if piece.shares[0, 1] > 0.5:
        wave = wave[::-1]
    out = grid - np.array([0.0, 0.0, -0.026])
    out[..., 1] = 0.0
    out /= np.maximum(np.linalg.norm(out, axis=-1, keepdims=True), 1e-9)
    grid[3] += out[3] * (wave * 0.5)[:, None]
    grid[4] += out[4] * wave[:, None] + np.array([0.0, 1.0, 0.0]) * (0.3 * wave)[:, None]
    sewing.trim(
        cloth_of(grid, 0.0016),
        "trim",
        (26, 200),
        (0.03, 0.44),
        lambda v, u: 1.0 - 0.16 * (0.5 + 0.5 * np.cos(u * 2 * np.pi / 0.0232)) * ramp(0.006, 0.02, v),
    )
    for sign in (1.0, -1.0):
        ribbon = armlet(sewing.smooth, sign, ((0.5155, 0.0002), (0.5165, 0.0030), (0.5275, 0.0030), (0.5285, 0.0002)), 14, 0.002)
        sewing.trim(ribbon, "trim", (14, 80), (0.012, 0.2))

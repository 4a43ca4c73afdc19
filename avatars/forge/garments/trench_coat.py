"""A trench coat: double-breasted, wide lapels, epaulettes, a storm flap, a tied belt, straps at the cuffs, to the knee."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.interpolate import PchipInterpolator

from avatars.forge.cloth.folds import Fold, mirrored, relief
from avatars.forge.garments.block import (
    STRAIGHT,
    Block,
    crew,
    cuffs,
    eased,
    front_gap,
    hem_at,
    lengthened,
    nipped,
    sleeve_rows,
    top_panels_flat,
)
from avatars.forge.garments.collars import lapel, turned
from avatars.forge.garments.creases import sleeve_folds
from avatars.forge.garments.fastenings import buttons
from avatars.forge.garments.sewing import Dyes, Sewing
from avatars.forge.garments.shell import rim, shell
from avatars.forge.garments.shirts import stitched
from avatars.forge.garments.strips import armlet, front_points, girdle, patch, set_on, smooth_path, strip
from avatars.forge.garments.tailoring import collar_tone, flap, notched, seams_of_a_jacket, under_flaps
from avatars.forge.hanging import coat_weights, hem_rig
from avatars.forge.part import Made
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

_HEM, _CUFF, _THICK, _WAIST = 0.368, 0.566, 0.0050, 1.020
_LOW = (
    (0.340, 0.254, 0.212, 0.226),
    (0.520, 0.236, 0.188, 0.204),
    (0.640, 0.222, 0.170, 0.188),
    (0.760, 0.208, 0.151, 0.173),
    (0.860, 0.196, 0.138, 0.160),
    (0.930, 0.184, 0.129, 0.144),
    (0.980, 0.170, 0.121, 0.126),
)
_SLEEVE = sleeve_rows(
    (
        (0.150, 0.0170),
        (0.220, 0.0185),
        (0.300, 0.0195),
        (0.380, 0.0205),
        (0.450, 0.0220),
        (0.520, 0.0240),
        (0.570, 0.0250),
        (0.620, 0.0250),
    ),
    0.35,
)
_BLOCK = Block(
    nipped(lengthened(eased(STRAIGHT, 0.0145), _LOW), _WAIST, 0.010, 0.060),
    _SLEEVE,
    _HEM,
    _CUFF,
    ease=0.0130,
    room=0.0175,
    columns=40,
    steps=(_WAIST, _WAIST + 0.030, _WAIST - 0.030),
)
_NECK = crew(0.0790, 0.0730, -0.0260)
_OPEN = ((1.165, 0.000), (1.190, 0.014), (1.230, 0.034), (1.280, 0.054), (1.320, 0.066), (1.360, 0.072))
_GAP = front_gap(((1.140, -0.020), *_OPEN))
_LAPEL = ((1.300, 0.082), (1.288, 0.118), (1.268, 0.140), (1.240, 0.136), (1.205, 0.112), (1.175, 0.076), (1.150, 0.034))
_FRONT, _BACK = (0.3, 0.0, 1.0), (0.2, 0.0, -1.0)
_FOLDS = (
    Fold((0.158, 1.200, 0.060), (0.120, 1.110, 0.110), _FRONT, 0.013, 0.0036, 0.008),
    Fold((0.130, 1.100, 0.090), (0.120, 1.030, 0.100), _FRONT, 0.010, 0.0032, 0.004),
    Fold((0.060, 1.090, 0.118), (0.064, 1.030, 0.115), _FRONT, 0.010, 0.0028, 0.003),
    Fold((0.110, 1.110, -0.105), (0.104, 1.030, -0.105), _BACK, 0.011, 0.0034, 0.004),
    Fold((0.050, 1.110, -0.115), (0.046, 1.030, -0.110), _BACK, 0.011, 0.0032, 0.004),
    Fold((0.070, 1.005, 0.112), (0.110, 0.355, 0.190), (0.4, 0.0, 1.0), 0.024, 0.0080, 0.012),
    Fold((0.130, 1.000, 0.080), (0.190, 0.355, 0.130), (0.8, 0.0, 0.7), 0.024, 0.0085, 0.010),
    Fold((0.160, 0.995, 0.000), (0.240, 0.355, 0.010), (1.0, 0.0, 0.0), 0.024, 0.0085, 0.008),
    Fold((0.130, 1.000, -0.090), (0.180, 0.355, -0.150), (0.7, 0.0, -0.8), 0.024, 0.0085, -0.010),
    Fold((0.060, 1.005, -0.115), (0.080, 0.355, -0.210), (0.3, 0.0, -1.0), 0.024, 0.0080, -0.010),
)
_POCKETS = ((0.125, 0.905), (-0.125, 0.905))


def make_trench_coat(dyes: Dyes) -> Tailored:
    """The coat."""
    smooth = _BLOCK.field()
    folds = relief([*_FOLDS, *mirrored(_FOLDS, 261, 0.008), *sleeve_folds(1.15, cuff=0.530, seed=262)])

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    cut = shell(shape, _BLOCK.layout(), (_NECK, _GAP, cuffs(_CUFF), hem_at(_HEM)), _THICK, 0.05)
    sewing = Sewing(
        "trench_coat", dyes, top_panels_flat(1024, girth=1.40, long=1.05, share=0.66), cut, shape, folds, smooth=smooth
    )
    c = sewing.canvas
    seams_of_a_jacket(sewing, None, _HEM, _CUFF, back=False)
    c.seam(c.where(c.x, c.behind & (c.y > 0.760)), 0.5)
    c.raised(np.where(c.behind & (c.y < 0.760), c.x, -1.0), 1.0)
    # The rain shield behind hangs loose over the yoke.
    shield = c.where(c.y - 1.165 - 0.05 * np.abs(c.x), c.behind, -1.0)
    c.raised(np.where(np.abs(shield) < 0.3, shield, -1.0), 1.0)
    c.stitches(c.where(shield, c.behind) - 0.006, c.x, 0.86, 0.7)
    over = c.where(c.x + 0.066, c.ahead & (c.y < 1.150), -1.0)
    c.raised(np.where(np.abs(over) < 0.03, over, -1.0), 1.0)
    c.stitches(c.where(over, c.ahead & (c.y < 1.150)) - 0.007, c.y, 0.86, 0.7)
    under_flaps(sewing, _POCKETS, 0.034, 0.066)
    c.shade(0.84, ramp(_WAIST - 0.045, _WAIST - 0.022, c.y) * ramp(_WAIST + 0.01, _WAIST, c.y) * ~c.arm)
    c.mottle(0.008, 24.0, 263)
    _trims(sewing)
    table = np.array(sorted(((1.140, -0.020), *_OPEN)))
    half = PchipInterpolator(table[:, 0], table[:, 1])
    for piece in lapel(shape, lambda y: np.maximum(half(y), 0.0), _LAPEL, room=0.0070, roll=0.008, drop=0.006):
        sewing.trim(piece, "cloth", (64, 56), (0.15, 0.09), notched(0.09, 0.15))
    collar = turned(
        rim(cut.outside, _NECK, 27),
        shape,
        stand=0.026,
        leaf=0.056,
        point=0.020,
        spread=0.044,
        open_=0.9,
        room=0.0095,
        thickness=0.003,
        roll=0.012,
    )
    sewing.trim(collar, "cloth", (64, 200), (0.105, 0.46), collar_tone(0.036, 0.105, 0.46))
    joints, springs = hem_rig()
    return sewing.done(
        coat_weights,
        strength=1.05,
        hollows=0.5,
        material={"shade": (0.77, 0.69, 0.74), "rim": (0.08, 0.07, 0.06)},
        extra=Made((), (), joints, springs),
    )


def _trims(sewing: Sewing) -> None:
    ground = sewing.shape
    flap(sewing, "cloth", _POCKETS, 0.034, 0.130, lean=0.0, room=0.0042, size=(76, 24), rows=4, columns=3)
    sewing.plain(buttons(ground, [(x, y) for y in (1.125, 0.915, 0.800) for x in (0.058, -0.046)], 0.0105, 0.0028), "buttons")
    profile = (
        (_WAIST + 0.0215, 0.0010),
        (_WAIST + 0.0205, 0.0058),
        (_WAIST, 0.0068),
        (_WAIST - 0.0205, 0.0058),
        (_WAIST - 0.0215, 0.0010),
    )
    sewing.trim(girdle(sewing.smooth, profile), "belt", (30, 200), (0.043, 0.86), stitched(0.043, 0.006))
    over = lambda p: sewing.smooth(p) - 0.0062  # noqa: E731
    # Tied, not buckled: a knot and two ends that hang.
    for x, low, turn in ((0.020, 0.790, 1.0), (-0.004, 0.835, -1.0)):
        y = np.linspace(_WAIST - 0.004, low, 10)
        path = front_points(ground, list(zip((x + turn * 0.016 * ramp(_WAIST, low, y)).tolist(), y.tolist(), strict=True)))
        sewing.trim(
            strip(path, ground, 0.036, 0.0080 if turn > 0 else 0.0060, 0.0026),
            "belt",
            (24, 90),
            (0.036, 0.2),
            stitched(0.036, 0.005),
        )
    sewing.trim(patch(over, (0.010, _WAIST), 0.036, 0.050, 0.0100, 0.0, 5, 4), "belt", (30, 26))
    for sign in (1.0, -1.0):
        cuff = armlet(sewing.smooth, sign, ((0.5085, 0.0008), (0.5095, 0.0038), (0.5285, 0.0038), (0.5295, 0.0008)), 16, 0.003)
        sewing.trim(cuff, "belt", (16, 110), (0.020, 0.34), stitched(0.020, 0.004))
        knots = [(sign * x, y, -0.022) for x, y in ((0.092, 1.353), (0.120, 1.343), (0.148, 1.331), (0.166, 1.321))]
        line = set_on(smooth_path(knots, 7), ground, 0.0)
        sewing.trim(strip(line, ground, 0.034, 0.0040, 0.003), "cloth", (26, 60), (0.034, 0.09), stitched(0.034, 0.005))
    # The storm flap on her right shoulder.
    gun = patch(ground, (-0.104, 1.196), 0.098, 0.110, 0.0046, 0.020, 6, 5, taper=0.10)
    sewing.trim(
        gun, "cloth", (60, 56), (0.110, 0.098), lambda v, u: stitched(0.098, 0.006)(u, v) * (1.0 - 0.14 * ramp(0.106, 0.110, v))
    )

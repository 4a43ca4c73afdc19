"""A blazer with notched lapels and one button, cut straight enough for anyone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.interpolate import PchipInterpolator

from avatars.forge.cloth.folds import Fold, mirrored, relief
from avatars.forge.garments.block import STRAIGHT, Block, crew, cuffs, eased, front_gap, hem_at, sleeve_rows, top_panels_flat
from avatars.forge.garments.collars import lapel, turned
from avatars.forge.garments.fastenings import buttons, on_points
from avatars.forge.garments.sewing import Dyes, Sewing
from avatars.forge.garments.shell import rim, shell
from avatars.forge.garments.strips import patch
from avatars.forge.garments.tailoring import collar_tone, flap, notched, seams_of_a_jacket, see_inside, under_flaps

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

_HEM, _CUFF, _THICK, _BUTTON = 0.795, 0.556, 0.0055, 1.035
_SLEEVE = sleeve_rows(
    (
        (0.150, 0.0150),
        (0.220, 0.0165),
        (0.300, 0.0175),
        (0.380, 0.0180),
        (0.450, 0.0190),
        (0.510, 0.0205),
        (0.560, 0.0215),
        (0.610, 0.0220),
    ),
    0.3,
)
_BLOCK = Block(eased(STRAIGHT, 0.0125, 0.015), _SLEEVE, _HEM, _CUFF, ease=0.0105, room=0.0150)
_NECK = crew(0.0760, 0.0700, -0.0260)
_OPEN = (
    (0.780, 0.062),
    (0.840, 0.040),
    (0.920, 0.020),
    (1.000, 0.005),
    (_BUTTON, -0.004),
    (1.060, 0.004),
    (1.110, 0.026),
    (1.180, 0.045),
    (1.250, 0.057),
    (1.310, 0.064),
    (1.360, 0.068),
)
_GAP = front_gap(_OPEN)
_LAPEL = (
    (1.300, 0.078),
    (1.284, 0.104),
    (1.262, 0.124),
    (1.232, 0.124),
    (1.190, 0.108),
    (1.140, 0.082),
    (1.090, 0.050),
    (1.046, 0.012),
)
_FRONT, _BACK = (0.3, 0.0, 1.0), (0.2, 0.0, -1.0)
_FOLDS = (
    Fold((0.150, 1.215, 0.060), (0.110, 1.140, 0.105), _FRONT, 0.013, 0.0032, 0.008),
    Fold((0.155, 1.060, 0.030), (0.040, 1.040, 0.110), _FRONT, 0.012, 0.0030, -0.008),
    Fold((0.150, 1.010, 0.040), (0.030, 1.028, 0.112), _FRONT, 0.011, 0.0026, 0.008),
    Fold((0.150, 1.210, -0.070), (0.090, 1.140, -0.110), _BACK, 0.014, 0.0034, -0.010),
    Fold((0.150, 1.050, -0.030), (0.050, 1.035, -0.110), _BACK, 0.013, 0.0032, 0.010),
    Fold((0.190, 1.225, 0.020), (0.270, 1.300, 0.040), (0.0, 0.1, 1.0), 0.012, 0.0036, 0.008),
    Fold((0.350, 1.290, 0.036), (0.310, 1.330, 0.000), (0.0, 0.5, 1.0), 0.012, 0.0036, 0.006),
    Fold((0.356, 1.275, 0.036), (0.318, 1.240, 0.006), (0.0, -0.5, 1.0), 0.012, 0.0036, -0.006),
    Fold((0.388, 1.285, 0.036), (0.430, 1.325, 0.000), (0.0, 0.5, 1.0), 0.012, 0.0030, -0.006),
    Fold((0.200, 1.230, -0.060), (0.270, 1.290, -0.078), (0.0, 0.1, -1.0), 0.012, 0.0034, -0.008),
    Fold((0.470, 1.250, 0.024), (0.500, 1.322, 0.010), (0.0, 0.0, 1.0), 0.011, 0.0024, 0.006),
)
_POCKETS = ((0.108, 0.905), (-0.108, 0.905))


def make_blazer(dyes: Dyes) -> Tailored:
    """The blazer."""
    smooth = _BLOCK.field()
    folds = relief([*_FOLDS, *mirrored(_FOLDS, 221, 0.006)])

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    cut = shell(shape, _BLOCK.layout(), (_NECK, _GAP, cuffs(_CUFF), hem_at(_HEM)), _THICK, 0.03)
    sewing = Sewing("blazer", dyes, top_panels_flat(girth=1.16, long=0.635), cut, shape, folds, smooth=smooth)
    c = sewing.canvas
    seams_of_a_jacket(sewing, _GAP, _HEM, _CUFF)
    dart = np.interp(c.y, [0.92, 1.05, 1.15], [0.088, 0.078, 0.082])
    c.seam(c.where(np.abs(c.x) - dart, c.ahead & (c.y > 0.925) & (c.y < 1.150)), 0.4)
    c.raised(np.where(c.behind & (c.y < 0.93), c.x + 0.001, -1.0), 0.9)
    under_flaps(sewing, _POCKETS, 0.105, 0.020)
    c.mottle(0.010, 0.9, 222)
    see_inside(sewing, cut, _GAP, "lining", _THICK, 0.03)
    flap(sewing, "cloth", _POCKETS, 0.105, 0.038)
    welt = patch(shape, (0.098, 1.150), 0.070, 0.016, 0.0035, 0.0, 4, 3, lean=0.12)
    sewing.trim(welt, "cloth", (14, 44))
    table = np.array(_OPEN)
    half = PchipInterpolator(table[:, 0], table[:, 1])
    for piece in lapel(shape, lambda y: np.maximum(half(y), 0.0), _LAPEL, room=0.0065, roll=0.008, drop=0.010):
        sewing.trim(piece, "lapels", (80, 40), (0.26, 0.075), notched(0.075, 0.26))
    collar = turned(
        rim(cut.outside, _NECK, 27),
        shape,
        stand=0.020,
        leaf=0.040,
        point=0.006,
        spread=0.030,
        open_=0.95,
        room=0.0095,
        closeness=0.55,
        thickness=0.003,
    )
    sewing.trim(collar, "lapels", (54, 170), (0.085, 0.42), collar_tone(0.030, 0.085, 0.42))
    sewing.plain(buttons(shape, [(0.004, _BUTTON)], 0.0095, 0.004), "buttons")
    at = np.array([(s * (_CUFF - o), 1.266, -0.085) for s in (1, -1) for o in (0.022, 0.040, 0.058)])
    sewing.plain(on_points(shape, at, 0.0058), "buttons")
    return sewing.done(hollows=0.5, material={"shade": (0.72, 0.67, 0.76), "rim": (0.08, 0.07, 0.07)})

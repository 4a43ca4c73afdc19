"""A denim jacket to the waist: pointed yokes, chest pockets with flaps, a waistband, honey stitches, worn open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import relief
from avatars.forge.cloth.paint import line, noise
from avatars.forge.garments.block import BOXY, Block, crew, cuffs, eased, front_gap, hem_at, nipped, sleeve_rows, top_panels_flat
from avatars.forge.garments.collars import turned
from avatars.forge.garments.creases import sleeve_folds, trunk_folds
from avatars.forge.garments.fastenings import buttons
from avatars.forge.garments.sewing import Dyes, Sewing
from avatars.forge.garments.shell import rim, shell
from avatars.forge.garments.tailoring import collar_tone, flap, see_inside
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

_HEM, _CUFF, _THICK, _BAND = 0.905, 0.560, 0.0055, 0.038
_SLEEVE = sleeve_rows(
    (
        (0.150, 0.0145),
        (0.220, 0.0165),
        (0.300, 0.0175),
        (0.380, 0.0185),
        (0.450, 0.0200),
        (0.500, 0.0205),
        (0.516, 0.0175),
        (0.524, 0.0145),
        (0.555, 0.0140),
        (0.600, 0.0145),
    ),
    0.35,
)
_BLOCK = Block(
    nipped(eased(BOXY, 0.008, 0.004), 0.925, 0.008, 0.060), _SLEEVE, _HEM, _CUFF, ease=0.0105, room=0.0145, steps=(_HEM + _BAND,)
)
_NECK = crew(0.0730, 0.0690, -0.0240)
_OPEN = ((0.880, 0.030), (0.960, 0.031), (1.060, 0.034), (1.160, 0.039), (1.240, 0.047), (1.300, 0.058), (1.350, 0.066))
_GAP = front_gap(_OPEN)


def make_denim_jacket(dyes: Dyes) -> Tailored:
    """The jacket."""
    smooth = _BLOCK.field()
    folds = relief([*sleeve_folds(1.25, cuff=0.518, seed=231), *trunk_folds(0.90, waist=0.985, seed=232)])

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    cut = shell(shape, _BLOCK.layout(), (_NECK, _GAP, cuffs(_CUFF), hem_at(_HEM)), _THICK, 0.03)
    sewing = Sewing("denim_jacket", dyes, top_panels_flat(girth=1.16, long=0.53), cut, shape, folds, smooth=smooth)
    _denim(sewing)
    _seams(sewing)
    see_inside(sewing, cut, _GAP, "cloth", _THICK, 0.03, 0.92, 1.10)
    places = ((0.093, 1.196), (-0.093, 1.196))
    flap(sewing, "cloth", places, 0.076, 0.034, lean=0.0, room=0.0042, point=0.014, columns=5)
    collar = turned(
        rim(cut.outside, _NECK, 27),
        shape,
        stand=0.022,
        leaf=0.048,
        point=0.022,
        spread=0.034,
        open_=0.85,
        room=0.0070,
        thickness=0.003,
    )
    sewing.trim(collar, "cloth", (60, 180), (0.095, 0.44), collar_tone(0.032, 0.095, 0.44))
    metal = [(0.046, y) for y in (0.925, 0.995, 1.065, 1.135)] + [(x, 1.178) for x in (0.093, -0.093)]
    sewing.plain(buttons(lambda p: shape(p) - 0.002, metal, 0.0070, 0.0026), "cloth", 1.0, "#b98f5a")
    return sewing.done(strength=1.05, hollows=0.5, material={"shade": (0.74, 0.69, 0.82), "rim": (0.07, 0.07, 0.08)})


def _denim(sewing: Sewing) -> None:
    c = sewing.canvas
    y, x = np.mgrid[0 : c.size, 0 : c.size].astype(float)
    c.tone *= (1.0 + 0.030 * np.sin((x + y) * 2 * np.pi / 4.0) + 0.020 * noise(c.size, c.size, 0.8, 233, 7.0))[..., None]
    # Worn pale where it rubs: shoulders, elbows, the pockets' mouths.
    worn = (
        0.5 * bump(0.36, 0.05, np.abs(c.x)) * (c.z < -0.03)
        + 0.35 * c.ahead * bump(1.10, 0.09, c.y)
        + 0.35 * c.behind * bump(1.12, 0.10, c.y)
    )
    worn = worn * (1.0 + 0.25 * noise(c.size, c.size, 9.0, 234, 2.0))
    c.shade(1.20, np.clip(worn, 0, 1))
    c.shade(0.86, bump(0.0, 0.05, c.z + 0.012) * ~c.arm * 0.8)


def _twin(sewing: Sewing, distance: Doubles, along: Doubles, rows: tuple[float, ...] = (0.0045, 0.0095)) -> None:
    """A felled seam: a pale lip beside a dark line, and rows of honey thread."""
    c = sewing.canvas
    c.shade(0.80, 0.7 * bump(0.0, 0.0050, distance))
    c.shade(1.12, 0.5 * bump(0.0032, 0.0016, np.abs(distance)))
    c.shade(0.64, 0.7 * line(distance, 0.0007, 0.0014))
    for row in rows:
        t = (along / 0.0080) % 1.0
        dash = ramp(0.10, 0.24, t) * (1 - ramp(0.70, 0.86, t))
        c.zone("thread", 0.8 * (0.3 + 0.7 * dash) * line(distance - row, 0.0006, 0.0011))


def _seams(sewing: Sewing) -> None:
    c = sewing.canvas
    ax = np.abs(c.x)
    edge = c.where(-c.of(_GAP), c.ahead)
    _twin(sewing, c.where(edge - 0.030, c.ahead & (edge < 0.2)), c.y, (0.0, -0.0250))
    yoke = c.where(c.y - 1.218, c.ahead)
    _twin(sewing, yoke, c.x, (-0.0045, -0.0095))
    back = c.where(c.y - 1.205 + 0.16 * ax, c.behind)
    _twin(sewing, back, c.x, (-0.0045, -0.0095))
    # The two slanting seams below each pocket.
    for top, low in ((0.058, 0.070), (0.124, 0.098)):
        slant = np.interp(c.y, [_HEM + _BAND, 1.180], [low, top])
        _twin(sewing, c.where(ax - slant, c.ahead & (c.y < 1.180) & (c.y > _HEM + _BAND)), c.y, (0.004,))
    slant = np.interp(c.y, [_HEM + _BAND, 1.205], [0.055, 0.084])
    _twin(sewing, c.where(ax - slant, c.behind & (c.y < 1.190) & (c.y > _HEM + _BAND)), c.y, (0.004,))
    _twin(sewing, c.hole, c.y + c.z, (-0.005, -0.010))
    _twin(sewing, c.where(c.y - _HEM - _BAND, ~c.arm), c.girth(), (-0.004,))
    _twin(sewing, c.where(_CUFF - 0.040 - ax, c.arm), c.round_arm(), (-0.004,))
    for distance, along in ((c.where(c.y - _HEM, ~c.arm), c.girth()), (c.where(_CUFF - ax, c.arm), c.round_arm())):
        t = (along / 0.0080) % 1.0
        c.zone("thread", 0.7 * ramp(0.1, 0.2, t) * ramp(0.85, 0.7, t) * line(distance - 0.004, 0.0006, 0.0011))

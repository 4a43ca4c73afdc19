"""A running top with a half zip: a stand collar, raglan sleeves, panels at the sides, thumb-long cuffs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import relief
from avatars.forge.cloth.paint import line
from avatars.forge.garments.block import FITTED, Block, crew, cuffs, eased, hem_at, sleeve_rows, top_panels_flat
from avatars.forge.garments.collars import neck_tube
from avatars.forge.garments.creases import sleeve_folds, trunk_folds
from avatars.forge.garments.fastenings import piping
from avatars.forge.garments.sewing import Dyes, Sewing
from avatars.forge.garments.shell import shell
from avatars.forge.garments.strips import front_points, patch, strip
from avatars.forge.mesh_edit import joined
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

_HEM, _CUFF, _ZIP = 0.858, 0.574, 1.170
_SLEEVE = sleeve_rows(
    (
        (0.150, 0.0060),
        (0.220, 0.0058),
        (0.300, 0.0058),
        (0.380, 0.0062),
        (0.450, 0.0066),
        (0.510, 0.0072),
        (0.570, 0.0095),
        (0.620, 0.0105),
    ),
    0.2,
)
_BLOCK = Block(eased(FITTED, 0.001), _SLEEVE, _HEM, _CUFF, ease=-0.0030, room=0.0050)
_NECK = crew(0.0605, 0.0600, -0.0240)
_STAND = ((0.0050, 1.318), (0.0060, 1.346), (0.0062, 1.374), (0.0040, 1.379), (0.0015, 1.374), (0.0005, 1.350))


def _raglan(points: Doubles) -> Doubles:
    """Positive on the sleeve, whose seam runs from the neck to the armpit."""
    x, y = np.abs(points[:, 0]), points[:, 1]
    d: Doubles = x - np.interp(y, [1.20, 1.225, 1.26, 1.30, 1.345, 1.38], [0.165, 0.146, 0.118, 0.086, 0.058, 0.05])
    return d


def make_zip_top(dyes: Dyes) -> Tailored:
    """The top."""
    smooth = _BLOCK.field()
    folds = relief([*sleeve_folds(0.75, cuff=0.570, seed=121), *trunk_folds(0.60, waist=1.005, seed=122)])

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    cut = shell(shape, _BLOCK.layout(), (_NECK, cuffs(_CUFF), hem_at(_HEM)), 0.0030)
    sewing = Sewing("zip_top", dyes, top_panels_flat(girth=0.96, long=0.56, sleeve=0.47), cut, shape, folds, smooth=smooth)
    c = sewing.canvas
    seam = c.of(_raglan)
    # Side panels curve in to the waist.
    side = np.interp(c.y, [0.84, 0.93, 1.02, 1.10, 1.20], [0.052, 0.058, 0.066, 0.060, 0.030]) - np.abs(c.z + 0.004)
    side = np.where(~c.arm & (c.y < 1.22), side, -1.0)
    c.zone("panels", np.maximum(ramp(-0.0005, 0.0005, seam), ramp(-0.0005, 0.0005, side)))
    for distance in (seam, c.where(side, side > -0.5)):
        c.seam(distance, 0.7)
        for row in (0.0040, -0.0040):
            c.stitches(distance - row, c.y + c.z, 1.14, 0.6, 0.0055)
    low, end = c.where(c.y - _HEM, ~c.arm), c.where(_CUFF - np.abs(c.x), c.arm)
    c.stitches(low - 0.020, c.girth(), 1.14, 0.6)
    c.stitches(end - 0.016, c.round_arm(), 1.14, 0.6)
    # A fine knit grid, as such cloth has.
    c.tone *= (1.0 + 0.020 * np.sin(c.girth() * 2 * np.pi / 0.0052) * np.sin(c.y * 2 * np.pi / 0.0052) * ~c.arm)[..., None]
    _zip(sewing)
    collar = neck_tube(_STAND, shape, columns=26, fall=0.10, room=0.001)
    sewing.trim(collar, "cloth", (40, 170), (0.075, 0.38), lambda v, u: 1.0 - 0.12 * line(v - 0.031, 0.0005, 0.0012))
    # Piping along the raglan in front.
    y = np.linspace(1.325, 1.232, 9)
    x = np.interp(y, [1.20, 1.225, 1.26, 1.30, 1.345, 1.38], [0.165, 0.146, 0.118, 0.086, 0.058, 0.05])
    cords = [
        piping(front_points(shape, list(zip((s * x).tolist(), y.tolist(), strict=True))), shape, 0.0004, 0.0016)
        for s in (1.0, -1.0)
    ]
    sewing.plain(joined(*cords), "piping")
    return sewing.done(strength=0.95, hollows=0.5, material={"shade": (0.74, 0.68, 0.78), "rim": (0.09, 0.09, 0.10)})


def _zip(sewing: Sewing) -> None:
    ground = sewing.shape
    y = np.linspace(1.312, _ZIP, 10)
    tape = strip(front_points(ground, [(0.0, float(v)) for v in y]), ground, 0.019, 0.0024)

    def teeth(down: Doubles, along: Doubles) -> Doubles:
        middle = np.abs(down - 0.0095)
        made: Doubles = 1.0 - 0.25 * ramp(0.0050, 0.0040, middle) * (0.6 + 0.4 * np.sign(np.sin(along * 2 * np.pi / 0.0042)))
        return made

    sewing.trim(tape, "piping", (18, 110), (0.019, 0.14), teeth)
    pull = patch(ground, (0.0, _ZIP + 0.004), 0.0085, 0.026, 0.0056, 0.0, 3, 3)
    sewing.trim(pull, "piping", (12, 12), tone=None)

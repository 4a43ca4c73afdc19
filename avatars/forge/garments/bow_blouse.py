"""A silk blouse: a narrow stand collar tied into a bow, full sleeves gathered into buttoned cuffs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import Fold, mirrored, relief
from avatars.forge.garments.block import STRAIGHT, Block, crew, cuffs, eased, hem_at, nipped, sleeve_rows, top_panels_flat
from avatars.forge.garments.collars import neck_tube
from avatars.forge.garments.creases import gathers
from avatars.forge.garments.fastenings import on_points
from avatars.forge.garments.sewing import Dyes, Sewing
from avatars.forge.garments.shell import shell
from avatars.forge.garments.shirts import placket, sewn_like_a_shirt
from avatars.forge.garments.strips import bow
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

_HEM, _CUFF, _BAND = 0.880, 0.572, 0.040
_SLEEVE = sleeve_rows(
    (
        (0.140, 0.0085),
        (0.200, 0.0120),
        (0.280, 0.0170),
        (0.360, 0.0220),
        (0.440, 0.0270),
        (0.495, 0.0290),
        (0.518, 0.0230),
        (0.531, 0.0100),
        (0.550, 0.0090),
        (0.600, 0.0090),
    ),
    0.5,
)
_BLOCK = Block(nipped(eased(STRAIGHT, 0.002, 0.004), 0.985, 0.012, 0.060), _SLEEVE, _HEM, _CUFF, ease=0.0005, steps=(0.985,))
_NECK = crew(0.0575, 0.0575, -0.0245)
_FRONT, _BACK = (0.2, 0.0, 1.0), (0.1, 0.0, -1.0)
_FOLDS = (
    Fold((0.062, 1.312, 0.020), (0.060, 1.190, 0.100), _FRONT, 0.008, 0.0024, 0.003),
    Fold((0.084, 1.308, 0.000), (0.088, 1.180, 0.095), _FRONT, 0.008, 0.0024, 0.003),
    Fold((0.104, 1.300, -0.010), (0.112, 1.190, 0.080), _FRONT, 0.008, 0.0022, 0.003),
    Fold((0.060, 1.130, 0.105), (0.050, 1.000, 0.094), _FRONT, 0.011, 0.0030, 0.005),
    Fold((0.096, 1.120, 0.098), (0.088, 1.000, 0.086), _FRONT, 0.011, 0.0032, -0.004),
    Fold((0.130, 1.110, 0.070), (0.122, 1.000, 0.060), (0.7, 0.0, 0.7), 0.012, 0.0030, 0.004),
    Fold((0.040, 1.230, -0.095), (0.034, 1.000, -0.092), _BACK, 0.012, 0.0030, 0.004),
    Fold((0.085, 1.210, -0.095), (0.076, 1.000, -0.088), _BACK, 0.012, 0.0030, -0.005),
    # The full sleeve falls in long soft folds into its cuff.
    Fold((0.230, 1.312, 0.030), (0.525, 1.300, 0.030), (0.0, 0.4, 1.0), 0.012, 0.0040, 0.006),
    Fold((0.250, 1.285, 0.040), (0.528, 1.280, 0.036), (0.0, 0.0, 1.0), 0.011, 0.0040, -0.004),
    Fold((0.230, 1.252, 0.034), (0.528, 1.258, 0.026), (0.0, -0.5, 1.0), 0.012, 0.0044, -0.008),
    Fold((0.260, 1.332, -0.010), (0.528, 1.312, -0.014), (0.0, 1.0, 0.0), 0.012, 0.0036, 0.004),
    Fold((0.240, 1.300, -0.075), (0.528, 1.296, -0.062), (0.0, 0.2, -1.0), 0.012, 0.0042, -0.006),
    Fold((0.240, 1.262, -0.078), (0.528, 1.264, -0.060), (0.0, -0.3, -1.0), 0.012, 0.0042, 0.006),
    Fold((0.250, 1.235, -0.020), (0.528, 1.250, -0.020), (0.0, -1.0, 0.0), 0.014, 0.0046, 0.006),
)


def make_bow_blouse(dyes: Dyes) -> Tailored:
    """The blouse."""
    smooth = _BLOCK.field()
    folds = relief(
        [
            *_FOLDS,
            *mirrored(_FOLDS, 111, 0.006),
            *(f for f in gathers(0.985, 0.075, 46, 0.0016, 112, (0.140, 0.100)) if abs(f.start[0]) > 0.028),
        ]
    )

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    cut = shell(shape, _BLOCK.layout(), (_NECK, cuffs(_CUFF), hem_at(_HEM)), 0.0028)
    sewing = Sewing("bow_blouse", dyes, top_panels_flat(girth=1.04, long=0.56), cut, shape, folds, smooth=smooth)
    sewn_like_a_shirt(sewing, _HEM, _CUFF, _BAND, yoke=1.275)
    c = sewing.canvas
    end = c.where(_CUFF - np.abs(c.x), c.arm)
    c.zone("bow", ramp(_BAND + 0.0005, _BAND - 0.0005, end))
    # Silk has a sheen where it turns to the light.
    c.shade(1.05, ramp(-0.02, 0.10, c.y - 1.18) * c.ahead)
    placket(sewing, "silk", 1.300, _HEM, 0.026, 0.0018)
    sewing.plain(
        on_points(shape, np.array([(s * (_CUFF - o), 1.282, -0.075) for s in (1, -1) for o in (0.012, 0.028)]), 0.0045),
        "silk",
        1.0,
        "#f4ead9",
    )
    collar = neck_tube(
        ((0.0065, 1.314), (0.0075, 1.342), (0.0062, 1.362), (0.0025, 1.360), (0.0010, 1.335)),
        shape,
        columns=26,
        fall=0.24,
        room=0.001,
    )
    sewing.trim(collar, "bow", (26, 160), (0.04, 0.38))
    for piece in bow(shape, (0.0, 1.296), 0.074, 0.150, 0.036, lift=0.020, droop=0.012):
        sewing.trim(piece, "bow", (28, 56), (0.04, 0.10), _bow)
    return sewing.done(
        strength=1.15, hollows=0.5, material={"shade": (0.79, 0.70, 0.79), "rim": (0.14, 0.13, 0.14), "rim_power": 3.0}
    )


def _bow(down: Doubles, along: Doubles) -> Doubles:
    made: Doubles = 1.0 - 0.20 * ramp(0.018, 0.0, along) + 0.07 * np.cos((down - 0.5 * along) * 260)
    return made

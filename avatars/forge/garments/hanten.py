"""A padded house jacket after the Japanese hanten: wide sleeves, a dark collar band down both fronts, tied with cords."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import Chart
from avatars.forge.cloth.folds import Fold, mirrored, relief
from avatars.forge.garments.block import BOXY, Block, crew, cuffs, eased, front_gap, hem_at, sleeve_rows, top_panels_flat
from avatars.forge.garments.fastenings import piping
from avatars.forge.garments.sewing import Dyes, Sewing
from avatars.forge.garments.shell import shell
from avatars.forge.garments.strips import front_points, patch, set_on, smooth_path, strip
from avatars.forge.garments.tailoring import flap, see_inside
from avatars.forge.garments.wide_sleeves import WideSleeve, sleeve_rig, sleeve_weights
from avatars.forge.part import Made
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.wardrobe.garment import Tailored

_HEM, _CUT, _THICK, _FALL = 0.800, 0.215, 0.0085, 0.130
_SLEEVE = sleeve_rows(((0.140, 0.0190), (0.180, 0.0215), (0.222, 0.0240), (0.270, 0.0250)), 0.3)
_BLOCK = Block(eased(BOXY, 0.0100, 0.0110), _SLEEVE, _HEM, _CUT, ease=0.0140, room=0.0180)
_NECK = crew(0.0820, 0.0700, -0.0320)
_OPEN = (
    (0.780, 0.044),
    (0.900, 0.042),
    (1.020, 0.040),
    (1.120, 0.042),
    (1.200, 0.050),
    (1.270, 0.064),
    (1.310, 0.073),
    (1.360, 0.080),
)
_GAP = front_gap(_OPEN)
_WIDE = WideSleeve(
    (
        (0.198, 0.067, 0.062, 0.070),
        (0.260, 0.066, 0.061, 0.086),
        (0.340, 0.066, 0.060, 0.108),
        (0.420, 0.066, 0.060, 0.122),
        (0.505, 0.066, 0.060, 0.130),
    ),
    0.45,
    0.007,
    count=10,
    around=18,
)
_FOLDS = (
    Fold((0.165, 1.200, 0.080), (0.110, 1.100, 0.125), (0.3, 0.0, 1.0), 0.020, 0.0050, 0.012),
    Fold((0.168, 1.160, 0.060), (0.150, 1.000, 0.090), (0.7, 0.0, 0.8), 0.020, 0.0046, -0.010),
    Fold((0.165, 1.200, -0.080), (0.090, 1.110, -0.135), (0.3, 0.0, -1.0), 0.020, 0.0050, -0.012),
    Fold((0.120, 1.040, 0.120), (0.140, 0.800, 0.125), (0.5, 0.0, 1.0), 0.022, 0.0044, 0.008),
    Fold((0.070, 1.060, -0.130), (0.080, 0.800, -0.145), (0.2, 0.0, -1.0), 0.022, 0.0044, 0.008),
    Fold((0.160, 1.000, -0.060), (0.176, 0.800, -0.070), (1.0, 0.0, -0.4), 0.022, 0.0044, -0.008),
)


def make_hanten(dyes: Dyes) -> Tailored:
    """The jacket."""
    smooth = _BLOCK.field()
    folds = relief([*_FOLDS, *mirrored(_FOLDS, 271, 0.008)])

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    cut = shell(shape, _BLOCK.layout(), (_NECK, _GAP, cuffs(_CUT), hem_at(_HEM)), _THICK, 0.035)
    sewing = Sewing(
        "hanten", dyes, top_panels_flat(girth=1.24, long=0.63, sleeve=0.30, share=0.62), cut, shape, folds, smooth=smooth
    )
    c = sewing.canvas
    # Padding is held by long tacking stitches.
    for distance, along in ((c.where((c.girth(0.18) / 0.052) % 1.0 - 0.5, ~c.arm) * 0.052, c.y),):
        c.shade(0.90, 0.7 * bump(0.0, 0.0060, distance) * ~c.arm)
        c.stitches(distance, along, 0.82, 0.6, 0.020)
    low = c.where(c.y - _HEM, ~c.arm)
    c.shade(0.86, bump(0.012, 0.005, low))
    see_inside(sewing, cut, _GAP, "lining", _THICK, 0.035, 0.88, 1.02)
    _band(sewing)
    _sleeves(sewing)
    flap(sewing, "cloth", ((0.122, 0.895), (-0.122, 0.895)), 0.110, 0.115, lean=0.0, room=0.0052, size=(64, 60), rows=4)
    _ties(sewing)
    bones, springs = sleeve_rig(_FALL)
    return sewing.done(
        lambda p: sleeve_weights(p, _FALL),
        strength=1.0,
        hollows=0.5,
        material={"shade": (0.75, 0.68, 0.76), "rim": (0.08, 0.07, 0.07)},
        extra=Made((), (), bones, springs),
    )


def _band(sewing: Sewing) -> None:
    """The collar band: from one hem round the neck to the other, thick and soft."""
    ground = sewing.shape
    rows = np.array(_OPEN)
    y = np.linspace(_HEM + 0.002, 1.300, 14)
    x = np.interp(y, rows[:, 0], rows[:, 1]) + 0.012
    side = front_points(ground, list(zip(x.tolist(), y.tolist(), strict=True)))
    neck = np.array(
        [(0.086, 1.336, 0.010), (0.090, 1.352, -0.030), (0.080, 1.352, -0.066), (0.050, 1.344, -0.094), (0.0, 1.338, -0.106)]
    )
    left = np.concatenate([side, neck])
    whole = smooth_path(np.concatenate([left, (left * (-1, 1, 1))[-2::-1]]).tolist(), 56)
    piece = strip(set_on(whole, ground, 0.0), ground, 0.050, 0.0085, 0.012, 5)

    def tone(down: Doubles, along: Doubles) -> Doubles:
        made: Doubles = 1.0 + 0.08 * bump(0.025, 0.010, down) - 0.20 * ramp(0.006, 0.0, np.minimum(down, 0.05 - down))
        return made

    sewing.trim(piece, "collar", (40, 220), (0.05, 1.5), tone)


def _sleeves(sewing: Sewing) -> None:
    c = sewing.canvas
    place = c.place(int(0.42 * c.size), int(0.50 * sewing.area.height), sewing.area)
    v, u = c.shares(place)
    tone = (1.0 - 0.10 * (0.5 + 0.5 * np.cos(v * 20 + 3 * np.sin(u * 6.3)))) * (
        1.0 - 0.14 * bump(0.0, 0.05, u) - 0.14 * bump(1.0, 0.05, u)
    )
    c.fill(place, "cloth", tone * (1.0 - 0.22 * np.exp(-(((v - 0.93) / 0.010) ** 2))))
    for sign in (1.0, -1.0):
        outer, inside, shares = _WIDE.meshes(sign)
        sewing.trims.append(Chart(outer, c.uv(place, shares[:, ::-1])))
        sewing.plain(inside, "lining", 0.80)


def _ties(sewing: Sewing) -> None:
    """Two cords tied in front, and their knot."""
    ground = sewing.shape
    for x, low in ((0.034, 0.905), (-0.030, 0.925)):
        y = np.linspace(1.086, low, 9)
        line = np.stack([np.interp(y, [low, 1.05, 1.086], [x, x * 0.5, 0.0]), y, np.full(9, 0.140)], axis=1)
        sewing.plain(piping(set_on(line, over(ground), 0.0), over(ground), 0.004, 0.0034, 5), "ties")
    across = np.stack([np.linspace(-0.058, 0.058, 9), 1.088 - 0.004 * np.cos(np.linspace(-3, 3, 9)), np.full(9, 0.125)], axis=1)
    sewing.plain(piping(across, over(ground), 0.006, 0.0034, 5), "ties")
    sewing.trim(patch(over(ground), (0.0, 1.088), 0.020, 0.020, 0.0100, 0.0, 4, 4), "ties", (14, 14))


def over(ground: Field) -> Field:
    """The fronts closed by what is tied over the opening."""

    def field(points: Doubles) -> Doubles:
        d: Doubles = ground(points) - 0.010 * ramp(0.085, 0.070, np.abs(points[:, 0]))
        return d

    return field

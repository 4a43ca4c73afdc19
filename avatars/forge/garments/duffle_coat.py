"""A duffle coat: closed with wooden toggles and cords, a hood folded back, patch pockets, to below the knee."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import Fold, mirrored, relief
from avatars.forge.garments.block import STRAIGHT, Block, crew, cuffs, eased, hem_at, lengthened, sleeve_rows, top_panels_flat
from avatars.forge.garments.collars import band
from avatars.forge.garments.creases import sleeve_folds
from avatars.forge.garments.fastenings import loop, peg
from avatars.forge.garments.sewing import Dyes, Sewing
from avatars.forge.garments.shell import rim, shell
from avatars.forge.garments.strips import Piece, front_points, patch, strip
from avatars.forge.garments.tailoring import flap, seams_of_a_jacket, under_flaps
from avatars.forge.hanging import coat_weights, hem_rig
from avatars.forge.mesh_edit import centres, joined, keep, split
from avatars.forge.part import Made
from avatars.forge.sdf.fields import cone, mirror, ramp, smin
from avatars.forge.sdf.meshing import Mesh, mesh_of

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.wardrobe.garment import Tailored

_HEM, _CUFF, _THICK = 0.400, 0.566, 0.0070
_LOW = (
    (0.370, 0.238, 0.198, 0.212),
    (0.520, 0.228, 0.182, 0.196),
    (0.680, 0.212, 0.160, 0.176),
    (0.780, 0.203, 0.146, 0.166),
    (0.860, 0.195, 0.136, 0.158),
    (0.940, 0.186, 0.128, 0.144),
    (1.020, 0.176, 0.122, 0.130),
    (1.080, 0.170, 0.121, 0.122),
)
_SLEEVE = sleeve_rows(
    (
        (0.150, 0.0190),
        (0.220, 0.0205),
        (0.300, 0.0215),
        (0.380, 0.0225),
        (0.450, 0.0240),
        (0.520, 0.0255),
        (0.570, 0.0265),
        (0.620, 0.0265),
    ),
    0.35,
)
_BLOCK = Block(lengthened(eased(STRAIGHT, 0.0165), _LOW), _SLEEVE, _HEM, _CUFF, ease=0.0150, room=0.0190, columns=38)
_NECK = crew(0.0780, 0.0720, -0.0250)
_FRONT, _BACK = (0.3, 0.0, 1.0), (0.2, 0.0, -1.0)
_FOLDS = (
    Fold((0.160, 1.210, 0.070), (0.120, 1.120, 0.115), _FRONT, 0.016, 0.0040, 0.010),
    Fold((0.165, 1.200, -0.075), (0.100, 1.120, -0.125), _BACK, 0.016, 0.0040, -0.010),
    Fold((0.110, 1.000, 0.125), (0.130, 0.385, 0.160), (0.4, 0.0, 1.0), 0.026, 0.0060, 0.012),
    Fold((0.170, 0.980, 0.060), (0.200, 0.385, 0.090), (0.9, 0.0, 0.5), 0.026, 0.0062, 0.010),
    Fold((0.180, 0.960, -0.040), (0.205, 0.385, -0.060), (1.0, 0.0, -0.3), 0.026, 0.0060, -0.010),
    Fold((0.080, 1.000, -0.135), (0.100, 0.385, -0.180), (0.4, 0.0, -1.0), 0.026, 0.0062, -0.012),
)
_TOGGLES = (1.185, 1.075, 0.965, 0.855)
_POCKETS = ((0.112, 0.800), (-0.112, 0.800))


def make_duffle_coat(dyes: Dyes) -> Tailored:
    """The coat."""
    smooth = _BLOCK.field()
    folds = relief([*_FOLDS, *mirrored(_FOLDS, 251, 0.01), *sleeve_folds(1.25, cuff=0.550, seed=252)])

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    cut = shell(shape, _BLOCK.layout(), (_NECK, cuffs(_CUFF), hem_at(_HEM)), _THICK, 0.045)
    sewing = Sewing(
        "duffle_coat", dyes, top_panels_flat(1024, girth=1.36, long=1.015, share=0.66), cut, shape, folds, smooth=smooth
    )
    c = sewing.canvas
    seams_of_a_jacket(sewing, None, _HEM, _CUFF)
    # The doubled yoke over the shoulders, in front and behind.
    for here, level in ((c.ahead, 1.205), (c.behind, 1.190)):
        over = c.where(c.y - level - 0.10 * np.abs(c.x), here, -1.0)
        c.raised(np.where(np.abs(over) < 0.3, over, -1.0), 0.9)
        c.stitches(c.where(over, here) - 0.006, c.x, 0.86, 0.7)
    under_flaps(sewing, _POCKETS, 0.125, 0.068)
    end = c.where(_CUFF - np.abs(c.x), c.arm)
    c.stitches(end - 0.030, c.round_arm(), 0.86, 0.7)
    c.mottle(0.014, 1.0, 253)
    c.mottle(0.010, 24.0, 254)
    _front(sewing)
    flap(sewing, "cloth", _POCKETS, 0.125, 0.135, lean=0.0, room=0.0050, size=(80, 76), rows=5)
    flap(sewing, "cloth", [(x, y + 0.060) for x, y in _POCKETS], 0.131, 0.040, lean=0.0, room=0.0095, point=0.0)
    _hood(sewing, rim(cut.outside, _NECK, 30))
    joints, springs = hem_rig()
    return sewing.done(
        coat_weights,
        extra=Made((), (), joints, springs),
        strength=1.05,
        hollows=0.5,
        material={"shade": (0.72, 0.66, 0.74), "rim": (0.09, 0.08, 0.07), "outline": 0.0008},
    )


def _front(sewing: Sewing) -> None:
    """The overlap, and four pairs of pegs and loops on leather tabs."""
    ground = sewing.shape
    y = np.linspace(1.296, _HEM + 0.002, 20)
    path = front_points(ground, [(0.020, float(v)) for v in y])

    def tone(down: Doubles, along: Doubles) -> Doubles:
        edge = np.minimum(down, 0.056 - down)
        made: Doubles = 1.0 - 0.14 * np.exp(-(((edge - 0.007) / 0.0013) ** 2)) - 0.16 * ramp(0.0020, 0.0, edge)
        return made

    sewing.trim(strip(path, ground, 0.056, 0.0042, 0.004), "cloth", (40, 200), (0.056, 0.90), tone)
    over = ground_over(ground)
    pegs, cords = [], []
    for height in _TOGGLES:
        for sign, x in ((1.0, 0.074), (-1.0, 0.046)):
            leather = patch(over, (sign * x, height), 0.030, 0.026, 0.0026, 0.0, 4, 4)
            sewing.trim(leather, "tabs", (20, 22), (0.026, 0.030), _leather)
        pegs.append(peg(over, (-0.006, height), 0.046, 0.0062, 0.0100))
        cords.append(loop(over, (0.070, height), (0.006, height), 0.0022, 0.0052))
        cords.append(loop(over, (-0.042, height), (-0.010, height), 0.0022, 0.0052))
    sewing.plain(joined(*pegs), "toggles")
    sewing.plain(joined(*cords), "tabs", 0.90)


def ground_over(ground: Field) -> Field:
    """The front with the overlap on it."""

    def field(points: Doubles) -> Doubles:
        d: Doubles = ground(points) - 0.0044 * ramp(-0.012, -0.006, points[:, 0]) * ramp(0.052, 0.046, points[:, 0]) * (
            points[:, 2] > 0
        )
        return d

    return field


def _leather(down: Doubles, along: Doubles) -> Doubles:
    edge = np.minimum(np.minimum(down, 0.026 - down), np.minimum(along, 0.030 - along))
    made: Doubles = 1.0 + 0.10 * np.exp(-(((edge - 0.004) / 0.0010) ** 2)) - 0.16 * ramp(0.0016, 0.0, edge)
    return made


def folded_hood(shape: Field, thick: float = 1.0) -> Mesh:
    """A hood that lies on the shoulders: its roll round the neck and the peak between the shoulder blades."""
    roll = mirror(cone((0.0, 1.338, -0.116), (0.092, 1.352, -0.050), 0.037 * thick, 0.023 * thick))
    sides = mirror(cone((0.090, 1.350, -0.050), (0.066, 1.318, 0.026), 0.022 * thick, 0.012 * thick))
    peak = cone((0.0, 1.332, -0.120), (0.0, 1.200, -0.128), 0.038 * thick, 0.016)
    flank = mirror(cone((0.048, 1.338, -0.104), (0.016, 1.220, -0.128), 0.030 * thick, 0.014))
    hollow = cone((0.0, 1.420, -0.030), (0.0, 1.330, -0.040), 0.086, 0.050)

    def hood(points: Doubles) -> Doubles:
        d = smin(smin(roll(points), sides(points), 0.020), smin(peak(points), flank(points), 0.020), 0.022)
        x, y = points[:, 0], points[:, 1]
        crease: Doubles = 0.0022 * np.cos(np.abs(x) * 140 + y * 55) * ramp(0.02, 0.05, np.abs(x))
        return -smin(-(d - crease), hollow(points), 0.008)

    mesh = mesh_of(hood, (-0.16, 1.16, -0.22), (0.16, 1.43, 0.07), 0.0040, 1000)
    mesh, value = split(mesh, shape(mesh.positions) + 0.004)
    return keep(mesh, centres(mesh, value) > 0)


def _hood(sewing: Sewing, line: Doubles) -> None:
    mesh = folded_hood(sewing.shape)
    p = mesh.positions
    shares = np.stack([np.clip((1.43 - p[:, 1]) / 0.27, 0, 1), np.clip(p[:, 0] / 0.32 + 0.5, 0, 1)], axis=1)

    def tone(down: Doubles, along: Doubles) -> Doubles:
        middle = along - 0.16
        made: Doubles = (
            1.0 - 0.20 * np.exp(-((middle / 0.0016) ** 2)) - 0.10 * np.exp(-(((np.abs(middle) - 0.008) / 0.0013) ** 2))
        )
        return made * (1.0 - 0.16 * ramp(0.10, 0.24, down))

    empty = Mesh(p[:1], mesh.normals[:1], np.zeros((0, 3), dtype=np.int64))
    sewing.trim(Piece(mesh, empty, shares), "cloth", (90, 150), (0.27, 0.32), tone)
    sewing.trim(
        band(line, sewing.shape, ((-0.004, 0.001), (-0.002, 0.006), (0.004, 0.008), (0.016, 0.006), (0.014, -0.002)), 1.6, 0.003),
        "cloth",
        (20, 150),
    )

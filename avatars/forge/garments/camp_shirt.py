"""Shirts with an open camp collar: a summer shirt with short sleeves, and the shirt of a pair of pyjamas with piping."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.interpolate import PchipInterpolator

from avatars.forge.cloth.folds import Fold, mirrored, relief
from avatars.forge.garments.block import STRAIGHT, Block, crew, cuffs, eased, front_gap, hem_at, sleeve_rows, top_panels_flat
from avatars.forge.garments.collars import lapel, turned
from avatars.forge.garments.creases import sleeve_folds, trunk_folds
from avatars.forge.garments.fastenings import piping
from avatars.forge.garments.sewing import Dyes, Sewing
from avatars.forge.garments.shell import rim, shell
from avatars.forge.garments.shirts import button_row, placket, pocket, sewn_like_a_shirt, stitched
from avatars.forge.garments.strips import front_points
from avatars.forge.mesh_edit import joined
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.wardrobe.garment import Tailored

_SHORT = sleeve_rows(((0.140, 0.0090), (0.190, 0.0120), (0.240, 0.0160), (0.290, 0.0205), (0.330, 0.0240), (0.380, 0.0260)), 0.15)
_LONG = sleeve_rows(
    (
        (0.150, 0.0090),
        (0.220, 0.0105),
        (0.300, 0.0120),
        (0.380, 0.0135),
        (0.450, 0.0155),
        (0.510, 0.0175),
        (0.548, 0.0185),
        (0.600, 0.0190),
    )
)
_NECK = crew(0.0680, 0.0640, -0.0280)
_OPEN = ((1.186, 0.000), (1.215, 0.012), (1.255, 0.030), (1.295, 0.044), (1.345, 0.055))
_GAP = front_gap(((1.165, -0.020), *_OPEN))
_LAPEL = ((1.322, 0.072), (1.305, 0.094), (1.285, 0.100), (1.262, 0.086), (1.235, 0.062), (1.208, 0.034), (1.184, 0.006))
_FRONT, _BACK = (0.2, 0.0, 1.0), (0.1, 0.0, -1.0)
_FOLDS = (
    Fold((0.080, 1.315, -0.010), (0.070, 1.200, 0.090), _FRONT, 0.012, 0.0020, -0.005),
    Fold((0.050, 1.140, 0.108), (0.060, 0.880, 0.105), _FRONT, 0.016, 0.0034, 0.008),
    Fold((0.115, 1.120, 0.092), (0.130, 0.870, 0.090), (0.5, 0.0, 1.0), 0.017, 0.0040, -0.008),
    Fold((0.160, 1.100, 0.010), (0.172, 0.870, 0.010), (1.0, 0.0, 0.0), 0.018, 0.0040, 0.006),
    Fold((0.035, 1.220, -0.100), (0.040, 0.870, -0.130), _BACK, 0.017, 0.0036, 0.005),
    Fold((0.105, 1.120, -0.095), (0.118, 0.870, -0.118), (0.4, 0.0, -1.0), 0.018, 0.0038, -0.008),
)
_FLAPS = (
    Fold((0.165, 1.305, 0.030), (0.320, 1.300, 0.046), (0.0, 0.2, 1.0), 0.0110, 0.0036, 0.006),
    Fold((0.165, 1.262, 0.034), (0.320, 1.256, 0.044), (0.0, -0.2, 1.0), 0.0110, 0.0038, -0.006),
    Fold((0.165, 1.325, -0.010), (0.320, 1.345, -0.010), (0.0, 1.0, 0.2), 0.0110, 0.0032, 0.005),
    Fold((0.170, 1.295, -0.074), (0.320, 1.300, -0.090), (0.0, 0.2, -1.0), 0.0110, 0.0038, -0.006),
    Fold((0.165, 1.258, -0.070), (0.320, 1.250, -0.080), (0.0, -0.3, -1.0), 0.0110, 0.0036, 0.006),
)


def make_camp_shirt(dyes: Dyes) -> Tailored:
    """The summer shirt."""
    return _sewn("camp_shirt", dyes, short=True)


def make_pyjama_shirt(dyes: Dyes) -> Tailored:
    """The pyjamas' shirt."""
    return _sewn("pyjama_shirt", dyes, short=False)


def _sewn(name: str, dyes: Dyes, short: bool) -> Tailored:
    hem, cuff = (0.862, 0.330) if short else (0.838, 0.556)
    block = Block(eased(STRAIGHT, 0.005, 0.007), _SHORT if short else _LONG, hem, cuff, ease=0.002)
    smooth = block.field()
    arms = [*_FLAPS, *mirrored(_FLAPS, 104, 0.006)] if short else sleeve_folds(1.2, cuff=0.520, seed=101)
    folds = relief([*arms, *trunk_folds(0.85, waist=0.995, seed=102), *_FOLDS, *mirrored(_FOLDS, 103)])

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    cut = shell(shape, block.layout(), (_NECK, _GAP, cuffs(cuff, 0.10 if short else 0.0), hem_at(hem)), 0.0032, 0.03)
    flat = top_panels_flat(girth=1.06, long=0.57 if short else 0.60, sleeve=0.22 if short else 0.44)
    sewing = Sewing(name, dyes, flat, cut, shape, folds, smooth=smooth)
    sewn_like_a_shirt(sewing, hem, cuff, 0.0 if short else 0.045, yoke=1.268)
    c = sewing.canvas
    if short:
        end = c.where(cuff - np.abs(c.x), c.arm)
        c.stitches(end - 0.022, c.round_arm(), 0.86, 0.8)
        c.raised(np.where(end < 0.5, 0.024 - end, -1.0), 0.6)
    c.mottle(0.008, 20.0, 105)
    body, edge = "cloth", ("cloth" if short else "piping")
    placket(sewing, body, 1.190, hem, 0.032)
    pocket(sewing, body, (0.076, 1.150), 0.084, 0.092, 0.0 if not short else 0.007)
    button_row(sewing, (1.150, 1.080, 1.010, 0.940), "#efe7da", 0.0062)
    _collar(sewing, rim(cut.outside, _NECK, 25), "collar")
    if not short:
        _piped(sewing, edge, cuff)
    return sewing.done(strength=1.1, hollows=0.5, material={"shade": (0.78, 0.71, 0.79), "rim": (0.06, 0.06, 0.06)})


def _collar(sewing: Sewing, line: Doubles, zone: str) -> None:
    ground = sewing.shape
    leaf = turned(line, ground, stand=0.012, leaf=0.046, point=0.008, spread=0.026, open_=1.0, room=0.0062, closeness=0.25)
    sewing.trim(leaf, zone, (52, 180), (0.085, 0.42), _leaf)
    table = np.array(sorted(((1.165, -0.020), *_OPEN)))
    half = PchipInterpolator(table[:, 0], table[:, 1])
    for piece in lapel(ground, lambda y: np.maximum(half(y), 0.001), _LAPEL, room=0.0042, roll=0.004, drop=0.008, columns=4):
        sewing.trim(piece, zone, (50, 40), (0.14, 0.07), stitched_lapel)


def stitched_lapel(down: Doubles, along: Doubles) -> Doubles:
    """A lapel's tone: a line along its outer edge."""
    made: Doubles = 1.0 - 0.14 * np.exp(-(((0.07 - along - 0.0045) / 0.0012) ** 2)) + 0.05 * ramp(0.012, 0.0, along)
    return made


def _leaf(down: Doubles, along: Doubles) -> Doubles:
    tone = stitched(0.085, 0.0050)(down, along) * stitched(0.42, 0.0050)(along, down)
    tone[down < 0.030] = 0.86
    return tone


def _piped(sewing: Sewing, zone: str, cuff: float) -> None:
    """Cords of another colour along collar, lapels, pocket, front and cuffs."""
    ground, lines = sewing.shape, []
    for sign in (1.0, -1.0):
        at = np.array(_LAPEL)
        lines.append((np.stack([sign * at[:, 1], at[:, 0] - 0.004, np.full(len(at), 0.08)], axis=1), 0.0050))
    y = np.linspace(1.186, 0.842, 14)
    lines.append((np.stack([np.full(14, 0.0165), y, np.full(14, 0.10)], axis=1), 0.0024))
    lines.append((np.array([(0.036, 1.190, 0.09), (0.062, 1.190, 0.09), (0.090, 1.190, 0.08), (0.116, 1.190, 0.06)]), 0.0036))
    meshes = [piping(_before(line, ground), ground, room) for line, room in lines]
    turn = np.linspace(0, 2 * np.pi, 17)
    for sign in (1.0, -1.0):
        ring = np.stack([np.full(17, sign * (cuff - 0.045)), 1.281 + 0.05 * np.cos(turn), -0.020 + 0.05 * np.sin(turn)], axis=1)
        meshes.append(piping(ring, ground, 0.0008))
    sewing.plain(joined(*meshes), zone)


def _before(line: Doubles, ground: Field) -> Doubles:
    return front_points(ground, [(float(p[0]), float(p[1])) for p in line])

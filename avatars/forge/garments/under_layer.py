"""What shows of a man's top in the opening of what is worn over it: the front, and something round the neck."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from avatars.forge import anatomy
from avatars.forge.charts import Chart, part, plain
from avatars.forge.cloth.fold_shade import Plot, fold_shaded, plotted
from avatars.forge.cloth.folds import Fold, mirrored, relief
from avatars.forge.cloth.under_layer import LINING, STRIP, band_uv, front_uv
from avatars.forge.garments.cut import Cut, sewn
from avatars.forge.garments.mans_block import MAN
from avatars.forge.garments.trims import laid_on, sheet
from avatars.forge.garments.trousers import HIPS, TAPERED, TrouserCut
from avatars.forge.garments.trousers import outer as trousers
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import ramp, smin
from avatars.forge.sdf.meshing import Mesh

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from avatars.forge.cloth.paint import Colour, Image
    from avatars.forge.sdf.fields import Doubles, Field

HEM, NECK = 0.935, 0.0830
"""On the man's block: height of the hem, and the neck opening's radius."""
_LEGS = TrouserCut(TAPERED, 0.1, (), hips=HIPS)
AHEAD = (0.15, 0.0, 1.0)
FOLDS = (
    # Hangs from the chest; gathers a little at the waist.
    Fold((0.100, 1.350, 0.100), (0.030, 1.180, 0.110), AHEAD, 0.0120, 0.0030, -0.014),
    Fold((0.135, 1.290, 0.090), (0.060, 1.080, 0.105), AHEAD, 0.0120, 0.0030, -0.012),
    Fold((0.160, 1.150, 0.095), (-0.015, 1.085, 0.105), AHEAD, 0.0130, 0.0034, 0.012),
    Fold((0.160, 1.080, 0.090), (-0.030, 1.040, 0.105), AHEAD, 0.0110, 0.0026, 0.010),
    Fold((0.070, 1.060, 0.105), (0.080, 0.940, 0.105), AHEAD, 0.0130, 0.0030, 0.008),
    Fold((0.020, 1.445, 0.060), (0.060, 1.390, 0.085), AHEAD, 0.0100, 0.0016, 0.004),
)


def cloth() -> Field:
    """The outside on the plain body, without folds: close on the shoulders, easy below, over the trousers."""
    torso, legs = anatomy.torso(), trousers(_LEGS)

    def field(points: Doubles) -> Doubles:
        ease = 0.0035 + 0.0060 * ramp(1.24, 1.12, points[:, 1])
        return smin(torso(points) - ease, legs(points) - 0.0050, 0.020)

    return field


def neckline(points: Doubles) -> Doubles:
    """Metres inside the neck's opening, on the man's block: a round crew neck."""
    d: Doubles = NECK - np.hypot(points[:, 0], 0.94 * (points[:, 2] + 0.030))
    return d


def neckband(ground: Field) -> Doubles:
    """The grid of a band round the neck, on the plain body: a strip that stands on the edge of the opening."""
    # The nape is hidden by what is worn over it.
    turn = np.linspace(-2.1, 2.1, 29)
    rows = []
    for out, rise, room in ((-0.0040, 0.0050, 0.0005), (0.0015, 0.0045, 0.0042), (0.0065, 0.0, 0.0034), (0.0095, 0.0, 0.0010)):
        radius = NECK / 1.17 + out
        x, z = radius * np.sin(turn), radius * np.cos(turn) / 0.94 - 0.0265
        # Down onto the cloth: the highest place of the shirt over this ring.
        heights = np.linspace(1.40, 1.20, 400)
        grid = np.stack(np.broadcast_arrays(x[:, None], heights[None], z[:, None]), axis=-1)
        inside = ground(grid.reshape(-1, 3)).reshape(len(turn), -1) < 0
        points = np.stack([x, heights[inside.argmax(axis=1)] + rise, z], axis=1)
        rows.append(laid_on(points, ground, room))
    return np.stack(rows)


@dataclass(frozen=True, slots=True)
class UnderLayer:
    """One of them. `paint` gives a picture (512,512,3) whose first rows are the collar's strip; `collar` its grid of points."""

    paint: Callable[[Plot], Image]
    collar: Callable[[Field], Doubles]
    folds: Sequence[Fold] = FOLDS
    shade: Colour = (0.82, 0.74, 0.80)
    outline: Colour = (0.42, 0.33, 0.31)
    lowest: float = HEM
    half_width: float = 0.096
    deepest: float = 0.42
    neck: float = NECK
    """How dark it is at the sides, under what is worn over it."""


def make_under_layer(name: str, layer: UnderLayer, outfits: tuple[str, ...]) -> Made:
    """The layer for these outfits."""
    smooth = cloth()
    strokes = relief([*layer.folds, *mirrored(layer.folds, 12)])

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - strokes(MAN.moved(points))

    def opening(points: Doubles) -> Doubles:
        there = MAN.moved(points)
        return np.maximum(neckline(there) + layer.neck - NECK, layer.lowest - there[:, 1])

    openings = (
        opening,
        lambda p: np.abs(p[:, 0]) - layer.half_width,
        lambda p: np.where(p[:, 1] < 1.27, 0.010 - p[:, 2], -0.1),
    )
    made = sewn(Cut(shape, openings, 0.0035, (-0.17, 0.80, -0.13), (0.17, 1.40, 0.17), 0.0045, 1000, lining=0.004))
    rest = made.outside.positions
    worn = Mesh(MAN.moved(rest), MAN.turned(rest, made.outside.normals), made.outside.triangles)
    flat = Chart(made.outside, front_uv(worn.positions))
    plot = plotted([Chart(worn, flat.uvs)], 512, 512)
    picture = layer.paint(plot)

    def dim(points: Doubles) -> Doubles:
        return layer.deepest * ramp(0.045, 0.100, np.abs(points[:, 0])) * ramp(1.53, 1.49, points[:, 1])

    texture = fold_shaded(picture, plot, lambda p: np.zeros(len(p)), strokes, 0.8, hollows=0.0, shadow=dim)
    texture[:STRIP] = picture[:STRIP]
    band, edge, shares = sheet(layer.collar(smooth), 0.003)
    pieces = (flat, Chart(band, band_uv(shares)), plain(edge, LINING), plain(made.inside, LINING))
    material = Material(name, texture=texture, shade=layer.shade, shift=0.04, soft=0.10, outline_colour=layer.outline)
    return Made((part(name, name, *pieces, outfits=outfits),), (material,))

"""Shoes of every kind from one block: an upper on a last, soles of rings, laces, straps, cords, and a shaft where wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import Chart, part
from avatars.forge.cloth.fold_shade import Plot, fold_shaded, plotted
from avatars.forge.cloth.folds import Fold, relief
from avatars.forge.cloth.shoe_picture import MIDDLE, SHAFT, ShoePicture, across, spot_uv
from avatars.forge.cloth.shoes import SIZE, sole_uv, upper_uv
from avatars.forge.garments.cut import Cut, sewn
from avatars.forge.garments.shaft import shaft
from avatars.forge.garments.shoe import HIGH, LOW, sole
from avatars.forge.garments.trims import cord, laid_on, sheet
from avatars.forge.mesh_edit import centres, joined, keep, mirrored
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import cone, ellipsoid, union
from avatars.forge.sdf.rings import cast
from avatars.forge.wardrobe.garment import Tailored

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.sdf.meshing import Mesh

Profile = tuple[tuple[tuple[float, float], ...], float, float]
"""(height, outwards) rows from the ground up, and the ends (z) between which this part of the sole lies."""


@dataclass(frozen=True, slots=True)
class Shaft:
    """Heights of its rings, its rise to the front a metre, and the heights at the lower and upper border of its picture."""

    heights: tuple[float, ...]
    fall: float
    span: tuple[float, float]


@dataclass(frozen=True, slots=True)
class ShoeCut:
    """The left shoe. `mouth` is positive above the upper's end; without `upper` only soles, straps and cords are made."""

    upper: Field | None
    mouth: Field | None
    soles: tuple[Profile, ...]
    paint: Callable[[ShoePicture], None]
    dyes: Mapping[str, str]
    folds: tuple[Fold, ...] = ()
    laces: tuple[Doubles, ...] = ()
    lace_radius: float = 0.0021
    straps: tuple[Doubles, ...] = ()
    strap_thickness: float = 0.0024
    trims: tuple[Mesh, ...] = ()
    """Solids in the colour of the spot ``trim``."""
    shaft: Shaft | None = None
    bottom: float = 0.012
    straight: float = 0.026
    triangles: int = 480
    thickness: float = 0.0040
    lining: float = 0.040
    """Height from which the inner side is made."""
    shade: tuple[float, float, float] = (0.70, 0.62, 0.68)
    rim: tuple[float, float, float] = (0.12, 0.10, 0.09)
    outline: tuple[float, float, float] = (0.26, 0.18, 0.16)
    seed: int = 7


def last(toe: tuple[float, float, float] = (0.0385, 0.0255, 0.060), room: float = 0.0, front: float = 0.103) -> Field:
    """The outside of a close shoe up to the ankle. `toe`: half-width, half-height and half-length of the toe's box, whose middle
    lies at z `front`; `room` makes all of it wider."""
    return union(
        0.024,
        cone((0.098, 0.034, -0.052), (0.0985, 0.080, -0.042), 0.0315 + room, 0.0315 + room),
        cone((0.098, 0.060, -0.026), (0.0985, 0.112, -0.024), 0.0355 + room, 0.0345 + room),
        cone((0.099, 0.060, -0.002), (0.1035, 0.034, 0.085), 0.0350 + room, 0.0265 + room),
        cone((0.100, 0.034, -0.010), (0.1045, 0.032, 0.080), 0.0325 + room, 0.0365 + room),
        ellipsoid((0.1045, 0.0265 + room, front), (toe[0] + room, toe[1] + room, toe[2] + room)),
    )


def make_shoes_of(name: str, cut: ShoeCut) -> Tailored:
    """Both shoes."""
    high = SIZE + (SHAFT if cut.shaft else 0)
    scale = np.array([1.0, SIZE / high])
    charts: list[Chart] = []

    def both(mesh: Mesh, uvs: Doubles) -> None:
        charts.append(Chart(joined(mesh, mirrored(mesh)), np.concatenate([uvs, uvs])))

    def plain(mesh: Mesh, name: str) -> None:
        both(mesh, np.tile(spot_uv(name, high), (len(mesh.positions), 1)))

    raised = relief(cut.folds) if cut.folds else None
    plot = _nothing()
    if cut.upper is not None:
        upper = cut.upper

        def shape(points: Doubles) -> Doubles:
            # Below its widest the upper goes straight down into the sole: no gap opens beside it.
            down = points.copy()
            down[:, 1] = np.maximum(points[:, 1], cut.straight)
            d: Doubles = upper(down) - raised(points) if raised else upper(down)
            return d

        openings = (_mouth(cut), lambda p: cut.bottom - p[:, 1])
        made = sewn(Cut(shape, openings, cut.thickness, LOW, HIGH, 0.0026, cut.triangles, lining=0.0 if cut.shaft else 0.012))
        outer = made.outside
        half = keep(outer, centres(outer, across(outer.positions)) > -0.002)
        plot = plotted([Chart(half, upper_uv(half.positions, across(half.positions)))], SIZE, SIZE)
        both(outer, upper_uv(outer.positions, across(outer.positions)) * scale)
        if cut.shaft:
            tall, rim = shaft(shape, cut.shaft.heights, cut.shaft.fall, cut.thickness, cut.shaft.span)
            both(tall.mesh, tall.uvs)
            plain(rim, "lining")
        else:
            plain(keep(made.inside, centres(made.inside, made.inside.positions[:, 1]) > cut.lining), "lining")
    for profile, back, front in cut.soles:
        slab = sole(profile, back, front)
        both(slab, sole_uv(slab.positions) * scale)
    for line in cut.laces:
        plain(cord(line, cut.lace_radius, 3), "lace")
    for grid in cut.straps:
        face, under, _ = sheet(grid, cut.strap_thickness)
        plain(face, "strap")
        plain(under, "strap")
    for mesh in cut.trims:
        plain(mesh, "trim")
    picture = ShoePicture(plot, cut.dyes, cut.seed, cut.shaft.span if cut.shaft else None)
    cut.paint(picture)
    texture, masks = picture.c.done()
    if raised and cut.upper is not None:
        texture[:SIZE] = fold_shaded(texture[:SIZE], plot, cut.upper, raised, 0.9, hollows=0.0)
    leather = Material(
        name, texture=texture, shade=cut.shade, shift=0.05, soft=0.07, rim=cut.rim, rim_power=3.8, outline=0.0006,
        outline_colour=cut.outline,
    )
    return Tailored(Made((part(name, name, *charts),), (leather,)), {name: masks}, {name: 0.0})


def _mouth(cut: ShoeCut) -> Field:
    """Where the upper's mesh ends: below the shaft's rings, or at the shoe's own mouth."""
    if cut.shaft is not None:
        low = cut.shaft.heights[0] + 0.006
        return lambda points: points[:, 1] - low
    if cut.mouth is None:
        raise ValueError("an upper without a shaft needs a mouth")
    return cut.mouth


def _nothing() -> Plot:
    """The plot of a shoe without an upper."""
    known = np.zeros((SIZE, SIZE), dtype=bool)
    known[0, 0] = True
    rows = np.zeros((SIZE, SIZE), dtype=np.int32)
    return Plot(known, np.array([[0.1, 0.0, 0.0]]), np.array([[0.0, 1.0, 0.0]]), (rows, rows))


def mouth_line(upper: Field, height: Callable[[Doubles], Doubles], count: int = 22, centre: float = -0.018) -> Doubles:
    """A closed ring of points (count + 1, 3) on the upper at heights that depend on z."""
    turn = np.linspace(0.0, 2 * np.pi, count + 1)
    way = np.stack([np.sin(turn), np.zeros(count + 1), np.cos(turn)], axis=1)
    y = np.full(count + 1, float(height(np.array([centre]))[0]))
    points = np.zeros((count + 1, 3))
    for _ in range(6):
        origins = np.stack([np.full(count + 1, 0.0995), y, np.full(count + 1, centre)], axis=1)
        points = cast(upper, origins, way, 0.25)
        y = 0.5 * y + 0.5 * height(points[:, 2])
    return points


def strap_over(
    foot: Field, z: float, wide: float, span: float = 112.0, lean: float = 0.0, room: float = 0.0022, low: float = 0.010,
    turn: float = 0.0, steps: int = 13,
) -> Doubles:
    """A band (3, steps, 3) across the foot at `z`, `wide` metres, down to `span` degrees on both sides; its ends lie `lean`
    metres further back; `turn` (metres) is how much further back its inner end lies."""
    angle = np.linspace(-1.0, 1.0, steps) * np.radians(span)
    rows = []
    middle = float(np.interp(z, *MIDDLE))
    for ahead in (wide / 2, 0.0, -wide / 2):
        side = np.sin(angle)
        y = np.maximum(low + 0.020 + 0.055 * np.cos(angle), low)
        back = lean * (1 - np.cos(angle)) / (1 - np.cos(np.radians(span))) + turn * np.clip(-side, 0, 1)
        rows.append(np.stack([middle + 0.055 * side, y, z + ahead - back], axis=1))
    grid = np.stack(rows)
    centre = np.array([middle, 0.020, 0.0])
    for _ in range(14):
        flat = grid.reshape(-1, 3)
        away = flat - centre
        away[:, 2] = 0.0
        away /= np.maximum(np.linalg.norm(away, axis=1, keepdims=True), 1e-9)
        flat = flat - away * np.clip(foot(flat) - room, -0.006, 0.006)[:, None]
        flat[:, 1] = np.maximum(flat[:, 1], low)
        grid = flat.reshape(grid.shape)
    return laid_on(grid[::-1], foot, room)


def strap_round(field: Field, height: float, wide: float, fall: float = 0.0, room: float = 0.0022, count: int = 20) -> Doubles:
    """A closed band (3, count + 1, 3) round the ankle, rising `fall` a metre to the front."""
    turn = np.linspace(0.0, 2 * np.pi, count + 1)

    def outside(points: Doubles) -> Doubles:
        d: Doubles = field(points) - room
        return d

    rows = []
    for off in (wide / 2, 0.0, -wide / 2):
        way = np.stack([np.sin(turn), fall * np.cos(turn), np.cos(turn)], axis=1)
        origins = np.tile([0.0982, height + off, -0.024], (count + 1, 1))
        rows.append(cast(outside, origins, way, 0.16))
    return np.stack(rows)

"""Light shoes: an upper from a distance field, a sole of few rings, laces of cords; one painted texture for both feet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import Chart, part
from avatars.forge.cloth.fold_shade import Plot, fold_shaded, plotted
from avatars.forge.cloth.folds import relief
from avatars.forge.cloth.shoes import sole_uv, spot, upper_uv
from avatars.forge.garments.cut import Cut, sewn
from avatars.forge.garments.soles import outline, toe_spring
from avatars.forge.garments.trims import agreeing, cord, sheet
from avatars.forge.mesh_edit import centres, joined, keep, mirrored
from avatars.forge.part import Made, Material
from avatars.forge.sdf.meshing import Mesh

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from avatars.forge.cloth.folds import Fold
    from avatars.forge.cloth.paint import Colour, Image
    from avatars.forge.sdf.fields import Doubles, Field

MIDDLE_Z = (-0.088, -0.020, 0.030, 0.070, 0.110, 0.166)
MIDDLE_X = (0.0970, 0.0980, 0.1010, 0.1040, 0.1050, 0.1020)
LOW, HIGH = (0.03, -0.01, -0.12), (0.18, 0.26, 0.19)


@dataclass(frozen=True, slots=True)
class Shoe:
    """The left shoe. `mouth` is positive above the upper's end; `soles` are profiles (height, outwards) with their ends."""

    upper: Field
    mouth: Field
    soles: tuple[tuple[tuple[tuple[float, float], ...], float, float], ...]
    paint: Callable[[Plot], Image]
    folds: tuple[Fold, ...] = ()
    laces: tuple[Doubles, ...] = ()
    lace_radius: float = 0.0021
    straps: tuple[Doubles, ...] = ()
    bottom: float = 0.014
    triangles: int = 620
    thickness: float = 0.0045
    lining: float = 0.045
    """Height from which the inner side is made."""
    shade: Colour = (0.68, 0.60, 0.66)
    rim: Colour = (0.12, 0.10, 0.09)
    outline: Colour = (0.24, 0.16, 0.14)


def across(points: Doubles) -> Doubles:
    """Metres from the foot's middle line, towards her left."""
    return points[:, 0] - np.interp(points[:, 2], MIDDLE_Z, MIDDLE_X)


def sole(profile: Sequence[tuple[float, float]], back: float, front: float) -> Mesh:
    """A sole through (height, outwards) rows, lowest first, closed below; its top hides inside the upper."""
    # Points where the outline turns: all round the toe, few along the sides.
    z = outline(0.0, back, front)[0][:, 1]
    chosen = np.arange(len(z)) % np.where(z > 0.095, 1, np.where(z < -0.070, 2, 3)) == 0
    rings, normals = [], []
    heights, grows = np.array(profile).T
    tilt = np.gradient(grows) / np.maximum(np.abs(np.gradient(heights)), 1e-4)
    for height, grow, slope in zip(heights, grows, tilt, strict=True):
        loop, out = (rows[chosen] for rows in outline(float(grow), back, front))
        rings.append(np.stack([loop[:, 0], height + toe_spring(loop[:, 1]), loop[:, 1]], axis=1))
        facing = np.stack([out[:, 0], np.full(len(out), -np.clip(slope, -2.0, 2.0)), out[:, 1]], axis=1)
        normals.append(facing / np.linalg.norm(facing, axis=1, keepdims=True))
    count = len(rings[0])
    following = (np.arange(count) + 1) % count
    faces = []
    for ring in range(len(rings) - 1):
        a, b = np.arange(count) + ring * count, following + ring * count
        faces += [np.stack([a, a + count, b], axis=1), np.stack([b, a + count, b + count], axis=1)]
    base = len(rings) * count
    ground = np.concatenate([rings[0], rings[0].mean(axis=0, keepdims=True)])
    faces.append(np.stack([np.arange(count) + base, following + base, np.full(count, base + count)], axis=1))
    mesh = Mesh(
        np.concatenate([*rings, ground]),
        np.concatenate([*normals, np.tile([0.0, -1.0, 0.0], (count + 1, 1))]),
        np.concatenate(faces),
    )
    return Mesh(mesh.positions, mesh.normals, agreeing(mesh.positions, mesh.normals, mesh.triangles))


def on_top(surface: Field, x: float, z: float, room: float = 0.0) -> tuple[float, float, float]:
    """The highest point of the surface over (x, z), `room` metres above it."""
    heights = np.linspace(0.17, 0.02, 600)
    points = np.stack([np.full(600, x), heights, np.full(600, z)], axis=1)
    return (x, float(heights[int(np.argmax(surface(points) < 0.0))]) + room, z)


def crossed_laces(surface: Field, rows: Sequence[tuple[float, float]], bow: bool = True) -> tuple[Doubles, ...]:
    """Bars over the tongue at (z, half-width), each from eyelet to eyelet, crossing to the next, and a bow at the last."""
    made = []

    def over(start: tuple[float, float], end: tuple[float, float]) -> Doubles:
        places = [np.array(start) * (1 - t) + np.array(end) * t for t in (0.0, 0.33, 0.67, 1.0)]
        line = [on_top(surface, float(x), float(z), 0.0012) for x, z in places]
        points = np.array(line)
        points[[0, -1], 1] -= 0.0022
        return points

    for i, (z, half) in enumerate(rows):
        x = float(np.interp(z, MIDDLE_Z, MIDDLE_X))
        if i == 0:
            made.append(over((x - half, z), (x + half, z)))
        else:
            before, wide = rows[i - 1]
            for side in (1.0, -1.0):
                made.append(over((x - side * wide, before), (x + side * half, z)))
    if bow:
        z, _ = rows[-1]
        knot = np.array(on_top(surface, float(np.interp(z, MIDDLE_Z, MIDDLE_X)), z, 0.0025))
        for side in (1.0, -1.0):
            out = np.array([side, 1.0, 1.0])
            made += [knot + out * _LOOP, knot + out * _END]
    return tuple(made)


_LOOP = np.array([(0, 0, 0), (0.013, 0.004, 0.008), (0.024, -0.002, 0.012), (0.016, -0.004, 0.002), (0, 0, 0)])
_END = np.array([(0, 0, 0), (0.009, -0.003, 0.013), (0.014, -0.012, 0.024)])
"""A bow's left loop and end, from the knot."""


def make_pair(name: str, shoe: Shoe, outfits: tuple[str, ...]) -> Made:
    """Both shoes."""
    raised = relief(shoe.folds)

    def shape(points: Doubles) -> Doubles:
        return shoe.upper(points) - raised(points) if shoe.folds else shoe.upper(points)

    openings = (shoe.mouth, lambda p: shoe.bottom - p[:, 1])
    made = sewn(Cut(shape, openings, shoe.thickness, LOW, HIGH, 0.0026, shoe.triangles, lining=0.010))
    # The lining shows at the mouth only; what would be sewn round the sole stays hidden.
    inside = keep(made.inside, centres(made.inside, made.inside.positions[:, 1]) > shoe.lining)
    outer = made.outside
    half = keep(outer, centres(outer, across(outer.positions)) > -0.002)
    plot = plotted([Chart(half, upper_uv(half.positions, across(half.positions)))], 512, 512)
    picture = shoe.paint(plot)
    texture = fold_shaded(picture, plot, shoe.upper, raised, 0.9, hollows=0.0) if shoe.folds else picture
    charts = []

    def both(mesh: Mesh, uvs: Doubles) -> None:
        charts.append(Chart(joined(mesh, mirrored(mesh)), np.concatenate([uvs, uvs])))

    both(outer, upper_uv(outer.positions, across(outer.positions)))
    both(inside, np.tile(spot("lining"), (len(inside.positions), 1)))
    for profile, back, front in shoe.soles:
        slab = sole(profile, back, front)
        both(slab, sole_uv(slab.positions))
    for line in shoe.laces:
        lace = cord(line, shoe.lace_radius, 4)
        both(lace, np.tile(spot("lace"), (len(lace.positions), 1)))
    for grid in shoe.straps:
        face, under, _ = sheet(grid, 0.0018)
        for mesh in (face, under):
            both(mesh, np.tile(spot("strap"), (len(mesh.positions), 1)))
    leather = Material(
        name, texture=texture, shade=shoe.shade, shift=0.05, soft=0.07, rim=shoe.rim, rim_power=3.8, outline_colour=shoe.outline
    )
    return Made((part(name, name, *charts, outfits=outfits),), (leather,))

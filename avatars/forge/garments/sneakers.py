"""Red canvas sneakers: rubber sole with a stripe, white toecap, tongue and laces."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import Chart, part
from avatars.forge.garments.cut import Cut, sewn
from avatars.forge.garments.soles import slab
from avatars.forge.mesh_edit import joined, mirrored
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import cone, ellipsoid, smax, union
from avatars.forge.sdf.meshing import mesh_of

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.sdf.meshing import Mesh

SWATCHES = {
    "canvas": (0.800, 0.280, 0.260),
    "rubber": (0.965, 0.945, 0.915),
    "stripe": (0.740, 0.230, 0.215),
    "lace": (0.985, 0.975, 0.955),
    "lining": (0.930, 0.860, 0.790),
    "tread": (0.720, 0.560, 0.420),
}
_LOW, _HIGH = (0.04, -0.01, -0.11), (0.17, 0.16, 0.19)


def upper() -> Field:
    """The outside of the canvas, up to the ankle."""
    heel = cone((0.098, 0.030, -0.050), (0.0985, 0.100, -0.036), 0.0325, 0.0345)
    ankle = cone((0.098, 0.060, -0.022), (0.0985, 0.125, -0.026), 0.0375, 0.0370)
    instep = cone((0.099, 0.060, 0.000), (0.1035, 0.031, 0.085), 0.0385, 0.0330)
    toe = ellipsoid((0.1045, 0.026, 0.098), (0.0415, 0.0330, 0.062))
    return union(0.028, heel, ankle, instep, toe)


def _mouth(points: Doubles) -> Doubles:
    return (points[:, 1] - 0.106) - 0.09 * np.maximum(points[:, 2] + 0.03, 0.0)


def _bottom(points: Doubles) -> Doubles:
    return 0.014 - points[:, 1]


def _toecap(points: Doubles) -> Doubles:
    d = upper()(points) - 0.0034
    y, z = points[:, 1], points[:, 2]
    x = points[:, 0] - 0.1045
    back = 0.104 - z + 5.0 * x * x
    return smax(smax(smax(d, -(d + 0.006), 0.002), back, 0.003), 0.014 - y, 0.002)


def _tongue(points: Doubles) -> Doubles:
    d = upper()(points) + 0.0005
    x, y, z = points[:, 0] - 0.101, points[:, 1], points[:, 2]
    strip = np.abs(x) - 0.0155
    reach = smax(y - 0.122, 0.030 - z - 0.04, 0.004)
    return smax(smax(smax(d, -(d + 0.006), 0.002), strip, 0.004), smax(reach, 0.050 - y, 0.003), 0.003)


def _laces() -> Field:
    """Crossing bars that ride on the tongue, and a bow."""
    bars = []
    surface = upper()
    rows = np.linspace(0.0, 1.0, 5)
    for i, t in enumerate(rows):
        z = 0.082 + (0.018 - 0.082) * t
        left, right = _on(surface, 0.101 + 0.0165, z), _on(surface, 0.101 - 0.0165, z)
        middle = _on(surface, 0.101, z)
        bars += [cone(left, middle, 0.0027, 0.0028), cone(middle, right, 0.0028, 0.0027)]
        if i:
            before = 0.082 + (0.018 - 0.082) * rows[i - 1]
            bars.append(cone(_on(surface, 0.101 + 0.0165, before), middle, 0.0024, 0.0024))
            bars.append(cone(_on(surface, 0.101 - 0.0165, before), middle, 0.0024, 0.0024))
    knot = _on(surface, 0.101, 0.018)
    for side in (1, -1):
        loop = (knot[0] + side * 0.024, knot[1] - 0.004, knot[2] + 0.016)
        end = (knot[0] + side * 0.016, knot[1] - 0.014, knot[2] + 0.026)
        bars += [cone(knot, loop, 0.0030, 0.0042), cone(knot, end, 0.0026, 0.0022)]
    return union(0.001, *bars)


def _on(surface: Field, x: float, z: float) -> tuple[float, float, float]:
    """The point of the surface above (x, z)."""
    heights = np.linspace(0.14, 0.02, 400)
    points = np.stack([np.full(400, x), heights, np.full(400, z)], axis=1)
    inside = surface(points) < 0.0008
    return (x, float(heights[int(np.argmax(inside))]), z)


def _pieces() -> list[tuple[Mesh, str]]:
    canvas = sewn(Cut(upper(), (_mouth, _bottom), 0.0045, _LOW, _HIGH, 0.0022, 1100))
    return [
        (slab([(0.003, 0.0), (0.005, 0.0022), (0.015, 0.0030)]), "rubber"),
        (slab([(0.015, 0.0036), (0.0195, 0.0036)]), "stripe"),
        (slab([(0.0195, 0.0030), (0.0270, 0.0022), (0.0285, 0.0008)]), "rubber"),
        (slab([(0.0, -0.003), (0.003, -0.001)]), "tread"),
        (canvas.outside, "canvas"),
        (canvas.inside, "lining"),
        (mesh_of(_toecap, _LOW, _HIGH, 0.0014, 600), "rubber"),
        (mesh_of(_tongue, _LOW, _HIGH, 0.0020, 350), "canvas"),
        (mesh_of(_laces(), _LOW, _HIGH, 0.0014, 800), "lace"),
    ]


def swatch_texture(swatches: dict[str, tuple[float, float, float]]) -> np.ndarray:
    """Eight columns of plain colour, 8 pixels each."""
    picture = np.ones((16, 64, 3))
    for i, colour in enumerate(swatches.values()):
        picture[:, i * 8 : i * 8 + 8] = colour
    return np.round(picture * 255).astype(np.uint8)


def swatch_chart(mesh: Mesh, name: str, swatches: dict[str, tuple[float, float, float]]) -> Chart:
    """Every vertex on the middle of one swatch."""
    u = (list(swatches).index(name) + 0.5) / 8
    return Chart(mesh, np.tile([u, 0.5], (len(mesh.positions), 1)))


def make_sneakers(outfits: tuple[str, ...]) -> Made:
    """The pair for these outfits."""
    charts = [swatch_chart(joined(mesh, mirrored(mesh)), name, SWATCHES) for mesh, name in _pieces()]
    material = Material("sneakers", texture=swatch_texture(SWATCHES), shade=(0.80, 0.68, 0.74), rim=(0.08, 0.07, 0.07))
    return Made((part("sneakers", "sneakers", *charts, outfits=outfits),), (material,))

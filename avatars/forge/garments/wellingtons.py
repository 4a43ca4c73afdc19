"""Teal rubber boots with a cream band, and slim navy trousers tucked into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge import anatomy
from avatars.forge.charts import part, plain
from avatars.forge.garments.cut import Cut, sewn
from avatars.forge.garments.sneakers import swatch_chart, swatch_texture
from avatars.forge.garments.soles import slab
from avatars.forge.mesh_edit import centres, joined, keep, mirrored, split
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import bump, cone, ellipsoid, ramp, union
from avatars.forge.sdf.meshing import mesh_of

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.sdf.meshing import Mesh

SWATCHES = {
    "rubber": (0.150, 0.385, 0.400),
    "band": (0.945, 0.905, 0.835),
    "sole": (0.880, 0.720, 0.480),
    "lining": (0.760, 0.700, 0.620),
}
_LOW, _HIGH = (0.02, -0.01, -0.13), (0.19, 0.36, 0.19)
_TOP, _BAND = 0.300, 0.278

_SHAPE = union(
    0.030,
    cone((0.098, 0.036, -0.048), (0.0985, 0.110, -0.034), 0.0350, 0.0370),
    cone((0.098, 0.080, -0.026), (0.0970, 0.360, -0.020), 0.0440, 0.0700),
    cone((0.099, 0.068, 0.000), (0.1040, 0.037, 0.085), 0.0400, 0.0345),
    cone((0.100, 0.036, -0.010), (0.1040, 0.034, 0.075), 0.0345, 0.0385),
    ellipsoid((0.1045, 0.034, 0.096), (0.0405, 0.0330, 0.066)),
)


def _shape(points: Doubles) -> Doubles:
    x, y, z = points[:, 0], points[:, 1], points[:, 2]
    # Rubber buckles at the ankle.
    turn = np.arctan2(x - 0.098, z + 0.02)
    buckle = 0.0026 * bump(0.118, 0.022, y) * np.cos(y * 230 + 0.9 * np.cos(turn)) * (0.65 + 0.35 * np.cos(turn))
    band = 0.0018 * ramp(_BAND - 0.001, _BAND + 0.001, y - 0.06 * (z + 0.02))
    return _SHAPE(points) - buckle - band


def _rim(points: Doubles) -> Doubles:
    return points[:, 1] - _TOP - 0.06 * (points[:, 2] + 0.02)


def _sole(points: Doubles) -> Doubles:
    return 0.014 - points[:, 1]


def _pieces() -> list[tuple[Mesh, str]]:
    made = sewn(Cut(_shape, (_rim, _sole), 0.005, _LOW, _HIGH, 0.0028, 1900, lining=0.035))
    boot, value = split(made.outside, _rim(made.outside.positions) + _TOP - _BAND)
    high = centres(boot, value) > 0
    return [
        (keep(boot, ~high), "rubber"),
        (keep(boot, high), "band"),
        (made.inside, "lining"),
        (slab([(0.0135, 0.0026), (0.0190, 0.0034), (0.0215, 0.0022)]), "band"),
        (slab([(0.0050, 0.0010), (0.0065, 0.0026), (0.0135, 0.0026)]), "sole"),
        (slab([(0.0, 0.0002), (0.0065, 0.0016)], front=-0.022), "sole"),
    ]


def make_wellingtons(outfits: tuple[str, ...]) -> Made:
    """The pair for these outfits."""
    charts = [swatch_chart(joined(mesh, mirrored(mesh)), name, SWATCHES) for mesh, name in _pieces()]
    rubber = Material(
        "rubber",
        texture=swatch_texture(SWATCHES),
        shade=(0.66, 0.64, 0.72),
        shift=0.05,
        soft=0.06,
        rim=(0.18, 0.24, 0.24),
        rim_power=4.0,
    )
    return Made((part("wellingtons", "rubber", *charts, outfits=outfits),), (rubber,))


def make_slim_trousers(outfits: tuple[str, ...]) -> Made:
    """The trousers, from the boots to under the coat."""
    legs = anatomy.legs()

    def cloth(points: Doubles) -> Doubles:
        y, z = points[:, 1], points[:, 2]
        turn = np.arctan2(np.abs(points[:, 0]) - 0.095, z)
        knee = 0.0024 * bump(0.46, 0.05, y) * np.cos(y * 165 + 1.3 * np.cos(turn)) * (0.6 - 0.4 * np.cos(turn))
        return legs(points) - 0.0065 - knee

    mesh = mesh_of(cloth, (-0.2, 0.20, -0.14), (0.2, 0.74, 0.14), 0.004, 2400)
    mesh, value = split(mesh, np.minimum(mesh.positions[:, 1] - 0.24, 0.70 - mesh.positions[:, 1]))
    mesh = keep(mesh, centres(mesh, value) > 0)
    navy = Material("navy", colour=(0.225, 0.270, 0.385), shade=(0.66, 0.62, 0.72), shift=0.05, rim=(0.05, 0.05, 0.08))
    return Made((part("slim_trousers", "navy", plain(mesh, (0.5, 0.5)), outfits=outfits),), (navy,))

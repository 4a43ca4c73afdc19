"""Brown leather ankle boots with elastic sides and a low stacked heel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import part
from avatars.forge.garments.cut import Cut, sewn
from avatars.forge.garments.sneakers import swatch_chart, swatch_texture
from avatars.forge.garments.soles import slab
from avatars.forge.mesh_edit import centres, joined, keep, mirrored, split
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import bump, cone, ellipsoid, ramp, union

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.sdf.meshing import Mesh

SWATCHES = {
    "leather": (0.435, 0.270, 0.200),
    "elastic": (0.250, 0.180, 0.165),
    "sole": (0.215, 0.160, 0.145),
    "welt": (0.720, 0.560, 0.400),
}
_LOW, _HIGH = (0.03, -0.01, -0.12), (0.18, 0.24, 0.19)
_SHAFT = 0.172

_SHAPE = union(
    0.026,
    cone((0.098, 0.034, -0.050), (0.0985, 0.110, -0.036), 0.0330, 0.0350),
    cone((0.098, 0.070, -0.024), (0.0980, 0.200, -0.026), 0.0395, 0.0435),
    cone((0.099, 0.064, 0.000), (0.1035, 0.033, 0.088), 0.0380, 0.0310),
    cone((0.100, 0.034, -0.010), (0.1040, 0.032, 0.075), 0.0335, 0.0375),
    ellipsoid((0.1045, 0.030, 0.098), (0.0390, 0.0290, 0.064)),
)


def _shape(points: Doubles) -> Doubles:
    y, z = points[:, 1], points[:, 2]
    # Leather creases over the instep and sags at the ankle.
    crease = 0.0010 * bump(0.055, 0.020, z) * np.sin(z * 420) * ramp(0.035, 0.06, y)
    sag = 0.0011 * bump(0.105, 0.020, y) * np.sin(y * 330 + 8 * z)
    return _SHAPE(points) - crease - sag


def _rim(points: Doubles) -> Doubles:
    return points[:, 1] - _SHAFT - 0.10 * (points[:, 2] + 0.026)


def _sole(points: Doubles) -> Doubles:
    return 0.016 - points[:, 1]


def _pieces() -> list[tuple[Mesh, str]]:
    made = sewn(Cut(_shape, (_rim, _sole), 0.0045, _LOW, _HIGH, 0.0024, 1900))
    upper, p = made.outside, made.outside.positions
    # The elastic: a wedge on both sides, wide above.
    wedge = 0.006 + 0.13 * (p[:, 1] - 0.075) - np.abs(p[:, 2] + 0.024)
    upper, value = split(upper, np.minimum(np.minimum(wedge, p[:, 1] - 0.078), 0.163 - p[:, 1]))
    elastic = centres(upper, value) > 0
    return [
        (keep(upper, ~elastic), "leather"),
        (keep(upper, elastic), "elastic"),
        (made.inside, "elastic"),
        (slab([(0.0145, 0.0022), (0.0165, 0.0030), (0.0180, 0.0020)]), "welt"),
        (slab([(0.0065, 0.0000), (0.0080, 0.0018), (0.0145, 0.0022)]), "sole"),
        (slab([(0.0, 0.0008), (0.0080, 0.0022)], front=-0.026), "sole"),
    ]


def make_boots(outfits: tuple[str, ...]) -> Made:
    """The pair for these outfits."""
    charts = [swatch_chart(joined(mesh, mirrored(mesh)), name, SWATCHES) for mesh, name in _pieces()]
    leather = Material(
        "boots", texture=swatch_texture(SWATCHES), shade=(0.66, 0.58, 0.64), shift=0.05, soft=0.07, rim=(0.20, 0.15, 0.12)
    )
    return Made((part("boots", "boots", *charts, outfits=outfits),), (leather,))

"""The block men's tops are cut on: shapes in a man's own metres, laid back on the plain body when they are done.

A garment drawn on the plain body and bent into a man keeps a woman's lines. So men's tops are drawn where they are worn,
on `MAN`; `restored` takes them to the plain body, from where the bend brings them back exactly as drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from avatars.forge.charts import Chart
from avatars.forge.sdf.fields import cone, loft, smin
from avatars.forge.sdf.meshing import Mesh
from avatars.forge.weights import arm_share
from avatars.shape.body_shape import BodyShape

if TYPE_CHECKING:
    from collections.abc import Callable

    from avatars.forge.garments.trousers import Rows
    from avatars.forge.sdf.fields import Doubles, Field

MAN: Final = BodyShape(
    {
        "body.height": 0.7, "body.build": 0.2, "body.shoulders": 0.8, "body.chest": -1.0, "body.waist": 0.4, "body.hips": -0.5,
        "body.neck": 0.6, "body.hands": 0.6,
    }
)
"""The man who stands for the fitting, 1.82 m tall. Not one of the people: the numbers below are measured on him."""

TEE_TRUNK: Rows = (
    # y, half-width, half-depth, centre x, centre z
    (0.900, 0.1900, 0.1260, 0.0, -0.016),
    (0.960, 0.1900, 0.1260, 0.0, -0.016),
    (1.020, 0.1870, 0.1250, 0.0, -0.014),
    (1.100, 0.1780, 0.1180, 0.0, -0.006),
    (1.180, 0.1740, 0.1110, 0.0, -0.001),
    (1.260, 0.1780, 0.1110, 0.0, -0.005),
    (1.330, 0.1860, 0.1150, 0.0, -0.010),
    (1.400, 0.1850, 0.1120, 0.0, -0.015),
    (1.450, 0.1650, 0.0990, 0.0, -0.024),
    (1.500, 0.1180, 0.0800, 0.0, -0.030),
    (1.540, 0.0760, 0.0690, 0.0, -0.031),
)
"""Easy over chest and seat, straight at the sides."""
SLEEVE: Rows = (
    # x, half-height, half-depth, centre y, centre z
    (0.100, 0.0590, 0.0625, 1.4430, -0.023),
    (0.190, 0.0585, 0.0605, 1.4470, -0.023),
    (0.260, 0.0570, 0.0580, 1.4540, -0.023),
    (0.350, 0.0540, 0.0550, 1.4565, -0.023),
    (0.450, 0.0510, 0.0520, 1.4570, -0.023),
    (0.550, 0.0490, 0.0500, 1.4570, -0.023),
    (0.620, 0.0480, 0.0495, 1.4570, -0.023),
    (0.655, 0.0455, 0.0470, 1.4575, -0.023),
    (0.674, 0.0400, 0.0430, 1.4590, -0.023),
    (0.720, 0.0385, 0.0420, 1.4595, -0.023),
)
SHOULDER, NECK, CUFF = 0.182, 1.535, 0.700


def top(trunk: Rows, sleeve: Rows, ease: float) -> Field:
    """The outside of a man's top: trunk, the slope of the shoulders and both sleeves; `ease` widens all of it."""
    body, arm = loft("y", trunk, power=2.35), loft("x", sleeve)
    slope = cone((0.030, 1.513, -0.030), (0.152, 1.457, -0.026), 0.043, 0.060)

    def field(points: Doubles) -> Doubles:
        side = points.copy()
        side[:, 0] = np.abs(side[:, 0])
        d = smin(body(points), slope(side), 0.055)
        return smin(d, arm(side), 0.062) - ease

    return field


def on_arm(points: Doubles) -> Doubles:
    """How far a point of the block hangs from an arm (0 trunk, 1 arm)."""
    return arm_share(points * np.array([0.135 / SHOULDER, 1.285 / 1.460, 1.0]))


def armhole(points: Doubles) -> Doubles:
    """Positive on the sleeve's side of the seam."""
    return np.abs(points[:, 0]) + 0.34 * (points[:, 1] - 1.460) - 0.196


def opening(gap: Callable[[Doubles], Doubles]) -> Field:
    """Metres inside the front opening of a top; `gap` is half its width at each height."""

    def field(points: Doubles) -> Doubles:
        d: Doubles = np.where(points[:, 2] > -0.01, gap(points[:, 1]) - np.abs(points[:, 0]), -0.2)
        return d

    return field


def neckline(radius: float) -> Field:
    """Metres inside the round hole for the neck."""
    return lambda points: radius - np.hypot(points[:, 0], points[:, 2] + 0.030)


def beyond_cuff(place: float) -> Field:
    """Metres beyond the end of the sleeves."""
    return lambda points: np.abs(points[:, 0]) - place


def below_hem(height: float) -> Field:
    """Metres below a level hem."""
    return lambda points: height - points[:, 1]


def laid_back(mesh: Mesh) -> Mesh:
    """The mesh on the plain body."""
    rest = MAN.restored(mesh.positions)
    normals = np.einsum("nij,ni->nj", MAN.slopes(rest), mesh.normals)
    return Mesh(rest, normals / np.linalg.norm(normals, axis=1, keepdims=True), mesh.triangles)


def finished(charts: list[Chart]) -> list[Chart]:
    """Charts of the block, on the plain body."""
    return [Chart(laid_back(chart.mesh), chart.uvs) for chart in charts]

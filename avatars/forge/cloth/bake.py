"""Shade that belongs to the cloth: hollows of folds and joins, taken from the distance field into the texture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numba
import numpy as np
import numpy.typing as npt
from scipy.ndimage import distance_transform_edt, gaussian_filter

from avatars.forge.cloth.paint import Image
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from avatars.forge.charts import Chart
    from avatars.forge.sdf.fields import Doubles, Field

_REACH = (0.004, 0.009, 0.018, 0.032)
"""Metres along the normal at which the field is asked how open the place is."""
TINT = np.array([0.74, 0.64, 0.68])


def openness(field: Field, positions: Doubles, normals: Doubles) -> Doubles:
    """1 on open ground or a ridge, towards 0 in a hollow (Quilez's five-tap occlusion)."""
    total = np.zeros(len(positions))
    for i, h in enumerate(_REACH):
        total += (h - field(positions + normals * h)) / h * 0.75**i
    return np.clip(1.0 - total / sum(0.75**i for i in range(len(_REACH))), 0.0, 1.25)


def shaded(
    texture: Image,
    field: Field,
    charts: Sequence[Chart],
    strength: float,
    blur: float = 3.0,
    calm: Field | None = None,
) -> Image:
    """The texture with the hollows of these charts darkened and the ridges a touch lighter.

    Where `calm` (points to 0..1) is 1 nothing is darkened.
    """
    height, width = texture.shape[:2]
    total, weight = np.zeros((height, width)), np.zeros((height, width))
    for chart in charts:
        value = openness(field, chart.mesh.positions, chart.mesh.normals)
        if calm is not None:
            value += (1.0 - value) * calm(chart.mesh.positions)
        # The lining shares its place on the texture with the outside, which alone counts.
        outside = field(chart.mesh.positions) > -0.0012
        triangles = chart.mesh.triangles[outside[chart.mesh.triangles].all(axis=1)]
        _fill(total, weight, chart.uvs * np.array([width, height]), triangles, value)
    known = weight > 0
    level = np.where(known, total / np.maximum(weight, 1e-9), 0.0)
    # Spread past the charts' borders, so that blurring brings nothing in from outside.
    nearest = distance_transform_edt(~known, return_distances=False, return_indices=True)
    level = gaussian_filter(level[tuple(nearest)], blur)
    # No blacker than a soft shadow, however deep the hollow.
    dark = strength * np.minimum(1.0 - ramp(0.35, 0.98, level), 0.62)
    light = strength * 0.10 * ramp(1.0, 1.15, level)
    tone = 1.0 - (1.0 - TINT) * dark[..., None] + light[..., None]
    return np.clip(np.round(texture * tone), 0, 255).astype(np.uint8)


@numba.njit(cache=True)
def _fill(total: Doubles, weight: Doubles, uv: Doubles, triangles: npt.NDArray[np.int64], value: Doubles) -> None:
    """Adds the triangles' values, interpolated, to every texel they cover; the texture repeats."""
    height, width = total.shape
    for t in range(triangles.shape[0]):
        a, b, c = triangles[t, 0], triangles[t, 1], triangles[t, 2]
        ax, ay, bx, by, cx, cy = uv[a, 0], uv[a, 1], uv[b, 0], uv[b, 1], uv[c, 0], uv[c, 1]
        area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
        if abs(area) < 1e-9:
            continue
        for y in range(int(np.floor(min(ay, by, cy))), int(np.ceil(max(ay, by, cy))) + 1):
            for x in range(int(np.floor(min(ax, bx, cx))), int(np.ceil(max(ax, bx, cx))) + 1):
                px, py = x + 0.5, y + 0.5
                u = ((bx - px) * (cy - py) - (cx - px) * (by - py)) / area
                v = ((cx - px) * (ay - py) - (ax - px) * (cy - py)) / area
                w = 1.0 - u - v
                if u >= -0.02 and v >= -0.02 and w >= -0.02:
                    total[y % height, x % width] += u * value[a] + v * value[b] + w * value[c]
                    weight[y % height, x % width] += 1.0

"""Light and shade of folds painted into cloth, texel by texel: finer than any mesh of a light character could be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numba
import numpy as np
import numpy.typing as npt
from scipy.ndimage import distance_transform_edt, gaussian_filter

from avatars.forge.cloth.bake import openness
from avatars.forge.cloth.paint import Image
from avatars.forge.sdf.fields import ramp
from avatars.forge.weights import arm_share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from avatars.forge.charts import Chart
    from avatars.forge.sdf.fields import Doubles, Field

TINT = np.array([0.70, 0.61, 0.68])
"""What the deepest painted shade multiplies cloth by."""
_MARGIN = 6.0
"""Texels round a chart that share its shade."""
_LEAST, _MOST = 0.030, 0.26
"""Slopes at which a fold's shade begins and is complete."""


@dataclass(frozen=True, slots=True)
class Plot:
    """Which place of the cloth each texel shows. `known` (h,w); `points` and `normals` (n,3) of the known texels in order."""

    known: npt.NDArray[np.bool_]
    points: Doubles
    normals: Doubles
    nearest: tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]
    """Row and column of the known texel nearest to each."""

    def spread(self, values: Doubles) -> Doubles:
        """Values of the known texels (n,) as a picture (h,w); where nothing is laid, the nearest one."""
        picture = np.zeros(self.known.shape)
        picture[self.known] = values
        spread: Doubles = picture[self.nearest]
        return spread


def plotted(charts: Sequence[Chart], width: int, height: int) -> Plot:
    """The places that the charts show on a texture of this size."""
    total, weight = np.zeros((height, width, 6)), np.zeros((height, width))
    for chart in charts:
        values = np.concatenate([chart.mesh.positions, chart.mesh.normals], axis=1)
        _plot(total, weight, chart.uvs * np.array([width, height]), chart.mesh.triangles, values)
    known = weight > 0
    seen = total[known] / weight[known][:, None]
    normals = seen[:, 3:] / np.maximum(np.linalg.norm(seen[:, 3:], axis=1, keepdims=True), 1e-9)
    rows, columns = distance_transform_edt(~known, return_distances=False, return_indices=True)
    return Plot(known, np.ascontiguousarray(seen[:, :3]), normals, (rows, columns))


def fold_shaded(
    texture: Image,
    plot: Plot,
    shape: Field,
    relief: Field,
    strength: float = 1.0,
    hollows: float = 0.7,
    calm: Field | None = None,
    shadow: Field | None = None,
    tint: Doubles = TINT,
    arms: Field = arm_share,
) -> Image:
    """The texture with the shade of `relief` (metres above the cloth) and of the hollows of `shape`.

    `calm` (points to 0..1) is where hollows stay light; `shadow` (points to 0..1) is shade cast by what is worn above;
    `arms` (points to 0..1) tells what hangs down with an arm.
    """
    normals = plot.normals
    # A coarse mesh cuts corners: hollows are asked for on the true surface.
    points = plot.points - normals * np.clip(shape(plot.points), -0.006, 0.006)[:, None]
    slope = _slope(relief, points, normals, arms(points))
    open_ = openness(shape, points, normals)
    if calm is not None:
        open_ += (1.0 - open_) * calm(points)
    dark = gaussian_filter(plot.spread(strength * ramp(_LEAST, _MOST, slope)), 0.7)
    light = gaussian_filter(plot.spread(strength * 0.085 * ramp(_LEAST, _MOST, -slope)), 1.0)
    hollow = hollows * np.minimum(1.0 - ramp(0.35, 0.98, gaussian_filter(plot.spread(open_), 3.0)), 0.62)
    # Trims have their own places on the picture: there nothing is shaded.
    near = distance_transform_edt(~plot.known) < _MARGIN
    shade = 1.0 - (1.0 - 0.62 * np.clip(dark, 0, 1)) * (1.0 - hollow)
    if shadow is not None:
        shade = 1.0 - (1.0 - shade) * (1.0 - gaussian_filter(plot.spread(shadow(points)), 1.0))
    tone = 1.0 + near[..., None] * (light[..., None] - (1.0 - tint) * shade[..., None])
    painted: Image = np.clip(np.round(texture * tone), 0, 255).astype(np.uint8)
    return painted


def _slope(relief: Field, points: Doubles, normals: Doubles, share: Doubles, h: float = 0.0015) -> Doubles:
    """How steeply the folds rise towards the light, which falls from above and a little from the front and her right."""
    sign = np.where(points[:, 0] > 0, 1.0, -1.0)
    arm = share[:, None]
    level = np.full_like(sign, 1.0)
    trunk = np.stack([-0.35 * level, 0.85 * level, 0.40 * level], axis=1)
    # The same light on an arm that hangs down, seen from the T-pose.
    hanging = np.stack([-0.85 * sign, -0.35 * sign, 0.40 * level], axis=1)
    towards = trunk * (1 - arm) + hanging * arm
    towards -= normals * (towards * normals).sum(axis=1, keepdims=True)
    towards /= np.maximum(np.linalg.norm(towards, axis=1, keepdims=True), 0.35)
    rise: Doubles = (relief(points + towards * h) - relief(points - towards * h)) / (2 * h)
    return rise


@numba.njit(cache=True)
def _plot(total: Doubles, weight: Doubles, uv: Doubles, triangles: npt.NDArray[np.int64], values: Doubles) -> None:
    """Adds the triangles' values, interpolated, to every texel they cover; the texture repeats."""
    height, width, kinds = total.shape
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
                    for k in range(kinds):
                        total[y % height, x % width, k] += u * values[a, k] + v * values[b, k] + w * values[c, k]
                    weight[y % height, x % width] += 1.0

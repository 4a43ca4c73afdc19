"""The building blocks of distance fields: shapes, and ways to join, cut and hollow them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
from scipy.interpolate import PchipInterpolator

from avatars.forge.sdf import kernels

Doubles = npt.NDArray[np.float64]
Field = Callable[[Doubles], Doubles]
"""Points (n,3) in metres -> signed distance (n,) in metres, negative inside."""


def cone(a: Sequence[float], b: Sequence[float], ra: float, rb: float) -> Field:
    """The hull of a sphere of radius `ra` at `a` and one of `rb` at `b`."""
    start, end = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return lambda points: kernels.round_cone(points, start, end, float(ra), float(rb))


def ellipsoid(centre: Sequence[float], radii: Sequence[float]) -> Field:
    """An ellipsoid along the axes of the world."""
    middle, half = np.asarray(centre, dtype=float), np.asarray(radii, dtype=float)
    return lambda points: kernels.ellipsoid(points, middle, half)


def loft(axis: str, rows: Sequence[Sequence[float]], power: float = 2.0, step: float = 0.002) -> Field:
    """A tube along `axis` through rows (position, half-width a, half-width b[, centre a, centre b]); see `kernels.loft`.

    For axis "y" a is along x and b along z, for "x" a is along y and b along z, for "z" a is along x and b along y.
    """
    given = np.asarray([(*row, 0.0, 0.0)[:5] if len(row) == 3 else row for row in rows], dtype=float)
    count = max(2, round((given[-1, 0] - given[0, 0]) / step) + 1)
    at = np.linspace(given[0, 0], given[-1, 0], count)
    table = PchipInterpolator(given[:, 0], given[:, 1:], axis=0)(at)
    if axis in "yz":
        order = [1, 0, 3, 2] if axis == "y" else [0, 1, 2, 3]
        table = table[:, order]
    table = np.ascontiguousarray(table)
    index = "xyz".index(axis)
    return lambda points: kernels.loft(points, index, float(at[0]), float(at[1] - at[0]), table, float(power))


def union(k: float, *fields: Field) -> Field:
    """Joined, with a fillet of width k (0: sharp)."""

    def joined(points: Doubles) -> Doubles:
        d = fields[0](points)
        for field in fields[1:]:
            d = smin(d, field(points), k)
        return d

    return joined


def smin(d: Doubles, e: Doubles, k: float) -> Doubles:
    """Smooth minimum; k 0 is the plain one."""
    return kernels.smooth_min(d, e, float(k)) if k > 0 else np.minimum(d, e)


def smax(d: Doubles, e: Doubles, k: float) -> Doubles:
    """Smooth maximum; k 0 is the plain one."""
    return -kernels.smooth_min(-d, -e, float(k)) if k > 0 else np.maximum(d, e)


def mirror(field: Field) -> Field:
    """The field at +x shown on both sides."""

    def both(points: Doubles) -> Doubles:
        folded = points.copy()
        np.abs(folded[:, 0], out=folded[:, 0])
        return field(folded)

    return both


def ramp(start: float, end: float, t: npt.ArrayLike) -> Doubles:
    """Smoothstep: 0 below `start`, 1 above `end`."""
    u = np.clip((np.asarray(t, dtype=float) - start) / (end - start), 0.0, 1.0)
    return u * u * (3.0 - 2.0 * u)


def bump(centre: float, width: float, t: npt.ArrayLike) -> Doubles:
    """A Gaussian of height 1 around `centre`, sigma `width`."""
    return np.exp(-0.5 * ((np.asarray(t, dtype=float) - centre) / width) ** 2)

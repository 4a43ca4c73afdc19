"""The compiled inner loops of the distance fields. Each takes points (n,3) and returns distances (n,), float64."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numba
import numpy as np

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles


@numba.njit(cache=True)
def round_cone(points: Doubles, a: Doubles, b: Doubles, ra: float, rb: float) -> Doubles:
    """A cone with round ends: the hull of two spheres (Quilez, "Distance functions", sdRoundCone)."""
    out = np.empty(points.shape[0])
    bax, bay, baz = b[0] - a[0], b[1] - a[1], b[2] - a[2]
    l2 = bax * bax + bay * bay + baz * baz
    rr = ra - rb
    a2 = l2 - rr * rr
    il2 = 1.0 / l2
    sign_rr = 1.0 if rr > 0 else (-1.0 if rr < 0 else 0.0)
    for i in range(points.shape[0]):
        px, py, pz = points[i, 0] - a[0], points[i, 1] - a[1], points[i, 2] - a[2]
        y = px * bax + py * bay + pz * baz
        z = y - l2
        qx, qy, qz = px * l2 - bax * y, py * l2 - bay * y, pz * l2 - baz * y
        x2 = qx * qx + qy * qy + qz * qz
        y2 = y * y * l2
        z2 = z * z * l2
        k = sign_rr * rr * rr * x2
        if (1.0 if z > 0 else -1.0) * a2 * z2 > k:
            out[i] = math.sqrt(x2 + z2) * il2 - rb
        elif (1.0 if y > 0 else -1.0) * a2 * y2 < k:
            out[i] = math.sqrt(x2 + y2) * il2 - ra
        else:
            out[i] = (math.sqrt(x2 * a2 * il2) + y * rr) * il2 - ra
    return out


@numba.njit(cache=True)
def ellipsoid(points: Doubles, centre: Doubles, radii: Doubles) -> Doubles:
    """An ellipsoid along the axes (Quilez's first-order bound k0 (k0 - 1) / k1)."""
    out = np.empty(points.shape[0])
    for i in range(points.shape[0]):
        x, y, z = points[i, 0] - centre[0], points[i, 1] - centre[1], points[i, 2] - centre[2]
        k0 = math.sqrt((x / radii[0]) ** 2 + (y / radii[1]) ** 2 + (z / radii[2]) ** 2)
        k1 = math.sqrt((x / radii[0] ** 2) ** 2 + (y / radii[1] ** 2) ** 2 + (z / radii[2] ** 2) ** 2)
        out[i] = k0 * (k0 - 1.0) / k1 if k1 > 1e-9 else -min(radii[0], radii[1], radii[2])
    return out


@numba.njit(cache=True)
def loft(points: Doubles, axis: int, start: float, step: float, table: Doubles, power: float) -> Doubles:
    """A tube along one axis of the world whose section is a superellipse.

    `table` (m,4): half-widths a, b and centre a, b at `start + i * step` along the axis; a and b are the next
    two axes in cyclic order (y: z, x). Ends are flat. The distance is first order, good near the surface.
    """
    out = np.empty(points.shape[0])
    ia, ib = (axis + 1) % 3, (axis + 2) % 3
    last = table.shape[0] - 1
    end = start + last * step
    for i in range(points.shape[0]):
        along = points[i, axis]
        t = min(max((along - start) / step, 0.0), last - 1e-6)
        j = int(t)
        f = t - j
        ra = table[j, 0] + (table[j + 1, 0] - table[j, 0]) * f
        rb = table[j, 1] + (table[j + 1, 1] - table[j, 1]) * f
        a = abs(points[i, ia] - table[j, 2] - (table[j + 1, 2] - table[j, 2]) * f) / ra
        b = abs(points[i, ib] - table[j, 3] - (table[j + 1, 3] - table[j, 3]) * f) / rb
        if a + b < 1e-9:
            d = -min(ra, rb)
        elif power == 2.0:
            k0 = math.sqrt(a * a + b * b)
            d = k0 * (k0 - 1.0) / math.sqrt((a / ra) ** 2 + (b / rb) ** 2)
        else:
            k0 = (a**power + b**power) ** (1.0 / power)
            ga = (a / k0) ** (power - 1.0) / ra
            gb = (b / k0) ** (power - 1.0) / rb
            d = (k0 - 1.0) / math.sqrt(ga * ga + gb * gb)
        beyond = max(start - along, along - end)
        d = math.sqrt(max(d, 0.0) ** 2 + beyond * beyond) if beyond > 0.0 else max(d, beyond)
        out[i] = d
    return out


@numba.njit(cache=True)
def smooth_min(d: Doubles, e: Doubles, k: float) -> Doubles:
    """The polynomial smooth minimum of width k (Quilez, "Smooth minimum", quadratic)."""
    out = np.empty(d.shape[0])
    for i in range(d.shape[0]):
        h = max(k - abs(d[i] - e[i]), 0.0) / k
        out[i] = min(d[i], e[i]) - h * h * k * 0.25
    return out

"""A rucksack with a lid, a front pocket and two padded straps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge import anatomy
from avatars.forge.charts import Chart
from avatars.forge.cloth.dyed import Dyed
from avatars.forge.cloth.tailoring import raised, seam, stitches
from avatars.forge.garments.bag_block import make_bag_of, ribbon_on, rounded, solid, within
from avatars.forge.garments.lofts import surface, tube
from avatars.forge.mesh_edit import mirrored
from avatars.forge.sdf.fields import bump, ramp, smin
from avatars.forge.skeleton import NAMES
from avatars.forge.weights import weights

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

CANVAS, LEATHER = "#5f7a63", "#9a6440"
_BODY, _STRAP, _UNDER = (0.01, 0.01, 0.99, 0.74), (0.01, 0.76, 0.99, 0.87), (0.01, 0.89, 0.99, 0.99)
_LOW, _TOP = 0.955, 1.268
_STRAPS = ((0.070, 1.205, -0.125), (0.072, 1.290, -0.100), (0.080, 1.335, -0.030), (0.086, 1.300, 0.055), (0.096, 1.225, 0.105),
           (0.118, 1.130, 0.100), (0.148, 1.060, 0.045), (0.152, 1.010, -0.040), (0.105, 0.975, -0.115))
"""The left strap from the bag's top over the shoulder and under the arm to its foot."""


def _body() -> Chart:
    rows = np.array([
        # height, half-width, half-depth, middle z
        (_LOW, 0.012, 0.006, -0.175), (_LOW + 0.001, 0.095, 0.046, -0.178), (_LOW + 0.012, 0.115, 0.062, -0.184),
        (_LOW + 0.050, 0.122, 0.072, -0.190), (_LOW + 0.105, 0.124, 0.074, -0.191), (_LOW + 0.150, 0.123, 0.070, -0.187),
        (_LOW + 0.158, 0.122, 0.060, -0.177), (_LOW + 0.215, 0.120, 0.058, -0.174), (_LOW + 0.222, 0.124, 0.063, -0.177),
        (_LOW + 0.265, 0.122, 0.062, -0.175), (_TOP - 0.016, 0.112, 0.054, -0.168), (_TOP, 0.088, 0.036, -0.160),
        (_TOP + 0.002, 0.012, 0.006, -0.158),
    ])[::-1]
    across, out = rounded(rows[:, 1], rows[:, 2], 3.2, 28)
    points = np.stack([-across, np.broadcast_to(rows[:, :1], across.shape), rows[:, 3:] - out], axis=-1)
    return solid(points, _BODY)


def _straps() -> list[Chart]:
    torso = anatomy.torso()

    def worn(points: Doubles) -> Doubles:
        return smin(torso(points), anatomy.bust_drape(points) + 0.002, 0.02)

    grid = ribbon_on(_STRAPS, worn, 0.0200, 0.042, 26)
    middle = grid[1]
    facing = np.stack([worn(middle + np.eye(3)[i] * 0.004) - worn(middle - np.eye(3)[i] * 0.004) for i in range(3)], axis=1)
    facing /= np.linalg.norm(facing, axis=1, keepdims=True)
    # Padded: thicker in the middle than along the edges.
    top = grid + facing[None] * np.array([0.0008, 0.0052, 0.0008])[:, None, None]
    made = []
    for sheet_, rect, towards in ((top, _STRAP, facing), (grid - facing[None] * 0.003, _UNDER, -facing)):
        chart = surface(sheet_, rect)
        if (chart.mesh.normals.reshape(*sheet_.shape) * towards[None]).sum() < 0:
            chart = surface(sheet_, rect, inward=True)
        made += [chart, Chart(mirrored(chart.mesh), chart.uvs)]
    t = np.linspace(-1.0, 1.0, 9)
    loop = np.stack([0.030 * t, _TOP + 0.024 * (1 - t * t) - 0.004, np.full(9, -0.135)], axis=1)
    return [*made, tube(loop, 0.0055, _UNDER, 6)]


def _paint() -> Dyed:
    c = Dyed(448, 448, {"canvas": CANVAS, "leather": LEATHER})
    c.grain(0.9, 0.020, 451, 1.5)
    c.grain(20.0, 0.018, 452)
    body, u, v = within(c, _BODY)
    x, y = (u - 0.5) * 0.62, (1 - v) * 0.47
    front = np.where((body > 0) & (np.abs(u - 0.5) < 0.26), 1.0, 0.0)
    c.tone(1.0 + 0.04 * np.cos(2 * np.pi * (u - 0.5) * 2))
    # The lid reaches down a third; below it the pocket, both held by leather tabs.
    lid = np.where(body > 0, v - 0.450, 1.0)
    c.tone(0.62, body * bump(0.458, 0.010, v))
    c.tone(0.86, body * bump(0.485, 0.020, v))
    stitches(c, (lid + 0.020) * 0.47, x, 1.20, 0.8 * body)
    pocket = np.where(front > 0, np.minimum(0.098 - np.abs(x), np.minimum(0.700 - v, 0.0) + 0.5), -1.0)
    c.tone(0.70, front * bump(0.585, 0.008, v) * ramp(0.104, 0.098, np.abs(x)))
    stitches(c, np.where(front > 0, (v - 0.605) * 0.47, 1.0), x, 1.20, 0.8 * ramp(0.100, 0.096, np.abs(x)))
    seam(c, np.where((front > 0) & (v > 0.585) & (pocket > -1), 0.099 - np.abs(x), 1.0), 0.8)
    for side in (0.24, 0.76):
        seam(c, np.where(body > 0, (u - side) * 0.62, 1.0), 0.7)
    for at in (-0.052, 0.052):
        tab = np.minimum(0.0105 - np.abs(x - at), np.minimum(v - 0.360, 0.575 - v) * 0.47)
        tab = np.where(front > 0, tab, -1.0)
        c.lay("leather", ramp(-0.0004, 0.0004, tab))
        raised(c, tab, 1.0)
        stitches(c, tab - 0.0030, y, 1.28, 0.7)
        buckle = np.maximum(np.abs(x - at) - 0.0135, np.abs(v - 0.500) * 0.47 - 0.0085)
        frame = np.where(front > 0, np.abs(buckle + 0.0016) - 0.0016, 1.0)
        c.fix((0.80, 0.68, 0.44), ramp(0.0006, -0.0004, frame))
        c.tone(0.70, front * bump(0.0006, 0.0008, buckle))
    c.lay("leather", body * ramp(0.915, 0.920, v))
    c.tone(0.72, body * bump(0.915, 0.006, v))
    stitches(c, np.where(body > 0, (v - 0.928) * 0.47, 1.0), x, 1.26, 0.7)
    strap, s, w = within(c, _STRAP)
    c.tone(0.84, strap * ramp(0.30, 0.5, np.abs(w - 0.5)))
    stitches(c, np.where(strap > 0, (np.abs(w - 0.5) - 0.36) * 0.042, 1.0), s * 0.85, 1.20, 0.8)
    c.lay("leather", strap * ramp(0.80, 0.805, s))
    c.tone(0.70, strap * bump(0.80, 0.006, s))
    under, _, _ = within(c, _UNDER)
    c.lay("leather", under)
    c.tone(0.86, under)
    return c


def _carried(points: Doubles) -> tuple[tuple[str, ...], Doubles]:
    """The bag as one with the back it lies on; straps with the shoulders, not with the arms."""
    near = points.copy()
    behind = points[:, 2] < -0.118
    near[behind, 0] *= 0.15
    near[behind, 1] = np.clip(points[behind, 1], 1.10, 1.20)
    table = weights(near)
    arms = [i for i, name in enumerate(NAMES) if name.startswith(("left", "right")) and not name.endswith("Shoulder")]
    table[:, NAMES.index("upperChest")] += table[:, arms].sum(axis=1)
    table[:, arms] = 0.0
    return NAMES, table


def make_backpack() -> Tailored:
    """The rucksack."""
    return make_bag_of("canvas-backpack", [_body(), *_straps()], _paint(), 448 / 0.63, _carried,
                       look={"shade": (0.72, 0.66, 0.72), "outline": (0.20, 0.26, 0.21)})

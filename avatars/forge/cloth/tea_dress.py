"""A soft cotton print for the tea dress: small daisies and buds with leaves on a dusty blue-green ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.marks import button, raised, seam, stitches
from avatars.forge.cloth.paint import Colour, Image, finish, mix, noise
from avatars.forge.garments.woven_charts import Panels
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from collections.abc import Callable

    from avatars.forge.cloth.fold_shade import Plot
    from avatars.forge.sdf.fields import Doubles, Field

Box = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels."""
_GROUND = np.array([0.335, 0.475, 0.520])
_PETAL, _HEART, _BUD, _LEAF = (0.960, 0.925, 0.860), (0.905, 0.690, 0.340), (0.870, 0.520, 0.445), (0.560, 0.665, 0.560)
WAIST = 1.035
BODICE = Panels(
    scale=880.0, girth=0.80, top=1.929, sleeve_top=800.0, sleeve_scale=960.0, sleeve_start=0.105, sleeve_girth=0.36, level=1.285,
    shoulder=(1.20, 1.28), middle=-0.012, depth=0.060,
)
_SKIRT = (4.0, 468.0, 0.350)
"""First and last row of the skirt's place in pixels, and the height of the last, in metres."""
LINING, BELT = (0.985, 0.985), (0.93, 0.985)
"""Spots of the inner side and of the belt."""
_BELT = (700.0, 800.0, 300.0, 40.0)


def skirt_share(points: Doubles) -> Doubles:
    """The way round the skirt as -0.5..0.5 by arc length of its ellipse; 0 in front."""
    t = np.arctan2(points[:, 0] * 0.82, points[:, 2] + 0.006)
    at = np.linspace(-np.pi, np.pi, 361)
    speed = np.hypot(np.cos(at), 0.82 * np.sin(at))
    length = np.concatenate([[0.0], np.cumsum((speed[1:] + speed[:-1]) / 2)])
    share: Doubles = np.interp(t, at, length / length[-1]) - 0.5
    return share


def skirt_uv(points: Doubles, front: bool) -> Doubles:
    """Texture units on the skirt: the front's and the back's halves lie on each other."""
    share = skirt_share(points)
    u = 0.5 + 2 * share if front else 0.5 + 2 * (share - 0.5 * np.sign(points[:, 0]))
    top, low, end = _SKIRT
    v = top + (WAIST + 0.004 - points[:, 1]) / (WAIST - end) * (low - top)
    return np.stack([u * 1008 + 8, v], axis=1) / 1024


def dress_texture(plot: Plot, neck: Field, cuff: float, hem: float, armhole: Field) -> Image:
    """The picture (1024, 1024, 3)."""
    size = BODICE.size
    weave = 1.0 + 0.012 * noise(size, size, 0.8, 131) + 0.012 * noise(size, size, 20.0, 132)
    picture = np.broadcast_to(_GROUND, (size, size, 3)) * weave[..., None]
    chance = np.random.default_rng(133)
    top, low, end = _SKIRT
    down = (low - top) / (WAIST - end)

    def skirt_scale(row: float) -> tuple[float, float]:
        height = WAIST - (row - top) / down
        girth = float(np.interp(height, [0.35, 0.64, 0.88, 1.0, 1.035], [1.38, 1.16, 0.98, 0.76, 0.68]))
        return 2016.0 / girth, down

    _strew(picture, chance, (0, 0, 1024, 472), skirt_scale)
    _strew(picture, chance, (0, 476, 1024, 796), lambda row: (BODICE.scale, BODICE.scale))
    _strew(picture, chance, (0, 800, 690, 1020), lambda row: (BODICE.scale, BODICE.sleeve_scale))
    picture = _sewn_on(picture, plot, neck, cuff, hem, armhole)
    left, y, wide, high = (int(v) for v in _BELT)
    belt = np.broadcast_to(_GROUND * 0.86, (high + 8, wide + 8, 3)).copy()
    edge = np.minimum(np.arange(high + 8) - 4, high + 4 - np.arange(high + 8))[:, None] * np.ones((1, wide + 8)) / high
    belt = mix(belt, belt * 0.78, np.exp(-(((edge - 0.12) / 0.035) ** 2)))
    picture[y - 4 : y + high + 4, left - 4 : left + wide + 4] = belt
    picture[-26:, 900:970], picture[-26:, 990:] = _GROUND * 0.76, _GROUND * 0.74
    return finish(picture)


def _strew(picture: Doubles, chance: np.random.Generator, box: Box, scale: Callable[[float], tuple[float, float]]) -> None:
    """Flowers over a box of the picture, none nearer to another than they are wide. `scale`: pixels a metre at a row."""
    wraps = box[2] - box[0] == BODICE.size
    left, top, right, bottom = box
    placed: list[tuple[float, float]] = []
    for _ in range(4200):
        x, y = chance.uniform(left, right), chance.uniform(top, bottom)
        sx, sy = scale(y)
        if all(min(abs(x - a), 1024 - abs(x - a) if wraps else 9e9) / sx > 0.027 or abs(y - b) / sy > 0.027 for a, b in placed):
            placed.append((x, y))
            _flower(picture, x, y, sx, sy, chance, box)


def _flower(
    picture: Doubles, x: float, y: float, sx: float, sy: float, chance: np.random.Generator, box: Box
) -> None:
    """A daisy or a bud with two leaves at pixel (x, y), `sx` and `sy` pixels a metre."""
    kind, turn, size = chance.integers(0, 5), chance.uniform(0, 6.28), chance.uniform(0.85, 1.15)
    reach_x, reach_y = int(0.016 * sx) + 2, int(0.016 * sy) + 2
    rows = np.arange(max(box[1], int(y) - reach_y), min(box[3], int(y) + reach_y))
    columns = np.arange(int(x) - reach_x, int(x) + reach_x)
    if not len(rows):
        return
    dx, dy = np.meshgrid((columns + 0.5 - x) / sx / size, (rows + 0.5 - y) / sy / size)
    at = np.ix_(rows, columns % 1024)
    patch = picture[at]
    r, a = np.hypot(dx, dy), np.arctan2(dy, dx) + turn
    soft = 0.0010
    for lean in (0.9, 3.6):
        # Two leaves behind.
        u = dx * np.cos(lean + turn) + dy * np.sin(lean + turn)
        w = -dx * np.sin(lean + turn) + dy * np.cos(lean + turn)
        leaf = 0.0030 * np.sin(np.pi * np.clip((u - 0.003) / 0.0105, 0, 1)) - np.abs(w)
        patch = mix(patch, _LEAF, 0.9 * ramp(-soft / 2, soft / 2, leaf) * (u > 0.003))
    if kind < 3:
        petal = 0.0088 * (0.62 + 0.38 * np.abs(np.cos(2.5 * a))) - r
        patch = mix(patch, _PETAL, ramp(-soft / 2, soft / 2, petal))
        patch = mix(patch, _HEART, ramp(soft / 2, -soft / 2, r - 0.0026))
    else:
        bud = 0.0052 * (0.80 + 0.20 * np.cos(3 * a)) - r
        patch = mix(patch, _BUD, ramp(-soft / 2, soft / 2, bud))
        patch = mix(patch, (0.95, 0.70, 0.62), 0.8 * ramp(soft, -soft, np.hypot(dx + 0.0012, dy + 0.0014) - 0.0016))
    picture[at] = patch


def _sewn_on(picture: Doubles, plot: Plot, neck: Field, cuff: float, hem: float, armhole: Field) -> Doubles:
    p = plot.points
    thread: Colour = (0.50, 0.62, 0.65)
    x, y = plot.spread(p[:, 0]), plot.spread(p[:, 1])
    ahead, trunk = p[:, 2] > 0.0, armhole(p) < 0
    below = plot.spread(np.where(trunk, -neck(p) / 0.65, 1.0))
    # A facing in plain cloth along the neckline.
    facing = 0.014 - below
    picture = mix(picture, _GROUND * 0.86, ramp(-0.0004, 0.0004, facing))
    picture = raised(picture, facing, 0.8)
    picture = stitches(picture, facing - 0.003, x + y, thread, 0.5)
    reach = plot.spread(np.where(trunk, 1.0, cuff - np.abs(p[:, 0])))
    picture = stitches(picture, reach - 0.014, y, thread, 0.6)
    picture = seam(picture, plot.spread(armhole(p)), 0.6)
    low = plot.spread(np.where(trunk, p[:, 1] - hem, 1.0))
    picture = stitches(picture, low - 0.024, x, thread, 0.6)
    picture = mix(picture, picture * 0.93, 0.8 * ramp(0.024, 0.022, low))
    # Buttons to the waist, and on the front of the skirt.
    middle = plot.spread(np.where(ahead & trunk & (p[:, 1] < 1.24), p[:, 0], 1.0))
    bodice = np.where(y > WAIST, middle, 1.0)
    picture = raised(picture, np.where(np.abs(bodice) < 0.5, 0.0125 - np.abs(bodice), -1.0), 0.8)
    for height in (1.205, 1.165, 1.125, 1.085):
        picture = button(picture, bodice, y - height, (0.955, 0.920, 0.850), 0.0058)
    return picture


def belt_uv(shares: Doubles) -> Doubles:
    """Texture units of the belt and its bow (row and column shares)."""
    left, top, wide, high = _BELT
    return np.stack([left + shares[:, 1] * wide, top + shares[:, 0] * high], axis=1) / 1024.0

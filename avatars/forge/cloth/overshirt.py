"""The overshirt's brushed flannel: a large calm check, with placket, pockets, yoke, cuffs and collar sewn on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from avatars.forge.cloth.marks import button, raised, seam, stitches
from avatars.forge.cloth.paint import Colour, Image, finish, mix, noise
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.cloth.fold_shade import Plot
    from avatars.forge.garments.woven_charts import Panels
    from avatars.forge.sdf.fields import Doubles, Field

_GROUND = np.array([0.205, 0.335, 0.385])
Band = tuple[float, float, Colour, float]
BANDS: tuple[Band, ...] = (
    # place in the repeat, half-width, colour, strength
    (0.25, 0.140, (0.120, 0.190, 0.250), 0.62),
    (0.75, 0.070, (0.690, 0.360, 0.235), 0.55),
    (0.75, 0.012, (0.930, 0.800, 0.620), 0.70),
    (0.25, 0.012, (0.520, 0.640, 0.640), 0.65),
    (0.52, 0.010, (0.930, 0.800, 0.620), 0.35),
)
_REPEAT = 0.094
_THREAD = (0.700, 0.690, 0.640)
_BUTTON = (0.560, 0.420, 0.290)
COLLAR = (700.0, 655.0, 310.0, 104.0)
"""Left, top, width and height of the collar's place on the texture, in pixels."""
LINING = (0.985, 0.985)
"""A spot of the plain inner side."""


def overshirt_texture(plot: Plot, panels: Panels, front: Field, hem: float, cuff: float, armhole: Field) -> Image:
    """The picture (size, size, 3). `front` is how far a point is inside the front opening, in metres."""
    size = panels.size
    y, x = np.mgrid[0:size, 0:size].astype(float)
    metres = np.where(y < panels.sleeve_top, 1 / panels.scale, 1 / panels.sleeve_scale)
    picture = _check(x / panels.scale, y * metres)
    picture = picture * (1.0 + 0.022 * noise(size, size, 0.9, 61, 1.4) + 0.014 * noise(size, size, 18.0, 62))[..., None]
    picture = _sewn_on(picture, plot, front, hem, cuff, armhole)
    picture = _collar(picture, x, y)
    picture[-24:, -24:] = _GROUND * 0.72
    return finish(picture)


def flannel_check(panels: Panels, ground: Colour, bands: tuple[Band, ...]) -> Image:
    """The check alone in other colours, where it lies on the texture."""
    size = panels.size
    y, x = np.mgrid[0:size, 0:size].astype(float)
    metres = np.where(y < panels.sleeve_top, 1 / panels.scale, 1 / panels.sleeve_scale)
    picture = _check(x / panels.scale, y * metres, ground, bands)
    rows, columns, along, down = _leaf(x, y)
    picture[rows, columns] = _check(along * 0.46 + 0.02, down * 0.10 + 0.03, ground, bands)
    return finish(picture)


def _check(u: Doubles, v: Doubles, ground: Colour | Doubles = _GROUND, bands: tuple[Band, ...] = BANDS) -> Doubles:
    """Warp and weft: where bands cross both show, as in a twill."""
    picture = np.broadcast_to(np.asarray(ground, dtype=float), (*u.shape, 3)).copy()
    for axis in (u, v):
        for place, half, colour, strength in bands:
            d = np.abs((axis / _REPEAT) % 1.0 - place)
            cover = 1 - ramp(half - 0.006, half + 0.010, np.minimum(d, 1 - d))
            picture = mix(picture, colour, cover * strength * 0.78)
    return picture


def _sewn_on(picture: Doubles, plot: Plot, front: Field, hem: float, cuff: float, armhole: Field) -> Doubles:
    p = plot.points
    ahead = p[:, 2] > -0.018
    trunk = armhole(p) < 0
    far = np.full(len(p), 1.0)

    def shown(values: Doubles, where: npt.NDArray[np.bool_]) -> Doubles:
        return plot.spread(np.where(where, values, far))

    x, y = plot.spread(p[:, 0]), plot.spread(p[:, 1])
    edge = shown(-front(p), ahead & trunk)
    # Placket with its two rows and the buttons on her side of it.
    picture = raised(picture, np.where(edge < 0.5, 0.034 - edge, -1.0), 0.9)
    for row in (0.005, 0.029):
        picture = stitches(picture, edge - row, y, _THREAD)
    left = x > 0
    for height in (1.44, 1.345, 1.25, 1.155, 1.06, 0.965):
        picture = button(picture, np.where(left, edge - 0.017, 1.0), y - height, _BUTTON)
    # Chest pockets with pointed flaps.
    for side in (1.0, -1.0):
        px, py = np.where(edge < 0.5, side * x - 0.122, 1.0), y
        box = 0.050 - np.abs(px)
        pocket = np.minimum(np.minimum(box, 1.322 - py), py - 1.208 - 0.25 * np.maximum(np.abs(px) - 0.025, 0))
        picture = raised(picture, pocket, 0.8)
        picture = stitches(picture, pocket - 0.005, px + py, _THREAD, 0.55)
        flap = np.minimum(np.minimum(0.052 - np.abs(px), 1.336 - py), py - 1.286 + 0.30 * (0.052 - np.abs(px)) - 0.004)
        picture = raised(picture, flap, 1.0)
        picture = stitches(picture, flap - 0.005, px + py, _THREAD)
        picture = button(picture, px, py - 1.289, _BUTTON)
    # The yoke behind, with a box pleat's line below it; side seams, armholes, hem and cuffs.
    behind = shown(p[:, 1] - 1.405, ~ahead & trunk)
    picture = raised(picture, np.where(behind < 0.9, behind, -1.0), 0.8)
    picture = stitches(picture, behind - 0.004, x, _THREAD, 0.6)
    pleat = shown(np.abs(p[:, 0]) - 0.022, ~ahead & trunk & (p[:, 1] < 1.405) & (p[:, 1] > 1.12))
    picture = seam(picture, pleat, 0.45)
    hole = plot.spread(armhole(p))
    picture = raised(picture, -hole, 0.55)
    picture = stitches(picture, hole + 0.006, y + plot.spread(p[:, 2]), _THREAD, 0.55)
    low = shown(p[:, 1] - hem, trunk)
    picture = stitches(picture, low - 0.018, x, _THREAD, 0.6)
    reach = plot.spread(np.where(trunk, 1.0, cuff - np.abs(p[:, 0])))
    picture = raised(picture, np.where(reach < 0.5, 0.056 - reach, -1.0), 0.9)
    for row in (0.006, 0.051):
        picture = stitches(picture, reach - row, y, _THREAD, 0.6)
    return picture


def _collar(picture: Doubles, x: Doubles, y: Doubles) -> Doubles:
    rows, columns, along, down = _leaf(x, y)
    cloth = _check(along * 0.46 + 0.02, down * 0.10 + 0.03)
    # Folded over at .45; below that the leaf, stitched round its edge.
    cloth = mix(cloth, cloth * 0.80, 1 - ramp(0.30, 0.46, down))
    edge = np.minimum(np.minimum(along, 1 - along) * 0.46, (1.0 - down) * 0.10)
    cloth = stitches(cloth, edge - 0.006, along * 0.46 + down * 0.10, _THREAD, 0.7)
    cloth = mix(cloth, cloth * 0.75, 0.5 * (1 - ramp(0.0, 0.003, edge)))
    out = picture.copy()
    out[rows, columns] = cloth
    return out


def _leaf(x: Doubles, y: Doubles) -> tuple[slice, slice, Doubles, Doubles]:
    """The collar's rows and columns with a margin, and how far along and down it they lie."""
    left, top, width, height = COLLAR
    rows, columns = slice(int(top) - 4, int(top + height) + 4), slice(int(left) - 4, int(left + width) + 4)
    return rows, columns, (x[rows, columns] - left) / width, (y[rows, columns] - top) / height


def collar_uv(shares: Doubles) -> Doubles:
    """Texture units of the collar's places (rows, columns as shares)."""
    left, top, width, height = COLLAR
    return np.stack([left + shares[:, 1] * width, top + shares[:, 0] * height], axis=1) / 1024.0

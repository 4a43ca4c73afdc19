"""Heather jersey for the hoodie: flecked yarn, ribbed hem and cuffs, a metal zip, a split pouch pocket."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from avatars.forge.cloth.marks import raised, ribbed, seam, stitches
from avatars.forge.cloth.paint import Image, finish, line, mix, noise
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.cloth.fold_shade import Plot
    from avatars.forge.garments.woven_charts import Panels
    from avatars.forge.sdf.fields import Doubles, Field

_GREY = np.array([0.560, 0.575, 0.600])
_THREAD = (0.720, 0.730, 0.750)
_METAL, _TAPE = (0.800, 0.790, 0.770), np.array([0.330, 0.340, 0.370])
_HOOD = (700.0, 655.0, 310.0, 250.0)
"""Left, top, width and height of the hood's place on the texture, in pixels."""
LINING, CORD, TIP = (0.985, 0.985), (0.955, 0.985), (0.925, 0.985)
"""Spots of the inner side, the drawstrings and their ends."""


def hoodie_texture(
    plot: Plot, panels: Panels, front: Field, slider: float, hem: float, cuff: float, armhole: Field
) -> Image:
    """The picture (size, size, 3). `front` is how far a point is inside the opening above the zip's `slider`."""
    size = panels.size
    fleck = noise(size, size, 0.7, 151, 1.8)
    tone = 1.0 + 0.040 * fleck + 0.020 * np.maximum(fleck - 1.2, 0) + 0.012 * noise(size, size, 20.0, 152)
    picture = np.broadcast_to(_GREY, (size, size, 3)) * tone[..., None]
    plain = picture.copy()
    picture = _sewn_on(picture, plot, front, slider, hem, cuff, armhole)
    left, top, wide, high = (int(v) for v in _HOOD)
    y, x = np.mgrid[-4 : high + 4, -4 : wide + 4].astype(float)
    hood = plain[top - 4 : top + high + 4, left - 4 : left + wide + 4]
    down, across = y / high, x / wide
    # Inside dark, the hem's double stitching along its rolled edge, a seam down the middle.
    hood = mix(hood, hood * 0.70, ramp(0.32, 0.18, down))
    for row in (0.36, 0.42):
        hood = stitches(hood, (down - row) * 0.22, across * 0.9, _THREAD, 0.6)
    hood = seam(hood, np.where(down > 0.40, (across - 0.5) * 0.5, 1.0), 0.7)
    hood = mix(hood, hood * 0.72, ramp(0.90, 1.0, down))
    picture[top - 4 : top + high + 4, left - 4 : left + wide + 4] = hood
    picture[-26:, -26:], picture[-26:, -60:-34], picture[-26:, -96:-62] = _GREY * 0.72, (0.93, 0.92, 0.90), (0.62, 0.60, 0.58)
    return finish(picture)


def _sewn_on(
    picture: Doubles, plot: Plot, front: Field, slider: float, hem: float, cuff: float, armhole: Field
) -> Doubles:
    p = plot.points
    ahead, trunk = p[:, 2] > -0.018, armhole(p) < 0

    def shown(values: Doubles, where: npt.NDArray[np.bool_]) -> Doubles:
        return plot.spread(np.where(where, values, 1.0))

    x, y = plot.spread(p[:, 0]), plot.spread(p[:, 1])
    across = plot.spread(np.arctan2(p[:, 0], p[:, 2] + 0.015) * 0.165)
    # Ribbed hem and cuffs.
    low = shown(p[:, 1] - hem, trunk)
    reach = plot.spread(np.where(trunk, 1.0, cuff - np.abs(p[:, 0])))
    round_arm = plot.spread(np.arctan2(p[:, 2] + 0.022, p[:, 1] - 1.459) * 0.046)
    picture = ribbed(picture, across, 0.0062, 0.26, ramp(0.0520, 0.0512, low))
    picture = raised(picture, np.where(low < 0.9, 0.052 - low, -1.0), 0.8)
    picture = ribbed(picture, round_arm, 0.0058, 0.26, ramp(0.0520, 0.0512, reach))
    picture = raised(picture, np.where(reach < 0.9, 0.052 - reach, -1.0), 0.8)
    # Shoulders and sides.
    picture = seam(picture, plot.spread(armhole(p)), 0.7)
    picture = stitches(picture, plot.spread(armhole(p)) - 0.005, y + plot.spread(p[:, 2]), _THREAD, 0.4)
    side = shown(p[:, 2] + 0.018, trunk & (p[:, 1] < 1.36))
    picture = seam(picture, side, 0.4)
    # The pouch: two slanted mouths, stitched round.
    mx = np.abs(shown(p[:, 0], ahead & trunk))
    slant = 0.150 - np.clip((y - 1.005) / 0.120, 0, 1) * 0.062
    pouch = np.minimum(np.minimum(slant - mx, 1.128 - y), y - 0.958)
    pouch = np.where(mx < 0.5, pouch, -1.0)
    picture = raised(picture, pouch, 0.9)
    for row in (0.004, 0.010):
        picture = stitches(picture, pouch - row, x + y, _THREAD, 0.55)
    return _zip(picture, shown(p[:, 0], ahead & trunk), shown(-front(p), ahead & trunk), y, slider)


def _zip(picture: Doubles, middle: Doubles, edge: Doubles, y: Doubles, slider: float) -> Doubles:
    """Closed teeth below the slider; above it a row along each edge."""
    closed = np.where(y < slider, np.abs(middle), 1.0)
    open_ = np.where((y >= slider) & (edge < 0.5), np.maximum(edge, 0.0), 1.0)
    d = np.minimum(closed, open_)
    picture = raised(picture, np.where(d < 0.5, d - 0.0115, 1.0), 0.7)
    picture = mix(picture, _TAPE, ramp(0.0095, 0.0085, d))
    teeth = 0.72 + 0.28 * np.sign(np.sin(y * 2 * np.pi / 0.0034))
    picture = mix(picture, np.asarray(_METAL) * teeth[..., None], line(np.where(y < slider, d, d - 0.0020), 0.0022, 0.0008))
    picture = stitches(picture, d - 0.0145, y, _THREAD, 0.5)
    pull = np.maximum(np.abs(middle) - 0.0042, np.abs(y - slider + 0.012) - 0.016)
    picture = mix(picture, picture * 0.5, 0.7 * ramp(0.0030, 0.0, pull))
    return mix(picture, (0.88, 0.87, 0.85), ramp(0.0004, -0.0004, pull))


def hood_uv(shares: Doubles) -> Doubles:
    """Texture units of the hood's places (rows, columns as shares)."""
    left, top, wide, high = _HOOD
    return np.stack([left + shares[:, 1] * wide, top + shares[:, 0] * high], axis=1) / 1024.0

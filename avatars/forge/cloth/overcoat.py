"""Camel melton for the overcoat: soft nap, seams, flap pockets, a breast welt, a vent, horn buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from avatars.forge.cloth.marks import button, raised, seam
from avatars.forge.cloth.paint import Image, finish, mix, noise
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.cloth.fold_shade import Plot
    from avatars.forge.garments.woven_charts import Panels
    from avatars.forge.sdf.fields import Doubles, Field

_CAMEL = np.array([0.760, 0.585, 0.400])
_HORN = (0.360, 0.235, 0.160)
_SILK = np.array([0.395, 0.285, 0.230])
_COLLAR, _LAPEL = (640.0, 752.0, 300.0, 100.0), (640.0, 866.0, 130.0, 140.0)
"""Left, top, width and height of their places on the texture, in pixels."""
LINING = (0.985, 0.985)
"""A spot of the lining."""


def overcoat_texture(plot: Plot, panels: Panels, front: Field, hem: float, cuff: float, armhole: Field) -> Image:
    """The picture (size, size, 3). `front` is how far a point is inside the front opening, in metres."""
    size = panels.size
    nap = 1.0 + 0.014 * noise(size, size, 0.7, 101, 1.5) + 0.010 * noise(size, size, 22.0, 102)
    picture = np.broadcast_to(_CAMEL, (size, size, 3)) * nap[..., None]
    plain = picture.copy()
    picture = _sewn_on(picture, plot, front, hem, cuff, armhole)
    for left, top, width, height in (_COLLAR, _LAPEL):
        rows, columns = slice(int(top) - 4, int(top + height) + 4), slice(int(left) - 4, int(left + width) + 4)
        y, x = np.mgrid[rows, columns].astype(float)
        u, v = (x - left) / width, (y - top) / height
        leaf = plain[rows, columns]
        if height < 110:
            leaf = mix(leaf, leaf * 0.74, 1 - ramp(0.30, 0.46, v))
            edge = np.minimum(np.minimum(u, 1 - u) * 0.5, (1 - v) * 0.11)
        else:
            edge = np.minimum((1 - u) * 0.08, v * 0.3)
            leaf = mix(leaf, leaf * 1.07, ramp(0.22, 0.06, u) * ramp(0.0, 0.04, u))
        leaf = mix(leaf, leaf * 0.84, 0.7 * np.exp(-(((edge - 0.0065) / 0.0012) ** 2)))
        leaf = mix(leaf, leaf * 1.08, 0.6 * ramp(0.006, 0.003, edge))
        picture[rows, columns] = leaf
    picture[-26:, -26:] = _SILK
    return finish(picture)


def _sewn_on(picture: Doubles, plot: Plot, front: Field, hem: float, cuff: float, armhole: Field) -> Doubles:
    p = plot.points
    ahead, trunk = p[:, 2] > -0.018, armhole(p) < 0

    def shown(values: Doubles, where: npt.NDArray[np.bool_]) -> Doubles:
        return plot.spread(np.where(where, values, 1.0))

    x, y = plot.spread(p[:, 0]), plot.spread(p[:, 1])
    edge = shown(-front(p), ahead & trunk)
    picture = mix(picture, picture * 0.85, 0.7 * np.exp(-(((edge - 0.007) / 0.0013) ** 2)))
    for height in (1.120, 1.005, 0.890):
        picture = button(picture, np.where(x > 0, edge - 0.026, 1.0), y - height, _HORN, 0.0105)
        slit = np.maximum(np.abs(np.where(x < 0, edge - 0.026, 1.0)) - 0.012, np.abs(y - height) - 0.0012)
        picture = mix(picture, picture * 0.5, ramp(0.0008, -0.0002, slit))
    for side in (1.0, -1.0):
        # Flap pockets, a dart above each, and the welt on her left breast.
        px, py = np.where(edge < 0.9, side * x - 0.150, 1.0), y - 0.965 + 0.10 * (side * x - 0.150)
        flap = np.minimum(0.068 - np.abs(px), 0.027 - np.abs(py))
        picture = raised(picture, flap, 1.0)
        picture = mix(picture, picture * 0.85, 0.7 * np.exp(-(((flap - 0.006) / 0.0011) ** 2)))
        dart = np.where((py > 0.03) & (py < 0.25), px + 0.018, 1.0)
        picture = seam(picture, dart, 0.35)
    px, py = np.where(edge < 0.9, x - 0.128, 1.0), y - 1.318 - 0.16 * (x - 0.128)
    picture = raised(picture, np.minimum(0.048 - np.abs(px), 0.0115 - np.abs(py)), 0.9)
    behind = shown(p[:, 0] + 0.002, ~ahead & trunk)
    picture = seam(picture, np.where(y > 0.86, behind, 1.0), 0.5)
    vent = shown(p[:, 0], ~ahead & trunk)
    picture = raised(picture, np.where((y < 0.86) & (np.abs(vent) < 0.5), vent, -1.0), 1.0)
    picture = raised(picture, -plot.spread(armhole(p)), 0.55)
    low = shown(p[:, 1] - hem, trunk)
    picture = mix(picture, picture * 0.88, 0.5 * np.exp(-(((low - 0.040) / 0.002) ** 2)))
    reach = plot.spread(np.where(trunk, 1.0, cuff - np.abs(p[:, 0])))
    picture = mix(picture, picture * 0.86, 0.6 * np.exp(-(((reach - 0.010) / 0.0016) ** 2)))
    for place in (0.030, 0.050, 0.070):
        picture = button(picture, np.where(y < 1.50, plot.spread(p[:, 2]) + 0.060, 1.0), reach - place, _HORN, 0.0068)
    return picture


def collar_uv(shares: Doubles) -> Doubles:
    """Texture units of the collar's places (rows, columns as shares)."""
    return _placed(shares, _COLLAR)


def lapel_uv(shares: Doubles) -> Doubles:
    """Texture units of a lapel's places, columns from the roll outwards."""
    return _placed(shares, _LAPEL)


def _placed(shares: Doubles, place: tuple[float, float, float, float]) -> Doubles:
    left, top, width, height = place
    return np.stack([left + shares[:, 1] * width, top + shares[:, 0] * height], axis=1) / 1024.0

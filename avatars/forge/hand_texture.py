"""The skin of the body as one small picture: fingers laid flat with their nails, back of the hand, palm, and half a throat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from avatars.forge.sdf.fields import bump, ramp
from avatars.forge.skeleton import FINGERS
from avatars.forge.skin import complexion

if TYPE_CHECKING:
    from avatars.forge.parameters import Person
    from avatars.forge.sdf.fields import Doubles

SIZE = 256
_BLOCK, _TALL = 51, 148
"""Pixels of a finger's block: round it, along it."""
_PALM = (0.555, -0.075, 0.135, 0.125)
"""Metres on a palm's chart: from x, from z, along x, along z."""
_ABOVE, _BELOW, _EDGE = (2, 152), (112, 152), 102
"""Corners and side in pixels of the charts of the hand's back and the palm."""
_THROAT_AT, _THROAT_SIZE = (218, 152), (36, 102)
_THROAT = (0.150, 1.17, 1.42)
"""Metres on the throat's chart: from the middle out, from height, to height."""
_PLAIN = (252, 250)


def finger_uv(index: int, u: Doubles, v: Doubles) -> Doubles:
    """Texture places (n,2) of finger `index`: `u` 0..1 round it from the palm's side, `v` -0.1 (root) to 1.1 (tip)."""
    x = index * _BLOCK + 2 + u * (_BLOCK - 4)
    y = 2 + (v + 0.12) / 1.24 * (_TALL - 4)
    return np.stack([x, y], axis=1) / SIZE


def palm_uv(points: Doubles, upper: bool) -> Doubles:
    """Texture places (n,2) of points of the left palm, its back if `upper`."""
    left, top = _ABOVE if upper else _BELOW
    u, v = (points[:, 0] - _PALM[0]) / _PALM[2], (points[:, 2] - _PALM[1]) / _PALM[3]
    return np.stack([left + u.clip(0, 1) * _EDGE, top + v.clip(0, 1) * _EDGE], axis=1) / SIZE


def throat_uv(points: Doubles) -> Doubles:
    """Texture places (n,2) of throat and chest seen from the front; both sides share them."""
    u, v = np.abs(points[:, 0]) / _THROAT[0], (_THROAT[2] - points[:, 1]) / (_THROAT[2] - _THROAT[1])
    left, top = _THROAT_AT
    return np.stack([left + u.clip(0, 1) * _THROAT_SIZE[0], top + v.clip(0, 1) * _THROAT_SIZE[1]], axis=1) / SIZE


def plain_uv(count: int) -> Doubles:
    """Texture places (count,2) of skin of one colour."""
    return np.tile(np.asarray(_PLAIN) / SIZE, (count, 1))


def hand_texture(person: Person) -> npt.NDArray[np.uint8]:
    """The picture (256,256,3) for a person's skin."""
    tones = complexion(person.skin)
    base, line = np.asarray(tones.base), np.asarray(tones.line)
    rosy = base * (0.985, 0.845, 0.825)
    picture = np.empty((SIZE, SIZE, 3))
    picture[:] = base
    for index, finger in enumerate(FINGERS):
        block = picture[:_TALL, index * _BLOCK : (index + 1) * _BLOCK]
        block[:] = _finger(base, rosy, line, finger.name == "Thumb")
    for upper, (left, top) in ((True, _ABOVE), (False, _BELOW)):
        picture[top : top + _EDGE, left : left + _EDGE] = _palm(base, rosy, line, upper)
    left, top = _THROAT_AT
    # A pixel beyond on every side, for the filter.
    picture[top : top + _THROAT_SIZE[1] + 1, left - 1 : left + _THROAT_SIZE[0]] = _throat(base, rosy, line)
    return np.round(picture.clip(0, 1) * 255).astype(np.uint8)


def _over(below: Doubles, colour: Doubles, alpha: Doubles) -> Doubles:
    mixed: Doubles = below + (np.asarray(colour) - below) * alpha[..., None]
    return mixed


def _finger(base: Doubles, rosy: Doubles, line: Doubles, thumb: bool) -> Doubles:
    rows, columns = np.mgrid[0:_TALL, 0:_BLOCK] + 0.5
    u = (columns - 2) / (_BLOCK - 4)
    v = (rows - 2) / (_TALL - 4) * 1.24 - 0.12
    top, palm = np.cos((u - 0.5) * 2 * np.pi), -np.cos((u - 0.5) * 2 * np.pi)
    picture = np.tile(base, (_TALL, _BLOCK, 1))
    # Blood shines through at tips and knuckles.
    picture = _over(picture, rosy, 0.80 * ramp(0.78, 1.04, v) * (0.65 + 0.35 * palm))
    for joint in (1 / 3, 2 / 3):
        picture = _over(picture, rosy, 0.50 * bump(joint, 0.045, v) * ramp(0.2, 0.9, top))
        for shift in (-0.012, 0.014):
            picture = _over(picture, line, 0.10 * bump(joint + shift, 0.0045, v) * ramp(0.55, 0.95, top))
        picture = _over(picture, line, 0.13 * bump(joint - 0.005, 0.007, v) * ramp(0.1, 0.7, palm))
    picture = _over(picture, line, 0.13 * bump(0.02, 0.007, v) * ramp(0.1, 0.7, palm))
    return _nail(picture, base, line, u, v, thumb)


def _nail(picture: Doubles, base: Doubles, line: Doubles, u: Doubles, v: Doubles, thumb: bool) -> Doubles:
    middle, half = (0.945, 0.098) if thumb else (0.958, 0.082)
    across, along = (u - 0.5) / 0.185, (v - middle) / half
    # Round at the root, straighter at the free edge.
    edge = 1.0 - np.abs(across) ** 2.6 - np.where(along < 0, np.abs(along) ** 2.0, np.abs(along) ** 3.2)
    inside = ramp(-0.06, 0.12, edge)
    picture = _over(picture, line, 0.20 * ramp(-0.36, -0.02, edge) * (1.0 - inside))
    nail = np.clip(base * (1.0, 0.86, 0.865) + 0.015, 0, 1)
    light = np.clip(base * 0.35 + 0.65, 0, 1)
    picture = _over(picture, nail, inside)
    picture = _over(picture, light, 0.55 * inside * ramp(0.60, 0.86, along))
    picture = _over(picture, light, 0.30 * inside * bump(-0.95, 0.22, along))
    return _over(picture, np.ones(3), 0.55 * inside * bump(-0.34, 0.13, across) * bump(-0.05, 0.36, along))


def _palm(base: Doubles, rosy: Doubles, line: Doubles, upper: bool) -> Doubles:
    rows, columns = np.mgrid[0:_EDGE, 0:_EDGE] + 0.5
    x, z = _PALM[0] + columns / _EDGE * _PALM[2], _PALM[1] + rows / _EDGE * _PALM[3]
    picture = np.tile(base, (_EDGE, _EDGE, 1))
    knuckles = [finger.points[0] for finger in FINGERS if finger.name != "Thumb"]
    if upper:
        for kx, _, kz in knuckles:
            picture = _over(picture, rosy, 0.50 * np.exp(-(((x - kx + 0.002) / 0.008) ** 2) - ((z - kz) / 0.0065) ** 2))
            # A hint of the sinew behind each knuckle.
            sinew = kz + (kx - x) * 5.0 * (-0.02 - kz)
            long = ramp(0.600, 0.625, x) * (1 - ramp(0.652, 0.662, x))
            picture = _over(picture, line, 0.03 * bump(0.0, 0.0024, z - sinew) * long)
        return picture
    ball = np.exp(-(((x - 0.618) / 0.022) ** 2) - ((z + 0.000) / 0.016) ** 2)
    heel = np.exp(-(((x - 0.624) / 0.026) ** 2) - ((z + 0.042) / 0.013) ** 2)
    pads = np.exp(-(((x - 0.662) / 0.009) ** 2)) * ramp(-0.062, -0.052, z) * (1 - ramp(0.006, 0.016, z))
    picture = _over(picture, rosy, 0.55 * np.maximum(np.maximum(ball, heel), 0.9 * pads))
    # Life, head and heart, as far as a cartoon wants them.
    creases = (
        ((0.652, 0.008), (0.640, -0.010), (0.618, -0.019), (0.598, -0.017)),
        ((0.650, 0.009), (0.642, -0.010), (0.634, -0.030), (0.626, -0.046)),
        ((0.656, -0.058), (0.646, -0.042), (0.648, -0.022), (0.658, -0.008)),
    )
    for points in creases:
        picture = _over(picture, line, 0.15 * np.exp(-((_from_curve(x, z, points) / 0.0015) ** 2)))
    return picture


def _throat(base: Doubles, rosy: Doubles, line: Doubles) -> Doubles:
    rows, columns = np.mgrid[0 : _THROAT_SIZE[1] + 1, -1 : _THROAT_SIZE[0]] + 0.5
    x = columns / _THROAT_SIZE[0] * _THROAT[0]
    y = _THROAT[2] - rows / _THROAT_SIZE[1] * (_THROAT[2] - _THROAT[1])
    picture = np.tile(base, (*x.shape, 1))
    picture = _over(picture, rosy, 0.30 * ramp(1.335, 1.40, y))
    bone = ((0.014, 1.2830), (0.040, 1.2865), (0.072, 1.2920), (0.110, 1.3020))
    ends = ramp(0.004, 0.024, x) * (1 - ramp(0.085, 0.112, x))
    picture = _over(picture, line, 0.12 * ends * np.exp(-((_from_curve(x, y + 0.004, bone) / 0.0035) ** 2)))
    light = np.clip(base * 0.6 + 0.4, 0, 1)
    picture = _over(picture, light, 0.28 * ends * np.exp(-((_from_curve(x, y - 0.003, bone) / 0.0035) ** 2)))
    picture = _over(picture, line, 0.13 * np.exp(-((x / 0.010) ** 2) - ((y - 1.283) / 0.008) ** 2))
    muscle = ((0.013, 1.290), (0.022, 1.312), (0.032, 1.336), (0.043, 1.362))
    return _over(picture, line, 0.04 * np.exp(-((_from_curve(x, y, muscle) / 0.004) ** 2)))


def _from_curve(x: Doubles, z: Doubles, points: tuple[tuple[float, float], ...]) -> Doubles:
    """Distance to a smooth curve through four points."""
    t = np.linspace(0, 1, 40)
    given = np.asarray(points)
    curve = np.stack([np.polyval(np.polyfit(np.linspace(0, 1, 4), given[:, i], 3), t) for i in range(2)], axis=1)
    gap: Doubles = np.sqrt(((x[..., None] - curve[:, 0]) ** 2 + (z[..., None] - curve[:, 1]) ** 2).min(axis=-1))
    return gap

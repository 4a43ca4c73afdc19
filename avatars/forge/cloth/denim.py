"""Denim: twill, fading where it rubs, double seams in honey thread, pockets and fly, and a pale inner side."""

from __future__ import annotations

from functools import cache

import numpy as np

from avatars.forge.cloth.paint import Image, finish, line, mix, noise
from avatars.forge.sdf.fields import Doubles, bump, ramp

_WIDE, _HIGH = 768, 1280
_LEG_HIGH = 1160
"""Rows of the leg; the turn-ups lie below."""
_TOP, _BOTTOM = 1.0, 0.06
_PIXELS = _LEG_HIGH / (_TOP - _BOTTOM)
"""A metre of height in pixels."""
BLUE = np.array([0.300, 0.440, 0.660])
PALE = np.array([0.640, 0.730, 0.870])
BLUE_SPOT, PALE_SPOT = (0.12, 0.50), (0.35, 1215 / 1280)
"""Spots of the texture for edges and lining."""
THREAD = (0.850, 0.650, 0.380)


def leg_u(around: Doubles) -> Doubles:
    """0..1 round a leg from inner seam to inner seam, by the front first."""
    return around


def leg_v(height: Doubles) -> Doubles:
    """Metres above the ground to texture units."""
    return (_TOP - height) / (_TOP - _BOTTOM) * _LEG_HIGH / _HIGH


def turn_up_uv(around: Doubles, height: Doubles) -> Doubles:
    """The turn-up's strip at the foot of the picture."""
    v = (_LEG_HIGH + 14 + (0.14 - height) / 0.06 * 92) / _HIGH
    return np.stack([around, v], axis=1)


@cache
def denim_texture() -> Image:
    """The picture (1280, 768, 3): one leg opened at its inner seam, the front on the left half."""
    y, x = np.mgrid[0:_HIGH, 0:_WIDE].astype(float)
    around, height = (x + 0.5) / _WIDE, _TOP - y / _PIXELS
    picture = _ground(x, y)
    # Faded on the thigh, the knee and the seat.
    front, behind = bump(0.25, 0.085, around), bump(0.75, 0.10, around)
    worn = 0.55 * front * bump(0.66, 0.12, height) + 0.35 * front * bump(0.46, 0.05, height)
    worn += 0.35 * behind * bump(0.86, 0.06, height) + 0.18 * bump(0.13, 0.03, height)
    worn *= 1.0 + 0.25 * noise(_HIGH, _WIDE, 9.0, 3, 2.2)
    picture = mix(picture, PALE, np.clip(worn * 0.62, 0, 1))
    picture = _seams(picture, around, height)
    strip = y >= _LEG_HIGH
    return finish(np.where(strip[..., None], _inner(around, y), picture), levels=64)


def _ground(x: Doubles, y: Doubles) -> Doubles:
    twill = np.sin((x + y * 1.0) * 2 * np.pi / 5.0)
    slub = noise(_HIGH, _WIDE, 1.1, 1, 9.0)
    cloud = noise(_HIGH, _WIDE, 26.0, 2, 1.6)
    tone = 1.0 + 0.035 * twill + 0.030 * slub + 0.030 * cloud
    return np.broadcast_to(BLUE, (_HIGH, _WIDE, 3)) * tone[..., None]


_FRONT = ((0.765, 0.78, 0.80, 0.83, 0.86, 0.90, 0.95, 1.0), (0.06, 0.086, 0.104, 0.130, 0.139, 0.145, 0.151, 0.153))
_BACK = ((0.765, 0.78, 0.80, 0.83, 0.86, 0.90, 0.95, 1.0), (0.95, 0.922, 0.890, 0.866, 0.852, 0.849, 0.853, 0.855))
"""Heights, and how far round the leg the middle of the front and of the back lie there."""


def _seams(picture: Doubles, around: Doubles, height: Doubles) -> Doubles:
    girth = 0.50
    side = (around - 0.5) * girth
    inner = np.minimum(around, 1 - around) * girth
    for distance, rows in ((side, 1), (inner, 2)):
        picture = mix(picture, picture * 0.62, 0.8 * line(distance, 0.0008, 0.0012))
        picture = mix(picture, picture * 0.84, 0.5 * bump(0.0, 0.006, distance))
        for offset in (0.0045, 0.0095)[:rows]:
            picture = _stitch(picture, np.abs(distance) - offset, height, 0.55)
    # The rise: on the hips each leg's chart ends in the middle, in front and behind.
    for heights, places in (_FRONT, _BACK):
        d = np.where(height > 0.765, (around - np.interp(height, heights, places)) * girth, 1.0)
        picture = mix(picture, picture * 0.72, 0.6 * line(d, 0.0006, 0.0012))
        picture = _stitch(picture, np.abs(d) - 0.0028, height, 0.35)
    # Waistband, the slanting front pocket, the back pocket, the yoke behind.
    picture = _stitch(picture, height - 0.950, around * girth, 0.9)
    picture = mix(picture, picture * 0.80, 0.7 * line(height - 0.9475, 0.001, 0.0015))
    pocket = np.hypot((around - 0.505) * girth / 0.105, (height - 0.952) / 0.085)
    front = (around < 0.5) & (height < 0.948)
    mouth = np.where(front, (pocket - 1.0) * 0.09, 1.0)
    picture = mix(picture, picture * 0.66, 0.8 * line(mouth, 0.0012, 0.0014))
    for offset in (0.005, 0.010):
        picture = _stitch(picture, mouth - offset, around * girth + height, 0.85)
    bx, by = (around - 0.715) * girth, height - 0.868
    edge = np.maximum(np.abs(bx) - 0.050, np.maximum(by - 0.052, -by - 0.052 - 0.30 * (0.050 - np.abs(bx))))
    picture = mix(picture, picture * 0.70, 0.6 * line(edge, 0.0010, 0.0014))
    picture = _stitch(picture, edge + 0.005, bx + by, 0.85)
    picture = _stitch(picture, edge + 0.010, bx + by, 0.6)
    yoke = np.where(around > 0.5, height - 0.935 + 0.10 * (around - 0.5), 1.0)
    return _stitch(picture, yoke, around * girth, 0.8)


def _stitch(picture: Doubles, distance: Doubles, along: Doubles, strength: Doubles | float) -> Doubles:
    dash = ramp(0.10, 0.22, (along / 0.0062) % 1.0) * (1 - ramp(0.72, 0.86, (along / 0.0062) % 1.0))
    return mix(picture, THREAD, strength * (0.35 + 0.65 * dash) * line(distance, 0.0006, 0.0008))


def _inner(around: Doubles, y: Doubles) -> Doubles:
    twill = np.sin((around * _WIDE - y) * 2 * np.pi / 5.0)
    picture = np.broadcast_to(PALE, (*y.shape, 3)) * (1.0 + 0.03 * twill)[..., None]
    edge = y - (_LEG_HIGH + 14)
    picture = mix(picture, picture * 0.86, 0.7 * bump(8.0, 3.0, edge) + 0.7 * bump(90.0, 3.0, edge))
    return mix(picture, picture * 0.72, 0.7 * line((around - 0.75) * _WIDE, 1.0, 1.5))

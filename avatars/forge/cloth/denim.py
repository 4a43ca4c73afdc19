"""Denim: twill, fading where it rubs, double seams in honey thread, pockets, one fly, and a pale inner side."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from avatars.forge.cloth.paint import Colour, Image, finish, line, mix, noise
from avatars.forge.sdf.fields import Doubles, bump, ramp

SIDE = 1024
"""Pixels along a side of the texture: the left leg has its left half, the right leg the other."""
_MARGIN = 12 / SIDE
"""Left beside each leg's block: triangles on the inner seam reach past it."""
_BLOCK = 0.5 - 2 * _MARGIN
_LEG = 0.906
"""Share of the height that shows the legs; the turn-ups lie below."""
_TOP, _BOTTOM = 1.0, 0.06
_GIRTH = 0.48
"""Metres round a leg, about."""
EDGE_SPOT, PALE_SPOT = (0.12, 0.50), (0.25, 0.962)
"""Spots of the texture for edges and lining."""
WAISTBAND, LOOPS = 0.950, (0.20, 0.40, 0.635, 0.80)
"""Height of the waistband's seam, and where belt loops are, as shares of the way round a leg."""


@dataclass(frozen=True, slots=True)
class Denim:
    """Its colours: the cloth, where it is worn and inside, and the thread."""

    cloth: Colour = (0.262, 0.392, 0.600)
    worn: Colour = (0.560, 0.670, 0.830)
    thread: Colour = (0.870, 0.670, 0.400)


def leg_uv(around: Doubles, height: Doubles, right: bool) -> Doubles:
    """Places on the texture; `around` 0..1 from the inner seam by the front, `height` in metres."""
    u = _MARGIN + around * _BLOCK + (0.5 if right else 0.0)
    return np.stack([u, (_TOP - height) / (_TOP - _BOTTOM) * _LEG], axis=1)


def turn_up_uv(around: Doubles, height: Doubles, right: bool) -> Doubles:
    """The turn-up's strip at the foot of the picture."""
    u = _MARGIN + around * _BLOCK + (0.5 if right else 0.0)
    return np.stack([u, _LEG + 0.012 + (0.142 - height) / 0.06 * 0.074], axis=1)


def denim_texture(colours: Denim | None = None) -> Image:
    """The picture (1024, 1024, 3): each leg opened at its inner seam, the front on the left of its half."""
    colours = colours or Denim()
    size = SIDE
    y, x = np.mgrid[0:size, 0:size].astype(float)
    right = x >= size / 2
    around = (((x + 0.5) / size - np.where(right, 0.5, 0.0)) - _MARGIN) / _BLOCK
    height = _TOP - (y + 0.5) / size / _LEG * (_TOP - _BOTTOM)
    picture = _ground(x, y, size, colours)
    picture = _worn(picture, around, height, right, size, colours)
    picture = _seams(picture, around, height, right, colours)
    strip = y >= _LEG * size
    return finish(np.where(strip[..., None], _inner(around, y / size, colours), picture))


def _ground(x: Doubles, y: Doubles, size: int, colours: Denim) -> Doubles:
    twill = np.sin((x + y) * 2 * np.pi / 4.0)
    slub = noise(size, size, 0.8, 1, 9.0)
    cloud = noise(size, size, 22.0, 2, 1.6)
    tone = 1.0 + 0.040 * twill + 0.026 * slub + 0.022 * cloud
    return np.broadcast_to(np.asarray(colours.cloth), (size, size, 3)) * tone[..., None]


def _worn(picture: Doubles, around: Doubles, height: Doubles, right: Doubles, size: int, colours: Denim) -> Doubles:
    front, behind = bump(0.26, 0.090, around), bump(0.75, 0.10, around)
    worn = 0.62 * front * bump(0.66, 0.10, height) + 0.50 * front * bump(0.475, 0.045, height)
    worn += 0.45 * behind * bump(0.86, 0.055, height) + 0.16 * behind * bump(0.45, 0.05, height) + 0.15 * bump(0.15, 0.03, height)
    # Whiskers: pale lines that fan out from the crotch.
    for low, rise, strength in ((0.806, 0.52, 0.26), (0.782, 0.34, 0.32), (0.830, 0.66, 0.18), (0.752, 0.10, 0.16)):
        across = (around - 0.10) * _GIRTH
        d = height - low - np.where(right, 0.006, 0.0) - rise * across
        worn += strength * np.exp(-((d / 0.0055) ** 2)) * ramp(0.01, 0.03, across) * (1 - ramp(0.05, 0.115, across))
    worn *= 1.0 + 0.22 * noise(size, size, 8.0, 3, 2.2)
    picture = mix(picture, colours.worn, np.clip(worn * 0.66, 0, 1))
    # Deeper towards the hips and the ankles.
    deep = 0.42 * ramp(0.84, 0.96, height) + 0.40 * ramp(0.34, 0.12, height)
    picture = mix(picture, np.asarray(colours.cloth) * (0.72, 0.74, 0.80), deep)
    # Darker at the sides, where nothing rubs: it makes legs slim.
    sides = 0.40 * bump(0.5, 0.060, around) + 0.45 * bump(0.0, 0.07, (around + 0.5) % 1.0 - 0.5)
    return mix(picture, np.asarray(colours.cloth) * 0.78, sides)


_FRONT = ((0.765, 0.78, 0.80, 0.83, 0.86, 0.90, 0.95, 1.0), (0.06, 0.086, 0.104, 0.130, 0.139, 0.145, 0.151, 0.153))
_BACK = ((0.765, 0.78, 0.80, 0.83, 0.86, 0.90, 0.95, 1.0), (0.95, 0.922, 0.890, 0.866, 0.852, 0.849, 0.853, 0.855))
"""Heights, and how far round the leg the middle of the front and of the back lie there."""


def _seams(picture: Doubles, around: Doubles, height: Doubles, right: Doubles, colours: Denim) -> Doubles:
    side = (around - 0.5) * _GIRTH
    inner = np.minimum(around % 1.0, 1 - around % 1.0) * _GIRTH
    for distance, rows in ((side, 1), (inner, 2)):
        picture = _join(picture, distance)
        for offset in (0.0045, 0.0095)[:rows]:
            picture = _stitch(picture, np.abs(distance) - offset, height, 0.50, colours)
    picture = _rise(picture, around, height, right, colours)
    return _pockets(picture, around, height, colours)


def _rise(picture: Doubles, around: Doubles, height: Doubles, right: Doubles, colours: Denim) -> Doubles:
    """The middle seams, where on the hips each leg's chart ends, and one fly on the left leg."""
    for heights, places in (_FRONT, _BACK):
        d = np.where(height > 0.765, (around - np.interp(height, heights, places)) * _GIRTH, 1.0)
        picture = _join(picture, d)
        picture = _stitch(picture, np.where(right, d, 1.0) - (0.004 if places is _FRONT[1] else -0.004), height, 0.5, colours)
    d = (around - np.interp(height, *_FRONT)) * _GIRTH
    # The fly's stitching runs beside the seam and curves into it.
    curve = 0.034 * np.sqrt(np.clip((height - 0.832) / 0.035, 0.0, 1.0))
    fly = np.where((right > 0) | (height < 0.832) | (height > WAISTBAND), 1.0, d - curve)
    picture = _stitch(picture, fly, height * 1.5, 0.85, colours)
    return _stitch(picture, fly + 0.0045, height * 1.5, 0.6, colours)


def _pockets(picture: Doubles, around: Doubles, height: Doubles, colours: Denim) -> Doubles:
    girth = _GIRTH
    picture = _join(picture, height - WAISTBAND + 0.0025)
    picture = _stitch(picture, height - WAISTBAND, around * girth, 0.85, colours)
    for loop in LOOPS:
        picture = _loop(picture, (around - loop) * girth, height, colours)
    pocket = np.hypot((around - 0.505) * girth / 0.100, (height - 0.952) / 0.085)
    mouth = np.where((around < 0.5) & (height < WAISTBAND - 0.002), (pocket - 1.0) * 0.09, 1.0)
    picture = mix(picture, picture * 0.58, 0.75 * np.clip(1.0 - (-mouth - 0.001) / 0.010, 0, 1) * (mouth < 0))
    for offset in (0.0045, 0.0095):
        picture = _stitch(picture, mouth - offset, around * girth + height, 0.85, colours)
    bx, by = (around - 0.715) * girth, height - 0.868
    edge = np.maximum(np.abs(bx) - 0.050, np.maximum(by - 0.052, -by - 0.052 - 0.30 * (0.050 - np.abs(bx))))
    picture = mix(picture, picture * 0.74, np.where(edge > -0.002, 0.9 * bump(0.0025, 0.0035, edge), 0.0))
    picture = _join(picture, edge)
    for offset, strength in ((0.005, 0.85), (0.010, 0.55)):
        picture = _stitch(picture, edge + offset, bx + by, strength, colours)
    # A pair of curves, as makers sign their pockets.
    sign = np.where(edge < -0.012, by - 0.004 - 0.012 * np.cos(bx * 62), 1.0)
    picture = _stitch(picture, sign, bx, 0.6, colours)
    yoke = np.where(around > 0.5, height - 0.932 + 0.08 * (around - 0.5), 1.0)
    return _stitch(_join(picture, yoke + 0.003), yoke, around * girth, 0.75, colours)


def _loop(picture: Doubles, x: Doubles, height: Doubles, colours: Denim) -> Doubles:
    edge = np.maximum(np.abs(x) - 0.0055, np.maximum(height - 0.990, 0.944 - height))
    picture = mix(picture, picture * 0.66, 0.8 * bump(0.0010, 0.0018, edge))
    picture = mix(picture, np.asarray(colours.cloth) * 1.06, np.where(edge < 0, 0.6, 0.0))
    return _stitch(picture, np.where(edge < 0, np.abs(x) - 0.0032, 1.0), height, 0.7, colours)


def _join(picture: Doubles, distance: Doubles) -> Doubles:
    """A seam: a dark line in a soft hollow, a pale edge beside it."""
    picture = mix(picture, picture * 0.80, 0.7 * bump(0.0, 0.0050, distance))
    picture = mix(picture, picture * 1.14, 0.6 * bump(0.0030, 0.0016, np.abs(distance)))
    return mix(picture, picture * 0.62, 0.75 * line(distance, 0.0007, 0.0012))


def _stitch(picture: Doubles, distance: Doubles, along: Doubles, strength: Doubles | float, colours: Denim) -> Doubles:
    dash = ramp(0.10, 0.24, (along / 0.0070) % 1.0) * (1 - ramp(0.70, 0.86, (along / 0.0070) % 1.0))
    return mix(picture, colours.thread, strength * (0.35 + 0.65 * dash) * line(distance, 0.0006, 0.0009))


def _inner(around: Doubles, v: Doubles, colours: Denim) -> Doubles:
    """The turn-up: the pale side of the cloth, its hems and its seam."""
    twill = np.sin((around * 600 - v * 1100) * 2 * np.pi / 5.0)
    picture = np.broadcast_to(np.asarray(colours.worn) * 1.06, (*v.shape, 3)) * (1.0 + 0.03 * twill)[..., None]
    at = (v - _LEG - 0.012) / 0.074
    picture = mix(picture, picture * 0.80, 0.8 * np.clip(1.0 - at / 0.10, 0, 1) + 0.8 * np.clip((at - 0.86) / 0.14, 0, 1))
    picture = mix(picture, colours.thread, 0.45 * line((at - 0.20) * 0.052, 0.0005, 0.0008))
    return mix(picture, picture * 0.72, 0.7 * line((around % 1.0 - 0.5) * _GIRTH, 0.0012, 0.0016))

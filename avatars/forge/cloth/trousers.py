"""Cloths for trousers: twill, wool and jersey, with seams, pockets, creases, cuffs; both legs, opened at the inner seam."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from avatars.forge.cloth.paint import Colour, Image, finish, line, mix, noise
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles

_WIDE, _HIGH = 384, 768
"""Of one leg; the left leg lies on the picture's left half."""
_TOP, _BOTTOM = 1.0, 0.06
_GIRTH = 0.44
"""Metres round the leg, about: turns shares of the way round into lengths."""
LINING = (0.5, 1.0 - 6 / _HIGH)
"""A spot for edges and lining."""


@dataclass(frozen=True, slots=True)
class TrouserCloth:
    """How a pair looks. `weave` is the cloth; `thread` the stitching; `cuff` the height of a turn-up or rib, 0 for none."""

    colour: Colour
    weave: Literal["twill", "wool", "jersey"]
    thread: Colour
    shade: Colour
    rim: Colour = (0.05, 0.05, 0.06)
    outline: Colour = (0.30, 0.20, 0.17)
    crease: bool = False
    cuff: float = 0.0
    hem: float = 0.09
    seed: int = 1


def leg_uv(around: Doubles, height: Doubles, right: bool) -> Doubles:
    """Texture units for 0..1 round a leg from inner seam to inner seam, by the front first, and metres above the ground."""
    # A pixel of margin keeps the legs' seams apart.
    u = (0.5 if right else 0.0) + 0.5 * (np.clip(around, 0.0, 1.0) * (_WIDE - 2) + 1) / _WIDE
    return np.stack([u, (_TOP - height) / (_TOP - _BOTTOM) * (_HIGH - 12) / _HIGH], axis=1)


def trouser_texture(cloth: TrouserCloth) -> Image:
    """The picture (768, 768, 3); in each half the leg's front comes first."""
    y, x = np.mgrid[0:_HIGH, 0:_WIDE].astype(float)
    around, height = (x + 0.5) / _WIDE, _TOP - (y + 0.5) / (_HIGH - 12) * (_TOP - _BOTTOM)
    picture = _woven(cloth, x, y)
    front, behind = bump(0.25, 0.10, around), bump(0.75, 0.12, around)
    # Lighter where legs round towards the viewer, deeper at the seams: a painter's first pass.
    form = 0.045 * (front + behind) - 0.05 * bump(0.0, 0.07, (around + 0.5) % 1.0 - 0.5) - 0.02 * bump(0.5, 0.05, around)
    picture = picture * (1.0 + form * ramp(0.80, 0.72, height))[..., None]
    if cloth.weave == "jersey":
        legs = [_jogger(picture, cloth, around, height)] * 2
    else:
        right = _seams(picture, cloth, around, height)
        legs = [_fly(right, cloth, around, height), right]
    whole = np.concatenate(legs, axis=1)
    whole[-12:] = np.asarray(cloth.colour) * 0.78
    return finish(whole)


def _woven(cloth: TrouserCloth, x: Doubles, y: Doubles) -> Doubles:
    cloud = noise(_HIGH, _WIDE, 22.0, cloth.seed, 1.5)
    if cloth.weave == "wool":
        tone = 1.0 + 0.022 * noise(_HIGH, _WIDE, 0.8, cloth.seed + 1, 3.0) + 0.020 * cloud
    elif cloth.weave == "jersey":
        tone = 1.0 + 0.030 * noise(_HIGH, _WIDE, 0.7, cloth.seed + 1, 1.6) + 0.014 * cloud
    else:
        twill = 0.020 * np.sin((x + y) * 2 * np.pi / 4.0)
        tone = 1.0 + twill + 0.014 * noise(_HIGH, _WIDE, 0.8, cloth.seed + 1, 2.0) + 0.010 * cloud
    picture: Doubles = np.broadcast_to(np.asarray(cloth.colour), (*x.shape, 3)) * tone[..., None]
    return picture


_FRONT = ((0.765, 0.78, 0.80, 0.83, 0.86, 0.90, 0.95, 1.0), (0.06, 0.086, 0.104, 0.130, 0.139, 0.145, 0.151, 0.153))
_BACK = ((0.765, 0.78, 0.80, 0.83, 0.86, 0.90, 0.95, 1.0), (0.95, 0.922, 0.890, 0.866, 0.852, 0.849, 0.853, 0.855))
"""Heights, and how far round the leg the middle of the front and of the back lie there."""


def _middle(side: tuple[tuple[float, ...], tuple[float, ...]], around: Doubles, height: Doubles) -> Doubles:
    """Metres from the middle seam of the front or back, on the hips."""
    return np.where(height > 0.765, (around - np.interp(height, *side)) * _GIRTH, 1.0)


def _seams(picture: Doubles, cloth: TrouserCloth, around: Doubles, height: Doubles) -> Doubles:
    side, inner = (around - 0.5) * _GIRTH, np.minimum(around, 1 - around) * _GIRTH
    low = height < 0.955
    picture = _seam(picture, np.where(low, side, 1.0), 0.55)
    picture = _seam(picture, inner, 0.45)
    front, back = _middle(_FRONT, around, height), _middle(_BACK, around, height)
    picture = _seam(_seam(picture, front, 0.5), back, 0.5)
    # Waistband with a button and belt loops.
    picture = _seam(picture, height - 0.954, 0.7)
    picture = _stitch(picture, cloth, height - 0.958, around * _GIRTH, 0.45)
    for place in (0.255, 0.48, 0.70):
        loop = np.maximum(np.abs(around - place) * _GIRTH - 0.005, np.abs(height - 0.972) - 0.026)
        picture = mix(picture, picture * 1.10, 0.6 * line(np.minimum(loop + 0.003, 0.0), 0.0, 0.004) * (loop < 0))
        picture = mix(picture, picture * 0.66, 0.8 * line(loop, 0.0006, 0.0012))
    # A slanting pocket in front, its mouth a dark line with stitching behind it; a welt with a button behind.
    along = (height - 0.812) / (0.952 - 0.812)
    mouth = np.where((along > 0) & (along < 1), (around - (0.492 - 0.105 * along)) * _GIRTH, 1.0)
    picture = mix(picture, picture * 0.60, 0.85 * line(mouth, 0.0010, 0.0014))
    picture = _stitch(picture, cloth, mouth + 0.006, height, 0.7)
    picture = mix(picture, picture * 1.06, 0.6 * bump(-0.0025, 0.0014, mouth))
    bx, by = (around - 0.70) * _GIRTH, height - 0.888
    welt = np.maximum(np.abs(bx) - 0.058, np.abs(by) - 0.006)
    picture = mix(picture, picture * 0.62, 0.8 * line(welt, 0.0008, 0.0013))
    picture = mix(picture, picture * 0.55, 0.8 * line(np.where(np.abs(bx) < 0.058, by + 0.001, 1.0), 0.0008, 0.0010))
    picture = _button(picture, cloth, bx, by + 0.017)
    if cloth.crease:
        for place in (0.25, 0.752):
            d = (around - place) * _GIRTH
            shown = ramp(0.86, 0.80, height)
            picture = mix(picture, picture * 1.13, shown * 0.8 * bump(0.0008, 0.0016, d))
            picture = mix(picture, picture * 0.84, shown * 0.7 * bump(-0.0032, 0.0026, d))
    rise = height - cloth.hem
    if cloth.cuff > 0:
        edge = rise - cloth.cuff
        picture = mix(picture, picture * 1.05, ramp(0.002, -0.002, edge))
        picture = mix(picture, picture * 0.58, 0.85 * bump(0.0022, 0.0020, edge))
        picture = mix(picture, picture * 0.86, 0.6 * bump(0.008, 0.006, edge) * (edge > 0))
        return _stitch(picture, cloth, edge + 0.004, around * _GIRTH, 0.6)
    picture = mix(picture, picture * 0.84, 0.5 * bump(0.026, 0.0015, rise))
    return mix(picture, picture * 1.04, 0.5 * ramp(0.026, 0.022, rise))


def _fly(picture: Doubles, cloth: TrouserCloth, around: Doubles, height: Doubles) -> Doubles:
    """On the left leg only: a stitched J beside the middle, and the button above it."""
    front = _middle(_FRONT, around, height)
    bend = np.hypot(np.maximum(0.872 - height, 0.0), 0.036 - np.maximum(0.0, front))
    inside = (front > 0) & (front < 0.045) & (height > 0.83) & (height < 0.955)
    edge = np.where(inside, np.where(height > 0.872, front - 0.036, 0.036 - bend), 1.0)
    return _button(_stitch(picture, cloth, edge, height, 0.55), cloth, front - 0.006, height - 0.974)


def _jogger(picture: Doubles, cloth: TrouserCloth, around: Doubles, height: Doubles) -> Doubles:
    side, inner = (around - 0.5) * _GIRTH, np.minimum(around, 1 - around) * _GIRTH
    picture = _seam(_seam(picture, side, 0.5), inner, 0.4)
    for middle in (_FRONT, _BACK):
        picture = _seam(picture, _middle(middle, around, height), 0.45)
    along = (height - 0.790) / (0.940 - 0.790)
    mouth = np.where((along > 0) & (along < 1), (around - (0.495 - 0.085 * along)) * _GIRTH, 1.0)
    picture = mix(picture, picture * 0.60, 0.85 * line(mouth, 0.0010, 0.0014))
    picture = _stitch(picture, cloth, mouth + 0.007, height, 0.5)
    # Ribbed waistband and cuffs.
    above = height - cloth.hem - cloth.cuff
    for cover, edge in ((ramp(0.944, 0.947, height), height - 0.945), (ramp(0.003, 0.0, above), above)):
        ribs = 0.5 + 0.5 * np.cos(around * 2 * np.pi * 62)
        picture = mix(picture, picture * (0.80 + 0.20 * ribs)[..., None], cover)
        picture = mix(picture, picture * 0.62, 0.8 * bump(0.0, 0.0024, edge))
    return picture


def _seam(picture: Doubles, distance: Doubles, strength: float) -> Doubles:
    picture = mix(picture, picture * 0.62, strength * line(distance, 0.0006, 0.0011))
    picture = mix(picture, picture * 1.06, strength * 0.6 * bump(0.0024, 0.0012, distance))
    return mix(picture, picture * 0.90, strength * 0.7 * bump(0.0, 0.005, distance))


def _stitch(picture: Doubles, cloth: TrouserCloth, distance: Doubles, along: Doubles, strength: float) -> Doubles:
    t = (along / 0.0064) % 1.0
    dash = ramp(0.10, 0.22, t) * (1 - ramp(0.70, 0.86, t))
    return mix(picture, cloth.thread, strength * (0.25 + 0.75 * dash) * line(distance, 0.0005, 0.0009))


def _button(picture: Doubles, cloth: TrouserCloth, x: Doubles, y: Doubles) -> Doubles:
    r = np.hypot(x, y)
    picture = mix(picture, picture * 0.6, 0.8 * (1 - ramp(0.0066, 0.0088, np.hypot(x, y + 0.0012))))
    picture = mix(picture, np.asarray(cloth.thread) * 0.82, 1 - ramp(0.0058, 0.0068, r))
    return mix(picture, (0.95, 0.92, 0.86), 0.5 * (1 - ramp(0.0010, 0.0030, np.hypot(x + 0.002, y - 0.002))))

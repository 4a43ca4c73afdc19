"""Layers that only the creator has: make-up, the years that show, skin without pigment. Drawn on the plain face."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.ndimage import gaussian_filter

from avatars.creator.complexion import Complexion
from avatars.forge.creator.layer import Layer, Mask, toned
from avatars.forge.head.face_mesh import FaceMesh
from avatars.forge.head.face_texture import nose_tip
from avatars.forge.head.pose import EyePose, MouthPose
from avatars.forge.head.skin_canvas import SkinCanvas
from avatars.forge.head.surface import Array, smoothstep
from avatars.forge.parameters import Skin

_PALE: Final = 0.10
"""The tone of skin without pigment, whatever the tone around it, and how much of that tone it keeps."""


@dataclass(frozen=True, slots=True)
class _Face:
    """The plain face's landmarks, cm: upper and lower lid of her left eye, the mouth's line and half width, the nose's tip."""

    canvas: SkinCanvas
    up: Array
    low: Array
    line: Array
    half: float
    lip: float
    nose: float


def under_paint(face: FaceMesh, size: int) -> list[Layer]:
    """What lies below freckles and make-up."""
    return [Layer("vitiligo", _pale_patches(_landmarks(face, size)), toned(_pale))]


def over_paint(face: FaceMesh, size: int) -> list[Layer]:
    """What lies on the skin: years, then make-up."""
    at = _landmarks(face, size)
    lids, lips = _lid_share(at), _lips(at)
    cheek = 0.62 * at.nose + 0.36 * float(at.low[:, 1].min())
    return [
        Layer("age", _folds(at), toned(lambda tones: tones.line)),
        Layer("age", _hollows(at), toned(_shadowed)),
        Layer("rouge", _float(0.75 * at.canvas.spot(4.35, cheek, 1.75, 1.0, 0.35)), None),
        Layer("shadow", lids, None),
        Layer("liner", _liner(at), None),
        Layer("lipstick", lips[0], None),
        Layer("lipstick", lips[1], None, factor=np.array([0.62, 0.50, 0.52])),
        Layer("lipstick", lips[2], None, factor=np.array([1.35, 1.45, 1.45])),
    ]


def _landmarks(face: FaceMesh, size: int) -> _Face:
    up, low = face.eyes.lids(EyePose())
    line = face.mouth.line(np.linspace(-1.3, 1.3, 261), MouthPose())
    corners = face.mouth.line(np.array([-1.0, 0.0, 1.0]), MouthPose())
    lip = float(corners[1, 1])
    nose = nose_tip(face.surface, lip, float((up + low).mean(axis=0)[1] / 2))
    return _Face(SkinCanvas(size, face.surface, Skin()), up, low, line, float(corners[2, 0]), lip, nose)


def _float(cover: Array) -> Mask:
    return np.asarray(np.clip(cover, 0.0, 1.0), np.float32)


def _shadowed(tones: Complexion) -> Array:
    return np.asarray(tones.base) * np.asarray(tones.shade) ** 1.7


def _pale(tones: Complexion) -> Array:
    """The colour of skin without pigment beside these tones."""
    pale = np.array([0.985, 0.885, 0.835])
    return pale * (1 - _PALE) + np.asarray(tones.base) * _PALE


def _pale_patches(at: _Face) -> Mask:
    """Around eyes and mouth and on one side of brow and chin, with the broken edge it has."""
    c = at.canvas
    noise = gaussian_filter(np.random.default_rng(77).standard_normal(c.x.shape), 9)
    noise += 0.6 * gaussian_filter(np.random.default_rng(78).standard_normal(c.x.shape), 3) * 3
    noise /= noise.std()
    middle = float(at.up[:, 0].mean())
    spots = (
        1.15 * c.spot(middle + 0.5, float(at.up[:, 1].max()) + 0.6, 2.0, 1.2, 0.25)
        + 0.9 * c.spot(at.half * 0.6, at.lip - 0.9, 1.3, 0.9, -0.4)
        + 1.0 * c.spot(-2.6, 15.4, 1.7, 1.3, both=False)
        + 0.8 * c.spot(1.4, at.lip - 2.6, 1.3, 0.8, both=False)
    )
    return _float(smoothstep(0.42, 0.50, spots + 0.10 * noise) * c.ahead)


def _curve_cover(at: _Face, points: tuple[tuple[float, float], ...], wide: float, both: bool = True) -> Array:
    """A soft line through points (x, y), thin at its ends."""
    c = at.canvas
    given = np.array(points)
    t = np.linspace(0, 1, 48)
    fit = [np.polyfit(np.linspace(0, 1, len(given)), given[:, i], min(3, len(given) - 1)) for i in range(2)]
    curve = np.stack([np.polyval(one, t) for one in fit], axis=1)
    low, high = curve.min(axis=0) - 1.0, curve.max(axis=0) + 1.0
    x = c.across if both else c.x
    near = (x > low[0]) & (x < high[0]) & (c.y > low[1]) & (c.y < high[1]) & (c.z > 0)
    gaps = np.hypot(x[near][:, None] - curve[:, 0], c.y[near][:, None] - curve[:, 1])
    best = gaps.argmin(axis=1)
    thin = np.sin(np.pi * np.clip(t[best], 0.02, 0.98)) ** 0.6
    cover = np.zeros(c.x.shape)
    cover[near] = np.exp(-((gaps[np.arange(len(best)), best] / (wide * (0.45 + 0.55 * thin))) ** 2)) * thin * c.ahead[near]
    return cover


def _folds(at: _Face) -> Mask:
    """Lines that years draw: beside nose and mouth, at the eye's corner, across the brow, between the brows."""
    outer, top = float(at.up[-1, 0]), float(at.up[-1, 1])
    nose, lip, half = at.nose, at.lip, at.half
    beside = ((1.05, nose - 0.35), (1.65, nose - 1.1), (half + 0.35, lip + 0.35), (half + 0.45, lip - 0.5))
    lines: Iterator[Array] = iter((
        0.50 * _curve_cover(at, beside, 0.085),
        0.28 * _curve_cover(at, ((half + 0.20, lip - 0.35), (half + 0.42, lip - 1.0), (half + 0.30, lip - 1.6)), 0.075),
        0.34 * _curve_cover(at, ((outer + 0.15, top + 0.25), (outer + 0.65, top + 0.55), (outer + 1.05, top + 0.70)), 0.05),
        0.36 * _curve_cover(at, ((outer + 0.20, top), (outer + 0.75, top + 0.02), (outer + 1.20, top - 0.10)), 0.05),
        0.30 * _curve_cover(at, ((outer + 0.10, top - 0.30), (outer + 0.60, top - 0.52), (outer + 0.98, top - 0.80)), 0.05),
        0.30 * _curve_cover(at, ((1.55, 9.05), (2.4, 8.55), (3.5, 8.50), (4.5, 8.95)), 0.07),
        0.26 * _curve_cover(at, ((-4.2, 15.1), (-2.0, 15.55), (0.0, 15.40), (2.0, 15.55), (4.2, 15.1)), 0.07, both=False),
        0.24 * _curve_cover(at, ((-3.8, 16.3), (-1.8, 16.70), (0.0, 16.60), (1.8, 16.70), (3.8, 16.3)), 0.07, both=False),
        0.26 * _curve_cover(at, ((0.42, 12.0), (0.36, 12.6), (0.46, 13.2)), 0.06),
    ))
    cover = np.zeros(at.canvas.x.shape)
    for one in lines:
        cover = np.maximum(cover, one)
    return _float(cover)


def _hollows(at: _Face) -> Mask:
    """Softer shapes of age: under the eyes, below the cheekbone, beside the chin."""
    c = at.canvas
    low = float(at.low[:, 1].min())
    return _float(
        0.30 * c.spot(3.1, low - 0.45, 1.25, 0.36, 0.05)
        + 0.22 * c.spot(4.6, at.lip + 1.2, 0.8, 1.6, 0.35)
        + 0.22 * c.spot(at.half + 0.75, at.lip - 1.3, 0.55, 0.9, -0.2)
    )


def _lid_share(at: _Face) -> Mask:
    """The upper lid up to its crease and a breath beyond, drawn outward."""
    c, up = at.canvas, at.up
    along = (c.across - up[0, 0]) / (up[-1, 0] - up[0, 0])
    above = c.y - np.interp(c.across, up[:, 0], up[:, 1])
    inside = smoothstep(-0.06, 0.14, along) * (1 - smoothstep(0.96, 1.22, along))
    lid = np.exp(-((np.maximum(above - 0.15 * along, 0) / 0.52) ** 1.6)) * smoothstep(-0.5, -0.05, above)
    return _float(0.80 * lid * inside * (0.50 + 0.50 * smoothstep(0.0, 0.75, along)) * c.ahead)


def _liner(at: _Face) -> Mask:
    """A line on the upper lid that thickens to a small wing, and a breath of one under the outer third."""
    c, up, low = at.canvas, at.up, at.low
    span = up[-1, 0] - up[0, 0]
    along = (c.across - up[0, 0]) / span
    edge = np.interp(c.across, np.append(up[:, 0], up[-1, 0] + 0.18 * span), np.append(up[:, 1], up[-1, 1] + 0.42))
    above = c.y - edge
    thick = 0.05 + 0.17 * smoothstep(0.25, 0.95, along) * (1 - smoothstep(1.0, 1.16, along))
    line = smoothstep(0.05, -0.03, above - thick) * smoothstep(-0.30, -0.10, above)
    line *= smoothstep(0.02, 0.16, along) * (1 - smoothstep(1.08, 1.16, along))
    below = np.interp(c.across, low[:, 0], low[:, 1]) - c.y
    under = 0.55 * np.exp(-((below - 0.03) / 0.07) ** 2) * smoothstep(0.55, 0.85, along) * (1 - smoothstep(0.98, 1.05, along))
    return _float(np.maximum(line, under) * c.ahead)


def _lips(at: _Face) -> tuple[Mask, Mask, Mask]:
    """Both lips, the line between them, and the light on the lower one."""
    c = at.canvas
    s = c.x / at.half
    inside = np.clip(1 - np.abs(s), 0, 1)
    above = c.y - np.interp(c.x, at.line[:, 0], at.line[:, 1])
    bow = 1 + 0.20 * np.exp(-(((np.abs(s) - 0.22) / 0.15) ** 2)) - 0.14 * np.exp(-((s / 0.10) ** 2))
    upper = 0.35 * bow * inside**0.9 * (1 - 0.10 * s**2)
    lower = 0.53 * np.maximum(1 - np.minimum(np.abs(s), 1) ** 2.0, 0) ** 0.80
    on = c.ahead * smoothstep(0.0, 0.08, inside) * (np.abs(above) < 1.2)
    over_lip = smoothstep(-0.06, 0.06, upper - above) * smoothstep(-0.02, 0.02, above)
    under_lip = smoothstep(-0.08, 0.08, lower + above) * smoothstep(0.02, -0.02, above)
    whole = (over_lip + under_lip) * on
    deep = 0.75 * np.exp(-np.abs(above) / 0.10) * whole
    shine = 0.42 * np.exp(-(((c.x + 0.10) / (0.42 * at.half)) ** 2) - ((above + 0.29) / 0.085) ** 2) * on
    return _float(0.92 * whole), _float(deep), _float(shine)

"""Canvas high-tops: laced over the ankle, a rubber cap and foxing, a round patch on the inside of the ankle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import Fold
from avatars.forge.garments.shoe import crossed_laces
from avatars.forge.garments.shoe_block import ShoeCut, make_shoes_of
from avatars.forge.sdf.fields import bump, cone, ellipsoid, ramp, union

if TYPE_CHECKING:
    from avatars.forge.cloth.shoe_picture import ShoePicture
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

CANVAS, STRIPE, RUBBER = "#3f4f6e", "#c9553f", "#f2ece2"
_SHAPE = union(
    0.026,
    cone((0.098, 0.032, -0.050), (0.0985, 0.105, -0.036), 0.0325, 0.0340),
    cone((0.098, 0.062, -0.022), (0.0982, 0.190, -0.024), 0.0370, 0.0400),
    cone((0.099, 0.062, 0.000), (0.1035, 0.032, 0.085), 0.0385, 0.0310),
    cone((0.100, 0.034, -0.010), (0.1045, 0.032, 0.080), 0.0330, 0.0380),
    ellipsoid((0.1045, 0.027, 0.098), (0.0415, 0.0320, 0.062)),
)
_HEEL = (-0.0824, -0.0808, -0.0786, -0.0759, -0.0730, -0.0680, -0.0628)
"""How far back the heel's middle lies at the heights of the strip over it."""
_FOLDS = (
    Fold((0.126, 0.050, 0.060), (0.084, 0.062, 0.050), (0.2, 1.0, 0.3), 0.0036, 0.0012, 0.004),
    Fold((0.136, 0.104, -0.006), (0.118, 0.094, 0.022), (0.8, 0.3, 0.6), 0.0060, 0.0022, 0.004),
    Fold((0.062, 0.104, -0.006), (0.082, 0.094, 0.022), (-0.8, 0.3, 0.6), 0.0060, 0.0022, -0.004),
    Fold((0.130, 0.112, -0.060), (0.136, 0.104, -0.030), (1.0, 0.2, -0.5), 0.0060, 0.0018, 0.003),
)


def _level(z: Doubles) -> Doubles:
    line: Doubles = 0.156 + 0.10 * np.maximum(z + 0.03, 0.0) - 0.06 * np.maximum(-0.045 - z, 0.0)
    return line


def _mouth(points: Doubles) -> Doubles:
    edge: Doubles = points[:, 1] - _level(points[:, 2])
    return edge


def _paint(p: ShoePicture) -> None:
    c = p.c
    p.formed(1.08)
    c.tone(1.0 + 0.05 * np.sin(p.z / 0.0016 * np.pi) * np.sin((p.y + p.a) / 0.0016 * np.pi), p.upper)
    # The stay for the eyelets runs from the vamp up to the top.
    stay = np.where((p.z < 0.096) & (p.z > -0.012), 0.0290 - p.a, -1.0)
    p.layer(np.minimum(stay, p.a - 0.0110), "", 1.0, 0.0024, 1.30)
    c.tone(0.80, p.upper * ramp(0.0112, 0.0092, p.a) * ramp(-0.012, 0.0, p.z) * ramp(0.096, 0.084, p.z))
    for z, y in ((0.076, 0.0), (0.060, 0.0), (0.044, 0.0), (0.030, 0.0), (0.0, 0.105), (0.0, 0.122), (0.0, 0.139)):
        d = np.hypot(p.z - z, p.a - 0.0165) if z else np.where(p.z > 0.0, np.hypot(p.y - y, p.a - 0.0165), 1.0)
        c.fix((0.86, 0.84, 0.80), p.upper * ramp(0.0032, 0.0025, d))
        c.fix((0.20, 0.19, 0.22), p.upper * ramp(0.0017, 0.0012, d))
    back = np.interp(p.y, [0.030, 0.045, 0.060, 0.080, 0.105, 0.130, 0.155], _HEEL)
    p.layer(back + 0.0036 - p.z, "stripe", 1.0, 0.0026, 1.26)
    c.tone(0.70, 0.6 * p.upper * bump(0.0, 0.0010, p.z + 0.020 - 0.15 * (p.y - 0.05)) * (p.y > 0.03))
    patch = np.hypot(p.z + 0.028, p.y - 0.108)
    c.lay("rubber", p.upper * ramp(0.0152, 0.0146, patch) * (p.a > 0.012))
    ring = p.upper * (p.a > 0.012)
    c.lay("stripe", ring * ramp(0.0128, 0.0124, patch) * ramp(0.0112, 0.0116, patch))
    wave = np.abs(p.y - 0.108 - 0.0022 * np.sin((p.z + 0.028) * 420))
    c.lay("canvas", ring * ramp(0.0022, 0.0016, wave) * ramp(0.0098, 0.0092, patch))
    c.tone(0.74, ring * bump(0.0153, 0.0008, patch))
    p.layer(p.y - _level(p.z) + 0.0060, "", 0.6, 0.0020, 1.28)
    cap = p.z - 0.104 + 2.0 * p.a**2
    c.tone(0.66, 0.8 * p.upper * bump(-0.0012, 0.0022, cap))
    cover = p.upper * ramp(-0.0006, 0.0006, cap)
    c.light = c.light * (1 - cover) + cover
    c.lay("rubber", cover)
    c.tone(0.90, cover * 0.9 * ramp(0.040, 0.024, p.y))
    c.tone(0.85, cover * bump(0.0050, 0.0010, cap))
    p.sole((0.0035, (0.62, 0.46, 0.34), 1.0), (0.0150, "rubber", 1.0), (0.0188, "stripe", 1.0), (0.0265, "rubber", 1.0),
           (0.04, "rubber", 1.0))
    p.plain("lace", "rubber", 1.0)
    p.plain("lining", "rubber", 0.88)


_LOOP = np.array([(0, 0, 0), (0.012, 0.004, 0.006), (0.023, -0.004, 0.006), (0.014, -0.006, 0.003), (0, 0, 0)])
_END = np.array([(0, 0, 0), (0.007, -0.010, 0.007), (0.011, -0.026, 0.011)])
"""A bow's left loop and end, from the knot."""


def _front_laces() -> tuple[Doubles, ...]:
    """Bars and crosses up the front of the ankle."""
    made = []
    rows = ((0.102, 0.0155), (0.119, 0.0150), (0.136, 0.0150))
    for i, (y, half) in enumerate(rows):
        for side in (1.0, -1.0):
            start = (0.0990 - side * half, y if i == 0 else rows[i - 1][0])
            end = (0.0990 + side * half, y)
            places = [(start[0] * (1 - t) + end[0] * t, start[1] * (1 - t) + end[1] * t) for t in (0.0, 0.33, 0.67, 1.0)]
            line = np.array([_before(x, v) for x, v in places])
            line[[0, -1], 2] -= 0.0024
            made.append(line)
    knot = np.array(_before(0.0990, 0.140)) + np.array([0.0, 0.0, 0.002])
    for side in (1.0, -1.0):
        out = np.array([side, 1.0, 1.0])
        made += [knot + out * _LOOP, knot + out * _END]
    return tuple(made)


def _before(x: float, y: float) -> tuple[float, float, float]:
    """The foremost point of the upper at (x, y), a little before it."""
    z = np.linspace(0.10, -0.04, 500)
    points = np.stack([np.full(500, x), np.full(500, y), z], axis=1)
    return (x, y, float(z[int(np.argmax(_SHAPE(points) < 0.0))]) + 0.0012)


def make_high_tops() -> Tailored:
    """The pair."""
    foxing = ((0.0, 0.0), (0.0040, 0.0036), (0.0262, 0.0034), (0.0274, -0.0080))
    laces = crossed_laces(_SHAPE, ((0.076, 0.0160), (0.060, 0.0160), (0.044, 0.0165), (0.030, 0.0165)), bow=False)
    cut = ShoeCut(
        _SHAPE, _mouth, ((foxing, -1.0, 1.0),), _paint, {"canvas": CANVAS, "stripe": STRIPE, "rubber": RUBBER}, _FOLDS,
        (*laces, *_front_laces()), 0.0021, bottom=0.016, triangles=440, lining=0.110, shade=(0.76, 0.68, 0.76),
        rim=(0.08, 0.07, 0.08), outline=(0.22, 0.20, 0.26), seed=281,
    )
    return make_shoes_of("canvas-high-tops", cut)

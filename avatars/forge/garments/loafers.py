"""Leather loafers with a saddle strap, an apron seam over the toe and a low heel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import Fold
from avatars.forge.cloth.shoe_picture import across
from avatars.forge.garments.shoe_block import ShoeCut, last, make_shoes_of
from avatars.forge.sdf.fields import bump, ramp, smin

if TYPE_CHECKING:
    from avatars.forge.cloth.shoe_picture import ShoePicture
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

LEATHER = "#8a4b32"
_FOLDS = (Fold((0.132, 0.042, 0.078), (0.086, 0.052, 0.070), (0.3, 1.0, 0.4), 0.0034, 0.0010, 0.003),)


def _edge(y: Doubles, z: Doubles, a: Doubles) -> Doubles:
    side = np.interp(z, [-0.09, -0.05, 0.00, 0.035, 0.07], [0.072, 0.062, 0.050, 0.052, 0.058])
    tongue = 0.050 - z - 6.0 * a * a
    edge: Doubles = smin((y - side).ravel(), tongue.ravel(), 0.008).reshape(y.shape)
    return edge


def _mouth(points: Doubles) -> Doubles:
    return _edge(points[:, 1], points[:, 2], across(points))


def _paint(p: ShoePicture) -> None:
    p.formed(1.18)
    c = p.c
    c.tone(1.25, 0.6 * bump(0.128, 0.014, p.z) * ramp(0.026, 0.004, p.a) * p.upper)
    # The apron: a raised seam that runs round the toe.
    apron = np.minimum(0.132 - p.z, 0.0235 - p.a - 0.20 * np.maximum(0.085 - p.z, 0.0))
    ahead = np.where(p.z > 0.030, apron, -1.0)
    c.tone(0.60, 0.8 * bump(-0.0010, 0.0014, ahead) * p.upper)
    c.tone(1.16, 0.8 * bump(0.0016, 0.0014, ahead) * p.upper)
    c.tone(0.80, 0.7 * p.upper * bump(0.0036, 0.0010, ahead) * (0.5 + 0.5 * np.sign(np.sin((p.z + p.a) * 2 * np.pi / 0.0042))))
    # The saddle over the instep, with its cut-out.
    saddle = 0.0105 - np.abs(p.z - 0.060 + 0.14 * (0.05 - p.y))
    p.layer(saddle, "", 1.0, 0.0026, 1.26)
    slot = np.maximum(np.abs(p.z - 0.060) - 0.0032, p.a - 0.0085)
    c.tone(0.40, 0.9 * ramp(0.0006, -0.0006, slot) * p.upper)
    p.layer(np.minimum(-0.046 - p.z - 0.3 * (p.y - 0.03), 0.068 - p.y), "", 1.0, 0.0028, 1.26)
    rim = -_edge(p.y, p.z, p.a)
    p.layer(0.0042 - rim, "", 0.5, 0.0)
    p.sole((0.0110, (0.20, 0.14, 0.12), 1.0), (0.0150, (0.42, 0.28, 0.20), 1.0), (0.04, "leather", 0.7), welt=0.0135)
    p.plain("lining", (0.78, 0.64, 0.50))


def make_loafers() -> Tailored:
    """The pair."""
    welt = ((0.0070, -0.0010), (0.0084, 0.0018), (0.0140, 0.0024), (0.0152, 0.0010), (0.0158, -0.016))
    heel = ((0.0, -0.0012), (0.0030, 0.0006), (0.0086, 0.0010))
    ball = ((0.0015, -0.0030), (0.0086, -0.0010))
    cut = ShoeCut(
        last((0.0375, 0.0245, 0.058)), _mouth, ((welt, -1.0, 1.0), (heel, -1.0, -0.028), (ball, -0.034, 1.0)), _paint,
        {"leather": LEATHER}, _FOLDS, bottom=0.011, lining=0.026, rim=(0.20, 0.15, 0.13), seed=201,
    )
    return make_shoes_of("penny-loafers", cut)

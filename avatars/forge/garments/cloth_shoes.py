"""Flat shoes of silk with sprigs of embroidery over the toe, a layered white sole and a narrow strap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.shoe_picture import across
from avatars.forge.garments.shoe_block import ShoeCut, last, make_shoes_of, strap_over
from avatars.forge.sdf.fields import bump, ramp, smin
from avatars.forge.wardrobe.skin import limbs

if TYPE_CHECKING:
    from avatars.forge.cloth.shoe_picture import ShoePicture
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

SILK, THREAD, BINDING = "#b5485a", "#f0d9a0", "#5d7f74"
_SHAPE = last((0.0375, 0.0245, 0.061))
_FLOWERS = ((0.126, 0.000, 0.0068), (0.106, 0.0125, 0.0052), (0.118, 0.0170, 0.0034))
_LEAVES = ((0.1155, 0.0070, 0.6), (0.0975, 0.0200, 0.9), (0.1085, 0.0225, -0.3), (0.1330, 0.0085, -0.8), (-0.040, 0.030, 0.5))


def _edge(y: Doubles, z: Doubles, a: Doubles) -> Doubles:
    side = np.interp(z, [-0.09, -0.05, 0.00, 0.05, 0.10], [0.064, 0.055, 0.042, 0.038, 0.040])
    toes = 0.101 - z - 11.0 * a * a - 0.010 * bump(0.0, 0.005, a)
    edge: Doubles = smin((y - side).ravel(), toes.ravel(), 0.008).reshape(y.shape)
    return edge


def _mouth(points: Doubles) -> Doubles:
    return _edge(points[:, 1], points[:, 2], across(points))


def _paint(p: ShoePicture) -> None:
    c = p.c
    p.formed(1.14)
    c.tone(1.12, 0.5 * bump(0.112, 0.016, p.z) * ramp(0.030, 0.006, p.a) * p.upper)
    # Blossoms of five petals in satin stitch, with leaves and a stem that runs back along the side.
    stem = np.abs(p.a - 0.020 - 0.25 * np.maximum(0.10 - p.z, 0.0) - 0.003 * np.sin(p.z * 150))
    c.lay("binding", p.upper * 0.9 * ramp(0.0013, 0.0006, stem) * ramp(0.035, 0.05, p.z) * ramp(0.115, 0.105, p.z))
    for z, a, size in _FLOWERS:
        dz, da = p.z - z, p.a - a
        r, way = np.hypot(dz, da), np.arctan2(da, dz)
        petal = size * (0.62 + 0.38 * np.abs(np.cos(2.5 * way)))
        c.lay("thread", p.upper * ramp(0.0004, -0.0004, r - petal))
        c.tone(0.84, p.upper * 0.6 * ramp(0.35, 0.1, np.abs(np.cos(2.5 * way))) * (r < petal))
        c.tone(0.80, p.upper * bump(0.0, 0.0006, r - petal))
        c.lay("binding", p.upper * ramp(size * 0.30, size * 0.22, r))
    for z, a, lean in _LEAVES:
        dz, da = p.z - z, p.a - a
        u, v = dz * np.cos(lean) + da * np.sin(lean), -dz * np.sin(lean) + da * np.cos(lean)
        leaf = 1.0 - (u / 0.0056) ** 2 - (v / 0.0021) ** 2
        c.lay("binding", p.upper * ramp(-0.1, 0.15, leaf))
        c.tone(0.86, p.upper * (leaf > 0) * ramp(0.0006, 0.0001, np.abs(v)))
    rim = -_edge(p.y, p.z, p.a)
    p.layer(0.0040 - rim, "binding", 0.7, 0.0)
    p.sole((0.0030, (0.72, 0.62, 0.50), 1.0), (0.0058, (0.96, 0.93, 0.87), 1.0), (0.0088, (0.96, 0.93, 0.87), 0.94),
           (0.0112, (0.96, 0.93, 0.87), 1.0), (0.04, "silk", 0.8))
    p.plain("lining", (0.94, 0.89, 0.80))
    p.plain("strap", "silk", 0.96)
    p.plain("trim", "thread")


def make_cloth_shoes() -> Tailored:
    """The pair."""
    layers = ((0.0, -0.0016), (0.0026, 0.0002), (0.0100, 0.0006), (0.0114, -0.0010), (0.0118, -0.0150))

    cut = ShoeCut(
        _SHAPE, _mouth, ((layers, -1.0, 1.0),), _paint, {"silk": SILK, "thread": THREAD, "binding": BINDING},
        straps=(strap_over(limbs(), 0.034, 0.0090, 118.0, 0.016, 0.0030, 0.024),), bottom=0.009, thickness=0.0030, lining=0.020,
        shade=(0.72, 0.60, 0.68), rim=(0.14, 0.11, 0.12), outline=(0.32, 0.15, 0.18), seed=271,
    )
    return make_shoes_of("embroidered-shoes", cut)

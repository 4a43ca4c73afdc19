"""Five things for the feet: knee socks, chunky wool socks, stockings, tabi, and leg warmers without feet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.tailoring import ribs
from avatars.forge.foot import foot
from avatars.forge.garments.sock_block import ANKLE, SockCut, make_socks_of
from avatars.forge.sdf.fields import bump, cone, ellipsoid, ramp, smax, smin

if TYPE_CHECKING:
    from avatars.forge.cloth.dyed import Dyed
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

KNEE, KNEE_BAND = "#ece3d3", "#7d8fa6"
WOOL, FLECK = "#b9694a", "#f0e2c8"
STOCKING = "#54424d"
TABI, CLASP = "#f3ede2", "#8c6f52"
WARMER, WARMER_BAND = "#8fa08a", "#e9dcc0"
_RIB = 0.27
"""Metres round a calf."""


def _heel_and_toe(c: Dyed, share: Doubles, height: Doubles, on_foot: Doubles, zone: str) -> None:
    """Turned heel and toe in another yarn."""
    toe, heel = share - 0.83, 0.20 - share - 1.6 * np.maximum(0.030 - height, 0.0) - 3.0 * np.maximum(height - 0.058, 0.0)
    for inside in (toe, heel):
        c.lay(zone, on_foot * ramp(-0.006, 0.006, inside))
        c.tone(0.82, on_foot * bump(0.0, 0.010, inside))


def _knit(c: Dyed, share: Doubles, height: Doubles, columns: float, row: float, depth: float) -> None:
    """Stockinette as light and shade: columns of V."""
    t = np.abs((share * columns) % 1.0 - 0.5) * 2.0
    q = (height / row + 0.62 * t) % 1.0
    c.tone(1.0 - depth * (np.maximum(ramp(0.20, 0.0, q), ramp(0.84, 1.0, q)) * 0.8 + 0.6 * ramp(0.80, 1.0, t)))
    c.tone(1.0 + 0.5 * depth * np.exp(-(((q - 0.42) / 0.2) ** 2)))


def make_knee_socks() -> Tailored:
    """Fine ribbed socks to below the knee, with two bands at the cuff."""
    rings = (ANKLE, 0.140, 0.195, 0.255, 0.315, 0.365, 0.400, 0.420, 0.421, 0.436)

    def ease(points: Doubles) -> Doubles:
        y = points[:, 1]
        d: Doubles = 0.0026 + 0.0016 * ramp(0.4195, 0.4215, y)
        return d

    def paint(c: Dyed, share: Doubles, height: Doubles, on_foot: Doubles) -> None:
        leg = 1 - on_foot
        ribs(c, share * _RIB, 0.0052, 0.16, leg * ramp(0.100, 0.120, height))
        c.tone(0.84, leg * bump(0.4200, 0.0025, height))
        ribs(c, share * _RIB, 0.0034, 0.20, leg * ramp(0.4205, 0.4220, height))
        for middle in (0.398, 0.386):
            c.lay("band", leg * ramp(0.0046, 0.0038, np.abs(height - middle)))
        for y, off in ((0.135, 0.0), (0.150, 0.3), (0.118, 0.6)):
            c.tone(0.90, 0.7 * leg * bump(0.0, 0.004, height - y - 0.004 * np.sin(2 * np.pi * (share * 2 + off))))
        _heel_and_toe(c, share, height, on_foot, "band")

    return make_socks_of("knee-socks", SockCut(rings, ease, {"cloth": KNEE, "band": KNEE_BAND}, paint, seed=301, fall=0.02))


def make_wool_socks() -> Tailored:
    """Chunky socks that bunch above the ankle, their ribbed top folded over."""
    rings = (ANKLE, 0.114, 0.126, 0.138, 0.151, 0.163, 0.176, 0.188, 0.1895, 0.204, 0.220, 0.228)

    def ease(points: Doubles) -> Doubles:
        x, y, z = points[:, 0], points[:, 1], points[:, 2]
        turn = np.arctan2(np.abs(x) - 0.098, z + 0.02)
        bunch = 0.0026 * bump(0.135, 0.028, y) * np.cos(y * 250 + 1.1 * np.cos(turn))
        fold = 0.0050 * ramp(0.1882, 0.1900, y) - 0.0022 * ramp(0.221, 0.229, y)
        d: Doubles = 0.0036 + 0.0026 * ramp(0.06, 0.12, y) + bunch + fold
        return d

    def paint(c: Dyed, share: Doubles, height: Doubles, on_foot: Doubles) -> None:
        leg = 1 - on_foot
        _knit(c, np.where(on_foot > 0, share, share), height, 46.0, 0.0050, 0.34)
        cuff = leg * ramp(0.1885, 0.1900, height)
        ribs(c, share * _RIB, 0.0090, 0.34, cuff)
        c.tone(0.66, leg * bump(0.1875, 0.0030, height))
        c.lay("fleck", leg * ramp(0.0052, 0.0042, np.abs(height - 0.208)))
        chance = np.random.default_rng(313)
        for _ in range(60):
            u, y = chance.uniform(0, 1), chance.uniform(0.0, 0.186)
            c.lay("fleck", 0.75 * ramp(1.0, 0.55, np.hypot((share - u) / 0.006, (height - y) / 0.0024)))
        for y, off in ((0.122, 0.0), (0.147, 0.4)):
            c.tone(0.84, 0.8 * leg * bump(0.0, 0.005, height - y - 0.004 * np.sin(2 * np.pi * (share * 2 + off))))
        _heel_and_toe(c, share, height, on_foot, "fleck")

    cut = SockCut(rings, ease, {"cloth": WOOL, "fleck": FLECK}, paint, thickness=0.0050, seed=311, around=14,
                  shade=(0.78, 0.68, 0.72), outline=(0.40, 0.24, 0.18))
    return make_socks_of("wool-socks", cut)


def make_stockings() -> Tailored:
    """Opaque stockings to the middle of the thigh, with a seam behind and a band that holds them."""
    rings = (ANKLE, 0.145, 0.205, 0.275, 0.345, 0.400, 0.440, 0.475, 0.515, 0.580, 0.655, 0.656, 0.676)

    def ease(points: Doubles) -> Doubles:
        d: Doubles = 0.0022 + 0.0012 * ramp(0.6545, 0.6560, points[:, 1])
        return d

    def paint(c: Dyed, share: Doubles, height: Doubles, on_foot: Doubles) -> None:
        leg = 1 - on_foot
        # Smooth knit: lighter where it is stretched over knee and shin.
        c.tone(1.10, leg * np.exp(-(((share - 0.54) / 0.07) ** 2)) * (0.6 + 0.4 * bump(0.475, 0.05, height)))
        c.tone(0.80, leg * bump(0.0, 0.004, np.minimum(share, 1 - share)))
        c.tone(1.10, leg * bump(0.010, 0.004, np.minimum(share, 1 - share)))
        c.tone(0.84, leg * ramp(0.6545, 0.6560, height))
        c.tone(0.72, leg * bump(0.6550, 0.0022, height))
        for y in (0.462, 0.478):
            c.tone(0.90, leg * bump(y, 0.003, height) * np.exp(-((np.minimum(share, 1 - share) / 0.16) ** 2)))
        c.tone(0.90, on_foot * ramp(0.84, 0.86, share))

    cut = SockCut(rings, ease, {"cloth": STOCKING}, paint, thickness=0.0014, seed=321, size=(512, 256), shade=(0.68, 0.62, 0.70),
                  rim=(0.11, 0.09, 0.10), outline=(0.20, 0.14, 0.17))
    return make_socks_of("opaque-stockings", cut)


def make_tabi() -> Tailored:
    """White split-toe socks that close behind with four clasps."""
    bare = foot()
    big = cone((0.0840, 0.0135, 0.090), (0.0828, 0.0105, 0.1345), 0.0125, 0.0108)
    others = ellipsoid((0.1150, 0.0130, 0.0950), (0.0212, 0.0125, 0.0390))

    def split_toe(points: Doubles) -> Doubles:
        """The foot behind the toes, the big toe, and the other four under one front."""
        behind = smax(bare(points), points[:, 2] - 0.092, 0.010)
        return smin(behind, np.minimum(big(points), others(points)), 0.009)

    rings = (ANKLE, 0.112, 0.124, 0.136, 0.146)

    def paint(c: Dyed, share: Doubles, height: Doubles, on_foot: Doubles) -> None:
        leg = 1 - on_foot
        # Woven: a seam along the side of the foot and over the toe, the closing on the inner ankle.
        c.tone(0.80, on_foot * bump(0.0, 0.0009, height - 0.012))
        c.tone(0.84, leg * bump(0.142, 0.0010, height))
        edge = share - 0.155
        c.tone(0.74, leg * bump(0.0, 0.005, edge))
        c.tone(1.04, leg * bump(0.016, 0.010, edge))
        for y in (0.138, 0.129, 0.120, 0.111):
            c.lay("clasp", leg * ramp(0.0026, 0.0018, np.abs(height - y)) * ramp(0.022, 0.016, np.abs(edge + 0.014)))
        c.tone(0.92, leg * bump(0.0, 0.004, height - 0.118 - 0.004 * np.sin(2 * np.pi * share * 2)))

    def ease(points: Doubles) -> Doubles:
        return np.full(len(points), 0.0020)

    cut = SockCut(rings, ease, {"cloth": TABI, "clasp": CLASP}, paint, shape=split_toe, seed=331, triangles=400, fall=0.06,
                  shade=(0.80, 0.74, 0.80), outline=(0.44, 0.38, 0.38))
    return make_socks_of("tabi-socks", cut)


def make_leg_warmers() -> Tailored:
    """Slouching knitted tubes from the ankle to below the knee."""
    rings = (0.108, 0.120, 0.134, 0.148, 0.162, 0.176, 0.192, 0.210, 0.230, 0.255, 0.285, 0.315, 0.340, 0.358, 0.376)

    def ease(points: Doubles) -> Doubles:
        x, y, z = points[:, 0], points[:, 1], points[:, 2]
        turn = np.arctan2(np.abs(x) - 0.098, z + 0.02)
        slouch = ramp(0.30, 0.16, y) * ramp(0.105, 0.125, y)
        waves = 0.0038 * slouch * np.cos(y * 205 + 1.3 * np.cos(turn) + 0.7 * np.cos(2 * turn))
        d: Doubles = 0.0065 + 0.0070 * slouch + waves - 0.0022 * ramp(0.352, 0.372, y)
        return d

    def paint(c: Dyed, share: Doubles, height: Doubles, on_foot: Doubles) -> None:
        ribs(c, share * _RIB, 0.0100, 0.26)
        _knit(c, share, height, 54.0, 0.0044, 0.16)
        for middle in (0.350, 0.336, 0.130):
            c.lay("band", ramp(0.0052, 0.0044, np.abs(height - middle)))
        turn = 2 * np.pi * (share - 0.5)
        wave = np.cos(height * 205 + 1.3 * np.cos(turn) + 0.7 * np.cos(2 * turn))
        slouch = ramp(0.30, 0.16, height) * ramp(0.105, 0.125, height)
        c.tone(1.0 - 0.26 * slouch * ramp(0.0, -1.0, wave) + 0.06 * slouch * ramp(0.3, 1.0, wave))

    cut = SockCut(rings, ease, {"cloth": WARMER, "band": WARMER_BAND}, paint, thickness=0.0048, foot=False, around=14, seed=341,
                  size=(384, 384), shade=(0.77, 0.71, 0.75), outline=(0.30, 0.32, 0.27))
    return make_socks_of("leg-warmers", cut)

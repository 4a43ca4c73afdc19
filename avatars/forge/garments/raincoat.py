"""A yellow raincoat: stand collar, hood folded back, covered placket with press studs, patch pockets with flaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge import anatomy
from avatars.forge.charts import Chart, part, plain, turn
from avatars.forge.cloth.bake import shaded
from avatars.forge.cloth.raincoat import CLOTH, COAT, LINING, PLACKET, POCKET, coat_texture
from avatars.forge.drape import draped
from avatars.forge.garments.cut import Cut, Sewn, sewn
from avatars.forge.garments.top import Cloth, charts, even_turn, outer
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import bump, cone, mirror, ramp, smin

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.sdf.meshing import Mesh

_TRUNK = (
    # y, half-width, half-depth, centre x, centre z
    (0.480, 0.2200, 0.1860, 0.0, -0.010),
    (0.560, 0.2110, 0.1760, 0.0, -0.010),
    (0.700, 0.1960, 0.1590, 0.0, -0.010),
    (0.840, 0.1810, 0.1420, 0.0, -0.009),
    (0.920, 0.1710, 0.1310, 0.0, -0.006),
    (1.000, 0.1590, 0.1190, 0.0, -0.001),
    (1.080, 0.1530, 0.1130, 0.0, 0.004),
    (1.150, 0.1560, 0.1160, 0.0, 0.007),
    (1.200, 0.1590, 0.1150, 0.0, 0.000),
    (1.250, 0.1530, 0.0990, 0.0, -0.010),
    (1.295, 0.1240, 0.0770, 0.0, -0.020),
    (1.335, 0.0720, 0.0650, 0.0, -0.026),
)
_SLEEVE = (
    # x, half-height, half-depth, centre y, centre z
    (0.080, 0.054, 0.058, 1.270, -0.020),
    (0.150, 0.0565, 0.059, 1.2675, -0.020),
    (0.220, 0.0565, 0.057, 1.2725, -0.020),
    (0.300, 0.055, 0.055, 1.278, -0.020),
    (0.380, 0.052, 0.053, 1.279, -0.020),
    (0.460, 0.051, 0.053, 1.279, -0.020),
    (0.540, 0.050, 0.052, 1.280, -0.020),
    (0.610, 0.048, 0.051, 1.281, -0.020),
)
_THICK, _HEM, _CUFF = 0.0045, 0.505, 0.592


def _body_under(points: Doubles) -> Doubles:
    return _TORSO(points)


_TORSO = anatomy.torso()


def coat() -> Field:
    """The outside of the coat."""
    cloth = Cloth(
        _TRUNK,
        _SLEEVE,
        ease=0.002,
        collar=((0.0, 1.295, -0.030), (0.0, 1.400, -0.016), 0.0720, 0.0790),
        folds=1.05,
        waist=0.99,
        stack=0.500,
    )
    shell = outer(cloth, _body_under, 0.012)
    # The hood lies folded round the back of the neck.
    roll = mirror(cone((0.0, 1.318, -0.108), (0.078, 1.340, -0.066), 0.036, 0.024))
    peak = cone((0.0, 1.315, -0.105), (0.0, 1.235, -0.112), 0.036, 0.020)

    def field(points: Doubles) -> Doubles:
        d = smin(shell(points), smin(roll(points), peak(points), 0.030), 0.018)
        return d - _relief(points) - _fall(points)

    return field


def _fall(points: Doubles) -> Doubles:
    """Stiff cloth falls in a few broad flutes."""
    x, y, z = points[:, 0], points[:, 1], points[:, 2]
    turn = np.arctan2(x, z)
    low = 1.0 - ramp(0.60, 0.98, y)
    return 0.0075 * low * np.cos(7 * turn + 1.5 * np.sin(2 * turn + 0.7)) * ramp(0.06, 0.12, np.abs(x))


def _relief(points: Doubles) -> Doubles:
    """Placket, pockets, their flaps and the turned cuffs stand out from the coat."""
    x, y = points[:, 0], points[:, 1]
    share = even_turn(points)
    front = ramp(0.0, 0.02, points[:, 2])
    placket = (1 - ramp(PLACKET.half - 0.0016, PLACKET.half + 0.0016, np.abs(share - PLACKET.middle))) * front
    placket = placket * (1 - ramp(1.330, 1.345, y))
    d = 0.0030 * placket
    along = np.abs(np.abs(share - 0.5) - POCKET.middle)
    box = (1 - ramp(POCKET.half - 0.003, POCKET.half + 0.002, along)) * (np.abs(x) < 0.26) * front
    d += 0.0042 * box * ramp(POCKET.low - 0.004, POCKET.low + 0.004, y) * (1 - ramp(POCKET.high - 0.004, POCKET.high, y))
    flap = (1 - ramp(POCKET.half + 0.002, POCKET.half + 0.006, along)) * (np.abs(x) < 0.26) * front
    d += 0.0036 * flap * ramp(POCKET.flap - 0.003, POCKET.flap + 0.003, y) * (1 - ramp(POCKET.high, POCKET.high + 0.008, y))
    cuff = ramp(0.545, 0.549, np.abs(x))
    return d + 0.0030 * cuff


def _collar(points: Doubles) -> Doubles:
    y, z = points[:, 1], points[:, 2]
    # Lower in front, where it stands open in a small V.
    notch = 0.034 * bump(0.0, 0.022, points[:, 0]) * ramp(0.0, 0.04, z)
    return y - 1.380 + 0.30 * (z + 0.02) + notch


def _fall_edge(points: Doubles) -> Doubles:
    """Where the turned-down collar ends: a ring round the neck, longer towards two points in front."""
    x, z = np.abs(points[:, 0]), points[:, 2] + 0.026
    angle = np.degrees(np.arctan2(x, z))
    d: Doubles = np.hypot(x, z) - 0.103 - 0.040 * bump(20.0, 13.0, angle)
    return d


def _fall_gap(points: Doubles) -> Doubles:
    """The two halves of the collar part in front."""
    d: Doubles = np.where(points[:, 2] > 0, 0.006 + 0.9 * np.maximum(0.0, 1.335 - points[:, 1]) - np.abs(points[:, 0]), -0.1)
    return d


def _turned_down(shape: Field) -> Sewn:
    """The collar's outer half, which lies on the coat."""

    def laid(points: Doubles) -> Doubles:
        # It springs a little off the coat towards its edge.
        return shape(points) - 0.0055 - 0.0025 * ramp(-0.05, 0.0, _fall_edge(points))

    openings = (_collar, _fall_edge, _fall_gap)
    return sewn(Cut(laid, openings, 0.004, (-0.2, 1.22, -0.2), (0.2, 1.44, 0.17), 0.0030, 2600, lining=0.02))


def _collar_uv(mesh: Mesh) -> Chart:
    """On the sleeve's last centimetres, so that the seam of the cuff runs along the collar's edge."""
    along = 0.25 + 0.4 * turn(mesh.positions[:, 0], mesh.positions[:, 2] + 0.026)
    return Chart(mesh, COAT.uv(COAT.sleeve, along, 0.592 + np.clip(_fall_edge(mesh.positions), -0.035, 0.0)))


def _cuffs(points: Doubles) -> Doubles:
    return np.abs(points[:, 0]) - _CUFF


def _hem(points: Doubles) -> Doubles:
    return _HEM - points[:, 1]


def make_raincoat(outfits: tuple[str, ...]) -> Made:
    """The coat for these outfits."""
    shape = coat()
    box = ((-0.62, 0.46, -0.24), (0.62, 1.42, 0.22))
    made = sewn(Cut(shape, (_collar, _cuffs, _hem), _THICK, *box, 0.0034, 10000, lining=0.04))
    flat = charts(made.outside, COAT)
    collar = _turned_down(shape)
    pieces = (*flat, plain(made.inside, LINING), _collar_uv(collar.outside), plain(collar.inside, CLOTH))
    cloth = Material(
        "oilskin",
        texture=shaded(coat_texture(), shape, flat, 0.85, blur=2.0),
        shade=(0.885, 0.735, 0.655),
        shift=0.04,
        soft=0.09,
        rim=(0.16, 0.13, 0.06),
        rim_power=4.0,
        palette=True,
    )
    return Made(
        (part("raincoat", "oilskin", *pieces, outfits=outfits, weigh=draped),), (cloth,)
    )

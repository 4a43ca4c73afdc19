"""The bare skin that clothes may leave open, and the plain vest and shorts that are worn at the least.

One fixed mesh on the plain body: hands and neck as in a person's own file, trunk, arms, legs and feet on the same distance
field, so that no border shows. Whoever dresses her hides of it what lies under cloth.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, cast

import numpy as np

from avatars.forge import anatomy
from avatars.forge.body import SKIN, bib, skin_parts
from avatars.forge.charts import Chart, part, plain
from avatars.forge.foot import foot
from avatars.forge.garments.cut import Cut, sewn
from avatars.forge.garments.jeans import LAYOUT as JEANS
from avatars.forge.garments.panels import Layout, Legs, leg_panels, top_panels
from avatars.forge.hand_texture import plain_uv, throat_uv
from avatars.forge.mesh_edit import centres, joined, keep, mirrored, split
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import ramp, smin
from avatars.forge.sdf.meshing import mesh_of
from avatars.forge.sdf.rings import Ring, edge, even_angles, normals_of, sheet, tube
from avatars.forge.wardrobe.garment import Tailored
from avatars.wardrobe.garment import GarmentInfo

if TYPE_CHECKING:
    from avatars.forge.part import Part
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.sdf.meshing import Mesh
    from avatars.wardrobe.look import Slot

INFO: Final = GarmentInfo(
    "skin", cast("Slot", "skin"), {"en": "Skin and under-layer", "zh": "皮肤与打底", "ja": "素肌と肌着"}, {}, ()
)
VEST, SHORTS = "underlayer-vest", "underlayer-shorts"
"""Names of the parts that are worn at the least."""
_COTTON: Final = (0.905, 0.880, 0.850)
_TRUNK = Layout(
    trunk=(0.940, 0.965, 0.990, 1.015, 1.042, 1.070, 1.098, 1.125, 1.150, 1.172),
    sleeve=(0.176, 0.200, 0.228, 0.258, 0.288, 0.312, 0.330, 0.345, 0.358, 0.371, 0.386, 0.404, 0.430, 0.460, 0.490, 0.515),
    collar=((1.345, 0.20),),
    sleeve_axis=tuple((x, y, z) for x, _, _, y, z in anatomy.ARM),
    columns=36,
    around=14,
    neck=24,
)
_LEG = (0.830, 0.795, 0.755, 0.710, 0.660, 0.610, 0.570, 0.540, 0.515, 0.492, 0.470, 0.448, 0.424, 0.395, 0.350, 0.300,
        0.250, 0.200, 0.150, 0.118, 0.100)
"""Heights of the rings from inside the shorts to the foot."""
_AROUND: Final = 16


def limbs() -> Field:
    """Both legs with their feet."""
    leg, left = anatomy.legs(), foot()

    def field(points: Doubles) -> Doubles:
        side = points.copy()
        side[:, 0] = np.abs(side[:, 0])
        return smin(leg(points), left(side), 0.016)

    return field


def _trunk_and_arms() -> tuple[Mesh, Mesh]:
    whole = anatomy.body()
    top = top_panels(whole, _TRUNK)
    trunk, value = split(top.trunk, 0.004 - bib(top.trunk.positions))
    return keep(trunk, centres(trunk, value) > 0), joined(*top.sleeves)


def _legs() -> Mesh:
    field = limbs()
    table = np.asarray(anatomy.LEG)
    rings = [
        Ring((float(np.interp(y, table[:, 0], table[:, 3])), y, float(np.interp(y, table[:, 0], table[:, 4]))),
             (-1.0, 0.0, 0.0), (0.0, 0.0, 1.0))
        for y in _LEG
    ]
    points = tube(anatomy.legs(), rings[:-3], even_angles(_AROUND) + np.pi / _AROUND, 0.14)
    low = tube(field, rings[-3:], even_angles(_AROUND) + np.pi / _AROUND, 0.14)
    points = np.concatenate([points, low])
    shaft = sheet(points, normals_of(field, points))
    below = mesh_of(field, (0.04, -0.01, -0.10), (0.17, 0.125, 0.16), 0.0030, 900)
    below, value = split(below, below.positions[:, 1] - 0.1005)
    left = joined(shaft, keep(below, centres(below, value) < 0))
    return joined(left, mirrored(left))


def _front(mesh: Mesh) -> list[Chart]:
    """The throat's picture in front, plain skin behind."""
    ahead = centres(mesh, mesh.normals[:, 2]) > 0
    before, behind = keep(mesh, ahead), keep(mesh, ~ahead)
    return [Chart(before, throat_uv(before.positions)), Chart(behind, plain_uv(len(behind.positions)))]


def _vest() -> Part:
    whole = anatomy.body()

    def cloth(points: Doubles) -> Doubles:
        return smin(whole(points) - 0.0036, anatomy.bust_drape(points) + 0.0005, 0.02)

    def neck(points: Doubles) -> Doubles:
        # Lower in front than behind, and steep beside the straps.
        lowest = 1.300 - 0.055 * ramp(-0.02, 0.06, points[:, 2])
        scoop: Doubles = points[:, 1] - lowest - 0.16 * (np.abs(points[:, 0]) / 0.086) ** 4
        return scoop

    openings = (
        neck,
        lambda p: np.where(p[:, 1] > 1.10, np.abs(p[:, 0]) + 0.16 * np.maximum(p[:, 1] - 1.20, 0.0) - 0.1380, -0.1),
        lambda p: 0.905 - p[:, 1],
    )
    made = sewn(Cut(cloth, openings, 0.0018, (-0.2, 0.86, -0.15), (0.2, 1.38, 0.16), 0.0042, 1900, lining=0.010))
    return part(VEST, "underlayer", plain(made.outside, (0.5, 0.5)), plain(made.inside, (0.5, 0.5)))


def _shorts() -> Part:
    whole = anatomy.body()

    def cloth(points: Doubles) -> Doubles:
        d: Doubles = whole(points) - 0.0036
        return d

    layout = Legs(JEANS.seat, (0.735, 0.705, 0.675, 0.645), JEANS.axis, JEANS.around)
    (left, right), waist = leg_panels(cloth, layout)
    ends = [edge(cloth, waist, np.array([0.0, 1.0, 0.0]), 0.0018, 0.010)]
    table = np.asarray(anatomy.LEG)
    for sign in (1.0, -1.0):
        x, z = (float(np.interp(0.645, table[:, 0], table[:, i])) for i in (3, 4))
        ring = Ring((sign * x, 0.645, z), (-sign, 0.0, 0.0), (0.0, 0.0, 1.0))
        hem = tube(cloth, [ring], even_angles(JEANS.around) + np.pi / JEANS.around, 0.2)[0]
        ends.append(edge(cloth, hem, np.array([0.0, -1.0, 0.0]), 0.0018, 0.010))
    return part(SHORTS, "underlayer", plain(joined(left, right, *ends), (0.5, 0.5)))


@cache
def make_skin() -> Tailored:
    """Hands, neck, trunk, arms and legs in `body.SKIN`, vest and shorts in plain cotton."""
    trunk, arms = _trunk_and_arms()
    legs = _legs()
    skin = Material(SKIN, colour=(0.97, 0.86, 0.79), shade=(0.93, 0.73, 0.69), outline=0.0006, outline_colour=(0.52, 0.30, 0.25))
    cotton = Material(
        "underlayer", colour=_COTTON, shade=(0.80, 0.74, 0.78), shift=0.04, outline=0.0005, outline_colour=(0.45, 0.36, 0.34)
    )
    parts = (
        *skin_parts(),
        part("skin_trunk", SKIN, *_front(trunk)),
        part("skin_arms", SKIN, Chart(arms, plain_uv(len(arms.positions)))),
        part("skin_legs", SKIN, Chart(legs, plain_uv(len(legs.positions)))),
        _vest(),
        _shorts(),
    )
    return Tailored(Made(parts, (skin, cotton)))

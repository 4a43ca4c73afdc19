"""Close-fitting legs from the waist down: wool tights with feet, and slim trousers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge import anatomy
from avatars.forge.charts import Chart, part, plain, wrapped
from avatars.forge.cloth.paint import finish, noise
from avatars.forge.foot import foot
from avatars.forge.garments.jeans import LAYOUT, round_leg
from avatars.forge.garments.panels import Legs, leg_panels
from avatars.forge.mesh_edit import centres, joined, keep, mirrored, split
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import bump, ramp, smin
from avatars.forge.sdf.meshing import mesh_of
from avatars.forge.sdf.rings import Ring, edge, even_angles, tube

if TYPE_CHECKING:
    from avatars.forge.cloth.paint import Colour, Image
    from avatars.forge.part import Part
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.sdf.meshing import Mesh

_SIZE = 256
"""Pixels of the picture, which shows `_REPEAT` metres of cloth and repeats."""
_REPEAT = 0.24
METRE = _SIZE / _REPEAT


def _flat(leg: Mesh) -> Chart:
    """A leg laid flat, opened at its inner seam: two repeats of the cloth go round it."""
    mesh, u, v = wrapped(leg, round_leg(leg.positions), leg.positions[:, 1])
    return Chart(mesh, np.stack([2.0 * u, -v / _REPEAT], axis=1))


def _picture(colour: Colour, ribs: float, seed: int) -> Image:
    x = np.mgrid[0:_SIZE, 0:_SIZE][1].astype(float)
    rib = 0.5 + 0.5 * np.cos(x / _SIZE * 2 * np.pi * round(_REPEAT / 0.004))
    tone = 1.0 - ribs * (1.0 - rib) + 0.014 * noise(_SIZE, _SIZE, 1.0, seed) + 0.012 * noise(_SIZE, _SIZE, 18.0, seed + 1)
    return finish(np.asarray(colour) * tone[..., None])


def _panels(cloth: Field, lowest: float, waist_edge: float, hem: bool) -> list[Mesh]:
    layout = Legs(LAYOUT.seat, (*(y for y in LAYOUT.leg if y > lowest), lowest), LAYOUT.axis, 18, 6)
    (left, right), waist = leg_panels(cloth, layout)
    made = [left, right, edge(cloth, waist, np.array([0.0, 1.0, 0.0]), waist_edge, 0.012)]
    for sign in (1.0, -1.0) if hem else ():
        ring = Ring((sign * 0.098, lowest, -0.021), (-sign, 0.0, 0.0), (0.0, 0.0, 1.0))
        end = tube(cloth, [ring], even_angles(18) + np.pi / 18, 0.2)[0]
        made.append(edge(cloth, end, np.array([0.0, -1.0, 0.0]), waist_edge, 0.02))
    return made


def _stocking(cloth: Field, top: float) -> Mesh:
    """Both feet below a height."""
    mesh = mesh_of(cloth, (0.03, -0.01, -0.11), (0.18, top + 0.03, 0.17), 0.0032, 620)
    mesh, value = split(mesh, mesh.positions[:, 1] - top - 0.002)
    left = keep(mesh, centres(mesh, value) < 0)
    return joined(left, mirrored(left))


def _part(name: str, meshes: list[Mesh]) -> Part:
    """The first two are the legs."""
    return part(name, name, *(_flat(mesh) for mesh in meshes[:2]), plain(joined(*meshes[2:]), (0.5, 0.5)))


def make_wool_tights(colour: Colour) -> Made:
    """Ribbed tights from the waist to the toes."""
    body, left = anatomy.body(), foot()

    def knit(points: Doubles) -> Doubles:
        side = points.copy()
        side[:, 0] = np.abs(side[:, 0])
        d: Doubles = smin(body(points), left(side), 0.016) - 0.0024
        return d

    material = Material(
        "wool_tights", texture=_picture(colour, 0.10, 211), shade=(0.66, 0.62, 0.70), shift=0.06, soft=0.14,
        rim=(0.10, 0.07, 0.07), outline=0.0005, outline_colour=(0.15, 0.10, 0.11),
    )
    return Made((_part("wool_tights", [*_panels(knit, 0.104, 0.002, hem=False), _stocking(knit, 0.104)]),), (material,))


def make_slim(colour: Colour) -> Made:
    """Slim trousers from the waist to the ankle, a little creased at the knee."""
    body = anatomy.body()

    def cloth(points: Doubles) -> Doubles:
        y, z = points[:, 1], points[:, 2]
        turn = np.arctan2(np.abs(points[:, 0]) - 0.095, z)
        knee = 0.0024 * bump(0.46, 0.05, y) * np.cos(y * 125 + 1.3 * np.cos(turn)) * (0.6 - 0.4 * np.cos(turn))
        wider = 0.0035 * ramp(0.30, 0.12, y)
        d: Doubles = body(points) - 0.0062 - knee - wider
        return d

    material = Material(
        "slim_trousers", texture=_picture(colour, 0.02, 221), shade=(0.66, 0.62, 0.72), shift=0.05, rim=(0.05, 0.05, 0.08),
        outline=0.0006, outline_colour=(0.12, 0.14, 0.22),
    )
    return Made((_part("slim_trousers", _panels(cloth, 0.098, 0.004, hem=True)),), (material,))

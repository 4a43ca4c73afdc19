"""The skin that shows: neck and hands. What clothes always cover is not made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge import anatomy
from avatars.forge.charts import Chart, part
from avatars.forge.mesh_edit import centres, keep, mirrored, split
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import ramp
from avatars.forge.sdf.meshing import mesh_of

if TYPE_CHECKING:
    from avatars.forge.parameters import Person
    from avatars.forge.sdf.fields import ramp
from avatars.forge.sdf.meshing import Mesh

_LOWEST_SKIN = 1.235
_SLEEVE = 0.50


def make_body(person: Person) -> Made:
    """Neck with the top of the chest, and both hands."""
    hand = _hand()
    charts = [Chart(m, np.full((len(m.positions), 2), 0.5)) for m in (hand, mirrored(hand))]
    neck = _neck()
    skin = Material("body_skin", colour=person.skin, shade=person.skin_shade, shift=0.02, soft=0.10)
    return Made(
        (
            part("hands", "body_skin", *charts),
            part("neck", "body_skin", Chart(neck, np.full((len(neck.positions), 2), 0.5))),
        ),
        (skin,),
    )


def _hand() -> Mesh:
    mesh = mesh_of(anatomy.hand(), *anatomy.HAND_BOX, 0.0014, 6000)
    mesh, value = split(mesh, mesh.positions[:, 0] - _SLEEVE)
    return keep(mesh, centres(mesh, value) > 0)


def _neck() -> Mesh:
    mesh = mesh_of(anatomy.body(), (-0.2, 1.15, -0.16), (0.2, 1.46, 0.16), 0.003, 3000)
    x, y, z = np.abs(mesh.positions[:, 0]), mesh.positions[:, 1], mesh.positions[:, 2]
    # A bib that every neckline covers at its border, higher behind; the top stays open inside the head.
    lowest = _LOWEST_SKIN + 0.085 * (1.0 - ramp(-0.050, 0.010, z))
    mesh, value = split(mesh, np.minimum(np.minimum(y - lowest, 0.100 - x), 1.415 - y))
    return keep(mesh, centres(mesh, value) > 0)

"""The skin that shows: neck and hands. What clothes always cover is not made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge import anatomy
from avatars.forge.charts import Chart, part
from avatars.forge.hand_texture import hand_texture, plain_uv, throat_uv
from avatars.forge.hands import hand_charts, mirrored_charts
from avatars.forge.mesh_edit import centres, keep, split
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import ramp
from avatars.forge.sdf.meshing import mesh_of
from avatars.forge.skin import complexion

if TYPE_CHECKING:
    from avatars.forge.parameters import Person
    from avatars.forge.part import Part
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.sdf.meshing import Mesh

SKIN = "body_skin"
"""The material of everything here."""
_LOWEST_SKIN = 1.235


def make_body(person: Person) -> Made:
    """Neck with the top of the chest, and both hands with their nails."""
    skin = Material(
        SKIN, texture=hand_texture(person), shade=complexion(person.skin).shade, shift=0.02, soft=0.10, outline=0.0006,
        outline_colour=(0.52, 0.30, 0.25),
    )
    return Made(skin_parts(), (skin,))


def skin_parts() -> tuple[Part, Part]:
    """Hands and neck, which are the same for everyone on the plain body."""
    left = hand_charts()
    return part("hands", SKIN, *left, *mirrored_charts(left)), part("neck", SKIN, *chest_charts(_neck()))


def chest_charts(mesh: Mesh) -> list[Chart]:
    """Throat and chest laid flat: the front on its picture, the back plain."""
    front = centres(mesh, mesh.normals[:, 2]) > 0
    before, behind = keep(mesh, front), keep(mesh, ~front)
    return [Chart(before, throat_uv(before.positions)), Chart(behind, plain_uv(len(behind.positions)))]


def _neck() -> Mesh:
    mesh = mesh_of(anatomy.body(), (-0.2, 1.15, -0.16), (0.2, 1.46, 0.16), 0.003, 1250)
    y, z = mesh.positions[:, 1], mesh.positions[:, 2]
    # The top stays open inside the head; behind it rises into the skull.
    top = 1.415 + 0.7 * np.maximum(-0.030 - z, 0.0)
    mesh, value = split(mesh, np.minimum(bib(mesh.positions), top - y))
    return keep(mesh, centres(mesh, value) > 0)


def bib(points: Doubles) -> Doubles:
    """Positive where the neck's own skin goes: down to a bib that every neckline covers at its border, higher behind."""
    lowest = _LOWEST_SKIN + 0.085 * (1.0 - ramp(-0.050, 0.010, points[:, 2]))
    return np.minimum(points[:, 1] - lowest, 0.100 - np.abs(points[:, 0]))

"""Dark tights, from the boots to under the skirt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge import anatomy
from avatars.forge.charts import Chart, part
from avatars.forge.mesh_edit import centres, keep, split
from avatars.forge.part import Made, Material
from avatars.forge.sdf.meshing import mesh_of

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles

_FOOT, _TOP = 0.075, 0.70


def make_tights(outfits: tuple[str, ...]) -> Made:
    """The tights for these outfits."""
    legs = anatomy.legs()

    def knit(points: Doubles) -> Doubles:
        return legs(points) - 0.0015

    mesh = mesh_of(knit, (-0.2, 0.05, -0.12), (0.2, 0.74, 0.12), 0.004, 2800)
    mesh, value = split(mesh, np.minimum(mesh.positions[:, 1] - _FOOT, _TOP - mesh.positions[:, 1]))
    mesh = keep(mesh, centres(mesh, value) > 0)
    chart = Chart(mesh, np.full((len(mesh.positions), 2), 0.5))
    wool = Material(
        "tights", colour=(0.300, 0.235, 0.245), shade=(0.66, 0.62, 0.70), shift=0.06, soft=0.14, rim=(0.10, 0.07, 0.07)
    )
    return Made((part("tights", "tights", chart, outfits=outfits),), (wool,))

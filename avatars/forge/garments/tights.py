"""Dark tights, from the boots to under the skirt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge import anatomy
from avatars.forge.charts import part, plain
from avatars.forge.garments.wellingtons import legging_rings
from avatars.forge.part import Made, Material

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles

_FOOT, _TOP = 0.100, 0.66


def make_tights(outfits: tuple[str, ...]) -> Made:
    """The tights for these outfits."""
    legs = anatomy.legs()

    def knit(points: Doubles) -> Doubles:
        thin: Doubles = legs(points) - 0.0015
        return np.asarray(thin)

    mesh = legging_rings(knit, _FOOT, _TOP, 17)
    wool = Material(
        "tights", colour=(0.300, 0.235, 0.245), shade=(0.66, 0.62, 0.70), shift=0.06, soft=0.14, rim=(0.10, 0.07, 0.07),
        outline=0.0005, outline_colour=(0.15, 0.10, 0.11),
    )
    return Made((part("tights", "tights", plain(mesh, (0.5, 0.5)), outfits=outfits),), (wool,))

"""A thin gold chain with a drop, lying on the skin."""

from __future__ import annotations

import numpy as np

from avatars.forge import anatomy
from avatars.forge.charts import part, plain
from avatars.forge.garments.trims import cord
from avatars.forge.mesh_edit import joined
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import Doubles
from avatars.forge.sdf.rings import cast

_LOW, _RISE, _SIDE = 1.294, 0.062, 104.0
"""Height of the drop, how far the chain rises to the sides of the neck, and how far round it can be seen, in degrees."""


def make_pendant(outfits: tuple[str, ...]) -> Made:
    """The chain for these outfits."""
    skin = anatomy.torso()

    def above(points: Doubles) -> Doubles:
        d: Doubles = skin(points) - 0.0016
        return d

    degrees = np.linspace(-_SIDE, _SIDE, 33)
    turn = np.radians(degrees)
    height = _LOW + _RISE * (np.abs(degrees) / _SIDE) ** 1.4
    way = np.stack([np.sin(turn), np.zeros(33), np.cos(turn)], axis=1)
    origins = np.stack([np.zeros(33), height, np.full(33, -0.028)], axis=1)
    line = cast(above, origins, way, 0.25)
    middle = line[16]
    drop = middle + np.array([[0, 0.001, 0.001], [0, -0.004, 0.0022], [0, -0.0085, 0.0034], [0, -0.0125, 0.0042]])
    chain = joined(cord(line, 0.0010, 4), cord(drop, np.array([0.0010, 0.0026, 0.0038, 0.0012]), 7))
    gold = Material(
        "gold", colour=(0.930, 0.760, 0.470), shade=(0.74, 0.58, 0.48), shift=0.10, soft=0.06, rim=(0.30, 0.26, 0.16),
        rim_power=2.5, outline=0.0003, outline_colour=(0.50, 0.34, 0.22),
    )
    return Made((part("pendant", "gold", plain(chain, (0.5, 0.5)), outfits=outfits),), (gold,))

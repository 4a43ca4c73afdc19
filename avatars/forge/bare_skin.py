"""Skin that some outfits show beyond neck and hands: forearms, calves with ankles, collar bones. Even rings, few triangles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from avatars.forge import anatomy
from avatars.forge.body import SKIN, bib, chest_charts
from avatars.forge.charts import Chart, part
from avatars.forge.hand_texture import plain_uv
from avatars.forge.mesh_edit import centres, keep, mirrored, split
from avatars.forge.part import Made
from avatars.forge.sdf.meshing import mesh_of
from avatars.forge.sdf.rings import cast, normals_of, sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.sdf.meshing import Mesh

Kind = Literal["arms_skin", "legs_skin", "chest_skin"]
_FOREARM = (0.245, 0.300, 0.340, 0.354, 0.370, 0.392, 0.440, 0.490, 0.515)
"""Places across of the rings from inside a short sleeve to under the hand's own skin."""
_CALF = (0.055, 0.100, 0.160, 0.230, 0.310, 0.380, 0.435, 0.470, 0.505, 0.555, 0.625)
"""Heights of the rings from inside a shoe to above the knee."""
_BODICE = 1.195
_SIDES = 10


def make_skin_part(kind: Kind, outfits: tuple[str, ...]) -> Made:
    """Bare skin for these outfits, in the material of `body.make_body`: forearms from half up the upper arm (``arms_skin``), legs
    from above the knee to the ankle (``legs_skin``), or the top of the chest with shoulders (``chest_skin``)."""
    if kind == "chest_skin":
        charts = chest_charts(_chest())
    else:
        charts = [Chart(mesh, plain_uv(len(mesh.positions))) for mesh in (_arms() if kind == "arms_skin" else _legs())]
    return Made((part(kind, SKIN, *charts, outfits=outfits),), ())


def make_bare_arms(outfits: tuple[str, ...]) -> Made:
    """The tailor of ``arms_skin``."""
    return make_skin_part("arms_skin", outfits)


def make_bare_legs(outfits: tuple[str, ...]) -> Made:
    """The tailor of ``legs_skin``."""
    return make_skin_part("legs_skin", outfits)


def make_bare_chest(outfits: tuple[str, ...]) -> Made:
    """The tailor of ``chest_skin``."""
    return make_skin_part("chest_skin", outfits)


def _chest() -> Mesh:
    """From the bib's border out to the shoulders and down to the top of a bodice."""
    mesh = mesh_of(anatomy.body(), (-0.2, 1.15, -0.16), (0.2, 1.40, 0.16), 0.004, 850)
    x, y = np.abs(mesh.positions[:, 0]), mesh.positions[:, 1]
    # A few millimetres of the bib are covered twice, so that no gap opens.
    reach = np.minimum(np.minimum(y - _BODICE, 0.165 - x), 0.004 - bib(mesh.positions))
    mesh, value = split(mesh, reach)
    return keep(mesh, centres(mesh, value) > 0)


def _arms() -> list[Mesh]:
    turns = np.arange(_SIDES) * (2 * np.pi / _SIDES)
    ways = np.stack([np.zeros(_SIDES), np.cos(turns), np.sin(turns)], axis=1)
    left = _rings(anatomy.arms(), [(x, 1.285, -0.020) for x in _FOREARM], ways)
    return [left, mirrored(left)]


def _legs() -> list[Mesh]:
    turns = np.arange(_SIDES) * (2 * np.pi / _SIDES)
    ways = np.stack([np.cos(turns), np.zeros(_SIDES), np.sin(turns)], axis=1)
    table = np.asarray(anatomy.LEG)
    centres = [(float(np.interp(y, table[:, 0], table[:, 3])), y, float(np.interp(y, table[:, 0], table[:, 4]))) for y in _CALF]
    left = _rings(anatomy.legs(), [(x, max(y, 0.0605), z) for x, y, z in centres], ways)
    return [left, mirrored(left)]


def _rings(field: Field, centres: Sequence[tuple[float, float, float]], ways: Doubles) -> Mesh:
    start = np.repeat(np.asarray(centres), len(ways), axis=0)
    points = cast(field, start, np.tile(ways, (len(centres), 1)), 0.12)
    grid = points.reshape(len(centres), len(ways), 3)
    return sheet(grid, normals_of(field, grid))

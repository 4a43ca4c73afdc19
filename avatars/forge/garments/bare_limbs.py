"""Forearms and calves for outfits with short sleeves and skirts: the skin that other clothes hide and leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from avatars.forge import anatomy
from avatars.forge.body import SKIN
from avatars.forge.charts import Chart, part
from avatars.forge.garments.wellingtons import legging_rings
from avatars.forge.hand_texture import plain_uv
from avatars.forge.mesh_edit import centres, joined, keep, mirrored, split
from avatars.forge.part import Made
from avatars.forge.sdf.meshing import mesh_of

if TYPE_CHECKING:
    from avatars.forge.sdf.meshing import Mesh

_HAND, _SLEEVE = 0.501, 0.250
"""Where the hand's skin begins, and how far up a sleeve may let one look."""
_ANKLE, _KNEE = 0.088, 0.620


def _forearm() -> Mesh:
    mesh = mesh_of(anatomy.arms(), (0.20, 1.22, -0.09), (0.54, 1.35, 0.05), 0.004, 420)
    mesh, value = split(mesh, mesh.positions[:, 0] - _HAND)
    mesh = keep(mesh, centres(mesh, value) < 0)
    mesh, value = split(mesh, mesh.positions[:, 0] - _SLEEVE)
    return keep(mesh, centres(mesh, value) > 0)


def make_bare_limbs(outfits: tuple[str, ...]) -> Made:
    """Both forearms and calves for these outfits, in the skin of whoever wears them."""
    arm = _forearm()
    arms = joined(arm, mirrored(arm))
    calves = legging_rings(anatomy.legs(), _ANKLE, _KNEE, 15)
    parts = [
        part(name, SKIN, Chart(mesh, plain_uv(len(mesh.positions))), outfits=outfits)
        for name, mesh in (("forearms", arms), ("calves", calves))
    ]
    return Made(tuple(parts), ())

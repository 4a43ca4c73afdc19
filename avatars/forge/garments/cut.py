"""Steps every garment shares: hollow, mesh, and drop the inside that nobody sees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from avatars.forge.mesh_edit import centres, keep
from avatars.forge.sdf.fields import Field, smax
from avatars.forge.sdf.meshing import Mesh, mesh_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from avatars.forge.sdf.fields import Doubles


@dataclass(frozen=True, slots=True)
class Cut:
    """A garment: `outer` is its outside surface, `opening` is positive where it has been cut away (neck, cuffs, hem)."""

    outer: Field
    opening: Field
    thickness: float
    low: Sequence[float]
    high: Sequence[float]
    cell: float
    triangles: int
    lining: float = 0.03
    """How far in from an edge the inner side is kept, in metres."""


def sewn(cut: Cut) -> Mesh:
    """The cloth of a cut, with rounded edges; an inner side only where one can look in at an opening."""

    def solid(points: Doubles) -> Doubles:
        d, opening = cut.outer(points), cut.opening(points)
        # Hollowed from each opening inwards, and no deeper than one can see.
        hollow = smax(d + cut.thickness, -cut.lining - opening, 0.004)
        return smax(smax(d, opening, 0.004), -hollow, 0.004)

    mesh = mesh_of(solid, cut.low, cut.high, cut.cell, cut.triangles)
    floor = cut.outer(mesh.positions) < -0.8 * cut.thickness
    deep = cut.opening(mesh.positions) < -0.9 * cut.lining
    return keep(mesh, centres(mesh, (floor & deep).astype(float)) < 0.99)

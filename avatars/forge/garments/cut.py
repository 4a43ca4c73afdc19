"""Steps every garment shares: hollow, mesh, and drop the inside that nobody sees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from avatars.forge.mesh_edit import centres, keep
from avatars.forge.sdf.fields import Field, hollow, smax
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
    lining: float = 0.035
    """How far in from an edge the inner side is kept, in metres."""


def sewn(cut: Cut) -> Mesh:
    """The cloth of a cut, with rounded edges; its inner side only near the openings."""

    def wall(points: Doubles) -> Doubles:
        return smax(hollow(cut.outer(points), cut.thickness), cut.opening(points), 0.004)

    mesh = mesh_of(wall, cut.low, cut.high, cut.cell, cut.triangles)
    inner = cut.outer(mesh.positions) < -0.55 * cut.thickness
    deep = cut.opening(mesh.positions) < -cut.lining
    return keep(mesh, centres(mesh, (inner & deep).astype(float)) < 0.99)

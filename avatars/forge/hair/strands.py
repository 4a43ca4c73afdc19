"""What all hair meshes share: the columns of the strand texture, its height scale, and a mesh ready for the rig."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from avatars.forge.head.surface import Array

COLUMNS = 16
"""Strand columns of the hair texture."""
UNDER, DEEP = 12, 14
"""From `UNDER` on columns are darker, for hair below other hair; from `DEEP` on they are in its shadow."""
TOP, KNEE, BOTTOM = 26.0, -6.0, -50.0
"""Heights (cm) at the texture's upper edge, where its scale changes, and at its lower edge."""
_KNEE_V = 0.82


def height_to_v(height: Array) -> Array:
    """The texture's v at a height: fine over the head, coarser for what hangs below the shoulders."""
    return np.asarray(np.interp(-height, [-TOP, -KNEE, -BOTTOM], [0.0, _KNEE_V, 1.0]))


def v_to_height(v: Array) -> Array:
    """The inverse of `height_to_v`."""
    return np.asarray(np.interp(v, [0.0, _KNEE_V, 1.0], [TOP, KNEE, BOTTOM]))


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mesh of hair, and for the rig the point of its path each vertex belongs to and how freely it hangs there."""

    points: Array
    normals: Array
    uvs: Array
    triangles: npt.NDArray[np.int64]
    path: Array
    freedom: Array
    group: str = "sides"

    @staticmethod
    def joined(meshes: Sequence[Drawn], group: str) -> Drawn:
        """Several as one."""
        starts = np.cumsum([0, *(len(mesh.points) for mesh in meshes)])
        return Drawn(
            np.concatenate([mesh.points for mesh in meshes]),
            np.concatenate([mesh.normals for mesh in meshes]),
            np.concatenate([mesh.uvs for mesh in meshes]),
            np.concatenate([mesh.triangles + start for mesh, start in zip(meshes, starts, strict=False)]),
            np.concatenate([mesh.path for mesh in meshes]),
            np.concatenate([mesh.freedom for mesh in meshes]),
            group,
        )

"""The blush of a shy face: a copy of the cheeks' own skin that lies just under it and comes up through it veil by veil."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from avatars.forge.head.face_mesh import FaceMesh
from avatars.forge.head.piece import Piece
from avatars.forge.head.pose import FacePose
from avatars.forge.head.surface import Array, smoothstep

_MIDDLE, _REACH = (4.20, 7.05), (2.15, 1.30)
_LAYERS = ((0.013, 0.044), (0.031, 0.064), (0.058, 0.077), (0.106, 0.091))
"""Four veils that appear at weights of about .23, .33, .43 and .54. For each: centimetres below the skin at rest and above it
when she blushes. A veil comes through the skin everywhere at once: one that rose in the middle first would show its rim."""


def blush_patch(face: FaceMesh) -> Piece:
    """Both cheeks. A morph moves vertices and cannot fade, so `blush` lifts them out.

    They share the skin's own triangles: any other net would cross it in blotches half way.
    """
    across = (np.abs(face.plain_rest[:, 0]) - _MIDDLE[0]) / _REACH[0]
    up = (face.plain_rest[:, 1] - _MIDDLE[1]) / _REACH[1]
    ahead = face.plain_rest[:, 2] > 0
    kept = face.triangles[((across**2 + up**2 < 1.2) & ahead)[face.triangles].all(axis=1)]
    used, triangles = np.unique(kept, return_inverse=True)
    normals = face.normals()[used]

    def shape(pose: FacePose) -> Array:
        skin = face.evaluate(pose)[used]
        veils = []
        for hidden, shown in _LAYERS:
            height = shown * pose.blush - hidden * (1 - pose.blush)
            veils.append(skin + normals * height)
        return np.concatenate(veils)

    uvs = np.clip(np.stack([across[used], -up[used]], axis=-1) / 2.2 + 0.5, 0, 1)
    net = triangles.reshape(-1, 3)
    stacked = np.concatenate([net + number * len(used) for number in range(len(_LAYERS))])
    return Piece("blush", "blush", shape, np.tile(normals, (len(_LAYERS), 1)), np.tile(uvs, (len(_LAYERS), 1)), stacked)


def blush_texture() -> npt.NDArray[np.uint8]:
    """Rose with soft edges (96, 128, 4)."""
    v, u = np.meshgrid(np.linspace(-1.1, 1.1, 96), np.linspace(-1.1, 1.1, 128), indexing="ij")
    alpha = 0.09 * smoothstep(0.98, 0.0, np.hypot(u, v))
    rose = np.broadcast_to(np.array([0.93, 0.42, 0.40]), (*u.shape, 3))
    return np.asarray((np.concatenate([rose, alpha[..., None]], axis=-1) * 255 + 0.5).astype(np.uint8))

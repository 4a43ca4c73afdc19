"""The blush of a shy face: a copy of the cheeks' own skin that lies just under it and comes up through it veil by veil."""

from __future__ import annotations

import numpy as np

from avatars.forge.head.face_mesh import FaceMesh, plain_face
from avatars.forge.head.piece import Piece
from avatars.forge.head.pose import EyePose, FacePose
from avatars.forge.head.surface import Array
from avatars.forge.head.veil_texture import veil

_REACH = (1.95, 1.15)
_LAYERS = ((0.020, 0.056), (0.052, 0.074))
"""Veils that appear at weights of about .26 and .41. For each: centimetres below the skin at rest and above it when she
blushes. A veil comes through the skin everywhere at once: one that rose in the middle first would show its rim."""


def cheek(face: FaceMesh) -> tuple[float, float]:
    """The middle of her left cheek's blush: under the outer half of the eye, between eye and mouth."""
    low = face.eyes.lids(EyePose())[1]
    x = 0.62 * float(low[:, 0].mean()) + 0.38 * float(low[-1, 0])
    return x, 0.62 * float(low[:, 1].min()) + 0.38 * face.mouth.height


def blush_patch(face: FaceMesh) -> Piece:
    """Both cheeks. A morph moves vertices and cannot fade, so `blush` lifts them out.

    They share the skin's own triangles: any other net would cross it in blotches half way.
    """
    plain = plain_face()
    x, y = cheek(plain)
    across = (np.abs(plain.rest[:, 0]) - x) / _REACH[0]
    up = (plain.rest[:, 1] - y) / _REACH[1]
    ahead = plain.rest[:, 2] > 0
    corners = ((across**2 + up**2 < 1.0) & ahead)[face.triangles]
    used, triangles = np.unique(face.triangles[corners.any(axis=1) & (across**2 + up**2 < 1.6)[face.triangles].all(axis=1)],
                                return_inverse=True)
    normals = face.normals()[used]

    def shape(pose: FacePose) -> Array:
        skin = face.evaluate(pose)[used]
        veils = []
        for hidden, shown in _LAYERS:
            height = shown * pose.blush - hidden * (1 - pose.blush)
            veils.append(skin + normals * height)
        return np.concatenate(veils)

    uvs = veil("blush", across[used] / 2 + 0.5, 0.5 - up[used] / 2)
    net = triangles.reshape(-1, 3)
    stacked = np.concatenate([net + number * len(used) for number in range(len(_LAYERS))])
    return Piece("blush", "blush", shape, np.tile(normals, (len(_LAYERS), 1)), np.tile(uvs, (len(_LAYERS), 1)), stacked)

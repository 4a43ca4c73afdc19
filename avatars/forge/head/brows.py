"""Brows: a strip above each eye that follows the eye's place and width; its hairs are painted in `strokes_texture`."""

from __future__ import annotations

import numpy as np

from avatars.forge.head.eye_shape import EyeShape, mirrored
from avatars.forge.head.lashes import eye_of
from avatars.forge.head.piece import Piece, forward, grid_triangles, sided
from avatars.forge.head.pose import EyePose, FacePose
from avatars.forge.head.strokes_texture import band
from avatars.forge.head.surface import Array, smoothstep
from avatars.forge.parameters import Person

_SPINE = np.array([(-0.03, 1.06), (0.16, 1.24), (0.40, 1.42), (0.64, 1.47), (0.86, 1.22), (1.06, 0.78)])
"""Across: 0 and 1 are the corners of the eye. Up: cm above the top of the upper lid, less the eye's own tilt."""
_ARCH = np.array([-0.04, -0.02, 0.02, 0.20, 0.10, -0.10])
_TILT = np.array([-0.26, -0.16, -0.02, 0.12, 0.24, 0.34])
_COLUMNS = 13
_FULL = 0.70
"""Width of the strip, cm; the hairs leave its edges free."""
_LONGER = 0.09
"""How much farther out the tail of a thick brow reaches, in widths of the eye."""


def brow(eyes: EyeShape, person: Person, side: int) -> Piece:
    """One brow, moved by the sliders ``brows.*``."""
    u = np.linspace(0, 1, _COLUMNS)
    spine = _spine(eyes, person, u)
    full = _FULL * (1 + 0.45 * person.slider("brows.thickness"))
    shares = np.array([-0.5, 0.0, 0.5])

    def shape(pose: FacePose) -> Array:
        eye = eye_of(pose, side)
        line = spine.copy()
        line[:, 1] += eye.brow * (0.8 + 0.2 * np.sin(np.pi * u)) + eye.brow_inner * (1 - u) ** 1.6 + eye.brow_outer * u**1.4
        line[:, 0] -= eye.brow_squeeze * (1 - u) ** 1.2
        along = np.gradient(line, axis=0)
        normal = np.stack([-along[:, 1], along[:, 0]], axis=-1)
        normal /= np.linalg.norm(normal, axis=1, keepdims=True)
        rows = np.stack([line + normal * full * share for share in shares])
        points = EyeShape.lift(eyes, rows, 0.0)
        points[..., 2] += 0.06
        return mirrored(points.reshape(-1, 3), side)

    uvs = band("brow", u[None], (shares + 0.5)[:, None]).reshape(-1, 2)
    return Piece(f"brow_{side}", "strokes", shape, forward(len(uvs)), uvs, sided(grid_triangles(3, _COLUMNS), side))


def _spine(eyes: EyeShape, person: Person, u: Array) -> Array:
    """The middle of the brow of her left eye, (n, 2), by the eye's corners and lid."""
    lid = eyes.lids(EyePose())[0]
    inner, outer = lid[0, 0], lid[-1, 0]
    rise = _SPINE[:, 1] + _ARCH * person.slider("brows.arch") + _TILT * person.slider("brows.tilt")
    steps = np.linspace(0, 1, len(_SPINE))
    across = np.interp(u, steps, _SPINE[:, 0]) + _LONGER * person.slider("brows.thickness") * u**2
    up = np.interp(u, steps, rise)
    for _ in range(2):
        up[1:-1] = (up[:-2] + 2 * up[1:-1] + up[2:]) / 4
    top = float(lid[:, 1].max()) + 0.5 * person.slider("brows.height")
    thin = 0.05 * smoothstep(0.9, 1.0, u)
    return np.stack([inner + across * (outer - inner), top + up - thin], axis=-1)

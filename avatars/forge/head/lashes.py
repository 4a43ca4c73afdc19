"""Lashes, the crease of the lid, and brows: thin strips that ride the lids and the skin."""

from __future__ import annotations

import numpy as np

from avatars.forge.head.details import cell
from avatars.forge.head.eye_shape import SAMPLES, EyeShape, mirrored
from avatars.forge.head.face_mesh import EYE_RINGS, LID_WEIGHT
from avatars.forge.head.piece import Piece, forward, grid_triangles, sided
from avatars.forge.head.pose import EyePose, FacePose
from avatars.forge.head.surface import Array, smoothstep
from avatars.forge.parameters import Person

_WING = (0.46, 0.16)
"""Past the outer corner: outward, up (cm)."""
_LASH_COLUMNS = 40


def _eye(pose: FacePose, side: int) -> EyePose:
    return pose.left if side > 0 else pose.right


def lid_weight(offsets: Array) -> Array:
    """How far skin at these offsets from the lid's edge keeps to the ball."""
    return np.asarray(np.interp(np.linalg.norm(offsets, axis=-1), EYE_RINGS, LID_WEIGHT))


def _sampled(curve: Array, t: Array) -> Array:
    return np.stack([np.interp(t, np.linspace(0, 1, SAMPLES), curve[:, i]) for i in range(2)], axis=-1)


def upper_lash(eyes: EyeShape, length: float, side: int) -> Piece:
    """The dark band on the upper lid, thick outward, drawn out to a wing."""
    t = np.linspace(0, 1, _LASH_COLUMNS)
    thick = (0.075 - 0.060 * smoothstep(0.8, 1.0, t) + 0.235 * np.sin(np.pi * t**1.2) ** 0.85) * length
    shares = np.array([0.0, 0.0, 0.35, 0.75, 1.0])
    away = _sampled(eyes.outward(eyes.lids(EyePose())[0], 1.0), t)
    reach = np.maximum((t - 0.70) / 0.30, 0) ** 1.5

    def shape(pose: FacePose) -> Array:
        eye = _eye(pose, side)
        up = _sampled(eyes.lids(eye)[0], t)
        shut = smoothstep(0.35, 1.0, eye.upper)
        direction = away * (1 - 0.2 * shut)
        wing = reach[:, None] * np.array([_WING[0] * (1 - 0.4 * shut), _WING[1] * (1 - 1.5 * shut)]) * length
        rows = [up + direction * (thick * share)[:, None] + wing * (0.72 + 0.28 * share) for share in shares]
        rows[0], rows[1] = up - [0.0, 0.01], rows[1] - [0.0, 0.045 * (1 - shut)]
        places = np.stack(rows)
        points = eyes.lift(places, lid_weight(places - up))
        points[..., 2] += 0.04 + 0.10 * reach + (0.22 * shares**1.5)[:, None] * (thick / 0.3)
        points[0] = eyes.lift(rows[0], 1.0, gap=-0.04)  # back to the ball: the rim of the lid is dark
        return mirrored(points.reshape(-1, 3), side)

    uvs = cell("lash", t[None], shares[:, None]).reshape(-1, 2)
    return Piece(
        f"lash_{side}", "details", shape, forward(len(uvs)), uvs, sided(grid_triangles(len(shares), _LASH_COLUMNS), side)
    )


def lower_lash(eyes: EyeShape, side: int) -> Piece:
    """A fine line under the outer part of the eye."""
    t = np.linspace(0, 1, SAMPLES)
    away = eyes.outward(eyes.lids(EyePose())[1], -1.0)
    thick = 0.012 + 0.062 * smoothstep(0.25, 0.9, t)
    shares = np.array([1.0, -0.35])

    def shape(pose: FacePose) -> Array:
        _, low = eyes.lids(_eye(pose, side))
        rows = np.stack([low + away * (thick * share)[:, None] for share in shares])
        return mirrored(eyes.lift(rows, lid_weight(rows - low)).reshape(-1, 3) + np.array([0, 0, 0.025]), side)

    uvs = cell("lower_lash", t[None], shares.clip(0)[:, None]).reshape(-1, 2)
    return Piece(f"lower_lash_{side}", "details", shape, forward(len(uvs)), uvs, sided(grid_triangles(2, SAMPLES), side))


def crease(eyes: EyeShape, side: int) -> Piece:
    """The fold above the upper lid."""
    t = np.linspace(0, 1, SAMPLES)
    rest = eyes.lids(EyePose())[0]
    height = 0.50 * np.sin(np.pi * np.clip(t * 0.86 + 0.10, 0, 1)) ** 0.6
    thick = 0.055 * np.sin(np.pi * t) ** 0.7
    shift = np.stack([0.10 * (t - 0.5), height], axis=-1)

    def shape(pose: FacePose) -> Array:
        eye = _eye(pose, side)
        up, _ = eyes.lids(eye)
        follow = 0.42 if eye.upper > 0 else 0.8
        line = rest + (up - rest) * follow + shift
        rows = np.stack([line, line + np.stack([0 * t, thick], axis=-1)])
        points = eyes.lift(rows, lid_weight(np.broadcast_to(shift, rows.shape))).reshape(-1, 3)
        points[:, 2] += 0.06 - 0.25 * eye.upper  # a closing lid draws its fold smooth
        return mirrored(points, side)

    uvs = cell("crease", t[None], np.array([0.0, 1.0])[:, None]).reshape(-1, 2)
    return Piece(f"crease_{side}", "details", shape, forward(len(uvs)), uvs, sided(grid_triangles(2, SAMPLES), side))


_BROW = np.array([(1.34, 12.58), (2.10, 12.84), (3.10, 13.05), (4.05, 13.05), (4.90, 12.73), (5.60, 12.20)])


def brow(eyes: EyeShape, person: Person, side: int) -> Piece:
    """A tapered stroke, softest at its inner end."""
    columns = 18
    u = np.linspace(0, 1, columns)
    steps = np.linspace(0, 1, len(_BROW))
    spine = np.stack([np.interp(u, steps, _BROW[:, i]) for i in range(2)], axis=-1)
    for _ in range(3):
        spine[1:-1] = (spine[:-2] + 2 * spine[1:-1] + spine[2:]) / 4
    spine[:, 1] += 0.5 * person.slider("brows.height")
    full = 0.42 * (1 + 0.5 * person.slider("brows.thickness"))
    thick = full * np.minimum((u / 0.16).clip(0, 1) ** 0.5 * 0.9 + 0.1, 1 - 0.92 * smoothstep(0.40, 1.03, u))
    shares = np.array([-0.5, 0.0, 0.5])

    def shape(pose: FacePose) -> Array:
        eye = _eye(pose, side)
        line = spine.copy()
        line[:, 1] += eye.brow * (0.8 + 0.2 * np.sin(np.pi * u)) + eye.brow_inner * (1 - u) ** 1.6 + eye.brow_outer * u**1.4
        line[:, 0] -= eye.brow_squeeze * (1 - u) ** 1.2
        along = np.gradient(line, axis=0)
        normal = np.stack([-along[:, 1], along[:, 0]], axis=-1)
        normal /= np.linalg.norm(normal, axis=1, keepdims=True)
        rows = np.stack([line + normal * (thick * share)[:, None] for share in shares])
        points = eyes.lift(rows, 0.0)
        points[..., 2] += 0.06
        return mirrored(points.reshape(-1, 3), side)

    uvs = cell("brow", u[None], (shares + 0.5)[:, None]).reshape(-1, 2)
    return Piece(f"brow_{side}", "details", shape, forward(len(uvs)), uvs, sided(grid_triangles(3, columns), side))

"""Lashes and the crease of the lid: soft strips that ride the lids. The strokes themselves are in `strokes_texture`."""

from __future__ import annotations

import numpy as np

from avatars.forge.head.eye_shape import SAMPLES, EyeShape, mirrored
from avatars.forge.head.face_mesh import EYE_RINGS, LID_WEIGHT
from avatars.forge.head.piece import Piece, forward, grid_triangles, sided
from avatars.forge.head.pose import EyePose, FacePose
from avatars.forge.head.strokes_texture import EDGE, band
from avatars.forge.head.surface import Array, smoothstep

_WING = (0.42, 0.20)
"""Past the outer corner: outward, up (cm)."""
_REACH = 0.78
"""From the lid's edge to the far side of the upper lashes' strip, cm; the longest tip covers two thirds of it."""
_LOWER_REACH = 0.34
_COLUMNS, _LOWER_COLUMNS, _CREASE_COLUMNS = 22, 14, 13


def eye_of(pose: FacePose, side: int) -> EyePose:
    """The eye of one side: +1 is her left."""
    return pose.left if side > 0 else pose.right


def lid_weight(offsets: Array) -> Array:
    """How far skin at these offsets from the lid's edge keeps to the ball."""
    return np.asarray(np.interp(np.linalg.norm(offsets, axis=-1), EYE_RINGS, LID_WEIGHT))


def sampled(curve: Array, t: Array) -> Array:
    """A lid curve (SAMPLES, 2) at places t of 0..1."""
    return np.stack([np.interp(t, np.linspace(0, 1, SAMPLES), curve[:, i]) for i in range(2)], axis=-1)


def upper_lash(eyes: EyeShape, length: float, side: int) -> Piece:
    """The upper lashes, drawn out to a wing. A closing lid turns them down; shut, they are all of the eye, and thicker."""
    t = np.linspace(0, 1, _COLUMNS)
    shares = np.array([0.0, EDGE, 0.5, 1.0])
    away = sampled(eyes.outward(eyes.lids(EyePose())[0], 1.0), t)
    away[t > 0.85] = away[t <= 0.85][-1]  # round the corner the strip would fan out
    opening = float(np.subtract(*eyes.lids(EyePose()))[:, 1].max())
    past = np.maximum((t - 0.70) / 0.30, 0) ** 1.5
    reach = _REACH * (0.62 + 0.38 * length) * (0.72 + 0.28 * smoothstep(0.0, 0.5, t))

    def shape(pose: FacePose) -> Array:
        eye = eye_of(pose, side)
        up, low = (sampled(lid, t) for lid in eyes.lids(eye))
        shut = smoothstep(0.35, 1.0, eye.upper)
        met = smoothstep(0.30, 0.0, float((up - low)[:, 1].max()) / opening)
        direction = away * [1 - 0.3 * shut, 1 - 1.85 * shut]
        wing = past[:, None] * np.array([_WING[0] * (1 - 0.4 * shut), _WING[1] * (1 - 1.6 * shut)]) * length
        far = reach[:, None] * (1 + 0.40 * met)
        rows = [up + direction * far * (share - EDGE) + wing * (0.7 + 0.3 * share) for share in shares]
        rows[0] = up - [0.0, 0.035 * (1 - shut)] - direction * 0.07 * met + wing * 0.7
        places = np.stack(rows)
        points = eyes.lift(places, lid_weight(places - up))
        points[..., 2] += 0.05 + 0.08 * past + (0.26 * shares**1.5)[:, None] * (1 - 0.4 * shut)
        points[0] += (eyes.lift(rows[0], 1.0, gap=0.06) - points[0]) * (1 - met)  # back to the ball: the lid's rim is dark
        return mirrored(points.reshape(-1, 3), side)

    uvs = band("lash", t[None], shares[:, None]).reshape(-1, 2)
    return _strip(f"lash_{side}", shape, uvs, len(shares), _COLUMNS, side)


def lower_lash(eyes: EyeShape, length: float, side: int) -> Piece:
    """A fine line under the outer part of the eye."""
    t = np.linspace(0, 1, _LOWER_COLUMNS)
    away = sampled(eyes.outward(eyes.lids(EyePose())[1], -1.0), t)
    shares = np.array([1.0, 0.0])
    reach = _LOWER_REACH * (0.6 + 0.4 * length)

    def shape(pose: FacePose) -> Array:
        low = sampled(eyes.lids(eye_of(pose, side))[1], t)
        rows = np.stack([low + away * reach * (share - EDGE) for share in shares])
        return mirrored(eyes.lift(rows, lid_weight(rows - low)).reshape(-1, 3) + np.array([0, 0, 0.03]), side)

    uvs = band("lower_lash", t[None], shares[:, None]).reshape(-1, 2)
    return _strip(f"lower_lash_{side}", shape, uvs, len(shares), _LOWER_COLUMNS, side)


def crease(eyes: EyeShape, side: int) -> Piece:
    """The fold above the upper lid; a closing lid draws it smooth and it sinks under the skin."""
    t = np.linspace(0, 1, _CREASE_COLUMNS)
    rest = sampled(eyes.lids(EyePose())[0], t)
    height = 0.46 * np.sin(np.pi * np.clip(t * 0.84 + 0.10, 0, 1)) ** 0.6
    shift = np.stack([0.14 * (t - 0.45), height], axis=-1)

    def shape(pose: FacePose) -> Array:
        eye = eye_of(pose, side)
        up = sampled(eyes.lids(eye)[0], t)
        line = rest + (up - rest) * (0.42 if eye.upper > 0 else 0.8) + shift
        rows = np.stack([line - np.array([0.0, 0.07]), line + np.array([0.0, 0.07])])
        points = eyes.lift(rows, lid_weight(np.broadcast_to(shift, rows.shape))).reshape(-1, 3)
        points[:, 2] += 0.07 - 0.25 * smoothstep(0.3, 1.0, eye.upper)
        return mirrored(points, side)

    uvs = band("crease", t[None], np.array([0.0, 1.0])[:, None]).reshape(-1, 2)
    return _strip(f"crease_{side}", shape, uvs, 2, _CREASE_COLUMNS, side)


def _strip(name: str, shape: object, uvs: Array, rows: int, columns: int, side: int) -> Piece:
    return Piece(name, "strokes", shape, forward(len(uvs)), uvs, sided(grid_triangles(rows, columns), side))  # type: ignore[arg-type]

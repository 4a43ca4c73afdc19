"""Ears: helix, fold, hollow, tragus and lobe, lofted around the hollow and half hidden by hair."""

from __future__ import annotations

import numpy as np
from scipy.interpolate import CubicSpline

from avatars.forge.head.eye_shape import mirrored
from avatars.forge.head.piece import Piece, sided
from avatars.forge.head.surface import Array, HeadSurface, unit
from avatars.forge.head.texture_map import EAR_CORNER

_AROUND = 18
_PARTS = np.array([0.0, 0.30, 0.50, 0.68, 0.82, 0.94, 1.0, 0.78])
"""Rings from the hollow over the rim and, the last one, around to the back: reach as part of the outline."""
_OUTLINE = [
    (0, 1.46), (30, 1.74), (60, 2.28), (90, 2.58), (115, 2.30), (140, 1.62), (180, 1.15), (215, 1.35), (245, 2.06), (268, 2.58),
    (290, 2.34), (315, 1.78), (340, 1.54), (360, 1.46),
]
"""Degrees from straight back, counter-clockwise on her left ear (90 is up), and reach in cm."""
_MIDDLE = (-0.10, 9.05, -1.55)
"""From the side of the head: outward, then height and depth."""
_LEVEL = 9.4
_LEAN = 0.40
"""Radians by which an ear stands off the head."""


def _scale(surface: HeadSurface) -> float:
    return 1 + 0.16 * float(surface.shape.get("ears.size", 0.0))


def _middle(surface: HeadSurface) -> Array:
    return np.array([float(surface.width(_LEVEL)) + _MIDDLE[0], *_MIDDLE[1:]])


def _frame() -> tuple[Array, Array, Array]:
    """Directions backward, up and outward of her left ear."""
    backward = np.array([np.sin(_LEAN), 0.0, -np.cos(_LEAN)])
    upward = unit(np.array([0.06, 1.0, -0.20]))
    outward = unit(np.cross(upward, backward))
    return backward, upward, outward * np.sign(outward[0])


def lobe(surface: HeadSurface) -> Array:
    """The lower end of her left ear."""
    backward, upward, outward = _frame()
    low = _on_ear(np.array(np.radians(268.0)), np.array(0.80))
    return np.asarray(_middle(surface) + (low[0] * backward + low[1] * upward + low[2] * outward) * _scale(surface))


def place(surface: HeadSurface, degrees: float, part: float, out: float = 0.0) -> Array:
    """A place of her left ear: an angle (0 straight back, 90 up), a part of the way to its outline, and `out` cm before it."""
    axes = np.stack(_frame())
    local = _on_ear(np.array(np.radians(degrees)), np.array(part)) + np.array([0.0, 0.0, out])
    return np.asarray(_middle(surface) + (local @ axes) * _scale(surface))


def ear(surface: HeadSurface, side: int) -> Piece:
    """One ear."""
    turn = np.arange(_AROUND) * 2 * np.pi / _AROUND + 0.21
    turns, parts = np.meshgrid(turn, _PARTS)
    local, normals = _on_ear(turns, parts), _normals(turns, parts)
    local[-1, :, 2] -= 0.62  # the back of the rim
    normals[-1] = normals[-2] * [0.6, 0.6, 0.0] - [0.0, 0.0, 0.8]
    backward, upward, outward = _frame()
    axes = np.stack([backward, upward, outward])
    rest = mirrored((_middle(surface) + local @ axes * _scale(surface)).reshape(-1, 3), side)
    index = np.arange(len(_PARTS) * _AROUND).reshape(len(_PARTS), _AROUND)
    a, b = index[:-1], index[1:]
    c, d = np.roll(b, -1, axis=1), np.roll(a, -1, axis=1)
    triangles = np.concatenate([np.stack([a, b, c], axis=-1).reshape(-1, 3), np.stack([a, c, d], axis=-1)[1:].reshape(-1, 3)])
    flipped = np.cross(backward, upward) @ outward > 0
    reach = np.stack([np.cos(turns), -np.sin(turns)], axis=-1) * parts[..., None]
    return Piece(
        f"ear_{side}",
        "face",
        lambda _: rest,
        mirrored(unit(normals.reshape(-1, 3) @ axes), side),
        ((reach.reshape(-1, 2) * 0.96 + 1) / 2) * EAR_CORNER,
        sided(triangles if flipped else triangles[:, ::-1], side),
    )


def _on_ear(turn: Array, part: Array) -> Array:
    """Backward, up and outward (..., 3) of a place of the ear: an angle and a part of the way to the outline, cm."""
    degrees, reach = zip(*_OUTLINE, strict=True)
    reach_at = CubicSpline(np.radians(degrees), reach, bc_type="periodic")(turn)
    back, up = np.cos(turn) * reach_at * part, np.sin(turn) * reach_at * part
    return np.stack([back, up, _height(turn, part, back, up)], axis=-1)


def _height(turn: Array, part: Array, back: Array, up: Array) -> Array:
    """How far a place stands out of the ear's plane, cm."""
    away = np.cos(turn - np.radians(70.0))  # 1 at the top of the rim, behind
    rim = np.clip(0.62 + 0.55 * away, 0, 1) * np.exp(-(((part - 0.93) / 0.085) ** 2))
    fold = np.clip(0.45 + 0.75 * np.cos(turn - np.radians(20.0)), 0, 1) * np.exp(-(((part - 0.56) / 0.13) ** 2))
    hollow = np.exp(-(((back + 0.15) / 0.62) ** 2 + ((up + 0.15) / 0.78) ** 2))
    tragus = np.exp(-(((back + 0.86) / 0.30) ** 2 + ((up + 0.25) / 0.42) ** 2))
    soft_lobe = np.exp(-(((back + 0.10) / 0.75) ** 2 + ((up + 2.0) / 0.75) ** 2))
    rooted = np.clip(-np.cos(turn), 0, 1) ** 2 * np.clip((part - 0.55) / 0.45, 0, 1)
    edge = np.clip((part - 0.95) / 0.05, 0, 1)
    height = 0.10 + 0.34 * rim + 0.26 * fold - 0.50 * hollow + 0.30 * tragus + 0.10 * soft_lobe
    return np.asarray(height - 0.85 * rooted - 0.20 * edge)


def _normals(turn: Array, part: Array) -> Array:
    """In the ear's own frame: by differences of the true shape, calmed toward the outside."""
    step = 0.05
    part = np.maximum(part, 0.06)
    along = _on_ear(turn, part + step) - _on_ear(turn, part - step)
    around = _on_ear(turn + step, part) - _on_ear(turn - step, part)
    normals = unit(np.cross(along, around))
    return unit(normals * np.sign(normals[..., 2:3] + 1e-9) * 0.6 + np.array([0.0, 0.0, 0.4]))

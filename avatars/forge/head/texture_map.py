"""Where a place of the skin lies in the face texture: the azimuthal map, full size on the face, pressed together behind."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from avatars.forge.head.surface import Array

_FULL = 1.2
"""Radians from the map's middle that keep their size."""
_AT_FULL, _RIM, _PRESS = 0.36, 0.139, 2.12
EAR_CORNER = 0.135
"""The square of the texture's corner that the ears use; the map is round and leaves it free."""


def _radius(angle: Array) -> Array:
    beyond = np.maximum(angle - _FULL, 0)
    pressed = (1 - np.exp(-beyond * _PRESS)) / (1 - np.exp(-(np.pi - _FULL) * _PRESS))
    return np.asarray(np.minimum(angle, _FULL) * (_AT_FULL / _FULL) + _RIM * pressed)


def _angle(radius: Array) -> Array:
    pressed = np.clip((radius - _AT_FULL) / _RIM, 0, 1) * (1 - np.exp(-(np.pi - _FULL) * _PRESS))
    return np.asarray(np.minimum(radius, _AT_FULL) * (_FULL / _AT_FULL) - np.log1p(-pressed) / _PRESS)


def uv_of(plane: Array) -> Array:
    """Texture coordinates (v down) of points of the azimuthal map."""
    angle = np.hypot(plane[..., 0], plane[..., 1])
    scale = np.where(angle > 1e-9, _radius(angle) / np.maximum(angle, 1e-9), _AT_FULL / _FULL)
    return 0.5 + plane * scale[..., None] * [1, -1]


def plane_of(uv: Array) -> npt.NDArray[np.float64]:
    """The inverse of `uv_of`."""
    offset = (uv - 0.5) * [1, -1]
    radius = np.hypot(offset[..., 0], offset[..., 1])
    scale = np.where(radius > 1e-9, _angle(np.minimum(radius, 0.4985)) / np.maximum(radius, 1e-9), _FULL / _AT_FULL)
    return np.asarray(offset * scale[..., None])

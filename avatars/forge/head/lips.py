"""The lips' own part of the skin: the same net and paint, but without the drawn outline, which would whisker their corners."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from avatars.forge.head.face_rings import BLOCKS
from avatars.forge.head.face_texture import SIZE
from avatars.forge.head.piece import Piece
from avatars.forge.head.surface import Array

_MARGIN = 6
"""Pixels around the lips that come along, for smooth edges."""


def _on_lips(skin: Piece) -> npt.NDArray[np.bool_]:
    """Which triangles of the skin belong to the rings around the mouth and their inward rim."""
    block, rings = BLOCKS[2]
    around = (block.stop - block.start) // rings
    rim = np.arange(len(skin.uvs)) >= len(skin.uvs) - around
    own = np.zeros(len(skin.uvs), dtype=bool)
    own[block] = True
    return np.asarray((own | rim)[skin.triangles].all(axis=1))


def without_lips(skin: Piece) -> Piece:
    """The skin without its lips."""
    return replace(skin, triangles=skin.triangles[~_on_lips(skin)])


def lips_of(skin: Piece) -> Piece:
    """The lips as a piece of their own, which shows `lips_texture`."""
    used, triangles = np.unique(skin.triangles[_on_lips(skin)], return_inverse=True)
    low, high = _window(skin.uvs[used])
    uvs = (skin.uvs[used] * SIZE - low) / (high - low)
    return Piece("lips", "lips", lambda pose: skin.shape(pose)[used], skin.normals[used], uvs, triangles.reshape(-1, 3))


def lips_texture(skin: Piece, texture: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """The section of the skin's texture (SIZE, SIZE, 3) that the lips show."""
    low, high = lips_window(skin)
    return np.ascontiguousarray(texture[low[1] : high[1], low[0] : high[0]])


def lips_window(skin: Piece) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """First and last pixel, across and down, of the section that the lips show."""
    return _window(skin.uvs[np.unique(skin.triangles[_on_lips(skin)])])


def _window(uvs: Array) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """First and last pixel, across and down, of a window around texture places."""
    places = uvs * SIZE
    return np.floor(places.min(axis=0)).astype(np.int64) - _MARGIN, np.ceil(places.max(axis=0)).astype(np.int64) + _MARGIN

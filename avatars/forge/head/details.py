"""One small texture for all opaque painted details: mouth, teeth, tongue, the white of the eye, gold."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from avatars.forge.head.surface import Array, smoothstep
from avatars.forge.parameters import Colour, Person
from avatars.forge.skin import complexion

SIZE = 512
_CELL = 128
_CELLS = {"mouth": (0, 0), "teeth": (1, 0), "tongue": (2, 0), "highlight": (3, 0), "white": (0, 1), "gold": (2, 1)}


def cell(name: str, u: npt.ArrayLike, v: npt.ArrayLike) -> Array:
    """Texture coordinates inside a named cell for u, v in 0..1, clear of its neighbours."""
    column, row = _CELLS[name]
    span = 2 if name == "white" else 1
    u, v = np.broadcast_arrays(np.asarray(u, dtype=np.float64), np.asarray(v, dtype=np.float64))
    inner = np.stack([np.clip(u, 0, 1), np.clip(v, 0, 1)], axis=-1) * (span * _CELL - 8) + 4
    return np.asarray((inner + np.array([column, row]) * _CELL) / SIZE)


def _mix(a: Colour | Array, b: Colour | Array, t: Array) -> Array:
    return np.asarray(a) * (1 - t[..., None]) + np.asarray(b) * t[..., None]


def detail_texture(person: Person) -> npt.NDArray[np.uint8]:
    """The texture (SIZE, SIZE, 3)."""
    picture = np.full((SIZE, SIZE, 3), complexion(person.skin).base, dtype=np.float64)
    for name, (column, row) in _CELLS.items():
        side = _CELL * (2 if name == "white" else 1)
        v, u = np.mgrid[0:side, 0:side] / (side - 1)
        picture[row * _CELL : row * _CELL + side, column * _CELL : column * _CELL + side] = _paint(name, u, v)
    return (np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8)


def _paint(name: str, u: Array, v: Array) -> Array:
    if name == "mouth":
        return _mix((0.64, 0.28, 0.28), (0.32, 0.09, 0.11), smoothstep(0.0, 0.75, v))
    if name == "teeth":
        return _mix(
            (1.0, 0.985, 0.965),
            (0.90, 0.80, 0.79),
            np.maximum(smoothstep(0.5, 1.0, np.abs(2 * u - 1)), smoothstep(0.45, 1.0, v)),
        )
    if name == "tongue":
        return _mix((0.93, 0.56, 0.55), (0.72, 0.32, 0.33), smoothstep(0.35, 1.0, np.hypot(2 * u - 1, v)))
    if name == "gold":
        glint = np.exp(-(((u - 0.62) / 0.14) ** 2 + ((v - 0.42) / 0.12) ** 2))
        return _mix(_mix((0.95, 0.76, 0.42), (0.68, 0.43, 0.20), smoothstep(0.45, 0.95, v)), (1.0, 0.97, 0.85), glint)
    if name == "highlight":
        return np.ones((*u.shape, 3))
    return _white(u, v)


def _white(u: Array, v: Array) -> Array:
    """The white of the eye: warm, in the shadow of the upper lid (v = 1), rosy at the corners."""
    base = _mix((0.985, 0.972, 0.962), (0.79, 0.76, 0.82), smoothstep(0.34, 0.74, v))
    corner = np.maximum(smoothstep(0.20, 0.0, u), 0.6 * smoothstep(0.90, 1.0, u))
    return _mix(base, (0.93, 0.72, 0.70), corner * 0.55)

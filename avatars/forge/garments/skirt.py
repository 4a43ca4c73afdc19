"""A pleated mid-calf skirt in a warm check, which swings on its own bones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.check import check_texture
from avatars.forge.drape import CENTRE_Z, skirt_rig, skirt_weights
from avatars.forge.part import Made, Material, Part
from avatars.forge.sdf.fields import loft, ramp

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field

_PLEATS, _STEPS, _ROWS = 20, 5, 12
_TOP, _HIPS, _HEM = 0.985, 0.835, 0.335
PROFILE = (
    # y, half-width, half-depth
    (0.335, 0.2150, 0.1920),
    (0.480, 0.1960, 0.1720),
    (0.640, 0.1792, 0.1517),
    (0.780, 0.1655, 0.1315),
    (0.860, 0.1610, 0.1220),
    (0.920, 0.1580, 0.1165),
    (0.955, 0.1525, 0.1100),
    (0.985, 0.1470, 0.1040),
)


def envelope() -> Field:
    """About the outside of the pleats, for what is worn over them."""
    return loft("y", [(y, a + 0.004, b + 0.004, 0.0, CENTRE_Z) for y, a, b in PROFILE])


def _surface(s: Doubles, y: Doubles) -> Doubles:
    """Points of the skirt at share `s` round it (0 behind) and height `y`."""
    rows = np.array(PROFILE)
    a, b = np.interp(y, rows[:, 0], rows[:, 1]), np.interp(y, rows[:, 0], rows[:, 2])
    open_ = 1.0 - ramp(0.60, 0.93, y)
    phase = (s * _PLEATS) % 1.0
    # A knife pleat: a long face that rises slowly, then turns under at once.
    rise = np.where(phase < 0.80, phase / 0.80, (1.0 - phase) / 0.20)
    depth = 0.0030 + 0.0150 * open_
    lean = 0.0045 * open_ * np.sin(2 * np.pi * s * 5 + 9 * y)
    angle = 2 * np.pi * (s - 0.5 + 0.35 / _PLEATS * open_ * (rise - 0.5) * np.where(phase < 0.80, 0.4, 1.0))
    grow = depth * (rise - 0.5) + lean
    x, z = (a + grow) * np.sin(angle), CENTRE_Z + (b + grow) * np.cos(angle)
    hem = 0.004 * np.sin(2 * np.pi * s * 3) * (1 - ramp(_HEM, 0.6, y))
    return np.stack([x, y + hem, z], axis=-1)


def make_skirt(outfits: tuple[str, ...]) -> Made:
    """The skirt for these outfits."""
    columns = _PLEATS * _STEPS
    # Close together where the pleat turns under.
    fraction = np.array([0.0, 0.34, 0.66, 0.80, 0.90])
    s = np.append(((np.arange(columns) // _STEPS) + fraction[np.arange(columns) % _STEPS]) / _PLEATS, 1.0)
    # The hem is turned up: its last two rows run back inside.
    # Closer where a hem may hang over it.
    y = np.concatenate([np.linspace(_TOP, _HIPS, 7)[:-1], np.linspace(_HIPS, _HEM, _ROWS - 3), [_HEM - 0.001, _HEM + 0.030]])
    inward = np.concatenate([np.zeros(len(y) - 2), [0.0018, 0.0045]])
    ss, yy = np.meshgrid(s, y)
    points = _surface(ss, yy)
    normals = _normals(ss, yy)
    points = points - normals * inward[:, None, None]
    normals[-1:] *= -1.0
    wide = len(s)
    index = np.arange(len(y) * wide).reshape(len(y), wide)
    a, b, c, d = index[:-1, :-1], index[:-1, 1:], index[1:, :-1], index[1:, 1:]
    triangles = np.concatenate([np.stack([a, c, b], -1).reshape(-1, 3), np.stack([b, c, d], -1).reshape(-1, 3)])
    flat = points.reshape(-1, 3)
    names, table = skirt_weights(flat)
    joints, springs = skirt_rig()
    cloth = Part(
        name="skirt",
        positions=flat.astype(np.float32),
        normals=normals.reshape(-1, 3).astype(np.float32),
        uvs=np.stack([ss * 4.0, (_TOP - yy) / (_TOP - _HEM)], axis=-1).reshape(-1, 2).astype(np.float32),
        triangles=triangles.astype(np.uint32),
        material="check",
        joints=names,
        weights=table.astype(np.float32),
        outfits=outfits,
    )
    check = Material(
        "check", texture=check_texture(), shade=(0.76, 0.68, 0.74), shift=0.05, soft=0.10, double_sided=True, palette=True
    )
    return Made((cloth,), (check,), joints, springs)


def _normals(s: Doubles, y: Doubles) -> Doubles:
    h, g = 0.16 / _PLEATS, 0.004
    across = _surface(s + h, y) - _surface(s - h, y)
    down = _surface(s, y - g) - _surface(s, y + g)
    normal = np.cross(down, across)
    unit: Doubles = normal / np.linalg.norm(normal, axis=-1, keepdims=True)
    return unit

"""The soles of shoes: rings along the foot's outline, exact where a distance field would blur."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.interpolate import PchipInterpolator

from avatars.forge.sdf.fields import ramp
from avatars.forge.sdf.meshing import Mesh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from avatars.forge.sdf.fields import Doubles

# Along the left foot: z, half-width and middle of the outline.
OUTLINE = (
    (-0.088, 0.0000, 0.097),
    (-0.085, 0.0125, 0.097),
    (-0.078, 0.0220, 0.097),
    (-0.060, 0.0305, 0.097),
    (-0.020, 0.0325, 0.098),
    (0.030, 0.0350, 0.101),
    (0.070, 0.0425, 0.104),
    (0.110, 0.0420, 0.105),
    (0.140, 0.0345, 0.1045),
    (0.157, 0.0225, 0.103),
    (0.163, 0.0130, 0.1025),
    (0.166, 0.0000, 0.102),
)
_STEPS = 24


def toe_spring(z: Doubles) -> Doubles:
    """How far the sole lifts off the ground towards the toe."""
    return 0.009 * ramp(0.085, 0.175, z) ** 2


def outline(grow: float, back: float = -1.0, front: float = 1.0) -> tuple[Doubles, Doubles]:
    """Points (n,2) of the outline in x, z, counter-clockwise from above, and outward normals (n,2)."""
    rows = np.array(OUTLINE)
    low, high = max(back, rows[0, 0]), min(front, rows[-1, 0])
    # Denser at both ends, where the outline turns.
    t = 0.5 - 0.5 * np.cos(np.linspace(0, np.pi, _STEPS))
    z = low + (high - low) * t
    half = PchipInterpolator(rows[:, 0], rows[:, 1])(z)
    middle = PchipInterpolator(rows[:, 0], rows[:, 2])(z)
    left = np.stack([middle + half, z], axis=1)
    right = np.stack([middle - half, z], axis=1)
    loop = np.concatenate([left, right[::-1]])
    keep = np.linalg.norm(loop - np.roll(loop, 1, axis=0), axis=1) > 1e-6
    loop = loop[keep]
    along = np.roll(loop, -1, axis=0) - np.roll(loop, 1, axis=0)
    normal = np.stack([along[:, 1], -along[:, 0]], axis=1)
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    return loop + normal * grow, normal


def slab(profile: Sequence[tuple[float, float]], back: float = -1.0, front: float = 1.0) -> Mesh:
    """A sole through `profile` rows (height, outwards), lowest first, closed below and above."""
    rings, normals = [], []
    heights = np.array([p[0] for p in profile])
    grows = np.array([p[1] for p in profile])
    tilt = np.gradient(grows) / np.maximum(np.abs(np.gradient(heights)), 1e-4)
    for height, grow, slope in zip(heights, grows, tilt, strict=True):
        loop, normal = outline(float(grow), back, front)
        rings.append(np.stack([loop[:, 0], height + toe_spring(loop[:, 1]), loop[:, 1]], axis=1))
        upright = np.stack([normal[:, 0], np.full(len(normal), -np.clip(slope, -2.0, 2.0)), normal[:, 1]], axis=1)
        normals.append(upright / np.linalg.norm(upright, axis=1, keepdims=True))
    count = len(rings[0])
    following = (np.arange(count) + 1) % count
    faces = []
    for ring in range(len(rings) - 1):
        a, b = np.arange(count) + ring * count, following + ring * count
        faces += [np.stack([a, a + count, b], axis=1), np.stack([b, a + count, b + count], axis=1)]
    base = len(rings) * count
    positions, turned = [*rings], [*normals]
    for ring, sign in ((0, -1.0), (-1, 1.0)):
        cap = rings[ring]
        positions += [cap, cap.mean(axis=0, keepdims=True)]
        turned.append(np.tile([0.0, sign, 0.0], (count + 1, 1)))
        a, b, middle = np.arange(count) + base, following + base, np.full(count, base + count)
        faces.append(np.stack([a, b, middle] if sign > 0 else [b, a, middle], axis=1))
        base += count + 1
    mesh = Mesh(np.concatenate(positions), np.concatenate(turned), np.concatenate(faces))
    return _outward(mesh)


def _outward(mesh: Mesh) -> Mesh:
    """Triangles turned so that they agree with the normals."""
    a, b, c = (mesh.positions[mesh.triangles[:, i]] for i in range(3))
    facing = (np.cross(b - a, c - a) * mesh.normals[mesh.triangles].mean(axis=1)).sum(axis=1)
    triangles = np.where((facing < 0)[:, None], mesh.triangles[:, ::-1], mesh.triangles)
    return Mesh(mesh.positions, mesh.normals, triangles)

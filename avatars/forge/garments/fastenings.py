"""Buttons, toggles, cords and tabs, as shapes that show in the outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.garments.strips import front_points, set_on
from avatars.forge.garments.trims import agreeing, cord
from avatars.forge.mesh_edit import joined
from avatars.forge.sdf.meshing import Mesh
from avatars.forge.sdf.rings import normals_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from avatars.forge.sdf.fields import Doubles, Field


def button(at: Doubles, normal: Doubles, radius: float, high: float = 0.0022, sides: int = 8) -> Mesh:
    """A flat round button on a place (3,), its rim rounded."""
    normal = normal / np.linalg.norm(normal)
    beside = np.cross(normal, [0.0, 1.0, 0.0])
    beside /= max(float(np.linalg.norm(beside)), 1e-9)
    above = np.cross(beside, normal)
    angle = np.arange(sides) * 2 * np.pi / sides
    ring = np.cos(angle)[:, None] * beside + np.sin(angle)[:, None] * above
    positions = np.concatenate([at + ring * radius, at + ring * radius * 0.86 + normal * high, [at + normal * high * 0.75]])
    normals = np.concatenate([ring, ring * 0.35 + normal * 0.93, [normal]])
    k = np.arange(sides)
    n = (k + 1) % sides
    faces = np.concatenate(
        [
            np.stack([k, n, k + sides], 1),
            np.stack([n, n + sides, k + sides], 1),
            np.stack([k + sides, n + sides, np.full(sides, 2 * sides)], 1),
        ]
    )
    return Mesh(positions, normals, agreeing(positions, normals, faces))


def buttons(
    ground: Field,
    places: Sequence[tuple[float, float]],
    radius: float,
    room: float = 0.002,
    face: float = 1.0,
    high: float = 0.0024,
) -> Mesh:
    """Buttons on the front at places (x, y)."""
    points = front_points(ground, places, face)
    normals = normals_of(ground, points)
    return joined(*(button(p + n * room, n, radius, high) for p, n in zip(points, normals, strict=True)))


def on_points(ground: Field, points: Doubles, radius: float, room: float = 0.002) -> Mesh:
    """Buttons at points (n,3) near the ground."""
    there = set_on(points, ground, 0.0)
    normals = normals_of(ground, there)
    return joined(*(button(p + n * room, n, radius) for p, n in zip(there, normals, strict=True)))


def piping(line: Doubles, ground: Field, room: float = 0.001, radius: float = 0.0016, sides: int = 4) -> Mesh:
    """A cord along a line on the ground."""
    return cord(set_on(line, ground, room), radius, sides)


def peg(ground: Field, place: tuple[float, float], long: float, radius: float, room: float = 0.008) -> Mesh:
    """A toggle's wooden peg, lying across."""
    at = front_points(ground, [place])[0] + np.array([0.0, 0.0, room])
    t = np.linspace(-0.5, 0.5, 7)
    line = at + np.stack([t * long, 0.0 * t, -0.10 * long * (2 * t) ** 2], axis=1)
    return cord(line, radius * np.array([0.35, 0.85, 1.0, 0.92, 1.0, 0.85, 0.35]), 7)


def loop(
    ground: Field, start: tuple[float, float], end: tuple[float, float], radius: float, room: float = 0.004, gap: float = 0.006
) -> Mesh:
    """A cord sewn down at `start` that runs double across to the peg at `end`."""
    made = []
    for off in (gap, -gap):
        x = np.linspace(start[0], end[0], 6)
        y = np.linspace(start[1] + off, end[1] + 0.3 * off, 6)
        line = front_points(ground, list(zip(x.tolist(), y.tolist(), strict=True)))
        line[:, 2] += room
        made.append(cord(line, radius, 5))
    return joined(*made)

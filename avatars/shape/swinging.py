"""What springs need to know of a new shape: where colliders lie and how thick they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from avatars.shape.bends import Points
from avatars.shape.body_shape import BodyShape
from avatars.vrm.model import Collider, Spring, Vec3

_COMPASS = np.concatenate([np.eye(3), -np.eye(3)])
_TURNS = np.arange(6) * (np.pi / 3)


def resprung(springs: tuple[Spring, ...], old: BodyShape, new: BodyShape, before: Points, after: Points) -> tuple[Spring, ...]:
    """The springs with their colliders bent from `old` to `new`; `before` and `after` are the places (n,3) of all nodes."""
    known = list(dict.fromkeys(collider for spring in springs for collider in spring.colliders))
    moved = dict(zip(known, carried(known, old, new, before, after), strict=True))
    return tuple(replace(spring, colliders=tuple(moved[c] for c in spring.colliders)) for spring in springs)


def carried(colliders: Sequence[Collider], old: BodyShape, new: BodyShape, before: Points, after: Points) -> list[Collider]:
    """Colliders with the flesh around them: a radius grows as much as the flesh does, for a capsule across it."""
    if not colliders:
        return []
    probes = np.stack([_probes(collider) + before[collider.node] for collider in colliders])
    there = new.moved(old.restored(probes.reshape(-1, 3))).reshape(probes.shape)
    grown = _spread(there) / np.maximum(_spread(probes), 1e-9)
    made = []
    for collider, points, factor in zip(colliders, there, grown, strict=True):
        at = after[collider.node]
        radius = collider.radius * float(factor)
        made.append(Collider(collider.node, _vector(points[0] - at), _vector(points[1] - at), radius))
    return made


def _probes(collider: Collider) -> Points:
    """Both ends, the middle, and six points around it (9,3)."""
    ends = np.array([collider.offset, collider.tail], dtype=np.float64)
    along, middle = ends[1] - ends[0], ends.mean(axis=0)
    rays = _COMPASS
    length = float(np.linalg.norm(along))
    if length > 1e-6:
        side = np.cross(along, np.eye(3)[int(np.abs(along).argmin())])
        side /= np.linalg.norm(side)
        other = np.cross(along / length, side)
        rays = np.cos(_TURNS)[:, None] * side + np.sin(_TURNS)[:, None] * other
    return np.asarray(np.concatenate([ends, middle[None], middle + rays * max(collider.radius, 1e-3)]))


def _spread(points: Points) -> npt.NDArray[np.float64]:
    """The mean distance of the six from the middle."""
    return np.asarray(np.linalg.norm(points[:, 3:] - points[:, 2:3], axis=2).mean(axis=1))


def _vector(v: Points) -> Vec3:
    return (float(v[0]), float(v[1]), float(v[2]))

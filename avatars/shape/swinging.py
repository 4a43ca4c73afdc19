"""What springs need to know of a new shape: where colliders lie and how thick they are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from avatars.shape.bends import Points
from avatars.shape.body_shape import BodyShape
from avatars.vrm.model import Collider, Spring, Vec3

_COMPASS = np.concatenate([np.eye(3), -np.eye(3)])


def resprung(springs: tuple[Spring, ...], old: BodyShape, new: BodyShape, before: Points, after: Points) -> tuple[Spring, ...]:
    """The springs with their colliders bent from `old` to `new`; `before` and `after` are the places (n,3) of all nodes."""
    moved: dict[Collider, Collider] = {}
    for spring in springs:
        for collider in spring.colliders:
            if collider not in moved:
                moved[collider] = carried(collider, old, new, before[collider.node], after[collider.node])
    return tuple(replace(spring, colliders=tuple(moved[c] for c in spring.colliders)) for spring in springs)


def carried(collider: Collider, old: BodyShape, new: BodyShape, before: Points, after: Points) -> Collider:
    """A collider with the flesh around it; `before` and `after` are the places (3,) of its node."""
    ends = before + np.array([collider.offset, collider.tail])
    there = new.moved(old.restored(ends))
    radius = collider.radius * _growth(collider, ends, old, new)
    return Collider(collider.node, _vector(there[0] - after), _vector(there[1] - after), radius)


def _growth(collider: Collider, ends: Points, old: BodyShape, new: BodyShape) -> float:
    """How much thicker the flesh gets: the mean stretch in all directions, for a capsule in those across it."""
    along = ends[1] - ends[0]
    length = float(np.linalg.norm(along))
    rays = _COMPASS
    if length > 1e-6:
        along = along / length
        rays = rays - np.outer(rays @ along, along)
        size = np.linalg.norm(rays, axis=1, keepdims=True)
        rays = (rays / np.maximum(size, 1e-9))[size[:, 0] > 0.5]
    middle = ends.mean(axis=0)
    around = new.moved(old.restored(np.concatenate([middle[None], middle + rays * collider.radius])))
    stretched = np.linalg.norm(around[1:] - around[0], axis=1)
    return float(stretched.mean()) / collider.radius if collider.radius > 0 else 1.0


def _vector(v: Points) -> Vec3:
    return (float(v[0]), float(v[1]), float(v[2]))

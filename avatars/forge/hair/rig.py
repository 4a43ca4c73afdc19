"""The bones hair swings on, and which vertex hangs on which. Head centimetres until they become joints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from avatars.forge.hair.strands import Drawn
from avatars.forge.head.piece import world
from avatars.forge.head.surface import Array, smoothstep
from avatars.forge.part import Joint, Spring

_SHARED = 2
"""How many neighbouring chains a vertex may hang on."""


@dataclass(frozen=True, slots=True)
class Swing:
    """How a chain answers to motion: the VRMC_springBone fields, and the radius that keeps it off the body in metres."""

    stiffness: float
    drag: float
    gravity: float
    hit_radius: float
    share: float = 1.0
    """How much of the hair goes with the chain; the rest stays with the head. Below 1 where it lies over the face, for no
    joint has a limit to its angle."""


BANGS = Swing(0.90, 0.45, 0.0, 0.006, share=0.60)
SIDES = Swing(0.30, 0.30, 0.05, 0.012)
FRAMING = Swing(0.45, 0.36, 0.03, 0.010, share=0.85)
LONG = Swing(0.15, 0.25, 0.10, 0.016)
TAIL = Swing(0.40, 0.30, 0.08, 0.018)


@dataclass(frozen=True, slots=True)
class Chain:
    """Joints from where hair leaves the skull to its tip (n, 3); the last only marks the end. `group` names the locks on it."""

    name: str
    group: str
    knots: Array
    swing: Swing

    def joints(self) -> tuple[str, ...]:
        """Their names, the root first."""
        return tuple(f"hair_{self.name}_{number}" for number in range(len(self.knots)))


def joints(chains: Sequence[Chain]) -> tuple[Joint, ...]:
    """All bones; each chain begins at the head."""
    out = []
    for chain in chains:
        parent = "head"
        for name, at in zip(chain.joints(), np.round(world(np.asarray(chain.knots)), 5), strict=True):
            out.append(Joint(name, parent, (float(at[0]), float(at[1]), float(at[2])), humanoid=False))
            parent = name
    return tuple(out)


def springs(chains: Sequence[Chain]) -> tuple[Spring, ...]:
    """One for each chain."""
    return tuple(
        Spring(c.joints(), c.swing.stiffness, c.swing.drag, c.swing.gravity, c.swing.hit_radius) for c in chains
    )


def joint_names(chains: Sequence[Chain]) -> tuple[str, ...]:
    """Columns of `weights`: the head, then what swings."""
    return ("head", *(name for chain in chains for name in chain.joints()[:-1]))


def weights(mesh: Drawn, chains: Sequence[Chain]) -> Array:
    """Rows over `joint_names`: the head holds what lies on the skull; what hangs goes with the nearest chains of its group.

    A vertex follows the point of its lock's path, so that a lock bends as one; neighbours in space bend alike.
    """
    names = joint_names(chains)
    out = np.zeros((len(mesh.points), len(names)))
    near = [chain for chain in chains if chain.group == mesh.group]
    if not near:
        out[:, 0] = 1.0
        return out
    loose = smoothstep(0.0, 0.40, mesh.freedom) * near[0].swing.share
    out[:, 0] = 1 - loose
    places = [_along(mesh.path, np.asarray(chain.knots)) for chain in near]
    distance = np.stack([far for _, far in places], axis=1)
    order = np.argsort(distance, axis=1)
    closeness = 1 / np.maximum(distance, 0.3) ** 3
    if len(near) > _SHARED:
        # the third nearest fades in from zero, so that no vertex jumps from one pair to another
        limit = np.take_along_axis(closeness, order[:, _SHARED : _SHARED + 1], axis=1)
        closeness = np.maximum(closeness - limit, 0)
    closeness /= np.maximum(closeness.sum(axis=1, keepdims=True), 1e-12)
    for chain, (place, _), share in zip(near, places, closeness.T, strict=True):
        first = names.index(chain.joints()[0])
        count = len(chain.knots) - 1
        for number in range(count):
            begins = smoothstep(number - 0.4, number + 0.4, place) if number else 1.0
            ends = smoothstep(number + 0.6, number + 1.4, place) if number < count - 1 else 0.0
            out[:, first + number] += loose * share * (begins - ends)
    return _strongest(out)


def _strongest(table: Array, most: int = 4) -> Array:
    """Only the largest of each row, adding up to 1."""
    least = np.sort(table, axis=1)[:, -most][:, None] if table.shape[1] > most else 0.0
    kept = np.where(table >= least, table, 0.0)
    return np.asarray(kept / kept.sum(axis=1, keepdims=True))


def _along(points: Array, knots: Array) -> tuple[Array, Array]:
    """For each point the place on a chain nearest to it (2.5: half-way from the third joint) and how far that is."""
    best, where = np.full(len(points), np.inf), np.zeros(len(points))
    for number, (start, end) in enumerate(pairwise(knots)):
        way = end - start
        part = np.clip((points - start) @ way / (way @ way), 0, 1)
        far = np.linalg.norm(points - (start + part[:, None] * way), axis=1)
        where = np.where(far < best, number + part, where)
        best = np.minimum(far, best)
    return where, best

"""Spring bones (`VRMC_springBone` 1.0), stepped at a fixed 1/60 s so that hair swings alike at every frame rate.

    next = cur + (cur - prev) (1 - drag) + dt stiffness rest_direction + dt gravity_power gravity_direction

then pushed out of the colliders and set back to its bone's length. All chains advance together, one joint at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.rig.rotation import Array, between, inverse, multiply, rotate
from avatars.rig.skeleton import Skeleton
from avatars.vrm.model import Spring

STEP: Final = 1.0 / 60.0
MOST_STEPS: Final = 4
"""In one update; what is older is forgotten rather than caught up."""
PUSHES: Final = 2
"""Times a tail is pushed out in a step: out of one collider may be into the next."""
SLIDE: Final = 0.15
"""Part of its way that a tail which touches a collider goes in a step: hair rubs."""
TRAVEL: Final = np.array([0.0, 0.85, 0.85])
"""Parts of the way of what a chain hangs from, sideways, up and fore-and-aft, that take the swing along: sitting down is
travel, not swing; swaying from side to side is swing."""
TURN: Final = 0.9
"""Part of a leg's turn that takes the swing of what hangs on it along: who sits down quickly must not leave her skirt behind
between her legs."""
TELEPORT: Final = 0.5
"""Metres between two updates beyond which the hair is set down anew instead of dragged along."""


class SpringBones:
    """Swings the chains of one avatar. Call `update` when the world matrices of everything else are right."""

    def __init__(self, springs: tuple[Spring, ...], skeleton: Skeleton, legs: Collection[int] = ()) -> None:
        """`legs`: the nodes whose turns take along what hangs on them."""
        self._skeleton = skeleton
        chains = [spring for spring in springs if len(spring.joints) > 1]
        self._ranks = [_Rank(chains, step, skeleton) for step in range(max((len(c.joints) for c in chains), default=1) - 1)]
        self._colliders = _Colliders(chains, skeleton) if chains else None
        self._centers = np.array([chain.center for chain in chains], np.int64)
        roots = [chain.joints[0].node for chain in chains]
        self._carriers = np.array([skeleton.parents[root] if skeleton.parents[root] >= 0 else root for root in roots], np.int64)
        self._legs = np.array([_above(root, legs, skeleton) for root in roots], np.int64)
        self._on_legs = (self._legs >= 0) & (self._centers < 0)
        self._spare = 0.0
        self.still = True
        self.reset()

    @property
    def count(self) -> int:
        """How many joints swing."""
        return sum(len(rank.nodes) for rank in self._ranks)

    def reset(self) -> None:
        """Hang at rest in the present pose."""
        for rank in self._ranks:
            rank.settle(self._skeleton)
        self._before = self._center_places()
        self._roots = self._skeleton.world[self._carriers, :3, 3].copy()
        self._thighs = self._skeleton.world[np.maximum(self._legs, 0)].copy()

    def adopt(self, other: SpringBones, names: Sequence[str], others: Sequence[str]) -> bool:
        """Swing on as `other` does wherever a joint and its tail are called alike; `names` and `others` by node. True if every
        joint found its own."""
        known = {
            (others[node], others[tail]): (rank, row)
            for rank in other._ranks for row, (node, tail) in enumerate(rank.ends())
        }  # fmt: skip
        whole = True
        for rank in self._ranks:
            for row, (node, tail) in enumerate(rank.ends()):
                found = known.get((names[node], names[tail]))
                whole &= found is not None
                if found is not None:
                    rank.take(row, *found)
            rank.hold(self._skeleton)
        return whole

    def update(self, dt: float) -> None:
        """Advance by `dt` seconds; writes joint rotations and the world matrices along the chains."""
        if not self._ranks:
            return
        self._spare = min(self._spare + dt, STEP * MOST_STEPS)
        self._follow_centers()
        self._follow_carriers()
        if self._ranks[0].jumped(self._skeleton):
            self.reset()
            return
        hits = self._colliders.places(self._skeleton) if self._colliders else None
        steps = int(self._spare / STEP + 1e-6)
        self._spare -= steps * STEP
        moved = 0.0
        for _ in range(steps):
            for rank in self._ranks:
                moved = max(moved, rank.step(self._skeleton, hits))
        if steps == 0:
            for rank in self._ranks:
                rank.hold(self._skeleton)
        else:
            self.still = moved < 2e-5

    def _center_places(self) -> Array:
        return self._skeleton.world[np.maximum(self._centers, 0)].copy() if len(self._centers) else np.zeros((0, 4, 4))

    def _follow_carriers(self) -> None:
        """Take the swing of chains without a center of their own along, by `TRAVEL`."""
        now = self._skeleton.world[self._carriers, :3, 3].copy()
        ways = np.where((self._centers[:, None] < 0) & ~self._on_legs[:, None], TRAVEL * (now - self._roots), 0.0)
        self._roots = now
        for rank in self._ranks:
            rank.shift(ways)
        if bool(self._on_legs.any()):
            self._follow_legs()

    def _follow_legs(self) -> None:
        """Turn the swing of what hangs on a leg with it by `TURN`, and take it along by `TRAVEL`."""
        now = self._skeleton.world[np.maximum(self._legs, 0)].copy()
        turn = now[:, :3, :3] @ np.linalg.inv(self._thighs[:, :3, :3])
        carry = np.tile(np.eye(4), (len(now), 1, 1))
        carry[:, :3, :3] += TURN * (turn - np.eye(3))
        at = self._thighs[:, :3, 3]
        carry[:, :3, 3] = at + TRAVEL * (now[:, :3, 3] - at) - np.einsum("nij,nj->ni", carry[:, :3, :3], at)
        self._thighs = now
        for rank in self._ranks:
            rank.carry(carry, self._on_legs)

    def _follow_centers(self) -> None:
        """Carry the swing along with its center, so that the center's own travel does not swing it."""
        if not bool((self._centers >= 0).any()):
            return
        now = self._center_places()
        carry = now @ np.linalg.inv(self._before)
        self._before = now
        for rank in self._ranks:
            rank.carry(carry, self._centers >= 0)


def _above(node: int, wanted: Collection[int], skeleton: Skeleton) -> int:
    """The nearest of these nodes at or above a node; -1 if there is none."""
    while node >= 0 and node not in wanted:
        node = int(skeleton.parents[node])
    return node


class _Colliders:
    """Spheres and capsules of all chains as arrays; `mask` says which chain meets which."""

    def __init__(self, chains: list[Spring], skeleton: Skeleton) -> None:
        every = list(dict.fromkeys(collider for chain in chains for collider in chain.colliders))
        self.count = len(every)
        self._nodes = np.array([c.node for c in every], np.int64)
        self._heads = np.array([c.offset for c in every], np.float64).reshape(-1, 3)
        self._tails = np.array([c.tail for c in every], np.float64).reshape(-1, 3)
        scale = np.linalg.norm(skeleton.rest_world[self._nodes, :3, 0], axis=1) if every else np.zeros(0)
        self._radii = np.array([c.radius for c in every], np.float64) * scale
        self._mask = np.array([[c in set(chain.colliders) for c in every] for chain in chains], bool)

    def places(self, skeleton: Skeleton) -> tuple[Array, Array, Array, npt.NDArray[Any]] | None:
        """World heads (c,3), tails (c,3), radii (c,) and the mask (chains,c)."""
        if not self.count:
            return None
        world = skeleton.world[self._nodes]
        heads = np.einsum("nij,nj->ni", world[:, :3, :3], self._heads) + world[:, :3, 3]
        tails = np.einsum("nij,nj->ni", world[:, :3, :3], self._tails) + world[:, :3, 3]
        return heads, tails, self._radii, self._mask


class _Rank:
    """The n-th joint of every chain that has one; arrays over those chains."""

    def __init__(self, chains: list[Spring], step: int, skeleton: Skeleton) -> None:
        self.chains = np.array([i for i, chain in enumerate(chains) if len(chain.joints) > step + 1], np.int64)
        joints = [chains[i].joints[step] for i in self.chains]
        tails = [chains[i].joints[step + 1].node for i in self.chains]
        self.nodes = np.array([joint.node for joint in joints], np.int64)
        self._stiffness = np.array([[joint.stiffness] for joint in joints])
        self._drag = np.array([[joint.drag] for joint in joints])
        self._pull = np.array([np.array(joint.gravity_direction) * joint.gravity for joint in joints])
        self._hit = np.array([joint.hit_radius for joint in joints])
        heads = skeleton.rest_world[self.nodes, :3, 3]
        ends = skeleton.rest_world[np.array(tails), :3, 3]
        self._rest = skeleton.rest_rotation[self.nodes]
        self._length = np.maximum(np.linalg.norm(ends - heads, axis=1, keepdims=True), 1e-5)
        self._axis = rotate(inverse(skeleton.rest_turn[self.nodes]), (ends - heads) / self._length)
        self._tails = np.array(tails, np.int64)
        self._now = ends.copy()
        self._before = ends.copy()
        self._head = heads.copy()

    def _frame(self, skeleton: Skeleton) -> tuple[Array, Array]:
        """World head positions, and world rotations the joints would have at rest in the present pose."""
        head, above = skeleton.hung(self.nodes)
        return head, multiply(above, self._rest)

    def settle(self, skeleton: Skeleton) -> None:
        """Hang as at rest."""
        head, turn = self._frame(skeleton)
        self._now = head + rotate(turn, self._axis) * self._length
        self._before = self._now.copy()
        self._head = head.copy()
        self._turn_joints(skeleton, head, turn)

    def ends(self) -> list[tuple[int, int]]:
        """The node of each joint and of its tail."""
        return list(zip(self.nodes.tolist(), self._tails.tolist(), strict=True))

    def take(self, row: int, other: _Rank, its: int) -> None:
        """Swing on in this row as another rank does in one of its own."""
        self._now[row], self._before[row], self._head[row] = other._now[its], other._before[its], other._head[its]

    def jumped(self, skeleton: Skeleton) -> bool:
        """Whether the roots leapt since the last step."""
        return bool((np.abs(skeleton.world[self.nodes, :3, 3] - self._head).max()) > TELEPORT)

    def carry(self, matrices: Array, centred: npt.NDArray[Any]) -> None:
        """Move the swing with the centers."""
        use, m = centred[self.chains], matrices[self.chains]
        for points in (self._now, self._before):
            moved = np.einsum("nij,nj->ni", m[:, :3, :3], points) + m[:, :3, 3]
            points[use] = moved[use]

    def shift(self, ways: Array) -> None:
        """Move the swing of each chain by its way, (chains, 3) metres."""
        for points in (self._now, self._before):
            points += ways[self.chains]

    def step(self, skeleton: Skeleton, hits: tuple[Array, Array, Array, npt.NDArray[Any]] | None) -> float:
        """One sub-step; the longest way a tail went, metres."""
        head, turn = self._frame(skeleton)
        along = rotate(turn, self._axis)
        new = self._now + (self._now - self._before) * (1 - self._drag) + STEP * (self._stiffness * along + self._pull)
        new = self._to_length(head, new, along)
        before = self._now
        if hits is not None:
            free = new
            for _ in range(PUSHES):
                new = self._to_length(head, self._pushed(new, hits), along)
            # what a collider gave is no swing: a lock that leans on a shoulder lies there and does not bounce
            touched = np.abs(new - free).max(axis=1, keepdims=True) > 1e-6
            new = np.where(touched, self._now + (new - self._now) * SLIDE, new)
            new = self._to_length(head, self._pushed(new, hits), along)
            before = np.where(touched, new, before)
        moved = float(np.abs(new - self._now).max())
        self._before, self._now, self._head = before, new, head.copy()
        self._turn_joints(skeleton, head, turn)
        return moved

    def hold(self, skeleton: Skeleton) -> None:
        """No step is due: keep pointing at the tails."""
        head, turn = self._frame(skeleton)
        self._turn_joints(skeleton, head, turn)

    def _to_length(self, head: Array, tail: Array, along: Array) -> Array:
        way = tail - head
        length = np.linalg.norm(way, axis=1, keepdims=True)
        direction = np.where(length > 1e-9, way / np.maximum(length, 1e-9), along)
        return np.asarray(head + direction * self._length)

    def _pushed(self, tail: Array, hits: tuple[Array, Array, Array, npt.NDArray[Any]]) -> Array:
        heads, tails, radii, mask = hits
        axis = tails - heads
        square = np.maximum(np.sum(axis * axis, axis=1), 1e-12)
        part = np.clip(np.einsum("nck,ck->nc", tail[:, None] - heads[None], axis) / square, 0.0, 1.0)
        away = tail[:, None] - (heads[None] + part[..., None] * axis[None])
        distance = np.linalg.norm(away, axis=2)
        depth = np.where(mask[self.chains], radii[None] + self._hit[:, None] - distance, 0.0)
        worst = np.argmax(depth, axis=1)
        rows = np.arange(len(tail))
        deepest = np.maximum(depth[rows, worst], 0.0)[:, None]
        out = away[rows, worst] / np.maximum(distance[rows, worst], 1e-9)[:, None]
        return np.asarray(tail + out * deepest)

    def _turn_joints(self, skeleton: Skeleton, head: Array, turn: Array) -> None:
        want = (self._now - head) / self._length
        swing = between(rotate(turn, self._axis), want)
        world = multiply(swing, turn)
        _, above = skeleton.hung(self.nodes)
        skeleton.rotation[self.nodes] = multiply(inverse(above), world)
        skeleton.refresh(self.nodes)  # the next joint of each chain hangs on these

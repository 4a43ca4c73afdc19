"""All nodes of an avatar with their present transforms, and their world matrices."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.rig.rotation import IDENTITY, Array, multiply, to_matrix
from avatars.vrm.model import Node

ALL: Final = slice(None)


class Skeleton:
    """Local `translation` (n,3), `rotation` (n,4), `scale` (n,3), written by the rig; `world` (n,4,4) after `update`."""

    def __init__(self, nodes: tuple[Node, ...]) -> None:
        self.parents = np.array([node.parent for node in nodes], np.int64)
        self.translation = np.array([node.translation for node in nodes], np.float64)
        self.rotation = np.array([node.rotation for node in nodes], np.float64)
        self.scale = np.array([node.scale for node in nodes], np.float64)
        self.rest_translation = self.translation.copy()
        self.rest_rotation = self.rotation.copy()
        self.world = np.tile(np.eye(4), (len(nodes), 1, 1))
        self.turn = np.tile(np.array([0.0, 0.0, 0.0, 1.0]), (len(nodes), 1))
        self._levels = _levels(self.parents)
        self.update()
        self.rest_world = self.world.copy()
        self.rest_turn = self.turn.copy()

    def update(self) -> None:
        """World matrices (column vectors) and world rotations from the local values, a level of the tree at a time."""
        local = self.local()
        for nodes, parents in self._levels:
            if parents is None:
                self.world[nodes] = local[nodes]
                self.turn[nodes] = self.rotation[nodes]
            else:
                self.world[nodes] = self.world[parents] @ local[nodes]
                self.turn[nodes] = multiply(self.turn[parents], self.rotation[nodes])

    def refresh(self, nodes: npt.NDArray[Any]) -> None:
        """World matrices and rotations of these nodes alone, from their parents' present ones."""
        parents = self.parents[nodes]
        rooted = parents < 0
        above = np.where(rooted[:, None, None], np.eye(4), self.world[parents])
        turned = np.where(rooted[:, None], IDENTITY, self.turn[parents])
        self.world[nodes] = above @ self.local(nodes)
        self.turn[nodes] = multiply(turned, self.rotation[nodes])

    def hung(self, nodes: npt.NDArray[Any]) -> tuple[Array, Array]:
        """World positions of these nodes, and the world rotations of their parents, from the parents' present matrices."""
        parents = self.parents[nodes]
        rooted = parents < 0
        above = np.where(rooted[:, None, None], np.eye(4), self.world[parents])
        places = np.einsum("nij,nj->ni", above[:, :3, :3], self.translation[nodes]) + above[:, :3, 3]
        return places, np.where(rooted[:, None], IDENTITY, self.turn[parents])

    def local(self, nodes: npt.NDArray[Any] | slice = ALL) -> Array:
        """Local matrices (n,4,4)."""
        rotation = self.rotation[nodes]
        matrices = np.zeros((len(rotation), 4, 4))
        matrices[:, :3, :3] = to_matrix(rotation) * self.scale[nodes][:, None, :]
        matrices[:, :3, 3] = self.translation[nodes]
        matrices[:, 3, 3] = 1.0
        return matrices

    def positions(self) -> Array:
        """World positions (n,3)."""
        return self.world[:, :3, 3]


def _levels(parents: npt.NDArray[Any]) -> list[tuple[npt.NDArray[Any], npt.NDArray[Any] | None]]:
    levels: list[tuple[npt.NDArray[Any], npt.NDArray[Any] | None]] = []
    nodes = np.flatnonzero(parents == -1)
    while len(nodes):
        levels.append((nodes, parents[nodes] if levels else None))
        nodes = np.flatnonzero(np.isin(parents, nodes))
    return levels

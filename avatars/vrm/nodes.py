"""The tree of nodes: one parent each, no cycle, bounded depth; which of them the scene draws."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np

from avatars.rig.rotation import from_matrix
from avatars.vrm.checked import Checked
from avatars.vrm.model import Node

MOST_NODES: Final = 8192
DEEPEST: Final = 256


def read_nodes(root: Checked, meshes: int, skins: int, shown: Iterable[int]) -> tuple[Node, ...]:
    """All nodes. `shown`: nodes drawn although the scene leaves them out (those of outfits)."""
    items = root.each("nodes", "node", MOST_NODES)
    if not items:
        raise root.refuse("has no nodes")
    parents = _parents(items)
    depths = _depths(items, parents)
    drawn = _drawn(root, parents, depths)
    drawn.update(shown)
    return tuple(_node(item, parents[i], meshes, skins, i in drawn) for i, item in enumerate(items))


def _parents(items: list[Checked]) -> list[int]:
    parents = [-1] * len(items)
    for i, item in enumerate(items):
        for child in item.each("children", "child", MOST_NODES):
            index = child.must_index(len(items))
            if parents[index] != -1:
                raise child.refuse(f"node {index} has two parents, {parents[index]} and {i}")
            parents[index] = i
    return parents


def _depths(items: list[Checked], parents: list[int]) -> list[int]:
    depths = [-1] * len(items)
    for i in range(len(items)):
        way = []
        at = i
        while at != -1 and depths[at] == -1:
            way.append(at)
            at = parents[at]
            if len(way) > DEEPEST:
                raise items[i].refuse(f"is its own ancestor, or lies deeper than {DEEPEST}")
        depth = depths[at] if at != -1 else -1
        for step, index in enumerate(reversed(way), 1):
            depths[index] = depth + step
    if max(depths) > DEEPEST:
        raise items[depths.index(max(depths))].refuse(f"lies deeper than {DEEPEST}")
    return depths


def _drawn(root: Checked, parents: list[int], depths: list[int]) -> set[int]:
    scenes = root.each("scenes", "scene", 64)
    if not scenes:
        return set(range(len(parents)))
    scene = scenes[root.get("scene").index(len(scenes)) or 0]
    drawn = {item.must_index(len(parents)) for item in scene.each("nodes", "root", MOST_NODES)}
    for index in sorted(range(len(parents)), key=depths.__getitem__):
        if parents[index] in drawn:
            drawn.add(index)
    return drawn


def _node(item: Checked, parent: int, meshes: int, skins: int, drawn: bool) -> Node:
    mesh = item.get("mesh").index(meshes)
    skin = item.get("skin").index(skins)
    translation = item.get("translation").vector((0.0, 0.0, 0.0))
    rotation = item.get("rotation").rotation()
    scale = item.get("scale").vector((1.0, 1.0, 1.0))
    if item.get("matrix").present:
        translation, rotation, scale = _parts(item.get("matrix"))
    if min(abs(x) for x in scale) < 1e-8:
        raise item.refuse("is scaled to nothing")
    return Node(
        item.get("name").text(item.place, 200), parent, translation, rotation, scale,  # type: ignore[arg-type]
        mesh, skin if mesh is not None else None, drawn,
    )


def _parts(place: Checked) -> tuple[tuple[float, ...], tuple[float, float, float, float], tuple[float, ...]]:
    identity = tuple(np.eye(4).ravel().tolist())
    matrix = np.array(place.vector(identity), np.float64).reshape(4, 4).T
    scale = np.linalg.norm(matrix[:3, :3], axis=0)
    if scale.min() < 1e-8:
        raise place.refuse("is scaled to nothing")
    if np.linalg.det(matrix[:3, :3]) < 0:
        scale[0] = -scale[0]
    x, y, z, w = from_matrix(matrix[:3, :3] / scale).tolist()
    return tuple(matrix[:3, 3].tolist()), (x, y, z, w), tuple(scale.tolist())

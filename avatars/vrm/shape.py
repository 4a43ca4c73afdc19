"""Sliders: glTF root ``extras.hearth = {"shape": {slider: value}, "shapeMorphs": {slider: [[node, morph target], …]}}``."""

from __future__ import annotations

from collections.abc import Mapping

from avatars.shape.sliders import FACE_SLIDERS, HIGH, LOW, SLIDERS
from avatars.vrm.checked import Checked
from avatars.vrm.model import Mesh, Node

MOST_PLACES = 64
Places = Mapping[str, tuple[tuple[int, int], ...]]


def read_shape(root: Checked, nodes: tuple[Node, ...], meshes: tuple[Mesh, ...]) -> tuple[dict[str, float], Places]:
    """Where the sliders stand, and the morphs of the face sliders. Both empty where the file tells of none."""
    extras = root.get("extras")
    if not isinstance(extras.value, dict) or not isinstance(extras.value.get("hearth"), dict):
        return {}, {}
    block = extras.get("hearth")
    values = {name: block.get("shape").get(name).number(0.0, LOW, HIGH) for name in SLIDERS}
    places = {slider.id: _places(block.get("shapeMorphs"), slider.id, nodes, meshes) for slider in FACE_SLIDERS}
    return {k: v for k, v in values.items() if v != 0.0}, {k: v for k, v in places.items() if v}


def _places(
    block: Checked, slider: str, nodes: tuple[Node, ...], meshes: tuple[Mesh, ...]
) -> tuple[tuple[int, int], ...]:
    found = []
    for pair in block.each(slider, f"{slider}, morph", MOST_PLACES):
        node, morph = _number(pair, 0), _number(pair, 1)
        mesh = nodes[node].mesh if node < len(nodes) else None
        if mesh is None or morph >= len(meshes[mesh].weights):
            raise pair.refuse("points to no morph target")
        found.append((node, morph))
    return tuple(found)


def _number(pair: Checked, place: int) -> int:
    value = pair.value
    if not isinstance(value, list) or len(value) != 2 or type(value[place]) is not int or value[place] < 0:
        raise pair.refuse("is no pair of node and morph target")
    return int(value[place])

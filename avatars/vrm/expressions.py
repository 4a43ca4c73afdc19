"""`VRMC_vrm.expressions`: presets and custom faces."""

from __future__ import annotations

from typing import Any, Final

from avatars.vrm.checked import Checked
from avatars.vrm.model import ColourBind, Expression, Mesh, Node, TransformBind

EMOTIONS: Final = ("happy", "angry", "sad", "relaxed", "surprised")
VISEMES: Final = ("aa", "ih", "ou", "ee", "oh")
BLINKS: Final = ("blink", "blinkLeft", "blinkRight")
LOOKS: Final = ("lookUp", "lookDown", "lookLeft", "lookRight")
PRESETS: Final = (*EMOTIONS, "neutral", *VISEMES, *BLINKS, *LOOKS)
COLOURS: Final = ("color", "emissionColor", "shadeColor", "matcapColor", "rimColor", "outlineColor")
OVERRIDES: Final = ("none", "block", "blend")


def read_expressions(
    expressions: Checked, nodes: tuple[Node, ...], meshes: tuple[Mesh, ...], materials: int
) -> dict[str, Expression]:
    """All expressions by name. Presets win over a custom one of the same name in another case."""
    found: dict[str, Expression] = {}
    taken: set[str] = set()
    for group in ("preset", "custom"):
        for name, item in expressions.get(group).members(1024):
            if name.casefold() not in taken:
                taken.add(name.casefold())
                found[name] = _expression(name, item, nodes, meshes, materials)
    return found


def _expression(
    name: str, item: Checked, nodes: tuple[Node, ...], meshes: tuple[Mesh, ...], materials: int
) -> Expression:
    overrides: dict[str, Any] = {
        ours: item.get(theirs).choice(OVERRIDES, "none")
        for ours, theirs in (
            ("override_mouth", "overrideMouth"), ("override_blink", "overrideBlink"), ("override_look", "overrideLookAt"),
        )
    }
    return Expression(
        name,
        tuple(_morph_bind(bind, nodes, meshes) for bind in item.each("morphTargetBinds", "morph bind", 4096)),
        tuple(_colour_bind(bind, materials) for bind in item.each("materialColorBinds", "colour bind", 4096)),
        tuple(_transform_bind(bind, materials) for bind in item.each("textureTransformBinds", "transform bind", 4096)),
        item.get("isBinary").flag(),
        **overrides,
    )


def _morph_bind(bind: Checked, nodes: tuple[Node, ...], meshes: tuple[Mesh, ...]) -> tuple[int, int, float]:
    node = bind.get("node").must_index(len(nodes))
    mesh = nodes[node].mesh
    if mesh is None:
        raise bind.refuse(f"node {node} has no mesh")
    morph = bind.get("index").must_index(len(meshes[mesh].weights))
    return node, morph, bind.get("weight").number(1.0, -10.0, 10.0)


def _colour_bind(bind: Checked, materials: int) -> ColourBind:
    r, g, b, a = bind.get("targetValue").vector((1.0, 1.0, 1.0, 1.0))
    kind = bind.get("type").choice(COLOURS, "color")
    return ColourBind(bind.get("material").must_index(materials), kind, (r, g, b, a))


def _transform_bind(bind: Checked, materials: int) -> TransformBind:
    offset, scale = bind.get("offset").vector((0.0, 0.0)), bind.get("scale").vector((1.0, 1.0))
    return TransformBind(bind.get("material").must_index(materials), (offset[0], offset[1]), (scale[0], scale[1]))

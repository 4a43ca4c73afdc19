"""What of a model is written: what is shown in the outfit worn, with the nodes, materials and pictures that needs."""

from __future__ import annotations

from dataclasses import dataclass

from avatars.vrm.model import Model


@dataclass(frozen=True, slots=True)
class Shown:
    """Old number -> new number of what is kept, in the old order."""

    nodes: dict[int, int]
    meshes: dict[int, int]
    skins: dict[int, int]
    materials: dict[int, int]
    images: dict[int, int]


def shown(model: Model) -> Shown:
    """All joints; of the meshes those that are drawn in the outfit worn, and what they use."""
    others = {node for outfit in model.outfits if outfit.id != model.outfit for node in outfit.nodes}
    others -= {node for outfit in model.outfits if outfit.id == model.outfit for node in outfit.nodes}
    kept = [i for i, node in enumerate(model.nodes) if node.mesh is None or (node.drawn and i not in others)]
    meshes = sorted({mesh for i in kept if (mesh := model.nodes[i].mesh) is not None})
    skins = sorted({skin for i in kept if (skin := model.nodes[i].skin) is not None and model.nodes[i].mesh is not None})
    materials = sorted({p.material for mesh in meshes for p in model.meshes[mesh].primitives})
    images = sorted({image for material in materials for image in model.materials[material].pictures()})
    return Shown(_numbered(kept), _numbered(meshes), _numbered(skins), _numbered(materials), _numbered(images))


def _numbered(kept: list[int]) -> dict[int, int]:
    return {old: new for new, old in enumerate(kept)}

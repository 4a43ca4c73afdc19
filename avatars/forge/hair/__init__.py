"""The hair: locks drawn from a cut, their texture, and the bones they swing on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from avatars.forge.hair import rig
from avatars.forge.hair.colours import hair_tones
from avatars.forge.hair.strands import Drawn
from avatars.forge.hair.styles import STYLES
from avatars.forge.hair.texture import hair_texture
from avatars.forge.head.piece import rounded, world
from avatars.forge.head.surface import HeadSurface
from avatars.forge.parameters import Person
from avatars.forge.part import Made, Material, Part

TIE: Final = (0.80, 0.33, 0.29)


def make_hair(parameters: Person) -> Made:
    """The hair of a person: one part (and its tie), its material, bones and springs. Metres in the T-pose."""
    cut = STYLES[parameters.hair.style].make(parameters.hair, HeadSurface(parameters.shape))
    whole = Drawn.joined(cut.drawn(), "all")
    part = hair_part("hair", cut.drawn(), cut.chains)
    tones = hair_tones(parameters.hair)
    material = Material(
        "hair",
        hair_texture(parameters.hair, float(whole.points[:, 1].min()), cut.shine),
        shade=tones.shade,
        shift=0.03,
        soft=0.14,
        rim=tones.rim,
        rim_power=3.6,
        outline=0.00020,
        outline_colour=(0.84, 0.66, 0.59),
    )
    parts, materials = [part], [material]
    if cut.ornaments:
        parts.append(hair_part("hair_tie", cut.ornaments, ()))
        materials.append(Material("hair_tie", colour=TIE, shade=(0.78, 0.66, 0.70), outline=0.0004))
    return Made(tuple(parts), tuple(materials), rig.joints(cut.chains), rig.springs(cut.chains))


def hair_part(name: str, meshes: Sequence[Drawn], chains: Sequence[rig.Chain]) -> Part:
    """Meshes of a cut as a part, its material of the same name."""
    whole = Drawn.joined(meshes, "all")
    return Part(
        name=name,
        positions=rounded(world(whole.points)),
        normals=whole.normals.astype(np.float32),
        uvs=whole.uvs.astype(np.float32),
        triangles=whole.triangles.astype(np.uint32),
        material=name,
        joints=rig.joint_names(chains),
        weights=np.concatenate([rig.weights(mesh, chains) for mesh in meshes]).astype(np.float32),
    )

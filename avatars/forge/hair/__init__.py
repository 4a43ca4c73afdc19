"""The hair: locks drawn from a cut, their texture, and the bones they swing on."""

from __future__ import annotations

import numpy as np

from avatars.forge.hair import rig
from avatars.forge.hair.bob import Bob
from avatars.forge.hair.clump import draw
from avatars.forge.hair.scalp import Scalp
from avatars.forge.hair.texture import hair_texture
from avatars.forge.head.piece import rounded, world
from avatars.forge.head.surface import HeadSurface
from avatars.forge.parameters import Person
from avatars.forge.part import Made, Material, Part


def make_hair(parameters: Person) -> Made:
    """The hair of a person: one part, its material, bones and springs. Metres in the T-pose."""
    scalp = Scalp(HeadSurface(parameters.shape))
    drawn = [draw(lock, scalp) for lock in Bob(parameters.hair).locks()]
    starts = np.cumsum([0, *(len(lock.points) for lock in drawn)])
    part = Part(
        name="hair",
        positions=rounded(world(np.concatenate([lock.points for lock in drawn]))),
        normals=np.concatenate([lock.normals for lock in drawn]).astype(np.float32),
        uvs=np.concatenate([lock.uvs for lock in drawn]).astype(np.float32),
        triangles=np.concatenate([lock.triangles + start for lock, start in zip(drawn, starts, strict=False)]).astype(
            np.uint32
        ),
        material="hair",
        joints=rig.joint_names(),
        weights=np.concatenate([rig.weights(lock.azimuth, lock.freedom, lock.bang) for lock in drawn]).astype(np.float32),
    )
    material = Material(
        "hair",
        hair_texture(parameters.hair),
        shade=(0.73, 0.58, 0.62),
        shift=0.03,
        soft=0.09,
        rim=(0.16, 0.10, 0.07),
        rim_power=3.6,
        outline=0.00020,
        outline_colour=(0.84, 0.66, 0.59),
        double_sided=True,
    )
    return Made((part,), (material,), rig.joints(scalp), rig.springs())

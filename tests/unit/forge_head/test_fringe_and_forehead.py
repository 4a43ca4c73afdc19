"""The forehead holds a blown fringe off the skin, and leaves it alone at rest."""

from dataclasses import replace

import numpy as np
import pytest

from avatars.forge.build import all_joints
from avatars.forge.gltf_writer import springs
from avatars.forge.hair import make_hair
from avatars.forge.hair.styles import STYLES
from avatars.forge.head.piece import world
from avatars.forge.head.surface import HeadSurface
from avatars.forge.people import KAI, MIRA


def _colliders(person, style):
    """The spheres of the head as (centre, radius), the joints' places and the springs."""
    hair = make_hair(replace(person, hair=replace(person.hair, style=style)))
    joints = all_joints([hair])
    told = springs.extension(hair.springs, joints, {joint.name: i for i, joint in enumerate(joints)})
    at = {joint.name: np.array(joint.position) for joint in joints}
    head = next(i for i, joint in enumerate(joints) if joint.name == "head")
    spheres = [c["shape"]["sphere"] for c in told["colliders"] if c["node"] == head]
    return [(at["head"] + sphere["offset"], sphere["radius"]) for sphere in spheres], at, hair.springs


@pytest.mark.parametrize("person", [MIRA, KAI], ids=["mira", "kai"])
@pytest.mark.parametrize("style", sorted(STYLES))
def test_no_fringe_is_pushed_at_rest(style, person):
    spheres, at, chains = _colliders(person, style)
    for chain in chains:
        for name in chain.joints[1:]:
            if "bang" in name:
                gaps = [np.linalg.norm(at[name] - centre) - radius - chain.hit_radius for centre, radius in spheres]
                assert min(gaps) > 0, name


@pytest.mark.parametrize("height", [11.5, 13.0, 15.0])
def test_the_forehead_is_held_nearly_to_its_skin(height):
    spheres, _, _ = _colliders(MIRA, "bob")
    skin = world(np.array([0.0, height, float(HeadSurface({}).front(0.0, height))]))
    gap = min(float(np.linalg.norm(skin - centre)) - radius for centre, radius in spheres)
    assert 0 <= gap < 0.008

"""The plain person: every slider at 0 and live, without hair and clothes. Created people are made of this one."""

from __future__ import annotations

from avatars.forge.body import make_body
from avatars.forge.gltf_writer.writer import vrm
from avatars.forge.head import make_head
from avatars.forge.outfits import Outfit
from avatars.forge.parameters import Person, Skin
from avatars.forge.skeleton import all_joints

PLAIN = Person("Person", skin=Skin(tone=0.25, undertone=0.0, blush=0.0, lips=0.0), earrings=False)
_NOTHING = Outfit("plain", {"en": "Plain", "zh": "素", "ja": "無地"}, {}, ())


def plain_person() -> bytes:
    """The file (VRM 1.0)."""
    made = [make_head(PLAIN), make_body(PLAIN)]
    return vrm(PLAIN.name, made, all_joints(made), (_NOTHING,), "plain")

"""`VRMC_vrm`: the humanoid bones and the licence of the avatar."""

from __future__ import annotations

from typing import Final

from avatars.vrm.checked import Checked
from avatars.vrm.model import Meta

FINGERS: Final = ("Thumb", "Index", "Middle", "Ring", "Little")


def finger_bones(side: str) -> tuple[str, ...]:
    """The fifteen finger bones of `left` or `right`, thumb first, each finger from its root."""
    thumb, usual = ("Metacarpal", "Proximal", "Distal"), ("Proximal", "Intermediate", "Distal")
    return tuple(f"{side}{finger}{part}" for finger in FINGERS for part in (thumb if finger == "Thumb" else usual))


def _limbs(side: str) -> dict[str, str]:
    limbs = {
        f"{side}Shoulder": "upperChest", f"{side}UpperArm": f"{side}Shoulder", f"{side}LowerArm": f"{side}UpperArm",
        f"{side}Hand": f"{side}LowerArm", f"{side}UpperLeg": "hips", f"{side}LowerLeg": f"{side}UpperLeg",
        f"{side}Foot": f"{side}LowerLeg", f"{side}Toes": f"{side}Foot",
    }
    bones = finger_bones(side)
    return limbs | {bone: f"{side}Hand" if i % 3 == 0 else bones[i - 1] for i, bone in enumerate(bones)}


PARENTS: Final[dict[str, str]] = {
    "spine": "hips", "chest": "spine", "upperChest": "chest", "neck": "upperChest", "head": "neck",
    "jaw": "head", "leftEye": "head", "rightEye": "head", **_limbs("left"), **_limbs("right"),
}
BONES: Final = ("hips", *PARENTS)
"""Every bone of VRM 1.0, parents before children."""
REQUIRED: Final = (
    "hips", "spine", "head",
    *(f"{side}{bone}" for side in ("left", "right")
      for bone in ("UpperLeg", "LowerLeg", "Foot", "UpperArm", "LowerArm", "Hand")),
)


def read_humanoid(bones: Checked, nodes: int) -> dict[str, int]:
    """Bone name to node. Unknown names are left out; a missing required bone or a node used twice is refused."""
    found: dict[str, int] = {}
    for name, bone in bones.members(256):
        if name in BONES:
            found[name] = bone.get("node").must_index(nodes)
    return checked_bones(found, bones)


def checked_bones(found: dict[str, int], place: Checked) -> dict[str, int]:
    """The bones, if they make a body."""
    missing = [name for name in REQUIRED if name not in found]
    if missing:
        raise place.refuse(f"has no {', '.join(missing)}")
    if len(set(found.values())) != len(found):
        raise place.refuse("two bones are one node")
    return {name: found[name] for name in BONES if name in found}


def read_meta(meta: Checked) -> Meta:
    """Name and licence."""
    return Meta(
        meta.get("name").text("", 200),
        meta.get("version").text("", 100),
        tuple(author.text("", 200) for author in meta.each("authors", "author", 100)),
        meta.get("copyrightInformation").text("", 500),
        meta.get("licenseUrl").text("", 500),
        meta.get("avatarPermission").text("onlyAuthor", 60),
        meta.get("commercialUsage").text("personalNonProfit", 60),
        meta.get("creditNotation").text("required", 60),
        meta.get("allowRedistribution").flag(),
        meta.get("modification").text("prohibited", 60),
        other_licence=meta.get("otherLicenseUrl").text("", 500),
    )


def hidden_nodes(first_person: Checked, nodes: int) -> frozenset[int]:
    """Nodes drawn for the first person only."""
    hidden = set()
    for note in first_person.each("meshAnnotations", "annotation", 4096):
        node = note.get("node").must_index(nodes)
        if note.get("type").text() == "firstPersonOnly":
            hidden.add(node)
    return frozenset(hidden)

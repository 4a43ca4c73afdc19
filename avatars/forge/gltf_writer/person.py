"""The VRMC_vrm extension (specification 1.0): licence, humanoid, expressions, gaze, first person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from avatars.forge.gltf_writer.binary import Json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from avatars.forge.part import Joint

PRESETS = (
    "happy",
    "angry",
    "sad",
    "relaxed",
    "surprised",
    "neutral",
    "aa",
    "ih",
    "ou",
    "ee",
    "oh",
    "blink",
    "blinkLeft",
    "blinkRight",
    "lookUp",
    "lookDown",
    "lookLeft",
    "lookRight",
)
_NARROWS_EYES = ("happy", "relaxed", "laugh", "smile", "wink", "shy", "smirk", "proud", "sleepy")
"""Their lids are partly down already: a whole blink on top would push them through the cheek."""


def extension(
    name: str, joints: Sequence[Joint], node: Mapping[str, int], morphs: Mapping[str, Sequence[tuple[int, int]]]
) -> Json:
    """The whole extension. `morphs`: expression -> (node, morph target) pairs it drives."""
    bones = {joint.name: {"node": node[joint.name]} for joint in joints if joint.humanoid}
    made: Json = {
        "specVersion": "1.0",
        "meta": _meta(name),
        "humanoid": {"humanBones": bones},
        "firstPerson": {"meshAnnotations": []},
        "expressions": _expressions(morphs),
    }
    if "leftEye" in bones:
        made["lookAt"] = _gaze({joint.name: joint.position for joint in joints})
    return made


def _meta(name: str) -> Json:
    return {
        "name": name,
        "version": "1",
        "authors": ["Hearth"],
        "copyrightInformation": "Made by the code in avatars/forge of Hearth; licensed GPL-3.0-or-later as part of it.",
        "licenseUrl": "https://vrm.dev/licenses/1.0/",
        "otherLicenseUrl": "https://www.gnu.org/licenses/gpl-3.0.html",
        "avatarPermission": "everyone",
        "commercialUsage": "corporation",
        "creditNotation": "required",
        "modification": "allowModificationRedistribution",
        "allowRedistribution": True,
        "allowExcessivelyViolentUsage": False,
        "allowExcessivelySexualUsage": False,
        "allowPoliticalOrReligiousUsage": False,
        "allowAntisocialOrHateUsage": False,
    }


def _expressions(morphs: Mapping[str, Sequence[tuple[int, int]]]) -> Json:
    made: dict[str, Json] = {"preset": {"neutral": _expression("neutral", ())}, "custom": {}}
    for name, targets in morphs.items():
        made["preset" if name in PRESETS else "custom"][name] = _expression(name, targets)
    return {kind: found for kind, found in made.items() if found}


def _expression(name: str, targets: Sequence[tuple[int, int]]) -> Json:
    entry: Json = {
        "isBinary": False,
        "overrideBlink": "blend" if name in _NARROWS_EYES else "none",
        "overrideLookAt": "none",
        "overrideMouth": "none",
    }
    if targets:
        entry["morphTargetBinds"] = [{"node": node, "index": index, "weight": 1.0} for node, index in targets]
    return entry


def _gaze(places: Mapping[str, tuple[float, float, float]]) -> Json:
    left, right, head = places["leftEye"], places["rightEye"], places["head"]
    # The balls lie deep behind the face: the gaze starts at the lids.
    offset = [round((a + b) / 2 - c, 5) for a, b, c in zip(left, right, head, strict=True)]
    offset[2] += 0.03

    def reach(most: float) -> Json:
        return {"inputMaxValue": 45.0, "outputScale": most}

    return {
        "type": "bone",
        "offsetFromHeadBone": [offset[0], offset[1], round(offset[2], 5)],
        "rangeMapHorizontalInner": reach(9.0),
        "rangeMapHorizontalOuter": reach(10.0),
        "rangeMapVerticalDown": reach(8.0),
        "rangeMapVerticalUp": reach(8.0),
    }

"""`VRMC_vrm` and `VRMC_springBone` 1.0 of a loaded avatar."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from avatars.vrm.expressions import PRESETS
from avatars.vrm.model import Collider, Expression, Meta, Model, RangeMap, Spring
from avatars.vrm.write.binary import Json
from avatars.vrm.write.shown import Shown

LICENCE: Final = "https://vrm.dev/licenses/1.0/"


def vrm_extension(model: Model, meta: Meta, kept: Shown) -> Json:
    """Licence, bones, expressions and gaze."""
    expressions: dict[str, Json] = {"preset": {}, "custom": {}}
    for name, expression in model.expressions.items():
        expressions["preset" if name in PRESETS else "custom"][name] = _expression(expression, kept)
    return {
        "specVersion": "1.0",
        "meta": _meta(meta),
        "humanoid": {"humanBones": {bone: {"node": kept.nodes[node]} for bone, node in model.humanoid.items()}},
        "firstPerson": {"meshAnnotations": []},
        "expressions": {kind: found for kind, found in expressions.items() if found},
        "lookAt": {
            "type": model.look_at.kind,
            "offsetFromHeadBone": list(model.look_at.offset),
            "rangeMapHorizontalInner": _range(model.look_at.inner),
            "rangeMapHorizontalOuter": _range(model.look_at.outer),
            "rangeMapVerticalDown": _range(model.look_at.down),
            "rangeMapVerticalUp": _range(model.look_at.up),
        },
    }


def _meta(meta: Meta) -> Json:
    return {
        "name": meta.name or "Avatar",
        "version": meta.version,
        "authors": list(meta.authors) or ["unknown"],
        "copyrightInformation": meta.copyright,
        "licenseUrl": LICENCE,
        **({"otherLicenseUrl": meta.other_licence} if meta.other_licence else {}),
        "avatarPermission": meta.avatar_permission,
        "commercialUsage": meta.commercial,
        "creditNotation": meta.credit,
        "modification": meta.modification,
        "allowRedistribution": meta.redistribution,
        "allowExcessivelyViolentUsage": False,
        "allowExcessivelySexualUsage": False,
        "allowPoliticalOrReligiousUsage": False,
        "allowAntisocialOrHateUsage": False,
    }


def _expression(expression: Expression, kept: Shown) -> Json:
    made: Json = {
        "isBinary": expression.binary,
        "overrideMouth": expression.override_mouth,
        "overrideBlink": expression.override_blink,
        "overrideLookAt": expression.override_look,
    }
    morphs = [
        {"node": kept.nodes[node], "index": index, "weight": weight}
        for node, index, weight in expression.morphs
        if node in kept.nodes
    ]
    colours = [
        {"material": kept.materials[bind.material], "type": bind.kind, "targetValue": list(bind.value)}
        for bind in expression.colours
        if bind.material in kept.materials
    ]
    places = [
        {"material": kept.materials[bind.material], "offset": list(bind.offset), "scale": list(bind.scale)}
        for bind in expression.transforms
        if bind.material in kept.materials
    ]
    for name, binds in (("morphTargetBinds", morphs), ("materialColorBinds", colours), ("textureTransformBinds", places)):
        if binds:
            made[name] = binds
    return made


def _range(reach: RangeMap) -> Json:
    return {"inputMaxValue": reach.most, "outputScale": reach.out}


def spring_extension(springs: Iterable[Spring], kept: Shown) -> Json | None:
    """Chains and colliders; None where nothing swings. Springs that mind the same colliders share a group."""
    colliders: dict[Collider, int] = {}
    groups: dict[tuple[Collider, ...], int] = {}
    entries = []
    for spring in springs:
        for collider in spring.colliders:
            colliders.setdefault(collider, len(colliders))
        entry: Json = {"joints": [
            {
                "node": kept.nodes[joint.node], "hitRadius": joint.hit_radius, "stiffness": joint.stiffness,
                "gravityPower": joint.gravity, "gravityDir": list(joint.gravity_direction), "dragForce": joint.drag,
            }
            for joint in spring.joints
        ]}
        if spring.colliders:
            entry["colliderGroups"] = [groups.setdefault(spring.colliders, len(groups))]
        if spring.center >= 0:
            entry["center"] = kept.nodes[spring.center]
        entries.append(entry)
    if not entries:
        return None
    return {
        "specVersion": "1.0",
        "colliders": [{"node": kept.nodes[c.node], "shape": _collider(c)} for c in colliders],
        "colliderGroups": [{"name": f"group {n}", "colliders": [colliders[c] for c in group]} for group, n in groups.items()],
        "springs": entries,
    }


def _collider(collider: Collider) -> Json:
    made: Json = {"offset": list(collider.offset), "radius": collider.radius}
    if collider.tail == collider.offset:
        return {"sphere": made}
    return {"capsule": {**made, "tail": list(collider.tail)}}

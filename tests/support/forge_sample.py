"""A tiny person for the forge's writer: one triangle of skin, one of cloth, a bone that swings."""

from __future__ import annotations

import json
import struct
from dataclasses import replace
from typing import Any

import numpy as np

from avatars.forge import skeleton
from avatars.forge.outfits import Outfit
from avatars.forge.part import Joint, Made, Material, Part, Spring

OUTFITS = (
    Outfit("blue", {"en": "Blue", "zh": "蓝", "ja": "青"}, {"en": ("blue",), "zh": ("蓝",), "ja": ("青",)}, ()),
    Outfit("red", {"en": "Red", "zh": "红", "ja": "赤"}, {"en": ("red",), "zh": ("红",), "ja": ("赤",)}, ()),
)
TRIANGLE = np.array([[0.0, 1.5, 0.1], [0.1, 1.5, 0.1], [0.0, 1.6, 0.1]], dtype=np.float32)


def joints() -> list[Joint]:
    return [
        *skeleton.joints(),
        Joint("lock_0", "head", (0.05, 1.55, 0.0), humanoid=False),
        Joint("lock_1", "lock_0", (0.05, 1.50, 0.0), humanoid=False),
    ]


def part(name: str, material: str = "skin", **changes: Any) -> Part:
    """A triangle that moves with the head, with one corner a `happy` morph lifts."""
    made = Part(
        name=name,
        positions=TRIANGLE,
        normals=np.tile(np.float32([0, 0, 1]), (3, 1)),
        uvs=np.float32([[0, 0], [1, 0], [0, 1]]),
        triangles=np.uint32([[0, 1, 2]]),
        material=material,
        joints=("head", "neck"),
        weights=np.float32([[1.0, 0.0], [0.7, 0.3], [0.5, 0.5]]),
        morphs={"happy": np.float32([[0, 0, 0], [0, 0.01, 0], [0, 0, 0]])},
    )
    return replace(made, **changes)


def made(*parts: Part) -> Made:
    chosen = parts or (
        part("face"),
        part("blue_shirt", "cloth", outfits=("blue",), morphs={}),
        part("red_shirt", "cloth", outfits=("red",), morphs={}),
    )
    cloth = Material("cloth", texture=np.full((4, 4, 3), 128, dtype=np.uint8), outline=0.001)
    lock = Spring(("lock_0", "lock_1"), 0.3, 0.4, 0.1, 0.02)
    return Made(chosen, (Material("skin", colour=(0.5, 0.5, 0.5)), cloth), (), (lock,))


def chunks(data: bytes) -> tuple[dict[str, Any], bytes]:
    """The JSON and the binary of a GLB, by the letter of the format."""
    magic, version, length = struct.unpack_from("<III", data)
    assert (magic, version, length) == (0x46546C67, 2, len(data))
    size, kind = struct.unpack_from("<II", data, 12)
    assert kind == 0x4E4F534A and size % 4 == 0
    start = 20 + size
    binary, kind = struct.unpack_from("<II", data, start)
    assert kind == 0x004E4942 and start + 8 + binary == len(data)
    return json.loads(data[20:start]), data[start + 8 :]

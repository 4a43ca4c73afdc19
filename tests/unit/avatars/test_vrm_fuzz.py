"""Thousands of damaged files: each loads or is refused, nothing else happens."""

from __future__ import annotations

import copy
import json
import random

from avatars.errors import AvatarRefused
from avatars.vrm.load import load_bytes
from tests.support.avatar_small import pack, small_vrm, unpack

ODD = (None, -1, 0, 1, 2, 255, 65535, 2**31, 2**63, 1e300, -0.5, "", "x" * 70, [], {}, [0], True, [[]], {"a": []}, 5126)
BYTE_MUTATIONS = 900
JSON_MUTATIONS = 1300


def outcome(data: bytes) -> str:
    try:
        load_bytes(data, "fuzz.vrm")
    except AvatarRefused as refused:
        assert refused.message.startswith("fuzz.vrm: ")
        return "refused"
    return "loaded"


def test_flipped_bytes_only_ever_load_or_are_refused():
    whole, dice = small_vrm(), random.Random(1)
    json_end = 20 + int.from_bytes(whole[12:16], "little")
    seen = set()
    for _ in range(BYTE_MUTATIONS):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 6)):
            # half of the damage in header and JSON, half in the numbers
            at = dice.randrange(json_end) if dice.random() < 0.5 else dice.randrange(len(data))
            data[at] = dice.randrange(256)
        if dice.random() < 0.1:
            del data[dice.randrange(len(data)) :]
        seen.add(outcome(bytes(data)))
    assert seen == {"loaded", "refused"}


def places(value, way=()):
    yield way
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from places(inner, (*way, key))


def test_odd_values_anywhere_only_ever_load_or_are_refused():
    document, binary = unpack(small_vrm())
    ways = [way for way in places(document) if way]
    dice = random.Random(2)
    text = json.dumps(document)
    seen = set()
    for _ in range(JSON_MUTATIONS):
        damaged = json.loads(text)
        for _ in range(dice.randint(1, 2)):
            way = dice.choice(ways)
            holder = damaged
            try:
                for key in way[:-1]:
                    holder = holder[key]
                if dice.random() < 0.15:
                    del holder[way[-1]]
                else:
                    holder[way[-1]] = copy.deepcopy(dice.choice(ODD))
            except (KeyError, IndexError, TypeError):
                continue  # an earlier change took this place away
        seen.add(outcome(pack(damaged, binary)))
    assert seen == {"loaded", "refused"}

"""Gestures and poses of the user's own, read from a JSON file (docs/clip-format.md). Everything is checked before use."""

from __future__ import annotations

import difflib
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast, get_args

from avatars.errors import AvatarRefused
from avatars.life.anchors import NAMES as PLACES
from avatars.life.channels import AT, CURLS, LENGTHS, NAMES
from avatars.life.clip import Clip, Face
from avatars.life.pose import Pose
from avatars.life.reach import Reach, Touch, Vector

LARGEST: Final = 256 * 1024
"""Bytes."""
VERSION: Final = 1
ANGLE: Final = (-180.0, 180.0)
LENGTH: Final = (-0.6, 0.6)
CURL: Final = (-1.0, 2.5)
SECONDS: Final = (0.0, 60.0)
MOST_KEYS: Final = 64
MOST: Final = 8
"""Faces or touches at most."""
FIELDS: Final = {
    "gesture": ("hearth-clip", "name", "kind", "pose", "faces", "touches", "gaze", "rise", "hold", "fall", "keys", "touch_after"),
    "pose": ("hearth-clip", "name", "kind", "pose", "faces", "touches", "gaze", "seconds", "seated", "sway"),
}
GAZES: Final = ("", "user", "away", "down", "hand")


@dataclass(frozen=True, slots=True)
class ClipFile:
    """What a file holds: a gesture to be played, or a pose to be held."""

    name: str
    content: Clip | Pose


def read_clip(path: Path) -> ClipFile:
    """Read and check a clip file. Raises `AvatarRefused`: the message names file and field, the remedy what is valid."""
    place = _Place(path.name, "")
    try:
        size = path.stat().st_size
        text = path.read_bytes() if size <= LARGEST else b""
    except OSError as fault:
        raise place.refuse(f"cannot be read: {fault.strerror or fault}", "Choose another file.") from fault
    if size > LARGEST:
        raise place.refuse(f"has {size} bytes", f"A clip has at most {LARGEST}.")
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise place.refuse("is no JSON text", "See docs/clip-format.md.") from fault
    return parse_clip(data, path.name)


def parse_clip(data: object, file: str) -> ClipFile:
    """Check the parsed JSON of a clip file; see `read_clip`."""
    place = _Place(file, "")
    top = place.members(data)
    if top.get("hearth-clip") != VERSION:
        raise place.at("hearth-clip").refuse(f"is not {VERSION}", "Only this version is known.")
    kind = place.at("kind").choice(top.get("kind", "gesture"), tuple(FIELDS))
    place.only(top, FIELDS[kind])
    name = place.at("name").text(top.get("name"))
    pose = _channels(top.get("pose", {}), place.at("pose"))
    faces = tuple(_face(item, at) for item, at in place.at("faces").items(top.get("faces", []), MOST))
    touches = tuple(_reach(item, at) for item, at in place.at("touches").items(top.get("touches", []), MOST))
    gaze = place.at("gaze").choice(top.get("gaze", ""), GAZES)

    def seconds(field: str, usual: float) -> float:
        return place.at(field).number(top.get(field, usual), *SECONDS)

    if kind == "pose":
        sway = place.at("sway").number(top.get("sway", 1.0), 0.0, 1.0)
        seated = place.at("seated").flag(top.get("seated", False))
        held = Pose(pose, touches, faces, gaze, seconds=max(0.3, seconds("seconds", 0.9)), sway=sway, seated=seated)
        return ClipFile(name, held)
    keys = _keys(top.get("keys", {}), place.at("keys"))
    clip = Clip(
        max(0.2, seconds("rise", 0.6)), seconds("hold", 1.0), max(0.2, seconds("fall", 0.7)), pose, keys, (), faces, touches,
        gaze=gaze, touch_after=seconds("touch_after", 0.0),
    )
    return ClipFile(name, clip)


def _range(channel: str) -> tuple[float, float]:
    row = AT[channel]
    return LENGTH if LENGTHS[row] else CURL if CURLS[row] else ANGLE


def _channels(data: object, place: _Place) -> dict[str, float]:
    values = place.members(data)
    place.only(values, NAMES)
    return {name: place.at(name).number(value, *_range(name)) for name, value in values.items()}


def _keys(data: object, place: _Place) -> dict[str, tuple[tuple[float, float], ...]]:
    channels = place.members(data)
    place.only(channels, NAMES)
    made = {}
    for name, value in channels.items():
        keys: list[tuple[float, float]] = []
        for item, at in place.at(name).items(value, MOST_KEYS):
            pair = [at.number(number, -math.inf, math.inf) for number, at in at.items(item, 2, 2)]
            second = at.number(pair[0], keys[-1][0] + 0.02 if keys else 0.02, SECONDS[1])
            keys.append((second, at.number(pair[1], *_range(name))))
        if keys and abs(keys[-1][1]) > 1e-9:
            raise place.at(name).refuse("does not end at 0", "What a key adds is gone at the end: close with a key of 0.")
        made[name] = tuple(keys)
    return made


def _face(data: object, place: _Place) -> Face:
    face = place.members(data)
    place.only(face, ("name", "weight", "begin", "seconds"))
    return Face(
        place.at("name").text(face.get("name")), place.at("weight").number(face.get("weight", 1.0), 0.0, 1.0),
        place.at("begin").number(face.get("begin", 0.0), *SECONDS),
        place.at("seconds").number(face.get("seconds", 2.0), *SECONDS),
    )


def _reach(data: object, place: _Place) -> Reach:
    touch = place.members(data)
    place.only(touch, ("hand", "to", "with", "offset", "fingers", "palm", "elbow"))
    side = place.at("hand").choice(touch.get("hand"), ("left", "right"))
    if ("fingers" in touch) != ("palm" in touch):
        raise place.refuse("has fingers without palm, or palm without fingers", "A hand is turned by both directions together.")

    def vector(field: str, most: float) -> Vector | None:
        if field not in touch:
            return None
        items = place.at(field).items(touch[field], 3, 3)
        return cast("Vector", tuple(at.number(value, -most, most) for value, at in items))

    return Reach(
        "l" if side == "left" else "r", place.at("to").choice(touch.get("to"), PLACES), vector("offset", 0.5) or (0.0, 0.0, 0.0),
        cast("Touch", place.at("with").choice(touch.get("with", "palm"), get_args(Touch))),
        vector("fingers", 1.0), vector("palm", 1.0), vector("elbow", 1.0),
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a file a value stands."""

    file: str
    path: str

    def at(self, name: str) -> _Place:
        return _Place(self.file, f"{self.path}.{name}" if self.path else name)

    def refuse(self, what: str, remedy: str) -> AvatarRefused:
        return AvatarRefused(f"{self.file}: {self.path} {what}." if self.path else f"{self.file} {what}.", remedy)

    def members(self, data: object) -> Mapping[str, Any]:
        if not isinstance(data, dict):
            raise self.refuse("is no object", "It is written { \"name\": value }; see docs/clip-format.md.")
        return data

    def items(self, data: object, most: int, least: int = 0) -> list[tuple[Any, _Place]]:
        if not isinstance(data, list) or not least <= len(data) <= most:
            wanted = f"{most}" if least == most else f"up to {most}"
            raise self.refuse("is no list of the right length", f"It takes {wanted} values.")
        return [(item, _Place(self.file, f"{self.path}[{i}]")) for i, item in enumerate(data)]

    def only(self, members: Mapping[str, Any], known: Iterable[str]) -> None:
        names = tuple(known)
        for name in members:
            if name not in names:
                near = difflib.get_close_matches(name, names, 3, 0.4)
                raise self.refuse(f"names an unknown {name!r}", f"Known are: {', '.join(near or names)}.")

    def number(self, value: object, low: float, high: float) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise self.refuse("is no number", "Write a number.")
        if not low <= value <= high:
            raise self.refuse(f"is {value:g}", f"It may be from {low:g} to {high:g}.")
        return float(value)

    def flag(self, value: object) -> bool:
        if not isinstance(value, bool):
            raise self.refuse("is neither true nor false", "Write true or false.")
        return value

    def text(self, value: object) -> str:
        if not isinstance(value, str) or not 0 < len(value.strip()) <= 40:
            raise self.refuse("is no short text", "Write 1 to 40 characters.")
        return value.strip()

    def choice(self, value: object, known: tuple[str, ...]) -> str:
        if not isinstance(value, str) or value not in known:
            raise self.refuse(f"is {value!r}", f"It may be: {', '.join(name for name in known if name)}.")
        return value

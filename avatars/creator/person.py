"""A created person: all that makes them who they are, as plain data. Clothes and hair are a look beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Literal, TypeVar, get_args

from avatars.shape.sliders import checked
from avatars.wardrobe.look import Look, look_from_json, look_to_json

Hex = str
"""A colour, #rrggbb in sRGB."""
IrisPattern = Literal["rays", "ring", "sunburst", "flecks", "calm"]
IRIS_PATTERNS: Final[tuple[IrisPattern, ...]] = get_args(IrisPattern)
MarkKind = Literal["mole", "scar", "birthmark"]
MARK_KINDS: Final[tuple[MarkKind, ...]] = get_args(MarkKind)
MOST_MARKS: Final = 12
MOST_NAME: Final = 40
VERSION: Final = 1
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class SkinPaint:
    """The skin. `tone` 0 (fairest) to 1 (deepest), `undertone` -1 (cool) to 1 (warm); the others 0 (none) to 1.

    `age` is how many years show in the face of an adult: 0 about twenty-five, 1 about seventy.
    """

    tone: float = 0.10
    undertone: float = 0.05
    freckles: float = 0.0
    blush: float = 0.30
    stubble: float = 0.0
    lips: float = 0.5
    age: float = 0.0
    vitiligo: float = 0.0


@dataclass(frozen=True, slots=True)
class MakeUp:
    """What is put on: amounts 0 to 1 and colours."""

    lipstick: float = 0.0
    lipstick_colour: Hex = "#b3424a"
    shadow: float = 0.0
    shadow_colour: Hex = "#8a6a7d"
    liner: float = 0.0
    liner_colour: Hex = "#2b2026"
    rouge: float = 0.0
    rouge_colour: Hex = "#d9686a"


@dataclass(frozen=True, slots=True)
class EyePaint:
    """Irises (`inner` is the colour round the pupil), lashes, brows."""

    iris: Hex = "#26948a"
    inner: Hex = ""
    """Empty: of the iris's own."""
    pattern: IrisPattern = "rays"
    lash: Hex = "#2b1714"
    brows: Hex = "#6b4630"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something the skin keeps, at a place of the plain face: centimetres from its middle and above the chin."""

    kind: MarkKind
    x: float
    y: float
    size: float = 1.0


@dataclass(frozen=True, slots=True)
class CreatedPerson:
    """One person. `shape`: sliders of `avatars.shape.sliders`, -1 to 1. Raises ValueError that names what cannot be."""

    name: str
    shape: Mapping[str, float] = field(default_factory=dict)
    skin: SkinPaint = SkinPaint()
    make_up: MakeUp = MakeUp()
    eyes: EyePaint = EyePaint()
    marks: tuple[Mark, ...] = ()
    hair_colour: Hex = "#9f5537"
    """Of the scalp and of stubble; hair itself is a garment of the look and has its own dyes."""
    look: Look = field(default_factory=Look)

    def __post_init__(self) -> None:
        if not self.name.strip() or len(self.name) > MOST_NAME:
            raise ValueError(f"a person's name has 1 to {MOST_NAME} letters")
        checked(self.shape)
        _amounts("skin", self.skin, low={"undertone": -1.0})
        _amounts("make_up", self.make_up)
        for part in (self.make_up, self.eyes):
            for name, value in asdict(part).items():
                if isinstance(value, str) and name != "pattern" and not (name == "inner" and not value):
                    hexed(name, value)
        hexed("hair_colour", self.hair_colour)
        if self.eyes.pattern not in IRIS_PATTERNS:
            raise ValueError(f"eyes.pattern is {self.eyes.pattern!r}, not one of {', '.join(IRIS_PATTERNS)}")
        if len(self.marks) > MOST_MARKS:
            raise ValueError(f"{len(self.marks)} marks, more than {MOST_MARKS}")
        for mark in self.marks:
            _mark(mark)


def hexed(name: str, value: str) -> str:
    """The colour itself. Raises ValueError that names it where it is none."""
    if len(value) != 7 or value[0] != "#" or any(c not in "0123456789abcdefABCDEF" for c in value[1:]):
        raise ValueError(f"{name} is {value!r}, no colour like #a1b2c3")
    return value.lower()


def _amounts(group: str, part: object, low: Mapping[str, float] | None = None) -> None:
    for name, value in asdict(part).items():  # type: ignore[call-overload]
        if isinstance(value, float | int) and not (low or {}).get(name, 0.0) <= value <= 1.0:  # also refuses NaN
            raise ValueError(f"{group}.{name} is {value}, outside {(low or {}).get(name, 0.0):g} to 1")


def _mark(mark: Mark) -> None:
    if mark.kind not in MARK_KINDS:
        raise ValueError(f"there is no mark {mark.kind!r}")
    if not (-8.0 <= mark.x <= 8.0 and -1.0 <= mark.y <= 20.0 and 0.3 <= mark.size <= 3.0):
        raise ValueError(f"a mark at {mark.x}, {mark.y} of size {mark.size} lies outside the face")


def person_to_json(person: CreatedPerson) -> dict[str, Any]:
    """The person as plain data."""
    made = asdict(person) | {"version": VERSION, "look": look_to_json(person.look)}
    made["shape"], made["marks"] = dict(person.shape), [asdict(mark) for mark in person.marks]
    return made


def person_from_json(data: Any) -> CreatedPerson:
    """The person in plain data; fields that are missing are as new. Raises ValueError that names the field that is wrong."""
    table = _table(data, "a person")
    if table.get("version", VERSION) != VERSION:
        raise ValueError(f"version {table.get('version')!r}: only {VERSION} is known")
    marks = table.get("marks", [])
    if not isinstance(marks, list):
        raise ValueError("marks is no list")
    return CreatedPerson(
        name=_typed("name", table.get("name"), str),
        shape={name: _number(f"shape.{name}", value) for name, value in _table(table.get("shape", {}), "shape").items()},
        skin=_filled("skin", SkinPaint, table.get("skin", {})),
        make_up=_filled("make_up", MakeUp, table.get("make_up", {})),
        eyes=_filled("eyes", EyePaint, table.get("eyes", {})),
        marks=tuple(_filled("marks", Mark, mark) for mark in marks),
        hair_colour=_typed("hair_colour", table.get("hair_colour", "#9f5537"), str),
        look=look_from_json(table.get("look", {"worn": []})),
    )


def _filled(group: str, kind: type[Part], data: Any) -> Part:
    """One of the parts from its table; unknown fields are refused, so that a slip of the pen is not lost in silence."""
    table = _table(data, group)
    known = {name: item.type for name, item in kind.__dataclass_fields__.items()}  # type: ignore[attr-defined]
    values: dict[str, Any] = {}
    for name, value in table.items():
        if name not in known:
            raise ValueError(f"{group}.{name} is unknown")
        values[name] = _number(f"{group}.{name}", value) if known[name] == "float" else _typed(f"{group}.{name}", value, str)
    try:
        return kind(**values)
    except TypeError as missing:
        raise ValueError(f"{group}: {missing}") from missing


def _table(value: Any, name: str) -> dict[str, Any]:
    if not isinstance(value, dict) or len(value) > 100 or not all(isinstance(key, str) for key in value):
        raise ValueError(f"{name} is no table")
    return value


def _typed(name: str, value: Any, kind: type) -> Any:
    if not isinstance(value, kind):
        raise ValueError(f"{name} is {value!r}, not {kind.__name__}")
    return value


def _number(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{name} is {value!r}, no number")
    return float(value)

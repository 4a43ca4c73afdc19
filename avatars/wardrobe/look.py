"""A look: which garments are worn, in which colours and patterns. Kept and exchanged as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, get_args

Slot = Literal[
    "hair", "top", "bottom", "dress", "outer", "shoes", "socks", "headwear", "glasses", "ears", "neck", "bag", "background"
]
SLOTS: Final[tuple[Slot, ...]] = get_args(Slot)
PatternKind = Literal["plain", "stripe", "check", "floral", "knit", "dots", "picture"]
PATTERN_KINDS: Final[tuple[PatternKind, ...]] = get_args(PatternKind)
MOST_WORN: Final = 32
"""Garments a look may name."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What lies on a zone beside its plain dye. `dye` (#rrggbb) is its second colour, `size` a factor of its usual size
    (0.25 to 4); `picture` names a picture the user brought, for the kind ``picture``."""

    kind: PatternKind = "plain"
    dye: str = "#ffffff"
    size: float = 1.0
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Worn:
    """One garment that is worn: its id, the dyes (#rrggbb) and patterns by zone; zones left out keep their own."""

    garment: str
    dyes: Mapping[str, str] = field(default_factory=dict)
    patterns: Mapping[str, Pattern] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Look:
    """What is worn together, at most one garment a slot. `background` is the place she stands in; empty leaves it."""

    worn: tuple[Worn, ...] = ()
    background: str = ""


def look_to_json(look: Look) -> dict[str, Any]:
    """The look as plain data: ``{"worn": [{"garment", "dyes", "patterns"}], "background"}``; what is empty is left out."""
    return {"worn": [_worn_to_json(worn) for worn in look.worn], **({"background": look.background} if look.background else {})}


def look_from_json(data: Any) -> Look:
    """The look in plain data. Raises ValueError that names the field that is wrong."""
    if not isinstance(data, dict) or not isinstance(data.get("worn"), list):
        raise ValueError("a look is an object with a list 'worn'")
    if len(data["worn"]) > MOST_WORN:
        raise ValueError(f"a look wears {len(data['worn'])} garments, more than {MOST_WORN}")
    return Look(tuple(_worn_from_json(one) for one in data["worn"]), _text(data.get("background", ""), "background"))


def _worn_to_json(worn: Worn) -> dict[str, Any]:
    made: dict[str, Any] = {"garment": worn.garment}
    if worn.dyes:
        made["dyes"] = dict(worn.dyes)
    if worn.patterns:
        made["patterns"] = {
            zone: {"kind": p.kind, "dye": p.dye, "size": p.size, **({"picture": p.picture} if p.picture else {})}
            for zone, p in worn.patterns.items()
        }
    return made


def _worn_from_json(data: Any) -> Worn:
    if not isinstance(data, dict):
        raise ValueError("worn: each is an object")
    name = _text(data.get("garment"), "garment")
    if not name:
        raise ValueError("garment: it has no name")
    dyes = _table(data.get("dyes", {}), "dyes")
    patterns = _table(data.get("patterns", {}), "patterns")
    return Worn(name, {zone: _dye(dye, zone) for zone, dye in dyes.items()}, {z: _pattern(p, z) for z, p in patterns.items()})


def _pattern(data: Any, zone: str) -> Pattern:
    table = _table(data, f"patterns.{zone}")
    kind = table.get("kind", "plain")
    if kind not in PATTERN_KINDS:
        raise ValueError(f"patterns.{zone}: there is no pattern {kind!r}")
    size = table.get("size", 1.0)
    if isinstance(size, bool) or not isinstance(size, int | float) or not 0.25 <= size <= 4.0:
        raise ValueError(f"patterns.{zone}.size is {size!r}, outside 0.25 to 4")
    return Pattern(kind, _dye(table.get("dye", "#ffffff"), zone), float(size), _text(table.get("picture", ""), "picture"))


def _dye(value: Any, zone: str) -> str:
    text = _text(value, zone)
    if len(text) != 7 or text[0] != "#" or any(c not in "0123456789abcdefABCDEF" for c in text[1:]):
        raise ValueError(f"{zone}: {text!r} is no colour like #a1b2c3")
    return text.lower()


def _table(value: Any, name: str) -> dict[str, Any]:
    if not isinstance(value, dict) or len(value) > 16 or not all(isinstance(key, str) for key in value):
        raise ValueError(f"{name} is no table")
    return value


def _text(value: Any, name: str) -> str:
    if not isinstance(value, str) or len(value) > 120:
        raise ValueError(f"{name} is no short text")
    return value

"""A look as the mind handles it: which garments are worn, in which dyes. The same JSON as everywhere; patterns pass through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

MOST_WORN: Final = 32
LONGEST: Final = 120


@dataclass(frozen=True, slots=True)
class Worn:
    """One garment: its id, dyes (#rrggbb) by zone where they are not its own, and patterns by zone as they were given."""

    garment: str
    dyes: Mapping[str, str] = field(default_factory=dict)
    patterns: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Look:
    """What is worn together."""

    worn: tuple[Worn, ...] = ()
    background: str = ""

    def of(self, garment: str) -> Worn | None:
        """How a garment is worn; None where it is not."""
        return next((one for one in self.worn if one.garment == garment), None)

    def with_dyes(self, garment: str, dyes: Mapping[str, str]) -> Look:
        """The same with other dyes on a garment."""
        return replace(self, worn=tuple(replace(w, dyes={**w.dyes, **dyes}) if w.garment == garment else w for w in self.worn))


NOTHING: Final = Look()


def look_to_json(look: Look) -> dict[str, Any]:
    """The look as plain data; what is empty is left out."""
    worn: list[dict[str, Any]] = []
    for one in look.worn:
        made: dict[str, Any] = {"garment": one.garment}
        if one.dyes:
            made["dyes"] = dict(one.dyes)
        if one.patterns:
            made["patterns"] = {zone: dict(pattern) for zone, pattern in one.patterns.items()}
        worn.append(made)
    return {"worn": worn, **({"background": look.background} if look.background else {})}


def look_from_json(data: Any) -> Look:
    """The look in plain data. Raises ValueError that names what is wrong with it."""
    if not isinstance(data, dict) or not isinstance(data.get("worn"), list):
        raise ValueError("a look is an object with a list 'worn'")
    if len(data["worn"]) > MOST_WORN:
        raise ValueError(f"a look wears {len(data['worn'])} garments, more than {MOST_WORN}")
    background = data.get("background", "")
    return Look(tuple(_worn(one) for one in data["worn"]), _text(background, "background"))


def _worn(data: Any) -> Worn:
    if not isinstance(data, dict):
        raise ValueError("worn: each is an object")
    name = _text(data.get("garment"), "garment")
    if not name:
        raise ValueError("garment: it has no name")
    dyes = {zone: _dye(dye, zone) for zone, dye in _table(data.get("dyes", {}), "dyes").items()}
    patterns = {zone: _table(one, f"patterns.{zone}") for zone, one in _table(data.get("patterns", {}), "patterns").items()}
    return Worn(name, dyes, patterns)


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
    if not isinstance(value, str) or len(value) > LONGEST:
        raise ValueError(f"{name} is no short text")
    return value

"""Plain data of a catalogue and of looks into what the mind knows of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, get_args

from mind.domain import MadeFor
from mind.wardrobe.garment import SLOTS, Closet, DyedZone, GarmentEntry, GarmentOrigin, ReadyLook
from mind.wardrobe.look import look_from_json

ORIGINS: Final[tuple[str, ...]] = get_args(GarmentOrigin)
DAYS: Final = ("warmth", "evening", "plain", "wet")


def closet_of(garments: Any, looks: Any, person: str) -> Closet:
    """The closet of whoever wears the body `person`: all garments, and the looks that are made for it.

    Each is a list, or an object that holds the list under "garments" or "looks". Raises ValueError that names the entry.
    """
    entries = {entry.id: entry for entry in map(_entry, _listed(garments, "garments"))}
    worn = [one for one in _listed(looks, "looks") if not one.get("people") or person in one["people"]]
    return Closet(entries, tuple(map(_ready, worn)))


def joined(closet: Closet, more: Iterable[GarmentEntry]) -> Closet:
    """The closet with further garments, such as the user's own; those of the same id take the place of ours."""
    return Closet({**closet.garments, **{entry.id: entry for entry in more}}, closet.looks)


def _listed(data: Any, name: str) -> list[dict[str, Any]]:
    found = data.get(name) if isinstance(data, dict) else data
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise ValueError(f"{name}: there is no list of them")
    return found


def _entry(data: Mapping[str, Any]) -> GarmentEntry:
    name = data.get("id")
    try:
        if not isinstance(name, str) or data["slot"] not in SLOTS or data.get("origin", "hers") not in ORIGINS:
            raise ValueError("id, slot or origin")
        return GarmentEntry(
            name, data["slot"], dict(data["names"]), _words(data.get("words", {})), tuple(map(_zone, data.get("zones", ()))),
            tuple(data.get("tags", ())), made_for(data.get("made_for", {})), data.get("origin", "hers"),
            str(data.get("unlock", "")), dict(data.get("stories", {})), tuple(data.get("replaces", ())),
        )  # fmt: skip
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ValueError(f"the garment {name!r} cannot be read: {error}") from error


def _ready(data: Mapping[str, Any]) -> ReadyLook:
    name = data.get("id")
    try:
        look, words = look_from_json(data["look"]), _words(data.get("words", {}))
        return ReadyLook(str(data["id"]), dict(data["names"]), look, words, made_for(data.get("made_for", {})))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ValueError(f"the look {name!r} cannot be read: {error}") from error


def made_for(data: Mapping[str, Any]) -> MadeFor:
    """The days it is for; what is not told fits every day a little."""
    return MadeFor(**{name: float(data[name]) for name in DAYS if name in data})


def _zone(data: Mapping[str, Any]) -> DyedZone:
    return DyedZone(str(data["id"]), dict(data.get("names", {})), str(data["dye"]).lower(), tuple(data.get("palette", ())))


def _words(data: Mapping[str, Any]) -> Any:
    return {lang: tuple(words) for lang, words in data.items()}

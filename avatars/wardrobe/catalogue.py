"""The wardrobe on disk: ``catalogue.json`` lists every garment, each with its file beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final, get_args

from avatars.errors import GarmentRefused
from avatars.vrm.checked import Checked, refusal
from avatars.wardrobe.garment import LAYERS, GarmentInfo, Origin, Zone
from avatars.wardrobe.look import PATTERN_KINDS, SLOTS, PatternKind, Slot
from avatars.wardrobe.refusing import REMEDY, as_garment

NAME: Final = "catalogue.json"
LARGEST: Final = 8 << 20
MOST_GARMENTS: Final = 2048
MOST_ZONES: Final = 4
LANGUAGES: Final = ("en", "zh", "ja")
_ORIGINS: Final = get_args(Origin)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All garments of a folder by id, in the order of the list."""

    folder: Path
    garments: Mapping[str, GarmentInfo] = field(default_factory=dict)
    elsewhere: Mapping[str, Path] = field(default_factory=dict)
    """The folders of garments that do not lie in `folder`."""

    @classmethod
    def load(cls, folder: Path) -> Catalogue:
        """Read and check ``catalogue.json``. Raises `avatars.errors.GarmentRefused` that names the entry and the field."""
        path = folder / NAME
        try:
            if path.stat().st_size > LARGEST:
                raise GarmentRefused(f"{path.name} is larger than {LARGEST >> 20} MB.", REMEDY)
            text = path.read_text("utf-8")
        except OSError as fault:
            raise GarmentRefused(f"{path} cannot be read ({fault.strerror}).", "Put the wardrobe's files back.") from fault
        except UnicodeDecodeError as fault:
            raise GarmentRefused(f"{path.name} is no text.", REMEDY) from fault
        return cls(folder, read_list(text, path.name))

    def of(self, slot: Slot) -> tuple[GarmentInfo, ...]:
        """The garments of a slot, in order."""
        return tuple(info for info in self.garments.values() if info.slot == slot)

    def file(self, garment: str) -> Path:
        """Where a garment's file lies. KeyError names an unknown one."""
        return self.elsewhere.get(garment, self.folder) / self.garments[garment].file

    def joined(self, other: Catalogue) -> Catalogue:
        """This wardrobe and the garments of another folder; where both have an id, this one's counts."""
        added = {name: info for name, info in other.garments.items() if name not in self.garments}
        folders = {name: other.elsewhere.get(name, other.folder) for name in added}
        return Catalogue(self.folder, {**self.garments, **added}, {**self.elsewhere, **folders})

    @property
    def skin(self) -> Path:
        """The file of the bare skin and what is worn at the least."""
        return self.folder / "skin" / "skin.glb"


def read_list(text: str, file: str) -> dict[str, GarmentInfo]:
    """The garments of a catalogue's text by id; `file` is the name that refusals tell."""
    with as_garment():
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            raise refusal(file, "", "is no JSON") from None
        root = Checked({"garments": data} if isinstance(data, list) else data, file)
        found: dict[str, GarmentInfo] = {}
        for item in root.each("garments", "garment", MOST_GARMENTS):
            info = _info(item)
            if info.id in found:
                raise item.refuse(f"{info.id} is listed twice")
            found[info.id] = info
        return found


def info_from_json(data: Any, file: str) -> GarmentInfo:
    """One entry, checked. Raises `GarmentRefused` that names the field."""
    with as_garment():
        return _info(Checked(data, file))


def info_to_json(info: GarmentInfo) -> dict[str, Any]:
    """An entry as plain data; what is empty is left out."""
    zones = [
        {"id": z.id, "names": dict(z.names), "dye": z.dye, "palette": list(z.palette), "patterns": list(z.patterns)}
        for z in info.zones
    ]
    whole = {
        "id": info.id, "slot": info.slot, "names": dict(info.names), "words": {k: list(v) for k, v in info.words.items()},
        "zones": zones, "tags": list(info.tags), "made_for": dict(info.made_for), "origin": info.origin, "unlock": info.unlock,
        "stories": dict(info.stories), "layer": info.layer, "replaces": list(info.replaces), "triangles": info.triangles,
        "file": info.file,
    }
    return {key: value for key, value in whole.items() if value or key in ("id", "slot", "names", "layer")}


def _info(item: Checked) -> GarmentInfo:
    slot: Any = _one_of(item.get("slot"), SLOTS)
    origin: Any = item.get("origin").choice(_ORIGINS, "hers")
    replaces: Any = tuple(_one_of(one, SLOTS) for one in item.each("replaces", "slot", len(SLOTS)))
    zones = tuple(_zone(zone) for zone in item.each("zones", "zone", MOST_ZONES))
    if len({zone.id for zone in zones}) != len(zones):
        raise item.get("zones").refuse("two have one id")
    return GarmentInfo(
        id=_word(item.get("id")), slot=slot, names=_by_language(item.get("names"), 120),
        words={lang: _words(item.get("words"), lang) for lang in LANGUAGES if item.get("words").get(lang).present},
        zones=zones, tags=_words(item, "tags"),
        made_for={name: value.number(None, 0.0, 1.0) for name, value in item.get("made_for").members(16)},
        origin=origin, unlock=item.get("unlock").text("", 60), stories=_by_language(item.get("stories"), 1000),
        layer=item.get("layer").integer(0, 20, LAYERS.get(slot, 5)), replaces=replaces,
        triangles=item.get("triangles").integer(0, 1_000_000, 0), file=_beside(item.get("file")),
    )  # fmt: skip


def _zone(item: Checked) -> Zone:
    patterns: tuple[PatternKind, ...] = tuple(
        _one_of(kind, PATTERN_KINDS) for kind in item.each("patterns", "pattern", len(PATTERN_KINDS))  # type: ignore[misc]
    )
    palette = tuple(_dye(dye) for dye in item.each("palette", "dye", 64))
    return Zone(_word(item.get("id")), _by_language(item.get("names"), 120), _dye(item.get("dye")), palette, patterns)


def _word(item: Checked) -> str:
    text = item.text("", 61)
    if not text or len(text) > 60 or not all(c.isascii() and (c.isalnum() or c in "-_.") for c in text):
        raise item.refuse("is no id of letters, digits, - and _")
    return text


def _words(item: Checked, key: str) -> tuple[str, ...]:
    return tuple(word.text("", 60) for word in item.each(key, "word", 128))


def _by_language(item: Checked, limit: int) -> dict[str, str]:
    return {lang: item.get(lang).text("", limit) for lang in LANGUAGES if item.get(lang).present}


def _one_of(item: Checked, options: tuple[str, ...]) -> str:
    if item.value not in options:
        raise item.refuse(f"is none of {', '.join(options)}")
    return str(item.value)


def _dye(item: Checked) -> str:
    text = item.text()
    if len(text) != 7 or text[0] != "#" or any(c not in "0123456789abcdefABCDEF" for c in text[1:]):
        raise item.refuse("is no colour like #a1b2c3")
    return text.lower()


def _beside(item: Checked) -> str:
    """A path below the catalogue's folder."""
    text = item.text("", 200)
    if text and (PurePosixPath(text).is_absolute() or ".." in PurePosixPath(text).parts or "\\" in text or ":" in text):
        raise item.refuse("lies outside the wardrobe")
    return text

"""What the maker of a garment says of it: ``NAME.garment.json`` beside ``NAME.glb`` (see docs/garment-format.md)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal, get_args

from avatars.errors import GarmentRefused
from avatars.vrm.checked import Checked, refusal
from avatars.wardrobe.catalogue import LANGUAGES
from avatars.wardrobe.look import SLOTS, Slot
from avatars.wardrobe.refusing import as_garment

SUFFIX: Final = ".garment.json"
LARGEST: Final = 256 * 1024
MOST_ZONES: Final = 4
Change = Literal["allowed", "with-credit", "prohibited"]
CHANGES: Final[tuple[Change, ...]] = get_args(Change)


@dataclass(frozen=True, slots=True)
class BroughtZone:
    """A part that takes a dye: `mask` is a grey picture beside the manifest (white takes the dye whole); none is all of it."""

    id: str
    names: dict[str, str]
    dye: str
    mask: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is said of a garment. Without `zones` it becomes one zone in its own middle colour."""

    slot: Slot
    names: dict[str, str]
    author: str
    licence: str
    change: Change
    redistribution: bool = False
    url: str = ""
    tags: tuple[str, ...] = ()
    made_for: dict[str, float] = field(default_factory=dict)
    zones: tuple[BroughtZone, ...] = ()
    texels_a_metre: float = 0.0


def manifest_of(garment: Path) -> Path:
    """Where the manifest of a garment's file lies."""
    return garment.with_name(garment.stem + SUFFIX)


def read_manifest(path: Path) -> Manifest:
    """Read and check it. Raises `GarmentRefused` that names the file, the field and what to do."""
    try:
        if path.stat().st_size > LARGEST:
            raise GarmentRefused(f"{path.name} is larger than {LARGEST // 1024} kB.", "A manifest is a short text.")
        text = path.read_text("utf-8")
    except FileNotFoundError:
        raise GarmentRefused(
            f"{path.name} is missing beside the garment.", "Write it: its slot, its name, its author and its licence.",
        ) from None
    except (OSError, UnicodeDecodeError) as fault:
        raise GarmentRefused(f"{path.name} cannot be read.", "Save it as plain UTF-8 text.") from fault
    return manifest_from(text, path.name)


def manifest_from(text: str, file: str) -> Manifest:
    """The manifest in a text."""
    with as_garment():
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            raise refusal(file, "", "is no JSON") from None
        root = Checked(data, file)
        slot: Any = root.get("slot").value
        if slot not in SLOTS or slot == "background":
            raise root.get("slot").refuse(f"is none of {', '.join(each for each in SLOTS if each != 'background')}")
        names = {lang: root.get("names").get(lang).text("", 60) for lang in LANGUAGES if root.get("names").get(lang).present}
        author, licence = root.get("author").text("", 120), root.get("licence").text("", 120)
        for name, value in (("names", "".join(names.values())), ("author", author), ("licence", licence)):
            if not value.strip():
                raise root.get(name).refuse("is missing")
        change: Any = root.get("change").choice(CHANGES, "prohibited")
        return Manifest(
            slot, names, author, licence, change, root.get("redistribution").flag(), root.get("url").text("", 300),
            tuple(tag.text("", 30) for tag in root.each("tags", "tag", 16)),
            {name: value.number(None, 0.0, 1.0) for name, value in root.get("made_for").members(16)},
            tuple(_zone(zone) for zone in root.each("zones", "zone", MOST_ZONES)),
            root.get("texels_a_metre").number(0.0, 0.0, 20_000.0),
        )  # fmt: skip


def _zone(item: Checked) -> BroughtZone:
    name, dye, mask = item.get("id").text("", 40), item.get("dye").text("", 8), item.get("mask").text("", 120)
    if not re.fullmatch(r"[a-z0-9_-]+", name):
        raise item.get("id").refuse("is no id of small letters, digits, - and _")
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", dye):
        raise item.get("dye").refuse("is no colour like #a1b2c3")
    if mask and (Path(mask).name != mask or Path(mask).suffix.lower() != ".png"):
        raise item.get("mask").refuse("is no PNG file beside the manifest")
    names = {lang: item.get("names").get(lang).text("", 60) for lang in LANGUAGES if item.get("names").get(lang).present}
    return BroughtZone(name, names or {"en": name}, dye.lower(), mask)

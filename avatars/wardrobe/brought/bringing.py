"""Bringing a garment: read, checked, fitted, made dyeable; and what was done, step by step."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from avatars.errors import GarmentRefused
from avatars.wardrobe.brought.cloths import dyeable
from avatars.wardrobe.brought.fitting import ON_HEAD, fitted, flesh_of
from avatars.wardrobe.brought.manifest import Manifest, manifest_of, read_manifest
from avatars.wardrobe.brought.raw import RawGarment, read_raw
from avatars.wardrobe.brought.written import garment_bytes
from avatars.wardrobe.garment import LAYERS, GarmentInfo, Zone
from avatars.wardrobe.garment_file import GarmentFile, read_garment_bytes

PALETTE: Final = ("#f3e9dc", "#2b2a33", "#a8502f", "#27364f", "#8da48b", "#d98c93")
"""What any cloth can be dyed with besides its own colour."""
KINDS: Final = ("stripe", "check", "floral", "dots")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done: `kind` is a word for programs and the key of what is said, `values` fill it in."""

    kind: str
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Brought:
    """A garment ready for the shelf."""

    info: GarmentInfo
    manifest: Manifest
    data: bytes
    steps: tuple[Step, ...]


def bring(path: Path, skin: GarmentFile, taken: Collection[str] = ()) -> Brought:
    """Make a garment of the wardrobe out of a glTF binary and the manifest beside it. `taken`: ids that others have.

    Raises `GarmentRefused` that names file, place and remedy; nothing is written.
    """
    manifest = read_manifest(manifest_of(path))
    if manifest.change == "prohibited":
        raise GarmentRefused(
            f"{path.name} is licensed against change ({manifest.licence}), and fitting it changes it.",
            "Ask its author, or say in the manifest that change is allowed if it is.",
        )
    return made(read_raw(path), manifest, path.stem, skin, taken, path.parent)


def made(
    raw: RawGarment, manifest: Manifest, stem: str, skin: GarmentFile, taken: Collection[str] = (), folder: Path | None = None
) -> Brought:
    """The same, from what was read."""
    flesh = flesh_of(skin)
    fit = fitted(raw, manifest.slot, flesh)
    cloths = dyeable(raw, manifest, folder)
    triangles = sum(len(piece.primitive.indices) // 3 for piece in raw.pieces)
    metre = manifest.texels_a_metre
    zones = tuple(Zone(z.id, z.names, z.dye, (z.dye, *PALETTE), KINDS if metre else ()) for z in cloths.zones)
    info = GarmentInfo(
        id=_free(stem, taken), slot=manifest.slot, names=manifest.names,
        words={lang: (name.lower(),) for lang, name in manifest.names.items()}, zones=zones, tags=manifest.tags,
        made_for=manifest.made_for, origin="yours", layer=LAYERS[manifest.slot], triangles=triangles,
        file="",
    )  # fmt: skip
    data = garment_bytes(info, fit, cloths, flesh, metre)
    # What cannot be read back is not put on a shelf.
    read_garment_bytes(data, raw.file)
    steps = [Step("read", {"triangles": triangles, "pieces": len(raw.pieces)})]
    if fit.scale != 1.0:
        steps.append(Step("scaled", {}))
    kind = "kept_rig" if fit.kept_rig else "on_head" if manifest.slot in ON_HEAD else "weights"
    steps.append(Step(kind, {}))
    if fit.pushed:
        steps.append(Step("pushed", {"points": fit.pushed, "mm": round(fit.deepest * 1000)}))
    if cloths.shrunk:
        steps.append(Step("shrunk", {}))
    steps.append(Step("zones", {"count": len(zones)}))
    return Brought(info, manifest, data, tuple(steps))


def _free(stem: str, taken: Collection[str]) -> str:
    """An id that nobody has."""
    base = "my-" + (re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:40] or "garment")
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name

"""The shelf: brought garments in a folder of the user's own, a catalogue and a file each, and whose work they are."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from avatars.errors import GarmentRefused, PlaceRefused
from avatars.vrm.model import Meta
from avatars.wardrobe.brought.bringing import Brought
from avatars.wardrobe.brought.manifest import Manifest
from avatars.wardrobe.catalogue import NAME, Catalogue, info_to_json
from avatars.wardrobe.garment import GarmentInfo

WORKS: Final = "authors.json"


class Shelf:
    """Garments the user brought. A half-written file never replaces a whole one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def catalogue(self) -> Catalogue:
        """What lies here. Raises `GarmentRefused` where the list is broken."""
        if not (self.folder / NAME).is_file():
            return Catalogue(self.folder, {})
        return Catalogue.load(self.folder)

    def put(self, brought: Brought) -> GarmentInfo:
        """Keep a garment; its entry. Raises `PlaceRefused` where nothing can be written."""
        info = replace(brought.info, file=f"{brought.info.slot}/{brought.info.id}.glb")
        entries = [info_to_json(one) for one in self.catalogue().garments.values() if one.id != info.id]
        works = self._works()
        works[info.id] = _work(brought.manifest)
        self._write(self.folder / info.file, brought.data)
        self._write(self.folder / WORKS, _text(works))
        self._write(self.folder / NAME, _text([*entries, info_to_json(info)]))
        return info

    def remove(self, garment: str) -> None:
        """Take one away. KeyError names one that does not lie here."""
        catalogue = self.catalogue()
        path = catalogue.file(garment)
        kept = [info_to_json(one) for one in catalogue.garments.values() if one.id != garment]
        self._write(self.folder / NAME, _text(kept))
        try:
            path.unlink(missing_ok=True)
        except OSError as fault:
            raise PlaceRefused(path, fault.strerror or str(fault)) from fault

    def licence(self, garment: str) -> Meta | None:
        """Whose work a garment is and what may be done with it; None for one that is not from here."""
        work = self._works().get(garment)
        if not isinstance(work, dict):
            return None
        told = {name: str(work.get(name, "")) for name in ("author", "licence", "url", "change")}
        modification = {"allowed": "allowModificationRedistribution", "with-credit": "allowModificationRedistribution"}
        return Meta(
            garment, authors=(told["author"],), copyright=f"{garment}: {told['author']}, {told['licence']}",
            avatar_permission="everyone", commercial="personalNonProfit",
            credit="unnecessary" if told["change"] == "allowed" else "required",
            redistribution=work.get("redistribution") is True,
            modification=modification.get(told["change"], "prohibited"), other_licence=told["url"],
        )  # fmt: skip

    def _works(self) -> dict[str, Any]:
        path = self.folder / WORKS
        try:
            found = json.loads(path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as fault:
            raise GarmentRefused(f"{path} cannot be read.", "Take the file away; the garments stay.") from fault
        return found if isinstance(found, dict) else {}

    def _write(self, path: Path, data: bytes) -> None:
        fresh = path.with_suffix(path.suffix + ".part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            fresh.write_bytes(data)
            fresh.replace(path)
        except OSError as fault:
            raise PlaceRefused(path, fault.strerror or str(fault)) from fault


def _work(manifest: Manifest) -> dict[str, Any]:
    return {
        "author": manifest.author, "licence": manifest.licence, "url": manifest.url, "change": manifest.change,
        "redistribution": manifest.redistribution,
    }  # fmt: skip


def _text(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()

"""Builds the wardrobe: python -m avatars.forge.wardrobe.build [--only ID ...] [--out DIR] [--jobs N]."""

from __future__ import annotations

import argparse
import json
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from avatars.forge.files import try_out, write
from avatars.forge.wardrobe import looks, skin, wardrobe
from avatars.forge.wardrobe.writer import garment_file, triangles
from avatars.wardrobe.catalogue import info_to_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from avatars.wardrobe.garment import GarmentInfo

DEFAULT_OUT: Final = Path(__file__).resolve().parents[3] / "assets" / "wardrobe"
LIST: Final = "catalogue.json"
LOOKS: Final = "looks.json"
BUDGET: Final = 350_000
"""Bytes a garment's file should not pass."""


def built(name: str) -> tuple[GarmentInfo, bytes]:
    """The garment with this id: its entry in the catalogue, complete, and its file."""
    garment = wardrobe.chosen([name])[0]
    tailored = garment.make()
    info = replace(garment.info, triangles=triangles(tailored.made), file=f"{garment.info.slot}/{garment.info.id}.glb")
    return info, garment_file(info, tailored)


def build_skin(folder: Path) -> None:
    """The bare skin and what is worn at the least, as `skin/skin.glb`."""
    data = garment_file(skin.INFO, skin.make_skin())
    write(folder / "skin" / "skin.glb", data)
    print(f"skin/skin.glb: {len(data) / 1e3:.0f} kB", file=sys.stderr)


def build_into(folder: Path, ids: Sequence[str] = (), jobs: int = 1) -> None:
    """Builds these garments (all and the skin if none is named) into a folder and lists them in its catalogue.

    Entries of garments that were built before stay. Raises ValueError that names an unknown garment, `PlaceRefused` where the
    folder takes no file.
    """
    names = [garment.info.id for garment in wardrobe.chosen(ids)]
    try_out(folder)
    entries = {} if not ids else _listed(folder / LIST)
    if not ids or not (folder / "skin" / "skin.glb").is_file():
        build_skin(folder)
    total, started = 0, time.monotonic()
    for info, data in _each(names, jobs):
        write(folder / info.file, data)
        entries[info.id] = info_to_json(info)
        total += len(data)
        heavy = "  over budget" if len(data) > BUDGET else ""
        print(f"{info.file}: {len(data) / 1e3:.0f} kB, {info.triangles} triangles{heavy}", file=sys.stderr)
    order = {garment.info.id: i for i, garment in enumerate(wardrobe.ALL)}
    kept = sorted((entry for entry in entries.values() if entry["id"] in order), key=lambda entry: order[entry["id"]])
    known = {garment.info.id: tuple(zone.id for zone in garment.info.zones) for garment in wardrobe.ALL}
    missing = looks.unknown(known)
    if missing:
        raise ValueError(f"looks name what is not there: {', '.join(missing)}")
    listing = {"looks": [ready.described() for ready in looks.LOOKS]}
    write(folder / LOOKS, (json.dumps(listing, ensure_ascii=False, indent=1) + "\n").encode())
    write(folder / LIST, (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode())
    print(f"{len(names)} garments: {total / 1e6:.2f} MB in {time.monotonic() - started:.0f} s", file=sys.stderr)


def _each(names: Sequence[str], jobs: int) -> Iterator[tuple[GarmentInfo, bytes]]:
    if jobs <= 1 or len(names) < 2:
        yield from map(built, names)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(built, names)


def _listed(path: Path) -> dict[str, dict[str, Any]]:
    if not path.is_file():
        return {}
    return {entry["id"]: entry for entry in json.loads(path.read_text("utf-8"))}


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m avatars.forge.wardrobe.build", description=__doc__)
    parser.add_argument("--only", nargs="+", default=[], metavar="ID", help="these garments; all of them if not given")
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT)
    parser.add_argument("--jobs", type=int, default=1, help="how many are made at a time")
    chosen = parser.parse_args(arguments)
    build_into(chosen.out, chosen.only, chosen.jobs)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

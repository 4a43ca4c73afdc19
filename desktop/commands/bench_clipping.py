"""``hearth bench clipping``: skin through cloth and holes beneath it, garment by garment, in poses and on bodies."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from avatars.stage.clipping import Flaws
    from avatars.wardrobe.catalogue import Catalogue
    from avatars.wardrobe.garment import GarmentInfo
    from avatars.wardrobe.look import Look

POSES: Final = ("stand", "lean", "sit", "dance", "hug", "cheek", "behind", "sleep")
BUILDS: Final[Mapping[str, tuple[str, Mapping[str, float] | None]]] = {
    "mira": ("mira", None), "kai": ("kai", None),
    "broad": ("mira", {"body.height": -0.8, "body.build": 0.9, "body.waist": 0.6, "body.hips": 0.5, "body.chest": 0.5}),
    "slim": ("mira", {"body.height": 0.9, "body.build": -0.8, "body.legs": 0.6, "body.shoulders": 0.4, "body.waist": -0.5}),
}
"""By name: whose file, and where the sliders stand (None: as in the file)."""
SLOTS: Final = ("top", "bottom", "dress", "outer", "shoes", "socks")
"""What lies close enough to the body to let it through."""
ALLOWED: Final = 4.0
"""Flawed pixels in a thousand of cloth: a line of one pixel along a hem."""


def configure(door: argparse.ArgumentParser) -> None:
    """The arguments of this subject."""
    door.add_argument("--garment", action="append", metavar="ID", default=[], help="only this one; may be repeated")
    door.add_argument("--pose", action="append", choices=POSES, default=[], help="only this pose; may be repeated")
    door.add_argument("--build", action="append", choices=BUILDS, default=[], help="only this body; may be repeated")
    door.add_argument("--wardrobe", metavar="DIR", type=Path, help="another wardrobe than the shipped one")
    door.add_argument("--json", action="store_true", help="one JSON object")
    door.set_defaults(subject=run)


def run(args: argparse.Namespace) -> int:
    """Draw, count, print the table; not OK where a garment shows more than `ALLOWED` of a thousand pixels."""
    from assets import asset
    from avatars.errors import AvatarError
    from avatars.wardrobe.catalogue import Catalogue

    try:
        catalogue = Catalogue.load(args.wardrobe or asset("wardrobe"))
        unknown = [name for name in args.garment if name not in catalogue.garments]
        if unknown:
            print(f"There is no garment {', '.join(unknown)}.", file=sys.stderr)
            return Exit.USAGE
        found = dict(measured(catalogue, args.garment, args.pose or POSES, args.build or tuple(BUILDS)))
    except AvatarError as fault:
        print(f"{fault.message} {fault.remedy}", file=sys.stderr)
        return Exit.MISSING
    if args.json:
        print(json.dumps(found))
    else:
        for line in table(found):
            print(line)
    return Exit.OK if all(row["worst"]["share"] <= ALLOWED for row in found.values()) else Exit.BUG


def measured(
    catalogue: Catalogue, only: Sequence[str], poses: Sequence[str], builds: Sequence[str]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """By garment: flaws over all poses and builds, and where they are worst."""
    wanted = [info for info in catalogue.garments.values() if (info.id in only if only else info.slot in SLOTS)]
    rows: dict[str, list[tuple[str, str, Flaws]]] = {info.id: [] for info in wanted}
    for build in builds:
        print(build, file=sys.stderr, flush=True)
        for pose, name, flaws in _on(catalogue, build, wanted, poses):
            rows[name].append((pose, build, flaws))
    for name, seen in rows.items():
        pose, build, worst = max(seen, key=lambda row: row[2].share)
        total = seen[0][2]
        for _, _, flaws in seen[1:]:
            total += flaws
        yield name, {"worst": {"pose": pose, "build": build, **_told(worst)}, "all": _told(total)}


def _on(
    catalogue: Catalogue, build: str, wanted: Sequence[GarmentInfo], poses: Sequence[str]
) -> Iterator[tuple[str, str, Flaws]]:
    from assets import asset
    from avatars.stage.clipping import FlatStage
    from avatars.vrm.load import load_avatar
    from avatars.wardrobe.dressing import Dresser

    name, values = BUILDS[build]
    person = load_avatar(asset("avatars", f"{name}.vrm"), clothes=False)
    stage = FlatStage(Dresser(person, catalogue), person, person.shape if values is None else values)
    try:
        for pose in poses:
            stage.take(pose)
            for info in wanted:
                yield pose, info.id, stage.flaws(worn_with(info, catalogue))
    finally:
        stage.close()


def worn_with(info: GarmentInfo, catalogue: Catalogue) -> Look:
    """The garment alone, a coat over the first top and the first bottom of the catalogue."""
    from avatars.wardrobe.look import Look, Worn

    below = [one for slot in ("top", "bottom") for one in catalogue.of(slot)[:1]] if info.slot == "outer" else []
    return Look((*(Worn(one.id) for one in below), Worn(info.id)))


def _told(flaws: Flaws) -> dict[str, float]:
    return {**asdict(flaws), "share": round(flaws.share, 3)}


def table(found: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """The figures for people: worst first."""
    yield f"{'garment':28} {'all poses and bodies':>24}   {'worst':>24}"
    yield f"{'':28} {'skin':>8} {'holes':>7} {'in 1000':>7}   {'skin':>8} {'holes':>7} {'in 1000':>7}  where"
    for name, row in sorted(found.items(), key=lambda item: -item[1]["worst"]["share"]):
        every, worst = row["all"], row["worst"]
        yield (
            f"{name:28} {every['skin']:8} {every['holes']:7} {every['share']:7.2f}   {worst['skin']:8} {worst['holes']:7} "
            f"{worst['share']:7.2f}  {worst['pose']}, {worst['build']}"
        )

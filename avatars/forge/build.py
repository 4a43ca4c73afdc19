"""Builds a person into `assets/avatars`: python -m avatars.forge.build [--person mira] [--out DIR]."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from avatars.forge import skeleton
from avatars.forge.body import make_body
from avatars.forge.gltf_writer.writer import vrm
from avatars.forge.hair import make_hair
from avatars.forge.head import make_head
from avatars.forge.outfits import OUTFITS, tailored
from avatars.forge.parameters import MIRA, Person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from avatars.forge.part import Joint, Made

PEOPLE = {"mira": MIRA}
DEFAULT_OUT = Path(__file__).resolve().parents[2] / "assets" / "avatars"


def fingerprint(person: Person) -> str:
    """A short hash of all that distinguishes this person and her wardrobe; the built file records it."""
    told = {"person": asdict(person), "outfits": [outfit.described() for outfit in OUTFITS]}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]


def all_joints(made: Sequence[Made]) -> list[Joint]:
    """The skeleton and what the makers added, parents first. Raises ValueError if a parent is missing."""
    found = {joint.name: joint for joint in skeleton.joints()}
    for one in made:
        for joint in one.joints:
            found.setdefault(joint.name, joint)
    ordered: dict[str, Joint] = {}
    while len(ordered) < len(found):
        ready = [j for j in found.values() if j.name not in ordered and (j.parent is None or j.parent in ordered)]
        if not ready:
            raise ValueError(f"joints without a parent: {sorted(set(found) - set(ordered))}")
        ordered |= {joint.name: joint for joint in ready}
    return list(ordered.values())


def build(person: Person) -> bytes:
    """The person's VRM file; the same bytes each time on one machine."""
    made = [make_head(person), make_hair(person), make_body(person), *tailored()]
    return vrm(person.name, made, all_joints(made), OUTFITS, fingerprint(person))


def write(path: Path, data: bytes) -> None:
    """Replaces the file in one step: a reader sees the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(path.suffix + ".part")
    fresh.write_bytes(data)
    fresh.replace(path)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m avatars.forge.build", description=__doc__)
    parser.add_argument("--person", choices=sorted(PEOPLE), default="mira")
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT)
    chosen = parser.parse_args(arguments)
    started = time.monotonic()
    data = build(PEOPLE[chosen.person])
    write(chosen.out / f"{chosen.person}.vrm", data)
    listing = {"outfits": [outfit.described() for outfit in OUTFITS], "default": OUTFITS[0].id}
    text = json.dumps(listing, ensure_ascii=False, indent=1) + "\n"
    write(chosen.out / f"{chosen.person}.outfits.json", text.encode())
    print(f"{chosen.person}.vrm: {len(data) / 1e6:.2f} MB in {time.monotonic() - started:.1f} s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

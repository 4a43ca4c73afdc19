"""Builds people into `assets/avatars`, the places they stand in, all there is to wear, and what the creator needs:
python -m avatars.forge.build [--person mira] [--garment beret] [--out DIR] (or `hearth forge build`)."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import time
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from avatars.errors import PlaceRefused
from avatars.forge import scenes
from avatars.forge.body import make_body
from avatars.forge.creator import build as creator
from avatars.forge.files import told, try_out, write
from avatars.forge.gltf_writer.writer import vrm
from avatars.forge.hair import make_hair
from avatars.forge.head import make_head
from avatars.forge.outfits import OUTFITS, Outfit, outfits_of, tailored
from avatars.forge.people import PEOPLE
from avatars.forge.scenes.pieces import write_pieces
from avatars.forge.skeleton import all_joints
from avatars.forge.wardrobe import build as wardrobe
from avatars.shape.body_shape import BodyShape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from avatars.forge.parameters import Person
    from avatars.forge.part import Floats, Made, Part

MOST_JOBS = 4
"""Garments that are made at a time: each takes some hundred megabytes."""
DEFAULT_OUT = Path(__file__).resolve().parents[2] / "assets" / "avatars"


def fingerprint(person: Person, outfits: Sequence[Outfit] = OUTFITS) -> str:
    """A short hash of all that distinguishes this person and the wardrobe; the built file records it."""
    told = {"person": asdict(person), "outfits": [outfit.described() for outfit in outfits]}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]


def build(person: Person, outfits: Sequence[Outfit]) -> bytes:
    """The person's VRM file; the same bytes each time on one machine."""
    shape = BodyShape(person.shape)
    made = [make_head(person), make_hair(person), make_body(person), *_wardrobe(tuple(outfits))]
    bent = [replace(one, parts=tuple(bend(part, shape) for part in one.parts)) for one in made]
    joints = all_joints(made)
    places = shape.moved([joint.position for joint in joints])
    moved = [replace(j, position=(float(p[0]), float(p[1]), float(p[2]))) for j, p in zip(joints, places, strict=True)]
    return vrm(person.name, bent, moved, outfits, fingerprint(person, outfits), person.shape)


@cache
def _wardrobe(outfits: tuple[Outfit, ...]) -> list[Made]:
    """Clothes are the same for everyone until the body bends them."""
    return tailored(outfits)


def bend(part: Part, shape: BodyShape) -> Part:
    """A part of the plain body on this one."""
    rest = part.positions.astype(np.float64)
    there = shape.moved(rest)

    def deltas(given: Mapping[str, Floats]) -> dict[str, Floats]:
        made = {}
        for name, delta in given.items():
            rows = np.flatnonzero(np.abs(delta).max(axis=1) > 0)
            made[name] = np.zeros_like(delta)
            made[name][rows] = (shape.moved(rest[rows] + delta[rows]) - there[rows]).astype(np.float32)
        return made

    normals = shape.turned(rest, part.normals)
    return replace(part, positions=there.astype(np.float32), normals=normals.astype(np.float32),
                   morphs=deltas(part.morphs), shapes=deltas(part.shapes))


def build_into(folder: Path, name: str) -> None:
    """One of `PEOPLE` as a file, with the list of outfits beside it."""
    started = time.monotonic()
    outfits = outfits_of(name)
    data = build(PEOPLE[name], outfits)
    write(folder / f"{name}.vrm", data)
    listing = {"outfits": [outfit.described() for outfit in outfits], "default": outfits[0].id}
    text = json.dumps(listing, ensure_ascii=False, indent=1) + "\n"
    write(folder / f"{name}.outfits.json", text.encode())
    print(f"{name}.vrm: {len(data) / 1e6:.2f} MB in {time.monotonic() - started:.1f} s", file=sys.stderr)


def beside(out: Path, name: str) -> Path:
    """Where the places and the wardrobe go: beside the shipped avatars, or into a folder of their own."""
    return out.parent / name if out == DEFAULT_OUT else out / name


def main(arguments: Sequence[str] | None = None) -> int:
    """The command. Raises `PlaceRefused` where nothing can be written, ValueError for a garment that is not there."""
    parser = argparse.ArgumentParser(prog="python -m avatars.forge.build", description=__doc__)
    parser.add_argument("--person", choices=sorted(PEOPLE), action="append", default=[], help="only these people")
    parser.add_argument("--garment", action="append", default=[], metavar="ID", help="only these garments")
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT)
    chosen = parser.parse_args(arguments)
    everything = not chosen.person and not chosen.garment
    places, clothes = beside(chosen.out, "scenes"), beside(chosen.out, "wardrobe")
    for folder in (chosen.out, places, clothes, beside(chosen.out, "creator")) if everything else (chosen.out,):
        try_out(folder)
    for name in sorted(PEOPLE) if everything else chosen.person:
        build_into(chosen.out, name)
    if everything:
        with told(places):
            scenes.write(places)
            write_pieces(places / "pieces")
        creator.build_into(beside(chosen.out, "creator"))
    if everything or chosen.garment:
        wardrobe.build_into(clothes, chosen.garment, jobs=min(os.cpu_count() or 1, MOST_JOBS))
    return 0


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except PlaceRefused as refused:
        raise SystemExit(f"{refused.message} {refused.remedy}") from None

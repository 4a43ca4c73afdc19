"""``hearth forge build``: make our people, their places and all there is to wear anew from their numbers."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.exit_codes import Exit


def configure(door: argparse.ArgumentParser) -> None:
    """The arguments of this door."""
    deeds = door.add_subparsers(dest="deed", metavar="DEED", required=True)
    build = deeds.add_parser("build", help="build people, places and garments into files",
                             description="Build people into VRM files and garments into glTF files; where none is named, all of"
                             " them and the places.")
    build.add_argument("--person", metavar="NAME", action="append", default=[], help="one of ours (all of them)")
    build.add_argument("--garment", metavar="ID", action="append", default=[], help="a piece of the wardrobe (all of it)")
    build.add_argument("--out", metavar="DIR", type=Path, help="where to (the shipped files)")


def run(args: argparse.Namespace) -> int:
    """Build; what was made is told on stderr."""
    from desktop import forged
    from desktop.render.view import known

    people = [known(name, forged.names(), "person") for name in args.person]
    clothes = [known(name, forged.garments(), "garment") for name in args.garment]
    forged.build_people(people, args.out, clothes)
    return Exit.OK

"""``hearth forge build``: make our people and their places anew from their numbers."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.exit_codes import Exit


def configure(door: argparse.ArgumentParser) -> None:
    """The arguments of this door."""
    deeds = door.add_subparsers(dest="deed", metavar="DEED", required=True)
    build = deeds.add_parser("build", help="build people into VRM files, and places into pictures",
                             description="Build people into VRM files; where no person is named, all of them and the places.")
    build.add_argument("--person", metavar="NAME", action="append", default=[], help="one of ours (all of them)")
    build.add_argument("--out", metavar="DIR", type=Path, help="where to (the shipped files)")


def run(args: argparse.Namespace) -> int:
    """Build; what was made is told on stderr."""
    from desktop import forged
    from desktop.render.view import known

    people = [known(name, forged.names(), "person") for name in args.person]
    forged.build_people(people, args.out)
    return Exit.OK

"""Writes what the creator works with, the plain person and the layers of a face: `python -m avatars.forge.creator.build`."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from avatars.creator.embodied import BODY, PAINT
from avatars.forge.creator.face_layers import face_layers
from avatars.forge.creator.plain_person import plain_person
from avatars.forge.files import write

DEFAULT_OUT = Path(__file__).resolve().parents[3] / "assets" / "creator"


def build_into(folder: Path) -> None:
    """Both files; the same bytes each time on one machine. Raises `PlaceRefused`."""
    started = time.monotonic()
    write(folder / BODY, plain_person())
    write(folder / PAINT, face_layers())
    print(f"creator: {time.monotonic() - started:.1f} s", file=sys.stderr)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m avatars.forge.creator.build", description=__doc__)
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT)
    build_into(parser.parse_args(arguments).out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

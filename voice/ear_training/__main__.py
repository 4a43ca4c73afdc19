"""``python -m voice.ear_training FOLDER [--beside FOLDER ...]``: make the tests' speech model and say how well it understands."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from voice.ear_training.figures import table
from voice.ear_training.making import Effort, make_model
from voice.ear_training.texts import SCRIPT


def main() -> None:
    """Make, measure, print."""
    usual = Effort()
    door = argparse.ArgumentParser(prog="python -m voice.ear_training", description="Make a speech model of espeak-ng's voices.")
    door.add_argument("folder", type=Path, help="where to write it")
    door.add_argument("--seed", type=int, default=7)
    door.add_argument("--lines", type=int, default=usual.lines, help=f"lines of speech to learn from ({usual.lines})")
    door.add_argument("--epochs", type=int, default=usual.epochs, help=f"how often to go through them ({usual.epochs})")
    door.add_argument("--hidden", type=int, default=usual.hidden, help=f"width of the net ({usual.hidden})")
    door.add_argument("--beside", type=Path, nargs="*", default=[], help="other models to show in the same table")
    args = door.parse_args()
    begin = time.monotonic()

    def told(line: str) -> None:
        print(f"{time.monotonic() - begin:6.1f} s  {line}", file=sys.stderr, flush=True)

    make_model(args.folder, SCRIPT, Effort(args.lines, args.epochs, args.hidden), args.seed, told)
    print(table([*args.beside, args.folder]))


if __name__ == "__main__":
    main()

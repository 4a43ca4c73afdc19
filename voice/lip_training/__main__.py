"""``python -m voice.lip_training [--out FILE] [--seed N] [--lines N] [--epochs N]``: make the classifier of mouths."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import numpy as np

from voice.lip_training.examples import examples
from voice.lip_training.net import trained
from voice.visemes.classifier import FILE


def main() -> None:
    """Draw examples, train, write."""
    door = argparse.ArgumentParser(prog="python -m voice.lip_training", description="Train the classifier of mouths.")
    door.add_argument("--out", type=Path, default=FILE, help="where to write it (in place of the one in use)")
    door.add_argument("--seed", type=int, default=7)
    door.add_argument("--lines", type=int, default=4000, help="lines of speech to learn from (4000)")
    door.add_argument("--epochs", type=int, default=10, help="how often to go through them (10)")
    args = door.parse_args()
    begin = time.monotonic()

    def told(line: str) -> None:
        print(f"{time.monotonic() - begin:6.1f} s  {line}", file=sys.stderr, flush=True)

    random = np.random.default_rng(args.seed)
    drawn = list(examples(args.lines, random))
    told(f"{len(drawn)} lines, {sum(len(example.classes) for example in drawn)} frames")
    net = trained(drawn, random, args.epochs, told)
    net.save(args.out)
    told(f"{net.weights()} weights in {args.out}")


if __name__ == "__main__":
    main()

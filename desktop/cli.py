"""The command line: ``hearth`` opens the window, ``hearth DOOR`` answers from one room.

Exit codes: see `desktop.exit_codes`. Answers go to stdout, everything else to stderr.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from typing import Final

from desktop.exit_codes import Exit

VERSION: Final = "0.1.0"

DOORS: Final[dict[str, str]] = {
    "doctor": "check what this machine has and what is missing",
    "say": "say one thing to her and read the answer",
    "hear": "write down what is said, in a sound file or at the microphone",
    "speak": "speak a text into a sound file",
    "voices": "list, download, try or remove neural voices",
    "render": "draw her into a picture",
    "forge": "build our people anew",
    "film": "play a conversation into a film with sound",
    "memory": "list, search, explain, correct or forget what she keeps",
    "bond": "show the bond and its reasons",
    "wardrobe": "list, put on and give what she wears",
    "taste": "show and steer what she thinks you like, and her manner",
    "why": "tell why she said what she said",
    "bench": "measure how alive she is and how well she remembers",
    "data": "find, back up, restore or check your data",
}

EPILOG: Final = """exit codes: 0 ok, 1 a bug, 2 wrong command line or file, 3 something is missing (the message says what
to do), 4 the brain server failed, 5 another Hearth uses this data folder, 6 the data folder is damaged, newer, read-only
or full, 130 stopped with Ctrl-C, 143 ended by SIGTERM"""


def parser() -> argparse.ArgumentParser:
    """The whole command line, without loading any room."""
    root = argparse.ArgumentParser(prog="hearth", description="A companion who lives on your desktop.", epilog=EPILOG)
    root.add_argument("--version", action="version", version=f"Hearth {VERSION}")
    root.add_argument("--headless", action="store_true", help="talk in the terminal, without a window")
    root.add_argument("--json", action="store_true", help="with --headless: one JSON object a line")
    common(root)
    doors = root.add_subparsers(dest="door", metavar="DOOR")
    for name, summary in DOORS.items():
        door = doors.add_parser(name, help=summary, description=summary.capitalize() + ".")
        common(door, inherited=True)
        importlib.import_module(f"desktop.commands.{name}").configure(door)
    return root


def common(target: argparse.ArgumentParser, *, inherited: bool = False) -> None:
    """The options every door takes, before or after its name."""
    default = argparse.SUPPRESS if inherited else None
    target.add_argument("--data-dir", metavar="DIR", default=default, help="where her memory lies (else HEARTH_HOME)")
    target.add_argument("--lang", choices=("en", "zh", "ja"), default=default, help="the language that is spoken")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line; the exit code."""
    args = parser().parse_args(argv)
    door = args.door or ("headless" if args.headless else "window")
    module = importlib.import_module(f"desktop.commands.{door}")
    return int(guarded(module.run, args))


def guarded(run: object, args: argparse.Namespace) -> int:
    """Run a door; environment faults become one line and an exit code, anything else is a bug with its trace."""
    from desktop.fault_report import report
    from desktop.headless.output import nobody_reads, prepare_streams
    from desktop.termination import CODE, Terminated

    prepare_streams()
    try:
        return int(run(args))  # type: ignore[operator]
    except BrokenPipeError:
        nobody_reads()
        return Exit.OK
    except KeyboardInterrupt:
        return 130
    except Terminated:
        return CODE
    except Exception as fault:  # noqa: BLE001 - the top of the process
        return report(fault, sys.stderr)

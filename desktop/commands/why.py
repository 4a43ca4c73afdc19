"""``hearth why``: why she said what she said, with the exact request where a server was asked."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from desktop.door_actions import answer, answer_json, chosen_lang, number, opened
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from mind.ports import UnitOfWork
    from mind.turn.why import Why


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("turn", nargs="?", type=number, metavar="TURN", help="the number of a reply of hers (her last one)")
    parser.add_argument("--request", action="store_true", help="also every message that was sent to the server")
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")


def run(args: argparse.Namespace) -> int:
    """Tell it; a number that is no reply of hers is a wrong command line."""
    from desktop.data_folder import data_folder
    from desktop.settings import load_settings
    from desktop.why.printed import why_json, why_lines
    from desktop.why.told import texts

    lang = chosen_lang(args)
    with opened(args, readonly=True) as store:
        found = store.call(lambda unit: _found(unit, args.turn))
    if found is None and args.turn is not None:
        sys.stderr.write("hearth: " + str(texts(lang)["no_reply"]).format(id=args.turn) + "\n")
        return Exit.USAGE
    brain = load_settings(data_folder(args.data_dir)).brain
    if args.json:
        answer_json({"why": why_json(found, brain) if found else None})
    elif found is None:
        answer(str(texts(lang)["no_reply_yet"]))
    else:
        for line in why_lines(found, brain, lang, request=args.request):
            answer(line)
    return Exit.OK


def _found(unit: UnitOfWork, turn_id: int | None) -> Why | None:
    from mind.turn.why import last_reply, why

    wanted = turn_id if turn_id is not None else last_reply(unit)
    return why(unit, wanted) if wanted is not None else None

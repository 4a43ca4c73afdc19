"""``hearth say TEXT``: one turn, her answer on stdout."""

from __future__ import annotations

import argparse
import asyncio
import sys
from typing import TYPE_CHECKING

from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from mind.events import Reply
    from mind.turn.companion import Companion


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("text", metavar="TEXT", help="what you say to her")
    parser.add_argument("--json", action="store_true", help="print the whole turn as one JSON object")


def run(args: argparse.Namespace) -> int:
    """Say it and print what she answers. A server that fails is told on stderr, exit code 4; the words are kept."""
    from desktop.composition import open_companion
    from desktop.data_folder import data_folder
    from desktop.settings import load_settings
    from mind.turn.words import kept_words

    if not kept_words(args.text):
        print("hearth: there are no words to say", file=sys.stderr)
        return Exit.USAGE
    folder = data_folder(args.data_dir)
    settings = load_settings(folder)
    companion = open_companion(folder, settings, asked=args.lang, place="terminal")
    reply = asyncio.run(_ending(_one_turn(companion, args.text, in_json=args.json)))
    return Exit.BRAIN if reply.fault else Exit.OK


async def _ending(turn: Coroutine[object, object, Reply]) -> Reply:
    from desktop.termination import terminable

    with terminable():
        return await turn


async def _one_turn(companion: Companion, text: str, *, in_json: bool) -> Reply:
    """The reply, printed as soon as it is kept."""
    from desktop.headless.output import print_fault, print_json, print_notice, print_words
    from desktop.turn_json import reply_json
    from mind.events import FaultShown, Notice, ReplyEnded

    ended: Reply | None = None
    try:
        async for event in companion.say(text):
            if isinstance(event, Notice):
                print_notice(event)
            elif isinstance(event, FaultShown):
                print_fault(event)
            elif isinstance(event, ReplyEnded):
                ended = event.reply
                print_json(reply_json(ended)) if in_json else print_words(ended.text)
    finally:
        await companion.close()
    assert ended is not None, "every turn ends with a reply"
    return ended

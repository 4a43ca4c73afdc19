"""``hearth data export-talk``: what was said as a file to read, keep and print."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from desktop.data_folder import data_folder
from desktop.door_actions import add_action, answer, answer_json, chosen_lang, words
from desktop.exit_codes import Exit
from desktop.export.talk_file import FORMATS, format_of


def configure(actions: Any) -> None:
    """This action."""
    talk = add_action(actions, "export-talk", "write what was said into a file, with times and names", _export)
    talk.add_argument("file", type=Path, metavar="FILE", help="a new file; .txt, .md or .json tells its kind")
    talk.add_argument("--from", dest="first", type=day, metavar="DATE", help="from this day on (2026-11-23)")
    talk.add_argument("--to", dest="last", type=day, metavar="DATE", help="up to this day")
    talk.add_argument("--latest", action="store_true", help="the latest talk alone, up to half an hour of silence")
    talk.add_argument("--format", choices=FORMATS, help="whatever the file is called (else by its ending, else txt)")
    talk.add_argument("--with-hushed", action="store_true", help="also what tells of things she shall never mention")


def day(text: str) -> date:
    """A day such as 2026-11-23."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day such as 2026-11-23") from None


def _export(args: argparse.Namespace) -> int:
    from desktop.export.saving import save_talk
    from mind.errors import StoreFault
    from mind.store.talks import Stretch

    lang = chosen_lang(args)
    said = words(lang, "data")
    target = args.file.expanduser().absolute()
    if args.first and args.last and args.last < args.first:
        raise StoreFault(said["no_span"].format(first=args.first, last=args.last), kind="usage")
    if args.latest and (args.first or args.last):
        raise StoreFault(said["latest_or_span"], kind="usage")
    if target.exists():
        raise StoreFault(said["exists"].format(file=target), said["other_name"], kind="usage")
    kind = args.format or format_of(target.suffix) or "txt"
    stretch = None if args.latest else Stretch(args.first, args.last)
    saved = save_talk(data_folder(args.data_dir), target, kind, lang, stretch, hushed=args.with_hushed)
    if args.json:
        written = target if saved.turns or saved.left_out else None
        answer_json({"exported": written, "turns": saved.turns, "left_out": saved.left_out})
    elif not saved.turns and not saved.left_out:
        answer(said["nothing_said"])
    else:
        answer(said["exported"].format(file=target))
        if saved.left_out:
            answer(said["left_out"].format(count=saved.left_out))
    return Exit.OK

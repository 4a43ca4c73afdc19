"""``hearth bond promises | cancel | keep | reopen``: what the two expect of each other, and how it ended."""

from __future__ import annotations

import argparse
import asyncio
from typing import TYPE_CHECKING, Any, Final

from desktop.commands.bond_steer import book_of, refuse
from desktop.commands.bond_told import loop_json, tell_loops
from desktop.door_actions import add_action, answer, answer_json, chosen_lang, number, one_line, opened, words
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from mind.domain import LoopStatus
    from mind.turn.bond_book import BondBook

UNDER_WAY: Final[tuple[LoopStatus, ...]] = ("open", "asked")
ENDED: Final[tuple[LoopStatus, ...]] = ("kept", "broken", "explained", "cancelled")


def configure(actions: Any) -> None:
    """These actions."""
    listing = add_action(actions, "promises", "list what you two expect: promises of both sides, plans she asks about", _list)
    listing.add_argument("--all", action="store_true", help="also how the others ended")
    for name, summary, work in (
        ("cancel", "let something go: she does not come back to it", _cancel),
        ("keep", "say that a promise was kept", _keep),
        ("reopen", "let something that ended be open again", _reopen),
    ):
        action = add_action(actions, name, summary, work)
        action.add_argument("id", type=number, metavar="LOOP", help="its number in 'hearth bond promises'")


def _list(args: argparse.Namespace) -> int:
    status = (*UNDER_WAY, *ENDED) if args.all else UNDER_WAY
    with opened(args, readonly=True) as store:
        loops = store.call(lambda unit: unit.loops.find(None, status))
    lang = chosen_lang(args)
    if args.json:
        answer_json({"loops": [loop_json(loop) for loop in loops]})
        return Exit.OK
    if not loops:
        answer(words(lang, "bond")["no_loops"])
    tell_loops(loops, lang)
    return Exit.OK


def _cancel(args: argparse.Namespace) -> int:
    return _end(args, "cancelled")


def _keep(args: argparse.Namespace) -> int:
    return _end(args, "kept")


def _reopen(args: argparse.Namespace) -> int:
    return _end(args, "reopened")


def _end(args: argparse.Namespace, how: str) -> int:
    said = words(chosen_lang(args), "bond")
    with opened(args, readonly=False) as store:
        loop = store.call(lambda unit: unit.loops.get(args.id))
        if loop is None:
            return refuse(said["no_loop"].format(id=args.id))
        if (loop.status in UNDER_WAY) == (how == "reopened"):
            return refuse(said["loop_open_already" if how == "reopened" else "loop_ended"].format(id=args.id))
        if how == "kept" and loop.side == "plan":
            return refuse(said["no_promise"].format(id=args.id))
        asyncio.run(_ended(book_of(store), loop.id, how))
    if args.json:
        answer_json({"loop": args.id, "status": how})
    else:
        answer(said[f"did_{how}"].format(text=one_line(loop.text)))
    return Exit.OK


async def _ended(book: BondBook, loop_id: int, how: str) -> None:
    if how == "kept":
        await book.settle(loop_id, kept=True)
    elif how == "cancelled":
        await book.cancel(loop_id)
    else:
        await book.reopen(loop_id)

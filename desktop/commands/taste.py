"""``hearth taste``: what she has noticed that the user likes, with its reasons, and her manner; to be put right."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.door_actions import add_action, answer, answer_json, chosen_lang, opened
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from mind.turn.taste_book import TasteView


def configure(parser: argparse.ArgumentParser) -> None:
    """Its actions; without one the card is shown."""
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")
    actions = parser.add_subparsers(dest="taste_action", metavar="ACTION")
    one = add_action(actions, "set", "say by hand how it is on one line of the card", _set)
    one.add_argument("axis", metavar="LINE", help="humour, teasing, advice, length, pace, questions, telling, topic:…, story:…")
    one.add_argument("value", choices=("less", "either", "more"))
    strike = add_action(actions, "strike", "it is not so: let nothing that was noticed of one line count", _strike)
    strike.add_argument("axis", metavar="LINE")
    add_action(actions, "wipe", "take away all that was noticed, said and set, for good", _wipe)
    manner = add_action(actions, "manner", "show her manners, or give her one", _manner)
    manner.add_argument("name", nargs="?", metavar="NAME", help="gentle, otome, buddy, mentor, comic, literary, or own")
    compare = add_action(actions, "compare", "say the same lines to her in every manner, each with a store of its own", _compare)
    compare.add_argument("lines", nargs="*", metavar="LINE", help="what is said (else ten lines of the language)")
    compare.add_argument("--page", type=Path, metavar="FILE", help="instead: write the page with English and Chinese there")


def run(args: argparse.Namespace) -> int:
    """One action, or the card."""
    action = getattr(args, "action", None)
    return int(action(args)) if action is not None else _show(args)


def _show(args: argparse.Namespace) -> int:
    from datetime import datetime

    from desktop.commands.taste_told import card_json, card_lines

    lang = chosen_lang(args)
    with opened(args, readonly=True) as store:
        seen = store.call(lambda unit: _view(unit, lang))
    if args.json:
        answer_json(card_json(seen))
        return Exit.OK
    for line in card_lines(seen, lang, datetime.now().astimezone()):
        answer(line)
    return Exit.OK


def _view(unit: Any, lang: Any) -> TasteView:
    from mind.character import MIRA
    from mind.clock import SystemClock
    from mind.turn.taste_book import view

    return view(unit, MIRA.id, SystemClock().now(), lang)


def _set(args: argparse.Namespace) -> int:
    from mind.clock import SystemClock
    from mind.turn.taste_book import is_axis, set_by_hand

    if not is_axis(args.axis):
        return _refuse(f"no such line: {args.axis}")
    value = {"less": -1.0, "either": 0.0, "more": 1.0}[args.value]
    with opened(args, readonly=False) as store:
        store.call(lambda unit: set_by_hand(unit, args.axis, value, SystemClock().now()))
    return _show(args)


def _strike(args: argparse.Namespace) -> int:
    from mind.turn.taste_book import strike

    with opened(args, readonly=False) as store:
        gone = store.call(lambda unit: strike(unit, args.axis))
    return _show(args) if gone else _refuse(f"nothing is known of: {args.axis}")


def _wipe(args: argparse.Namespace) -> int:
    from mind.taste.taste import EVERYTHING
    from mind.turn.tasting import forget

    with opened(args, readonly=False) as store:

        def work(unit: Any) -> None:
            forget(unit, (EVERYTHING,))
            unit.commit()

        store.call(work)
    return _show(args)


def _manner(args: argparse.Namespace) -> int:
    from desktop.commands.taste_told import manner_lines
    from mind.character import MIRA
    from mind.taste.packs import OWN, packs
    from mind.turn.taste_book import choose

    lang = chosen_lang(args)
    if args.name is not None:
        wanted = OWN if args.name == "own" else args.name
        if wanted and wanted not in packs():
            return _refuse(f"no such manner: {args.name}")
        with opened(args, readonly=False) as store:
            try:
                store.call(lambda unit: choose(unit, MIRA.id, wanted, lang))
            except ValueError:
                return _refuse(f"this manner is for people who have said that they are adults: {args.name}")
    with opened(args, readonly=True) as store:
        seen = store.call(lambda unit: _view(unit, lang))
    if args.json:
        answer_json({"manner": seen.pack or "own", "manners": ["own", *packs()]})
        return Exit.OK
    for line in manner_lines(seen, lang):
        answer(line)
    return Exit.OK


def _compare(args: argparse.Namespace) -> int:
    import asyncio

    from desktop.commands.taste_told import own_name
    from mind.talk.bench.side_by_side import LINES, page, side_by_side, whole_page

    lang = chosen_lang(args)
    if args.page is not None:
        args.page.write_text(asyncio.run(whole_page({one: own_name(one) for one in ("en", "zh")})), encoding="utf-8")
        return Exit.OK
    lines = tuple(args.lines) or LINES[lang]
    found = asyncio.run(side_by_side(lang, lines))
    if args.json:
        answer_json({"lang": lang, "lines": list(lines), "replies": {one.manner or "own": list(one.replies) for one in found}})
    else:
        answer(page(found, lang, own_name(lang), lines))
    return Exit.OK


def _refuse(text: str) -> int:
    sys.stderr.write(f"hearth: {text}\n")
    return Exit.USAGE

"""``hearth bond why``: every change with its cause, the words and the rule; on request also what was refused."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from desktop.commands.bond_gifts import gift_json, named_gifts, of_gifts, tell_gift
from desktop.commands.bond_told import bracketed, cause_json, of_backups, tell_cause
from desktop.door_actions import add_action, answer, answer_json, chosen_lang, moment, number, opened, words
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from mind.domain import HeldEvent
    from mind.languages import Lang

LINES: Final = 16
"""Ledger lines to read for one cause: its own, and those of the time before it."""


def configure(actions: Any) -> None:
    """This action."""
    why = add_action(actions, "why", "tell everything that moved the bond, newest first", _why)
    why.add_argument("--limit", type=number, default=30, metavar="N", help="at most N causes (30)")
    why.add_argument("--figures", action="store_true", help="with values and rules")
    why.add_argument("--refused", action="store_true", help="also what was proposed and did not count, and why not")


def _why(args: argparse.Namespace) -> int:
    from mind.bond.words import causes, refusals

    lang = chosen_lang(args)
    with opened(args, readonly=True) as store:
        changes, gone = store.call(lambda unit: (unit.ledger.changes(args.limit * LINES), unit.ledger.annulled()))
        backups = store.call(lambda unit: of_backups(unit, changes))
        gifts = store.call(lambda unit: of_gifts(unit.clothes.owned()))
        refused = store.call(lambda unit: unit.ledger.refused(refusals(), args.limit)) if args.refused else ()
    found = causes(changes)[: args.limit]
    named = named_gifts(gifts, args, lang)
    if args.json:
        told = {"causes": [cause_json(cause, lang, gone) | gift_json(cause, named) for cause in found]}
        answer_json(told | ({"refused": [_refused_json(one, lang, gone) for one in refused]} if args.refused else {}))
        return Exit.OK
    said = words(lang, "bond")
    for cause in found:
        tell_cause(cause, lang, gone, figures=args.figures, backups=backups)
        tell_gift(cause, named)
    if not found:
        answer(said["nothing"])
    if args.refused:
        _tell_refused(refused, lang, gone)
    return Exit.OK


def _tell_refused(refused: Sequence[HeldEvent], lang: Lang, gone: frozenset[int]) -> None:
    from mind.bond.words import event_sentence, refusal_sentence

    said = words(lang, "bond")
    answer()
    answer(said["refused"] if refused else said["none_refused"])
    for event in refused:
        taken = bracketed(said["taken_back"], lang) if event.id in gone else ""
        answer(f"{moment(event.at)}  x #{event.id} {event_sentence(event.kind, event.quote, lang)}{taken}")
        answer(f"{'':18}  " + refusal_sentence(event.rule, lang) + said[f"origin_{event.origin}"])


def _refused_json(event: HeldEvent, lang: Lang, gone: frozenset[int]) -> dict[str, Any]:
    from mind.bond.words import refusal_sentence

    names = ("id", "kind", "quote", "confidence", "severity", "rule", "at", "turn_id", "origin", "about")
    told = {name: getattr(event, name) for name in names}
    return {**told, "taken_back": event.id in gone, "reason": refusal_sentence(event.rule, lang)}

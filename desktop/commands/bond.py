"""``hearth bond``: how close you are, and why."""

from __future__ import annotations

import argparse
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from desktop.commands import bond_initiative
from desktop.door_actions import add_action, answer, answer_json, chosen_lang, moment, number, opened, words
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from mind.bond.words import Cause
    from mind.domain import BondSummary

LATEST: Final = 5
LINES: Final = 16
"""Ledger lines to read for one cause: its own, and those of the time before it."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Its actions."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    show = add_action(actions, "show", "show the bond and its latest causes", _show)
    show.add_argument("--figures", action="store_true", help="with the values behind the words")
    why = add_action(actions, "why", "tell everything that moved the bond, newest first", _why)
    why.add_argument("--limit", type=number, default=30, metavar="N", help="at most N causes (30)")
    why.add_argument("--figures", action="store_true", help="with values and rules")
    bond_initiative.add(actions)


def run(args: argparse.Namespace) -> int:
    """Do the chosen action."""
    return int(args.action(args))


def _show(args: argparse.Namespace) -> int:
    from mind.bond.words import stage_name

    lang = chosen_lang(args)
    summary, found = _read(args, LATEST)
    if args.json:
        causes = [_cause_json(cause, lang) for cause in found]
        answer_json({**_summary_json(summary), "stage_name": stage_name(summary.stage, lang), "causes": causes})
        return Exit.OK
    said = words(lang, "bond")
    answer(stage_name(summary.stage, lang))
    if args.figures:
        for field in ("bond", "warmth", "familiarity", "commitment", "trust", "hurt"):
            answer(f"  {said[field]}: {getattr(summary, field):.2f}")
    for cause in found:
        _tell(cause, lang, figures=False)
    if not found:
        answer(said["nothing"])
    return Exit.OK


def _why(args: argparse.Namespace) -> int:
    lang = chosen_lang(args)
    _, found = _read(args, args.limit)
    if args.json:
        answer_json({"causes": [_cause_json(cause, lang) for cause in found]})
        return Exit.OK
    for cause in found:
        _tell(cause, lang, figures=args.figures)
    if not found:
        answer(words(lang, "bond")["nothing"])
    return Exit.OK


def _read(args: argparse.Namespace, limit: int) -> tuple[BondSummary, tuple[Cause, ...]]:
    from mind.bond.words import causes

    now = datetime.now().astimezone()
    with opened(args, readonly=True) as store:
        summary, changes = store.call(lambda unit: (unit.ledger.summary(now), unit.ledger.changes(limit * LINES)))
    return summary, causes(changes)[:limit]


def _tell(cause: Cause, lang: Any, *, figures: bool) -> None:
    from mind.bond.words import cause_sentence

    mark = {True: "+", False: "-", None: "·"}[cause.good]
    answer(f"{moment(cause.at)}  {mark} {cause_sentence(cause, lang)}")
    if figures:
        said = words(lang, "bond")
        moved = ", ".join(f"{said[change.field]} {change.delta:+.3f}" for change in reversed(cause.changes))
        answer(f"{'':18}  {moved}  ({cause.rule})")


def _cause_json(cause: Cause, lang: Any) -> dict[str, Any]:
    from mind.bond.words import cause_sentence

    told = {name: getattr(cause, name) for name in ("cause", "rule", "quote", "at", "turn_id", "good")}
    moved = [{"field": change.field, "delta": change.delta} for change in reversed(cause.changes)]
    return {**told, "sentence": cause_sentence(cause, lang), "changes": moved}


def _summary_json(summary: BondSummary) -> dict[str, Any]:
    fields = ("stage", "bond", "warmth", "familiarity", "commitment", "trust", "hurt")
    mood = {axis: getattr(summary, axis) for axis in ("pleasure", "arousal", "dominance")}
    return {field: getattr(summary, field) for field in fields} | {"mood": mood}

"""``hearth bond``: how close you are and why, what is open between you, and how to take something back."""

from __future__ import annotations

import argparse
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from desktop.commands import bond_initiative, bond_promises, bond_replay, bond_simulate, bond_steer, bond_terms, bond_why
from desktop.commands.bond_told import (
    FIELDS,
    cause_json,
    hurt_json,
    loop_json,
    milestone_json,
    summary_json,
    tell_cause,
    tell_hurts,
    tell_loops,
    tell_milestones,
)
from desktop.door_actions import add_action, answer, answer_json, chosen_lang, opened, words
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from mind.languages import Lang
    from mind.turn.bond_book import BondView

LATEST: Final = 5
LINES: Final = 16
"""Ledger lines to read for one cause: its own, and those of the time before it."""

EPILOG: Final = """exit codes: 0 done, 2 no such number, or nothing that can be done to it, 5 another Hearth uses this data
folder (looking works beside it, changing does not), 6 the bond is not what its events give, or the data folder is damaged,
newer, read-only or full"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Its actions."""
    parser.epilog = EPILOG
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    show = add_action(actions, "show", "show the bond: where it stands, open hurts, promises, milestones, latest causes", _show)
    show.add_argument("--figures", action="store_true", help="with the values behind the words")
    bond_why.configure(actions)
    bond_replay.configure(actions)
    bond_steer.configure(actions)
    bond_promises.configure(actions)
    bond_simulate.configure(actions)
    bond_initiative.add(actions)
    bond_terms.configure(actions)


def run(args: argparse.Namespace) -> int:
    """Do the chosen action."""
    return int(args.action(args))


def _show(args: argparse.Namespace) -> int:
    from mind.bond.words import causes, stage_name
    from mind.turn.bond_book import view

    lang = chosen_lang(args)
    with opened(args, readonly=True) as store:
        seen = store.call(lambda unit: view(unit, datetime.now().astimezone(), LATEST * LINES))
    found = causes(seen.changes)[:LATEST]
    if args.json:
        named = stage_name(seen.summary.stage, lang)
        answer_json({**_view_json(seen), "stage_name": named, "causes": [cause_json(one, lang, seen.annulled) for one in found]})
        return Exit.OK
    said = words(lang, "bond")
    answer(stage_name(seen.summary.stage, lang))
    answer(said["is_paused"] if seen.summary.paused else said[f"stage_{seen.summary.stage}"])
    answer(_terms(seen, lang))
    if args.figures:
        for field in FIELDS:
            answer(f"  {said[field]}: {getattr(seen.summary, field):.2f}")
    tell_hurts(seen.hurts, lang)
    tell_loops(seen.loops, lang)
    tell_milestones(seen.milestones, lang)
    answer()
    answer(said["why"] if found else said["nothing"])
    for cause in found:
        tell_cause(cause, lang, seen.annulled)
    return Exit.OK


def _terms(seen: BondView, lang: Lang) -> str:
    said = words(lang, "bond")
    relation = said[f"as_{seen.terms.relation}"]
    return relation if seen.terms.called is None else said["called"].format(relation=relation, name=seen.terms.called)


def _view_json(seen: BondView) -> dict[str, Any]:
    return {
        **summary_json(seen.summary),
        "paused": seen.summary.paused,
        "since": seen.since,
        "terms": {"called": seen.terms.called, "relation": seen.terms.relation},
        "hurts": [hurt_json(one) for one in seen.hurts],
        "loops": [loop_json(one) for one in seen.loops],
        "milestones": [milestone_json(one) for one in seen.milestones],
    }

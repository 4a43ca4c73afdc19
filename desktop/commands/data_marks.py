"""``hearth data marks``: four marks that stay the same when the brain changes."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from desktop.door_actions import add_action, answer, answer_json, chosen_lang, opened, words
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from mind.store import SqlUnitOfWork
    from mind.turn.marks import Marks


def configure(actions: Any) -> None:
    """This action."""
    add_action(actions, "marks", "print marks of persona, memory, bond and outfit, which no change of brain moves", _marks)


def _marks(args: argparse.Namespace) -> int:
    from mind.character import MIRA
    from mind.turn.marks import marks

    def read(unit: SqlUnitOfWork) -> Marks:
        return marks(unit, MIRA)

    with opened(args, readonly=True) as store:
        found = asdict(store.call(read))
    if args.json:
        answer_json(found)
        return Exit.OK
    said = words(chosen_lang(args), "data")
    for name, mark in found.items():
        answer(f"{mark[:16]}  {said[name]}")
    return Exit.OK

"""``hearth bond undo | misunderstanding``: an event that shall not count, or count again."""

from __future__ import annotations

import argparse
import asyncio
import sys
from typing import TYPE_CHECKING, Any

from desktop.door_actions import add_action, answer, answer_json, chosen_lang, number, opened, words
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from mind.domain import BondChange, HeldEvent
    from mind.store import SqliteStore, SqlUnitOfWork
    from mind.turn.bond_book import BondBook


def configure(actions: Any) -> None:
    """These actions."""
    for name, summary in (
        ("undo", "let an event count no longer, or, of an undo, let it count again (the number is in 'hearth bond why')"),
        ("misunderstanding", "the same, for words that were taken wrongly"),
    ):
        action = add_action(actions, name, summary, _take_back)
        action.add_argument("id", type=number, metavar="ID")
        action.set_defaults(kind=name)


def book_of(store: SqliteStore) -> BondBook:
    """The bond's book on an open store; no reply is under way there that would have to end first."""
    from mind.clock import SystemClock
    from mind.turn.bond_book import BondBook

    async def settled() -> None:
        return None

    return BondBook(store, SystemClock(), settled)


def refuse(text: str) -> int:
    """A number that names nothing, or nothing that can be done: a wrong command line."""
    sys.stderr.write(f"hearth: {text}\n")
    return Exit.USAGE


def _take_back(args: argparse.Namespace) -> int:
    from mind.bond.words import event_sentence, stage_name

    lang = chosen_lang(args)
    said = words(lang, "bond")
    with opened(args, readonly=False) as store:
        event, gone, taking = store.call(lambda unit: _looked_up(unit, args.id))
        if event is None:
            return refuse(said["no_event"].format(id=args.id))
        if gone:
            return refuse(said["gone_already"].format(id=args.id, by=taking))
        book = book_of(store)
        try:
            changes = asyncio.run(book.undo(args.id) if args.kind == "undo" else book.misunderstanding(args.id))
        except ValueError:
            return refuse(said["not_reversible"].format(id=args.id))
        newest, stage = store.call(lambda unit: (unit.ledger.events(1)[0].id, unit.ledger.state().stage))
    if args.json:
        moved = [{"field": change.field, "delta": change.delta} for change in changes]
        answer_json({"taken_back": args.id, "event_id": newest, "changes": moved, "stage": stage})
        return Exit.OK
    again = event.kind in ("undo", "misunderstanding")
    answer(said["counts_again" if again else "counts_no_longer"].format(event=event_sentence(event.kind, event.quote, lang)))
    answer(_moved(changes, said) or said["moved_nothing"])
    answer(said["stands_at"].format(stage=stage_name(stage, lang), id=newest))
    return Exit.OK


def _looked_up(unit: SqlUnitOfWork, event_id: int) -> tuple[HeldEvent | None, bool, int | None]:
    """The event, whether it is taken back already, and by which."""
    found = unit.ledger.event(event_id)
    gone = unit.ledger.annulled()
    return found, event_id in gone, unit.ledger.taken_back_by(event_id) if event_id in gone else None


def _moved(changes: tuple[BondChange, ...], said: Any) -> str:
    told = (f"{said[change.field]} {change.delta:+.2f}" for change in changes if abs(change.delta) >= 0.005)
    return str(said["comma"]).join(told)

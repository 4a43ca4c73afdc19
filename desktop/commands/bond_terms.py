"""``hearth bond terms | call | be | pause | resume | reset``: what the user sets about the two."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from desktop.door_actions import add_action, answer, answer_json, chosen_lang, opened, words
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from mind.domain import Terms
    from mind.store import SqlUnitOfWork

RELATIONS: Final = ("friend", "partner", "mentor", "rival")


def configure(actions: Any) -> None:
    """These actions."""
    add_action(actions, "terms", "show what she is called and what you are to each other", _show)
    call = add_action(actions, "call", "call her by another name, or by her own", _call)
    call.add_argument("name", nargs="?", metavar="NAME", help="up to 24 letters (else her own name)")
    be = add_action(actions, "be", "choose what you are to each other", _be)
    be.add_argument("relation", choices=RELATIONS)
    add_action(actions, "pause", "let nothing count for a while", _pause)
    add_action(actions, "resume", "go on after a pause", _resume)
    reset = add_action(actions, "reset", "set the bond back to the first day; what she remembers stays", _reset)
    reset.add_argument("--yes", action="store_true", help="do not ask")


def _show(args: argparse.Namespace) -> int:
    from mind.turn.terms import read_terms

    with opened(args, readonly=True) as store:
        return _tell(args, store.call(read_terms))


def _call(args: argparse.Namespace) -> int:
    return _set(args, called=args.name or None)


def _be(args: argparse.Namespace) -> int:
    return _set(args, relation=args.relation)


def _set(args: argparse.Namespace, **changed: Any) -> int:
    from dataclasses import replace

    from mind.turn.terms import read_terms, write_terms

    def work(unit: SqlUnitOfWork) -> Terms | None:
        try:
            write_terms(unit, replace(read_terms(unit), **changed), datetime.now().astimezone())
        except ValueError:
            return None
        return read_terms(unit)

    with opened(args, readonly=False) as store:
        terms = store.call(work)
    if terms is None:
        said = words(chosen_lang(args), "terms")
        sys.stderr.write("hearth: " + said["adults" if "relation" in changed else "no_name"] + "\n")
        return Exit.USAGE
    return _tell(args, terms)


def _tell(args: argparse.Namespace, terms: Terms) -> int:
    from mind.character import MIRA
    from mind.turn.terms import names_by

    lang = chosen_lang(args)
    if args.json:
        answer_json({"called": terms.called, "relation": terms.relation})
        return Exit.OK
    said = words(lang, "terms")
    answer(said["called"].format(name=names_by(MIRA.names, terms)[lang]))
    answer(said[f"relation_{terms.relation}"])
    return Exit.OK


def _pause(args: argparse.Namespace) -> int:
    return _happen(args, "pause")


def _resume(args: argparse.Namespace) -> int:
    return _happen(args, "resume")


def _reset(args: argparse.Namespace) -> int:
    said = words(chosen_lang(args), "terms")
    if not args.yes and sys.stdin.isatty() and not _confirmed(said["ask_reset"]):
        answer(said["not_reset"])
        return Exit.OK
    return _happen(args, "reset")


def _happen(args: argparse.Namespace, kind: Any) -> int:
    """Let a pause, its end or a new beginning be an event of the bond, where it changes anything."""
    from mind.domain import BondEvent

    now = datetime.now().astimezone()

    def work(unit: SqlUnitOfWork) -> bool:
        if kind in ("pause", "resume") and unit.ledger.summary(now).paused is (kind == "pause"):
            return False
        unit.ledger.apply([BondEvent(kind, "", confirmed=True, origin="user")], now, None)
        unit.commit()
        return True

    with opened(args, readonly=False) as store:
        done = store.call(work)
    if args.json:
        answer_json({"done": kind if done else None})
        return Exit.OK
    said = words(chosen_lang(args), "terms")
    keys = {"pause": ("paused", "paused_already"), "resume": ("resumed", "not_paused"), "reset": ("reset_done", "reset_done")}
    answer(said[keys[kind][not done]])
    return Exit.OK


def _confirmed(question: str) -> bool:
    sys.stderr.write(f"{question} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes", "是", "はい")

"""``hearth bond replay``: the bond worked out anew from all its events, beside what is saved."""

from __future__ import annotations

import argparse
import time
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.commands.bond_told import FIELDS, summary_json
from desktop.door_actions import add_action, answer, answer_json, chosen_lang, opened, words
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from mind.languages import Lang
    from mind.store.proof import Proof


def configure(actions: Any) -> None:
    """This action."""
    summary = "work the bond out anew from all events and compare; or tell where it stood on a day"
    replay = add_action(actions, "replay", summary, _replay)
    replay.add_argument("--until", type=_day, metavar="DATE", help="only the events up to that day, as in 2026-11-23")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2026-11-23") from error


def _replay(args: argparse.Namespace) -> int:
    from mind.store.proof import prove

    if args.until is not None:
        return _until(args)
    lang = chosen_lang(args)
    began = time.monotonic()
    with opened(args, readonly=True) as store:
        proof = store.call(lambda unit: prove(unit.scope))
    seconds = time.monotonic() - began
    if args.json:
        answer_json(_proof_json(proof) | {"seconds": round(seconds, 3)})
    else:
        _tell(proof, seconds, lang)
    return Exit.OK if proof.holds else Exit.DATA


def _until(args: argparse.Namespace) -> int:
    from mind.bond.words import stage_name
    from mind.store.ledger import hash_of
    from mind.store.proof import until

    lang = chosen_lang(args)
    with opened(args, readonly=True) as store:
        state, last = store.call(lambda unit: until(unit.scope, args.until))
    summary = state.summary()
    if args.json:
        answer_json({"until": str(args.until), "event_id": last or None, "hash": hash_of(state), **summary_json(summary)})
        return Exit.OK
    said = words(lang, "bond")
    answer(stage_name(summary.stage, lang))
    answer(said["until"].format(day=args.until, event=last) if last else said["until_nothing"].format(day=args.until))
    for field in FIELDS:
        answer(f"  {said[field]}: {getattr(summary, field):.2f}")
    return Exit.OK


def _tell(proof: Proof, seconds: float, lang: Lang) -> None:
    said = words(lang, "bond")
    rules = said["comma"].join(map(str, proof.rules)) or "–"
    counted = {"events": proof.events, "lines": proof.lines, "gone": proof.gone, "rules": rules, "seconds": f"{seconds:.2f}"}
    answer(said["replayed"].format(**counted))
    for field in FIELDS:
        answer(f"  {said[field]}: {getattr(proof.state, field):.4f}")
    answer(f"  {said['hash']}: {proof.hash}")
    if proof.holds:
        answer(said["same"] if proof.same else said["alike"])
        answer(said["adds_up"].format(off=f"{proof.off:.1e}"))
        return
    if proof.differing:
        answer(said["differs"].format(fields=said["comma"].join(proof.differing)))
    for field, total, moved in proof.astray:
        answer(said["astray"].format(field=said.get(field, field), total=f"{total:.6f}", moved=f"{moved:.6f}"))
    answer(said["differs_remedy"])


def _proof_json(proof: Proof) -> dict[str, Any]:
    names = ("events", "lines", "rules", "hash", "saved_hash", "differing", "same", "off", "holds")
    told = {name: getattr(proof, name) for name in names}
    astray = [{"field": field, "sum": total, "moved": moved} for field, total, moved in proof.astray]
    return told | {"taken_back": proof.gone, "astray": astray, **summary_json(proof.state.summary())}

"""``hearth data companions | export | erase``: what is kept of each companion, also of one who no longer lives here."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.data_folder import data_folder
from desktop.door_actions import add_action, answer, answer_json, chosen_lang, moment, opened, words
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from mind.store import SqlUnitOfWork
    from mind.store.companions import Kept


def configure(actions: Any) -> None:
    """These actions."""
    add_action(actions, "companions", "list who is kept here, also who no longer lives here", _companions)
    export = add_action(actions, "export", "write all that is kept of a companion into a text file", _export)
    export.add_argument("key", metavar="COMPANION")
    export.add_argument("file", type=Path, metavar="FILE", help="a new file")
    erase = add_action(actions, "erase", "take away all that is kept of a companion, for good", _erase)
    erase.add_argument("key", metavar="COMPANION")
    erase.add_argument("--yes", action="store_true", help="do not ask")


def gone(folder: Path) -> tuple[Kept, ...]:
    """Those of whom something is kept and who live here no longer."""
    from mind.character import EVERYONE

    here = {one.id for one in EVERYONE}
    return tuple(one for one in _kept(folder) if one.key not in here)


def _kept(folder: Path) -> tuple[Kept, ...]:
    from mind.store import open_store
    from mind.store.companions import everyone

    store = open_store(folder, readonly=True)
    try:
        return store.call(lambda unit: everyone(unit.scope.connection))
    finally:
        store.close()


def _companions(args: argparse.Namespace) -> int:
    folder = data_folder(args.data_dir)
    kept, absent = _kept(folder), {one.key for one in gone(folder)}
    if args.json:
        names = ("key", "turns", "memories", "notes", "loops", "first", "last")
        listed = [{**{name: getattr(one, name) for name in names}, "here": one.key not in absent} for one in kept]
        answer_json({"companions": listed})
        return Exit.OK
    said = words(chosen_lang(args), "data")
    for one in kept:
        times = f"{moment(one.first)} – {moment(one.last)}" if one.first and one.last else "–"
        told = said["companion"].format(key=one.key, turns=one.turns, memories=one.memories, notes=one.notes, times=times)
        told += said["loops"].format(loops=one.loops) if one.loops else ""
        answer(told + (f" ({said['gone']})" if one.key in absent else ""))
    if not kept:
        answer(said["nobody"])
    return Exit.OK


def _export(args: argparse.Namespace) -> int:
    from mind.errors import StoreFault
    from mind.store import faults, open_store
    from mind.store.companions import lines

    said = words(chosen_lang(args), "data")
    folder, target = data_folder(args.data_dir), args.file.expanduser().absolute()
    if args.key not in {one.key for one in _kept(folder)}:
        return _unknown(args.key, said["no_companion"])
    if target.exists():
        raise StoreFault(said["exists"].format(file=target), said["other_name"], kind="usage")
    store = open_store(folder, companion=args.key, readonly=True)
    try:
        # For the owner's eyes alone, as everything that holds their words.
        with os.fdopen(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            file.write(f"# {args.key}\n")
            file.writelines(line + "\n" for line in lines(store))
    except OSError as error:
        raise faults.of_copy(error, target) from error
    finally:
        store.close()
    if args.json:
        answer_json({"exported": target, "bytes": target.stat().st_size})
    else:
        answer(said["exported"].format(file=target))
    return Exit.OK


def _erase(args: argparse.Namespace) -> int:
    from mind.store.companions import erase

    said = words(chosen_lang(args), "data")
    if not args.yes and sys.stdin.isatty() and not _confirmed(said["ask_erase"].format(key=args.key)):
        answer(said["nothing_erased"])
        return Exit.OK

    def work(unit: SqlUnitOfWork) -> bool:
        done = erase(unit.scope, args.key)
        if done:
            unit.commit()
        return done

    with opened(args, readonly=False) as store:
        done = store.call(work)
    if not done:
        return _unknown(args.key, said["no_companion"])
    if args.json:
        answer_json({"erased": args.key})
    else:
        answer(said["erased"].format(key=args.key))
    return Exit.OK


def _confirmed(question: str) -> bool:
    sys.stderr.write(f"{question} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes", "是", "はい")


def _unknown(key: str, said: str) -> int:
    sys.stderr.write("hearth: " + said.format(key=key) + "\n")
    return Exit.USAGE

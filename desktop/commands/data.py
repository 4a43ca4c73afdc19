"""``hearth data``: where your data lies, its backups, and whether it is sound."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands import data_companions, data_marks, data_talk
from desktop.data_folder import data_folder
from desktop.door_actions import add_action, answer, answer_json, chosen_lang, moment, opened, words
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from datetime import datetime

    from mind.store import SqlUnitOfWork


def configure(parser: argparse.ArgumentParser) -> None:
    """Its actions."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    add_action(actions, "path", "print where your data lies", _path)
    backup = add_action(actions, "backup", "check the database and copy it, also while Hearth runs", _backup)
    backup.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a new file (else a dated name in backups/)")
    restore = add_action(actions, "restore", "bring a backup back; what is there now is set aside", _restore)
    restore.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the backup (else the newest)")
    restore.add_argument("--fresh", action="store_true", help="begin anew instead, with nothing in it")
    check = add_action(actions, "check", "look the database through and say what was found", _check)
    data_companions.configure(actions)
    data_talk.configure(actions)
    data_marks.configure(actions)
    check.add_argument("--repair", action="store_true", help="heal first what can be healed, after a backup")


def run(args: argparse.Namespace) -> int:
    """Do the chosen action."""
    return int(args.action(args))


def _path(args: argparse.Namespace) -> int:
    from mind.store.folder import Folder

    place = Folder(data_folder(args.data_dir))
    if args.json:
        names = {"database": place.database, "backups": place.backups}
        answer_json({"path": place.path, **names, "exists": _exists(place.database)})
    else:
        answer(str(place.path))
    return Exit.OK


def _exists(file: Path) -> bool:
    try:
        return file.exists()
    except PermissionError:
        return False


def _backup(args: argparse.Namespace) -> int:
    from mind.errors import StoreFault
    from mind.store.folder import Folder

    said = words(chosen_lang(args), "data")
    place = Folder(data_folder(args.data_dir))
    place.require_shape()
    target = args.file.expanduser().absolute() if args.file else None
    if not place.database.exists():
        raise StoreFault(said["nothing_to_back_up"].format(folder=place.path), kind="nothing-kept")
    if target and target.exists():
        raise StoreFault(said["exists"].format(file=target), said["other_name"], kind="usage")
    with opened(args, readonly=True) as store:
        made = store.call(lambda unit: _make(unit, place.path, target))
    if args.json:
        answer_json({"backup": made, "bytes": made.stat().st_size})
    else:
        answer(said["made"].format(file=made))
    return Exit.OK


def _make(unit: SqlUnitOfWork, path: Path, target: Path | None) -> Path:
    from mind.store.backups import make_backup
    from mind.store.folder import Folder

    return make_backup(unit.scope.connection, unit.scope.dialect, Folder(path), target)


def _restore(args: argparse.Namespace) -> int:
    from mind.store.restore import begin_anew, restore

    said = words(chosen_lang(args), "data")
    folder = data_folder(args.data_dir)
    if args.fresh:
        chosen, aside = None, begin_anew(folder)
    else:
        chosen, aside = restore(folder, args.file.expanduser() if args.file else None)
    at = _of_when(args) if chosen else None
    if args.json:
        answer_json({"restored": chosen, "of": at, "set_aside": aside})
        return Exit.OK
    answer(said["restored"].format(file=chosen) if chosen else said["fresh"])
    if at:
        answer(said["restored_of"].format(at=moment(at)))
    if aside:
        answer(said["aside"].format(file=aside))
    return Exit.OK


def _of_when(args: argparse.Namespace) -> datetime | None:
    """When the last words in the backup were said."""
    from mind.store.restored import of_when

    with opened(args, readonly=True) as store:
        return store.call(lambda unit: of_when(unit.scope.connection))


def _repair(args: argparse.Namespace) -> tuple[tuple[str, ...], Path | None]:
    """Heal what can be healed, after a backup; what was wrong, and the backup."""
    from mind.store.check import check, mend

    def heal(unit: SqlUnitOfWork) -> None:
        mend(unit)
        unit.commit()

    before = check(data_folder(args.data_dir))
    if not before.repairable:
        return (), None
    with opened(args, readonly=False) as store:
        made = store.call(lambda unit: _make(unit, store.folder.path, None))
        store.call(heal)
    return before.findings, made


def _check(args: argparse.Namespace) -> int:
    from mind.store.check import check

    wrong, copy = _repair(args) if args.repair and data_folder(args.data_dir).exists() else ((), None)
    report = check(data_folder(args.data_dir))
    mended = [flaw for flaw in wrong if flaw not in report.findings]
    if args.json:
        names = ("folder", "revision", "bytes", "counts", "backups", "set_aside", "findings", "beyond", "sound", "repairable")
        answer_json({**{name: getattr(report, name) for name in names}, "mended": mended, "copy": copy})
        return Exit.OK if report.sound else Exit.DATA
    said = words(chosen_lang(args), "data")
    if copy:
        answer(said["made"].format(file=copy))
    for flaw in mended:
        answer(said["mended"].format(flaw=flaw))
    for finding in report.findings:
        answer(f"- {finding}")
    if report.repairable:
        answer(said["repairable"])
    if report.beyond:
        answer(said["beyond"].format(flaws=len(report.beyond)))
    if report.sound:
        turns, memories = report.counts.get("turn", 0), report.counts.get("memory", 0)
        answer(said["sound"].format(turns=turns, memories=memories, backups=len(report.backups)))
    for one in data_companions.gone(report.folder) if report.counts else ():
        answer(said["of_one_gone"].format(key=one.key, turns=one.turns, memories=one.memories))
        if one.loops:
            answer(said["loops_of_one_gone"].format(key=one.key, loops=one.loops))
    for name in report.set_aside:
        answer(said["aside"].format(file=report.folder / name))
    return Exit.OK if report.sound else Exit.DATA

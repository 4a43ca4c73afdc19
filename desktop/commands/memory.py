"""``hearth memory``: what she keeps of you, listed, found and forgotten; `memory_steer` has the rest."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from desktop.commands import memory_diary, memory_steer
from desktop.commands.memory_told import memory_json, tell_memory, turn_json
from desktop.door_actions import (
    add_action,
    answer,
    answer_json,
    answer_json_list,
    chosen_lang,
    moment,
    number,
    one_line,
    opened,
    words,
)
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from mind.domain import Memory
    from mind.store import SqliteStore, SqlUnitOfWork

PAGE: Final = 500

EPILOG: Final = """exit codes: 0 done, 2 no such number or no sentence (what else was named is done), 5 another Hearth uses this
data folder (looking works beside it, changing does not), 6 the data folder is damaged, newer, read-only or full"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Its actions."""
    parser.epilog = EPILOG
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = add_action(actions, "list", "list what she keeps, newest first", _list)
    listing.add_argument("--all", action="store_true", help="also what holds no longer")
    listing.add_argument("--limit", type=number, metavar="N", help="at most N")
    listing.add_argument("--before", type=number, metavar="ID", help="only those older than this one")
    search = add_action(actions, "search", "search what she keeps and the words of all talks", _search)
    search.add_argument("words", nargs="+", metavar="WORD")
    search.add_argument("--limit", type=number, default=20, metavar="N", help="at most N of each (20)")
    forget = add_action(actions, "forget", "forget memories for good, with their words wherever they stand", _forget)
    forget.add_argument("ids", nargs="+", type=number, metavar="ID")
    forget.add_argument("--turn", action="store_true", help="the ids are of turns: forget what was said and its answer")
    forget.add_argument("--yes", action="store_true", help="do not ask")
    memory_steer.configure(actions)
    memory_diary.configure(actions)


def run(args: argparse.Namespace) -> int:
    """Do the chosen action."""
    return int(args.action(args))


def _list(args: argparse.Namespace) -> int:
    said = words(chosen_lang(args), "memory")
    with opened(args, readonly=True) as store:
        memories = _pages(store, args.all, args.limit, args.before)
        if args.json:
            answer_json_list("memories", (memory_json(memory) for memory in memories))
            return Exit.OK
        first = next(memories, None)
        if first is None:
            answer(said["nothing"])
            return Exit.OK
        for memory in chain([first], memories):
            tell_memory(memory, said)
    return Exit.OK


def _pages(store: SqliteStore, everything: bool, limit: int | None, before: int | None) -> Iterator[Memory]:
    """Newest first, read a page at a time: a million take no more room than a hundred."""
    left = limit if limit is not None else sys.maxsize
    while left > 0:
        size = min(PAGE, left)
        page = store.call(partial(_page, everything=everything, size=size, before=before))
        yield from page
        if len(page) < size:
            return
        left, before = left - size, page[-1].id


def _page(unit: SqlUnitOfWork, *, everything: bool, size: int, before: int | None) -> tuple[Memory, ...]:
    if everything:
        return unit.memories.history(limit=size, before=before)
    return unit.memories.current(muted=True, limit=size, before=before)


def _search(args: argparse.Namespace) -> int:
    query = " ".join(args.words)
    with opened(args, readonly=True) as store:
        memories, turns = store.call(
            lambda unit: (
                unit.memories.search(query, args.limit, everything=True), unit.turns.search(query, args.limit)
            )
        )
    if args.json:
        found = {"memories": [memory_json(memory) for memory in memories], "turns": [turn_json(turn) for turn in turns]}
        answer_json({"query": query, **found})
        return Exit.OK
    said = words(chosen_lang(args), "memory")
    for memory in memories:
        tell_memory(memory, said)
    if memories and turns:
        answer()
    for turn in turns:
        answer(f"{moment(turn.at)}  {said[turn.speaker]} #{turn.id}: {one_line(turn.text)}")
    if not memories and not turns:
        answer(said["not_found"])
    return Exit.OK


def _forget(args: argparse.Namespace) -> int:
    said = words(chosen_lang(args), "memory")
    if not args.yes and sys.stdin.isatty() and not _confirmed(said["ask"]):
        answer(said["kept"])
        return Exit.OK
    with opened(args, readonly=False) as store:
        known = store.call(lambda unit: _forget_known(unit, args.ids, args.turn))
    unknown = [wanted for wanted in args.ids if wanted not in known]
    if args.json:
        answer_json({"forgotten": known, "unknown": unknown})
    elif known:
        answer(said["forgotten"].format(ids=", ".join(map(str, known))))
    if unknown:
        sys.stderr.write("hearth: " + said["unknown"].format(ids=", ".join(map(str, unknown))) + "\n")
    return Exit.USAGE if unknown else Exit.OK


def _forget_known(unit: Any, ids: list[int], turns: bool) -> list[int]:
    place = unit.turns if turns else unit.memories
    known = [wanted for wanted in dict.fromkeys(ids) if place.get(wanted) is not None]
    for wanted in known:
        (place.remove if turns else place.forget)(wanted)
    unit.commit()
    return known


def _confirmed(question: str) -> bool:
    sys.stderr.write(f"{question} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes", "是", "はい")

"""``hearth memory``: what she keeps of you, found and forgotten."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from desktop.door_actions import add_action, answer, answer_json, chosen_lang, moment, number, one_line, opened, words
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mind.domain import Memory, Turn


def configure(parser: argparse.ArgumentParser) -> None:
    """Its actions."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = add_action(actions, "list", "list what she keeps, newest first", _list)
    listing.add_argument("--all", action="store_true", help="also what holds no longer")
    search = add_action(actions, "search", "search what she keeps and the words of all talks", _search)
    search.add_argument("words", nargs="+", metavar="WORD")
    search.add_argument("--limit", type=number, default=20, metavar="N", help="at most N of each (20)")
    forget = add_action(actions, "forget", "forget memories for good, with their words wherever they stand", _forget)
    forget.add_argument("ids", nargs="+", type=number, metavar="ID")
    forget.add_argument("--turn", action="store_true", help="the ids are of turns: forget what was said and its answer")
    forget.add_argument("--yes", action="store_true", help="do not ask")


def run(args: argparse.Namespace) -> int:
    """Do the chosen action."""
    return int(args.action(args))


def _list(args: argparse.Namespace) -> int:
    with opened(args, readonly=True) as store:
        memories = store.call(lambda unit: unit.memories.history() if args.all else unit.memories.current())
    if args.json:
        answer_json({"memories": [_memory_json(memory) for memory in memories]})
        return Exit.OK
    said = words(chosen_lang(args), "memory")
    for memory in memories:
        _tell_memory(memory, said)
    if not memories:
        answer(said["nothing"])
    return Exit.OK


def _search(args: argparse.Namespace) -> int:
    query = " ".join(args.words)
    with opened(args, readonly=True) as store:
        memories, turns = store.call(
            lambda unit: (unit.memories.search(query, args.limit), unit.turns.search(query, args.limit))
        )
    if args.json:
        found = {"memories": [_memory_json(memory) for memory in memories], "turns": [_turn_json(turn) for turn in turns]}
        answer_json({"query": query, **found})
        return Exit.OK
    said = words(chosen_lang(args), "memory")
    for memory in memories:
        _tell_memory(memory, said)
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


def _tell_memory(memory: Memory, said: Mapping[str, str]) -> None:
    state = "" if memory.superseded_by is None and memory.expired_at is None else f" ({said['past']})"
    due = f" [{moment(memory.due)}]" if memory.due else ""
    answer(f"{memory.id:>4}  {one_line(memory.text)}{due}{state}")
    answer("      " + said["receipt"].format(at=moment(memory.said_at), quote=one_line(memory.quote, 80)))


def _memory_json(memory: Memory) -> dict[str, Any]:
    names = ("id", "turn_id", "kind", "key", "value", "text", "quote", "lang", "confidence", "said_at", "due")
    past = {"superseded_by": memory.superseded_by, "expired_at": memory.expired_at}
    return {name: getattr(memory, name) for name in names} | past | {"slots": dict(memory.slots)}


def _turn_json(turn: Turn) -> dict[str, Any]:
    names = ("id", "speaker", "text", "at", "lang", "channel", "ended", "reply_to")
    return {name: getattr(turn, name) for name in names}

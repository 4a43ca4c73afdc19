"""``hearth memory why | edit | pin | mute | people | places | loops | timeline``: looking closely, and changing."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desktop.commands.memory_told import card_json, memory_json, tell_card, tell_memory
from desktop.door_actions import add_action, answer, answer_json, chosen_lang, moment, number, one_line, opened, words
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mind.domain import Memory
    from mind.memory.people import KnownPerson
    from mind.memory.places import KnownPlace
    from mind.ports import UnitOfWork


def configure(actions: Any) -> None:
    """These actions."""
    why = add_action(actions, "why", "show where a memory is from, how sure it is, and when it was used", _why)
    why.add_argument("id", type=number, metavar="ID")
    edit = add_action(actions, "edit", "put your own sentence in the place of a memory's; the old one stays as history", _edit)
    edit.add_argument("id", type=number, metavar="ID")
    edit.add_argument("words", nargs="+", metavar="TEXT")
    for name, summary in (
        ("pin", "keep memories near her mind whatever the time"),
        ("unpin", "keep them no nearer than others"),
        ("mute", "let her never mention memories, though she keeps them"),
        ("unmute", "let her mention them again"),
    ):
        mark = add_action(actions, name, summary, _marking(name))
        mark.add_argument("ids", nargs="+", type=number, metavar="ID")
    add_action(actions, "people", "list the people and animals she knows of", _people)
    add_action(actions, "places", "list the places she knows of", _places)
    add_action(actions, "loops", "list plans to come, and past ones you have not told the end of", _loops)
    timeline = add_action(actions, "timeline", "list all she ever kept by day, newest first", _timeline)
    timeline.add_argument("--limit", type=number, default=50, metavar="N", help="at most N memories (50)")
    timeline.add_argument("--before", type=number, metavar="ID", help="only those older than this one")


def _why(args: argparse.Namespace) -> int:
    from mind.turn.memory_views import card

    with opened(args, readonly=True) as store:
        found = store.call(lambda unit: card(unit, args.id))
    if found is None:
        return _unknown(args, [args.id])
    if args.json:
        answer_json(card_json(found))
    else:
        tell_card(found, _said(args))
    return Exit.OK


def _edit(args: argparse.Namespace) -> int:
    from mind.turn.memory_steering import correct

    lang, text = chosen_lang(args), " ".join(args.words)
    with opened(args, readonly=False) as store:
        try:
            made = store.call(lambda unit: correct(unit, args.id, text, datetime.now().astimezone(), lang))
        except KeyError:
            return _unknown(args, [args.id])
        except ValueError as fault:
            sys.stderr.write(f"hearth: {_said(args)['no_sentence']} ({fault})\n")
            return Exit.USAGE
    if args.json:
        answer_json({"replaced": args.id, "memory": memory_json(made)})
    else:
        tell_memory(made, _said(args))
    return Exit.OK


def _marking(name: str) -> Callable[[argparse.Namespace], int]:
    """The action that sets or takes one mark."""

    def work(args: argparse.Namespace) -> int:
        from mind.turn.memory_steering import mute, pin

        on, lang = not name.startswith("un"), chosen_lang(args)

        def mark(unit: UnitOfWork) -> list[Memory]:
            known = [one for one in dict.fromkeys(args.ids) if unit.memories.get(one) is not None]
            for one in known:
                if name.endswith("pin"):
                    pin(unit, one, on)
                else:
                    mute(unit, one, on, lang)
            return [memory for one in known if (memory := unit.memories.get(one)) is not None]

        with opened(args, readonly=False) as store:
            marked = store.call(mark)
        unknown = [one for one in args.ids if one not in {memory.id for memory in marked}]
        if args.json:
            answer_json({"memories": [memory_json(one) for one in marked], "unknown": unknown})
        else:
            for one in marked:
                tell_memory(one, _said(args))
        return _unknown(args, unknown) if unknown else int(Exit.OK)

    return work


def _people(args: argparse.Namespace) -> int:
    from mind.turn.memory_views import known_people

    with opened(args, readonly=True) as store:
        found = store.call(lambda unit: known_people(unit, datetime.now().astimezone()))
    if args.json:
        answer_json({"people": [_gathered_json(one) | {"relation": one.relation, "sort": one.sort} for one in found]})
        return Exit.OK
    said = _said(args)
    for one in found:
        _tell_gathered(f"{one.name} ({one.relation})" if one.name and one.relation else one.name or one.relation, one, said)
    if not found:
        answer(said["nobody"])
    return Exit.OK


def _places(args: argparse.Namespace) -> int:
    from mind.turn.memory_views import known_places

    with opened(args, readonly=True) as store:
        found = store.call(lambda unit: known_places(unit, datetime.now().astimezone()))
    if args.json:
        answer_json({"places": [_gathered_json(one) for one in found]})
        return Exit.OK
    for one in found:
        _tell_gathered(one.name, one, _said(args))
    if not found:
        answer(_said(args)["nowhere"])
    return Exit.OK


def _loops(args: argparse.Namespace) -> int:
    from mind.turn.memory_views import loops

    with opened(args, readonly=True) as store:
        found = store.call(lambda unit: loops(unit, datetime.now().astimezone()))
    if args.json:
        answer_json({"loops": [memory_json(loop.memory) | {"state": loop.state} for loop in found]})
        return Exit.OK
    said = _said(args)
    for loop in found:
        assert loop.memory.due is not None
        due = moment(loop.memory.due)
        answer(f"{loop.memory.id:>4}  {one_line(loop.memory.text)}: {said[loop.state].format(due=due)}")
    if not found:
        answer(said["no_loops"])
    return Exit.OK


def _timeline(args: argparse.Namespace) -> int:
    from mind.turn.memory_views import timeline

    with opened(args, readonly=True) as store:
        found = store.call(lambda unit: timeline(unit, args.limit, args.before))
    if args.json:
        rows = [memory_json(entry.memory) | {"replaces": [one.id for one in entry.replaces]} for entry in found]
        answer_json({"memories": rows, "before": found[-1].memory.id if len(found) == args.limit else None})
        return Exit.OK
    said, day = _said(args), ""
    for entry in found:
        today = moment(_day_of(entry.memory))[:10]
        if today != day:
            answer(today)
            day = today
        tell_memory(entry.memory, said)
    if not found:
        answer(said["nothing"])
    return Exit.OK


def _day_of(memory: Memory) -> datetime:
    return memory.edited_at or memory.said_at


def _tell_gathered(title: str, one: KnownPerson | KnownPlace, said: Mapping[str, str]) -> None:
    answer(f"{title}: {said['last_said'].format(at=moment(one.last_said))}")
    waiting = {loop.memory.id for loop in one.open}
    for memory in one.memories:
        answer(f"{memory.id:>4}  {one_line(memory.text)}" + (f" ({said['open']})" if memory.id in waiting else ""))


def _gathered_json(one: KnownPerson | KnownPlace) -> dict[str, Any]:
    return {
        "name": one.name, "last_said": one.last_said, "memories": [memory_json(memory) for memory in one.memories],
        "open": [loop.memory.id for loop in one.open],
    }  # fmt: skip


def _unknown(args: argparse.Namespace, ids: list[int]) -> int:
    sys.stderr.write("hearth: " + _said(args)["unknown"].format(ids=", ".join(map(str, ids))) + "\n")
    return int(Exit.USAGE)


def _said(args: argparse.Namespace) -> Mapping[str, str]:
    return words(chosen_lang(args), "memory")

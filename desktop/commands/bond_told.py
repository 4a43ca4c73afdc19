"""The bond as the door ``hearth bond`` tells it: as lines, and as JSON."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from desktop.door_actions import answer, moment, one_line, words

if TYPE_CHECKING:
    from datetime import datetime

    from mind.bond.milestones import Milestone
    from mind.bond.words import Cause
    from mind.domain import BondChange, BondSummary, OpenHurt, OpenLoop
    from mind.languages import Lang
    from mind.ports import UnitOfWork

FIELDS: Final = ("bond", "warmth", "familiarity", "commitment", "trust", "hurt", "tension")
MILESTONES: Final = 6
NOTHING: Final[Mapping[int, datetime]] = MappingProxyType({})
AXES: Final = ("pleasure", "arousal", "dominance")


def of_backups(unit: UnitOfWork, changes: Iterable[BondChange]) -> dict[int, datetime]:
    """When the last words were said that a restored backup knew, by event."""
    turns = {one.event_id: unit.turns.get(one.turn_id) for one in changes if one.cause == "restored" and one.turn_id}
    return {event: turn.at for event, turn in turns.items() if turn is not None}


def tell_cause(
    cause: Cause, lang: Lang, gone: Collection[int] = (), *, figures: bool = False, backups: Mapping[int, datetime] = NOTHING
) -> None:
    """One cause on a line, with the number of its event; the values it moved on another."""
    from mind.bond.words import cause_sentence

    said = words(lang, "bond")
    event = cause.changes[0].event_id
    mark = {True: "+", False: "-", None: "·"}[cause.good]
    number = "" if cause.cause in ("time", "milestone") else f" #{event}"
    taken = bracketed(said["taken_back"], lang) if event in gone else ""
    taken += bracketed(said["of_backup"].format(at=moment(backups[event])), lang) if event in backups else ""
    answer(f"{moment(cause.at)}  {mark}{number} {cause_sentence(cause, lang)}{taken}")
    if figures:
        moved = ", ".join(f"{said[change.field]} {change.delta:+.3f}" for change in reversed(cause.changes))
        answer(f"{'':18}  {moved}  ({cause.rule})")


def bracketed(told: str, lang: Lang) -> str:
    """A remark behind what it is about."""
    return words(lang, "bond")["bracketed"].format(told=told)


def tell_hurts(hurts: Iterable[OpenHurt], lang: Lang) -> None:
    """What stands between the two, and what would mend the first of it."""
    from mind.bond.words import event_sentence

    said = words(lang, "bond")
    for place, hurt in enumerate(hurts):
        if place == 0:
            answer()
            answer(said["hurts"])
        when, number = (moment(hurt.at), f" #{hurt.event_id}") if hurt.at else ("", "")
        sentence = event_sentence(hurt.kind, hurt.quote, lang) if hurt.event_id is not None else said["old_hurt"]
        answer(f"{when:16}  -{number} {sentence}")
        answer(f"{'':18}  " + said["waits" if place else "would_mend"])
        for key, done in (("sorry", hurt.apologised), ("amends", hurt.amended)) if place == 0 else ():
            answer(f"{'':18}  [{'x' if done else ' '}] {said[key]}")


def tell_loops(loops: Iterable[OpenLoop], lang: Lang) -> None:
    """What the two expect of each other, by side."""
    by_side: dict[str, list[OpenLoop]] = {"promise": [], "hers": [], "plan": []}
    for loop in loops:
        by_side[loop.side].append(loop)
    for side, found in by_side.items():
        if found:
            answer()
            answer(words(lang, "bond")[f"side_{side}"])
        for loop in found:
            tell_loop(loop, lang)


def tell_loop(loop: OpenLoop, lang: Lang) -> None:
    """One of them: number, words, day, and how it stands."""
    said = words(lang, "bond")
    told = [said["due"].format(at=moment(loop.due))] if loop.due else []
    told += [said[f"loop_{loop.status}"].format(at=moment(loop.closed_at or loop.asked_at or loop.said_at))]
    answer(f"{loop.id:>4}  {one_line(loop.text)}" + bracketed(said["comma"].join(told), lang))
    answer("      " + said["loop_quote"].format(at=moment(loop.said_at), quote=one_line(loop.quote, 80)))


def tell_milestones(milestones: Iterable[Milestone], lang: Lang) -> None:
    """The latest of them, newest first."""
    from mind.bond.words import stage_name

    said = words(lang, "bond")
    found = list(milestones)
    if found:
        answer()
        answer(said["milestones"])
    for one in found[:MILESTONES]:
        told = said[f"mark_{one.kind}"]
        if one.stage is not None:
            told = told.format(stage=stage_name(one.stage, lang))
        quote = f" “{one_line(one.quote, 80)}”" if one.quote else ""
        answer(f"{moment(one.at)}  * {told}{quote}")
    if len(found) > MILESTONES:
        answer(f"{'':18}  " + said["more_milestones"].format(count=len(found) - MILESTONES))


def summary_json(summary: BondSummary) -> dict[str, Any]:
    """Where it stands."""
    mood = {axis: getattr(summary, axis) for axis in AXES}
    return {"stage": summary.stage} | {field: getattr(summary, field) for field in FIELDS} | {"mood": mood}


def cause_json(cause: Cause, lang: Lang, gone: Collection[int] = ()) -> dict[str, Any]:
    """All of a cause."""
    from mind.bond.words import cause_sentence

    event = cause.changes[0].event_id
    told = {name: getattr(cause, name) for name in ("cause", "rule", "quote", "at", "turn_id", "good")}
    moved = [{"field": change.field, "delta": change.delta} for change in reversed(cause.changes)]
    sentence = cause_sentence(cause, lang)
    return {**told, "event_id": event, "taken_back": event in gone, "sentence": sentence, "changes": moved}


def hurt_json(hurt: OpenHurt) -> dict[str, Any]:
    """An open hurt."""
    return {name: getattr(hurt, name) for name in ("event_id", "kind", "quote", "at", "turn_id", "apologised", "amended")}


def loop_json(loop: OpenLoop) -> dict[str, Any]:
    """Something expected."""
    names = ("id", "side", "text", "quote", "turn_id", "said_at", "lang", "due", "status", "memory_id", "asked_at", "closed_at")
    return {name: getattr(loop, name) for name in names}


def milestone_json(one: Milestone) -> dict[str, Any]:
    """A milestone."""
    return {name: getattr(one, name) for name in ("kind", "at", "turn_id", "quote", "stage", "event_id")}

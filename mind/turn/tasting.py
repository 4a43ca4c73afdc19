"""The user's taste around a turn: read into the scene, and what the turn told of it kept with the turn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from mind.domain import Person, Turn
from mind.ports import UnitOfWork
from mind.taste.noticing import HABITS
from mind.taste.packs import OWN, allowed, pack_of
from mind.taste.sign import TasteSign
from mind.taste.taste import AXES, EVERYTHING, Axis, Because, Taste, TasteChange
from mind.taste.weighing import STORY, TOPIC, Weighed, weigh

MANNERS: Final = "manners"
"""The keepsake that holds the manner of each character, by id."""
QUOTED: Final = 160
FORGOTTEN_AFTER: Final = timedelta(weeks=26)
"""What was only noticed so long ago counts for nothing."""
SWEPT_EVERY: Final = 20
"""Turns between two looks for such."""
TILT: Final = 0.35
"""How far what was noticed moves what a manner brings."""


def read_taste(uow: UnitOfWork, character: str, person: Person, now: datetime) -> Taste:
    """What is known of it now. What she shall never mention is quoted nowhere."""
    weighed = weigh(uow.taste.signs(), now)
    pack = read_manner(uow, character, person)
    return Taste(
        axes=axes_of(weighed, pack),
        topics={axis.removeprefix(TOPIC): one.value for axis, one in weighed.items() if axis.startswith(TOPIC)},
        stories={axis.removeprefix(STORY): one.value for axis, one in weighed.items() if axis.startswith(STORY)},
        pack=pack,
        learnt={axis: one.value for axis, one in weighed.items()},
        because=_because(uow, weighed),
    )


def axes_of(weighed: Mapping[str, Weighed], pack: str) -> dict[Axis, float]:
    """As she is to be on each axis: by what the user said or set, else by the manner, moved by what was noticed."""
    manner = pack_of(pack)
    brought: Mapping[Axis, float] = manner.axes if manner is not None else {}
    found: dict[Axis, float] = {}
    for axis in AXES:
        known = weighed.get(axis)
        if known is not None and known.ground != "noticed":
            found[axis] = known.value
        elif axis in brought:
            found[axis] = max(-1.0, min(1.0, brought[axis] + TILT * (known.value if known is not None else 0.0)))
        elif known is not None:
            found[axis] = known.value
    return found


def _because(uow: UnitOfWork, weighed: Mapping[str, Weighed]) -> dict[str, Because]:
    firsts = {axis: one.signs[0] for axis, one in weighed.items() if one.signs}
    turns = [sign.turn_id for sign in firsts.values() if sign.turn_id is not None]
    hushed = uow.memories.hushed_turns(turns) if turns else frozenset()
    said = {one.id: one.text for one in uow.turns.around(turns, 0, 0)} if turns else {}
    return {
        axis: Because(sign.kind, sign.at, _quote(said, sign.turn_id) if sign.turn_id not in hushed and not is_habit(sign) else "")
        for axis, sign in firsts.items()
    }


def is_habit(sign: TasteSign) -> bool:
    """Whether it was read from many turns, not from the words of one."""
    return sign.kind == "sign" and sign.axis in HABITS


def _quote(said: Mapping[int, str], turn_id: int | None) -> str:
    words = " ".join(said.get(turn_id or 0, "").split())
    return words if len(words) <= QUOTED else words[: QUOTED - 1].rstrip() + "…"


# --- keeping


def keep_tastes(uow: UnitOfWork, change: TasteChange, turn: Turn, character: str, person: Person) -> None:
    """Keep what a turn told; the caller commits. A manner that may not hold for the person is left out."""
    forget(uow, change.forget)
    if change.signs:
        uow.taste.add(replace(sign, at=turn.at, turn_id=turn.id) for sign in change.signs)
        if turn.id % SWEPT_EVERY == 0:
            uow.taste.fade(turn.at - FORGOTTEN_AFTER)
    if change.pack is not None and allowed(change.pack, person):
        keep_manner(uow, character, change.pack)


def forget(uow: UnitOfWork, axes: Iterable[str]) -> None:
    """Take away what was learnt on these axes, or everywhere, for good; the caller commits."""
    for axis in axes:
        uow.taste.clear(None if axis == EVERYTHING else axis)


# --- manners


def read_manner(uow: UnitOfWork, character: str, person: Person) -> str:
    """The manner of a character, by its id: her own where it may not hold for the person, or ships no longer."""
    kept: Any = uow.keepsakes.get(MANNERS)
    name = kept.get(character, OWN) if isinstance(kept, dict) else OWN
    return name if isinstance(name, str) and allowed(name, person) else OWN


def keep_manner(uow: UnitOfWork, character: str, name: str) -> None:
    """Set it; the caller commits."""
    kept: Any = uow.keepsakes.get(MANNERS)
    manners = dict(kept) if isinstance(kept, dict) else {}
    uow.keepsakes.put(MANNERS, {**manners, character: name})

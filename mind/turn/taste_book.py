"""What the user sees and steers of what she thinks they like, and of her manner: every page and door calls this."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from mind.clock import Clock
from mind.domain import Person
from mind.languages import Lang
from mind.ports import Store, UnitOfWork
from mind.taste.packs import OWN, allowed, pack_of, packs
from mind.taste.sign import KeptSign, SignKind, TasteSign
from mind.taste.taste import AXES, EVERYTHING
from mind.taste.weighing import LEAST, STORY, TOPIC, Ground, Weighed, weigh
from mind.turn.person import read_person
from mind.turn.tasting import axes_of, forget, is_habit, keep_manner, read_manner

REASONS: Final = 3
"""So many reasons are shown for one liking."""
BY_HAND: Final = 10.0
"""The weight of what is set: it stands alone anyway."""


@dataclass(frozen=True, slots=True)
class TasteReason:
    """A sign, for the user's eyes: their words at the time (empty where they are gone, or nothing was said)."""

    kind: SignKind
    value: float
    at: datetime
    quote: str
    turn_id: int | None


@dataclass(frozen=True, slots=True)
class Liking:
    """One line of the card. `value` is what was learnt (None: nothing), `felt` how she is on it now, the manner included."""

    axis: str
    value: float | None
    ground: Ground | None
    felt: float = 0.0
    reasons: tuple[TasteReason, ...] = ()

    @property
    def name(self) -> str:
        """Of a topic or a kind of story: itself."""
        return self.axis.partition(":")[2] or self.axis


@dataclass(frozen=True, slots=True)
class TasteView:
    """The card: all axes, then the topics and kinds of story of which something is known, the surest first.

    `pack` is her manner now (empty: her own), `adult` whether manners for adults may be chosen.
    """

    axes: tuple[Liking, ...]
    topics: tuple[Liking, ...]
    stories: tuple[Liking, ...]
    pack: str
    adult: bool

    @property
    def learnt(self) -> bool:
        """Whether anything is known at all."""
        return bool(self.topics or self.stories) or any(one.value is not None for one in self.axes)

    def of(self, axis: str) -> Liking | None:
        """One line of it."""
        return next((one for one in (*self.axes, *self.topics, *self.stories) if one.axis == axis), None)


class TasteBook:
    """The taste card of one user. `character` is whose manner it is."""

    def __init__(self, store: Store, clock: Clock, character: str, lang: Lang = "en") -> None:
        self._store, self._clock = store, clock
        self._character, self._lang = character, lang

    async def view(self) -> TasteView:
        """The card as it stands."""
        return await self._store.run(lambda uow: view(uow, self._character, self._clock.now(), self._lang))

    async def set(self, axis: str, value: float) -> int:
        """The user says by hand how it is, from -1 to 1; the id to `undo`. ValueError for what is no axis or no such value."""
        return await self._store.run(lambda uow: set_by_hand(uow, axis, value, self._clock.now()))

    async def undo(self, sign_id: int, undone: bool = True) -> None:
        """Take back what was set by hand, or put it there again. KeyError."""

        def work(uow: UnitOfWork) -> None:
            uow.taste.undo(sign_id, undone)
            uow.commit()

        await self._store.run(work)

    async def strike(self, axis: str) -> tuple[int, ...]:
        """It is not so: nothing that speaks of an axis counts any longer; the ids to `restore`."""
        return await self._store.run(lambda uow: strike(uow, axis))

    async def restore(self, sign_ids: Iterable[int]) -> None:
        """Let struck signs count again. KeyError."""
        ids = tuple(sign_ids)

        def work(uow: UnitOfWork) -> None:
            for sign_id in ids:
                uow.taste.undo(sign_id, False)
            uow.commit()

        await self._store.run(work)

    async def forget(self, axis: str = EVERYTHING) -> None:
        """Take away all she learnt on one axis, or on all of them, for good."""

        def work(uow: UnitOfWork) -> None:
            forget(uow, (axis,))
            uow.commit()

        await self._store.run(work)

    async def choose(self, pack: str) -> str:
        """Another manner for her (empty: her own); the one before. ValueError where it may not hold for the user."""
        return await self._store.run(lambda uow: choose(uow, self._character, pack, self._lang))


def view(uow: UnitOfWork, character: str, now: datetime, lang: Lang = "en") -> TasteView:
    """The same for doors that hold a unit of work."""
    person = read_person(uow, lang)
    weighed = weigh(uow.taste.signs(), now)
    pack = read_manner(uow, character, person)
    felt = axes_of(weighed, pack)
    said = _said(uow, weighed)
    lines = {axis: _liking(axis, one, said) for axis, one in weighed.items()}
    axes = tuple(
        Liking(axis, known.value, known.ground, felt.get(axis, 0.0), known.reasons)
        if (known := lines.get(axis)) is not None else Liking(axis, None, None, felt.get(axis, 0.0))
        for axis in AXES
    )  # fmt: skip
    return TasteView(axes, _besides(lines, TOPIC), _besides(lines, STORY), pack, person.adult is True)


def set_by_hand(uow: UnitOfWork, axis: str, value: float, now: datetime) -> int:
    """Keep it and commit. ValueError."""
    if not is_axis(axis) or not -1.0 <= value <= 1.0:
        raise ValueError(f"no such taste: {axis} {value}")
    (made,) = uow.taste.add([TasteSign(axis, value, BY_HAND, "set", now)])
    uow.commit()
    return made


def strike(uow: UnitOfWork, axis: str) -> tuple[int, ...]:
    """The same for doors that hold a unit of work; commits."""
    ids = tuple(sign.id for sign in uow.taste.signs(axis=axis))
    for sign_id in ids:
        uow.taste.undo(sign_id)
    uow.commit()
    return ids


def is_axis(axis: str) -> bool:
    """Whether something may be known on it."""
    return axis in AXES or any(axis.startswith(head) and len(axis) > len(head) for head in (TOPIC, STORY))


def choose(uow: UnitOfWork, character: str, pack: str, lang: Lang = "en") -> str:
    """Set the manner and commit; the one before. ValueError."""
    person = read_person(uow, lang)
    if not allowed(pack, person):
        raise ValueError(f"she cannot have this manner: {pack}")
    before = read_manner(uow, character, person)
    keep_manner(uow, character, pack)
    uow.commit()
    return before


def offered(person: Person) -> tuple[str, ...]:
    """All manners, her own first, that may hold for a person."""
    return (OWN, *(name for name in packs() if allowed(name, person)))


def _besides(lines: Mapping[str, Liking], head: str) -> tuple[Liking, ...]:
    found = [one for axis, one in lines.items() if axis.startswith(head)]
    return tuple(sorted(found, key=lambda one: (-abs(one.value or 0.0), one.axis)))


def _liking(axis: str, one: Weighed, said: Mapping[int, str]) -> Liking:
    reasons = tuple(_reason(sign, said) for sign in one.signs[:REASONS] if sign.kind != "sign" or one.ground == "noticed")
    return Liking(axis, one.value, one.ground, one.value, reasons)


def _reason(sign: KeptSign, said: Mapping[int, str]) -> TasteReason:
    quote = "" if is_habit(sign) else " ".join(said.get(sign.turn_id or 0, "").split())
    return TasteReason(sign.kind, sign.value, sign.at, quote, sign.turn_id)


def _said(uow: UnitOfWork, weighed: Mapping[str, Weighed]) -> dict[int, str]:
    ids: Iterable[int] = {
        sign.turn_id for one in weighed.values() for sign in one.signs[:REASONS] if sign.turn_id is not None
    }  # fmt: skip
    return {one.id: one.text for one in uow.turns.around(ids, 0, 0)} if ids else {}


def level(value: float | None) -> int:
    """One of five steps for words: -2 none of it, -1 less, 0 either way, 1 some, 2 much; 0 where nothing is known."""
    if value is None or abs(value) < LEAST:
        return 0
    return (1 if abs(value) < SURE else 2) * (1 if value > 0 else -1)


SURE: Final = 0.6
"""From here on it is the outermost word."""


def manner_name(pack: str, lang: Lang) -> str:
    """What a manner is called; empty for her own."""
    known = pack_of(pack)
    return known.names[lang] if known is not None else ""

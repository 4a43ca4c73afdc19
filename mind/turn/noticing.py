"""What she may bring up of herself now: days of the year, what comes back over days, a small step. Read from what is kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, Final

from mind.domain import SITTING_ENDS, Memory
from mind.expectations import dates, steps
from mind.expectations.occasions import ONE_A_DAY, Occasion, rested
from mind.expectations.patterns import AGAIN, BACK, carries, patterns
from mind.expectations.signs import Sign, Words, signs_in
from mind.guards.crisis import crisis_in
from mind.ports import Scene, UnitOfWork
from mind.talk.left_out import speaks_of
from mind.turn.clothes_noticed import clothes_occasions
from mind.turn.language_guess import spoken_language

OF_DAYS: Final = ("user.birthday", "user.nameday", "*.birthday")
"""Keys of facts that name a day of the year."""
SELDOM: Final = ("pattern:", "step:", "yearago:", "met:")
"""Of these together no more than one a day."""
READ: Final = 900
"""Turns of three weeks that are looked at, the last ones."""
OF_A_DAY: Final = 200
YEARS: Final = 5
"""So many years she looks back on a day."""
TELLING: Final = frozenset({"sleep", "stress", "meals", "late", "worry", "good"})
"""Signs in the words just said that can complete a pattern."""
LATELY: Final = 60
FEW_WORDS: Final = 24
"""In a talk a reason is looked for only where a step can be said: where the words are few, or low."""
NEAREST: Final = 6
"""People for whom a good word of the user's is looked for."""
SEARCHED: Final = 30
SETTLED: Final = timedelta(days=3)
"""What was said so lately is no memory yet."""


def occasions(uow: UnitOfWork, scene: Scene, text: str, *, greeting: bool) -> tuple[Occasion, ...]:
    """All that fits now and was not brought up lately, days of the year first."""
    opening = greeting or _first_words(scene)
    found: list[Occasion] = list(clothes_occasions(scene))
    if opening:
        found += dates.birthdays(_unmuted(uow.memories.telling(OF_DAYS)), scene.now, _named_kin(scene.memories))
    found += dates.losses(scene.memories, scene.now)
    if not _brought_today(uow, scene.now):
        found += _seldom(uow, scene, text, greeting=greeting, opening=opening)
    return tuple(one for one in found if uow.mentions.last(one.key) is None and _sayable(scene, one))


def _seldom(uow: UnitOfWork, scene: Scene, text: str, *, greeting: bool, opening: bool) -> list[Occasion]:
    found: list[Occasion] = []
    if opening:
        first = _met(uow, scene.now)
        found += [first] if first is not None else []
    found += _patterns(uow, scene, text, greeting=greeting)
    if greeting:
        ago = _year_ago(uow, scene.now)
        found += [ago] if ago is not None else []
    return [*found, *_steps(uow, scene, text, greeting=greeting)]


def _first_words(scene: Scene) -> bool:
    """Whether the user says something for the first time in this sitting."""
    said = [turn for turn in scene.recent if turn.speaker == "user"]
    return not said or abs(scene.now - said[-1].at) >= SITTING_ENDS


def _brought_today(uow: UnitOfWork, now: datetime) -> bool:
    newest = [uow.mentions.under(prefix, 1) for prefix in SELDOM]
    return any(not rested(one[0][1], now, ONE_A_DAY) for one in newest if one)


def _unmuted(memories: Iterable[Memory]) -> tuple[Memory, ...]:
    return tuple(memory for memory in memories if memory.holds and not memory.muted)


def _named_kin(memories: Iterable[Memory]) -> dict[str, str]:
    """The names of people that are known by what they are to the user."""
    found: dict[str, str] = {}
    for memory in memories:
        kin, name = memory.slots.get("kin") or memory.slots.get("friend"), memory.slots.get("name")
        if kin and name and memory.kind in ("person.name", "friend.name"):
            found.setdefault(kin.casefold(), name)
    return found


def _sayable(scene: Scene, occasion: Occasion) -> bool:
    """Without what she was asked never to mention."""
    unsaid: Any = scene.state.get("unsaid") or {}
    words = " ".join((*occasion.words.values(), *(memory.text for memory in occasion.memories)))
    return not speaks_of(words, unsaid)


def _met(uow: UnitOfWork, now: datetime) -> Occasion | None:
    first = uow.turns.between(date.min, now.date(), 1)
    turn = uow.turns.get(first[0]) if first else None
    return dates.met(turn.at if turn is not None else None, now)


def _year_ago(uow: UnitOfWork, now: datetime) -> Occasion | None:
    for years in range(1, YEARS + 1):
        day = dates.years_back(now.date(), years)
        ids = uow.turns.between(day, day, OF_A_DAY) if day is not None else []
        hushed = uow.memories.hushed_turns(ids) if ids else frozenset()
        told = uow.memories.from_turns([row for row in ids if row not in hushed])
        found = dates.year_ago(_unmuted(told), now)
        if found is not None:
            return found
    return None


def _patterns(uow: UnitOfWork, scene: Scene, text: str, *, greeting: bool) -> list[Occasion]:
    """As she opens all there are; in a talk those that the words just said are one more sign of."""
    now = scene.now
    heard = signs_in([Words(0, text, now, scene.lang)]) if text else ()
    if not greeting and not any(sign.sort in TELLING for sign in heard):
        return []
    signs = [sign for sign in signs_in(_told(uow, scene)) if crisis_in(sign.turn.text) is None]
    found = [one for one in patterns(signs, now) if greeting or carries(one, heard)]
    names = {one.key: one.key.rpartition(":")[0] + ":" for one in found}
    last = {key: uow.mentions.under(prefix, 1) for key, prefix in names.items()}
    return [one for one in found if not last[one.key] or rested(last[one.key][0][1], now, AGAIN)]


def _told(uow: UnitOfWork, scene: Scene) -> list[Words]:
    """What the user said in these weeks, without what is hidden."""
    now, unsaid = scene.now, scene.state.get("unsaid") or {}
    ids = uow.turns.between((now - BACK).date(), now.date(), 4 * READ)[-READ:]
    hushed = uow.memories.hushed_turns(ids) if ids else frozenset()
    said = [one for one in uow.turns.around(ids, 0, 0, "user") if one.id not in hushed]
    return [
        Words(one.id, one.text, one.at, spoken_language(one.text, scene.lang)) for one in said
        if not speaks_of(one.text, unsaid)
    ]  # fmt: skip


def _steps(uow: UnitOfWork, scene: Scene, text: str, *, greeting: bool) -> list[Occasion]:
    """A step with somebody, where none was proposed for some days; in words of another language nobody is quoted."""
    made = uow.mentions.under(steps.KEY, LATELY)
    if scene.state.get("no_people") or (made and not rested(made[0][1], scene.now, steps.AGAIN)):
        return []
    if not any(memory.kind.startswith(steps.OF_PEOPLE) for memory in scene.memories):
        return []
    lately = {":".join(key.split(":")[:2]) for key, at in made if not rested(at, scene.now, steps.SAME_PERSON)}
    memories = [memory for memory in _unmuted(scene.memories) if memory.source == "user"]
    found = steps.proposals(memories, scene.now, lately, text)
    heard = signs_in([Words(0, text, scene.now, scene.lang)])
    if len(text) > FEW_WORDS and not any(sign.sort == "low" for sign in heard):
        return list(found)
    nearest = list(dict.fromkeys(one.words["who"] for one in found))[:NEAREST]
    # As she opens, what waits for a talk needs no reason: looking for one is a search of all that was ever said.
    wanted = {one.words["who"] for one in found if steps.wants_reason(one) and not (greeting and one.fit == "talk")}
    reasons = {who: _reason(uow, scene, who) for who in nearest if who in wanted}
    return [steps.because(one, reasons.get(one.words["who"])) for one in found]


def _reason(uow: UnitOfWork, scene: Scene, who: str) -> Sign | None:
    """Where the user last spoke of somebody and sounded glad of it: a few days ago, in the language of now."""
    said = [turn for turn in uow.turns.search(who, SEARCHED) if turn.speaker == "user" and scene.now - turn.at > SETTLED]
    hushed = uow.memories.hushed_turns([turn.id for turn in said]) if said else frozenset()
    unsaid = scene.state.get("unsaid") or {}
    words = [
        Words(turn.id, turn.text, turn.at, turn.lang) for turn in sorted(said, key=lambda one: one.id, reverse=True)
        if turn.lang == scene.lang and turn.id not in hushed and not speaks_of(turn.text, unsaid)
    ]  # fmt: skip
    return steps.glad_of(who, words)



"""What a day's notes are made from: read in one unit of work, then understood by the rules of the talk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from mind.bond.words import Cause, causes
from mind.domain import Memory, Turn
from mind.guards.crisis import crisis_in
from mind.languages import Lang
from mind.memory.consolidation.quotes import quotable, steers
from mind.ports import UnitOfWork
from mind.talk.content import Content
from mind.talk.perceive import perceive

Contents = Callable[[Lang], Content]

MOST_TURNS: Final = 400
"""Of a very long day the later part stands for the whole."""
DATED: Final = frozenset({"plan", "wedding", "told", "turning"})
"""First parts of kinds that are plans where they have a date; others only happened to be told with one."""
MOST_MUTED: Final = 300
GUARDED: Final = ("guard.", "game:")


@dataclass(frozen=True, slots=True)
class Raw:
    """A day as it lies in the store."""

    day: str
    turns: tuple[Turn, ...]
    meta: Mapping[int, Mapping[str, Any]]
    """What was kept beside her replies, by the id of the turn they answer."""
    learnt: tuple[Memory, ...]
    """What was told this day and holds now."""
    replaced: Mapping[int, tuple[Memory, ...]]
    """What these replaced, by their id."""
    used: tuple[tuple[Memory, int], ...]
    """What her replies rested on, each with the turn that was answered."""
    dated: tuple[Memory, ...]
    """Plans of this day and later."""
    named: tuple[Memory, ...]
    """Facts of people and animals."""
    muted: tuple[Memory, ...]
    hushed: frozenset[int]
    """Turns of which nothing may be said."""
    causes: tuple[Cause, ...]
    name: str | None
    her: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A turn of the user's, understood. `feeling` is a class of the talk's or empty; `sentences` may be quoted."""

    turn: Turn
    sentences: tuple[str, ...]
    feeling: str
    strength: int
    valence: int
    focus: tuple[str, ...]
    felt_in: str = ""
    """The words in which it was felt."""
    sent: bool = False
    """Whether a server answered it, and so knows the words already."""


@dataclass(frozen=True, slots=True)
class Material:
    """A day's talk, without what must not be written of: words of a crisis and their sitting, muted memories, orders."""

    day: str
    lang: Lang
    name: str | None
    said: tuple[Said, ...]
    hard: tuple[int, ...]
    """Ids of turns that spoke of a crisis."""
    facts: tuple[Memory, ...]
    """What was learnt this day, in the order told."""
    replaced: tuple[tuple[Memory, Memory], ...]
    used: tuple[tuple[Memory, int], ...]
    """Older memories that a reply of hers rested on, with the id of that reply's turn."""
    causes: tuple[Cause, ...]
    games: tuple[tuple[str, int], ...]
    ahead: tuple[Memory, ...]
    """Plans with a date after this day, nearest first."""
    today: tuple[Memory, ...]
    """Plans told before, whose day this was."""
    sittings: int
    first: int
    last: int
    """Ids of the user's first and last turn."""
    names: tuple[str, ...] = ()
    """People and animals of the user's life, by name."""
    her: str = ""
    """What she is called."""


def read_day(uow: UnitOfWork, day: str, name: str | None, her: str = "") -> Raw | None:
    """The day as it lies in the store; None where the user said nothing. `her`: what she is called."""
    turns = uow.turns.of_day(day, MOST_TURNS)
    if not any(turn.speaker == "user" for turn in turns):
        return None
    meta = {turn.reply_to: uow.turns.meta(turn.id) for turn in turns if turn.reply_to is not None}
    ids = [turn.id for turn in turns]
    learnt = uow.memories.from_turns(ids)
    asked = {memory: asked for asked, notes in reversed(meta.items()) for memory in notes.get("memories_used") or ()}
    used = tuple((memory, at) for one, at in asked.items() if (memory := uow.memories.get(one)) is not None)
    return Raw(
        day, turns, meta, learnt, uow.memories.replaced([one.id for one in learnt]), used, uow.memories.due_from(day),
        uow.memories.named(), uow.memories.page(MOST_MUTED, muted=True), uow.memories.hushed_turns(ids),
        causes(uow.ledger.of_day(day)), name, her,
    )  # fmt: skip


def understand(raw: Raw, contents: Contents, lang: Lang | None = None) -> Material:
    """What may be written of the day. Pure; some milliseconds a turn."""
    spoken = [turn for turn in raw.turns if turn.speaker == "user"]
    lang = lang or _language(spoken)
    hard = [turn for turn in spoken if _hard(turn, raw)]
    closed = {turn.sitting for turn in hard}
    open_turns = [
        turn for turn in spoken
        if turn.sitting not in closed and turn.id not in raw.hushed and not _tells(turn.text, raw.muted)
    ]  # fmt: skip
    content = contents(lang)

    def speakable(memory: Memory) -> bool:
        return _speakable(memory, raw, closed, lang)

    said = tuple(_said(turn, raw, content) for turn in open_turns if turn.lang == lang)
    here = {turn.id for turn in raw.turns}
    facts = tuple(sorted(filter(speakable, raw.learnt), key=lambda one: one.id))
    replaced = tuple(
        (old, new) for new in facts for old in raw.replaced.get(new.id, ())[:1]
        if old.turn_id not in here and speakable(old)
    )  # fmt: skip
    dated = [one for one in filter(speakable, raw.dated) if one.kind.partition(".")[0] in DATED]
    used = tuple((one, at) for one, at in raw.used if one.turn_id not in here and one.holds and speakable(one))
    return Material(
        day=raw.day, lang=lang, name=raw.name, said=said, hard=tuple(turn.id for turn in hard), facts=facts,
        replaced=replaced, used=used,
        causes=tuple(cause for cause in raw.causes if _open_cause(cause, open_turns, lang)),
        games=_games(raw), ahead=tuple(one for one in dated if one.due and one.due.date().isoformat() > raw.day),
        today=tuple(one for one in dated if one.due and one.due.date().isoformat() == raw.day and one.turn_id not in here),
        sittings=len({turn.sitting for turn in spoken}), first=spoken[0].id, last=spoken[-1].id,
        names=_names(filter(speakable, raw.named)), her=raw.her,
    )  # fmt: skip


def _language(spoken: list[Turn]) -> Lang:
    """The language most of the day's words were in, the latest of equals."""
    length: dict[Lang, int] = {}
    for turn in spoken:
        length[turn.lang] = length.get(turn.lang, 0) + len(turn.text) * (1 if turn.lang == "en" else 3)
    return max(reversed(length), key=lambda lang: length[lang])


def _hard(turn: Turn, raw: Raw) -> bool:
    acts = raw.meta.get(turn.id, {}).get("acts") or ()
    return any(str(act).startswith("guard.crisis") for act in acts) or crisis_in(turn.text) == "self"


def _tells(text: str, memories: Iterable[Memory]) -> bool:
    """Whether words tell of one of these memories: by its value or a name in it."""
    folded = text.casefold()
    words = {word.casefold() for memory in memories for word in (memory.value, memory.slots.get("name", "")) if len(word) > 1}
    return any(word in folded for word in words)


def _speakable(memory: Memory, raw: Raw, closed: set[int], lang: Lang) -> bool:
    """Whether a page may tell of it: the user's own, not muted, of no crisis, in the page's language."""
    if memory.muted or memory.source != "user" or memory.lang != lang or steers(memory.quote) or steers(memory.text):
        return False
    if _tells(memory.text, raw.muted):
        return False
    turn = next((one for one in raw.turns if one.id == memory.turn_id), None)
    return turn is None or turn.sitting not in closed


def _said(turn: Turn, raw: Raw, content: Content) -> Said:
    """One turn understood. What was part of a game or answered by a guard is not quoted."""
    meta = raw.meta.get(turn.id, {})
    acts = meta.get("acts") or ()
    apart = any(str(act).startswith(GUARDED) for act in acts)
    found = perceive(turn.text, content, turn.at)
    felt = [hit for hit in found.feelings if hit.cls != "okay"]
    # "So happy I could cry": words of both kinds are no reason to call it one of them.
    feeling = felt[0] if felt and len({hit.valence > 0 for hit in felt}) == 1 else None
    focus = tuple(one.text for one in found.focus if one.kind != "any")
    return Said(
        turn, () if apart else quotable(turn.text, turn.lang), feeling.cls if feeling else "",
        feeling.strength if feeling else 0, feeling.valence if feeling else 0, focus, feeling.quote if feeling else "",
        sent=meta.get("brain") not in (None, "", "offline"),
    )  # fmt: skip


def _names(known: Iterable[Memory]) -> tuple[str, ...]:
    """The names in facts of people and animals, the newest first."""
    named = (one.slots.get("name") or (one.value if one.key.endswith(".name") else "") for one in known)
    return tuple(dict.fromkeys(name for name in named if name))


def _open_cause(cause: Cause, open_turns: list[Turn], lang: Lang) -> bool:
    if cause.turn_id is None:
        return True
    turn = next((one for one in open_turns if one.id == cause.turn_id), None)
    return turn is not None and turn.lang == lang


def _games(raw: Raw) -> tuple[tuple[str, int], ...]:
    found: dict[str, int] = {}
    for asked, meta in raw.meta.items():
        for act in meta.get("acts") or ():
            if str(act).startswith("game:"):
                found.setdefault(str(act).removeprefix("game:"), asked)
    return tuple(found.items())

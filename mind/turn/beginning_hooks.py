"""What is kept that she could begin a talk with. Nothing is made up here: every hook names where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from mind.domain import Memory, OpenLoop, Turn
from mind.expectations.loops import may_ask
from mind.initiative import Hook
from mind.languages import Lang
from mind.memory.consolidation.days import day_of, next_day
from mind.ports import UnitOfWork
from mind.talk.saydate import say_weekday
from mind.talk.state import TalkState
from mind.turn.scene import planner_state

DIARY_RESTS: Final = timedelta(days=6)
"""Between two mentions of the diary."""
PAGE_AGE: Final = 3
"""Days for which a page is new."""
OWED_FOR: Final = timedelta(days=2)
"""How long after words that got no answer she still comes back to them."""
GAMES: Final = frozenset({"guess", "riddle", "chain", "questions"})
"""Games with a state that keeps."""
LONGEST_QUOTE: Final = {"en": 90, "zh": 36, "ja": 40}
"""Characters of the user's words that she says back."""


def hooks_of(uow: UnitOfWork, lang: Lang, now: datetime) -> tuple[Hook, ...]:
    """All there are at `now`, without those she has brought up already."""
    found = (*_loops(uow, lang, now), *_owed(uow, lang, now), *_left_open(uow, now), *_diary(uow, lang, now))
    return tuple(hook for hook in found if uow.mentions.last(hook.key) is None)


def _loops(uow: UnitOfWork, lang: Lang, now: datetime) -> Iterator[Hook]:
    """Plans of the user's whose day has come."""
    for loop in uow.loops.find("plan"):
        memory = uow.memories.get(loop.memory_id) if loop.memory_id is not None else None
        if loop.due is None or not may_ask(loop, now, memory.kind if memory else "") or not _mentionable(uow, loop, memory):
            continue
        if memory is None and loop.lang != lang:
            continue
        yield Hook("loop", f"loop:{loop.id}", loop.due, loop.id, loop.memory_id, (loop.turn_id,), {"x": loop.quote})


def _mentionable(uow: UnitOfWork, loop: OpenLoop, memory: Memory | None) -> bool:
    if memory is not None and (memory.muted or not memory.holds):
        return False
    return loop.turn_id not in uow.memories.hushed_turns([loop.turn_id])


def _owed(uow: UnitOfWork, lang: Lang, now: datetime) -> Iterator[Hook]:
    """The user's last words, if nothing of hers ever came after them: a server had failed, or the program had ended."""
    last = uow.turns.recent(1)
    if not last or last[0].speaker != "user" or not timedelta(0) <= now - last[0].at <= OWED_FOR:
        return
    turn: Turn = last[0]
    if turn.lang == lang and len(turn.text) <= LONGEST_QUOTE[lang] and turn.id not in uow.memories.hushed_turns([turn.id]):
        yield Hook("owed", f"owed:{turn.id}", turn.at, turns=(turn.id,), words={"x": turn.text.strip().rstrip(".。")})


def _left_open(uow: UnitOfWork, now: datetime) -> Iterator[Hook]:
    """A story or a game that stands where the user left it."""
    game = TalkState.from_json(planner_state(uow, None)).game
    last = uow.turns.recent(1)
    if game is None or not last:
        return
    name = str(game.get("k", ""))
    key = f"game:{name}:{last[0].id}"
    if name == "story":
        yield Hook("story", key, last[0].at)
    elif name in GAMES:
        yield Hook("game", key, last[0].at)


def _diary(uow: UnitOfWork, lang: Lang, now: datetime) -> Iterator[Hook]:
    """The newest page she wrote of an earlier day."""
    told = uow.mentions.under("diary:", 1)
    if told and abs(now - told[0][1]) < DIARY_RESTS:
        return
    today = day_of(now)
    page = next((note for note in uow.notes.find("diary") if note.day < today), None)
    if page is None or page.day < next_day(today, -PAGE_AGE) or not any(one.paragraph for one in page.sentences):
        return
    day = datetime.fromisoformat(page.day)
    yield Hook("diary", f"diary:{page.day}", page.at, words={"on": say_weekday(day, lang)})

"""What is kept that she could begin a talk with. Nothing is made up here: every hook names where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from mind.domain import OpenLoop
from mind.expectations.hers import covered_by, duty, sort_of
from mind.expectations.loops import HEAVY, asked_after, may_ask
from mind.initiative import Hook, HookKind
from mind.memory.consolidation.days import day_of, next_day
from mind.ports import Scene, UnitOfWork
from mind.talk.saydate import say_weekday
from mind.talk.state import TalkState

OF_OCCASIONS: Final[dict[str, HookKind]] = {
    "birthday": "birthday", "nameday": "birthday", "met": "anniversary", "yearago": "anniversary", "pattern": "pattern",
}
"""What of days and things noticed is worth a beginning; the rest waits for a talk."""
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


def hooks_of(uow: UnitOfWork, scene: Scene) -> tuple[Hook, ...]:
    """All there are in the scene of a greeting, without those she has brought up already."""
    found = (*_plans(scene), *_hers(scene), *_occasions(scene), *_owed(uow, scene), *_left_open(scene), *_diary(uow, scene))
    return tuple(hook for hook in found if uow.mentions.last(hook.key) is None)


def _plans(scene: Scene) -> Iterator[Hook]:
    """Plans of the user's whose day has come; nothing that weighs, for that she waits until she is asked in."""
    known = {memory.id: memory for memory in scene.memories}
    for loop in scene.loops:
        memory = known.get(loop.memory_id or 0)
        if loop.side != "plan" or loop.due is None or memory is None:
            continue
        if asked_after(memory.kind) and memory.kind not in HEAVY and may_ask(loop, scene.now, memory.kind):
            yield Hook("loop", f"loop:{loop.id}", loop.due, loop.id, memory.id)


def _hers(scene: Scene) -> Iterator[Hook]:
    """Promises of hers that she can keep now; those she cannot keep are explained in a talk."""
    plans = tuple(one for one in scene.loops if one.side == "plan")
    for loop in scene.loops:
        if loop.side == "hers" and loop.due is not None and loop.lang == scene.lang and _can_keep(loop, plans, scene):
            yield Hook("hers", f"hers:{loop.id}", loop.due, loop.id)


def _can_keep(loop: OpenLoop, plans: tuple[OpenLoop, ...], scene: Scene) -> bool:
    sort = sort_of(loop.quote, loop.lang) or "ask"
    return covered_by(loop, sort, plans) is None and duty(loop, sort, scene.now, scene.last_seen, model=False) == "keep"


def _occasions(scene: Scene) -> Iterator[Hook]:
    """Days of the year, and what comes back over days."""
    for one in scene.occasions:
        kind = OF_OCCASIONS.get(one.kind)
        if kind is not None and one.fit != "talk" and not one.touching and not one.needing:
            yield Hook(kind, one.key, one.since or scene.now)


def _owed(uow: UnitOfWork, scene: Scene) -> Iterator[Hook]:
    """The user's last words, if nothing of hers ever came after them: a server had failed, or the program had ended."""
    last = scene.recent[-1] if scene.recent else None
    if last is None or last.speaker != "user" or not timedelta(0) <= scene.now - last.at <= OWED_FOR:
        return
    if last.lang == scene.lang and len(last.text) <= LONGEST_QUOTE[scene.lang] and uow.turns.recent(1)[-1].id == last.id:
        yield Hook("owed", f"owed:{last.id}", last.at, turns=(last.id,), words={"x": last.text.strip().rstrip(".。")})


def _left_open(scene: Scene) -> Iterator[Hook]:
    """A story or a game that stands where the user left it."""
    game = TalkState.from_json(scene.state).game
    if game is None or not scene.recent:
        return
    name, last = str(game.get("k", "")), scene.recent[-1]
    kind: HookKind | None = "story" if name == "story" else "game" if name in GAMES else None
    if kind is not None:
        yield Hook(kind, f"{kind}:{name}:{last.sitting}", last.at)


def _diary(uow: UnitOfWork, scene: Scene) -> Iterator[Hook]:
    """The newest page she wrote of an earlier day."""
    told = uow.mentions.under("diary:", 1)
    if told and abs(scene.now - told[0][1]) < DIARY_RESTS:
        return
    today = day_of(scene.now)
    page = next((note for note in uow.notes.find("diary") if note.day < today), None)
    if page is None or page.day < next_day(today, -PAGE_AGE) or not any(one.paragraph for one in page.sentences):
        return
    on = say_weekday(datetime.fromisoformat(page.day), scene.lang)
    yield Hook("diary", f"diary:{page.day}", page.at, words={"on": on})

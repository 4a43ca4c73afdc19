"""What is open between the two, and what she may bring up, read before a turn and kept after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from mind.domain import LoopStatus, Memory, OpenLoop, Turn
from mind.expectations.hers import says_it
from mind.expectations.loops import asked_after, asks_about, asks_of_itself, may_ask, speaks_of, subject
from mind.memory.extraction.promises import KIND as HERS
from mind.ports import Plan, Scene, UnitOfWork
from mind.talk.ledger import without_cues
from mind.turn.noticing import occasions

AT_HAND: Final = 500
"""Open loops that are read for a turn, the newest."""
ASKED: Final = 60
KEPT_FOR: Final = timedelta(days=30)
"""How long what she asked, or was told to leave, is still at hand."""
WAITING: Final[tuple[LoopStatus, ...]] = ("asked",)
TOLD: Final[tuple[LoopStatus, ...]] = ("kept",)
LEFT: Final[tuple[LoopStatus, ...]] = ("cancelled",)
OPEN: Final[tuple[LoopStatus, ...]] = ("open",)
CHANGED: Final = "loops"
"""Under this name a reply notes what it did to loops: [id, status before]."""


def with_expected(uow: UnitOfWork, scene: Scene, text: str, *, greeting: bool) -> Scene:
    """The scene with what is open and what she may bring up. After words of a crisis there is neither."""
    if scene.frozen:
        return scene
    loops = _at_hand(uow, scene.now)
    memories = _with_due(uow, scene, loops)
    scene = replace(scene, loops=loops, memories=memories)
    return replace(scene, occasions=occasions(uow, scene, text, greeting=greeting))


def _at_hand(uow: UnitOfWork, now: datetime) -> tuple[OpenLoop, ...]:
    """Everything open, what she asked or was told lately, and plans to come that were cancelled."""
    asked = [one for one in uow.loops.find(None, WAITING, ASKED) if one.asked_at is None or now - one.asked_at <= KEPT_FOR]
    gone = uow.loops.find(None, LEFT, ASKED)
    left = [one for one in gone if one.due is not None and now - one.due <= timedelta(days=1)]
    told = [one for one in uow.loops.find("plan", TOLD, ASKED) if one.closed_at is None or now - one.closed_at <= KEPT_FOR]
    return _sayable(uow, (*uow.loops.find(None, OPEN, AT_HAND), *asked, *left, *told))


def _sayable(uow: UnitOfWork, loops: tuple[OpenLoop, ...]) -> tuple[OpenLoop, ...]:
    """Without promises, of either side, whose words she shall never mention. Plans go by their facts."""
    words = [loop.turn_id for loop in loops if loop.side != "plan"]
    hushed = uow.memories.hushed_turns(words) if words else frozenset()
    return tuple(loop for loop in loops if loop.side == "plan" or loop.turn_id not in hushed)


def _with_due(uow: UnitOfWork, scene: Scene, loops: Iterable[OpenLoop]) -> tuple[Memory, ...]:
    """The memories at hand, and those that a loop which may be asked about rests on."""
    there = {memory.id for memory in scene.memories}
    wanted = [
        loop.memory_id for loop in loops
        if loop.side == "plan" and loop.memory_id and loop.memory_id not in there and may_ask(loop, scene.now)
    ]  # fmt: skip
    found = uow.memories.some(wanted)
    kept = (found[one] for one in wanted if one in found)
    return (*scene.memories, *(memory for memory in kept if memory.holds and not memory.muted))


# --- keeping


def open_plans(uow: UnitOfWork, memories: Iterable[Memory]) -> None:
    """Plans that were just kept are open from now on; what they replaced is so no longer. The caller commits."""
    kept = tuple(memories)
    for memory in kept:
        turn = uow.turns.get(memory.turn_id) if memory.due is not None and asked_after(memory.kind) else None
        if turn is not None:
            uow.loops.open("plan", memory.text, memory.quote, turn, due=memory.due, memory_id=memory.id)
    for replaced in uow.memories.replaced(memory.id for memory in kept).values():
        for older in replaced:
            _close_of(uow, older.id, "cancelled", max(memory.said_at for memory in kept))


def close_plans(uow: UnitOfWork, memory_ids: Iterable[int], at: datetime, turn_id: int | None = None) -> None:
    """Facts that hold no longer leave nothing open. The caller commits."""
    for memory_id in memory_ids:
        _close_of(uow, memory_id, "cancelled", at, turn_id)


def moved_plan(uow: UnitOfWork, before: Memory, made: Memory, now: datetime) -> None:
    """A fact was corrected by hand: the plan goes on under its new words; asked stays asked, unless its day is another."""
    old = uow.loops.of_memory(before.id)
    if old is None:
        open_plans(uow, (made,) if made.due is not None and made.due > now else ())
        return
    status = old.status
    _close_of(uow, before.id, "cancelled", now)
    turn = uow.turns.get(made.turn_id)
    if made.due is None or turn is None:
        return
    new = uow.loops.open(old.side, made.text, made.quote, turn, due=made.due, memory_id=made.id)
    if new is not None and made.due == before.due and status != "open":
        if old.asked_at is not None:
            uow.loops.asked(new.id, None, old.asked_at)
        if status != "asked":
            uow.loops.close(new.id, status, old.closed_at or now)


def restored_plans(uow: UnitOfWork, taken_back: Memory, restored: Iterable[Memory]) -> None:
    """A fact was taken back: plans that only its keeping had ended are open again. The caller commits."""
    for memory in restored:
        loop = uow.loops.of_memory(memory.id)
        ended = loop.closed_at if loop is not None and loop.status == "cancelled" else None
        if loop is not None and ended is not None and ended >= taken_back.said_at:
            uow.loops.reopen(loop.id)


def _close_of(uow: UnitOfWork, memory_id: int, status: LoopStatus, at: datetime, turn_id: int | None = None) -> None:
    loop = uow.loops.of_memory(memory_id)
    if loop is not None and loop.status in ("open", "asked"):
        uow.loops.close(loop.id, status, at, turn_id)


def open_hers(uow: UnitOfWork, promise: Memory, reply: Turn) -> None:
    """A promise of hers that was just kept is open."""
    if promise.kind == HERS:
        uow.loops.open("hers", promise.text, promise.quote, reply, due=promise.due, memory_id=promise.id)


def keep_expected(
    uow: UnitOfWork, scene: Scene, plan: Plan, turn: Turn | None, reply: Turn | None, now: datetime, *,
    fresh: bool, own_words: bool,
) -> None:  # fmt: skip
    """What the turn did to what is open, and what she brought up. Her own part counts only where her reply was kept.

    `own_words`: they are those of the plan. A model asked about a plan if its words do so, told to or not. The caller commits.
    """
    done: list[list[Any]] = []
    for change in plan.loops:
        loop = uow.loops.get(change.loop_id)
        if loop is None or loop.status not in ("open", "asked"):
            continue
        if change.spoken and (reply is None or not _said(uow, loop, reply, own_words=own_words)):
            continue
        if not change.spoken and not fresh:
            continue
        done.append([loop.id, loop.status])
        if change.status == "asked":
            uow.loops.asked(loop.id, reply.id if reply else None, now)
        else:
            uow.loops.close(loop.id, change.status, now, reply.id if change.spoken and reply else turn.id if turn else None)
    if reply is not None:
        if not own_words:
            done += _asked_of_itself(uow, scene, plan, reply, now)
        for key in plan.brought if _heard_out(plan, reply, own_words=own_words) else ():
            uow.mentions.note(key, now, reply.id)
        if done:
            uow.turns.annotate(reply.id, {CHANGED: done})


def _heard_out(plan: Plan, reply: Turn, *, own_words: bool) -> bool:
    """Whether the end of the draft, where she brings something up, was shown."""
    if not own_words or reply.ended == "complete" or not plan.draft:
        return True
    return without_cues(plan.draft[-1]).strip() in reply.text


def _said(uow: UnitOfWork, loop: OpenLoop, reply: Turn, *, own_words: bool) -> bool:
    """Whether the reply as it was shown does what it was to do. Our own words do, if they were not cut short."""
    if own_words and reply.ended == "complete":
        return True
    memory = uow.memories.get(loop.memory_id) if loop.memory_id is not None else None
    if loop.side == "plan" and memory is not None:
        return asks_about(reply.text, subject(memory))
    return says_it(loop, reply.text)


def _asked_of_itself(uow: UnitOfWork, scene: Scene, plan: Plan, reply: Turn, now: datetime) -> list[list[Any]]:
    """Plans past their day that a model asked about without being told to."""
    known = {memory.id: memory for memory in scene.memories}
    changed, found = {change.loop_id for change in plan.loops}, []
    for loop in scene.loops:
        memory = known.get(loop.memory_id or 0)
        if loop.side != "plan" or memory is None or loop.id in changed or not may_ask(loop, now, memory.kind):
            continue
        if asks_of_itself(reply.text, subject(memory)):
            uow.loops.asked(loop.id, reply.id, now)
            found.append([loop.id, "open"])
    return found


def unsay(uow: UnitOfWork, reply_id: int, text: str = "") -> None:
    """A reply is gone, or only `text` of it was heard: what it asked is not asked. The caller commits."""
    changed: Any = uow.turns.meta(reply_id).get(CHANGED)
    for loop_id, before in changed if isinstance(changed, list) else ():
        loop = uow.loops.get(int(loop_id))
        if loop is None or (text and _still(uow, loop, text)):
            continue
        if loop.status == "asked":
            uow.loops.unasked(loop.id)
        elif loop.status in ("kept", "explained") and loop.side == "hers" and before == "open":
            uow.loops.reopen(loop.id)


def _still(uow: UnitOfWork, loop: OpenLoop, text: str) -> bool:
    memory = uow.memories.get(loop.memory_id) if loop.memory_id is not None else None
    return speaks_of(text, subject(memory)) if loop.side == "plan" and memory is not None else says_it(loop, text)

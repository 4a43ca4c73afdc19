"""All that one reply is made from, read in one unit of work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from mind.domain import Memory, Turn
from mind.memory import recall_facts
from mind.memory.encoders.meaning import Sense
from mind.ports import Scene, UnitOfWork
from mind.talk.rituals import could_be, plain
from mind.turn.expecting import with_expected
from mind.turn.remembering import bring_to_mind
from mind.turn.scene import Household, build_scene
from mind.turn.session import Session
from mind.turn.words import read_words

CRISIS: Final = "crisis"
AFTERMATH: Final = timedelta(hours=1)
"""How long after words of a crisis the bond stays frozen and she stays gentle."""
RECALLED: Final = 8
ECHOES: Final = 24
SAID: Final = 170
"""Turns of both: some eighty replies of hers."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The scene, the sitting, what the words bring to mind, and whether a crisis is still near."""

    text: str
    scene: Scene
    session: Session
    recalled: tuple[Memory, ...]
    after_crisis: bool
    just_after_crisis: bool = False
    """The user's words before these were those of the crisis."""
    replies: tuple[str, ...] = ()
    """What she said in her last replies, oldest first, where a model answers: it shall not say it again."""


def read_circumstances(
    uow: UnitOfWork, house: Household, now: datetime, session: Session | None, answering: Turn | None, *, llm: bool,
    keys: Iterable[str] = (), sense: Sense | None = None,
) -> Circumstances:  # fmt: skip
    """What the reply to `answering` (None: a greeting) is made from.

    `keys` are those that its words may fill or end, `sense` those words in an encoder's space.
    """
    scene, sitting = build_scene(uow, house, now, session, answering=answering, llm=llm, keys=keys)
    text = read_words(answering.text) if answering else ""
    recalled: tuple[Memory, ...] = ()
    if answering is not None:
        found = bring_to_mind(uow, scene, answering, text, sense)
        scene = replace(scene, echoes=_echoes(uow, answering, text), recollection=found)
        if text and llm:
            turns = None if found is None else [one.turn for one in found.turns]
            recalled = recall_facts(uow, text[:400], scene.lang, now, RECALLED, scene.memories, turns)
    crisis = _crisis_near(uow, now)
    scene = with_expected(uow, replace(scene, frozen=crisis is not None), text, greeting=answering is None)
    before = next((turn.id for turn in reversed(scene.recent) if turn.speaker == "user"), None)
    replies = tuple(turn.text for turn in uow.turns.recent(SAID) if turn.speaker == "companion") if llm else ()
    return Circumstances(text, scene, sitting, recalled, crisis is not None, crisis is not None and crisis == before, replies)


def _echoes(uow: UnitOfWork, answering: Turn, text: str) -> tuple[Turn, ...]:
    """Earlier turns of the user's with the same words, where they are such as a saying might be."""
    if not could_be(text, answering.lang):
        return ()
    wanted = plain(text)
    kept = uow.memories.search(text, 5, everything=True)
    if any(memory.muted and plain(memory.value) == wanted for memory in kept):
        return ()
    found = uow.turns.search(text, ECHOES)
    return tuple(turn for turn in found if turn.speaker == "user" and turn.id < answering.id and plain(turn.text) == wanted)


def keep_crisis(uow: UnitOfWork, now: datetime, turn_id: int) -> None:
    """Note that a turn spoke of a crisis; the caller commits."""
    uow.keepsakes.put(CRISIS, {"at": now.isoformat(), "turn": turn_id})


def _crisis_near(uow: UnitOfWork, now: datetime) -> int | None:
    """The turn of a crisis that is still near."""
    kept: Any = uow.keepsakes.get(CRISIS)
    if not isinstance(kept, dict) or abs(now - datetime.fromisoformat(kept["at"])) >= AFTERMATH:
        return None
    return int(kept["turn"])

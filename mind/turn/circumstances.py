"""All that one reply is made from, read in one unit of work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from mind.domain import Memory, Turn
from mind.memory import recall
from mind.ports import Scene, UnitOfWork
from mind.turn.scene import Household, build_scene
from mind.turn.session import Session
from mind.turn.words import read_words

CRISIS: Final = "crisis.at"
AFTERMATH: Final = timedelta(hours=1)
"""How long after words of a crisis the bond stays frozen and she stays gentle."""
RECALLED: Final = 8


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The scene, the sitting, what the words bring to mind, and whether a crisis is still near."""

    text: str
    scene: Scene
    session: Session
    recalled: tuple[Memory, ...]
    after_crisis: bool


def read_circumstances(
    uow: UnitOfWork, house: Household, now: datetime, session: Session | None, answering: Turn | None, *, llm: bool
) -> Circumstances:
    """What the reply to `answering` (None: a greeting) is made from."""
    scene, sitting = build_scene(uow, house, now, session, answering=answering, llm=llm)
    text = read_words(answering.text) if answering else ""
    recalled = recall(uow, text[:400], scene.lang, now, RECALLED) if text and llm else ()
    return Circumstances(text, scene, sitting, recalled, _crisis_near(uow, now))


def _crisis_near(uow: UnitOfWork, now: datetime) -> bool:
    at: Any = uow.keepsakes.get(CRISIS)
    return bool(at) and abs(now - datetime.fromisoformat(at)) < AFTERMATH

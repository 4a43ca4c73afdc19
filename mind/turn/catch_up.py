"""Words that were kept but never answered, because the program ended: what they tell is learnt at the next greeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from mind.domain import Turn
from mind.guards import inspect
from mind.ports import Planner, UnitOfWork
from mind.turn.expecting import with_expected
from mind.turn.keeping import Spoken, keep_outcome
from mind.turn.scene import Household, build_scene, learnt
from mind.turn.words import read_words

SILENCE = Spoken((), "", "interrupted", "", "")


def catch_up(uow: UnitOfWork, house: Household, planner: Planner, now: datetime) -> None:
    """Learn from the last turn if it is the user's and nothing was learnt from it yet. Nothing is said.

    Words of a crisis teach nothing, as in any turn.
    """
    turn = _unanswered(uow)
    if turn is None:
        return
    text = read_words(turn.text)
    scene, _ = build_scene(uow, house, now, None, answering=turn, keys=planner.keys(text, turn.lang, now))
    scene = with_expected(uow, scene, text, greeting=False)
    verdict = inspect(text, scene)
    if verdict.learns:
        plan = replace(planner.respond(text, scene), outfit=None, look=None)
        keep_outcome(uow, scene, plan, turn, SILENCE, now, frozen=verdict.frozen, house=house)


def _unanswered(uow: UnitOfWork) -> Turn | None:
    last = uow.turns.recent(1)
    if not last or last[0].speaker != "user" or learnt(uow, last[0]):
        return None
    return last[0]

"""How things stand between the two, read for the decision whether she may begin a talk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from mind.domain import Begun, Turn
from mind.initiative import Budget, Standing
from mind.initiative.record import Ahead, Unanswered, clock_behind, in_the_future, spent, unanswered
from mind.memory.consolidation.material import Contents
from mind.ports import UnitOfWork
from mind.talk.perception import LIGHT
from mind.turn.circumstances import CRISIS
from mind.turn.person import read_person
from mind.turn.scene import RECENT, Household
from mind.turn.terms import read_terms

KEPT: Final = "initiative"
AFTER_CRISIS: Final = timedelta(days=3)
"""So long after words of a crisis she begins nothing: whoever wants to talk finds her, and nothing else is wanted of them."""
ROW: Final = 4
"""Beginnings in a row that are looked at for answers."""
AFTER: Final = 12
"""Turns after a beginning among which its answer is looked for."""
WEIGHS: Final = timedelta(days=2)
"""Days that a feeling told weighs."""
LIGHTER: Final = frozenset({"celebrate", "play"})
"""Needs after which what was told before weighs no longer."""


def read_standing(
    uow: UnitOfWork, house: Household, contents: Contents, now: datetime, budget: Budget, *, note: bool = True
) -> Standing:
    """All of it at one moment. With `note` it notes, without committing, since when the clock is behind what she began."""
    begun = uow.mentions.begun()
    ahead = in_the_future(begun, now)
    behind = _clock_behind(uow, ahead, now, note=note)
    past = begun if behind else tuple(one for one in begun if one not in ahead)
    recent = uow.turns.recent(RECENT)
    users = [turn for turn in recent if turn.speaker == "user"]
    summary = uow.ledger.summary(now)
    weight = _weight(uow, contents, house, now, recent)
    return Standing(
        spent=spent(past, now),
        last_began=past[0].at if past else None,
        last_user_words=users[-1].at if users else None,
        parted=_parted(uow, contents, recent),
        last_words=recent[-1].at if recent else None,
        unanswered=_unanswered(uow, past[:ROW], budget),
        met=bool(users),
        minor=read_person(uow, house.lang).adult is False,
        paused=summary.paused,
        crisis=_crisis(uow, now),
        distress=weight == 0,
        low=weight is not None,
        stage=summary.stage,
        hurt=summary.hurt,
        tension=summary.tension,
        relation=read_terms(uow).relation,
        clock_behind=behind,
    )


def _clock_behind(uow: UnitOfWork, ahead: Sequence[Begun], now: datetime, *, note: bool) -> bool:
    """Whether the clock was set back since she began; what was seen of it is noted."""
    before = _noted(uow.keepsakes.get(KEPT))
    behind, after = clock_behind(ahead, before, now)
    if note and after != before:
        kept = {"newest": after.newest.isoformat(), "seen": after.seen.isoformat()} if after is not None else {}
        uow.keepsakes.put(KEPT, kept)
    return behind


def _noted(kept: Any) -> Ahead | None:
    if not isinstance(kept, dict) or not kept:
        return None
    return Ahead(datetime.fromisoformat(kept["newest"]), datetime.fromisoformat(kept["seen"]))


def _unanswered(uow: UnitOfWork, begun: Sequence[Begun], budget: Budget) -> Unanswered:
    return unanswered([(one, _answered(uow, one)) for one in begun], budget.chosen_at)


def _answered(uow: UnitOfWork, begun: Begun) -> datetime | None:
    """When the user first said something after it; None where they did not, or where it is forgotten."""
    if begun.turn_id is None:
        return None
    after: tuple[Turn, ...] = uow.turns.passage(begun.turn_id, before=0, after=AFTER)
    return next((turn.at for turn in after if turn.speaker == "user" and turn.id > begun.turn_id), None)


def _crisis(uow: UnitOfWork, now: datetime) -> bool:
    kept: Any = uow.keepsakes.get(CRISIS)
    return isinstance(kept, dict) and abs(now - datetime.fromisoformat(kept["at"])) < AFTER_CRISIS


def _parted(uow: UnitOfWork, contents: Contents, recent: Sequence[Turn]) -> bool:
    """Whether her answer to the user's last words was one to a goodbye."""
    reply = next((turn for turn in reversed(recent) if turn.reply_to is not None), None)
    if reply is None:
        return False
    acts = [str(act).partition(":") for act in uow.turns.meta(reply.id).get("acts") or ()]
    known = contents(reply.lang).acts
    return any(kind == "act" and name in known and known[name].goodbye for kind, _, name in acts)


def _weight(uow: UnitOfWork, contents: Contents, house: Household, now: datetime, recent: Sequence[Turn]) -> int | None:
    """Days since the user told of what weighs; None where nothing did, or where the talk grew light again after it."""
    feelings = contents(house.asked or read_person(uow, house.lang).lang).feelings
    hers = [turn for turn in recent if turn.speaker == "companion" and abs(now - turn.at) <= WEIGHS + timedelta(days=1)]
    metas = uow.turns.metas(turn.id for turn in hers)
    for turn in reversed(hers):
        meta = metas.get(turn.id, {})
        told = [str(act).partition(":")[2] for act in meta.get("acts") or () if str(act).startswith("feeling:")]
        heavy = [one for cls in told if (one := feelings.get(cls)) and one.valence < 0 and one.id not in LIGHT]
        if heavy or meta.get("need") == "listen":
            days = (now.date() - turn.at.date()).days
            return days if 0 <= days <= WEIGHS.days else None
        if meta.get("need") in LIGHTER:
            return None
    return None

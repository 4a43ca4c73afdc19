"""A model's proposals for the bond, kept: what passes goes to the ledger, what is refused stands there with its rule."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, Final

from mind.bond_events.proposals import TOLD, Judged, Refused, judge
from mind.bond_events.proposed import read_proposed
from mind.domain import BondChange, BondEvent, HeldEvent, Turn
from mind.ports import UnitOfWork
from mind.turn.circumstances import AFTERMATH, CRISIS

log = logging.getLogger("hearth.learning")

LOOKED_BACK: Final = 300
"""Events looked through for what was proposed for the same turns before."""


def keep_proposed(uow: UnitOfWork, turns: Iterable[Turn], answer: str, now: datetime) -> tuple[BondChange, ...]:
    """Keep what an answer proposes for these turns of the user's, as far as rules allow; commits. What it moved."""
    if uow.ledger.summary(now).paused:
        return ()
    read = read_proposed(answer)
    if not read:
        return ()
    calm = [turn for turn in turns if not _after_crisis(uow, turn)]
    events = uow.ledger.events(LOOKED_BACK)
    known = {turn.id: _known(events, turn.id) for turn in calm}
    judged = judge(read, calm, known, uow.loops.find("promise", ("open", "asked")))
    changes = _keep(uow, judged, now)
    rules = Counter(one.rule for one in judged.refused)
    log.info(
        "of %s proposals for the bond %s went on, %s agreed with the rules, refused %s",
        len(read), len(judged.events), len(judged.confirms), dict(rules),
    )  # fmt: skip
    uow.commit()
    return changes


def _keep(uow: UnitOfWork, judged: Judged, now: datetime) -> tuple[BondChange, ...]:
    changes: tuple[BondChange, ...] = ()
    still = {one.id for one in uow.ledger.held()}
    for event_id, _, turn in judged.confirms:
        if event_id in still:
            changes += uow.ledger.confirm(event_id, now, turn.id)
    for event, turn in judged.events:
        changes += uow.ledger.apply([event], now, turn.id)
    for loop_id, kept, turn in judged.closed:
        uow.loops.close(loop_id, "kept" if kept else "broken", now, turn.id)
    for one in judged.refused[:TOLD]:
        uow.ledger.refuse(_as_event(one), one.rule, now, one.turn_id)
    return changes


def _as_event(one: Refused) -> BondEvent:
    """What is kept of a refused proposal: never a word that was not said, nor a kind that does not exist."""
    return BondEvent(one.kind or "chat", one.quote, one.confidence, origin="brain")


def _known(events: Collection[HeldEvent], turn_id: int) -> tuple[HeldEvent, ...]:
    """What was proposed for a turn, and what answered that later."""
    own = {one.id for one in events if one.turn_id == turn_id}
    return tuple(one for one in events if one.id in own or one.about in own)


def _after_crisis(uow: UnitOfWork, turn: Turn) -> bool:
    """Whether a turn was said while words of a crisis were near: then nothing of it moves the bond."""
    kept: Any = uow.keepsakes.get(CRISIS)
    return isinstance(kept, dict) and abs(turn.at - datetime.fromisoformat(kept["at"])) < AFTERMATH

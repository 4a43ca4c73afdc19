"""The rules: (state, events, time) to (state, what moved and why). Pure.

One turn proposes some events; each is refused by a rule that names itself, or moves the state and says so line by line.
How much an event weighs is in `weighing`, what time does in `passage`, push and pull in `tension`, the user's own hand
in `house`. `RULES` and the rule books by version are in `books`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Final

from mind.bond import house
from mind.bond.books import RULES, RuleBook, book_of
from mind.bond.clock import jumped
from mind.bond.effects import EFFECTS
from mind.bond.mending import mend
from mind.bond.passage import advance, put_right
from mind.bond.stages import restage
from mind.bond.state import BondState
from mind.bond.temperament import Temperament
from mind.bond.tension import ALWAYS, PULLS
from mind.bond.two_ears import heard_now
from mind.bond.weighing import felt, hurt, only_warm, pulled_at, remembered, warmed, weigh_hurt, weigh_kindness
from mind.domain import BondEvent

__all__ = ["BATCH", "FIELDS", "RULES", "SLIGHT", "SLIGHT_TRUST", "Line", "Outcome", "Proposal", "apply", "difference",
           "worth_telling"]  # fmt: skip

SURE: Final = 0.5
BATCH: Final = 4
SLIGHT: Final = 0.05
SLIGHT_TRUST: Final = 0.005
"""Below these, what the passing of time moves between two turns is kept but not worth telling."""

FIELDS: Final = ("warmth", "familiarity", "commitment", "trust", "hurt", "stage", "tension")
"""What the ledger follows."""
LEVELS: Final = attrgetter(*FIELDS)


@dataclass(frozen=True, slots=True)
class Proposal:
    """An event with the likeness of its quote: equal for equal words, empty for none."""

    event: BondEvent
    likeness: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that moved."""

    field: str
    delta: float
    cause: str
    rule: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one proposal: the `rule` it met and the lines it wrote."""

    rule: str
    lines: tuple[Line, ...] = ()


@dataclass(slots=True)
class _Turn:
    """What one turn has already brought."""

    kinds: set[str]
    said: list[str]
    hurt: bool = False
    timed: bool = False


def apply(
    state: BondState, proposals: Iterable[Proposal], at: datetime, temperament: Temperament, rules: int = RULES
) -> tuple[BondState, tuple[Outcome, ...]]:
    """Run what one turn proposes, by the rules of that version. Nothing moves, not even time, unless one of them stands.

    KeyError for rules that this program does not know.
    """
    book, turn, outcomes = book_of(rules), _Turn(set(), []), []
    for proposal in proposals:
        refused = _refusal(proposal.event, state, turn, book)
        if refused:
            outcomes.append(Outcome(refused))
            continue
        lines: list[Line] = []
        if not turn.timed:
            turn.timed = True
            state, lines = _pass_time(state, at, temperament, book)
        state, rule, own = _happen(state, proposal, at, temperament, book, turn)
        outcomes.append(Outcome(rule, tuple(lines + own)))
    # Only now: two names for one turn carry the same words and are no repetition.
    return remembered(state, turn.said), tuple(outcomes)


def difference(before: BondState, after: BondState, cause: str) -> tuple[Line, ...]:
    """What lies between two states, as lines of one cause."""
    return tuple(_lines(before, after, cause, cause))


def worth_telling(field: str, delta: float) -> bool:
    """Whether a line that time wrote is worth telling."""
    return abs(delta) >= (SLIGHT_TRUST if field == "trust" else SLIGHT)


def _refusal(event: BondEvent, state: BondState, turn: _Turn, book: RuleBook) -> str:
    kind = event.kind
    if kind in house.HOUSE:
        return house.refusal(event, state) or ("same_turn" if kind in turn.kinds else "")
    if state.paused:
        return "paused"
    if event.confidence < SURE:
        return "unsure"
    effect = EFFECTS.get(kind)
    if effect is None and not event.confirmed and kind not in ALWAYS:
        return "not_now"
    if effect is not None and effect.severe and not event.confirmed:
        return "held"
    # One turn is one thing that happened, however many names are found for it.
    if kind in turn.kinds or len(turn.kinds) >= BATCH or (turn.hurt and effect is not None and not effect.positive):
        return "same_turn"
    return ""


def _pass_time(state: BondState, at: datetime, temperament: Temperament, book: RuleBook) -> tuple[BondState, list[Line]]:
    lines = []
    if book.own_days and not state.paused and jumped(state, at):
        right = put_right(state, at)
        lines = _lines(state, right, "clock", "clock") or [Line("stage", 0.0, "clock", "clock")]
        state = right
    later = advance(state, at, temperament, book)
    return later, lines + _lines(state, later, "time", "passage")


def _happen(
    state: BondState, proposal: Proposal, at: datetime, temperament: Temperament, book: RuleBook, turn: _Turn
) -> tuple[BondState, str, list[Line]]:
    kind = proposal.event.kind
    turn.kinds.add(kind)
    if kind in house.HOUSE:
        after = house.happened(state, kind, at, temperament)
        # A line that moves nothing tells of what is no change of the bond.
        return after, kind, _lines(state, after, kind, kind) or [Line("stage", 0.0, kind, kind)]
    state = state.but(counts={**state.counts, kind: state.counts.get(kind, 0) + 1})
    if kind in PULLS:
        after = pulled_at(state, proposal.event, PULLS[kind])
        return after, "tension", _lines(state, after, kind, "tension")
    return _meet(state, proposal, temperament, book, turn)


def _meet(
    state: BondState, proposal: Proposal, temperament: Temperament, book: RuleBook, turn: _Turn
) -> tuple[BondState, str, list[Line]]:
    event, effect = proposal.event, EFFECTS[proposal.event.kind]
    if effect.positive:
        weight, rule = weigh_kindness(state, event, proposal.likeness, book)
        does = only_warm(effect) if rule == "repeat" and not book.copies else effect
        after = warmed(state, event.kind, does, weight) if weight else state
        mended = mend(after, event.kind)
        if proposal.likeness and rule != "daily_cap":
            turn.said.append(proposal.likeness)
    else:
        weight, rule = weigh_hurt(state, event, temperament, book)
        if rule == "hurt":
            after = mended = hurt(state, effect, weight, book)
        else:
            after = mended = felt(state, effect.mood, weight)
        turn.hurt = turn.hurt or rule == "hurt"
    if book.wary:
        mended = mended.but(heard=heard_now(state, event))
    staged = restage(mended)
    lines = _lines(state, after, event.kind, rule)
    if mended is not after:
        lines += _lines(after, mended, "repair", "repair")
    if staged is not mended:
        lines += _lines(mended, staged, "milestone", "stage_up" if staged.stage > mended.stage else "stage_down")
    return staged, rule, lines


def _lines(before: BondState, after: BondState, cause: str, rule: str) -> list[Line]:
    if before is after:
        return []
    moved = zip(FIELDS, LEVELS(before), LEVELS(after), strict=True)
    return [Line(field, float(new - old), cause, rule) for field, old, new in moved if new != old]

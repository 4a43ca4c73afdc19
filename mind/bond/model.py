"""The rules: (state, events, time) to (state, what moved and why). Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from mind.bond.effects import AMENDS, EFFECTS, SEVERE, Effect
from mind.bond.passage import advance
from mind.bond.stages import restage
from mind.bond.state import BondState, Rupture
from mind.bond.temperament import Temperament
from mind.domain import BondEvent

RULES: Final = 1
"""The version of these rules: a change that judges the same events otherwise takes the next number."""

SURE: Final = 0.5
DAILY_GAIN: Final = 3.0
DAILY_CHATS: Final = 12
DAILY_HURT: Final = 25.0
REPEAT_COUNTS: Final = 0.1
MOST_HURT: Final = 60.0
BATCH: Final = 4
REMEMBERED: Final = 200
REPAIR_AFTER: Final = 1 / 24
"""Days: an apology in the heat of the moment mends nothing yet."""

SLIGHT: Final = 0.05
SLIGHT_TRUST: Final = 0.005
"""Below these, what the passing of time moves between two turns is kept but not worth telling."""

FIELDS: Final = ("warmth", "familiarity", "commitment", "trust", "hurt", "stage")
"""What the ledger follows."""


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


def apply(
    state: BondState, proposals: Iterable[Proposal], at: datetime, temperament: Temperament
) -> tuple[BondState, tuple[Outcome, ...]]:
    """Run what one turn proposes. Nothing moves, not even time, unless one of them stands."""
    outcomes = []
    seen: set[str] = set()
    said: list[str] = []
    hurt_already = moved = False
    for proposal in proposals:
        event, effect = proposal.event, EFFECTS[proposal.event.kind]
        refusal = _refusal(event, effect, seen, hurt_already)
        if refusal:
            outcomes.append(Outcome(refusal))
            continue
        seen.add(event.kind)
        hurt_already = hurt_already or not effect.positive
        lines: list[Line] = []
        if not moved:
            state, lines = _pass_time(state, at, temperament)
            moved = True
        state, rule, own = _meet(state, proposal, effect, temperament)
        outcomes.append(Outcome(rule, tuple(lines + own)))
        if proposal.likeness and rule != "daily_cap":
            said.append(proposal.likeness)
    # Only now: two names for one turn carry the same words and are no repetition.
    return _remember(state, said), tuple(outcomes)


def difference(before: BondState, after: BondState, cause: str) -> tuple[Line, ...]:
    """What lies between two states, as lines of one cause."""
    return tuple(_lines(before, after, cause, cause))


def worth_telling(field: str, delta: float) -> bool:
    """Whether a line that time wrote is worth telling."""
    return abs(delta) >= (SLIGHT_TRUST if field == "trust" else SLIGHT)


def _refusal(event: BondEvent, effect: Effect, seen: set[str], hurt_already: bool) -> str:
    if event.confidence < SURE:
        return "unsure"
    if effect.severe and not event.confirmed:
        return "held"
    # One turn is one thing that happened, however many names are found for it.
    if event.kind in seen or len(seen) >= BATCH or (hurt_already and not effect.positive):
        return "same_turn"
    return ""


def _pass_time(state: BondState, at: datetime, temperament: Temperament) -> tuple[BondState, list[Line]]:
    later = advance(state, at, temperament)
    return later, _lines(state, later, "time", "passage")


def _meet(
    state: BondState, proposal: Proposal, effect: Effect, temperament: Temperament
) -> tuple[BondState, str, list[Line]]:
    event = proposal.event
    count = state.counts.get(event.kind, 0) + 1
    state = replace(state, counts={**state.counts, event.kind: count})
    before = state
    if effect.positive:
        weight, rule = _kindness(state, proposal, count)
        state = _warm(state, effect, weight)
    else:
        weight, rule = _share(event) * temperament.tenderness / (1 + 0.25 * (count - 1)), "hurt"
        state = _hurt(state, effect, weight)
    state = _move_mood(state, effect, weight)
    lines = _lines(before, state, event.kind, rule)
    mended = _mend(state, event) if effect.positive else state
    lines += _lines(state, mended, "repair", "repair")
    staged = restage(mended)
    lines += _lines(mended, staged, "milestone", "stage_up" if staged.stage > mended.stage else "stage_down")
    return staged, rule, lines


def _share(event: BondEvent) -> float:
    """How much of a full event this is, in 0..1."""
    return min(1.0, event.confidence) * min(1.0, max(0.0, event.severity))


def _kindness(state: BondState, proposal: Proposal, count: int) -> tuple[float, str]:
    """How much of a kindness counts: less the oftener the same is done on a day, hardly at all if copied."""
    event = proposal.event
    if state.gained >= DAILY_GAIN or (event.kind == "chat" and count > DAILY_CHATS):
        return 0.0, "daily_cap"
    weight = _share(event) / count
    if proposal.likeness and any(likeness == proposal.likeness for likeness, _ in state.recent):
        return weight * REPEAT_COUNTS, "repeat"
    return weight, "kindness"


def _warm(state: BondState, effect: Effect, weight: float) -> BondState:
    guarded = 1 + state.hurt / 8
    warmth = 1.6 * effect.warmth * weight * (1 - state.warmth / 100) / guarded
    commitment = 1.6 * effect.commitment * weight * (1 - state.commitment / 100) * (0.4 + 0.6 * state.trust) / guarded
    familiarity = 1.2 * effect.familiarity * weight * (1 - state.familiarity / 100)
    return replace(
        state,
        warmth=state.warmth + warmth,
        commitment=state.commitment + commitment,
        familiarity=state.familiarity + familiarity,
        good=state.good + effect.trust * weight,
        gained=state.gained + effect.warmth * weight,
    )


def _hurt(state: BondState, effect: Effect, weight: float) -> BondState:
    """Hurts weigh double, but a day can only hurt so much."""
    hurt = max(0.0, min(effect.hurt * weight, DAILY_HURT - state.hurt_today, MOST_HURT - state.hurt))
    ruptures = state.ruptures
    if hurt >= SEVERE:
        ruptures = (*ruptures, Rupture(state.days, 0.35 * hurt))
    return replace(
        state,
        warmth=max(0.0, state.warmth + 2 * effect.warmth * weight * (0.4 + 0.6 * state.warmth / 100)),
        commitment=max(0.0, state.commitment + 2 * effect.commitment * weight),
        bad=state.bad - 2 * effect.trust * weight,
        hurt=state.hurt + hurt,
        hurt_today=state.hurt_today + hurt,
        ruptures=ruptures,
    )


def _move_mood(state: BondState, effect: Effect, weight: float) -> BondState:
    pleasure, arousal, dominance = (push * weight for push in effect.mood)
    return replace(
        state,
        pleasure=_axis(state.pleasure + pleasure),
        arousal=_axis(state.arousal + arousal),
        dominance=_axis(state.dominance + dominance),
    )


def _axis(value: float) -> float:
    return min(1.0, max(-1.0, value))


def _remember(state: BondState, said: list[str]) -> BondState:
    if not said:
        return state
    others = tuple(known for known in state.recent if known[0] not in said)
    return replace(state, recent=(*others, *((one, state.days) for one in dict.fromkeys(said)))[-REMEMBERED:])


def _mend(state: BondState, event: BondEvent) -> BondState:
    """An apology and amends, both at least an hour after, close the oldest rupture."""
    if not state.ruptures or state.days - state.ruptures[0].since < REPAIR_AFTER:
        return state
    oldest, *others = state.ruptures
    oldest = replace(
        oldest,
        apologised=oldest.apologised or event.kind == "apology",
        amended=oldest.amended or event.kind in AMENDS,
    )
    if not (oldest.apologised and oldest.amended):
        return replace(state, ruptures=(oldest, *others))
    return replace(
        state,
        ruptures=tuple(others),
        hurt=max(0.0, state.hurt - oldest.floor),
        good=state.good + 0.5,
        warmth=min(100.0, state.warmth + 1),
    )


def _lines(before: BondState, after: BondState, cause: str, rule: str) -> list[Line]:
    moved = ((field, float(getattr(after, field) - getattr(before, field))) for field in FIELDS)
    return [Line(field, delta, cause, rule) for field, delta in moved if delta != 0]

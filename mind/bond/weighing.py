"""How much one event weighs, and what that moves. Every formula is our design; `docs/bond.md` tells them in words."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter
from typing import Final

from mind.bond.books import RuleBook
from mind.bond.effects import MOOD_ONLY, Effect
from mind.bond.state import BondState, Rupture
from mind.bond.temperament import Temperament
from mind.bond.tension import RELEASE, Pull, pulled
from mind.bond.two_ears import belief_in_hurt, belief_in_kindness
from mind.domain import BondEvent, BondKind

REPEAT_COUNTS: Final = 0.1
COPIED_SOON: Final = 0.5
"""Days within which the same words again count for nothing."""
MOST_HURT: Final = 60.0
REMEMBERED: Final = 200
FLOOR: Final = 0.35
"""The share of a severe hurt that stays until it is mended or fades."""

LONG_DAY: Final = 12
"""Turns of a day that are taken in whole: of more, each counts less."""

LIKENESS: Final = itemgetter(0)


def share(event: BondEvent) -> float:
    """How much of a full event this is, in 0..1."""
    return min(1.0, event.confidence) * min(1.0, max(0.0, event.severity))


def weigh_kindness(state: BondState, event: BondEvent, likeness: str, book: RuleBook) -> tuple[float, str]:
    """How much of a kindness counts: less the oftener the same is done on a day, hardly at all if copied."""
    count = state.counts[event.kind]
    if state.gained >= book.daily_gain or (event.kind == "chat" and count > book.daily_chats):
        return 0.0, "daily_cap"
    weight = share(event) / count
    if book.wary and event.kind != "chat":
        weight *= belief_in_kindness(state, event) * min(1.0, LONG_DAY / sum(state.counts.values()))
    if not likeness or likeness not in map(LIKENESS, state.recent):
        return weight, "kindness"
    said = next(day for known, day in state.recent if known == likeness)
    too_soon = not book.copies and state.days - said < COPIED_SOON
    return (0.0 if too_soon else weight * REPEAT_COUNTS), "repeat"


def only_warm(effect: Effect) -> Effect:
    """What words said before still do: they tell nothing new and prove nothing, but they are kind."""
    return replace(effect, trust=0.0, familiarity=0.0, commitment=0.0)


def warmed(state: BondState, kind: BondKind, effect: Effect, weight: float) -> BondState:
    """The state after a kindness; coming closer releases tension."""
    guarded = 1 + state.hurt / 8
    warmth = 1.6 * effect.warmth * weight * (1 - state.warmth / 100) / guarded
    commitment = 1.6 * effect.commitment * weight * (1 - state.commitment / 100) * (0.4 + 0.6 * state.trust) / guarded
    familiarity = 1.2 * effect.familiarity * weight * (1 - state.familiarity / 100)
    pleasure, arousal, dominance = _mood(state, effect.mood, weight)
    return state.but(
        warmth=state.warmth + warmth,
        commitment=state.commitment + commitment,
        familiarity=state.familiarity + familiarity,
        good=state.good + effect.trust * weight,
        gained=state.gained + effect.warmth * weight,
        pleasure=pleasure,
        arousal=arousal,
        dominance=dominance,
        tension=state.tension * (1 - RELEASE.get(kind, 0.0) * weight),
    )


def weigh_hurt(state: BondState, event: BondEvent, temperament: Temperament, book: RuleBook) -> tuple[float, str]:
    """How much a hurt counts: a little less the oftener on a day. What is mild or doubtful only touches the mood."""
    weight = share(event) * temperament.tenderness / (1 + 0.25 * (state.counts[event.kind] - 1))
    if not book.wary:
        return weight, "hurt"
    if event.kind in MOOD_ONLY or not event.confirmed:
        return weight, "mood_only"
    return weight * belief_in_hurt(state, event), "hurt"


def hurt(state: BondState, effect: Effect, weight: float, book: RuleBook) -> BondState:
    """The state after a hurt. Hurts weigh double, but a day can only hurt so much."""
    pleasure, arousal, dominance = _mood(state, effect.mood, weight)
    wanted = effect.hurt * weight
    granted = max(0.0, min(wanted, book.daily_hurt - state.hurt_today, MOST_HURT - state.hurt))
    if book.whole_caps and wanted > 0:
        weight *= granted / wanted
    ruptures = state.ruptures
    if granted >= book.opens:
        ruptures = (*ruptures, Rupture(state.days, FLOOR * granted))[-book.open_ruptures :]
    lived = book.lived * state.familiarity
    return state.but(
        warmth=max(min(lived, state.warmth), state.warmth + 2 * effect.warmth * weight * (0.4 + 0.6 * state.warmth / 100)),
        commitment=max(min(lived, state.commitment), state.commitment + 2 * effect.commitment * weight),
        bad=state.bad - 2 * effect.trust * weight,
        hurt=state.hurt + granted,
        hurt_today=state.hurt_today + granted,
        ruptures=ruptures,
        pleasure=pleasure,
        arousal=arousal,
        dominance=dominance,
    )


def felt(state: BondState, mood: tuple[float, float, float], weight: float) -> BondState:
    """The state after something that touches nothing but the mood."""
    pleasure, arousal, dominance = _mood(state, mood, weight)
    return state.but(pleasure=pleasure, arousal=arousal, dominance=dominance)


def pulled_at(state: BondState, event: BondEvent, pull: Pull) -> BondState:
    """The state after push or pull: less the oftener on a day, and never more than tension and mood."""
    weight = share(event) / state.counts[event.kind]
    return felt(state, pull.mood, weight).but(tension=pulled(state.tension, pull, weight))


def remembered(state: BondState, said: list[str]) -> BondState:
    """The state that knows these words again for a while."""
    if not said:
        return state
    others = tuple(known for known in state.recent if known[0] not in said) if _any_known(state, said) else state.recent
    return state.but(recent=(*others, *((one, state.days) for one in dict.fromkeys(said)))[-REMEMBERED:])


def _any_known(state: BondState, said: list[str]) -> bool:
    known = set(map(LIKENESS, state.recent))
    return not known.isdisjoint(said)


def _mood(state: BondState, mood: tuple[float, float, float], weight: float) -> tuple[float, float, float]:
    return (
        _axis(state.pleasure + mood[0] * weight),
        _axis(state.arousal + mood[1] * weight),
        _axis(state.dominance + mood[2] * weight),
    )


def _axis(value: float) -> float:
    return min(1.0, max(-1.0, value))

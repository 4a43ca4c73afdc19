"""A model's proposals for the bond, judged by rules: closed kinds, the user's own words, and a second key for what is heavy.

Nothing that a model says is a number of the bond. What passes is an event like any other, of less confidence than our own
rules have; the bond's rules then weigh it, or hold it. What does not pass is told with the rule it broke. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from mind.bond_events.aimed import quotes_others
from mind.bond_events.given_word import fulfils, settled
from mind.bond_events.heard_again import heard_again
from mind.bond_events.proposed import FLOOD, KINDS, Proposed
from mind.bond_events.signs import HURTS, signs_in
from mind.bond_events.weighing import GRIEF
from mind.domain import BondEvent, BondKind, HeldEvent, OpenLoop, Turn
from mind.memory.extraction.of_self import stated
from mind.memory.extraction.verbatim import find_quote, sentence_around
from mind.talk.perception import Perception

A_BATCH: Final = 4
MOST_SURE: Final = 0.8
"""Of what only a model heard; rules are at .85 and more."""
LONGEST_QUOTE: Final = 200
SHORTEST_QUOTE: Final = 2
TOLD: Final = 12
"""Refusals of one answer that the ledger keeps one by one; the log counts all."""
PROMISES: Final = frozenset({"promise_kept", "promise_broken"})

Refusal = Literal["flood", "kind", "turn", "quote", "confidence", "known", "many", "unstated", "grief", "no_promise"]
"""The rule that a proposal broke."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A proposal that does not count. `kind` is None for one that is not in the list, `quote` empty where it was never said."""

    rule: Refusal
    kind: BondKind | None = None
    quote: str = ""
    turn_id: int | None = None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Judged:
    """`events` go to the ledger, each with its turn; `confirms` are held events (id, words, turn) that now have their second
    sign; `closed` are promises (id, kept, turn) that the words settle; `refused` says why the rest does not count."""

    events: tuple[tuple[BondEvent, Turn], ...] = ()
    confirms: tuple[tuple[int, str, Turn], ...] = ()
    closed: tuple[tuple[int, bool, Turn], ...] = ()
    refused: tuple[Refused, ...] = ()


def judge(
    proposals: Sequence[Proposed], turns: Iterable[Turn], known: Mapping[int, tuple[HeldEvent, ...]],
    loops: Sequence[OpenLoop] = (),
) -> Judged:  # fmt: skip
    """What of an answer may count. `turns` are the user's, `known` all that was proposed for each of them before."""
    if len(proposals) > FLOOD:
        return Judged(refused=(Refused("flood"),))
    by_id = {turn.id: turn for turn in turns if turn.speaker == "user"}
    events: list[tuple[BondEvent, Turn]] = []
    confirms: list[tuple[int, str, Turn]] = []
    closed: list[tuple[int, bool, Turn]] = []
    refused: list[Refused] = []
    seen: set[tuple[int, str]] = set()
    for one in proposals:
        read = _read(one, by_id)
        if isinstance(read, Refused):
            refused.append(read)
            continue
        kind, quote, turn, confidence = read
        verdict = _verdict(kind, quote, turn, known.get(turn.id, ()), loops, again=(turn.id, kind) in seen)
        if isinstance(verdict, str):
            refused.append(Refused(verdict, kind, quote, turn.id, confidence))
        elif len(events) + len(confirms) >= A_BATCH:
            refused.append(Refused("many", kind, quote, turn.id, confidence))
        else:
            seen.add((turn.id, kind))
            if verdict.held is not None:
                confirms.append((verdict.held, quote, turn))
                continue
            events.append((BondEvent(kind, quote, confidence, 1.0, verdict.confirmed, origin="brain"), turn))
            if verdict.loop is not None:
                closed.append((verdict.loop, kind == "promise_kept", turn))
    return Judged(tuple(events), tuple(confirms), tuple(closed), tuple(refused))


@dataclass(frozen=True, slots=True)
class _Stands:
    """A proposal that may go on: confirmed by a second key, or the second key itself of the event `held`."""

    confirmed: bool = False
    held: int | None = None
    loop: int | None = None


def _read(one: Proposed, turns: Mapping[int, Turn]) -> Refused | tuple[BondKind, str, Turn, float]:
    """The fields of a proposal, where each is what it has to be."""
    kind = next((known for known in KINDS if known == one.kind), None)
    if kind is None:
        return Refused("kind", turn_id=one.turn if one.turn in turns else None)
    turn = turns.get(one.turn)
    if turn is None:
        return Refused("turn", kind)
    if one.confidence is None or not 0.0 <= one.confidence <= 1.0:
        return Refused("confidence", kind, turn_id=turn.id)
    place = find_quote(one.quote, turn.text) if SHORTEST_QUOTE <= len(one.quote.strip()) <= LONGEST_QUOTE else None
    if place is None:
        return Refused("quote", kind, turn_id=turn.id)
    return kind, turn.text[place[0] : place[1]].strip(), turn, min(MOST_SURE, one.confidence)


def _verdict(
    kind: BondKind, quote: str, turn: Turn, known: Sequence[HeldEvent], loops: Sequence[OpenLoop], *, again: bool
) -> Refusal | _Stands:
    """Whether the words can mean this, by rules that know nothing of the model."""
    held = next((one for one in known if one.kind == kind and one.rule == "held" and one.origin == "rules"), None)
    answered = any(one.about == held.id for one in known) if held is not None else False
    if again or answered or (held is None and any(one.kind == kind for one in known)):
        return "known"
    p = heard_again(turn.text, turn.lang, turn.at)
    place = find_quote(quote, turn.text) or (0, len(turn.text))
    sentence, ending = sentence_around(turn.text, *place)
    if quotes_others(quote, turn.text, turn.lang) or (kind != "support" and not stated(sentence, ending, turn.lang)):
        return "unstated"
    if kind in HURTS or kind == "promise_broken":
        if _grieves(p):
            return "grief"
        if kind in HURTS:
            agrees = any(sign.kind == kind for sign in signs_in(p))
            return _Stands(held=held.id) if held is not None and agrees else _Stands(confirmed=agrees)
    if kind in PROMISES:
        return _promise(kind, p, [loop for loop in loops if loop.turn_id < turn.id], turn.at)
    return _Stands()


def _promise(kind: BondKind, p: Perception, loops: Sequence[OpenLoop], at: datetime) -> Refusal | _Stands:
    """A promise on record whose words the turn holds is the second key; of a broken one also our own words for that."""
    told = settled(p, loops, at)
    if told is not None:
        agrees = told.kept == (kind == "promise_kept")
        return _Stands(confirmed=True, loop=told.loop.id) if agrees else "no_promise"
    loop = fulfils(p, loops)
    if loop is None:
        return "no_promise"
    return _Stands(confirmed=True, loop=loop.id) if kind == "promise_kept" else _Stands()


def _grieves(p: Perception) -> bool:
    return any(feeling.cls in GRIEF and feeling.strength >= 2 for feeling in p.feelings) or any(hit.fact.sad for hit in p.facts)

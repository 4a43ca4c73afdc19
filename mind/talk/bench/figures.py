"""All figures of one talk; what each means stands with the measure it comes from (`mind.talk.bench.measures`)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, TypeVar

from mind.languages import Lang
from mind.talk.bench.measures import asking, moves, repetition
from mind.talk.bench.measures.believed import Believed, believed
from mind.talk.bench.measures.parroting import parrots
from mind.talk.bench.measures.user_words import Lexicon, Spoken, Use, content, use_of
from mind.talk.bench.questions import ends_in_question

if TYPE_CHECKING:
    from mind.talk.bench.talk import Exchange, Talk

T = TypeVar("T")
SHIFT = 41
"""How far away the turn stands by which the rate by chance is taken."""


@dataclass(slots=True)
class Figures:
    """`values` by the keys of `mind.talk.bench.goals.GOALS`; the rest is what to look at."""

    values: dict[str, float]
    kinds: Counter[str]
    twice: list[repetition.Again]
    overlap: list[float]
    openers: list[bool]
    uses: dict[int, Use]
    parroted: list[int]
    facts: Believed
    lost: list[int] = field(default_factory=list)


def figures(talk: Talk) -> Figures:
    """Measure a talk."""
    lexicon = lexicon_of(talk.lang)
    hers, turns = [one.reply for one in talk.exchanges], talk.turns
    uses = {one.number: use_of(_spoken(talk, one, one.text), talk.lang, lexicon, talk.script.name) for one in turns}
    parroted = [one.number for one in turns if uses[one.number] and _parrots(one)]
    facts = believed(talk, lexicon)
    twice, overlap = repetition.sentences_again(hers), repetition.overlaps(hers, talk.lang)
    openers = repetition.openers_again(hers, talk.lang)
    kinds = [moves.kind_of(one.told.acts) for one in turns]
    low = [moves.rung_of(one.told.acts) >= 4 for one in turns]
    lost = [one.number for one in talk.exchanges if moves.is_lost(one.reply, talk.lang)]
    told = [one for one in turns if len(content(one.text, talk.lang, lexicon)) >= 2 and not ends_in_question(one.text)]
    used = [number for number, use in uses.items() if use]
    values = {
        "twice": float(len(twice)),
        "overlap": _mean(overlap),
        "worn": _share(overlap, lambda one: one > repetition.MUCH),
        "openers": _mean([float(one) for one in openers]),
        "questions": float(asking.most_in_ten(hers)),
        "questions_talk": float(asking.most_in_ten([one.reply for one in talk.exchanges if not _plays(one)])),
        "asking": _mean([float(one) for one in asking.asks(hers)]),
        "user": len(used) / max(1, len(turns)),
        "user_told": _share(told, lambda one: bool(uses[one.number])),
        "chance": _by_chance(talk, lexicon),
        "parrots": len(parroted) / max(1, len(used)),
        "wrong": float(sum(len(one.wrong) for one in talk.exchanges)),
        "precision": facts.precision, "recall": facts.recall, "use": facts.use,
        "low": _mean([float(one) for one in low]),
        "low_twice": _mean([float(a and b) for a, b in pairwise(low)]),
        "lost": float(len(lost)),
        "twin_moves": moves.same_running(kinds) / max(1, len(kinds) - 1),
        "none": _share(kinds, lambda kind: kind == "none"),
        "words": _mean([float(len(repetition.words_of(text, talk.lang))) for text in hers]),
        "ms": median(one.told.ms for one in talk.exchanges),
        "bytes": float(len(json.dumps(dict(talk.exchanges[-1].told.state), ensure_ascii=False).encode())),
    }
    return Figures(values, Counter(kinds), twice, overlap, openers, uses, parroted, facts, lost)


@cache
def lexicon_of(lang: Lang) -> Lexicon:
    """What the shipped content knows of concepts and feelings."""
    from mind.talk.bench.talk import planner

    found = planner().content(lang)
    concepts = frozenset(word for words in found.concepts.values() for word in words if word) if lang != "en" else frozenset()
    feelings = {one.id: frozenset(word.lower() for word in (*one.words, *one.strong)) for one in found.feelings.values()}
    return Lexicon(concepts, feelings)


def _spoken(talk: Talk, one: Exchange, turn: str) -> Spoken:
    before = [other.text for other in talk.exchanges[:one.number] if other.text]
    kept = talk.values.get(one.number - 1, [])
    name = talk.script.name.lower()
    values = [value for _, value in kept if value.lower() != name]
    rests = [memory.value for memory in one.told.rests if memory.value.lower() != name]
    return Spoken(one.reply, turn, before, values, rests, [words for _, words in one.told.used])


def _by_chance(talk: Talk, lexicon: Lexicon) -> float:
    """The share of replies that hold a content word of a turn far away: what the strict rate would be if she did not listen."""
    turns = talk.turns
    far = [(one, turns[(at + SHIFT) % len(turns)]) for at, one in enumerate(turns)] if len(turns) > SHIFT else []
    name = content(talk.script.name, talk.lang, lexicon)
    hits = [bool((content(one.reply, talk.lang, lexicon) - name) & content(other.text, talk.lang, lexicon)) for one, other in far]
    return _mean([float(hit) for hit in hits])


def _parrots(one: Exchange) -> bool:
    return parrots(one.reply, one.text, one.lang, moved=moves.kind_of(one.told.acts) != "none")


def _plays(one: Exchange) -> bool:
    return bool(one.told.game) or (bool(one.told.acts) and one.told.acts[0].startswith("game"))


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _share(values: Sequence[T], holds: Callable[[T], bool]) -> float:
    return sum(holds(one) for one in values) / len(values) if values else 0.0

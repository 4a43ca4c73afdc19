"""Figures of a simulated talk: repeats, openers, questions, whose words are used, fallbacks."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from mind.talk.ledger import sentence_key, split_sentences
from mind.talk.word_set import word_set
from tests.support.talk_house import House
from tests.support.talk_people import PEOPLE

COMMON = word_set(
    """
the and that this with have was were are you your for not but what when how who they them then there here
about from just like very really been will would could should did does do is it its i'm my me we our she he
her his can one two get got out all some any more than into over again now too also yes no on at in to of a an
as so be by or if up off
"""
)


@dataclass(frozen=True)
class Figures:
    """What a talk of `turns` turns measured; shares in 0..1."""

    turns: int
    repeats: int
    openers: float
    questions: float
    user_words: float
    """Replies that hold the user's words, of all."""
    user_words_told: float
    """The same, of the replies to turns that told something (two content words or more)."""
    fallbacks: float
    words: float


def talk(kind: str, turns: int, seed: int) -> tuple[House, list[tuple[str, str, str]]]:
    """Run a simulated user; rows of (user, her, act)."""
    house = House(seed=seed)
    house.greet()
    rows = []
    rng = random.Random(seed)
    her = house.say("I'm Sam")
    for turn, make in zip(range(turns), PEOPLE[kind](rng), strict=False):
        text = make(her)
        her = house.say(text, 20 + rng.random() * 60)
        rows.append((text, her, " ".join(house.plan.acts)))
        if turn and turn % 60 == 0:
            house.leave(days=1)
            house.greet()
    return house, rows


def content_words(text: str) -> set[str]:
    """Words that carry something, roughly stemmed."""
    return {re.sub(r"(ing|ed|s)$", "", w) for w in re.findall(r"[a-z0-9']{3,}", text.lower()) if w not in COMMON}


def figures(house: House, rows: list[tuple[str, str, str]]) -> Figures:
    """Measure. User words are strict: content words of the present turn or of a kept fact, their name alone not counted."""
    hers = [t.text for t in house.turns if t.speaker == "companion"]
    kept = {w for m in house.memories for w in content_words(m.value)} - {(house.name or "").lower()}
    used = [bool(content_words(her) & (content_words(text) | kept)) for text, her, _ in rows]
    told = [u for u, (text, _, _) in zip(used, rows, strict=True) if len(content_words(text)) >= 2 and "?" not in text]
    heads = [tuple(re.findall(r"[\w']+", h.lower())[:3]) for h in hers]
    return Figures(
        len(rows), repeats(hers), sum(h in heads[max(0, i - 60):i] for i, h in enumerate(heads)) / len(heads),
        sum(h.rstrip("\"”").endswith("?") for h in hers) / len(hers), sum(used) / max(1, len(rows)),
        sum(told) / max(1, len(told)),
        sum(act.startswith(("fallback", "silence")) for _, _, act in rows) / max(1, len(rows)),
        sum(len(h.split()) for h in hers) / len(hers),
    )


def repeats(hers: list[str], within: int = 30, allow: frozenset[str] = frozenset()) -> int:
    """Sentences said again within that many replies."""
    count = 0
    for i, text in enumerate(hers):
        before = {sentence_key(s) for t in hers[max(0, i - within):i] for s in split_sentences(t)}
        count += sum(sentence_key(s) in before for s in split_sentences(text) if s not in allow)
    return count

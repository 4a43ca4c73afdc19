"""Words that may come back: names, sayings of the two, the user's own words, verses that are meant to return."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from mind.languages import Lang
from mind.talk.rituals import KIND as RITUAL
from mind.turn.circumstances import Circumstances
from mind.turn.variety.wording import LONG, RUN, key, runs, tokens

VERSE: Final = re.compile(
    r"\b(?:sing|song|poem|verse|rhyme|lullaby|chant|lyrics)\b|唱|儿歌|兒歌|诗|詩|童谣|歌って|歌詞|子守唄",
    re.IGNORECASE,
)
LENGTHY: Final = re.compile(
    r"\b(?:story|stories|explain|describe|list|recipe|steps?|essay|letter|write|in (?:more )?detail|at length)\b"
    r"|\b(?:everything about|the whole|long (?:answer|version))\b"
    r"|故事|解释|解釋|详细|詳細|列出|步骤|步驟|写(?:一|封|篇|首)|物語|お話|説明|詳しく|書いて|手順|レシピ",
    re.IGNORECASE,
)  # fmt: skip
"""Words that ask for something that takes its time."""
LIKES_LENGTH: Final = 0.4
THEIRS: Final = 12
"""Turns of the user's whose words may be taken up again."""


@dataclass(frozen=True, slots=True)
class Spared:
    """What no repetition is found in."""

    runs: frozenset[str] = frozenset()
    long_runs: frozenset[str] = frozenset()
    sentences: frozenset[str] = frozenset()
    refrains: bool = False
    """Verses are being said: lines may come back within the reply."""
    farewell: bool = False
    """A goodbye: people say it alike every night."""
    at_length: bool = False
    """A long reply was asked for."""


def spared(at_hand: Circumstances, *, farewell: bool) -> Spared:
    """From what was said and kept: the user's words may be quoted again, a saying of the two lives on being repeated."""
    scene = at_hand.scene
    sayings = [memory.value for memory in scene.memories if memory.kind == RITUAL]
    theirs = [turn.text[:400] for turn in scene.recent if turn.speaker == "user"][-THEIRS:]
    texts = [at_hand.text[:400], *theirs, *sayings, *(memory.quote for memory in at_hand.recalled)]
    verse = bool(VERSE.search(at_hand.text))
    lengthy = verse or bool(LENGTHY.search(at_hand.text)) or scene.taste.of("length") >= LIKES_LENGTH
    return replace(of_texts(texts, sayings, scene.lang, refrains=verse, farewell=farewell), at_length=lengthy)


def of_texts(
    texts: Iterable[str], sayings: Iterable[str], lang: Lang, *, refrains: bool = False, farewell: bool = False
) -> Spared:
    """The same from plain texts."""
    words = [tokens(text, lang) for text in texts]
    return Spared(
        frozenset(run for one in words for run in runs(one, RUN[lang])),
        frozenset(run for one in words for run in runs(one, LONG[lang])),
        frozenset(key(tokens(text, lang)) for text in sayings),
        refrains, farewell,
    )  # fmt: skip

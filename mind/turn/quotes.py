"""Which earlier turns a prompt quotes, and how: dated lines of data, none that the history shows anyway."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, Final

from mind.domain import Said
from mind.memory import Recalled, Recollection
from mind.memory.recall.words import terms
from mind.turn.tokens import tokens

QUOTES: Final = 300
"""Tokens for quoted turns."""
MOST: Final = 6
LIKELY: Final = 0.3
"""Recall's confidence below which a model is better off without quotes."""
NEAR_BEST: Final = 0.6
"""A hit's score beside the best one's, below which it is left out."""
TAKEN_UP: Final = 2
"""Words that a reply has in common with a quoted turn, to be said to rest on it."""
LONGEST: Final = 240
"""Characters of one quoted turn."""


def quoted_turns(recollection: Recollection | None, shown: Collection[int]) -> tuple[Said, ...]:
    """The turns worth quoting in the order they were said: hits, each with the turn that it answers. `shown` are not told
    again."""
    if recollection is None or recollection.confidence < LIKELY:
        return ()
    chosen: dict[int, Said] = {}
    room = QUOTES
    for turn in _wanted(recollection.turns):
        cost = tokens(turn.text[:LONGEST]) + 12
        if turn.id in chosen or turn.id in shown or cost > room or len(chosen) == MOST:
            continue
        chosen[turn.id] = turn
        room -= cost
    return tuple(chosen[turn_id] for turn_id in sorted(chosen))


def _wanted(turns: tuple[Recalled, ...]) -> Iterator[Said]:
    """Every good hit, then around the best ones what was asked before and said after."""
    good = [one for one in turns if one.score >= NEAR_BEST * turns[0].score]
    yield from (one.turn for one in good[:MOST])
    for one in good[:2]:
        yield from (turn for turn in (one.before, one.after) if turn is not None)


def taken_up(quoted: tuple[Said, ...], asked: str, reply: str) -> tuple[int, ...]:
    """Ids of the quoted turns that a reply takes up: it says words of theirs that the user did not just say."""
    fresh = set(terms(reply)) - set(terms(asked))
    return tuple(turn.id for turn in quoted if len(fresh & set(terms(turn.text))) >= TAKEN_UP)


def quote_line(turn: Said, words: dict[str, Any], text: str) -> str:
    """One line: day, who, and the words, already made safe."""
    who = words["said_user" if turn.speaker == "user" else "said_her"]
    return f'- {turn.at:%Y-%m-%d} {who} "{text}"'

"""The same words over and over: she notices kindly, counts once in a while, and else brings something of her own.

What was said before is read from the talk itself. Commands, answers and what a running game takes are no repetition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mind.domain import Turn
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Step

LATELY: Final = 24
"""Turns of both among which the same words count."""
SHORT_FROM: Final = 4
"""From so many times on even a word or two is noticed ("ok" is said often)."""
ASKED_FROM: Final = 5
"""A question is answered as often as that."""
LONGEST: Final = 44
_MARKS: Final = re.compile(r"[\W_]+")
COUNTED: Final = 3
"""Every so many times she says the number; in between she puts something else beside it."""


def times_said(talk: Talk, p: Perception) -> int:
    """How often these very words were said within the last turns, this one counted."""
    return 1 + sum(_plain(turn.text) == _plain(p.text) for turn in _before(talk))


def _before(talk: Talk) -> Iterator[Turn]:
    turns = talk.scene.recent[-LATELY:]
    return (turn for turn in turns if turn.speaker == "user")


def _plain(text: str) -> str:
    return _MARKS.sub(" ", text.lower()).strip()


def again_steps(talk: Talk, p: Perception) -> Iterator[Step]:
    """What she says to words that were just said, and to those said many times."""
    if not _plain(p.text) or any(hit.act.tier <= 1 for hit in p.acts):
        return
    times = times_said(talk, p)
    short = p.words <= 2
    if times < (ASKED_FROM if p.question else SHORT_FROM if short else 2):
        return
    said = p.text.strip(" .!?。！？…")
    said = said if len(said) <= LONGEST else p.clauses[0].raw if p.clauses else ""
    env = {"x": said, "count": str(times)}
    content = talk.content
    if talk.low:
        yield Step("again:low", content.frame("low.stay"), env, need="listen")
    if not said or len(said) > LONGEST:
        return
    if times == 2:
        yield Step("again", content.frame("said.again"), env, move=False)
    elif times % COUNTED == 0:
        yield Step("again:more", content.frame("said.more"), env)
    else:
        yield Step("again:change", content.frame("said.change"), env, statement=True)
    yield Step("again:more", content.frame("said.more"), env)
    yield Step("again:change", content.frame("said.change"), env)

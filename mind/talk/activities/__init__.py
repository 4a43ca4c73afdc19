"""Things to do together. Each activity is two functions over a small JSON dict kept in the state:

`begin(talk) -> Iterator[Step]` opens it, `go(talk, p, data) -> Iterator[Step]` takes a turn or offers nothing, which pauses it.
Steps change `talk.state.game` in their `then`; an activity ends by setting it to None.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from mind.talk.activities import breathing, chain, guess, questions, rather, riddle, story
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Step

NAMES = ("breathing", "guess", "riddle", "rather", "chain", "questions", "story")


class Activity(Protocol):
    """What a module of this package offers."""

    def begin(self, talk: Talk) -> Iterator[Step]:
        """Open it; nothing where the language has no content for it."""

    def go(self, talk: Talk, p: Perception, data: dict[str, Any]) -> Iterator[Step]:
        """Take a turn; nothing where the turn is about something else."""


def start(name: str, talk: Talk) -> Iterator[Step]:
    """Open an activity by name."""
    yield from _activity(name).begin(talk)


def step(talk: Talk, p: Perception) -> Iterator[Step]:
    """The running activity's answer to a turn; nothing where none runs or it does not accept."""
    game = talk.state.game
    if game is not None:
        yield from _activity(str(game["k"])).go(talk, p, game)


def _activity(name: str) -> Activity:
    return _ALL[name]


_ALL: dict[str, Activity] = {
    "breathing": breathing, "guess": guess, "riddle": riddle, "rather": rather, "chain": chain, "questions": questions,
    "story": story,
}

"""Things to do together. Each activity is two functions over a small JSON dict kept in the state:

`begin(talk) -> Iterator[Step]` opens it, `go(talk, p, data) -> Iterator[Step]` takes a turn or offers nothing, which pauses it.
Steps change `talk.state.game` in their `then`; an activity ends by setting it to None.
"""

from __future__ import annotations

from collections.abc import Iterator

from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Step

NAMES = ("breathing", "guess", "riddle", "rather", "chain", "questions", "story")


def start(name: str, talk: Talk) -> Iterator[Step]:
    """Open an activity by name; nothing where the language has no content for it."""
    module = _module(name)
    yield from module.begin(talk)


def step(talk: Talk, p: Perception) -> Iterator[Step]:
    """The running activity's answer to a turn; nothing where none runs or it does not accept."""
    game = talk.state.game
    if game is not None:
        yield from _module(str(game["k"])).go(talk, p, game)


def _module(name: str):  # type: ignore[no-untyped-def]
    from mind.talk.activities import breathing, chain, guess, questions, rather, riddle, story

    return {"breathing": breathing, "guess": guess, "riddle": riddle, "rather": rather, "chain": chain,
            "questions": questions, "story": story}[name]

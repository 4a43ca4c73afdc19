"""What the activities share: starting data, ending, and steps made of a frame."""

from __future__ import annotations

from typing import Any

from mind.talk.scenery import Env, Talk
from mind.talk.step import Step

Data = dict[str, Any]


def playing(talk: Talk, name: str, **data: Any) -> None:
    """Set the running activity, stamped with the turn."""
    talk.state.game = {"k": name, "at": talk.state.n, **data}


def over(talk: Talk) -> None:
    """End it."""
    talk.state.game = None


def say(talk: Talk, act: str, frame: str, env: Env | None = None, **more: Any) -> Step:
    """A step that says one wording of a frame and nothing after it."""
    return Step(f"game:{act}", talk.content.frame(frame), env or {}, move=False, again=True, need="play", **more)

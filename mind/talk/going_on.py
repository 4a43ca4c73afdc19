"""She was cut off, and the user asks for the rest, or is sorry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from mind.ports import Scene
from mind.talk.perception import ActHit, Perception
from mind.talk.scenery import Env, Talk
from mind.talk.state import TalkState
from mind.talk.step import Step

GO_ON: Final = "go.on"
SORRY: Final = "cut.sorry"


def of_a_cut(p: Perception, scene: Scene, state: TalkState) -> Perception:
    """The perception without acts that only mean something where she was cut off, unless she was.

    Asked to go on though all was said, she says so; in a game, and where she has offered something, the words mean that instead.
    """
    unheard = scene.unheard
    can = unheard is not None and not scene.bond.paused and bool(unheard.rest or scene.brain == "llm")
    offered = state.question is not None and state.question.kind == "offer"
    all_said = not (can or scene.bond.paused or scene.brain == "llm" or state.game is not None or offered)
    gone = () if can else (SORRY,) if all_said else (GO_ON, SORRY)
    return replace(p, acts=tuple(hit for hit in p.acts if hit.act.id not in gone)) if gone else p


def going_on(talk: Talk, p: Perception) -> Iterator[Step]:
    """What answers to either, before anything else that the words could mean."""
    acts = {hit.act.id for hit in p.acts}
    if GO_ON in acts:
        yield from _rest(talk)
    elif SORRY in acts:
        yield from _forgiven(talk)


def _rest(talk: Talk) -> Iterator[Step]:
    """The rest, or that there is none; a question that was open stays so."""
    unheard = talk.scene.unheard

    def keep_question() -> None:
        if talk.state.question is not None:
            talk.state.question.left += 1

    if unheard is None or not (unheard.rest or talk.scene.brain == "llm"):
        yield Step("said_all", talk.content.frame("go.on.none"), {}, again=True, then=keep_question)
        return
    yield Step("go_on", talk.content.frame("go.on"), {}, move=False, again=True, rest=unheard.rest, then=keep_question)


def go_on(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """The command of the first act."""
    yield from _rest(talk)


def forgive(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """The command of the second."""
    yield from _forgiven(talk)


def _forgiven(talk: Talk) -> Iterator[Step]:
    """No harm done, and the rest can be had."""
    if talk.scene.unheard is not None:
        yield Step("cut_sorry", talk.content.frame("cut.sorry"), {}, move=False, again=True)

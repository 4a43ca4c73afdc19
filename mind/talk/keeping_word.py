"""What she says to a promise of the user's: given, kept, not kept. Nobody has to promise to come back."""

from __future__ import annotations

from collections.abc import Iterator

from mind.bond_events.given_word import as_told, given, promises_coming, put_off
from mind.bond_events.weighing import promise_told
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Step

REASON: float = 0.5
"""Below this a broken promise had a reason that the user told."""


def promise_steps(talk: Talk, p: Perception) -> Iterator[Step]:
    """How she takes it."""
    if talk.scene.bond.paused:
        return
    told = promise_told(talk, p)
    if told is not None:
        frame = "promise.kept" if told.kept else "promise.reason" if told.weight < REASON else "promise.broken"
        yield Step(frame.replace(".", "_"), talk.content.frame(frame), {"x": as_told(told.loop.text, p.lang)}, move=told.kept)
        return
    if promises_coming(p):
        yield Step("promise_free", talk.content.frame("promise.free"), move=False)
        return
    if put_off(p, talk.scene.loops, talk.scene.now):
        yield Step("promise_later", talk.content.frame("promise.later"), move=False)
        return
    word = given(p, talk.scene.now)
    if word is not None:
        yield Step("promise_made", talk.content.frame("promise.made"), {"x": as_told(word.text, p.lang)}, move=False)

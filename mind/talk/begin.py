"""How she begins a talk by herself: one thing that is kept, said so that it can be left; never how long it was."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final

from mind.domain import Memory
from mind.expectations.loops import HEAVY
from mind.initiative.hook import Hook
from mind.talk.conditions import Condition
from mind.talk.left_out import speaks_of
from mind.talk.scenery import Env, Talk
from mind.talk.state import Question
from mind.talk.step import Step
from mind.talk.units import Line, Lines

ACT: Final = "begin"
QUESTION_LASTS: Final = 2
"""Turns of the user's for which what she asked is still what they may be answering."""


def begin_steps(talk: Talk, hook: Hook) -> Iterator[Step]:
    """The wordings for a hook; nothing where she may not speak of it, or not in this language."""
    memory = next((one for one in talk.lightly() if one.id == hook.memory_id), None)
    if hook.memory_id is not None and (memory is None or memory.kind in HEAVY):
        return
    if any(speaks_of(words, talk.state.unsaid) for words in hook.words.values()):
        return
    lines, env = _wordings(talk, hook, memory)
    if lines:
        yield Step(
            f"{ACT}:{hook.kind}", lines, env, need="company", must_use=(memory,) if memory else (), turns=hook.turns,
            then=lambda: _note(talk, hook, memory),
        )  # fmt: skip


def _wordings(talk: Talk, hook: Hook, memory: Memory | None) -> tuple[Lines, Env]:
    """The pool a hook names, else that of its kind; a plan is asked about in the words of its own kind of fact."""
    frame, words = talk.content.frame, dict(hook.words)
    if hook.kind == "loop" and memory is not None:
        env = talk.env_of(memory)
        fact = talk.content.facts.get(memory.kind)
        whole = frame("begin.loop.event") if "event" in env else ()
        due = joined(frame("begin.loop"), fact.due, talk.content.lang) if fact is not None else ()
        return (*whole, *due), env
    if hook.kind == "loop":
        return frame("begin.said"), words
    if hook.frame:
        return joined(frame("begin.notice"), frame(hook.frame), talk.content.lang), words
    return frame(f"begin.{hook.kind}"), words


def joined(first: Lines, second: Lines, lang: str) -> Lines:
    """Every opening with every wording that may follow it, each under the conditions of both."""
    blank = " " if lang == "en" else ""
    return tuple(
        Line(f"{a.id}+{b.id}", f"{a.text}{blank}{b.text}", Condition((*a.when.parts, *b.when.parts)))
        for a, b in product(first, second)
    )


def _note(talk: Talk, hook: Hook, memory: Memory | None) -> None:
    """What she has brought up, so that it does not come again, and that an answer may follow."""
    state = talk.state
    if memory is not None:
        state.recalled[str(memory.id)] = state.n
        state.question = Question("ask", memory.kind, {}, left=QUESTION_LASTS)
        if hook.kind == "loop":
            state.followed.append(memory.id)
    if hook.kind in ("story", "game") and state.game is not None:
        state.game["at"] = state.n


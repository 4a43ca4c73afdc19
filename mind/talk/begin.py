"""How she begins a talk by herself: one thing that is kept, said so that it can be left; never how long it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import Final

from mind.domain import Memory
from mind.expectations.hers import sort_of
from mind.expectations.loops import HEAVY
from mind.initiative.hook import Hook, HookKind, Thanks
from mind.talk.conditions import Condition
from mind.talk.expecting import asked_about, brought_up, due_plans, keep_hers, occasion_env, plan_env, quoted_words
from mind.talk.left_out import speaks_of
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step
from mind.talk.units import Line, Lines

ACT: Final = "begin"


def begin_steps(talk: Talk, hook: Hook) -> Iterator[Step]:
    """The wordings for a hook; nothing where she may not speak of it, or not in this language."""
    if any(speaks_of(words, talk.state.unsaid) for words in hook.words.values()):
        return
    yield from WAYS[hook.kind](talk, hook)


def _step(
    hook: Hook, lines: Lines, env: Env, then: Callable[[], None] | None = None, *, rests: tuple[Memory, ...] = ()
) -> Step:
    return Step(f"{ACT}:{hook.kind}", lines, env, need="company", must_use=rests, turns=hook.turns, then=then)


def _plan(talk: Talk, hook: Hook) -> Iterator[Step]:
    """A plan, in the words of its own kind of fact; of what weighs she does not begin to speak."""
    for loop, memory, due in due_plans(talk):
        if loop.id != hook.loop_id or memory.kind in HEAVY:
            continue
        env = plan_env(talk, memory)
        whole = talk.content.frame("begin.loop.event") if "event" in env else ()
        lines = whole or joined(talk.content.frame("begin.loop"), due, talk.content.lang)
        yield _step(hook, lines, env, lambda loop=loop, memory=memory: asked_about(talk, loop, memory), rests=(memory,))  # type: ignore[misc]


def _hers(talk: Talk, hook: Hook) -> Iterator[Step]:
    """Her own promise, kept by saying so."""
    for loop in talk.scene.loops:
        if loop.id == hook.loop_id:
            frame = talk.content.frame(f"hers.{sort_of(loop.quote, loop.lang) or 'ask'}")
            env = {"x": quoted_words(loop.quote)}
            yield _step(hook, frame, env, lambda loop=loop: keep_hers(talk, loop, "kept"))  # type: ignore[misc]


def _occasion(talk: Talk, hook: Hook) -> Iterator[Step]:
    """A day of the year, or what she noticed; a wish for the user's own day needs no preface."""
    for occasion in talk.scene.occasions:
        if occasion.key == hook.key:
            said = talk.content.frame(occasion.frame)
            preface = talk.content.frame("begin.gently" if hook.kind == "pattern" else "begin.notice")
            lines = said if occasion.frame.endswith(".mine") else joined(preface, said, talk.content.lang)
            env = occasion_env(talk, occasion)
            yield _step(hook, lines, env, lambda occasion=occasion: brought_up(talk, occasion))  # type: ignore[misc]


def _thanks(talk: Talk, hook: Hook) -> Iterator[Step]:
    """Thanks, and nothing else."""
    for occasion in talk.scene.occasions:
        if occasion.key == hook.key:
            env = occasion_env(talk, occasion)
            yield _step(hook, talk.content.frame(occasion.frame), env, lambda occasion=occasion: brought_up(talk, occasion))  # type: ignore[misc]


def _own(talk: Talk, hook: Hook) -> Iterator[Step]:
    """What needs no more than its own pool."""

    def still_open() -> None:
        if talk.state.game is not None:
            talk.state.game["at"] = talk.state.n

    then = still_open if hook.kind in ("story", "game") else None
    yield _step(hook, talk.content.frame(f"begin.{hook.kind}"), dict(hook.words), then)


WAYS: Final[dict[HookKind | Thanks, Callable[[Talk, Hook], Iterator[Step]]]] = {
    "loop": _plan, "hers": _hers, "birthday": _occasion, "anniversary": _occasion, "pattern": _occasion,
    "owed": _own, "story": _own, "game": _own, "diary": _own, "gift": _thanks,
}  # fmt: skip


def joined(first: Lines, second: Lines, lang: str) -> Lines:
    """Every opening with every wording that may follow it, each under the conditions of both."""
    blank = " " if lang == "en" else ""
    return tuple(
        Line(f"{a.id}+{b.id}", f"{a.text}{blank}{b.text}", Condition((*a.when.parts, *b.when.parts)))
        for a, b in product(first, second)
    )

"""What the user's words do to what is open: how a plan went, that it is off, what she shall not ask or propose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Final

from mind.domain import Memory, OpenLoop
from mind.expectations.hers import covered_by, sort_of
from mind.expectations.loops import LoopChange, asked_after, may_ask, speaks_of, subject
from mind.talk.given_word import give_word
from mind.talk.perception import ActHit, Perception
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step
from mind.talk.unsaid import named, unspoken

OUTCOMES: Final = frozenset({"passed", "failed", "went.well"})
"""Kinds of facts that tell how something went."""
WENT: Final = ("event.wellwent", "good.news", "bad.news", "milestone")
"""Acts that tell it without naming it: of the one thing that can be meant."""
STEERS: Final = ("expect.dont", "expect.off", "never.mention")
LATELY: Final = 3
"""So many turns "it" may point back."""


def heard(talk: Talk, p: Perception) -> tuple[LoopChange, ...]:
    """The plans of which these words tell how they went. A promise of hers to ask about one is settled with it."""
    if any(p.act(name) for name in STEERS):
        return ()
    told = [loop for loop, memory in _plans(talk) if _tells(talk, p, loop, memory)]
    if not told and any(p.act(name) for name in WENT):
        ripe = [loop for loop, memory in _plans(talk) if loop.status == "asked" and _lately(talk, memory)] or [
            loop for loop, memory in _plans(talk) if may_ask(loop, talk.scene.now, memory.kind)
        ]
        told = ripe if len(ripe) == 1 else []
    return tuple(LoopChange(loop_id, "kept") for loop_id in _with_hers(talk, told))


def _plans(talk: Talk) -> list[tuple[OpenLoop, Memory]]:
    known = {memory.id: memory for memory in talk.scene.memories}
    pairs = ((loop, known.get(loop.memory_id or 0)) for loop in talk.scene.loops if loop.side == "plan")
    return [(loop, memory) for loop, memory in pairs if memory is not None and asked_after(memory.kind)]


def _tells(talk: Talk, p: Perception, loop: OpenLoop, memory: Memory) -> bool:
    """Whether the words tell of the plan after its day, or are the answer to her asking."""
    if p.question and not p.facts:
        return False
    about = subject(memory)
    if any(hit.fact.id in OUTCOMES and speaks_of(" ".join(hit.slots.values()), about) for hit in p.facts):
        return True
    if loop.status == "asked" and talk.state.recalled.get(str(memory.id)) == talk.state.n - 1:
        return True
    planned = any(hit.due is not None and hit.fact.id == memory.kind for hit in p.facts)
    return not planned and _day_is_here(loop, talk.scene.now) and speaks_of(p.text, about)


def _day_is_here(loop: OpenLoop, now: datetime) -> bool:
    return loop.due is not None and loop.due - timedelta(hours=1) <= now


def _lately(talk: Talk, memory: Memory) -> bool:
    return talk.state.n - talk.state.recalled.get(str(memory.id), -999) <= LATELY


def _with_hers(talk: Talk, loops: list[OpenLoop]) -> list[int]:
    """The loops, and her promises to ask about them."""
    hers = [one for one in talk.scene.loops if one.side == "hers" and one.status == "open"]
    mine = [one for one in hers if covered_by(one, sort_of(one.quote, one.lang) or "ask", tuple(loops)) is not None]
    return [one.id for one in (*loops, *mine)]


# --- in so many words


def _dont_ask(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """She asks about it no more: the plan is let go of, what is no plan is left unsaid."""
    words = hit.slots.get("x", "")
    meant = _meant(talk, words)
    if meant is not None:
        gone = _with_hers(talk, [meant[0]])

        def let_go() -> None:
            talk.changes.extend(LoopChange(one, "cancelled") for one in gone)
            talk.state.question = None

        yield Step("expect.dont", talk.content.frame("expect.dont"), {}, move=False, statement=True, again=True, then=let_go)
    elif words and named(words, talk.content.lang):
        yield Step("expect.dont", talk.content.frame("expect.dont"), {}, move=False, statement=True, again=True,
                   then=lambda: unspoken(talk, words))
    else:
        yield Step("expect.which", talk.content.frame("expect.which"), {}, move=False, again=True)


def _plan_off(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """The plan is no plan any more: the fact ends, nobody asks how it was."""
    meant = _meant(talk, hit.slots.get("x", ""))
    if meant is None:
        return
    loop, memory = meant
    gone = _with_hers(talk, [loop])

    def crossed_out() -> None:
        talk.changes.extend(LoopChange(one, "cancelled") for one in gone)
        talk.state.question = None

    yield Step("expect.off", talk.content.frame("expect.off"), talk.env_of(memory), move=False, superseded=(memory.id,),
               again=True, then=crossed_out)


def _meant(talk: Talk, words: str) -> tuple[OpenLoop, Memory] | None:
    """The plan that words name; without words the one spoken of last, or the only one there is."""
    plans = _plans(talk)
    if words:
        return next(((loop, memory) for loop, memory in plans if speaks_of(words, subject(memory))), None)
    recent = {turn.id for turn in talk.scene.recent[-2 * LATELY :]}
    near = [(loop, memory) for loop, memory in plans if _lately(talk, memory) or memory.turn_id in recent]
    return max(near, key=lambda one: (talk.state.recalled.get(str(one[1].id), 0), one[0].id), default=None)


def _no_people(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    def dropped() -> None:
        talk.state.no_people = True

    yield Step("nopeople", talk.content.frame("nopeople"), {}, move=False, again=True, then=dropped)


def _people_again(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    def lifted() -> None:
        talk.state.no_people = False

    yield Step("nopeople.lifted", talk.content.frame("nopeople.lifted"), {}, move=False, again=True, then=lifted)


EXPECT_COMMANDS: Final[dict[str, Callable[[Talk, Perception, ActHit, Env], Iterator[Step]]]] = {
    "give_word": give_word, "dont_ask": _dont_ask, "plan_off": _plan_off, "no_people": _no_people, "people_again": _people_again,
}  # fmt: skip

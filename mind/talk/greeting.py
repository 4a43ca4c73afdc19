"""How she opens: asks a stranger's name; greets a known one by the hour and picks up what they told her.
How long they were away is never mentioned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from mind.domain import Memory
from mind.expectations.loops import to_come
from mind.talk.away import after_leaving
from mind.talk.closeness import close_hello
from mind.talk.expecting import SAD_PLAN as SAD_PLAN
from mind.talk.expecting import expected_openings, weigh
from mind.talk.manners import manner_hello
from mind.talk.relation import relation_hello
from mind.talk.rituals import KIND as RITUAL
from mind.talk.rotation import questions_spent, share_of
from mind.talk.scenery import Talk
from mind.talk.state import Question
from mind.talk.step import Step
from mind.talk.units import Lines

AHEAD: Final = timedelta(days=2)
"""How long before its day a plan may open a talk."""
SAID_AHEAD: Final = 40
"""Turns within which it does so once."""
NERVOUS: Final = frozenset({"anxious", "scared", "stressed", "excited"})
"""Feelings that may be about something to come."""
SAYING_SHARE: Final = 0.5
"""How many of the days she is the one to begin with a saying."""
SAYING_AGAIN: Final = 4
"""Turns after which a saying may open a talk again."""


def openings(talk: Talk) -> Iterator[Step]:
    """First-meeting words, or a greeting with something picked up, else a plain one."""
    if talk.name is None:
        first = talk.scene.last_seen is None

        def asked() -> None:
            talk.state.name_asked = talk.state.n

        pool = _pool(talk, "first" if first else "nameless")
        yield Step("greet:first", pool or _pool(talk, "first"), then=asked)
        if not first:
            # Who gave no name when asked is not asked at every door: she greets them as anybody she knows.
            plain = _pool(talk, "again")
            yield Step("greet:plain", plain, more=_open(talk))
            yield Step("greet:plain", plain, again=True)
        return
    if talk.scene.last_seen is None and not talk.scene.memories:
        yield Step("greet:known", _pool(talk, "known"))
    own = manner_hello(talk) or relation_hello(talk) or close_hello(talk)
    plain = _pool(talk, "again")
    for hello in (own, plain) if own else (plain,):
        yield from _openings(talk, hello)
    yield Step("greet:plain", (*own, *plain), again=True)


def _openings(talk: Talk, hello: Lines) -> Iterator[Step]:
    """What may follow a hello, the most fitting first; none of it where these hellos are all used up."""
    yield from expected_openings(talk, hello)
    yield from after_leaving(talk, hello)
    yield from _saying(talk)
    for memory, lines in _pick_up(talk):
        def used(memory: Memory = memory) -> None:
            talk.state.recalled[str(memory.id)] = talk.state.n
            talk.state.question = Question("ask", memory.kind, {}, left=2)
            weigh(talk, memory)

        yield Step(f"greet:{memory.kind}", hello, must_use=(memory,), more=((lines, talk.env_of(memory)),), then=used)
    mood = talk.content.feelings.get(talk.state.mood)
    if mood and mood.greet and talk.state.mood_day and _days_since_mood(talk) in (0, 1) and not _still_ahead(talk, mood.id):
        def cleared() -> None:
            talk.state.mood = ""

        yield Step(f"greet:{mood.id}", hello, more=((mood.greet, {}),), then=cleared)
    yield Step("greet:plain", hello, more=_open(talk))


def _open(talk: Talk) -> tuple[tuple[Lines, dict[str, str]], ...]:
    """A question to begin with, where ten replies have not asked enough."""
    return () if questions_spent(talk.state, share_of(talk)) else ((talk.content.frame("greet.open"), {}),)


def _saying(talk: Talk) -> Iterator[Step]:
    """Now and then, at a day's first meeting, she opens with a saying of the two."""
    fresh = [m for m in talk.known.get(RITUAL, ()) if m.lang == talk.content.lang
             and talk.state.n - talk.state.recalled.get(str(m.id), -999) > SAYING_AGAIN]
    if not fresh or not talk.scene.first_today or talk.rng.random() > SAYING_SHARE:
        return
    memory = talk.rng.choice(fresh)

    def used() -> None:
        talk.state.recalled[str(memory.id)] = talk.state.n

    yield Step(f"greet:{RITUAL}", talk.content.facts[RITUAL].greet, talk.env_of(memory), again=True,
               must_use=(memory,), then=used)


def _still_ahead(talk: Talk, mood: str) -> bool:
    """Whether what they were nervous of is still to come: nobody asks then how it turned out."""
    return mood in NERVOUS and any(one.side == "plan" and to_come(one, talk.scene.now) for one in talk.scene.loops)


def _days_since_mood(talk: Talk) -> int:
    today = talk.scene.now.date()
    return next((n for n in (0, 1) if (today - timedelta(days=n)).isoformat() == talk.state.mood_day), 99)


def _pool(talk: Talk, prefix: str) -> Lines:
    return tuple(
        line for greet in talk.content.greets.values()
        if greet.id.split(".")[0] == prefix and greet.when.holds(talk.conditions) for line in greet.say
    )


def _pick_up(talk: Talk) -> Iterator[tuple[Memory, Lines]]:
    """A plan that comes today or tomorrow, said once; then something of theirs."""
    now, state = talk.scene.now, talk.state
    for memory in talk.lightly():
        fact = talk.content.facts.get(memory.kind)
        soon = memory.due is not None and timedelta(0) < memory.due - now <= AHEAD
        if fact and fact.greet and soon and state.n - state.recalled.get(str(memory.id), -999) > SAID_AHEAD:
            yield memory, fact.greet
    if talk.state.mood and _days_since_mood(talk) == 0:
        return
    rest = [
        m for m in talk.lightly()
        if (fact := talk.content.facts.get(m.kind)) and fact.greet and not fact.sad and m.due is None
        and state.n - state.recalled.get(str(m.id), -999) > 25
    ]
    rest.sort(key=lambda m: (-talk.content.facts[m.kind].weight, m.id))
    talk.rng.shuffle(rest)
    for memory in rest:
        yield memory, talk.content.facts[memory.kind].greet

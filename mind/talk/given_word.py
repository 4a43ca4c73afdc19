"""She gives her word where she is asked for it: to remind, to ask, to wish luck, to tell a story, on a day they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mind.languages import Lang
from mind.talk.activities import start
from mind.talk.agreement import swap_persons
from mind.talk.normalise import Clause
from mind.talk.perception import ActHit, Perception
from mind.talk.saydate import say_when
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step
from mind.talk.times import When, find_time

LONGEST: Final = {"en": 70, "zh": 24, "ja": 26}
_THING: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\bremind me\s+(?:again\s+)?(?:to|about|of|that i(?: have to| must| should)?)\s+(?P<x>.+)$", re.IGNORECASE),
    "zh": re.compile(r"提醒我(?:一下|一声)?(?:要|去|记得)?(?P<x>.+?)(?:[吧啊哦好吗]*)$"),
    "ja": re.compile(r"^[にはでも、]*(?P<x>.+?)を(?:思い出させて|知らせて|リマインド|教えて)"),
}


def give_word(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """A promise with its day, in words that are kept as one; without a day she asks for it."""
    sort = hit.act.id.partition(".")[2]
    if sort == "remind":
        yield from start("reminder", talk)
        return
    when = _when(talk, p, hit)
    if when is None:
        yield Step("word.when", talk.content.frame("word.when"), {}, move=False, again=True)
        return
    slots = {"when": say_when(when.due, talk.scene.now, talk.content.lang)}
    if sort == "remind":
        thing = _thing(when.clause, talk.content.lang)
        if not thing:
            return
        slots["x"] = swap_persons(thing, talk.content.lang)
    yield Step(f"word.{sort}", talk.content.frame(f"word.{sort}"), slots, move=False, again=True)


def _when(talk: Talk, p: Perception, hit: ActHit) -> When | None:
    """The day named in the clause that asks, else in another."""
    clauses: tuple[Clause, ...] = (p.clauses[hit.clause], *p.clauses)
    found = (find_time(clause, talk.scene.now) for clause in clauses)
    return next((when for when in found if when is not None and when.due > talk.scene.now), None)


def _thing(clause: Clause, lang: Lang) -> str:
    """What she is to remind them of, without its day."""
    found = _THING[lang].search(" ".join(clause.raw.split()) if lang == "en" else clause.raw)
    words = found["x"].strip(" ,，、。.!！") if found else ""
    return words if len(words) <= LONGEST[lang] else ""

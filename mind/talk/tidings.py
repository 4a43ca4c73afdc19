"""Good news and what weighs, heard as one of this stage hears it: careful at first, plain and near in the end.

Wordings stand in frames ``close.glad.STAGE`` and ``close.sad.STAGE``, and fit whatever was told: mostly they follow an answer
to the thing itself, and where there is none they are the answer. Nothing in them jokes about what weighs. In a hurt,
``close.sad.hurt`` sets the hurt aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from mind.talk.agreement import swap_persons
from mind.talk.closeness import PLACES, lines_of
from mind.talk.need import GLAD, need_of
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.script import SIMPLE
from mind.talk.step import Move, Step

Tidings = Literal["glad", "sad"]

TOLD: Final = ("fact:", "feeling:", "act:event.", "act:good.news", "act:bad.news", "act:went.", "reflect", "echo:", "low.")
"""Answers to something told; to what was asked or ordered, or to a game, nothing is added."""
SHORT: Final = 14
"""Characters of Chinese or Japanese that can be given back before the answer."""
KIND: Final = "near"
APART: Final = 3
"""So many moves of other kinds between two of these."""
USE: Final = 1.2
BESIDE_A_RELATION: Final = 0.85
"""Mentor, rival and partner have their own words for good news."""
ANSWERED_AS: Final[dict[Tidings, str]] = {"glad": "act:good.news", "sad": "act:bad.news"}
NEEDED: Final[dict[Tidings, str]] = {"glad": "celebrate", "sad": "listen"}


def told(talk: Talk, step: Step) -> Tidings | None:
    """What kind of news the turn brings; None where it brings neither for sure, or both."""
    p = talk.perception
    if p is None or p.question or step.goodbye or step.fixed or step.act.removeprefix("act:") in PLACES:
        return None
    need = need_of(talk, step)
    if need == "celebrate" and talk.state.n <= talk.state.heavy_until:
        return None  # A good word about a funeral is no good news.
    if need == "celebrate" and (step.need == "celebrate" or _glad(p)):
        return "glad"
    return "sad" if need == "listen" and _sad(p) else None


def tidings_steps(talk: Talk, p: Perception) -> Iterator[Step]:
    """The answer to news for which nothing else is at hand: better than giving back words that mean a great deal."""
    step = Step("reflect", ())
    kind = told(talk, step)
    if kind is None or (kind == "sad" and talk.low):
        return
    act, need = ANSWERED_AS[kind], NEEDED[kind]
    lines, words = lines_of(talk, kind, share=1.0), _given_back(p)
    told_back = talk.content.frame(f"close.told.{kind}")
    if words and lines and kind == "glad" and talk.scene.terms.relation != "friend":
        yield Step(act, told_back, {"x": words}, need=need)
    if words and lines:
        yield Step(act, told_back, {"x": words}, need=need, more=((lines, {}),), move=False)
    yield Step(act, lines, need=need, move=False)


def tidings_moves(talk: Talk, step: Step) -> Iterator[Move]:
    """A word of the stage after the answer to what was told."""
    if KIND in talk.state.moves[-APART:] or not step.act.startswith(TOLD) or (kind := told(talk, step)) is None:
        return
    lines = lines_of(talk, kind)
    if lines:
        related = kind == "glad" and talk.scene.terms.relation != "friend"
        yield Move(KIND, lines, {}, BESIDE_A_RELATION if related else USE, id=kind)


def _given_back(p: Perception) -> str:
    """Their short words from her side, to begin with; empty where they are long."""
    words = (p.reflection or "") if p.lang == "en" else p.clauses[0].raw if len(p.clauses) == 1 else ""
    if p.lang == "zh":
        words = words.translate(SIMPLE)
    if p.lang == "en":
        return words
    return swap_persons(words, p.lang) if 0 < len(words) <= SHORT else ""


def _glad(p: Perception) -> bool:
    """Said in so many words; an exclamation mark alone may stand behind anything."""
    return "celebrate" in p.needs or any(felt.cls in GLAD and felt.strength >= 2 for felt in p.feelings)


def _sad(p: Perception) -> bool:
    return p.low or "listen.felt" in p.needs or any(hit.fact.sad for hit in p.facts)

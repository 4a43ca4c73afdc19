"""From steps to words: the first reaction that can be worded, led in by the user's own words where it has none of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from mind.talk.manners import lead_in, own_answer
from mind.talk.perception import Perception
from mind.talk.realise import Realiser, Saying
from mind.talk.scenery import Talk
from mind.talk.step import Step

LEAD_SHARE: Final = 0.6
"""How often an answer without the user's words is led in by them; more where the last replies held few of them."""
OPENING_SHARE: Final = 0.4
MUST_ASK: Final = ("game", "terms", "meant", "name", "greet", "repair", "wrong", "act:checkin", "act:decide", "offer")
"""Reactions that may ask however much was asked before."""


def take(steps: Iterable[Step], realiser: Realiser) -> Step:
    """The first step whose first wording can be said, with the rest of what belongs to it; of steps of one group the best."""
    rivals: list[tuple[float, Step, Saying]] = []
    for step in steps:
        if rivals and step.group != rivals[0][1].group:
            break
        found = _weigh(step, realiser)
        if found is None:
            continue
        score, saying = found
        rivals.append((score + step.bonus, step, saying))
        if not step.group:
            break
    if not rivals:
        return Step("silence", ())
    _, step, saying = max(rivals, key=lambda one: one[0])
    _say(step, saying, realiser)
    return step


def _weigh(step: Step, realiser: Realiser) -> tuple[float, Saying] | None:
    held = realiser.no_questions
    state = realiser.talk.state
    tired = realiser.capped or state.n <= state.heavy_until
    realiser.no_questions = tired and not (step.again or step.fixed or step.act.startswith(MUST_ASK))
    found = realiser.weigh(step.lines, step.env, again=step.again, statement=step.statement)
    realiser.no_questions = held
    return found


def _say(step: Step, first: Saying, realiser: Realiser) -> None:
    talk = realiser.talk
    opened = bool(step.before) and talk.rng.random() < OPENING_SHARE
    if opened:
        opening = realiser.pick(step.before, step.env, statement=True)
        if opening:
            realiser.take(opening)
    if opened or not own_answer(talk, step, realiser):
        if not opened and not lead_in(talk, step, realiser):
            _lead(step, first, realiser)
        realiser.take(first)
    for lines, env in step.more:
        more = realiser.pick(lines, {**step.env, **env}, again=step.again)
        if more:
            realiser.take(more)
    if step.then:
        step.then()


def _lead(step: Step, first: Saying, realiser: Realiser) -> None:
    """The user's thing in front of an answer that names none of it."""
    talk = realiser.talk
    if first.mine or realiser.shares(first):
        return
    words = step.lead or _thing(talk, step)
    if not words or talk.rng.random() >= (LEAD_SHARE if not realiser.hungry else 1.0):
        return
    frame = "lead.told" if step.act.startswith("act:") and talk.content.frame("lead.told") else "lead"
    lead = realiser.pick(talk.content.frame(frame), {"x": words}, statement=True)
    if lead:
        realiser.take(lead)


def _thing(talk: Talk, step: Step) -> str:
    """A thing of the turn that may stand in front of an answer to what was told."""
    p = talk.perception
    if p is None or p.question or talk.low or not step.act.startswith(LED):
        return ""
    return next((focus.text for focus in p.focus if focus.kind != "any" and not _is_whole(focus.text, p)), "")


LED: Final = ("act:event.", "act:good.", "act:plans", "act:wish", "act:work", "act:home", "act:eat", "fact:", "fallback.ack")


def _is_whole(words: str, p: Perception) -> bool:
    """Whether the words are nearly all that was said: then they would only be parroted."""
    return len(words) > 0.7 * len(p.text)

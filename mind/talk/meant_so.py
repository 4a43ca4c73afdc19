"""Hard words: she asks once whether they were meant, takes the answer, and says plainly when they hurt. No guilt, no drama.

An event that only one sign speaks for is held (`mind.bond`); a yes lets it stand, a no takes it back, silence lets it lapse.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from mind.bond_events.signs import HURTS, SEVERE_FROM, Sign, signs_in
from mind.bond_events.weighing import distressed, owed, playing, sure
from mind.domain import BondEvent, HeldEvent
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.state import Question
from mind.talk.step import Step

ASKS_AGAIN: Final = 8
"""Turns before she asks such a thing again."""
LAPSES: Final = timedelta(hours=1)
MISREAD_AT_MOST: Final = 2
"""By words, in a week: who takes back every hurt by saying that it was none is no longer believed by words alone."""
TAKING_BACK: Final = ("meant.no", "take.back", "misunderstood", "misunderstanding", "apology", "apology.plain", "joking")
TAKEN_BACK_WITHIN: Final = timedelta(days=7)


def meant_first(talk: Talk, p: Perception) -> Iterator[Step]:
    """The same before any command, unless the turn asks for something besides: hard words cost nobody her help."""
    sign = next((one for one in signs_in(p) if one.kind in HURTS or one.act.startswith("insult")), None)
    if sign is not None and not any(hit.act.tier <= 1 and hit.clause != sign.clause for hit in p.acts):
        yield from meant_steps(talk, p)


def meant_steps(talk: Talk, p: Perception) -> Iterator[Step]:
    """The answer to her question first, then misunderstandings, then hard words of this turn."""
    if talk.scene.bond.paused:
        return
    yield from _answered(talk, p)
    yield from _misunderstood(talk, p)
    sign = next((one for one in signs_in(p) if one.kind in HURTS), None)
    if sign is not None:
        yield from _hard(talk, p, sign)
    elif any(one.kind == "tease" and one.act.startswith("insult") for one in signs_in(p)):
        yield _teased(talk)


def _answered(talk: Talk, p: Perception) -> Iterator[Step]:
    question = talk.state.question
    if question is None or question.kind != "meant":
        if p.act("meant.yes") is not None and 0 < talk.state.n - talk.state.sharp <= 2:
            yield Step("meant_yes", talk.content.frame("meant.yes"), move=False)
        return
    held = waiting(talk)
    if held is None:
        return

    def closed() -> None:
        talk.state.question = None

    if takes_back(p):
        taken = BondEvent("misunderstanding", p.text[:200], about=held.id, origin="user")
        yield Step("meant_no", talk.content.frame("meant.no"), move=False, bond=(taken,), then=closed)
    elif p.answer == "yes" or p.act("meant.yes") is not None:
        stands = BondEvent(held.kind, p.text[:200], held.confidence, held.severity, confirmed=True, about=held.id)
        yield Step("meant_yes", talk.content.frame("meant.yes"), move=False, bond=(stands,), then=closed)


def waiting(talk: Talk) -> HeldEvent | None:
    """The event she asked about."""
    now = talk.scene.now
    kept = (one for one in talk.scene.between.held if one.kind in HURTS and one.severity >= SEVERE_FROM)
    return next((one for one in kept if timedelta(0) <= now - one.at <= LAPSES), None)


def takes_back(p: Perception) -> bool:
    """Whether a turn says that it was not meant."""
    taken = any(p.act(act) is not None for act in TAKING_BACK)
    return taken or (p.answer == "no" and p.act("meant.yes") is None)


def _misunderstood(talk: Talk, p: Perception) -> Iterator[Step]:
    """"I didn't mean it like that": the last hurt counts no longer, where there is one and this is not all they ever say."""
    last = max((one for one in (waiting(talk), talk.scene.between.last_hurt) if one), key=lambda one: one.id, default=None)
    by_name = p.act("misunderstanding") is not None
    if last is None or not (by_name or p.act("misunderstood") is not None) or any(s.kind in HURTS for s in signs_in(p)):
        return
    if talk.scene.between.misread >= MISREAD_AT_MOST:
        return
    if talk.scene.now - last.at > (TAKEN_BACK_WITHIN if by_name else LAPSES):
        return
    taken = BondEvent("misunderstanding", p.text[:200], about=last.id, origin="user")
    yield Step("misunderstood", talk.content.frame("misunderstood"), move=False, bond=(taken,))


def _hard(talk: Talk, p: Perception, sign: Sign) -> Iterator[Step]:
    if distressed(talk):
        yield Step("hard_day", talk.content.frame("hard.day"), move=False, need="listen")
        return
    if playing(talk):
        yield _teased(talk)
        return
    certain = sure(talk, sign)
    if not certain and _asks_besides(p, sign):
        return

    def noted() -> None:
        talk.state.calm = 6
        if sign.severity >= SEVERE_FROM:
            talk.state.sharp = talk.state.n

    if sign.kind == "boundary_crossed":
        yield Step("boundary", talk.content.frame("boundary"), move=False, then=noted, again=True)
    elif sign.severity < SEVERE_FROM:
        yield Step("insult_light", talk.content.frame("insult.light"), move=False, then=noted)
    elif not certain and may_ask(talk):

        def asked() -> None:
            noted()
            talk.state.meant = talk.state.n
            talk.state.question = Question("meant", sign.kind, {}, left=2)

        yield Step("meant", talk.content.frame("meant.ask"), move=False, then=asked)
    act = talk.content.acts.get("insult")
    if act is not None and sign.kind == "insult":
        yield Step("hurt_said", act.say, move=False, then=noted, again=True)


def _asks_besides(p: Perception, sign: Sign) -> bool:
    """Whether the turn wants something besides: that is answered, and a doubtful word lapses. Help costs no manners."""
    others = [clause for at, clause in enumerate(p.clauses) if at != sign.clause]
    return any(clause.question for clause in others) or any(hit.act.tier <= 2 and hit.clause != sign.clause for hit in p.acts)


def may_ask(talk: Talk) -> bool:
    """Whether she may ask what was meant: once in a while, and not where she was told to ask nothing."""
    state = talk.state
    return state.n - state.meant > ASKS_AGAIN and state.n >= state.hush


def _teased(talk: Talk) -> Step:
    def teased() -> None:
        talk.state.teased = talk.state.n

    return Step("tease", talk.content.frame("tease.back"), need="play", then=teased)


def apologised(talk: Talk, p: Perception) -> Iterator[Step]:
    """A real apology while something stands between them: taken, and not called mended before it is."""
    smaller = p.act("apology.plain") is not None or p.act("take.back") is not None
    if p.act("apology") is None and not (smaller and owed(talk)):
        return
    if talk.scene.between.hurts or talk.scene.bond.hurt >= 1:
        yield Step("apology_taken", talk.content.frame("apology.stands"), move=False)

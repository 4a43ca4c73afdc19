"""From the signs of a turn to the events that the bond's rules judge: what is doubtful stays unconfirmed, what is heavy waits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from mind.bond.tension import may_play
from mind.bond_events.given_word import Settled, settled
from mind.bond_events.signs import HURTS, SEVERE_FROM, Sign, signs_in
from mind.domain import BondEvent, BondKind, FactProposal
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Step

SHARP_TURNS: Final = 6
"""So many turns after a hard word, another one is a second sign."""
COURTESY: Final = 0.5
"""An apology of no more weight is one only where there is something to be sorry for."""
GRIEF: Final = frozenset({
    "sad", "stressed", "anxious", "lonely", "hurt", "guilty", "ashamed", "grieving", "disappointed", "overwhelmed", "scared",
})  # fmt: skip
"""Feelings in which nobody is held to a hard word. Anger is none of them."""
LEAST_TENSION: Final = 0.05
PLAYED: Final = {"breathing": 0.4, "story": 1.0}
"""How much of shared time a thing done together is, where it is not 0.8."""
MATTERED: Final = frozenset({"meant", "mend", "loop", "follow"})
"""Questions of hers whose rude waving off leaves a mark."""


def bond_events(talk: Talk, p: Perception | None, step: Step, facts: Iterable[FactProposal]) -> tuple[BondEvent, ...]:
    """What a turn proposes for the bond: the answer's own events first, then the signs, then being told something, then talk."""
    if p is None or talk.scene.bond.paused:
        return ()
    signs = signs_in(p)
    events = list(step.bond)
    told = promise_told(talk, p)
    if told is not None:
        events.append(_of_promise(told))
    heard: set[str] = {event.kind for event in events}
    for sign in signs:
        event = None if sign.kind in heard else weighed(talk, p, sign)
        if event is not None and event.kind not in heard:
            events.append(event)
            heard.add(event.kind)
    events += [event for event in (_shared(talk, p, step), _pulled(talk, p, step, heard)) if event and event.kind not in heard]
    heard = {event.kind for event in events}
    fact = next(iter(facts), None)
    if "disclose" not in heard and fact is not None:
        events.append(BondEvent("disclose", fact.quote, 0.9))
    if not heard & HURTS:
        events.append(BondEvent("chat", p.text[:200]))
    return tuple(events)


def promise_told(talk: Talk, p: Perception) -> Settled | None:
    """The promise of the user's to her that this turn says was kept or was not."""
    found = settled(p, talk.scene.loops, talk.scene.now)
    return None if found is None or (not found.kept and distressed(talk)) else found


def _of_promise(told: Settled) -> BondEvent:
    """The words and the promise on record are the two signs."""
    kind: BondKind = "promise_kept" if told.kept else "promise_broken"
    return BondEvent(kind, told.quote, 0.95, told.weight, confirmed=True)


def weighed(talk: Talk, p: Perception, sign: Sign) -> BondEvent | None:
    """The event a sign stands for, here and now; None where it is none."""
    if sign.kind in HURTS:
        return _hurtful(talk, sign)
    if sign.kind == "support":
        return BondEvent("support", sign.quote, 0.9, sign.severity, confirmed=_needed(talk, p, sign))
    if sign.kind == "apology":
        return BondEvent("apology", sign.quote, 0.95, sign.severity) if owed(talk) or sign.severity > COURTESY else None
    if sign.kind == "affection":
        return BondEvent("affection", sign.quote, 0.95, sign.severity)
    if sign.kind == "bid_ignored":
        return _waved_off(talk, p, sign)
    return None


def _hurtful(talk: Talk, sign: Sign) -> BondEvent | None:
    """Nothing in grief; in a game hard words are play; else confirmed only where two signs agree."""
    if distressed(talk) or playing(talk):
        return None
    kind: BondKind = "boundary_crossed" if sign.kind == "boundary_crossed" else "insult"
    return BondEvent(kind, sign.quote, 0.95, sign.severity, confirmed=sure(talk, sign))


def sure(talk: Talk, sign: Sign) -> bool:
    """Whether a second sign agrees: in the words themselves, or hard words just before."""
    return sign.sure or _sharp_just_before(talk)


def owed(talk: Talk) -> bool:
    """Whether there is something to be sorry for."""
    between = talk.scene.between
    return bool(between.hurts or between.held) or talk.scene.bond.hurt >= 1 or _sharp_just_before(talk)


def _sharp_just_before(talk: Talk) -> bool:
    """Whether another turn of late held a hard word; the state as it was before this one tells."""
    return talk.state.n - int(talk.scene.state.get("sharp", -99)) <= SHARP_TURNS


def _needed(talk: Talk, p: Perception, sign: Sign) -> bool:
    """Whether something else agrees that it was said to hold her up: she was low or hurt, was named, or heard it twice."""
    bond = talk.scene.bond
    named = any(name.lower() in p.text.lower() for name in talk.scene.character.names.values())
    twice = sum(1 for hit in p.acts if hit.act.bond == "support") > 1
    return bond.hurt >= 1 or bond.pleasure < -0.1 or named or twice or sign.severity >= SEVERE_FROM


def _waved_off(talk: Talk, p: Perception, sign: Sign) -> BondEvent | None:
    """Only where she had just asked about the two, or about the user's own life, and little else was said."""
    asked = talk.scene.state.get("question")
    kind = str(asked.get("kind", "")) if isinstance(asked, dict) else ""
    ident = str(asked.get("id", "")) if isinstance(asked, dict) else ""
    mattered = kind in MATTERED or ident.startswith(("feeling:", "fact:", "plan"))
    if not mattered or p.words > 8 or distressed(talk):
        return None
    return BondEvent("bid_ignored", sign.quote, 0.8, 1.0, confirmed=True)


def _shared(talk: Talk, p: Perception, step: Step) -> BondEvent | None:
    """A game, a story or a breath that came to its end, or a saying of the two. Its last word ("ok") is no quote of it."""
    if step.act == "ritual":
        return BondEvent("shared_time", "", 0.9, 0.3)
    game: Any = talk.scene.state.get("game")
    if not isinstance(game, dict) or talk.state.game is not None or not step.act.startswith("game:"):
        return None
    given_up = p.act("game.giveup") is not None
    return BondEvent("shared_time", "", 0.95, 0.3 if given_up else PLAYED.get(str(game.get("k")), 0.8))


def _pulled(talk: Talk, p: Perception, step: Step, heard: set[str]) -> BondEvent | None:
    """Push and pull: playing along and coming round release, disagreement and a teasing left unanswered raise, grief ends."""
    kinds = {sign.kind for sign in signs_in(p)}
    tense = talk.scene.bond.tension >= LEAST_TENSION
    if step.goodbye or distressed(talk) or step.act in ("hush", "stop"):
        return BondEvent("calm", p.text[:200]) if tense else None
    if kinds & {"tease", "return"}:
        return BondEvent("banter", p.text[:200], 0.9)
    if heard & HURTS:
        return None
    leave = may_play(talk.scene.person.adult, farewell=step.goodbye, heavy=talk.low)
    if "differ" in kinds:
        return BondEvent("disagreement", p.text[:200], 0.8, confirmed=leave)
    if talk.state.n - talk.state.teased == 1 and p.words > 2 and leave:
        return BondEvent("tease_unanswered", p.text[:200], 0.7, confirmed=leave)
    return None


def distressed(talk: Talk) -> bool:
    """Whether the user is in grief or fear, or was just now: then nothing hard is weighed, asked or brought up."""
    p, state = talk.perception, talk.state
    if talk.scene.frozen or state.n <= state.heavy_until:
        return True
    if p is not None and any(feeling.cls in GRIEF and feeling.strength >= 2 for feeling in p.feelings):
        return True
    if p is not None and any(hit.fact.sad for hit in p.facts):
        return True
    return state.mood in GRIEF and state.n - state.mood_at <= 3


def playing(talk: Talk) -> bool:
    """Whether a game is under way, in which hard words are part of it."""
    return isinstance(talk.scene.state.get("game"), dict)

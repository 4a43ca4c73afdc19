"""A manner she was set to, as it sounds: whole answers to courtesies, a word before an answer, a word after it.

What is said of the matter itself stays hers; the manner stands around it. Wordings are frames ``manner.PACK.PLACE``
(`assets/talk/*/packs-PACK.talk`). Where she has her own manner no chance is drawn, and where a manner rests
(`scenery.manner_now`) nothing here is said.
"""

from __future__ import annotations

from typing import Final

from mind.talk.need import need_of
from mind.talk.perception import LIGHT
from mind.talk.realise import Realiser
from mind.talk.scenery import Talk
from mind.talk.step import Step
from mind.talk.tidings import told
from mind.talk.units import Lines

WHOLE: Final = {
    "hello": "hello", "back": "hello", "good.morning": "hello", "good.morning.sleep": "hello", "goodbye": "bye",
    "goodbye.called": "bye", "goodbye.sleep": "night", "good.night": "night", "thanks": "thanks", "compliment.her": "fond",
    "congratulate.her": "fond", "tell.nice": "fond", "laugh": "laugh", "emoji.laugh": "laugh",
}
"""Acts of the user whose whole answer is one of the manner, and the place of it."""
WHOLE_SHARE: Final = 0.85
LEAD_SHARE: Final = 0.8
"""How many answers begin in the manner, where there are words for it."""
AFTER_SHARE: Final = 0.45
AFTER_UNLED: Final = 0.9
"""How many end in it: more of those that did not begin so."""
MATTER: Final = (
    "fact:", "echo:", "reflect", "act:event.", "fallback", "feeling:", "answer", "act:good.", "act:bad.", "act:milestone",
    "act:brag", "act:plans", "act:weather", "act:work", "act:eat", "act:home", "act:wish", "act:ok", "act:birthday",
)  # fmt: skip
"""Answers to something told."""
ASKED: Final = ("act:her.", "act:opinion", "question", "mine", "act:can", "act:people.say", "act:mine.is", "act:two.sides")
"""Answers to a question."""
PLAYED: Final = ("act:askme", "change", "act:play", "feeling:bored", "act:want.distract")
ADVISED: Final = ("act:advice", "act:decide", "act:want.plan")
HOW: Final = ("act:howareyou", "act:checkin")
PLACES_OF: Final = (("how", HOW), ("advice", ADVISED), ("play", PLAYED), ("ask", ASKED), ("told", MATTER))


def manner_of(talk: Talk) -> str:
    """The manner that is heard now; empty for her own."""
    return str(talk.conditions.get("pack") or "")


def manner_whole(talk: Talk, act: str) -> Lines:
    """What she says in her manner to a courtesy; nothing for other acts, and now and then for these."""
    place = WHOLE.get(act)
    if not manner_of(talk) or place is None or talk.rng.random() >= WHOLE_SHARE:
        return ()
    return lines_of(talk, place)


def manner_hello(talk: Talk) -> Lines:
    """Her greeting in the manner."""
    return manner_whole(talk, "hello")


def lead_in(talk: Talk, step: Step, realiser: Realiser) -> bool:
    """Begin the answer in the manner; whether something was said."""
    if not manner_of(talk) or not _open(step) or talk.rng.random() >= LEAD_SHARE:
        return False
    talk.led = _say(talk, realiser, lines_of(talk, place_of(talk, step)))
    return talk.led


def close_with(talk: Talk, step: Step, realiser: Realiser) -> bool:
    """End it in the manner, where nothing follows it and it asks nothing; whether something was said."""
    if not manner_of(talk) or not _open(step) or step.goodbye or not realiser.chosen or realiser.chosen[-1].asks:
        return False
    if talk.rng.random() >= (AFTER_SHARE if talk.led else AFTER_UNLED):
        return False
    place = place_of(talk, step)
    after = lines_of(talk, f"after.{place}") or (lines_of(talk, "after.told") if place in ("told", "rough") else ())
    return _say(talk, realiser, after)


def place_of(talk: Talk, step: Step) -> str:
    """What kind of answer a step is, for the manner: empty where it has no words for it."""
    p = talk.perception
    if told(talk, step) == "glad":
        return "glad"
    if step.act.startswith("feeling:") and step.act.removeprefix("feeling:") in LIGHT - {"bored", "okay", "relaxed"}:
        return "rough"
    if step.act.startswith(("act:event.mishap", "act:event.mistake", "act:event.forgot", "act:bad.", "act:event.waiting")):
        return "rough"
    if p is not None and not step.act.startswith(ASKED) and need_of(talk, step) == "advise":
        return "advice"
    return next((place for place, heads in PLACES_OF if step.act.startswith(heads)), "")


def lines_of(talk: Talk, place: str) -> Lines:
    """The manner's wordings for a place."""
    return talk.content.frame(f"manner.{manner_of(talk)}.{place}") if place else ()


def _open(step: Step) -> bool:
    """Whether a manner may stand around an answer: not around what is said by rules word for word, nor in a game."""
    return not (step.fixed or step.rest or step.act.startswith(("game:", "terms.", "guard.", "taste.")) or step.act in WHOLE_ACTS)


WHOLE_ACTS: Final = frozenset(f"act:{act}" for act in WHOLE)


def _say(talk: Talk, realiser: Realiser, lines: Lines) -> bool:
    if not lines:
        return False
    saying = realiser.pick(lines, {}, statement=True)
    if saying is None:
        return False
    realiser.take(saying)
    return True

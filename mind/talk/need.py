"""What somebody needs of a reply: to be listened to, advice, another thought, gladness shared, company, play, an answer.

Inferred by rules from what was understood of the turn. It steers no wording here: it stands beside the reply, a language
model is told it, and the user may ask why she took it so.
"""

from __future__ import annotations

from typing import Final, Literal

from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Step

Need = Literal["listen", "advise", "distract", "celebrate", "company", "play", "information"]

ASKED: Final = ("listen", "advise", "distract", "play")
"""Asked for in words, these stand before anything that is only felt."""
GLAD: Final = frozenset({"happy", "excited", "proud", "grateful", "relieved"})
ANSWERING: Final = ("time", "date", "outfits", "outfit.now", "cannot", "why.said", "question", "recall", "act:repeat")
"""Steps that give an answer, or say that there is none."""
ABOUT_HER: Final = ("act:her.", "act:howareyou", "act:checkin", "act:body.", "act:task", "mine", "why")
"""Questions to her that seek company more than an answer."""
COURTEOUS: Final = ("act:hello", "act:back", "act:good.morning", "act:good.night", "act:goodbye", "act:thanks", "act:luck")
"""Words such as "good" are no feeling there."""
LEAVING: Final = (*COURTEOUS, *ABOUT_HER, "change", "outfit", "act:body.", "act:laugh", "stop", "name")
"""Steps that leave a heavy matter behind, for a moment at least."""


def need_of(talk: Talk, step: Step) -> Need:
    """What the turn needs, in the order in which one thing outweighs another.

    What is asked for in words comes first, then good news that nothing heavy stands beside, then what the chosen answer
    is for (a game, a comfort), then what is felt, then a question; what is told soon after something heavy still needs an
    ear. The rest is company.
    """
    p = talk.perception
    if p is None:
        return "company"
    if step.need == "play" or step.act.startswith("game:"):
        return "play"
    if step.act == "change":
        return "distract"
    for need in ASKED:
        if need in p.needs:
            return need
    if _good_news(p):
        return "celebrate"
    if step.need and step.need != "company":
        return step.need  # type: ignore[return-value]
    return _felt(p, step) or _wanted(p, step) or _left(talk, step) or "company"


def _good_news(p: Perception) -> bool:
    """Said so, or told with an exclamation mark; and nothing heavy beside it."""
    told = "celebrate" in p.needs or ("celebrate.told" in p.needs and ("!" in p.text or "！" in p.text) and not p.question)
    return told and not p.low and "listen.felt" not in p.needs


def _felt(p: Perception, step: Step) -> Need | None:
    """What a feeling, sad news or good news needs."""
    if p.low or "listen.felt" in p.needs or any(hit.fact.sad for hit in p.facts):
        return "listen"
    glad = any(feeling.cls in GLAD and feeling.strength >= 2 for feeling in p.feelings)
    if glad and not step.act.startswith(COURTEOUS):
        return "celebrate"
    if any(feeling.cls == "bored" for feeling in p.feelings):
        return "distract"
    return None


def _wanted(p: Perception, step: Step) -> Need | None:
    """Company in so many words, or an answer."""
    if "company" in p.needs:
        return "company"
    if step.act.startswith(ANSWERING):
        return "information"
    return "information" if "information" in p.needs and not step.act.startswith(ABOUT_HER) else None


def _left(talk: Talk, step: Step) -> Need | None:
    """While something heavy still stands in the room, what is told meanwhile needs an ear."""
    p = talk.perception
    told = p is not None and not p.question and not step.act.startswith(LEAVING)
    return "listen" if talk.low and told else None

"""Twenty questions: the user thinks of a thing, she asks by the best split over a table of things and traits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mind.talk.activities.common import FITS, NO, OWN, Activity, Data, gave_up, over, plain_yes, playing, say
from mind.talk.activities.things import Thing, things
from mind.talk.perception import Perception
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step
from mind.talk.units import Lines

MOST = 20
"""Questions before she owns that she is beaten."""


class Questions(Activity):
    """An answer narrows it; an answer that does not fit is borne once, for people misremember."""

    name: ClassVar[str] = "questions"

    def start(self, talk: Talk, arg: str = "") -> Iterator[Step]:
        """Explain it; the first question comes when the user is ready."""
        if talk.content.traits:
            yield say(talk, self.name, "questions.start",
                      then=lambda: playing(talk, self.name, asked={}, guess="", wrong=[]))

    def accepts(self, talk: Talk, p: Perception, data: Data) -> int:
        """Yes, no, don't know, ready."""
        if gave_up(p) or p.answer or p.act("game.ready") or p.act("game.partly") or plain_yes(p):
            return OWN
        ready = not data["asked"] and not data.get("last") and not data["guess"]
        return FITS if ready and p.words <= 7 and not p.question else NO

    def step(self, talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
        """Take the answer to the last question and ask the next, guess, or give in."""
        asked: dict[str, str] = dict(data["asked"])
        wrong = [str(w) for w in data["wrong"]]
        last, guess = str(data.get("last", "")), str(data["guess"])
        if gave_up(p):
            yield say(talk, self.name, "game.enough", then=lambda: over(talk))
            return
        answer = _answer(p)
        if guess and answer == "yes":
            yield say(talk, self.name, "questions.right", {"x": _name(talk, guess), "n": str(len(asked) + len(wrong) + 1)},
                      then=lambda: over(talk))
            return
        if guess:
            wrong.append(guess)
        elif last:
            asked[last] = answer
        left = _left(talk, asked, wrong)
        trait = _best(talk, left, asked) if len(left) > 1 else None
        if len(asked) + len(wrong) >= MOST or not left:
            yield say(talk, self.name, "questions.beaten", then=lambda: over(talk))
        elif trait is None or MOST - len(asked) - len(wrong) == 1:
            one = left[0].id
            yield say(talk, self.name, "questions.guess", {"x": left[0].names[0]},
                      then=lambda: playing(talk, self.name, asked=asked, guess=one, wrong=wrong))
        else:
            yield Step("game:questions", talk.content.traits[trait].say, {}, move=False, again=True, need="play",
                       then=lambda: playing(talk, self.name, asked=asked, guess="", wrong=wrong, last=trait))

    def slots(self, talk: Talk, data: Data) -> Env:
        """How many questions she has left."""
        return {"n": str(self.left(talk, data))}

    def left(self, talk: Talk, data: Data) -> int:
        """Questions she still has."""
        return max(0, MOST - len(data["asked"]) - len(data["wrong"]))

    def recap(self, talk: Talk, data: Data) -> tuple[Lines, Env]:
        """Her last question."""
        if data["guess"]:
            return talk.content.frame("questions.guess"), {"x": _name(talk, str(data["guess"]))}
        trait = talk.content.traits.get(str(data.get("last", "")))
        return (trait.say if trait else talk.content.frame("questions.start")), {}


def _answer(p: Perception) -> str:
    if p.act("game.partly"):
        return "dunno"
    return p.answer or ("yes" if plain_yes(p) else "dunno")


def _name(talk: Talk, thing_id: str) -> str:
    return next((one.names[0] for one in things(talk.content.lang) if one.id == thing_id), thing_id)


def _left(talk: Talk, asked: dict[str, str], wrong: list[str]) -> list[Thing]:
    """What fits every answer, else what fits all but one."""
    counted = [(one, _misses(one, asked)) for one in things(talk.content.lang) if one.id not in wrong]
    fitting = [one for one, misses in counted if misses == 0]
    return fitting or [one for one, misses in counted if misses == 1]


def _misses(thing: Thing, asked: dict[str, str]) -> int:
    return sum(1 for trait, said in asked.items() if said != "dunno" and thing.truth(trait) not in (said, "partly"))


def _best(talk: Talk, left: list[Thing], asked: dict[str, str]) -> str | None:
    """The trait that splits what is left most evenly; those that are true in a way count half."""
    best: tuple[float, str] | None = None
    for trait in talk.content.traits:
        if trait in asked:
            continue
        truths = [one.truth(trait) for one in left]
        yes, partly = truths.count("yes"), truths.count("partly")
        off = abs(2 * yes + partly - len(left)) + 0.6 * partly
        if 0 < yes + partly / 2 < len(left) and len(set(truths)) > 1 and (best is None or off < best[0]):
            best = off, trait
    return best[1] if best else None

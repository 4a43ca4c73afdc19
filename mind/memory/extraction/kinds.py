"""The kinds of facts a model may propose, and our own sentence for each. The wordings stand in assets/texts/kept."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from assets import asset
from mind.languages import Lang
from mind.talk.proposals import fill_key, fill_text

USER: Final = "user"
"""Who a fact is about where it is about the user."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`fact` is the kind that rules keep the same under, `slot` where its value stands, `single` whether one value holds.

    `quoted` kinds keep the user's own words inside our sentence: what happened or is planned has no frame of its own.
    """

    fact: str
    key: str
    slot: str = "x"
    single: bool = True
    quoted: bool = False
    dated: bool = False


KINDS: Final = {
    "likes": Kind("likes", "user.taste.{x}"),
    "dislikes": Kind("dislikes", "user.taste.{x}"),
    "job": Kind("work.job", "user.work.job", "job"),
    "workplace": Kind("work.at", "user.work.place", "place"),
    "home": Kind("home.place", "user.home.place", "place"),
    "hometown": Kind("home.from", "user.home.from", "place"),
    "study": Kind("study.subject", "user.study.subject", "subject"),
    "hobby": Kind("hobby", "user.hobby.{hobby}", "hobby", single=False),
    "goal": Kind("goal", "user.goal.{x}", single=False),
    "fear": Kind("fear", "user.fear.{x}", single=False),
    "allergy": Kind("allergy", "user.allergy.{x}", single=False),
    "person": Kind("person.one", "user.people.{kin}.{name}.name", "kin", single=False),
    "habit": Kind("told.habit", "user.told.habit.{x}", single=False, quoted=True),
    "health": Kind("told.health", "user.told.health.{x}", single=False, quoted=True),
    "plan": Kind("told.plan", "user.told.plan.{x}", single=False, quoted=True, dated=True),
    "event": Kind("told.event", "user.event.{x}", single=False, quoted=True),
    "other": Kind("told.other", "user.told.other.{x}", single=False, quoted=True),
}
OF_OTHERS: Final = Kind("told.about", "user.named.{who}.told.{x}", single=False, quoted=True)
"""What is told of somebody else, whatever kind the model gave it."""


@cache
def kept_texts(lang: Lang) -> dict[str, Any]:
    """Our sentences in a language, and its words for relations."""
    return tomllib.loads(asset("texts", "kept", f"{lang}.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Worded:
    """A proposal in our words."""

    kind: Kind
    key: str
    value: str
    text: str
    slots: dict[str, str]


def worded(name: str, who: str, value: str, lang: Lang) -> Worded:
    """Our sentence for a kind and the user's words. `who` is USER or whom it is about."""
    texts = kept_texts(lang)
    others = who != USER and name != "person"
    kind = OF_OTHERS if others else KINDS[name]
    slots = {"kin": value, "name": who} if name == "person" else {"who": who, "x": value} if others else {kind.slot: value}
    frame = texts["about"] if others else texts["told"] if kind.quoted else texts[name]
    quoted = {"who": who, "x": value}
    text = fill_verbatim(frame["text"], quoted) if kind.quoted else fill_text(frame["text"], slots, lang)
    kept = value if kind.quoted else who if name == "person" else fill_text(frame["value"], slots, lang)
    return Worded(kind, fill_key(kind.key, slots), kept, text[:1].upper() + text[1:], slots)


def fill_verbatim(frame: str, words: dict[str, str]) -> str:
    """A frame around words that stay exactly as they were said."""
    for name, said in words.items():
        frame = frame.replace("{" + name + "}", said)
    return frame

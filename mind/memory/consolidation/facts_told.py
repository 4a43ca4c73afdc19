"""Facts as a page tells them: which pool a kind belongs to, and the words that fill it. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from mind.domain import Memory
from mind.languages import Lang
from mind.memory.consolidation.wordings import Wordings
from mind.talk.agreement import article, definite
from mind.talk.saydate import say_when

GROUPS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("loss", ("pet.died", "loss", "breakup")),
    ("bad", ("failed", "work.lost", "broke", "event.hurt", "event.ill", "event.lost", "event.quarrel", "event.worry")),
    ("saying", ("us",)),
    ("good", ("passed", "promoted", "work.new", "wedding", "child.expecting")),
    ("health", ("health",)),
    ("pet", ("pet",)),
    ("kin", ("person", "friend", "their", "other", "children", "partner")),
    ("plan", ("plan", "turning")),
    ("like", ("likes", "hobby", "music", "team")),
    ("dislike", ("dislikes", "allergy", "diet")),
    ("work", ("work", "study", "learn", "speak", "retired", "jobless", "quit", "exam")),
    ("home", ("home", "moved")),
    ("goal", ("goal", "wish")),
    ("fear", ("fear",)),
    ("now", ("reading", "watching", "playing")),
    ("name", ("name",)),
    ("event", ("event", "used")),
)
"""First part of a memory's kind (or the whole kind) to the pool that tells it; first hit wins."""

WEIGHT: Final = {
    "loss": 5.0, "good": 4.2, "bad": 3.6, "plan": 3.0, "kin": 2.8, "pet": 2.8, "name": 3.2, "goal": 2.6, "fear": 2.8,
    "health": 2.4, "work": 2.2, "home": 2.2, "now": 2.0, "like": 1.9, "dislike": 1.7, "other": 1.6,
    "saying": 3.0, "event": 2.5,
}  # fmt: skip
"""How much a kind of fact wants to be on the page."""

PHRASES: Final = frozenset({"like", "dislike", "now", "goal", "fear"})
"""Groups whose value is a phrase of any length."""
LONGEST: Final = 120
"""Characters of a fact's words that may be quoted whole."""

SMALL: Final = frozenset({"You", "Your", "The", "A", "An", "This", "That", "It", "He", "She", "They", "There", "Someone"})
"""First words of a kept sentence that are written small inside another."""

TOGETHER: Final = {"loss", "bad", "health"}
"""After these she adds nothing bright."""


@dataclass(frozen=True, slots=True)
class Told:
    """A fact ready for the page: its pool, what fills the slots, and the name of the thing for a title."""

    pool: str
    env: dict[str, str]
    label: str


def group_of(memory: Memory) -> str:
    """The pool that tells a memory."""
    head = memory.kind.partition(".")[0]
    return next((group for group, kinds in GROUPS if memory.kind in kinds or head in kinds), "other")


def told(memory: Memory, wordings: Wordings, now: datetime) -> Told:
    """A memory as material for a sentence. `now` says what "tomorrow" means."""
    lang, group, slots = wordings.lang, group_of(memory), memory.slots
    env = {"fact": lowered(memory.text, lang), "Fact": memory.text.rstrip("。."), "value": memory.value}
    name = slots.get("name") or slots.get("who") or (memory.value if memory.key.endswith(".name") else "")
    relation = slots.get("kin") or slots.get("friend") or ""
    animal = slots.get("kind") or slots.get("pet") or ""
    env |= {"name": name, "kin": relation_word(relation, wordings), "animal": animal}
    if lang == "en" and animal:
        env["an_animal"] = article(animal)
    env["thing"] = slots.get("x") or slots.get("hobby") or slots.get("what") or ""
    env["what"] = what(memory, lang)
    env["What"] = capital(env["what"], lang)
    if memory.due is not None:
        env["when"] = say_when(memory.due, now, lang)
        env["When"] = capital(env["when"], lang)
        env["date"] = env["when"].removeprefix("on ") if lang == "en" else env["when"]
    return Told(_exact(group, env, wordings), env, _label(group, memory, env, wordings))


def cut_short(memory: Memory) -> bool:
    """Whether the user's words went on where the kept value ends: then their words tell it better.

    In Japanese the verb always follows.
    """
    if memory.lang == "ja" or group_of(memory) not in PHRASES:
        return False
    _, found, rest = memory.quote.casefold().partition((memory.slots.get("x") or memory.value).casefold())
    return bool(found and re.search(r"\w", rest) and len(memory.quote) <= LONGEST)


def what(memory: Memory, lang: Lang) -> str:
    """A dated plan as a thing: the interview, 面试, 面接. Empty where only the sentence tells it."""
    event = memory.slots.get("event", "")
    if not event:
        return ""
    return definite(event) if lang == "en" else event


def relation_word(relation: str, wordings: Wordings) -> str:
    """A relation as she would say it to the user: 姉 is お姉さん."""
    return wordings.word("relations", relation, relation)


def lowered(text: str, lang: Lang) -> str:
    """A kept sentence inside another: without its end mark, and without the capital that only begins it."""
    bare = text.rstrip("。.")
    if lang == "en" and bare.split(" ", 1)[0] in SMALL:
        return bare[0].lower() + bare[1:]
    return bare


def capital(text: str, lang: Lang) -> str:
    """The same words at the beginning of a sentence."""
    return text[:1].upper() + text[1:] if lang == "en" else text


def _exact(group: str, env: dict[str, str], wordings: Wordings) -> str:
    """The nearest pool: one for a named cat says more than one for any fact of a pet."""
    if group == "pet":
        return "pet.named" if env["name"] and env["animal"] else "pet.more"
    if group == "kin":
        return "kin.named" if env["name"] and env["kin"] and env["fact"].endswith(env["name"]) else "kin.more"
    if group in ("like", "dislike") and not env["thing"]:
        return "other"
    if group == "plan":
        return "plan.thing" if env["what"] and env.get("when") else "plan.other"
    return group if wordings.has(group) else "other"


def _label(group: str, memory: Memory, env: dict[str, str], wordings: Wordings) -> str:
    """What a title may call it; empty where a title would rather not."""
    if group in ("pet", "kin") and env["name"]:
        return env["name"]
    if group == "pet" and env["animal"]:
        return wordings.word("labels", "your").format(x=env["animal"])
    if group == "kin" and env["kin"]:
        return wordings.word("labels", "your").format(x=env["kin"])
    if group == "plan":
        return env["what"]
    if group in ("like", "now"):
        return env["thing"] if len(env["thing"]) <= 24 else ""
    return wordings.word("labels", group)

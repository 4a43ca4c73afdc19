"""The name of a pet that was just told of: "I have a cat." - "What is it called?" - "Miso"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from mind.languages import Lang
from mind.talk.content import Content
from mind.talk.names import as_name
from mind.talk.perception import FactHit, Perception
from mind.talk.state import TalkState

TURNS = 3
"""For so many turns a pet is what "it" means."""
_CALLED: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"^(?:it|he|she|(?:its|his|her) name)(?:'s| is)(?: called| named)? (.{2,20})$", re.IGNORECASE),
    "zh": re.compile(r"^(?:不对|不是|错了|说错了)?(?:它|牠|他|她|小家伙)?(?:的?名字)?(?:就|是)?叫做?(.{1,6}?)[吧呀啊哦呢啦]*$"),
    "ja": re.compile(
        r"^(?:名前は)?(.{1,10}?)(?:です|だよ|(?:って|と)(?:いい|言い)ます|(?:って|と)(?:いう|言う)(?:んだ|の|んです|んだよ)?(?:よ|けど)?"
        r"|って名前(?:だよ|です|なんだ)?)$"
    ),
}
PERSONS: Final = ("她", "他", "she", "he ", "he's", "her ", "his ")
_NAMES_JA: Final = re.compile(r"(?:って|と)(?:いい|言い|いう|言う)|って名前")
"""Japanese words that give a name, and not only say what something is."""


def with_pet_name(p: Perception, state: TalkState, content: Content) -> Perception:
    """The perception with the pet's name added where the turn gives one; else as it was."""
    key = state.kept[-1].split(".") if state.kept and state.n - state.kept_at <= TURNS else []
    fact = content.facts.get("pet.name")
    if fact is None or key[:2] != ["user", "pet"] or key[3:] not in ([], ["name"]):
        return p
    if p.question or p.feelings or p.answer in ("yes", "dunno") or any(f.fact.id == "pet.name" for f in p.facts):
        return p
    raw = p.clauses[-1].raw if len(p.clauses) == 1 or p.act("wrong") or p.answer == "no" else ""
    asked = state.question is not None and "pet.has" in state.question.id
    if raw.lower().startswith(PERSONS) and state.n - state.kept_at > 1:
        return p  # somebody met since then
    said = _CALLED[p.lang].match(raw)
    words = said[1] if said else raw if asked and p.words <= 3 and not p.acts else ""
    if p.lang == "ja" and not (asked or raw.startswith("名前は") or _NAMES_JA.search(raw)):
        return p
    name = as_name(words, p.lang) if words else None
    if name is None or name.lower() in content.common_words:
        return p
    hit = FactHit(fact, {"kind": key[2], "name": name}, raw, None, fact.match.patterns[0].weight, 0)
    rest = tuple(f for f in p.facts if not f.fact.id.startswith("name"))
    return replace(p, facts=(hit, *rest), name=None, name_sure=False)

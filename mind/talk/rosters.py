"""Several people or animals named in one breath: `two sisters, Ann and Kate`, `our cats Salt and Pepper`. English only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mind.talk.content import Content
from mind.talk.names import as_name
from mind.talk.normalise import Clause
from mind.talk.perception import FactHit

_NAMES = r"([A-Z][\w'-]+(?:, (?:and )?[A-Z][\w'-]+)*,? and [A-Z][\w'-]+)"
_GROUP = re.compile(
    r"\b(?:have|got|with|my|our|and|the)\s+(?:(?:two|three|four|five|six|\d|my|our|both|got|little|big|older|younger|twin|lovely|"
    r"best|old) )*([a-z]+(?:-in-law)?)(?:,|:| -)? (?:(?:are )?(?:called|named) )?" + _NAMES)
"""`have two sisters, Ann and Kate`: the word for them, and their names."""
_IS_NAMED = re.compile(r"\b[Mm]y (?:little |big |older |younger )?([a-z-]+) is ([A-Z][a-z]+)(?=[.,!]|$)")
_COUNTED = ("", "one", "two", "three", "four", "five", "six", "seven", "eight")
_KINDS = (("kin", "person.one"), ("pet", "pet.one"), ("friend", "friend.one"))
_CHILDREN = {"kids": "child", "children": "child", "sons": "son", "wives": "wife"}


def roster_hits(text: str, found: tuple[Clause, ...], content: Content) -> Iterator[FactHit]:
    """A hit for each one named, all of the clause that holds the word for them."""
    named = content.facts.get("person.name")
    for match in _IS_NAMED.finditer(text):
        name = as_name(match[2], content.lang)
        if named is not None and name and match[1] in content.concepts.get("kin", ()):
            yield FactHit(named, {"kin": match[1], "name": name}, match[0], None, 20, 0)
    for match in _GROUP.finditer(text):
        sort = _sort_of(match[1], content)
        names = [n for word in re.split(r",? and |, ", match[2]) if (n := as_name(word, content.lang))]
        if sort is None or not 2 <= len(names) < len(_COUNTED):
            continue
        slot, fact_id, word = sort
        fact = content.facts.get(fact_id)
        if fact is None:
            continue
        at = next((i for i, c in enumerate(found) if match[1] in c.norm.split()), 0)
        listed = ", ".join(names[:-1]) + " and " + names[-1]
        for name in names[:6]:
            slots = {slot: word, "name": name, "names": listed, "group": match[1], "count": _COUNTED[len(names)]}
            yield FactHit(fact, slots, match[0], None, 60, at)


def _sort_of(group: str, content: Content) -> tuple[str, str, str] | None:
    """The slot, the fact and the word for one of them: `sisters` -> kin, person.one, sister."""
    one = _CHILDREN.get(group) or (group[:-1] if group.endswith("s") else "")
    if one == "child":
        return "kin", "person.one", one
    for slot, fact_id in _KINDS:
        if one in content.concepts.get(slot, ()):
            return slot, fact_id, one
    return None

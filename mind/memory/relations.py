"""Whom and where a fact is about, read from its key and slots. Pure.

Keys are paths ("user.people.sister.name", "user.named.zoe.job", "user.pet.cat.age"); slots hold the words as they were
said. A fact without either is about nobody in particular, until a known name stands in its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from mind.domain import Memory
from mind.store.terms import CJK

Sort = Literal["person", "pet"]

RELATIONS: Final = ("kin", "friend", "relation")
NAMES: Final = ("name", "who", "person")
PET_SORTS: Final = ("pet", "kind", "animal")
PLACES: Final = ("place", "where", "city", "town")
WORDS: Final = re.compile(r"\w+")
OF_OTHERS: Final = ("user.people.", "user.pet.", "user.named.", "user.plan.", "user.past.loss.")
"""How the keys of facts about others begin."""
OWN: Final = re.compile(r"^(?:my|your|the) ", re.IGNORECASE)
OF_PLACES: Final = ("user.home.", "*.place")
NOBODY: Final = frozenset({"", "nobody", "me", "myself", "alone", "一个人", "自己", "ひとり", "一人"})


@dataclass(frozen=True, slots=True)
class About:
    """Someone a fact is about: a name, what they are to the user, or both."""

    name: str
    relation: str
    sort: Sort = "person"


def about(memory: Memory) -> About | None:
    """Whom a fact's key and slots are about; None for facts about the user alone."""
    path = memory.key.split(".")
    group = path[1] if len(path) > 1 else ""
    slots = memory.slots
    name = _first(slots, NAMES)
    if group == "people":
        relation = _first(slots, RELATIONS) or ("" if name and _same(path[2:3], name) else _unslug(path[2:3]))
        name = name or (memory.value if path[-1] == "name" else "")
        return About(name, relation)
    if group == "pet":
        name = name or (memory.value if path[-1] == "name" else "")
        return About(name, _first(slots, PET_SORTS) or _unslug(path[2:3]), "pet")
    if group == "named":
        told = name or _unslug(path[2:3])
        bare = OWN.sub("", told)
        if proper(bare) or bare == told:
            return About(bare if proper(bare) else bare.title(), "")
        return About("", bare)
    if group == "plan" and _first(slots, RELATIONS):
        return About("", _first(slots, RELATIONS))
    if group == "plan" and proper(name):
        return About(name, "")
    if path[1:3] == ["past", "loss"]:
        return About("", _first(slots, RELATIONS) or _unslug(path[3:4]))
    return None


def place_of(memory: Memory) -> str:
    """The place a fact names, as it was said; empty for none."""
    if memory.key.rpartition(".")[2] == "from" and not memory.kind.startswith("home"):
        return ""
    found = _first(memory.slots, PLACES)
    if not found and memory.key.rpartition(".")[2] == "place":
        found = memory.value
    return "" if found.casefold() in NOBODY else found.strip()


def proper(name: str) -> bool:
    """Whether a word is a name rather than a description: written large, or of characters that have no large ones."""
    first = name.strip()[:1]
    return bool(first) and name.casefold() not in NOBODY and (first.isupper() or bool(re.match(f"[{CJK}]", first)))


def mentions(memory: Memory, name: str) -> bool:
    """Whether the sentence of a fact holds a name as a word of its own."""
    if not proper(name) or len(name) < (1 if name.isascii() else 2):
        return False
    if re.match(f"[{CJK}]", name):
        return name in memory.text
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", memory.text, re.IGNORECASE) is not None


class KnownNames:
    """Names to be looked for in many sentences: each word of a sentence leads to the few names that begin with it."""

    def __init__(self, names: Iterable[str]) -> None:
        self._beginning: dict[str, list[str]] = {}
        for name in dict.fromkeys(names):
            self._beginning.setdefault(_beginning(name), []).append(name)

    def in_(self, memory: Memory) -> list[str]:
        """The names that the sentence of a fact mentions."""
        folded = memory.text.casefold()
        starts = {"", *WORDS.findall(folded), *(folded[at : at + 2] for at in range(len(folded) - 1) if not folded[at].isascii())}
        return [name for start in starts for name in self._beginning.get(start, ()) if mentions(memory, name)]


def _beginning(name: str) -> str:
    """What stands in every sentence that mentions a name: its first pair of characters or its first word; "" for neither."""
    folded = name.casefold()
    if re.match(f"[{CJK}]", name):
        return folded[:2]
    word = WORDS.match(folded)
    return word.group() if word else ""


def _first(slots: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((slots[name].strip() for name in names if slots.get(name)), "")


def _unslug(parts: list[str]) -> str:
    return parts[0].replace("-", " ").strip() if parts else ""


def _same(parts: list[str], name: str) -> bool:
    return bool(parts) and parts[0].casefold() == name.casefold().replace(" ", "-")

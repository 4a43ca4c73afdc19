"""The words of a memory as things to forget: which point to it alone, and how they are found and blanked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import Row

from mind.store.terms import CJK, RUN

BLANK: Final = "…"
"""What stands where forgotten words stood."""

SEVERAL: Final = 2
DISTINCT_CJK: Final = 3


def distinctive(phrase: str) -> bool:
    """Whether words point to one memory alone, so that they go wherever they stand: phrases, numbers, proper names."""
    runs = RUN.findall(phrase)
    if runs:
        return sum(map(len, runs)) >= DISTINCT_CJK
    return len(phrase.split()) >= SEVERAL or any(letter.isdigit() or letter.isupper() for letter in phrase)


def wording(phrase: str) -> re.Pattern[str]:
    """Finds a phrase as whole words in any case; Chinese and Japanese have no word borders to respect."""
    body = r"\s+".join(re.escape(part) for part in phrase.split())
    start = "" if re.match(f"[{CJK}]", phrase) else rf"(?<![^\W{CJK}])"
    end = "" if re.search(f"[{CJK}]$", phrase) else rf"(?![^\W{CJK}])"
    return re.compile(start + body + end, re.IGNORECASE)


def phrases_of(found: Row[Any], further: Iterable[str] = ()) -> list[str]:
    """The words of a memory and of its `further` quotes, longest first: the quote goes before the words inside it.

    What only says where a fact belongs ("cat" of user.pet.cat.name) is nothing to forget; the name itself is, also where
    it stands in the key (user.people.cousin.anna.name).
    """
    places = set(found.key.casefold().split(".")[:-1]) - {name.casefold() for name in names_of(found)}
    words = {found.quote, found.value, *found.slots.values(), *further}
    told = (phrase for phrase in words if phrase.strip() and phrase.casefold() not in places)
    return sorted(told, key=len, reverse=True)


def names_of(found: Row[Any]) -> set[str]:
    """The words of a memory that are a name, however they are written."""
    of_key = {found.value} if found.key.rpartition(".")[2] == "name" else set()
    return of_key | {value for slot, value in found.slots.items() if slot == "name"}


def blanked(text: str, phrases: Iterable[str]) -> str:
    """The text without the phrases."""
    for phrase in phrases:
        text = wording(phrase).sub(BLANK, text)
    return text


def blanked_json(value: Any, whole: set[str], phrases: list[str]) -> Any:
    """Strings that are just the forgotten words become empty, or null for a name; others keep the rest."""
    if isinstance(value, str):
        return "" if value.casefold() in whole else blanked(value, phrases)
    if isinstance(value, dict):
        kept = {name: blanked_json(inner, whole, phrases) for name, inner in value.items()}
        return {name: None if name == "name" and not inner else inner for name, inner in kept.items()}
    if isinstance(value, list):
        return [blanked_json(inner, whole, phrases) for inner in value]
    return value


def holds(text: str, phrases: Iterable[str]) -> bool:
    """Whether any of the phrases stands in the text."""
    return any(wording(phrase).search(text) for phrase in phrases)

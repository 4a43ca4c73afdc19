"""Words about clothes: which garments, kinds, colours and occasions a text names. Pure; what is done with them is elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from mind.languages import Lang
from mind.wardrobe.garment import SLOTS, GarmentEntry, ReadyLook, Slot
from mind.wardrobe.holdings import SavedLook

Kind = Literal["garment", "look", "saved", "colour", "style"]
ORDER: Final[dict[Kind, int]] = {"look": 0, "saved": 0, "garment": 1, "colour": 2, "style": 3}
"""Which comes first where words of one length mean several things."""

GARBS: Final = frozenset({"hanfu", "yukata"})
"""Styles whose words are garments as well."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a language: for colours and styles by name, and for kinds of garments by slot."""

    lang: Lang
    colours: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    styles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    slots: Mapping[Slot, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, lang: Lang, lists: Mapping[str, tuple[str, ...]]) -> Lexicon:
        """From the lists ``colour.*``, ``style.*`` and ``slot.*`` of a language."""
        return cls(
            lang, _under(lists, "colour."), _under(lists, "style."),
            {slot: words for slot in SLOTS if (words := lists.get(f"slot.{slot}"))},
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """Something named, and where. `ids` are garments it may be (the fitting ones first), looks, or one colour or style."""

    kind: Kind
    ids: tuple[str, ...]
    start: int
    end: int
    words: str


def mentions(
    text: str, lexicon: Lexicon, garments: Mapping[str, GarmentEntry], looks: Iterable[ReadyLook] = (),
    saved: Iterable[SavedLook] = (),
) -> tuple[Mention, ...]:  # fmt: skip
    """All that is named, in the order of the text; of words inside longer ones only the longer."""
    taken: list[tuple[int, int]] = []
    found: list[Mention] = []
    known = sorted(_phrases(lexicon, garments, looks, saved), key=lambda one: (-len(one[0]), ORDER[one[1]]))
    for phrase, kind, ids in known:
        for start, end in _places(text, phrase, lexicon.lang):
            if all(end <= a or start >= b for a, b in taken):
                taken.append((start, end))
                found.append(Mention(kind, ids, start, end, phrase))
    return tuple(sorted(found, key=lambda one: one.start))


def coloured(found: Iterable[Mention], text: str, lexicon: Lexicon) -> Iterator[tuple[Mention, str]]:
    """Each garment that is named with the colour that belongs to it: the one right before it, else the only one there is."""
    every = list(found)
    colours = [one for one in every if one.kind == "colour"]
    named = [one for one in every if one.kind == "garment"]
    for garment in named:
        before = [one for one in colours if one.end <= garment.start and _close(text[one.end : garment.start], lexicon.lang)]
        alone = len(named) == 1 and len(colours) >= 1
        chosen = before[-1] if before else colours[-1] if alone else None
        yield garment, chosen.ids[0] if chosen is not None else within(garment.words, lexicon)


def within(words: str, lexicon: Lexicon) -> str:
    """The colour that stands in a garment's own words ("red shoes"); empty where none does."""
    found = [
        (end - start, name) for name, all_words in lexicon.colours.items() for word in all_words
        for start, end in _places(words, word, lexicon.lang)
    ]  # fmt: skip
    return max(found, default=(0, ""))[1]


def _close(between: str, lang: Lang) -> bool:
    """Whether what stands between a colour and a garment lets the one belong to the other."""
    return len(between.split()) <= 1 and "," not in between if lang == "en" else len(between) <= 4


def _phrases(
    lexicon: Lexicon, garments: Mapping[str, GarmentEntry], looks: Iterable[ReadyLook], saved: Iterable[SavedLook]
) -> Iterator[tuple[str, Kind, tuple[str, ...]]]:
    lang = lexicon.lang
    by_phrase: dict[str, list[str]] = {}
    occasions = (words for name, words in lexicon.styles.items() if name not in GARBS)
    moods = {word for words in (*occasions, *lexicon.colours.values()) for word in words}
    for entry in garments.values():
        # Latin words of another language are used in this one too ("T恤", "vintage").
        for tag in (lang, "en"):
            for word in (entry.names.get(tag, ""), *entry.words.get(tag, ())):
                # "Something warm" asks for an occasion, whatever garment is listed under it.
                if word and _bare(word.lower()) not in moods:
                    by_phrase.setdefault(word.lower(), []).append(entry.id)
    for slot, words in lexicon.slots.items():
        of_slot = [entry for entry in garments.values() if entry.slot == slot]
        for word in words:
            told = [entry.id for entry in of_slot if any(any(_places(one, word, lang)) for one in _all_words(entry, lang))]
            by_phrase.setdefault(word, []).extend(told or [entry.id for entry in of_slot])
    for phrase, ids in by_phrase.items():
        yield phrase, "garment", tuple(dict.fromkeys(ids))
    for look in looks:
        for word in (look.names.get(lang, ""), *look.words.get(lang, ())):
            if word and word.lower() not in by_phrase and _bare(word.lower()) not in moods:
                yield word.lower(), "look", (look.id,)
    for one in saved:
        if len(one.name.strip()) > 1:
            yield one.name.strip().lower(), "saved", (str(one.id),)
    for name, words in lexicon.colours.items():
        yield from ((word, "colour", (name,)) for word in words)
    for name, words in lexicon.styles.items():
        yield from ((word, "style", (name,)) for word in words)


def _all_words(entry: GarmentEntry, lang: Lang) -> tuple[str, ...]:
    return tuple(word.lower() for word in (entry.names.get(lang, ""), *entry.words.get(lang, ())) if word)


def _bare(word: str) -> str:
    """A word without what makes a wish of it."""
    return word.removeprefix("something ").removesuffix("的").removesuffix("な").strip()


def _places(text: str, phrase: str, lang: Lang) -> Iterator[tuple[int, int]]:
    if phrase not in text:
        return
    if lang == "en" or phrase.isascii():
        pattern = rf"(?<![^\W_]){re.escape(phrase)}(?:s|es)?(?![^\W_])"
        yield from (match.span() for match in re.finditer(pattern, text))
        return
    start = text.find(phrase)
    while start >= 0:
        yield start, start + len(phrase)
        start = text.find(phrase, start + len(phrase))


def _under(lists: Mapping[str, tuple[str, ...]], prefix: str) -> dict[str, tuple[str, ...]]:
    return {name.removeprefix(prefix): words for name, words in lists.items() if name.startswith(prefix)}

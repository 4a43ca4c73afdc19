"""Garments in her sentences: names with their colours, lists of them, and the small words that go with one or several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Protocol

from assets import asset
from mind.languages import Lang
from mind.talk.agreement import definite
from mind.talk.blocks import read_blocks
from mind.talk.read_units import words_of
from mind.talk.scenery import Env
from mind.wardrobe.colours import name_of
from mind.wardrobe.garment import GarmentEntry, Slot
from mind.wardrobe.look import Look, Worn
from mind.wardrobe.taste import main_dye

AND: Final[dict[Lang, tuple[str, str]]] = {"en": (", ", " and "), "zh": ("、", "和"), "ja": ("、", "と")}
TOLD: Final[tuple[Slot, ...]] = ("dress", "top", "bottom", "outer", "neck", "headwear", "shoes", "glasses", "ears", "bag")
"""What she tells of a look, in this order; hair and socks only where they are asked for."""
SINGULAR_S: Final = ("dress", "glass", "ss", "us")
MOST: Final = 4
"""Garments of a list that are told by name."""


class Words(Protocol):
    """A language with its lists of words, as `mind.talk.content.Content` is one."""

    @property
    def lang(self) -> Lang:
        """Which language."""

    @property
    def lists(self) -> Mapping[str, tuple[str, ...]]:
        """Lists by name; those of colours and styles begin with what stands before a garment."""


@dataclass(frozen=True, slots=True)
class ListedWords:
    """The words about clothes alone, for whoever does not talk."""

    lang: Lang
    lists: Mapping[str, tuple[str, ...]]


@cache
def clothes_words(lang: Lang) -> ListedWords:
    """Those of a language, read from its own file."""
    blocks = [block for block in read_blocks(asset("talk", lang, "clothes.talk")) if block.kind == "list"]
    return ListedWords(lang, {block.id: words_of(block, "words") for block in blocks})


def called(entry: GarmentEntry, words: Words, worn: Worn | None = None, *, colour: bool = False) -> str:
    """A garment as she names it inside a sentence ("Fair Isle jumper", "green cardigan")."""
    name = entry.name(words.lang)
    if words.lang == "en":
        name = _lower(name)
    dye = main_dye(entry, worn) if colour and entry.slot != "hair" else ""
    word = colour_word(name_of(dye), words) if dye else ""
    if not word:
        return name
    own = _own_colour(name, words)
    if own:
        return name if dye == main_dye(entry) else name.replace(own, _bare(word, words.lang))
    return f"{word} {name}" if words.lang == "en" else word + name


def colour_word(colour: str, words: Words) -> str:
    """The word that stands before a garment of that colour; nothing where the language has none."""
    return words.lists.get(f"colour.{colour}", ("",))[0]


def style_word(style: str, words: Words) -> str:
    """The word that stands before things of that style."""
    return words.lists.get(f"style.{style}", ("",))[0]


def listed(names: Sequence[str], lang: Lang) -> str:
    """Several names as one."""
    comma, last = AND[lang]
    if len(names) <= 1:
        return "".join(names)
    return comma.join(names[:-1]) + last + names[-1]


def of_look(look: Look, garments: Iterable[GarmentEntry], words: Words, *, colour: bool) -> list[str]:
    """What is told of a look, each with its article in English."""
    by_slot = {entry.slot: entry for entry in garments if look.of(entry.id) is not None}
    there = [by_slot[slot] for slot in TOLD if slot in by_slot][:MOST]
    return [with_article(called(entry, words, look.of(entry.id), colour=colour), words.lang) for entry in there]


def with_article(name: str, lang: Lang) -> str:
    """`the green cardigan`; other languages need none."""
    return "the " + name if lang == "en" and not name.lower().startswith("the ") else definite(name) if lang == "en" else name


def garment_env(entry: GarmentEntry, words: Words, worn: Worn | None = None, *, colour: bool = False) -> Env:
    """The slots of one garment: `garment` bare, `the` with its article, and the small English words that agree with it."""
    name = called(entry, words, worn, colour=colour)
    env = {"garment": name, "the": with_article(name, words.lang)}
    if words.lang == "en":
        many = is_plural(name)
        env |= {"is": "are" if many else "is", "it": "they" if many else "it", "them": "them" if many else "it",
                "was": "were" if many else "was", "suits": "suit" if many else "suits", "isnt": "aren't" if many else "isn't",
                "that": "those" if many else "that"}
    return env


def is_plural(name: str) -> bool:
    """Whether an English name takes `are`: jeans, boots, glasses."""
    head = name.split(" with ")[0].split()[-1].lower()
    return head.endswith("s") and not head.endswith(SINGULAR_S)


def _lower(name: str) -> str:
    """Without its capital, unless it is a proper name ("Fair Isle jumper")."""
    words = name.split()
    proper = len(words) > 1 and words[1][:1].isupper() and words[1][1:2] != "-"
    return name if proper or (len(words[0]) > 1 and words[0][1].isupper()) else name[:1].lower() + name[1:]


def _own_colour(name: str, words: Words) -> str:
    """The colour that stands in a garment's own name ("yellow raincoat"); empty where none does."""
    colours = {one for key, some in words.lists.items() if key.startswith("colour.") for one in some}
    if words.lang == "en":
        return max((one for one in name.lower().split() if one in colours), key=len, default="")
    return max((one for one in colours if len(one) > 1 and one in name), key=len, default="")


def _bare(word: str, lang: Lang) -> str:
    """A colour's word without what joins it to a noun."""
    return word if lang == "en" else word.removesuffix("的").removesuffix("の")

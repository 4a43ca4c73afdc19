"""Loading a language's content folder: files into units, with every complaint at its file and line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from mind.languages import Lang
from mind.talk import read_units
from mind.talk.blocks import Block, read_blocks
from mind.talk.reading import Reader
from mind.talk.units import (
    Act,
    Day,
    Fact,
    Feeling,
    Gambit,
    Greet,
    Line,
    Need,
    Rather,
    Riddle,
    Rung,
    Story,
    Tell,
    Topic,
    Trait,
)

T = TypeVar("T")


@dataclass(slots=True)
class Content:
    """All units of one language, by id, in the order of the files (sorted by name)."""

    lang: Lang
    concepts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    acts: dict[str, Act] = field(default_factory=dict)
    needs: dict[str, Need] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    feelings: dict[str, Feeling] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    gambits: dict[str, Gambit] = field(default_factory=dict)
    tells: dict[str, Tell] = field(default_factory=dict)
    days: dict[str, Day] = field(default_factory=dict)
    greets: dict[str, Greet] = field(default_factory=dict)
    frames: dict[str, tuple[Line, ...]] = field(default_factory=dict)
    riddles: dict[str, Riddle] = field(default_factory=dict)
    rathers: dict[str, Rather] = field(default_factory=dict)
    stories: dict[str, Story] = field(default_factory=dict)
    traits: dict[str, Trait] = field(default_factory=dict)
    rungs: dict[str, Rung] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def frame(self, name: str) -> tuple[Line, ...]:
        """A pool of wordings the engine asks for by name; empty where the language has none."""
        return self.frames.get(name, ())

    def concept_of(self, word: str) -> str | None:
        """The first concept that lists the word."""
        return self._by_word().get(word.lower())

    @property
    def common_words(self) -> frozenset[str]:
        """Words of feelings and concepts: what follows "I'm" but is no name."""
        if not self._common:
            self._common = frozenset(
                [w for f in self.feelings.values() for w in (*f.words, *f.strong)]
                + [w for words in self.concepts.values() for w in words]
            )
        return self._common

    def is_felt(self, word: str) -> bool:
        """Whether a Chinese or Japanese word begins with that of a feeling: "うれしい" is no name, whoever was asked for one."""
        if not self._felt:
            self._felt = tuple({w for f in self.feelings.values() for w in (*f.words, *f.strong) if len(w) > 1})
        return word.lower().startswith(self._felt)

    def tells_by_tag(self) -> dict[str, list[Tell]]:
        """Her own things by the words they go with."""
        if not self._tagged:
            for tell in self.tells.values():
                for tag in tell.tags:
                    self._tagged.setdefault(tag.lower(), []).append(tell)
        return self._tagged

    _felt: tuple[str, ...] = ()
    _tagged: dict[str, list[Tell]] = field(default_factory=dict)
    _common: frozenset[str] = frozenset()
    _words: dict[str, str] = field(default_factory=dict)

    def _by_word(self) -> dict[str, str]:
        if not self._words:
            for name, words in self.concepts.items():
                for word in words:
                    self._words.setdefault(word, name)
                    if self.lang == "en":
                        self._words.setdefault(word + "s", name)
        return self._words


def load(folder: Path, lang: Lang) -> Content:
    """Read every `.talk` file of the folder. Raises `ContentError` at the first thing that cannot be used."""
    blocks = [b for path in sorted(folder.glob("*.talk")) for b in read_blocks(path)]
    content = Content(lang)
    for block in blocks:
        if block.kind == "concept":
            words = split_list(f.arg for f in block.all("words"))
            _put(content.concepts, block, tuple(sorted(set(words), key=lambda w: (-len(w), w))))
    reader = Reader(lang, content.concepts)
    makers: dict[str, Callable[[Block], None]] = {
        "act": lambda b: _put(content.acts, b, read_units.act(b, reader)),
        "need": lambda b: _put(content.needs, b, read_units.need(b, reader)),
        "fact": lambda b: _put(content.facts, b, read_units.fact(b, reader)),
        "feeling": lambda b: _put(content.feelings, b, read_units.feeling(b, reader)),
        "topic": lambda b: _put(content.topics, b, read_units.topic(b, reader)),
        "gambit": lambda b: _put(content.gambits, b, read_units.gambit(b, reader)),
        "tell": lambda b: _put(content.tells, b, read_units.tell(b, reader)),
        "day": lambda b: _put(content.days, b, read_units.day(b, reader)),
        "greet": lambda b: _put(content.greets, b, read_units.greet(b, reader)),
        "frame": lambda b: _join(content.frames, b, reader),
        "riddle": lambda b: _put(content.riddles, b, read_units.riddle(b, reader)),
        "rather": lambda b: _put(content.rathers, b, read_units.rather(b, reader)),
        "story": lambda b: _put(content.stories, b, read_units.story(b, reader)),
        "trait": lambda b: _put(content.traits, b, read_units.trait(b, reader)),
        "rung": lambda b: _put(content.rungs, b, read_units.rung(b, reader)),
        "list": lambda b: _put(content.lists, b, tuple(split_list(f.arg for f in b.all("words")))),
        "concept": lambda b: None,
    }
    for block in blocks:
        if block.kind not in makers:
            raise block.fail(f"unknown kind of block '{block.kind}'")
        makers[block.kind](block)
    _check_topics(content, blocks)
    return content


def split_list(args: Iterable[str]) -> list[str]:
    """Comma lists (also full-width and Japanese commas) into words."""
    return [w.strip() for arg in args for w in re.split(r"[,，、]", arg) if w.strip()]


def _put(place: dict[str, T], block: Block, unit: T) -> None:
    if block.id in place:
        raise block.fail(f"{block.kind} '{block.id}' is there twice")
    place[block.id] = unit


def _join(frames: dict[str, tuple[Line, ...]], block: Block, reader: Reader) -> None:
    """A frame may be given in several files: their wordings are one pool."""
    before = frames.get(block.id, ())
    frames[block.id] = (*before, *reader.lines(block, "say", start=len(before)))


def _check_topics(content: Content, blocks: list[Block]) -> None:
    for block in blocks:
        if block.kind == "gambit" and content.gambits[block.id].topic not in content.topics:
            raise block.fail(f"gambit '{block.id}' belongs to no topic '{content.gambits[block.id].topic}'")
        if block.kind == "gambit":
            about = content.gambits[block.id].about
            if about and about not in content.facts:
                raise block.fail(f"'about {about}' names no fact")

"""The things she can understand and say, as content files give them. See docs/talk-format.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from mind.talk.conditions import Condition
from mind.talk.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Line:
    """One wording. `id` is stable while the file's order is: unit, field and number."""

    id: str
    text: str
    when: Condition


Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A `yes` or `no` example: what a user may write, and the slots it should give."""

    text: str
    slots: Mapping[str, str]
    path: Path
    line: int


@dataclass(frozen=True, slots=True)
class Matcher:
    """Patterns with their examples."""

    patterns: tuple[Pattern, ...] = ()
    yes: tuple[Sample, ...] = ()
    no: tuple[Sample, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """Something a turn does (thanks, asks her age) and how she answers it."""

    id: str
    match: Matcher
    say: Lines
    tier: int = 4
    """Lower is answered first: 1 commands, 2 questions to her and courtesies, 6 small reactions."""
    do: str = ""
    """A command of the engine (`time`, `outfit`, `recall`, `start riddle`)."""
    bond: str = ""
    severity: float = 1.0
    need: str = ""
    ask: Lines = ()
    move: bool = True
    """Whether something may follow the reaction."""
    goodbye: bool = False
    fixed: bool = False
    whole: bool = False
    """Counts only where it explains most of what was said."""


@dataclass(frozen=True, slots=True)
class Need:
    """Words that ask for one kind of answer: to be listened to, for advice, for play."""

    id: str
    match: Matcher


@dataclass(frozen=True, slots=True)
class Fact:
    """A kind of thing a user may tell about themself."""

    id: str
    match: Matcher
    key: str
    value: str
    text: str
    single: bool = True
    dated: bool = False
    past: bool = False
    """Only with a day gone by in the clause."""
    sad: bool = False
    weight: float = 1.0
    ends: tuple[str, ...] = ()
    say: Lines = ()
    ask: Lines = ()
    later: Lines = ()
    due: Lines = ()
    greet: Lines = ()


@dataclass(frozen=True, slots=True)
class Feeling:
    """A class of feeling. `valence` -1, 0 or 1; `strong` words count as strength 3, others 2, hedged ones 1."""

    id: str
    words: tuple[str, ...]
    strong: tuple[str, ...]
    valence: int
    match: Matcher
    say: Lines
    ask: Lines = ()
    later: Lines = ()
    greet: Lines = ()


@dataclass(frozen=True, slots=True)
class Keep:
    """A fact that an answer to a gambit gives."""

    kind: str
    key: str
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Branch:
    """What she answers to one sort of answer: `yes`, `no`, `dunno`, `any`, or patterns."""

    sort: str
    patterns: tuple[Pattern, ...]
    say: Lines
    keep: Keep | None = None


@dataclass(frozen=True, slots=True)
class Gambit:
    """A question of hers, asked once in a life, with her own answer and her reason for asking."""

    id: str
    topic: str
    say: Lines
    when: Condition
    about: str = ""
    unless: tuple[str, ...] = ()
    mine: Lines = ()
    why: Lines = ()
    on: tuple[Branch, ...] = ()
    sides: tuple[str, ...] = ()
    """The two things it lets choose between, as an answer would name them: what "the first" and "the second" mean."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What belongs together, and the words that lead there."""

    id: str
    enter: tuple[str, ...]
    links: tuple[str, ...] = ()
    bridge: Lines = ()
    name: str = ""
    """What she calls it where she leads from one to the other ("the weather"); empty: it is never named."""


@dataclass(frozen=True, slots=True)
class Tell:
    """Something of her own: an opinion, a thing noticed. Said once in a long while."""

    id: str
    tags: tuple[str, ...]
    when: Condition
    say: Lines
    more: Lines = ()
    """What follows where they want to hear on ("really?", "and then?")."""
    why: Lines = ()
    """Her reason ("how come?")."""


DayKind = Literal["project", "interest", "noticed", "opinion"]
"""A project lasts a week, a step a day; an interest three weeks, a step every three days; something noticed and an opinion
that changed are of one day."""


@dataclass(frozen=True, slots=True)
class Day:
    """A thread of her own days, and what she answers to who asks on."""

    id: str
    steps: Lines
    kind: DayKind = "project"
    words: tuple[str, ...] = ()
    """What the user may call it: "how is the scarf?" asks after it."""
    name: str = ""
    """What she calls it: "the scarf"."""
    more: Lines = ()
    why: Lines = ()
    done: Lines = ()
    """What became of it, asked once it is over."""


@dataclass(frozen=True, slots=True)
class Greet:
    """Ways to open: the first ones, later ones, those that pick something up."""

    id: str
    when: Condition
    say: Lines


@dataclass(frozen=True, slots=True)
class Riddle:
    """A riddle, its accepted answers and a hint."""

    id: str
    say: Lines
    answers: tuple[str, ...]
    hint: Lines
    after: Lines


@dataclass(frozen=True, slots=True)
class Rather:
    """Would you rather: two sides, words for each, and her own choice."""

    id: str
    say: Lines
    a: tuple[str, ...]
    b: tuple[str, ...]
    on_a: Lines
    on_b: Lines
    mine: Lines


@dataclass(frozen=True, slots=True)
class Trait:
    """Something that is true of things or not (twenty questions): her question for it, and how users ask."""

    id: str
    say: Lines
    match: Matcher


@dataclass(frozen=True, slots=True)
class Rung:
    """A question of the closeness ladder that both answer. `depth` 1..3, `mine` is her own answer."""

    id: str
    depth: int
    say: Lines
    mine: Lines


@dataclass(frozen=True, slots=True)
class StoryPart:
    """A page of a story; `choices` map the id of a following part to the words that choose it."""

    id: str
    say: Lines
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ask: Lines = ()
    then: str = ""
    """The part that follows; empty: the next one in the file, `end`: none."""


@dataclass(frozen=True, slots=True)
class Story:
    """A bedtime story: `cast` fills its slots from what she knows of the user, else from the default."""

    id: str
    title: str
    cast: tuple[tuple[str, str, str], ...]
    """(slot, fact kind and slot such as `pet.name.name`, default)"""
    parts: tuple[StoryPart, ...]
    kind: str = "bedtime"
    """For taste: one of `STORY_KINDS`."""


STORY_KINDS: Final = ("bedtime", "funny", "adventure", "quiet")

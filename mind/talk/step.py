"""A reaction in the making: what she could say to a turn, and what follows from saying it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mind.domain import BondEvent, FactProposal, Memory, Terms
from mind.ports import Deed
from mind.reminders.kept import KeptChange, NewKept
from mind.talk.scenery import Env
from mind.talk.units import Line, Lines
from mind.taste.taste import NO_CHANGE, TasteChange


@dataclass(slots=True)
class Step:
    """Wordings for one reaction. The first step with an eligible wording is taken."""

    act: str
    lines: Lines
    env: Env = field(default_factory=dict)
    move: bool = True
    again: bool = False
    fixed: bool = False
    goodbye: bool = False
    need: str = ""
    ask: Lines = ()
    """Questions that may follow from it."""
    must_use: tuple[Memory, ...] = ()
    bond: tuple[BondEvent, ...] = ()
    superseded: tuple[int, ...] = ()
    muted: tuple[int, ...] = ()
    """Ids of memories that she shall never mention."""
    unmuted: tuple[int, ...] = ()
    outfit: str | None = None
    look: Mapping[str, Any] | None = None
    """What she changes into, as plain data of a look."""
    gift: tuple[str, str] | None = None
    """A garment that she is given, and the words."""
    more: tuple[tuple[Lines, Env], ...] = ()
    """Further sentences of the same reaction, in order: a story's page, the lines of "what do you remember"."""
    group: str = ""
    """Steps of one group that follow each other compete by how fresh their words are."""
    bonus: float = 0.0
    """What it weighs in that beyond its words."""
    before: Lines = ()
    """A sentence that may stand in front, without the user's words."""
    lead: str = ""
    """Words of the user that may be set in front (`Ramen, then.`) when the wording holds none."""
    then: Callable[[], None] | None = None
    """Done to the state when this step is taken."""
    statement: bool = False
    turns: tuple[int, ...] = ()
    """Ids of turns that it quotes."""
    terms: Terms | None = None
    """What the two are to each other from now on."""
    deed: Deed | None = None
    facts: tuple[FactProposal, ...] = ()
    """What it keeps of the user, beside the facts that were heard."""
    keeps: tuple[NewKept, ...] = ()
    """What it keeps until a time."""
    kept_changes: tuple[KeptChange, ...] = ()
    """What becomes of something kept."""
    rest: tuple[str, ...] = ()
    """Sentences said after it as they stand: the rest of a reply that was cut off."""
    taste: TasteChange = NO_CHANGE
    """What it does to what is known of the user's taste, or to her manner."""


@dataclass(slots=True)
class Move:
    """Something that may follow a reaction."""

    kind: str
    lines: Lines
    env: Env
    use: float
    """Utility; see mind/talk/moves.py."""
    id: str = ""
    memory: Memory | None = None
    bridge: tuple[Line, ...] = ()
    bound: bool = False
    """Only with its bridge does it belong here."""
    then: Callable[[], None] | None = None

"""The seams of the mind: small protocols, each with a real and a scripted implementation and one contract suite.

Those of the store stand in `mind.store_ports` and are offered here too.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal, Protocol

from mind.bond_events.between import Between, GivenWord
from mind.domain import (
    BondEvent,
    BondSummary,
    Character,
    FactProposal,
    Memory,
    OpenLoop,
    Outfit,
    Person,
    Reason,
    Said,
    Terms,
    Turn,
    Used,
)
from mind.languages import Lang
from mind.reminders.kept import Kept, KeptChange, NewKept
from mind.store_ports import Clothes as Clothes
from mind.store_ports import Json as Json
from mind.store_ports import Keepsakes as Keepsakes
from mind.store_ports import Ledger as Ledger
from mind.store_ports import Loops as Loops
from mind.store_ports import Memories as Memories
from mind.store_ports import Mentions as Mentions
from mind.store_ports import Notes as Notes
from mind.store_ports import Phrases as Phrases
from mind.store_ports import Requests as Requests
from mind.store_ports import Store as Store
from mind.store_ports import TasteSigns as TasteSigns
from mind.store_ports import Turns as Turns
from mind.store_ports import UnitOfWork as UnitOfWork
from mind.taste.taste import NO_CHANGE, Taste, TasteChange
from mind.vectors import TurnVectors as TurnVectors
from mind.wardrobe.holdings import Wardrobe

if TYPE_CHECKING:
    from mind.expectations.loops import LoopChange
    from mind.expectations.occasions import Occasion
    from mind.initiative.hook import Hook
    from mind.memory.recall.recollection import Recollection


@dataclass(frozen=True, slots=True)
class Unheard:
    """A reply that was cut off: what was heard of it, and the rest as a draft where it is known."""

    heard: str
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """All that planning a reply may look at. A plan is a pure function of (text, scene)."""

    now: datetime
    lang: Lang
    """The language she answers in: that of the user's words, else the one they chose."""
    character: Character
    person: Person
    bond: BondSummary
    memories: tuple[Memory, ...]
    """Current memories, newest first: all, or the some hundreds that the words can need (`Memories.at_hand`)."""
    recent: tuple[Turn, ...]
    """The last turns of both before the words being answered, oldest first, at least 80 where there are so many."""
    state: Json
    """The planner's own state as it left it last turn."""
    outfit: str
    outfits: tuple[Outfit, ...]
    last_seen: datetime | None
    """When the last conversation ended; None at the very first."""
    first_today: bool
    seed: int
    brain: Literal["offline", "llm"] = "offline"
    echoes: tuple[Turn, ...] = ()
    """Earlier turns of the user's with nearly the same words as those being answered."""
    reason: Reason | None = None
    """Why she said what she said last; None where she has said nothing."""
    recollection: Recollection | None = None
    """What the words bring to mind of all that was said, where they ask for it or a model answers; without what she shall
    never mention."""
    terms: Terms = field(default_factory=Terms)
    loops: tuple[OpenLoop, ...] = ()
    """What is open between the two."""
    occasions: tuple[Occasion, ...] = ()
    """What she may bring up of herself, without what she brought up lately."""
    frozen: bool = False
    """Words of a crisis are still near: nothing between the two is moved or ended."""
    between: Between = field(default_factory=Between)
    """What is held, hurt or mended between the two."""
    unheard: Unheard | None = None
    """What she was cut off in lately."""
    wardrobe: Wardrobe | None = None
    """What is hers to wear and what she wears; None where her body has outfits alone."""
    taste: Taste = field(default_factory=Taste)
    """What the user likes of her."""
    kept: tuple[Kept, ...] = ()
    """What she keeps until a time, waiting or told and not answered yet, and the good things of the last weeks."""


Deed = Literal["pause", "resume", "reset", "erase"]
"""What the user's words, and no others, do to the bond or to all that is kept."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What she means to do with a turn, before anyone finds the words.

    `draft` is the offline wording, a sentence each, cues written in front as ``[happy] Text``: the offline brain says it,
    an LLM gets `acts`, `need` and `must_use` as direction. `fixed` plans are answers that no brain may reword.
    """

    acts: tuple[str, ...]
    draft: tuple[str, ...]
    need: str = "company"
    must_use: tuple[Memory, ...] = ()
    facts: tuple[FactProposal, ...] = ()
    bond_events: tuple[BondEvent, ...] = ()
    outfit: str | None = None
    """The ready look or outfit she changes into, by its id."""
    look: Json | None = None
    """What she changes into, garment by garment, as plain data of a look."""
    gift: tuple[str, str] | None = None
    """A garment that the user's words give her, and the words."""
    goodbye: bool = False
    fixed: bool = False
    state: Json = field(default_factory=dict)
    name: str | None = None
    """The user's name, where this turn gave it."""
    superseded: tuple[int, ...] = ()
    """Memory ids that the user's words say no longer hold."""
    muted: tuple[int, ...] = ()
    """Memory ids that the user asked her never to mention."""
    unmuted: tuple[int, ...] = ()
    """Memory ids that she may mention again."""
    turns: tuple[int, ...] = ()
    """Ids of turns that the draft quotes."""
    loops: tuple[LoopChange, ...] = ()
    """What the turn does to what is open."""
    brought: tuple[str, ...] = ()
    """Keys of what she brings up of herself."""
    moves_from: int | None = None
    """The sentence of the draft with which the move begins; None where there is only the reaction."""
    bring: tuple[str, ...] = ()
    """Sentences of the draft that a model is to bring in: what she noticed, a promise of hers, a day."""
    terms: Terms | None = None
    """What the two are to each other from now on, where the user's words set it."""
    deed: Deed | None = None
    promises: tuple[GivenWord, ...] = ()
    """What the user promises her in this turn."""
    keeps: tuple[NewKept, ...] = ()
    """What she is to keep until a time: reminders, letters, worries."""
    kept_changes: tuple[KeptChange, ...] = ()
    """What becomes of something kept."""
    used: tuple[Used, ...] = ()
    """What of the user's the draft uses."""
    taste: TasteChange = NO_CHANGE
    """What the turn tells of what the user likes."""


class Planner(Protocol):
    """Perception -> state -> plan, by rules. Pure: the same text and scene give the same plan."""

    def greet(self, scene: Scene) -> Plan:
        """How she opens a conversation."""

    def begin(self, scene: Scene, hook: Hook) -> Plan | None:
        """How she begins a talk by herself, with that reason; None where she has no words for it."""

    def ring(self, scene: Scene) -> Plan | None:
        """What she says where something the user asked for is due; None where nothing is."""

    def keys(self, text: str, lang: Lang, now: datetime) -> frozenset[str]:
        """The keys of memories that `text` may fill, change or end; one that ends in ``*`` stands for all it begins."""

    def respond(self, text: str, scene: Scene) -> Plan:
        """How she answers `text` (non-empty, normalised to at most some thousand characters)."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a chat request."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a brain is asked: `messages` for a language model, `plan` for the offline one."""

    messages: tuple[Message, ...]
    plan: Plan
    memories: tuple[Memory, ...] = ()
    """Those that `messages` tell of."""
    turns: tuple[Said, ...] = ()
    """The turns that `messages` quote from earlier talk."""
    asked: str = ""
    """The user's words that `messages` end in."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """Seconds a brain may take, and the characters it may send."""

    connect: float = 5.0
    first_token: float = 60.0
    idle: float = 20.0
    total: float = 120.0
    characters: int = 4000


class Brain(Protocol):
    """Finds the words. Yields raw text pieces; raises `mind.errors.BrainFault`; closing the iterator stops the server."""

    kind: str
    model: str

    def stream(self, prompt: Prompt, deadline: Deadline) -> AsyncIterator[str]:
        """The reply's text as it comes, cues included, thoughts left out."""

    async def close(self) -> None:
        """Let go of connections; the brain is not used again."""

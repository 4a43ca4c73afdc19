"""How users talk: how often they answer, ask, react, jump, and what they do to their own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Temper:
    """Shares in 0..1 of the turns where it could be done."""

    answer: float = 0.85
    """A question of hers is answered."""
    goes_on: float = 0.35
    """An answer goes on with the story."""
    story: float = 0.7
    """In the middle of a story it goes on, whatever the question."""
    ask: float = 0.1
    """A question to her instead of going on."""
    react: float = 0.25
    """A word on what she said before going on."""
    short: float = 0.0
    """A word or two instead."""
    jump: float = 0.08
    """Another story in the middle of one."""
    two: float = 0.15
    """Two lines at once."""
    play: float = 0.3
    """She is taken up on a game she proposes."""
    starts: float = 0.0
    """A game is started."""
    style: str = ""
    """What is done to the words: `slang`, `plain`."""


TEMPERS: Final[dict[str, Temper]] = {
    "talker": Temper(),
    "terse": Temper(answer=0.8, story=0.3, goes_on=0.1, ask=0.05, react=0.05, short=0.55, jump=0.15, two=0.0,
                   play=0.4, style="plain"),
    "asker": Temper(answer=0.75, goes_on=0.15, ask=0.5, react=0.2, jump=0.1),
    "jumper": Temper(answer=0.4, story=0.3, goes_on=0.2, ask=0.15, react=0.05, jump=0.75, two=0.1, play=0.2),
    "sad": Temper(answer=0.7, goes_on=0.35, ask=0.06, react=0.15, short=0.22, jump=0.05, two=0.08, play=0.15),
    "tester": Temper(answer=0.5, goes_on=0.1, ask=0.45, react=0.2, jump=0.3, play=0.2),
    "switcher": Temper(answer=0.8, ask=0.12, react=0.2),
    "slangy": Temper(answer=0.8, ask=0.12, react=0.25, short=0.12, style="slang"),
    "player": Temper(answer=0.8, ask=0.08, react=0.15, short=0.05, play=0.95, starts=0.35),
    "again": Temper(answer=0.5, story=0.2, ask=0.05, react=0.1),
    "paster": Temper(answer=0.7, ask=0.08, react=0.1, two=0.0),
    "emoji": Temper(answer=0.9, story=0.4, ask=0.0, react=0.0, short=0.3, two=0.0, play=0.1),
    "returner": Temper(answer=0.85, ask=0.18, react=0.25),
}

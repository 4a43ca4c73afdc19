"""A reason to begin. It is always something that is kept, and names where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal

from mind.domain import Relation

HookKind = Literal["loop", "hers", "birthday", "anniversary", "owed", "pattern", "story", "game", "diary"]
"""A dated plan of the user's whose day has come; a promise of hers that is due; a day of the year; words of the user's
without an answer; something she noticed over days; a story or a game they left open; a page she wrote."""
Thanks = Literal["gift"]
"""A gift: for that she thanks at once, which is no initiative of hers and stands in no order here."""

SET_BY_USER: Final[frozenset[HookKind]] = frozenset({"loop", "hers"})
"""What the user's own words or hers to them have put on the list: all that is left after three beginnings without an answer."""
JUST_MET: Final[frozenset[HookKind]] = SET_BY_USER | {"owed", "birthday"}
"""Before she knows somebody: what was put on the list, words that still wait for an answer, and the day they told her of."""
FAMILIAR: Final[frozenset[HookKind]] = JUST_MET | {"story", "game"}
"""With somebody she knows a little what they left open as well. Only friends are told what she noticed
or wrote, and reminded of days the two share."""
FRIENDS: Final = 2
"""The stage from which everything that is kept may be a reason."""
ORDER: Final[tuple[HookKind, ...]] = (
    "loop", "hers", "birthday", "anniversary", "owed", "pattern", "story", "game", "diary",
)  # fmt: skip
"""Of several only the first is said: what has a day before what has none, what was asked for before what she noticed."""
FORWARD: Final[dict[Relation, HookKind]] = {"partner": "anniversary", "mentor": "pattern", "rival": "game"}
"""A kind that comes right after what is owed: days of their own, what is noticed, the game that is still open."""


@dataclass(frozen=True, slots=True)
class Hook:
    """`key` is its name among what she brought up ("loop:12"), the ids say where it is kept, `words` fill a wording's slots.

    `since` is when it came to be one (a plan's day, the day a page was written).
    """

    kind: HookKind | Thanks
    key: str
    since: datetime
    loop_id: int | None = None
    memory_id: int | None = None
    turns: tuple[int, ...] = ()
    """Ids of the turns whose words it uses."""
    words: Mapping[str, str] = field(default_factory=dict, hash=False)


def fitting(stage: int, kind: HookKind | Thanks) -> bool:
    """Whether a beginning of this kind fits how well the two know each other (stage 0..4)."""
    return kind in (JUST_MET, FAMILIAR)[stage] if stage < FRIENDS else True


def best_first(hooks: tuple[Hook, ...], relation: Relation = "friend") -> tuple[Hook, ...]:
    """As they would be taken: by `ORDER`, then what came first. What the two are to each other moves one kind forward."""
    forward = FORWARD.get(relation)

    def place(hook: Hook) -> tuple[float, datetime, str]:
        at = float(ORDER.index(hook.kind)) if hook.kind in ORDER else float(len(ORDER))
        return (1.5 if hook.kind == forward else at, hook.since, hook.key)

    return tuple(sorted(hooks, key=place))

"""What of a plan is said to a language model, and which plans no model may word."""

from __future__ import annotations

import re
from typing import Any, Final

from mind.ports import Plan
from mind.turn.variety.lately import ends_asking

EXACT: Final = frozenset(
    (
        *("time", "date", "stop", "cannot", "outfits", "recall", "forget", "wrong"),
        *("outfit.none", "outfit.only", "outfit.same", "outfit.done", "outfit.now"),
        *("recall.told", "recall.untold", "recall.source", "recall.one", "recall.said", "recall.unknown"),
        *("recall.name", "recall.none", "forget.what", "wrong.what"),
        *("name.confirm", "name.refused", "name.unclear", "why.said"),
        *("expect.dont", "expect.off", "expect.which", "nopeople", "nopeople.lifted"),
        *("reminder.list", "reminder.off", "reminder.quiet", "reminder.loud"),
        *("word.remind", "word.ask", "word.story", "word.luck", "word.when"),
    )
)
"""Answers that are true or false: the clock, the wardrobe, what is remembered. A model would make them up."""

CLOTHES: Final = "clothes."
"""Of her wardrobe: what hangs there, who gave it, what she likes."""
GAME: Final = "game:"
"""Games are state machines of the planner: a model would lose the thread, or the riddle's answer."""
RING: Final = "ring:"
"""What the user asked to be told at a time is told in their own words."""
MOVES: Final = {
    "name": "name_ask", "act": "deed", "mine": "mine_too", "with": "callback", "relation": "tell", "change": "gambit",
    "resume": "propose",
}  # fmt: skip
"""Acts that mean something else after the answer: then they are the move."""
NO_MOVE: Final = "leave"
"""She answers and leaves it there: silence is a move, too."""


def said_by_rules(plan: Plan) -> bool:
    """Whether the plan's own wording is said, whatever brain is set."""
    head = plan.acts[0] if plan.acts else ""
    return plan.fixed or head in EXACT or head.startswith((GAME, CLOTHES, RING))


def direction_words(words: dict[str, Any], plan: Plan) -> list[str]:
    """The plan's acts as short orders, in the words of a language; unknown acts are left out.

    The first is the answer, the next the move: ask, tell, tease, recall, propose, do something, or leave it there.
    """
    table: dict[str, str] = words["acts"]
    stems = [MOVES.get(stem, stem) if at else stem for at, stem in enumerate(map(_stem, plan.acts))]
    if len(stems) == 1 and stems[0] not in LEADS and not _asks(plan):
        stems.append(NO_MOVE)
    found = [table[stem] for stem in stems if stem in table]
    return list(dict.fromkeys(found))


LEADS: Final = frozenset(("greet", "change", "propose", "meant"))
"""Answers that are a move by themselves."""


def _asks(plan: Plan) -> bool:
    """Whether the rules' own wording asks something."""
    return any(ends_asking(sentence) for sentence in plan.draft)


def _stem(act: str) -> str:
    """``feeling:tired`` and ``fallback.quote`` by their first word."""
    return re.split(r"[:.!?]", act, maxsplit=1)[0]

"""What of a plan is said to a language model, and which plans no model may word."""

from __future__ import annotations

from typing import Any, Final

from mind.ports import Plan

EXACT: Final = frozenset(
    (
        *("time", "date", "stop", "cannot", "outfits", "recall", "forget", "wrong"),
        *("outfit.none", "outfit.only", "outfit.same", "outfit.done", "outfit.now"),
        *("recall.told", "recall.untold", "recall.source", "recall.one", "recall.said", "recall.unknown"),
        *("recall.name", "recall.none", "forget.what", "wrong.what"),
        *("name.confirm", "name.refused", "name.unclear", "why.said"),
        *("expect.dont", "expect.off", "expect.which", "nopeople", "nopeople.lifted"),
        *("word.remind", "word.ask", "word.story", "word.luck", "word.when"),
    )
)
"""Answers that are true or false: the clock, the wardrobe, what is remembered. A model would make them up."""

CLOTHES: Final = "clothes."
"""Of her wardrobe: what hangs there, who gave it, what she likes."""
GAME: Final = "game:"
"""Games are state machines of the planner: a model would lose the thread, or the riddle's answer."""


def said_by_rules(plan: Plan) -> bool:
    """Whether the plan's own wording is said, whatever brain is set."""
    head = plan.acts[0] if plan.acts else ""
    return plan.fixed or head in EXACT or head.startswith((GAME, CLOTHES))


def direction_words(words: dict[str, Any], plan: Plan) -> list[str]:
    """The plan's acts as short orders, in the words of a language; unknown acts are left out."""
    table: dict[str, str] = words["acts"]
    # After the answer, "name" is the move that asks for one.
    stems = ["name_ask" if at and act == "name" else _stem(act) for at, act in enumerate(plan.acts)]
    found = [table[stem] for stem in stems if stem in table]
    return list(dict.fromkeys(found))


def _stem(act: str) -> str:
    """``feeling:tired`` and ``fallback.quote`` by their first word."""
    return act.replace("?", ":").partition(":")[0].partition(".")[0]

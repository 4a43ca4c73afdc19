"""The one thing without an undo: asked once, and told what goes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.theme.words import words
from desktop.widgets.ask import ask
from mind.domain import Memory
from mind.turn.memory_book import ForgetCost

LONGEST = 120


def what_goes(cost: ForgetCost) -> str:
    """The parts that forgetting takes, as a list in words."""
    parts = [words()("receipt.part_wordings" if cost.wordings > 1 else "receipt.part_memory")]
    for name, count in (("turns", cost.reach.turns), ("diary", cost.reach.diary), ("notes", cost.reach.summaries)):
        if count == 1:
            parts.append(words()(f"receipt.part_{name}_1"))
        elif count:
            parts.append(words()(f"receipt.part_{name}_n", count=count))
    return words()("receipt.comma").join(parts)


def ask_forget(parent: QWidget, memory: Memory, cost: ForgetCost) -> bool:
    """Ask, and wait for the answer; Cancel is the default."""
    text = memory.text if len(memory.text) <= LONGEST else memory.text[: LONGEST - 1] + "…"
    parts = what_goes(cost)
    return ask(parent, "receipt.forget_title", "receipt.forget_text", "receipt.forget_now", text=text, parts=parts)

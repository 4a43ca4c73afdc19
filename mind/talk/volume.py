"""How much a language holds, counted as a talk uses it, with the least that a month needs.

Shown by ``python -m mind.talk.lint --counts``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from mind.talk.content import Content
from mind.talk.ledger import split_sentences
from mind.talk.units import Lines

LEAST: Final[dict[str, int]] = {
    "reaction skeletons": 240, "fact kinds": 110, "topics with rejoinders": 25, "questions of hers": 120, "stories": 12,
}
"""What a month needs; Japanese carries an evening and is only counted."""
FOR_EACH: Final = 3
"""Questions with all their answers that make a topic one that can be talked about."""
REACTING: Final = (
    "echo.", "reflect", "fallback.", "low.", "feeling.", "lead", "answer.", "said.", "long.", "with.", "back.", "bridge",
)  # fmt: skip
"""Frames that take up what was said."""


@dataclass(frozen=True, slots=True)
class Volume:
    """One row of the table."""

    name: str
    count: int
    least: int | None = None

    @property
    def short(self) -> bool:
        """Whether less is there than is needed."""
        return self.least is not None and self.count < self.least


def volumes(content: Content) -> list[Volume]:
    """All rows of a language."""
    least = LEAST if content.lang != "ja" else {}
    counted = {
        "reaction skeletons": sum(_slotted(lines) for lines in _reactions(content)),
        "reactions without a slot": sum(len(lines) - _slotted(lines) for lines in _reactions(content)),
        "fact kinds": len(content.facts),
        "acts": len(content.acts),
        "patterns": sum(len(act.match.patterns) for act in content.acts.values())
                    + sum(len(fact.match.patterns) for fact in content.facts.values()),
        "topics": len(content.topics),
        "topics with rejoinders": _answered(content),
        "questions of hers": len(content.gambits),
        "answers to them": sum(len(branch.say) for gambit in content.gambits.values() for branch in gambit.on),
        "things she tells": sum(len(tell.say) for tell in content.tells.values()),
        "steps of her days": sum(len(day.steps) + len(day.more) + len(day.done) for day in content.days.values()),
        "greetings": sum(len(greet.say) for greet in content.greets.values()),
        "stories": len(content.stories),
        "riddles": len(content.riddles),
        "would you rather": len(content.rathers),
    }
    return [Volume(name, count, least.get(name)) for name, count in counted.items()]


def _reactions(content: Content) -> Iterable[Lines]:
    yield from (act.say for act in content.acts.values() if act.tier >= 4)
    yield from (lines for fact in content.facts.values() for lines in (fact.say, fact.ask))
    yield from (lines for feeling in content.feelings.values() for lines in (feeling.say, feeling.ask))
    yield from (lines for name, lines in content.frames.items() if name.startswith(REACTING))


def _slotted(lines: Lines) -> int:
    """Wordings that serve again and again: every sentence holds a slot."""
    return sum(all("{" in sentence for sentence in split_sentences(line.text)) for line in lines)


def _answered(content: Content) -> int:
    """Topics with enough questions that have an own answer, a reason, and words for a yes, a shrug and anything."""
    full: dict[str, int] = {}
    for gambit in content.gambits.values():
        sorts = {branch.sort for branch in gambit.on}
        if gambit.mine and gambit.why and {"dunno", "any"} <= sorts and len(gambit.on) >= 3:
            full[gambit.topic] = full.get(gambit.topic, 0) + 1
    return sum(count >= FOR_EACH for count in full.values())


def table(content: Content) -> str:
    """The rows as text."""
    rows = [f"{content.lang}:"]
    for row in volumes(content):
        need = f"  (at least {row.least}{', short' if row.short else ''})" if row.least is not None else ""
        rows.append(f"  {row.name:26}{row.count:7}{need}")
    return "\n".join(rows)

"""The bond in words: names of the stages, and each cause as a sentence anyone understands."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Final

from assets import asset
from mind.bond.model import worth_telling
from mind.domain import BondChange
from mind.languages import Lang

LONGEST_QUOTE: Final = 120

OTHER: Final = "other"

LOWERS: Final = frozenset({"hurt"})
"""Fields whose rise is a loss."""
NEITHER: Final = frozenset({"tension"})
"""Fields that are a matter of tone: their rise is neither gain nor loss."""


@dataclass(frozen=True, slots=True)
class Cause:
    """One thing that happened, with all it moved, newest lines first. `good` is None where it neither helped nor hurt."""

    cause: str
    rule: str
    quote: str
    at: datetime
    turn_id: int | None
    changes: tuple[BondChange, ...]

    @property
    def slight(self) -> bool:
        """Whether only time passed, and too little of it to be worth a line."""
        return self.cause == "time" and not any(worth_telling(change.field, change.delta) for change in self.changes)

    @property
    def good(self) -> bool | None:
        if self.cause == "time":
            return None
        counted = [change for change in self.changes if change.field not in NEITHER]
        net = sum(-change.delta if change.field in LOWERS else change.delta for change in counted)
        return None if net == 0 else net > 0


def stage_name(stage: int, lang: Lang) -> str:
    """The word for a stage 0..4."""
    return str(_texts(lang)["stages"][stage])


def cause_sentence(change: BondChange | Cause, lang: Lang) -> str:
    """Why the bond moved, to the user, with their words where there are any: ``You told her about yourself: “…”``.

    Time and absence are told as they are and blame nobody.
    """
    sentences = _texts(lang)["causes"]
    name = change.cause
    if change.cause == "milestone":
        name = change.rule
    elif change.rule == "repeat":
        name = "repeat"
    return _quoting(str(sentences[name]), change.quote, lang)


def event_sentence(kind: str, quote: str, lang: Lang) -> str:
    """What was proposed, whatever became of it: the sentence of its kind, with the words it came from."""
    sentences = _texts(lang)["causes"]
    return _quoting(str(sentences.get(kind, sentences["unknown"])), quote, lang)


def refusal_sentence(rule: str, lang: Lang) -> str:
    """Why an event did not count, by the rule it met."""
    refused = _texts(lang)["refused"]
    return str(refused.get(rule, refused[OTHER]))


def refusals() -> frozenset[str]:
    """The rules that let nothing move."""
    return frozenset(_texts("en")["refused"]) - {OTHER}


def _quoting(sentence: str, quote: str, lang: Lang) -> str:
    quote = " ".join(quote.split())
    if not quote:
        return sentence + str(_texts(lang)["stop"])
    if len(quote) > LONGEST_QUOTE:
        quote = quote[: LONGEST_QUOTE - 1].rstrip() + "…"
    return str(_texts(lang)["quoted"]).format(sentence=sentence, quote=quote)


def causes(changes: Iterable[BondChange]) -> tuple[Cause, ...]:
    """Ledger lines gathered to the things that happened, in the order of the lines."""
    gathered: dict[object, list[BondChange]] = {}
    for line in changes:
        gathered.setdefault((line.cause, line.rule, line.quote, line.at, line.turn_id), []).append(line)
    return tuple(_cause(tuple(lines)) for lines in gathered.values())


def _cause(lines: tuple[BondChange, ...]) -> Cause:
    first = lines[0]
    return Cause(first.cause, first.rule, first.quote, first.at, first.turn_id, lines)


@cache
def _texts(lang: Lang) -> dict[str, Any]:
    return tomllib.loads(asset("texts", "bond", f"{lang}.toml").read_text(encoding="utf-8"))

"""Whether what she keeps of a user is true, whole, and used: by the truth table of the user's own lines.

Precision: of the memories kept at the end, the share that is not wrong. Wrong is: another value than the table's under a key of
the table; a value that had ended; anything out of words that were not to be believed; and, for a key that the table does not
hold, words that do not stand in the quote it rests on. Recall: of the table's facts that hold at the end, the share found among
the memories. Use: of the memories that were kept five exchanges before the end or earlier, the share that a later reply rests
on or whose whole value a later reply says within 14 days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from mind.domain import Memory
from mind.talk.bench.measures.user_words import Lexicon, content
from mind.talk.bench.truth import stands_in

if TYPE_CHECKING:
    from mind.talk.bench.talk import Talk

DAYS: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Believed:
    """Counts; `unlisted` are memories whose key the table does not hold and whose words stand in their quote."""

    kept: int
    wrong: tuple[Memory, ...]
    unlisted: int
    told: int
    """Facts of the table that hold at the end."""
    missed: tuple[str, ...]
    usable: int
    used: int

    @property
    def precision(self) -> float:
        """1 where nothing is kept."""
        return 1 - len(self.wrong) / self.kept if self.kept else 1.0

    @property
    def recall(self) -> float:
        """1 where nothing was told."""
        return 1 - len(self.missed) / self.told if self.told else 1.0

    @property
    def use(self) -> float:
        """1 where nothing could be used."""
        return self.used / self.usable if self.usable else 1.0


def believed(talk: Talk, lexicon: Lexicon) -> Believed:
    """Judge what is kept at the end of a talk."""
    wrong, unlisted = [], 0
    theirs = [memory for memory in talk.memories if memory.key.startswith("user.")]  # what she promised is in her own words
    for memory in theirs:
        verdict = talk.table.verdict(memory)
        if verdict == "open" and _supported(memory, talk, lexicon):
            unlisted += 1
        elif verdict != "true":
            wrong.append(memory)
    truths = talk.truths()
    missed = tuple(f"{one.keys[0]} = {one.value}" for one in truths if not talk.table.found(one, talk.memories))
    usable, used = _uses(talk)
    return Believed(len(theirs), tuple(wrong), unlisted, len(truths), missed, usable, used)


def _supported(memory: Memory, talk: Talk, lexicon: Lexicon) -> bool:
    """Its quote stands in a turn of the user's, and in it what was taken out of it (persons and endings aside); a rule that takes
    nothing out says what the whole quote means, and is left to the table."""
    quote = content(memory.quote, memory.lang, lexicon)
    value = content(" ".join(memory.slots.values()), memory.lang, lexicon)
    said = any(stands_in(memory.quote, one.text) for one in talk.turns)
    return said and (not value or bool(value & quote))


def _uses(talk: Talk) -> tuple[int, int]:
    """How many memories could be used, and how many were."""
    first: dict[int, int] = {}
    for number, kept in talk.values.items():
        for memory_id, _ in kept:
            first.setdefault(memory_id, number)
    last = len(talk.exchanges) - 1
    values = {memory_id: value for kept in talk.values.values() for memory_id, value in kept}
    usable = {memory_id: number for memory_id, number in first.items() if last - number >= 5}
    used = {memory_id for memory_id, number in usable.items() if _used(talk, memory_id, values[memory_id], number)}
    return len(usable), len(used)


def _used(talk: Talk, memory_id: int, value: str, since: int) -> bool:
    told = talk.exchanges[since].at
    for one in talk.exchanges[since + 1:]:
        if one.at - told > DAYS:
            return False
        if memory_id in talk.used.get(one.number, ()):
            return True
        if len(value) >= 2 and value.lower() in one.reply.lower() and value.lower() not in one.text.lower():
            return True
    return False

"""What she promises in a reply ("I'll ask you on Friday"): kept with its day, as her own words and nobody else's. Pure.

A promise that needs a body or a telephone is kept even without a day, so that she can take it back.
"""

from __future__ import annotations

import re
from typing import Final

from mind.domain import FactProposal, Turn
from mind.expectations.hers import sort_of
from mind.memory.extraction.commands import MARKS
from mind.memory.extraction.kinds import fill_verbatim, kept_texts
from mind.talk.normalise import clauses, clean
from mind.talk.slots import slug
from mind.talk.times import find_time

KIND: Final = "her.promise"
LONGEST: Final = 160
QUOTED: Final = re.compile(r"\"[^\"]*\"|“[^”]*”|「[^」]*」|『[^』]*』")
"""What she only says back is promised no second time."""
DENIED: Final = re.compile(
    # What is only likened to something is promised as little as what is refused or hangs on an if.
    r"\bif\b|\bcan't\b|\bwon't\b|\bcannot\b|\bnot\b|\bnever\b|要是|如果|不会|不能|没法|もし|なら|ません|できない"
    r"|好像|像是|就算|ような|みたい", re.IGNORECASE
)


def promised(turn: Turn) -> FactProposal | None:
    """The first promise in a reply of hers that has a day, or that she cannot keep; None where she made none."""
    if turn.speaker != "companion" or turn.ended not in ("complete", None):
        return None
    for sentence in re.split(r"(?<=[.!?。！？…])\s*|\n+", QUOTED.sub("", turn.text)):
        words = sentence.strip()
        if not words or len(words) > LONGEST or words.endswith(("?", "？")) or MARKS.search(words):
            continue
        sort = sort_of(words, turn.lang)
        if sort is None or DENIED.search(words):
            continue
        found = (find_time(clause, turn.at) for clause in clauses(clean(words), turn.lang))
        due = next((when.due for when in found if when is not None and when.due > turn.at), None)
        if due is not None or sort == "cannot":
            said = words.rstrip(".。")
            text = fill_verbatim(kept_texts(turn.lang)["promise"]["text"], {"x": said})
            return FactProposal(
                KIND, f"her.promise.{slug(said)}", said, text, words, turn.lang, 0.9, single=False, due=due,
                slots={"x": said}, source="character",
            )  # fmt: skip
    return None

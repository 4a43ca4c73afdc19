"""What she promises in a reply ("I'll ask you on Friday"): kept with its day, as her own words and nobody else's. Pure."""

from __future__ import annotations

import re
from typing import Final

from mind.domain import FactProposal, Turn
from mind.languages import Lang
from mind.memory.extraction.commands import MARKS
from mind.memory.extraction.kinds import fill_verbatim, kept_texts
from mind.talk.normalise import clauses, clean
from mind.talk.slots import slug
from mind.talk.times import find_time

KIND: Final = "her.promise"
LONGEST: Final = 160
PROMISES: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(
        r"\bi(?:'ll| will| promise to) (?:definitely |certainly )?(?:ask|remind|check|tell|wish|bring|come back|think of|"
        r"keep|cross|remember|look|play|read|save)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("我(?:会|一定|到时候?|那天|记着|来)*(?:问你|问问|提醒你|告诉你|想着你|给你讲|陪你|祝你|接着问|回来问)"),
    "ja": re.compile(
        "(?:聞き|うかがい|伺い|尋ね|お知らせし|声をかけ|思い出し|お話しし|応援し|聞かせてもらい|聞かせてください)(?:ます|に)"
    ),
}
DENIED: Final = re.compile(r"\bif\b|\bcan't\b|\bwon't\b|要是|如果|不会|もし|なら|ません")


def promised(turn: Turn) -> FactProposal | None:
    """The first promise with a day in a reply of hers; None where she made none."""
    if turn.speaker != "companion" or turn.ended not in ("complete", None):
        return None
    for sentence in re.split(r"(?<=[.!?。！？…])\s*|\n+", turn.text):
        words = sentence.strip()
        if not words or len(words) > LONGEST or words.endswith(("?", "？")) or MARKS.search(words):
            continue
        if not PROMISES[turn.lang].search(words) or DENIED.search(words.casefold()):
            continue
        found = (find_time(clause, turn.at) for clause in clauses(clean(words), turn.lang))
        due = next((when.due for when in found if when is not None and when.due > turn.at), None)
        if due is not None:
            said = words.rstrip(".。")
            text = fill_verbatim(kept_texts(turn.lang)["promise"]["text"], {"x": said})
            return FactProposal(
                KIND, f"her.promise.{slug(said)}", said, text, words, turn.lang, 0.9, single=False, due=due,
                slots={"x": said}, source="character",
            )  # fmt: skip
    return None

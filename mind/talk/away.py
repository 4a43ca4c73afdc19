"""Greetings that answer the last goodbye: who went to the dentist is asked how it was, who said good night gets a good morning.

Where they went is read out of their last words (acts ``leave.REASON``), which the store keeps and forgetting reaches; nothing of
it stands in the planner's state. How long they were away chooses the wording and is never mentioned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from mind.languages import Lang
from mind.talk.perceive import perceive
from mind.talk.scenery import MOMENT, Env, Talk, slot_env
from mind.talk.step import Step
from mind.talk.units import Lines

LAST_WORDS: Final = 3
"""Turns of the user's before they left that may say where to."""
LASTING: Final = frozenset({"health", "travel", "people", "study", "work"})
"""Reasons that are still asked after when days have gone by."""
STALE: Final = timedelta(days=10)
LEAVE: Final = "leave."
GOING: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:off|heading|gotta|brb|(?:got|have|need) to|must|i'?ll go|i'?m going|going to go)\b"),
    "zh": re.compile(r"^(?:那)?(?:我)?(?:先|要|得|该|去)"),
    "ja": re.compile(r"(?:きます|くる|行きます|行く|ますね|ないと|なきゃ|なので)[。ねよ]*$"),
}
"""Who leaves without a goodbye says at least that they are going."""


def left_for(talk: Talk) -> tuple[str, Env] | None:
    """The reason in their last words, and what it names; None where they gave none or came back too late to ask."""
    last = talk.scene.last_seen
    if last is None or talk.scene.now - last > STALE:
        return None
    words = [t for t in talk.scene.recent if t.speaker == "user"][-LAST_WORDS:]
    said_bye = False
    for turn in reversed(words):
        if last - turn.at > MOMENT or turn.lang != talk.content.lang:
            break
        p = perceive(turn.text, talk.content, turn.at)
        said_bye = said_bye or any(hit.act.goodbye for hit in p.acts)
        hits = [hit for hit in p.acts if hit.act.id.startswith(LEAVE)]
        going = said_bye or (turn is words[-1] and bool(GOING[p.lang].search(turn.text.lower())))
        if hits and going and not p.question and not any(fact.due for fact in p.facts):
            best = max(hits, key=lambda hit: (bool(hit.slots), hit.weight))
            return best.act.id.removeprefix(LEAVE), slot_env(best.slots, p.lang)
        if not said_bye and p.words > 6:
            break
    return None


def after_leaving(talk: Talk, hello: Lines) -> Iterator[Step]:
    """The greeting that takes it up."""
    found = left_for(talk)
    if found is None:
        return
    reason, env = found
    if talk.conditions["away"] == "days" and reason not in LASTING:
        return
    lines = talk.content.frame(f"greet.after.{reason}")
    if reason == "sleep" and talk.conditions["away"] == "days":
        return
    if any(line.when.holds(talk.conditions) for line in lines):
        yield Step(f"greet:after.{reason}", hello, more=((lines, env),))

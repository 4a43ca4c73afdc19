"""Who the user is to her, and what the two of them are: facts that hold now, gathered. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from mind.bond.words import Cause, stage_name
from mind.domain import Memory, NoteSentence
from mind.languages import Lang
from mind.memory.consolidation.day_note import enumeration
from mind.memory.consolidation.facts_told import cut_short, group_of
from mind.memory.consolidation.quotes import steers
from mind.memory.consolidation.wordings import Wordings
from mind.talk.saydate import say_date

ORDER: Final = (
    ("name", "home", "work"), ("kin", "pet"), ("like", "dislike"), ("goal", "fear", "health", "now", "other"),
    ("good", "bad", "loss"), ("plan",),
)  # fmt: skip
"""The groups of facts by paragraph."""
MOST: Final = 7
"""Facts a paragraph."""
KIND_WORDS: Final = 2
RETURNS: Final = 3


def portrait(known: Sequence[Memory], lang: Lang, now: datetime) -> tuple[NoteSentence, ...]:
    """The user in their own facts: what is nearest to her mind first, a paragraph a side of life."""
    fit = [
        one for one in known
        if one.holds and one.lang == lang and one.source == "user" and not one.muted and not steers(one.text)
        and not cut_short(one)
        and not (one.due is not None and one.due < now)
    ]  # fmt: skip
    made = []
    for number, groups in enumerate(ORDER, 1):
        here = [one for one in fit if group_of(one) in groups]
        here = sorted(here, key=lambda one: (-one.pinned, -one.salience, -one.id))[:MOST]
        here.sort(key=lambda one: (groups.index(group_of(one)), one.id))
        made += [NoteSentence(one.text, (one.turn_id,), (one.id,), paragraph=number) for one in here]
    return tuple(made)


def us(
    stage: int, first: tuple[int, datetime] | None, causes: Sequence[Cause], known: Sequence[Memory], wordings: Wordings
) -> tuple[NoteSentence, ...]:
    """The two of them: since when, the word for it, kind words, what was mended, what they come back to.

    `first` is the first turn between them and its time; `causes` of the bond, newest first, without hard evenings.
    """
    if first is None:
        return ()
    lang = wordings.lang
    turn_id, at = first
    made = [
        _of(wordings.take("us.first", {"date": say_date(at, lang)}), (turn_id,)),
        _of(wordings.take("us.stage", {"stage": stage_name(stage, lang)}), _milestone(causes) or (turn_id,)),
    ]
    kind = [one for one in causes if one.cause == "affection" and one.quote and one.turn_id and len(one.quote) <= 80]
    for cause in kind[:KIND_WORDS]:
        made.append(_of(wordings.take("us.kind", {"quote": cause.quote.strip(" .。!！")}), (cause.turn_id or 0,)))
    mended = next((one for one in causes if one.cause == "repair" and one.turn_id), None)
    if mended is not None:
        made.append(_of(wordings.take("us.mended", {}), (mended.turn_id or 0,)))
    used = [one for one in known if one.uses and one.holds and not one.muted and one.lang == lang]
    used.sort(key=lambda one: -one.uses)
    things = [one for one in used if one.slots.get("name") or one.slots.get("x")][:RETURNS]
    if things:
        names = list(dict.fromkeys(one.slots.get("name") or one.slots["x"] for one in things))
        text = wordings.take("us.returns", {"things": enumeration(names, wordings)})
        made.append(NoteSentence(text or "", (), tuple(one.id for one in things), paragraph=2))
    return tuple(one for one in made if one.text)


def _milestone(causes: Sequence[Cause]) -> tuple[int, ...]:
    found = next((one.turn_id for one in causes if one.rule == "stage_up" and one.turn_id), None)
    return (found,) if found else ()


def _of(text: str | None, turns: tuple[int, ...]) -> NoteSentence:
    return NoteSentence(text or "", turns)

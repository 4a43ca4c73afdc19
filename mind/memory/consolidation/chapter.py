"""A chapter: a week on one page, from what its days left. Pure."""

from __future__ import annotations

from datetime import date, datetime, time, timezone
from typing import Final

from mind.domain import NoteSentence
from mind.memory.consolidation.beats import Beat, beats
from mind.memory.consolidation.day_note import day_mood
from mind.memory.consolidation.facts_told import WEIGHT, capital, group_of, told
from mind.memory.consolidation.material import Material
from mind.memory.consolidation.wordings import Wordings
from mind.talk.saydate import say_date

FACTS: Final = 6
LEAST_DAYS: Final = 2
"""A week with fewer days of talk has no chapter: its page says it all."""


def chapter(days: tuple[Material, ...], wordings: Wordings) -> tuple[NoteSentence, ...]:
    """What a week amounts to, title first; empty where there was too little."""
    told_days = tuple(day for day in days if day.said or day.facts)
    if len(told_days) < LEAST_DAYS:
        return ()
    offered = [(day, beat) for day in told_days for beat in beats(day, wordings)]
    offered.sort(key=lambda pair: (-pair[1].weight, pair[0].day))
    return (
        *_title([beat for _, beat in offered], told_days, wordings), *_opening(told_days, wordings),
        *_facts(told_days, wordings), *_quote([beat for _, beat in offered], wordings), *_mood(told_days, wordings),
        *_bond(told_days, wordings), *_ahead(told_days[-1], wordings),
    )  # fmt: skip


def _title(offered: list[Beat], days: tuple[Material, ...], wordings: Wordings) -> list[NoteSentence]:
    named = list({beat.label: beat for beat in reversed(offered) if beat.label and beat.group != "name"}.values())[::-1][:2]
    if not named:
        return [NoteSentence(wordings.take("chapter.title.plain", {}) or "", (days[0].first, days[-1].last), paragraph=0)]
    env = {"a": named[0].label, "A": capital(named[0].label, wordings.lang), "b": named[-1].label}
    text = wordings.take("chapter.title.two" if len(named) > 1 else "chapter.title.one", env)
    turns = tuple(dict.fromkeys(turn for beat in named for turn in beat.turns))
    memories = tuple(dict.fromkeys(memory for beat in named for memory in beat.memories))
    return [NoteSentence(text or "", turns, memories, paragraph=0)]


def _opening(days: tuple[Material, ...], wordings: Wordings) -> list[NoteSentence]:
    first, last = (datetime.combine(date.fromisoformat(one.day), time(12), timezone.utc) for one in (days[0], days[-1]))
    env = {"from": say_date(first, wordings.lang), "to": say_date(last, wordings.lang)}
    return [NoteSentence(wordings.take("chapter.open", env) or "", (days[0].first, days[-1].last), paragraph=1)]


def _facts(days: tuple[Material, ...], wordings: Wordings) -> list[NoteSentence]:
    """The weightiest of what was learnt, in the order told."""
    learnt = [memory for day in days for memory in day.facts]
    kept = sorted(learnt, key=lambda one: (-WEIGHT.get(group_of(one), 1.0), one.id))[:FACTS]
    now = datetime.combine(date.fromisoformat(days[-1].day), time(20), timezone.utc)
    made = []
    for memory in sorted(kept, key=lambda one: one.id):
        text = wordings.take("day.learnt", told(memory, wordings, now).env)
        made.append(NoteSentence(text or memory.text, (memory.turn_id,), (memory.id,), paragraph=1))
    return made


def _quote(offered: list[Beat], wordings: Wordings) -> list[NoteSentence]:
    best = next((beat for beat in offered if beat.group == "quote"), None)
    if best is None:
        return []
    return [NoteSentence(wordings.take("chapter.quote", best.env) or "", best.turns, best.memories, paragraph=2)]


def _mood(days: tuple[Material, ...], wordings: Wordings) -> list[NoteSentence]:
    moods = [(mood, turns) for mood, turns in map(day_mood, days) if mood]
    light = {"bright", "ease", "up"}
    if len(moods) < LEAST_DAYS:
        return []
    first, last = moods[0][0] in light, moods[-1][0] in light
    if first != last:
        pool = "chapter.felt.up" if last else "chapter.felt.down"
        return [NoteSentence(wordings.take(pool, {}) or "", moods[0][1] + moods[-1][1], paragraph=2)]
    same = [turns for mood, turns in moods if (mood in light) == first]
    pool = "chapter.felt.bright" if first else "chapter.felt.low"
    return [NoteSentence(wordings.take(pool, {}) or "", tuple(turn for turns in same for turn in turns)[:6], paragraph=2)]


def _bond(days: tuple[Material, ...], wordings: Wordings) -> list[NoteSentence]:
    made: list[NoteSentence] = []
    for day in days:
        for cause in day.causes:
            turns = (cause.turn_id,) if cause.turn_id is not None else (day.last,)
            pool = {"milestone": "chapter.closer", "repair": "chapter.mended"}.get(cause.cause, "")
            if pool and (cause.cause == "repair" or cause.rule == "stage_up") and len(made) < 2:
                made.append(NoteSentence(wordings.take(pool, {}) or "", turns, paragraph=2))
    return made


def _ahead(last: Material, wordings: Wordings) -> list[NoteSentence]:
    now = datetime.combine(date.fromisoformat(last.day), time(20), timezone.utc)
    made = []
    for memory in last.ahead[:2]:
        text = wordings.take("chapter.ahead", told(memory, wordings, now).env)
        made.append(NoteSentence(text or memory.text, (), (memory.id,), paragraph=3))
    return made

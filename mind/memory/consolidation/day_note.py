"""The note of a day: what was talked of, learnt, felt and left open, each sentence with its receipts. Pure."""

from __future__ import annotations

from datetime import datetime, time, timezone
from typing import Final

from mind.domain import NoteSentence
from mind.memory.consolidation.beats import Beat, beats, mood_of
from mind.memory.consolidation.facts_told import cut_short, told
from mind.memory.consolidation.material import Material
from mind.memory.consolidation.wordings import Wordings

THINGS: Final = 4
QUOTES: Final = 3
TALKED, LEARNT, FELT, OPEN = 1, 2, 3, 4


def day_note(material: Material, wordings: Wordings) -> tuple[NoteSentence, ...]:
    """Plain sentences, no two of the same; empty where nothing may be told."""
    offered = beats(material, wordings)
    return (
        *_talked(offered, wordings), *_learnt(material, wordings), *_felt(material, wordings), *_open(material, wordings),
    )  # fmt: skip


def enumeration(things: list[str], wordings: Wordings) -> str:
    """Several things in one sentence, as the language lists them."""
    *head, last = things
    comma, last_but = wordings.word("lists", "comma"), wordings.word("lists", "and")
    return f"{comma.join(head)}{last_but}{last}" if head else last


def _talked(offered: tuple[Beat, ...], wordings: Wordings) -> list[NoteSentence]:
    made = []
    named = list({beat.label: beat for beat in reversed(offered) if beat.label}.values())[::-1][:THINGS]
    if named:
        things = enumeration([beat.label for beat in named], wordings)
        turns = tuple(dict.fromkeys(turn for beat in named for turn in beat.turns))
        memories = tuple(dict.fromkeys(memory for beat in named for memory in beat.memories))
        made.append(NoteSentence(wordings.take("day.talked", {"things": things}) or things, turns, memories, paragraph=TALKED))
    for beat in [one for one in offered if one.group == "quote"][:QUOTES]:
        text = wordings.take("day.said", beat.env)
        if text:
            made.append(NoteSentence(text, beat.turns, beat.memories, paragraph=TALKED))
    return made


def _learnt(material: Material, wordings: Wordings) -> list[NoteSentence]:
    now = _evening(material)
    made = []
    replaced = {new.id: old for old, new in material.replaced}
    for memory in material.facts:
        env = told(memory, wordings, now).env
        old = replaced.get(memory.id)
        if old is not None:
            before = told(old, wordings, now).env
            pair = {"new": env["fact"], "New": env["Fact"], "old": before["fact"]}
            text = wordings.take("day.changed", pair)
            made.append(NoteSentence(text or memory.text, (memory.turn_id,), (old.id, memory.id), paragraph=LEARNT))
        else:
            text = wordings.take("day.said", {"quote": memory.quote}) if cut_short(memory) else wordings.take("day.learnt", env)
            made.append(NoteSentence(text or memory.text, (memory.turn_id,), (memory.id,), paragraph=LEARNT))
    return made


def day_mood(material: Material) -> tuple[str, tuple[int, ...]]:
    """The mood of a day in one word of the wordings ("up", "low"), and the turns that show it; empty where none was told."""
    felt = [said for said in material.said if mood_of(said.feeling)]
    if not felt:
        return "", ()
    if len(felt) > 1 and felt[0].valence * felt[-1].valence < 0:
        return ("up" if felt[-1].valence > 0 else "down"), (felt[0].turn.id, felt[-1].turn.id)
    most = max(felt, key=lambda said: (said.strength, said.turn.id))
    return mood_of(most.feeling), (most.turn.id,)


def _felt(material: Material, wordings: Wordings) -> list[NoteSentence]:
    made = []
    mood, turns = day_mood(material)
    if mood:
        text = wordings.take("day.felt", {"felt": wordings.word("moods", mood)})
        made.append(NoteSentence(text or mood, turns, paragraph=FELT))
    if material.hard:
        made.append(NoteSentence(wordings.take("day.hard", {}) or "", material.hard, paragraph=FELT))
    return made


def _open(material: Material, wordings: Wordings) -> list[NoteSentence]:
    made = []
    for memory in material.ahead[:3]:
        env = told(memory, wordings, _evening(material)).env
        text = wordings.take("day.open", env)
        made.append(NoteSentence(text or memory.text, (), (memory.id,), paragraph=OPEN))
    return made


def _evening(material: Material) -> datetime:
    return datetime.combine(datetime.fromisoformat(material.day), time(20), timezone.utc)

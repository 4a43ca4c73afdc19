"""What a question about the past brings to mind for one reply, without what she shall never mention."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mind.domain import Said, Turn
from mind.memory import Query, Recalled, Recollection, recall
from mind.memory.encoders.meaning import Meaning, Sense
from mind.ports import Scene, UnitOfWork
from mind.talk.telling_back import asked_text, looks_back
from mind.turn.called import called
from mind.turn.words import read_words

WANTED: Final = 24
READ: Final = 400


async def sense_of(meaning: Meaning | None, turn: Turn, *, llm: bool = False) -> Sense | None:
    """The words of a turn in the encoder's space, if `bring_to_mind` wants them and it can be had in good time."""
    text = read_words(turn.text)
    if meaning is None or not (llm or looks_back(text, turn.lang)):
        return None
    return await meaning.question(text[:READ])


def bring_to_mind(
    uow: UnitOfWork, scene: Scene, answering: Turn, text: str, sense: Sense | None = None
) -> Recollection | None:
    """The turns that the words ask for or, where a model answers, bring to mind. None where they ask for none. Reads only."""
    back = looks_back(text, scene.lang)
    if not text or not (back or scene.brain == "llm"):
        return None
    asked = asked_text(text, scene.lang, scene.recent) if back else text
    names = called(scene.character, scene.person)
    query = Query(asked[:READ], scene.lang, scene.now, names, before=answering.id)
    if sense is not None:
        query = replace(query, vector=sense.vector, encoder=sense.key)
    found = recall(uow, query, WANTED, facts=0)
    return replace(found, turns=_speakable(uow, found.turns, answering))


def _speakable(uow: UnitOfWork, turns: tuple[Recalled, ...], answering: Turn) -> tuple[Recalled, ...]:
    """Without what is hidden, without the question itself, and without her own tellings of what was said before."""
    around = {one.id for each in turns for one in (each.turn, each.before, each.after) if one is not None}
    hidden = set(uow.memories.hushed_turns(sorted(around))) | {turn for turn in around if turn >= answering.id}
    hers = {one.id for each in turns for one in (each.turn, each.before, each.after) if one and one.speaker == "companion"}
    metas = uow.turns.metas(hers)
    hidden |= {turn for turn in metas if any(str(act).startswith("recall") for act in metas[turn].get("acts", ()))}
    return tuple(
        replace(each, before=_shown(each.before, hidden), after=_shown(each.after, hidden))
        for each in turns
        if each.turn.id not in hidden
    )


def _shown(turn: Said | None, hidden: set[int]) -> Said | None:
    return None if turn is None or turn.id in hidden else turn

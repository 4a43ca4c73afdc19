"""`Sorry, Stella, not Bella`: what was kept wrongly is put right by naming both. English only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mind.domain import FactProposal, Memory
from mind.talk.perception import Perception
from mind.talk.proposals import fill_key, fill_text
from mind.talk.scenery import Talk
from mind.talk.step import Step

_NOT = re.compile(r"(?:^|[\s,.!])((?:[\w'-]+ )?[\w'-]+),? (?:and )?not ((?:[\w'-]+ )?[\w'-]+?)(?=[.,!]|$)", re.IGNORECASE)
_LEAD = re.compile(r"^(?:no|sorry|actually|it is|it's|i said|i meant|said|meant|is|called)\s+", re.IGNORECASE)


def correction(talk: Talk, p: Perception) -> tuple[Memory, str, FactProposal] | None:
    """The memory that is wrong, the right word, and what is to be kept instead."""
    match = _NOT.search(p.text.strip()) if p.lang == "en" and not p.question else None
    if match is None:
        return None
    new, old = _LEAD.sub("", match[1]).strip(), match[2].strip()
    for memory in talk.sayable():
        fact = talk.content.facts.get(memory.kind)
        slot = next((k for k, v in memory.slots.items() if v.lower() == old.lower()), None)
        if fact is None or slot is None or new.lower() == old.lower():
            continue
        slots = {**memory.slots, slot: new}
        text = fill_text(fact.text, slots, "en")
        return memory, new, FactProposal(
            kind=memory.kind, key=fill_key(fact.key, slots), value=fill_text(fact.value, slots, "en"), text=text,
            quote=p.text[:200], lang="en", confidence=0.95, single=fact.single, due=memory.due, slots=slots)
    return None


def correction_steps(talk: Talk, p: Perception) -> Iterator[Step]:
    """Owns the mistake and says the right word once."""
    found = correction(talk, p)
    if found is not None and found[0].due is None:
        memory, new, _ = found
        yield Step("corrected", talk.content.frame("repair.corrected"), {"new": new}, move=False, again=True, must_use=(memory,),
                   superseded=(memory.id,))

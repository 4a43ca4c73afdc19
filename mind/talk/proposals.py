"""Facts that were heard, as proposals the store can keep; and which memories the words end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from fnmatch import fnmatchcase
from typing import Any

from mind.domain import FactProposal, Memory
from mind.languages import Lang
from mind.talk.agreement import modify, swap_persons
from mind.talk.perception import FactHit
from mind.talk.saydate import say_on, say_planned
from mind.talk.slots import slug
from mind.talk.units import Keep

_SLOT = re.compile(r"\{([a-z_]+)(?::([a-z]+))?\}")


def fill_key(template: str, slots: Mapping[str, str]) -> str:
    """A key with its slots as slugs."""
    return _SLOT.sub(lambda m: slug(slots.get(m[1], "")), template)


def fill_text(template: str, slots: Mapping[str, str], lang: Lang) -> str:
    """A sentence shown to the user, or a value, with the slots said from her side."""

    def put(match: re.Match[str]) -> str:
        value = swap_persons(slots.get(match[1], ""), lang)
        changed = modify(value, match[2]) if match[2] else value
        return value if changed is None else changed

    return _SLOT.sub(put, template)


def propose(hit: FactHit, lang: Lang, now: datetime) -> FactProposal | None:
    """The proposal a fact hit makes; None for words that only end facts, and where nobody knows of whom they are."""
    if not hit.fact.key or ("{kin}" in hit.fact.key and not hit.slots.get("kin")):
        return None
    slots = dict(hit.slots)
    if hit.due is not None:
        slots["due_date"] = say_planned(hit.due, now, lang)
        slots["on_date"] = say_on(hit.due, now, lang)
    text = fill_text(hit.fact.text, slots, lang)
    kind = "name" if hit.fact.id.startswith("name") else hit.fact.id
    return FactProposal(
        kind=kind, key=fill_key(hit.fact.key, hit.slots), value=fill_text(hit.fact.value, hit.slots, lang),
        text=text[:1].upper() + text[1:], quote=hit.quote, lang=lang, confidence=0.9,
        single=hit.fact.single, due=hit.due, slots=dict(hit.slots), **_told(hit, now),
    )


def _told(hit: FactHit, now: datetime) -> dict[str, Any]:
    """When it was and since when it holds, as far as the words tell."""
    told = hit.told
    if told is None:
        return {}
    begins = told.begins(now)
    return {"about_from": begins, "about_to": told.ends(now), "valid_from": begins if told.since else None}


def keep_answer(keep: Keep, answer: str, quote: str, env: Mapping[str, str], lang: Lang) -> FactProposal:
    """The fact an answer to one of her questions gives; `{x}` is the answer."""
    slots = {**env, "x": answer}
    return FactProposal(
        kind=keep.kind, key=fill_key(keep.key, slots), value=fill_text(keep.value, slots, lang),
        text=fill_text(keep.text, slots, lang), quote=quote, lang=lang, confidence=0.85, slots={"x": answer},
    )


def keys_of(hits: Iterable[FactHit]) -> frozenset[str]:
    """The keys that facts fill, and those they end; one may end in ``*``."""
    return frozenset(
        fill_key(key, hit.slots) for hit in hits for key in (hit.fact.key, *hit.fact.ends)
        if key and not ("{kin}" in key and not hit.slots.get("kin"))
    )


def ended(hits: Iterable[FactHit], memories: Iterable[Memory]) -> tuple[int, ...]:
    """Ids of memories that the words say no longer hold."""
    globs = [fill_key(g, h.slots) if "{" in g else g for h in hits for g in h.fact.ends]
    return tuple(m.id for m in memories if any(fnmatchcase(m.key, g) for g in globs))

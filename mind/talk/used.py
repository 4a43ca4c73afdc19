"""What of the user's a draft uses: the words that were put into its wordings, and those that stand in them anyway."""

from __future__ import annotations

from collections.abc import Iterable

from mind.domain import Used, UsedKind
from mind.talk.ledger import without_cues
from mind.talk.perception import Perception
from mind.talk.realise import Saying
from mind.talk.scenery import Talk

WHOLE_CLAUSE = {"en": 18, "zh": 8, "ja": 9}
"""Characters from which words given back are a clause and no thing."""
FELT = frozenset({"feeling", "other"})
COUNTS = frozenset({"count"})
TOLD = frozenset({"told", "quote"})


def used_of(talk: Talk, chosen: Iterable[Saying]) -> tuple[Used, ...]:
    """Everything of the user's that these wordings use, each once; their name is none of it."""
    p = talk.perception
    chosen = tuple(chosen)
    text = " ".join(without_cues(s) for saying in chosen for s in saying.sentences).lower()
    found: dict[str, Used] = {}
    for saying in chosen:
        for slot, words in saying.filled:
            if words and slot not in COUNTS and words != talk.name and words.lower() in text:
                found.setdefault(words.lower(), Used(_kind(talk, p, slot, words), words))
    if p is not None:
        for felt in p.feelings:
            if felt.word and felt.word.lower() in text:
                found.setdefault(felt.word.lower(), Used("feeling", felt.word))
        for focus in p.focus:
            if focus.text.lower() in text:
                found.setdefault(focus.text.lower(), Used("focus", focus.text))
    return tuple(found.values())


def _kind(talk: Talk, p: Perception | None, slot: str, words: str) -> UsedKind:
    said = p.text.lower() if p is not None else ""
    if slot in FELT:
        return "feeling"
    if slot in TOLD or (words.lower() not in said and _is_kept(talk, words)):
        return "fact"
    return "clause" if slot == "clause" or len(words) >= WHOLE_CLAUSE[talk.content.lang] else "focus"


def _is_kept(talk: Talk, words: str) -> bool:
    low = words.lower()
    return any(low == v.lower() for m in talk.scene.memories for v in (m.value, *m.slots.values()))

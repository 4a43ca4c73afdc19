"""A reply as JSON, the same from every door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mind.domain import BondChange, BondSummary, Memory
    from mind.events import Cue, FaultShown, Notice, Reply, Sentence


def reply_json(reply: Reply) -> dict[str, Any]:
    """What `hearth say --json` prints."""
    return {
        "reply": reply.text,
        "sentences": [sentence.text for sentence in reply.sentences],
        "cues": [cue_json(cue, sentence.index) for sentence in reply.sentences for cue in sentence.cues],
        "memories_used": [memory_json(memory) for memory in reply.memories_used],
        "memories_kept": [memory_json(memory) for memory in reply.memories_kept],
        "bond": bond_json(reply.bond, reply.bond_changes),
        "brain": {"kind": reply.brain, "model": reply.model},
        "ended": reply.ended,
        "error": fault_json(reply.fault) if reply.fault else None,
        "ms": reply.ms,
        "lang": reply.lang,
        "turn_id": reply.turn_id,
        "reply_to": reply.reply_to,
        "goodbye": reply.goodbye,
    }


def cue_json(cue: Cue, sentence: int) -> dict[str, Any]:
    """A cue and the sentence it belongs to."""
    return {"kind": cue.kind, "name": cue.name, "sentence": sentence}


def sentence_json(sentence: Sentence) -> dict[str, Any]:
    """A sentence as it becomes whole."""
    return {
        "index": sentence.index,
        "text": sentence.text,
        "lang": sentence.lang,
        "cues": [{"kind": cue.kind, "name": cue.name} for cue in sentence.cues],
    }


def memory_json(memory: Memory) -> dict[str, Any]:
    """A memory with its receipt."""
    return {
        "id": memory.id,
        "kind": memory.kind,
        "key": memory.key,
        "value": memory.value,
        "text": memory.text,
        "quote": memory.quote,
        "turn_id": memory.turn_id,
        "said_at": memory.said_at.isoformat(),
    }


def bond_json(bond: BondSummary | None, changes: tuple[BondChange, ...]) -> dict[str, Any]:
    """Where the bond stands and what this turn changed, each change with cause and rule."""
    state = None
    if bond is not None:
        names = ("bond", "warmth", "familiarity", "commitment", "trust", "hurt", "pleasure", "arousal", "dominance")
        state = {name: round(getattr(bond, name), 4) for name in names}
    return {
        "state": state,
        "stage": bond.stage if bond is not None else None,
        "changes": [
            {"field": c.field, "delta": round(c.delta, 5), "cause": c.cause, "rule": c.rule, "quote": c.quote}
            for c in changes
        ],
    }


def fault_json(fault: FaultShown) -> dict[str, Any]:
    """A fault in words."""
    return {"kind": fault.kind, "message": fault.message, "remedy": fault.remedy}


def notice_json(notice: Notice) -> dict[str, Any]:
    """The AI notice or the crisis card."""
    return {"kind": notice.kind, "title": notice.title, "text": notice.text, "lines": list(notice.lines)}

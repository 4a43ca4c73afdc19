"""Memories as the door ``hearth memory`` tells them: as lines, and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.door_actions import answer, moment, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mind.domain import Memory, Turn
    from mind.turn.memory_views import MemoryCard


def tell_memory(memory: Memory, said: Mapping[str, str]) -> None:
    """One memory on two lines: what, and how it is known."""
    marks = [said["past"]] if not memory.holds else []
    marks += [said["pinned"]] if memory.pinned else []
    marks += [said["muted"]] if memory.muted else []
    due = f" [{moment(memory.due)}]" if memory.due else ""
    answer(f"{memory.id:>4}  {one_line(memory.text)}{due}" + (f" ({said['comma'].join(marks)})" if marks else ""))
    known = said["corrected"].format(at=moment(memory.edited_at)) + said["comma"] if memory.edited_at else ""
    answer(f"      {known}" + said["receipt"].format(at=moment(memory.said_at), quote=one_line(memory.quote, 80)))


def tell_card(card: MemoryCard, said: Mapping[str, str]) -> None:
    """One memory with all that explains it."""
    tell_memory(card.memory, said)
    for receipt in card.receipts[1:]:
        quote = one_line(receipt.quote, 80)
        answer("      " + said["again"].format(at=moment(receipt.turn.at), quote=quote))
    answer("      " + said["sure"].format(percent=round(100 * card.memory.confidence)))
    if card.used_in:
        times = said["comma"].join(f"{moment(turn.at)} (#{turn.id})" for turn in card.used_in)
        answer("      " + said["used"].format(times=times))
    for key, others in (("before", card.wordings), ("replaces", card.replaces)):
        for other in others:
            answer("      " + said[key].format(id=other.id, text=one_line(other.text)))
    if card.replaced_by is not None:
        answer("      " + said["replaced_by"].format(id=card.replaced_by.id, text=one_line(card.replaced_by.text)))


def memory_json(memory: Memory) -> dict[str, Any]:
    """All of a memory."""
    names = (
        "id", "turn_id", "kind", "key", "value", "text", "quote", "lang", "confidence", "source", "said_at", "due",
        "superseded_by", "expired_at", "pinned", "muted", "uses", "edited_at",
    )  # fmt: skip
    return {name: getattr(memory, name) for name in names} | {"slots": dict(memory.slots)}


def card_json(card: MemoryCard) -> dict[str, Any]:
    """A memory and what explains it."""
    return memory_json(card.memory) | {
        "receipts": [{"turn": turn_json(one.turn), "quote": one.quote} for one in card.receipts],
        "used_in": [turn_json(turn) for turn in card.used_in],
        "wordings": [memory_json(one) for one in card.wordings],
        "replaces": [memory_json(one) for one in card.replaces],
        "replaced_by": memory_json(card.replaced_by) if card.replaced_by is not None else None,
    }


def turn_json(turn: Turn) -> dict[str, Any]:
    """What was said."""
    names = ("id", "speaker", "text", "at", "lang", "channel", "ended", "reply_to", "sitting", "place", "scene")
    return {name: getattr(turn, name) for name in names}

"""What becomes of a fact whose sentence the user wrote anew. Pure.

The sentence is theirs and stands as written. What hangs on it (the value, the words that fill her own sentences, the date)
follows where it can be told from what was changed; where it cannot, those words go, so that she never says the old ones.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from mind.domain import Correction, Memory

LONGEST: Final = 400
"""Characters of one fact: more is a story, to be told in the talk."""
ENDS: Final = ".。!！?？ "
TOLD: Final = "told"


def corrected(memory: Memory, text: str, due: datetime | None) -> Correction:
    """`memory` with the sentence `text` and the date its words name. ValueError for a text that is none.

    One changed stretch inside a slot's words ("called Momo" to "called Mimi") changes that slot. Any other change leaves
    the slots that the new sentence still holds, and where that is not all of them the fact is one of its own kind
    ("pet.told"), of which she only repeats the sentence.
    """
    text = " ".join(text.split())
    if not text or len(text) > LONGEST:
        raise ValueError(f"a fact is a sentence of 1 to {LONGEST} characters")
    slots = _moved(memory, text)
    if slots is None:
        first = memory.kind.partition(".")[0]
        return Correction(text, f"{first}.{TOLD}", text.rstrip(ENDS), {}, due)
    value = memory.value
    for name, old in memory.slots.items():
        if old and old != slots[name]:
            value = value.replace(old, slots[name])
    return Correction(text, memory.kind, value, slots, due)


def _moved(memory: Memory, text: str) -> dict[str, str] | None:
    """The slots of the new sentence; None where they cannot be told."""
    start, old, new = _changed(memory.text, text)
    if not memory.slots:
        return None
    if not old.strip(ENDS) and not new.strip(ENDS):
        return dict(memory.slots)
    for name, words in memory.slots.items():
        at = memory.text.casefold().find(words.casefold()) if words else -1
        if at >= 0 and at <= start and start + len(old) <= at + len(words) and old.strip():
            inside = text[at : at + len(words) + len(new) - len(old)].strip(ENDS)
            return {**memory.slots, name: inside} if inside else None
    held = all(words.casefold() in text.casefold() for words in memory.slots.values())
    return dict(memory.slots) if held else None


def _changed(before: str, after: str) -> tuple[int, str, str]:
    """Where two sentences differ: the start, the words that went and those that came, grown to whole words."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    while start and (_inside(before, start) or _inside(after, start)):
        start -= 1
    while end and (_inside(before, len(before) - end) or _inside(after, len(after) - end)):
        end -= 1
    return start, before[start : len(before) - end], after[start : len(after) - end]


def _inside(text: str, at: int) -> bool:
    """Whether a Latin word or a number goes on across this place."""
    if not 0 < at < len(text):
        return False
    one, other = text[at - 1], text[at]
    return one.isascii() and other.isascii() and one.isalnum() and other.isalnum()

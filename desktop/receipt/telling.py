"""What a receipt says, in words: when and how something was said, how sure it is, when it was used."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from desktop.theme.dates import clock_time, day, day_and_time, heading
from desktop.theme.words import table, words
from mind.domain import Memory, Turn

SURE: Final = ((0.8, 4), (0.65, 3), (0.45, 2), (0.2, 1))
"""From which confidence on so many stitches are knit."""
LONGEST_QUOTE: Final = 400


def sureness(memory: Memory) -> int:
    """How sure a memory is, in stitches 0..4. What the user wrote by hand is as sure as can be."""
    if memory.edited_at is not None:
        return 4
    return next((stitches for least, stitches in SURE if memory.confidence >= least), 0)


def sure_words(memory: Memory) -> str:
    """The same in words."""
    if memory.edited_at is not None:
        return words()("receipt.sure_hand")
    return words()(f"receipt.sure_{sureness(memory)}")


def quoted(quote: str) -> str:
    """Words in quotation marks; a very long quote is cut."""
    cut = quote if len(quote) <= LONGEST_QUOTE else quote[: LONGEST_QUOTE - 1].rstrip() + "…"
    return words()("receipt.quote", quote=cut)


def who_and_when(turn: Turn, name: str, now: datetime) -> str:
    """``You, Tuesday 17 November, 21:10``."""
    when = words()("day.at", day=heading(turn.at, now), time=clock_time(turn.at))
    return words()("receipt.who_you", when=when) if turn.speaker == "user" else words()("receipt.who_her", name=name, when=when)


def how_and_where(turn: Turn) -> str:
    """``By voice, in the window. Beside her: Room``; empty where nothing of it is known."""
    parts: list[str] = []
    how = words()(f"receipt.{turn.channel}") if turn.channel in ("voice", "typed") else ""
    place = words()(f"receipt.{turn.place}") if turn.place in ("window", "terminal") else ""
    said = words()("receipt.where", how=how, place=place) if how and place else how or place
    if said:
        parts.append(said[:1].upper() + said[1:])
    if scene := scene_words(turn.scene):
        parts.append(words()("receipt.beside", scene=scene))
    return sentences(parts)


def scene_words(scene: str) -> str:
    """What stood around her, in the interface's words: "room golden" as ``Room, Golden hour``."""
    known = table(words().lang)
    name, _, light = scene.replace("-", " ").partition(" ")
    found = [known[key] for key in (f"scene.{name}", f"light.{light}") if key in known and name]
    return ", ".join(found).lower() if words().lang == "en" else "、".join(found)


def sentences(parts: list[str]) -> str:
    """Short statements one after the other."""
    said = parts[0] if parts else ""
    for part in parts[1:]:
        said = words()("memory.joined", one=said, other=part)
    return said


def kept_since(memory: Memory, now: datetime) -> str:
    """Since when it is kept, and whether it was corrected."""
    since = day(memory.said_at, now)
    if memory.edited_at is None:
        return words()("receipt.unchanged", day=since)
    return words()("receipt.changed", day=since, again=day(memory.edited_at, now))


def used_words(turn: Turn, now: datetime) -> str:
    """When a reply used it."""
    return day_and_time(turn.at, now)

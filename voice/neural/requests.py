"""What a voice is asked for a run of words: in the way it wants them, in pieces it can hold."""

from __future__ import annotations

from typing import Final

from voice.neural.clauses import clauses
from voice.neural.sounds import sounds
from voice.voice_packs.layout import Layout

LONGEST: Final = 160
"""Letters given at once."""


def requests(text: str, lang: str, layout: Layout) -> list[str | list[list[int]]]:
    """The pieces of `text` in order; none where nothing of it can be said. Raises `SynthesisFault`."""
    if layout.ways[lang] == "sounds":
        return [[sentence] for sentence in sounds(text, lang, layout)]
    pieces: list[str | list[list[int]]] = []
    current = ""
    for words, mark in clauses(text):
        if current and len(current) + len(words) > LONGEST:
            pieces.append(current)
            current = ""
        current += words + mark + ("" if lang == "zh" else " ")
    return [*pieces, current] if current else pieces

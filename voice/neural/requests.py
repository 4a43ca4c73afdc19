"""What a voice is asked for a run of words: in the way it wants them, in pieces it can hold."""

from __future__ import annotations

from typing import Final

from voice.neural.clauses import clauses
from voice.neural.sounds import sounds
from voice.spoken_text import SpokenRun
from voice.voice_packs.layout import Layout

LONGEST: Final = 80
"""Letters given at once."""


def requests(run: SpokenRun, layout: Layout) -> list[str | list[list[int]]]:
    """The pieces of a run in order; none where nothing of it can be said. Raises `SynthesisFault`."""
    if layout.ways[run.lang] == "sounds":
        return [[sentence] for sentence in sounds(run.text, run.lang, layout)]
    pieces: list[str | list[list[int]]] = []
    current = ""
    for words, mark in clauses(run.written.text):
        if current and len(current) + len(words) > LONGEST:
            pieces.append(current)
            current = ""
        current += words + mark + ("" if run.lang == "zh" else " ")
    return [*pieces, current] if current else pieces

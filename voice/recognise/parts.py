"""An utterance that was understood in parts."""

from __future__ import annotations

from voice.ports import Heard
from voice.recognise.vosk_recogniser import readable


class Parts:
    """Texts that belong together, as the recogniser ended them; the sureness of the whole is that of its words, on average."""

    def __init__(self) -> None:
        self._parts: list[Heard] = []

    def add(self, heard: Heard) -> None:
        """One more, unless it is empty."""
        if heard.text:
            self._parts.append(heard)

    def clear(self) -> None:
        """Begin anew."""
        self._parts.clear()

    def text(self, partial: str = "") -> str:
        """All of it, with what is being understood behind."""
        return readable(" ".join([*(part.text for part in self._parts), partial]))

    @property
    def confidence(self) -> float:
        """0..1; 0 of nothing."""
        sizes = [len(part.text) for part in self._parts]
        return sum(part.confidence * size for part, size in zip(self._parts, sizes, strict=True)) / max(1, sum(sizes))

"""What she says of a line that was opened: once for each, and only where her voice is on."""

from __future__ import annotations

from desktop.bond_page.causes import HURTS
from desktop.bond_page.lines import Line
from desktop.theme.words import table, words
from desktop.window.house import House
from mind.events import Sentence


class LineVoice:
    """Speaks through the conversation, as an aside that is not kept."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._told: set[tuple[int, str]] = set()

    def tell(self, line: Line, *, mended: bool) -> None:
        """Say something of this line."""
        quiet = self._house.settings.voice.muted or self._house.speech.voice is None
        key = key_of(line, mended=mended)
        if quiet or line.gone or not key or line.key in self._told:
            return
        self._told.add(line.key)
        self._house.conversation.aside(Sentence(0, words()(key), words().lang))


def key_of(line: Line, *, mended: bool) -> str:
    """Which words belong to a line; empty for what she has nothing to say of."""
    cause = line.cause.cause
    if cause in HURTS:
        cause = "hurt_mended" if mended else "hurt"
    if cause == "milestone" and line.cause.rule == "stage_down":
        return ""
    key = f"bond.aloud.{cause}"
    return key if key in table(words().lang) else ""

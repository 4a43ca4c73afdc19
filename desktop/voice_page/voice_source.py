"""Where voices come from: a row that opens to the voices of one engine, asked in another thread."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import Signal

from desktop.conversation.engine_setup import engine_setup
from desktop.conversation.voice_choices import VoiceChoice, choice_of
from desktop.theme.words import words
from desktop.voice_page.voice_finder import VoiceFinder
from desktop.widgets.fold import Fold
from desktop.widgets.paragraph import Paragraph
from desktop.window.house import House
from voice.errors import VoiceError
from voice.ports import EngineVoice


class VoiceSource(Fold):
    """`came` when its voices are known, or others than before. `least`: fewer voices than this need no list of their own."""

    came = Signal()

    def __init__(self, house: House, engine: str, key: str, note_key: str, *, least: int = 1, empty_key: str = "") -> None:
        super().__init__(key, note_key)
        self._house, self.engine, self._least, self._empty = house, engine, least, empty_key
        self.choices: list[VoiceChoice] = []
        self.asking = False
        self._fault: VoiceError | None = None
        self.finder = VoiceFinder(house)
        self.state = Paragraph("body", "ink2")
        self.body.addWidget(self.finder)
        self.body.addWidget(self.state)
        self.opened.connect(self.look)
        words().changed.connect(self.refresh)
        self.refresh()

    def look(self) -> None:
        """Ask, if nothing is known yet."""
        if not self.choices:
            self.ask()

    def ask(self) -> None:
        """What voices there are now."""
        if self.asking:
            return
        self.asking = True
        setup = engine_setup(self._house.folder, self._house.settings, server=False)
        self._house.bridge.submit(asyncio.to_thread(self._house.makers.voices, self.engine, setup), self.take, self.fail)
        self.refresh()

    def take(self, found: Sequence[EngineVoice]) -> None:
        """They are known."""
        self.asking, self._fault = False, None
        # Our own few stand above already, for each character.
        self.choices = [choice for each in found if not (choice := choice_of(each)).own]
        self.refresh()
        self.came.emit()

    def fail(self, fault: Exception) -> None:
        """They cannot be listed."""
        self.asking = False
        self._fault = fault if isinstance(fault, VoiceError) else VoiceError(words()("voice.find.failed"))
        self.refresh()

    def refresh(self) -> None:
        """The list, or what is known of it."""
        shown = len(self.choices) >= self._least and bool(self.choices)
        self.finder.offer(self.choices if shown else [])
        self.finder.setVisible(shown)
        text = words()("voice.more.looking") if self.asking else words()(self._empty) if self._empty else ""
        if self._fault is not None and not self.asking:
            text = f"{self._fault.message} {self._fault.remedy}".strip()
        self.state.setText(text)
        self.state.setVisible(bool(text) and not self.choices)

    def count(self) -> str:
        """How many there are, in words; nothing where nobody has asked."""
        return words()("voice.more.count", count=len(self.choices)) if self.choices else ""

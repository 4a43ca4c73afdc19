"""What she remembers with besides words: the talk itself, a model on this computer, or the server."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from desktop.settings_page.encoder_card import EncoderCard
from desktop.settings_page.section import Section, side_by_side
from desktop.theme.words import words
from desktop.widgets.banner import Banner
from desktop.widgets.card import ChoiceCard
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.window.house import House
from mind.brains.address import host_of
from mind.errors import EncoderFault

EVERY: Final = 1000
"""Milliseconds between looks at how far she is, while the page shows."""


class MemorySection(Section):
    """Each change counts at once; what was said is read anew in the background."""

    name = "memory"

    def __init__(self, house: House) -> None:
        super().__init__(house, "remember.title", "remember.lead")
        self.own, self.model, self.server = ChoiceCard(), ChoiceCard(), ChoiceCard()
        cards = QVBoxLayout()
        cards.setSpacing(8)
        self.column.addLayout(cards)
        self.encoder = EncoderCard(house)
        for card in (self.own, self.model, self.encoder, self.server):
            cards.addWidget(card)
        self.own.clicked.connect(lambda: self.use("none"))
        self.model.clicked.connect(self.use_model)
        self.server.clicked.connect(self.use_server)
        self.embedding = QLineEdit()
        words().bind(self.embedding, self.embedding.setPlaceholderText, "remember.embedding_hint")
        words().bind(self.embedding, self.embedding.setAccessibleName, "remember.embedding")
        self.name_it = Push("remember.use", "secondary", self.use_server)
        self.named = self.row(
            "remember.embedding", side_by_side(self.embedding, self.name_it), help_key="remember.embedding_help"
        )
        self.state = Paragraph("caption", "ink2")
        self.fault = Banner("wool", closable=False)
        self.column.addSpacing(6)
        self.column.addWidget(self.state)
        self.column.addWidget(self.fault)
        self.column.addStretch(1)
        self.embedding.returnPressed.connect(self.use_server)
        self.encoder.found.connect(self.use)
        words().changed.connect(self.refresh)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.show_state)
        self._told = ""
        self.refresh()

    def showEvent(self, event: object) -> None:
        """Look how far she is for as long as the page shows."""
        self.refresh()
        self._timer.start(EVERY)

    def hideEvent(self, event: object) -> None:
        """Nobody looks."""
        self._timer.stop()

    def refresh(self) -> None:
        """Show what is set."""
        memory, url = self.house.settings.memory, self.house.settings.brain.url
        self.own.describe(words()("remember.own"), words()("remember.own_note"))
        self.model.describe(words()("remember.model"), words()("remember.model_note"))
        host = words()("remember.server_note", host=host_of(url)) if url else words()("remember.server_none")
        self.server.describe(words()("remember.server"), host)
        self.server.setEnabled(bool(url))
        self.own.setChecked(memory.encoder == "none")
        self.server.setChecked(memory.encoder == "server")
        self.model.setChecked(memory.encoder not in ("none", "server"))
        self.named.setVisible(bool(url))
        if not self.embedding.hasFocus():
            self.embedding.setText(memory.embedding_model)
        self.encoder.refresh()
        self.show_state()

    def show_state(self) -> None:
        """How far she is, or what is wrong and what to do."""
        meaning = self.house.mind.meaning
        if meaning is not None and meaning.fault is not None:
            self.show_fault(meaning.fault)
            return
        self.fault.clear()
        self._told = ""
        self.state.show()
        few = meaning is not None and meaning.encoder is None and meaning.state == "ready"
        state = "few" if few else meaning.state if meaning is not None else "opening"
        self.state.setText(words()(f"remember.state_{state}"))

    def show_fault(self, fault: EncoderFault) -> None:
        """In words, announced once."""
        from mind.memory.encoders.fault_words import told

        message, remedy = told(fault, words().lang)
        self.state.hide()
        if message != self._told:
            self._told = message
            self.fault.tell(message, remedy)

    # --- choosing

    def use_model(self) -> None:
        """The one that is here, or the one that may be fetched."""
        here = self.encoder.installed()
        if here:
            self.use(here)
        else:
            self.refresh()
            self.encoder.get.setFocus()

    def use_server(self) -> None:
        """The server she thinks with; it needs the name of a model."""
        name = self.embedding.text().strip()
        if not name:
            self.refresh()
            self.embedding.setFocus()
            return
        self.house.settings.memory.embedding_model = name
        self.use("server")

    def use(self, encoder: str) -> None:
        """Keep it, and let her remember with it."""
        self.house.settings.memory.encoder = encoder
        self.house.keep()
        self.house.changes.memory.emit()
        self.refresh()

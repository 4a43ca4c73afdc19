"""What she thinks with: herself, a server found here, or one that is named."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from desktop.settings.secrets import brain_key, store_brain_key
from desktop.settings_page.price_rows import PriceRows
from desktop.settings_page.section import Section, named_field, side_by_side
from desktop.theme.words import words
from desktop.widgets.banner import Banner, announce
from desktop.widgets.card import ChoiceCard
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.select import Select
from desktop.window.house import House
from mind.brains.address import host_of
from mind.brains.probe import FoundServer, ServerCheck, check_server


class BrainCard(ChoiceCard):
    """A brain that can be chosen; the one in use says so."""

    def __init__(self) -> None:
        super().__init__(radio=False)
        self._state = Paragraph("button", "pine", wrap=False)
        words().bind(self._state, self._state.setText, "common.in_use")
        self._use = Push("common.choose", "secondary", self.click, small=True)
        self._use.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.end(self._state)
        self.end(self._use)
        self.toggled.connect(self.show_state)
        self.show_state(False)

    def show_state(self, used: bool) -> None:
        """In use, or a button."""
        self._state.setVisible(used)
        self._use.setVisible(not used)

    def nextCheckState(self) -> None:
        """A press asks; the section decides."""


class BrainSection(Section):
    """Each change counts from her next answer."""

    name = "brain"

    def __init__(self, house: House) -> None:
        super().__init__(house, "brain.title", "brain.lead")
        self._found: tuple[FoundServer, ...] = ()
        self._work: Future[Any] | None = None
        self.label("brain.here")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        self.column.addLayout(self._cards)
        self.offline = BrainCard()
        self.offline.clicked.connect(self.use_offline)
        self._cards.addWidget(self.offline)
        self._servers: list[BrainCard] = []
        self.looking = Paragraph("caption", "ink3")
        self.column.addWidget(self.looking)
        self.label("brain.other")
        self.address = named_field("brain.address", "brain.address_hint")
        self.model = Select("brain.model")
        self.model.setEditable(True)
        hint = self.model.lineEdit()
        if hint is not None:
            words().bind(hint, hint.setPlaceholderText, "brain.model_hint")
            words().bind(hint, hint.setAccessibleName, "brain.model")
        self.key = named_field("brain.key")
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.test = Push("common.test", "primary", self.check)
        self.row("brain.address", self.address, help_key="brain.address_help")
        self.row("brain.model", self.model, help_key="brain.model_help")
        self.row("brain.key", side_by_side(self.key, self.test), help_key="brain.key_help")
        self.result = Banner("plug", closable=False)
        self.column.addSpacing(6)
        self.column.addWidget(self.result)
        self.prices = PriceRows(self)
        self.column.addStretch(1)
        self.address.returnPressed.connect(self.check)
        self.key.returnPressed.connect(self.check)
        words().changed.connect(self.refresh)

    def refresh(self) -> None:
        """What is in use, and what is found."""
        brain = self.house.settings.brain
        self.offline.describe(words()("brain.offline"), words()("brain.offline_note"))
        self.offline.setChecked(not brain.url)
        if not self.address.hasFocus():
            self.address.setText(brain.url)
        if brain.url and not self.model.count():
            self.model.offer([(brain.model, brain.model)] if brain.model else [], brain.model)
        self.prices.refresh()
        self.show_found()

    def showEvent(self, event: object) -> None:
        """Look for servers on this computer; nothing is sent but the question."""
        self.refresh()
        self.looking.setText(words()("brain.looking"))
        self.house.bridge.submit(self.house.makers.servers(), self.take_found, lambda _: self.take_found(()))

    def take_found(self, found: Sequence[FoundServer]) -> None:
        """One card for each."""
        self._found = tuple(found)
        self.show_found()

    def show_found(self) -> None:
        """Cards for what was found."""
        for card in self._servers:
            card.hide()
            card.deleteLater()
        self._servers = []
        brain = self.house.settings.brain
        for index, server in enumerate(self._found):
            model = brain.model if brain.url == server.url else (server.models[0] if server.models else "")
            card = BrainCard()
            card.describe(server.name, " · ".join(part for part in (host_of(server.url), model) if part))
            card.setChecked(brain.url == server.url)
            card.clicked.connect(lambda _=False, server=server: self.use_server(server))
            self._cards.insertWidget(index, card)
            self._servers.append(card)
        self.looking.setText("" if self._found else words()("brain.none_found"))
        self.looking.setVisible(not self._found)

    # --- choosing

    def use_offline(self) -> None:
        """She thinks by herself."""
        self.set_brain("", "")
        self.result.tell(words()("brain.now_offline"), words()("brain.nothing_lost"))

    def use_server(self, server: FoundServer) -> None:
        """One click: this server, its first model."""
        model = server.models[0] if server.models else ""
        self.set_brain(server.url, model)
        self.model.offer([(name, name) for name in server.models], model)
        self.result.tell(words()("brain.now", name=server.name, model=model), words()("brain.nothing_lost"))

    def set_brain(self, url: str, model: str) -> None:
        """Keep it, and let her think with it."""
        brain = self.house.settings.brain
        brain.url, brain.model = url, model
        self.house.keep()
        self.house.changes.brain.emit()
        self.refresh()

    # --- testing

    def check(self) -> None:
        """Ask the server; use it if it is well."""
        url = self.address.text().strip()
        if not url:
            self.result.tell(words()("brain.address_missing"))
            self.address.setFocus()
            return
        model, key = self.model.currentText().strip(), self.key.text().strip() or brain_key(url)
        self.test.setEnabled(False)
        self.result.tell(words()("brain.asking", host=host_of(url)))
        began = time.monotonic()
        self.house.bridge.submit(
            check_server(url, model, key), lambda found: self.take_check(found, key, time.monotonic() - began), self.take_bug
        )

    def take_bug(self, fault: Exception) -> None:
        """An address that cannot be asked."""
        self.test.setEnabled(True)
        self.result.tell(str(getattr(fault, "message", "")) or words()("brain.bad_address"))

    def take_check(self, found: ServerCheck, key: str, seconds: float) -> None:
        """The result in words."""
        self.test.setEnabled(True)
        if found.models:
            wanted = self.model.currentText().strip()
            self.model.offer([(name, name) for name in found.models], wanted)
        if found.fault is not None:
            message, remedy = found.fault.told(words().lang)
            still = self.house.settings.brain.model or words()("brain.offline")
            self.result.tell(message, f"{remedy} {words()('brain.unchanged', name=still)}")
            announce(self.result, message, urgent=True)
            return
        model = self.model.currentText().strip() or (found.models[0] if found.models else "")
        kept = store_brain_key(found.url, key) if key else True
        self.set_brain(found.url, model)
        self.key.clear()
        note = words()("brain.nothing_lost") if kept else words()("brain.key_session")
        self.result.tell(words()("brain.well", host=host_of(found.url), seconds=f"{seconds:.1f}"), note, icon_name="check")
        announce(self.result, self.result.title.text())

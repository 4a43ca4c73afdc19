"""A server that speaks: its address, what it means to use it, and its voices."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.conversation.engine_setup import engine_setup, own_again
from desktop.conversation.voice_choices import VoiceChoice, choice_of
from desktop.settings.secrets import speech_key, store_speech_key
from desktop.settings_page.section import SettingRow, named_field, side_by_side
from desktop.settings_page.where_it_goes import with_scheme
from desktop.settings_page.where_line import WhereLine
from desktop.theme.words import words
from desktop.voice_page.sample import use
from desktop.voice_page.voice_finder import VoiceFinder
from desktop.widgets.banner import Banner, announce
from desktop.widgets.push import Push
from desktop.window.house import House
from mind.brains.address import host_of, is_usable
from voice.engines import EngineSetup
from voice.errors import VoiceError
from voice.ports import EngineVoice


class ServerPanel(QWidget):
    """`changed` when a server was connected or left."""

    changed = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._asked = ""
        self.voices: list[VoiceChoice] = []
        self.address = named_field("voice.server.address", "voice.server.address_hint")
        self.model = named_field("voice.server.model", "voice.server.model_hint")
        self.key = named_field("voice.server.key")
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.connect_it = Push("voice.server.connect", "primary", self.ask)
        self.leave = Push("voice.server.leave", "danger", self.disconnect_it, small=True)
        self.where = WhereLine("voice")
        self.result = Banner("plug", closable=False)
        self.finder = VoiceFinder(house)
        self.named = named_field("voice.server.voice", "voice.server.voice_hint")
        self.use_named = Push("voice.server.use", "secondary", self.take_named)
        self.lay_out()
        for field in (self.address, self.model, self.key):
            field.returnPressed.connect(self.ask)
        self.named.returnPressed.connect(self.take_named)
        self.address.textChanged.connect(self.where.tell)
        words().changed.connect(self.reword)
        self.refresh()

    def lay_out(self) -> None:
        """Rows, what they mean, the result, and the voices."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(SettingRow("voice.server.address", self.address, help_key="voice.server.address_help", line=False))
        column.addWidget(self.where)
        column.addWidget(SettingRow("voice.server.model", self.model, line=False))
        keys = side_by_side(self.key, self.connect_it)
        column.addWidget(SettingRow("voice.server.key", keys, help_key="voice.server.key_help", line=False))
        column.addWidget(self.result)
        column.addWidget(self.finder)
        self.by_name = SettingRow(
            "voice.server.voice", side_by_side(self.named, self.use_named), help_key="voice.server.voice_help", line=False
        )
        column.addWidget(self.by_name)
        row = QHBoxLayout()
        row.addWidget(self.leave)
        row.addStretch(1)
        column.addLayout(row)

    # --- how it stands

    @property
    def url(self) -> str:
        """The server in use."""
        return self._house.settings.voice.server_url

    def refresh(self) -> None:
        """Show what is set."""
        voice = self._house.settings.voice
        for field, text in ((self.address, voice.server_url), (self.model, voice.server_model)):
            if not field.hasFocus():
                field.setText(text)
        self.where.tell(self.address.text())
        connected = bool(voice.server_url)
        self.leave.setVisible(connected)
        self.by_name.setVisible(connected)
        self.finder.setVisible(connected and bool(self.voices))
        self.reword()

    def reword(self) -> None:
        """The language changed, or a key came."""
        kept = bool(self.url) and self._asked == self.url
        self.key.setPlaceholderText(words()("voice.server.key_kept") if kept and speech_key(self.url) else "")
        self.where.tell(self.address.text())

    def summary(self) -> str:
        """How it stands in one line."""
        return host_of(self.url) if self.url else words()("voice.more.server_none")

    def look(self) -> None:
        """Ask the server in use for its voices."""
        if self.url and not self.voices:
            self.send(engine_setup(self._house.folder, self._house.settings), "")

    # --- connecting

    def ask(self) -> None:
        """Ask the server for its voices; one that answers is used."""
        url = with_scheme(self.address.text())
        if not is_usable(url):
            self.result.tell(words()("voice.server.bad_address" if url else "voice.server.no_address"))
            self.address.setFocus()
            return
        key = self.key.text().strip()
        setup = EngineSetup(url, self.model.text().strip(), key or speech_key(url))
        self.result.tell(words()("voice.server.asking", host=host_of(url)))
        self.send(setup, key)

    def send(self, setup: EngineSetup, key: str) -> None:
        """The question, in another thread."""
        self._asked = setup.server_url
        self.connect_it.setEnabled(False)
        self._house.bridge.submit(
            asyncio.to_thread(self._house.makers.voices, "server", setup),
            lambda found: self.take(setup, key, found), lambda fault: self.fail(setup, fault),
        )  # fmt: skip

    def take(self, setup: EngineSetup, key: str, found: Sequence[EngineVoice]) -> None:
        """It answered."""
        self.connect_it.setEnabled(True)
        voice = self._house.settings.voice
        asked = self.result.isVisible()
        fresh = (setup.server_url, setup.server_model) != (voice.server_url, voice.server_model) or bool(key)
        kept = store_speech_key(setup.server_url, key) if key else True
        self.voices = [choice_of(each) for each in found]
        self.finder.offer(self.voices)
        if fresh:
            voice.server_url, voice.server_model = setup.server_url, setup.server_model
            self._house.keep()
            self._house.changes.engine.emit()
        self.key.clear()
        self.refresh()
        if asked or fresh:
            host = host_of(setup.server_url)
            key_of = "voice.server.well" if found else "voice.server.well_unnamed"
            note = "" if kept else words()("voice.server.key_session")
            self.result.tell(words()(key_of, host=host, count=len(found)), note, icon_name="check")
            announce(self.result, self.result.title.text())
        self.changed.emit()

    def fail(self, setup: EngineSetup, fault: Exception) -> None:
        """It did not; nothing is changed."""
        self.connect_it.setEnabled(True)
        message = fault.message if isinstance(fault, VoiceError) else words()("voice.find.failed")
        remedy = fault.remedy if isinstance(fault, VoiceError) else ""
        known = setup.server_url == self.url
        still = "" if known else words()("voice.server.unchanged")
        self.result.tell(message, f"{remedy} {still}".strip(), icon_name="plug")
        announce(self.result, message, urgent=True)

    def disconnect_it(self) -> None:
        """Use no server any more; its key goes."""
        voice = self._house.settings.voice
        store_speech_key(voice.server_url, "")
        voice.server_url = voice.server_model = ""
        self.voices = []
        own_again(self._house.settings, lambda each: each.engine == "server")
        self._house.keep()
        self._house.trial.stop()
        self._house.changes.engine.emit()
        for field in (self.address, self.model, self.key, self.named):
            field.clear()
        self.refresh()
        self.result.tell(words()("voice.server.left"), icon_name="check")
        self.address.setFocus()
        self.changed.emit()

    def take_named(self) -> None:
        """A voice that the server knows and does not list."""
        name = self.named.text().strip()
        if name:
            use(self._house, VoiceChoice("server", name, name))
            self.changed.emit()

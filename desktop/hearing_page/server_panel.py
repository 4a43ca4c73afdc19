"""A server that transcribes: its address, where your words go then, and whether it understands speech."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.hearing_page.told import cause_of, sentences
from desktop.settings.secrets import hearing_key, store_hearing_key
from desktop.settings_page.section import SettingRow, named_field, side_by_side
from desktop.settings_page.where_it_goes import with_scheme
from desktop.settings_page.where_line import WhereLine
from desktop.theme.words import words
from desktop.widgets.banner import Banner, announce
from desktop.widgets.push import Push
from desktop.window.house import House
from mind.brains.address import host_of, is_usable
from voice.errors import VoiceError


class ServerPanel(QWidget):
    """Nothing is sent before the button is pressed, and then a second of silence. `changed` when one was taken or left."""

    changed = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._asked = ""
        self.address = named_field("hearing.server.address", "voice.server.address_hint")
        self.model = named_field("hearing.server.model", "hearing.server.model_hint")
        self.key = named_field("hearing.server.key")
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.check_it = Push("hearing.server.check", "primary", self.check)
        self.leave_it = Push("hearing.server.leave", "danger", self.leave, small=True)
        self.where = WhereLine("hearing")
        self.result = Banner("plug", closable=False)
        self.lay_out()
        for field in (self.address, self.model, self.key):
            field.returnPressed.connect(self.check)
        self.address.textChanged.connect(self.where.tell)
        words().changed.connect(self.refresh)
        self.refresh()

    def lay_out(self) -> None:
        """Rows, what they mean, and the result."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = SettingRow("hearing.server.address", self.address, help_key="hearing.server.address_help", line=False)
        column.addWidget(row)
        column.addWidget(self.where)
        column.addWidget(SettingRow("hearing.server.model", self.model, line=False))
        keys = side_by_side(self.key, self.check_it)
        column.addWidget(SettingRow("hearing.server.key", keys, help_key="hearing.server.key_help", line=False))
        column.addWidget(self.result)
        foot = QHBoxLayout()
        foot.addWidget(self.leave_it)
        foot.addStretch(1)
        column.addLayout(foot)

    # --- how it stands

    @property
    def url(self) -> str:
        """The server in use."""
        return self._house.settings.hearing.server_url

    def refresh(self) -> None:
        """Show what is set."""
        hearing = self._house.settings.hearing
        for field, text in ((self.address, hearing.server_url), (self.model, hearing.server_model)):
            if not field.hasFocus():
                field.setText(text)
        self.where.tell(self.address.text())
        self.leave_it.setVisible(bool(self.url))
        kept = bool(self.url) and self._asked == self.url and bool(hearing_key(self.url))
        self.key.setPlaceholderText(words()("hearing.server.key_kept") if kept else "")

    # --- what is done

    def check(self) -> None:
        """Ask the server whether it understands speech; one that does is used."""
        url = with_scheme(self.address.text())
        if not is_usable(url):
            self.result.tell(words()("hearing.server.bad_address" if url else "hearing.server.no_address"))
            self.address.setFocus()
            return
        key, model = self.key.text().strip(), self.model.text().strip()
        self._asked = url
        self.check_it.setEnabled(False)
        self.result.tell(words()("hearing.server.checking", host=host_of(url)))
        self._house.bridge.submit(
            asyncio.to_thread(probe_server, url, model, key or hearing_key(url)), lambda _: self.take(url, model, key), self.fail
        )

    def take(self, url: str, model: str, key: str) -> None:
        """It understands speech: from now on it listens."""
        self.check_it.setEnabled(True)
        kept = store_hearing_key(url, key) if key else True
        hearing = self._house.settings.hearing
        hearing.server_url, hearing.server_model, hearing.engine = url, model, "server"
        self._house.keep()
        self._house.changes.ears.emit()
        self.key.clear()
        self.refresh()
        note = "" if kept else words()("hearing.server.key_session")
        self.result.tell(words()("hearing.server.well", host=host_of(url)), note, icon_name="check")
        announce(self.result, self.result.title.text())
        self.changed.emit()

    def fail(self, fault: Exception) -> None:
        """It does not, or cannot be asked; nothing is changed."""
        self.check_it.setEnabled(True)
        title, step = cause_of(fault) if isinstance(fault, VoiceError) else (words()("hearing.server.failed"), "")
        self.result.tell(title, sentences(step, words()("hearing.server.unchanged")), icon_name="plug")
        announce(self.result, title, urgent=True)

    def leave(self) -> None:
        """This computer listens again; the server's key goes."""
        hearing = self._house.settings.hearing
        store_hearing_key(hearing.server_url, "")
        hearing.server_url, hearing.server_model, hearing.engine = "", "", "vosk"
        self._house.keep()
        self._house.changes.ears.emit()
        for field in (self.address, self.model, self.key):
            field.clear()
        self.refresh()
        self.result.tell(words()("hearing.server.left"), icon_name="check")
        self.address.setFocus()
        self.changed.emit()


def probe_server(url: str, model: str, key: str) -> None:
    """Send a second of silence to be transcribed. Blocks; raises `voice.errors.VoiceError`."""
    import numpy as np

    from voice.transcription_server.request import RATE
    from voice.transcription_server.transcriber import Transcriber

    Transcriber(url, model, key).transcribed(np.zeros(RATE, np.int16))

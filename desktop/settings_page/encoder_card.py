"""The model that finds turns by meaning: how to get it, how far it is, or a folder that holds one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.encoder_models import KNOWN
from desktop.encoder_models.fetch import EncoderFetch, megabytes_of
from desktop.encoders import encoder_folder, installed_encoders
from desktop.theme.words import words
from desktop.widgets.flow import Flow
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.stitch_bar import StitchBar
from desktop.window.house import House

MILLION = 1_000_000


class EncoderCard(QWidget):
    """Nothing is fetched until the button with its size is pressed. `found` tells the model to use."""

    found = Signal(str)

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._model = KNOWN[0]
        self.fetch = EncoderFetch(encoder_folder(house.folder), self)
        self._note = Paragraph("caption", "ink3")
        self._bar = StitchBar()
        self.get = Push("", "secondary", self.begin, small=True, icon_name="download")
        self.stop = Push("remember.stop", "text", self.fetch.cancel, small=True)
        self.folder = Push("remember.folder", "text", self.choose_folder, small=True, icon_name="folder")
        deeds = Flow()
        for deed in (self.get, self.stop, self.folder):
            deeds.addWidget(deed)
        column = QVBoxLayout(self)
        column.setContentsMargins(52, 0, 12, 8)
        column.setSpacing(6)
        column.addWidget(self._note)
        column.addWidget(self._bar)
        column.addLayout(deeds)
        self.fetch.packages.connect(lambda: self._note.setText(words()("remember.packages")))
        self.fetch.progress.connect(self.show_progress)
        self.fetch.done.connect(self.take)
        self.fetch.failed.connect(self.fail)
        words().changed.connect(self.refresh)
        self.refresh()

    def installed(self) -> str:
        """The model to use: the one set, else the first that is here; empty where there is none."""
        chosen = self._house.settings.memory.encoder
        here = installed_encoders(self._house.folder)
        if chosen not in ("none", "server"):
            return chosen
        return here[0] if here else ""

    def refresh(self) -> None:
        """Show how it stands."""
        running, here = self.fetch.running, self.installed()
        self.get.setText(words()("remember.download", size=megabytes_of(self._model)))
        self.get.setVisible(not here and not running)
        self.folder.setVisible(not running)
        self.stop.setVisible(running)
        self._bar.setVisible(running)
        if not running:
            name = Path(here).name if here else self._model.name
            self._note.setText(words()("remember.here" if here else "remember.source", name=name))

    def begin(self) -> None:
        """Download."""
        self.fetch.start(self._model)
        self.refresh()
        self._bar.put(None)
        self._note.setText(words()("remember.asking"))

    def show_progress(self, here: int, whole: int) -> None:
        """So far."""
        self._bar.put(here / whole if whole else None)
        percent = round(100 * here / whole) if whole else 0
        self._bar.setAccessibleName(words()("remember.percent", percent=percent))
        text = words()("remember.progress", here=here // MILLION, whole=max(1, whole // MILLION))
        self._note.setText(words()("remember.checking") if whole and here >= whole else text)

    def take(self, path: Path) -> None:
        """It is here and works."""
        self.found.emit(path.name)
        self.refresh()

    def fail(self, fault: Exception) -> None:
        """Say why; the download can go on later."""
        self.refresh()
        self.stop.hide()
        self._bar.hide()
        self.folder.show()
        self.get.setVisible(not self.installed())
        self._note.setText(f"{getattr(fault, 'message', '')} {getattr(fault, 'remedy', '')}".strip())

    def choose_folder(self) -> None:
        """A model that is on this computer already."""
        folder = QFileDialog.getExistingDirectory(self.window(), words()("remember.folder"))
        if folder:
            self.try_folder(Path(folder))

    def try_folder(self, folder: Path) -> None:
        """Use it if it holds a model."""
        from mind.memory.encoders.folder import holds_model

        if holds_model(folder):
            self.found.emit(str(folder))
            self.refresh()
        else:
            self._note.setText(words()("remember.no_model"))

"""The speech model of a language: what there is, how to get it, how far it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.conversation.model_fetch import MEGABYTES, ModelFetch
from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.stitch_bar import StitchBar
from desktop.window.house import House
from voice.errors import VoiceError
from voice.models import find_model
from voice.models.installed import InstalledModel

MILLION = 1_000_000


class ModelCard(QWidget):
    """Nothing is fetched until the button with its size is pressed. `changed` when another model is in use."""

    changed = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self.fetch = ModelFetch(house.folder / "models", self)
        self._title = Paragraph("body", "ink1")
        self._note = Paragraph("caption", "ink3")
        self._bar = StitchBar()
        self._ready = Paragraph("button", "pine", wrap=False)
        words().bind(self._ready, self._ready.setText, "hear.ready")
        self.get = Push("", "secondary", self.begin, small=True, icon_name="download")
        self.stop = Push("hear.stop", "text", self.fetch.cancel, small=True)
        self.folder = Push("hear.folder", "text", self.choose_folder, small=True, icon_name="folder")
        self.lay_out()
        self.fetch.progress.connect(self.show_progress)
        self.fetch.done.connect(self.take)
        self.fetch.failed.connect(self.fail)
        words().changed.connect(self.refresh)
        self.refresh()

    def lay_out(self) -> None:
        """Words on the left, the deed on the right, the bar under both."""
        row = QHBoxLayout()
        row.setContentsMargins(34, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._title, 1)
        row.addWidget(self._ready)
        row.addWidget(self.get)
        row.addWidget(self.stop)
        under = QHBoxLayout()
        under.setContentsMargins(34, 0, 0, 0)
        under.addWidget(self._note, 1)
        under.addWidget(self.folder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._bar)
        column.addLayout(under)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A globe beside the words."""
        paint_icon(QPainter(self), "globe", QRectF(4, 10, 18, 18), theme().colour("ink2"))

    def installed(self) -> Path | None:
        """The model in use."""
        try:
            return find_model(self._house.folder / "models", words().lang, self._house.settings.hearing.model)
        except VoiceError:
            # None yet: that is what this card is for.
            return None

    def refresh(self) -> None:
        """Show how it stands."""
        running = self.fetch.running
        here = self.installed()
        language = words()(f"language.{words().lang}")
        self._title.setText(words()("hear.model", language=language, size=MEGABYTES[words().lang]))
        self.get.setText(words()("hear.download", size=MEGABYTES[words().lang]))
        self._ready.setVisible(here is not None and not running)
        self.get.setVisible(here is None and not running)
        self.stop.setVisible(running)
        self._bar.setVisible(running)
        if not running:
            self._note.setText(words()("hear.from", name=here.name) if here is not None else words()("hear.source"))

    def begin(self) -> None:
        """Download."""
        self.fetch.start(words().lang)
        self.refresh()
        self._bar.put(None)
        self._note.setText(words()("hear.asking"))

    def show_progress(self, here: int, whole: int) -> None:
        """So far."""
        self._bar.put(here / whole if whole else None)
        percent = round(100 * here / whole) if whole else 0
        self._bar.setAccessibleName(words()("hear.percent", percent=percent))
        text = words()("hear.progress", here=here // MILLION, whole=max(1, whole // MILLION))
        self._note.setText(words()("hear.checking") if whole and here >= whole else text)

    def take(self, model: InstalledModel) -> None:
        """It is here and works."""
        self.use(model.name)

    def use(self, chosen: str) -> None:
        """Listen with this one."""
        self._house.settings.hearing.model = chosen
        self._house.settings.hearing.enabled = True
        self._house.keep()
        self._house.changes.ears.emit()
        self.refresh()
        self.changed.emit()

    def fail(self, fault: VoiceError) -> None:
        """Say why; the download can go on later."""
        self.refresh()
        self.stop.hide()
        self._bar.hide()
        self.get.setVisible(self.installed() is None)
        self._note.setText(f"{fault.message} {fault.remedy}".strip())

    def choose_folder(self) -> None:
        """A model that is on this computer already."""
        folder = QFileDialog.getExistingDirectory(self.window(), words()("hear.folder"))
        if folder:
            self.try_folder(Path(folder))

    def try_folder(self, folder: Path) -> None:
        """Use it if it holds a model."""
        try:
            find_model(self._house.folder / "models", words().lang, str(folder))
        except VoiceError as fault:
            self.fail(fault)
            return
        self.use(str(folder))

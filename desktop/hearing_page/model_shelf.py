"""Speech models: those that are here, one to begin with for each language, and on request all small ones that are offered."""

from __future__ import annotations

import asyncio
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.hearing_page.model_row import UNDER_WAY, ModelRow
from desktop.hearing_page.model_words import ModelTold, ours, told_of, told_of_installed
from desktop.hearing_page.told import cause_of
from desktop.theme.words import words
from desktop.widgets.ask import ask
from desktop.widgets.banner import Banner, announce
from desktop.widgets.flow import Flow
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.window.house import House
from mind.languages import LANGS
from voice.errors import VoiceError
from voice.models import (
    InstalledModel,
    OfficialModel,
    check_language,
    find_model,
    installed_models,
    official_models,
    remove_model,
)
from voice.models.catalogue import LIST_URL
from voice.models.installed import checked


class ModelShelf(QWidget):
    """`changed` when she listens with another model; `only` shows the one language's, for the first meeting."""

    changed = Signal()
    moved = Signal()

    def __init__(self, house: House, *, only_mine: bool = False) -> None:
        super().__init__()
        self._house, self._only_mine = house, only_mine
        self.folder: Path = house.models.folder
        self.rows: dict[str, ModelRow] = {}
        self._offered: list[OfficialModel] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.look = Push("hearing.model.look", "text", self.ask_list, small=True, flush=True)
        self.by_hand = Push("hearing.model.folder", "text", self.choose_folder, small=True, icon_name="folder", flush=True)
        self.note = Paragraph("caption", "ink3")
        self.fault = Banner("download", closable=False)
        self.wrong = Banner("mic_off", closable=False)
        """What is wrong with a model that should be listening."""
        feet = Flow()
        feet.addWidget(self.look)
        feet.addWidget(self.by_hand)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._column)
        column.addWidget(self.wrong)
        column.addWidget(self.fault)
        for part in (self.note, feet) if only_mine else (feet, self.note):
            column.addWidget(part) if isinstance(part, QWidget) else column.addLayout(part)
        words().changed.connect(self.refresh)
        house.models.came.connect(self.take)
        self.refresh()

    # --- what there is

    def installed(self) -> dict[str, ModelTold]:
        """Those on this computer, and the folders that were chosen by hand."""
        found = {model.name: told_of_installed(model) for model in installed_models(self.folder)}
        hearing = self._house.settings.hearing
        chosen = dict(hearing.models) | ({words().lang: hearing.model} if hearing.model else {})
        for lang, choice in chosen.items():
            if choice and choice not in found:
                try:
                    model = checked(Path(choice).expanduser())
                except VoiceError:
                    # It is not there now: what is missing is told where one listens.
                    continue
                found[choice] = told_of_installed(model, lang=lang, by_hand=True)
        return found

    def refresh(self) -> None:
        """A row for each that is here, that we would begin with, that is on its way, or that the list tells."""
        here = self.installed()
        shown = dict(here)
        for name, told in ours().items():
            if not self._only_mine or told.lang == words().lang:
                shown.setdefault(name, told)
        for model in self._offered:
            shown.setdefault(model.name, told_of(model))
        for name, row in self.rows.items():
            if row.state in UNDER_WAY:
                shown.setdefault(name, row.told)
        if self._only_mine:
            shown = {name: told for name, told in shown.items() if told.lang == words().lang or name in self.used().values()}
        self.show_rows(shown, set(here))
        self.look.setVisible(not self._offered and not self._only_mine)
        self.note.setVisible(not self._offered)
        key = "hearing.model.lead" if self._only_mine else "hearing.model.look_note"
        self.note.setText(words()(key, host=urlsplit(LIST_URL).hostname))
        self.show_wrong()

    def show_wrong(self) -> None:
        """Why she hears nothing, or with another model than the chosen one."""
        hearing = self._house.settings.hearing
        fault = self._house.no_ears()
        if fault is None:
            self.wrong.clear()
            return
        chosen = bool(hearing.model_for(self._house.heard.lang))
        ways = (("hearing.model.let_go", lambda: self.keep(self._house.heard.lang, "")),) if chosen else ()
        self.wrong.tell(*cause_of(fault), ways)

    def used(self) -> dict[str, str]:
        """By language, the key of the row she listens with."""
        hearing = self._house.settings.hearing
        found: dict[str, str] = {}
        for lang in ("en", "zh", "ja"):
            choice = hearing.model_for(lang)
            try:
                path = find_model(self.folder, lang, choice)
            except VoiceError:
                continue
            found[lang] = choice if choice and str(path) == str(Path(choice).expanduser()) else path.name
        return found

    def show_rows(self, shown: dict[str, ModelTold], here: set[str]) -> None:
        """Ours first, in the window's language; then those that are here; then by language."""
        order = sorted(shown, key=lambda name: (shown[name].lang != words().lang, name not in here, shown[name].lang, name))
        used = self.used()
        for name in [name for name in self.rows if name not in shown]:
            row = self.rows.pop(name)
            row.hide()
            row.deleteLater()
        for index, name in enumerate(order):
            told = shown[name]
            row = self.rows.get(name) or self.made(name, told)
            self._column.insertWidget(index, row)
            if row.state not in UNDER_WAY:
                row.told = told
                row.become("here" if name in here else "paused" if row.state == "paused" else "absent")
            row.mark(used.get(told.lang) == name)
            row.show()

    def made(self, key: str, told: ModelTold) -> ModelRow:
        """A row that can fetch."""
        row = ModelRow(told, self._house.models.of(told.name))
        row.chosen.connect(self.choose)
        row.removing.connect(self.remove)
        row.moved.connect(self.moved)
        self.rows[key] = row
        return row

    def ask_list(self) -> None:
        """All that is offered; nothing is sent but the question."""
        self.look.setEnabled(False)
        self.note.setText(words()("hearing.model.asking"))
        self.fault.clear()
        self._house.bridge.submit(asyncio.to_thread(official_models), self.take_list, self.fail_list)

    def take_list(self, found: list[OfficialModel]) -> None:
        """It is known now."""
        self.look.setEnabled(True)
        self._offered = found
        self.refresh()

    def fail_list(self, fault: Exception) -> None:
        """Why it is not."""
        self.look.setEnabled(True)
        self.refresh()
        title, step = cause_of(fault) if isinstance(fault, VoiceError) else (words()("hearing.model.failed"), "")
        self.fault.tell(title, step)
        announce(self.fault, title, urgent=True)

    # --- coming, choosing, going

    def take(self, model: InstalledModel) -> None:
        """It is here: she listens with it, unless one was chosen for its language."""
        hearing = self._house.settings.hearing
        if not hearing.model_for(model.lang):
            self.keep(model.lang, model.name)
        else:
            self._house.changes.ears.emit()
            self.refresh()
            self.changed.emit()

    def choose(self, told: ModelTold) -> None:
        """Listen with this one in its language."""
        self.keep(told.lang or words().lang, told.choice)

    def keep(self, lang: str, choice: str) -> None:
        """One model for one language; no choice is any that fits."""
        hearing = self._house.settings.hearing
        kept = {each: name for each, name in hearing.models.items() if each != lang}
        hearing.models = kept | ({lang: choice} if choice else {})
        hearing.model = ""
        hearing.enabled = hearing.enabled or bool(choice)
        self._house.keep()
        self._house.changes.ears.emit()
        self.refresh()
        self.changed.emit()

    def remove(self, told: ModelTold) -> None:
        """From the disk, after one question; a folder chosen by hand is only let go of."""
        if told.by_hand:
            self.keep(told.lang, "")
            return
        name = told.title()
        if ask(self.window(), "hearing.model.remove_title", "hearing.model.remove_text", "hearing.model.remove_now", name=name):
            self.remove_now(told)

    def remove_now(self, told: ModelTold) -> None:
        """No ear holds it any more; then it goes."""
        self._house.hearing.prepare(None)
        try:
            if told.path is not None:
                remove_model(InstalledModel(told.name, told.lang, told.path))
        except VoiceError as fault:
            self.fault.tell(*cause_of(fault))
        row = self.rows.pop(told.name, None)
        if row is not None:
            row.hide()
            row.deleteLater()
        announce(self, words()("hearing.model.removed", name=told.title()))
        chosen = self._house.settings.hearing.model_for(told.lang)
        self.keep(told.lang, "" if chosen == told.name else chosen)

    def choose_folder(self) -> None:
        """A model that is on this computer already."""
        folder = QFileDialog.getExistingDirectory(self.window(), words()("hearing.model.folder_title"))
        if folder:
            self.try_folder(Path(folder))

    def try_folder(self, folder: Path) -> None:
        """Use it for the window's language if it holds a model."""
        self.fault.clear()
        try:
            model = checked(folder)
            if model.lang not in LANGS:
                check_language(folder, words().lang)
        except VoiceError as fault:
            title, step = cause_of(fault)
            self.fault.tell(title, step, icon_name="folder")
            announce(self.fault, title, urgent=True)
            return
        lang = model.lang if model.lang in ("en", "zh", "ja") else words().lang
        self.keep(lang, str(folder))

    def summary(self) -> str:
        """How it stands in one line, for the screen that shows only one."""
        busy = next((row for row in self.rows.values() if row.state in UNDER_WAY), None)
        return busy.note_now() if busy is not None else ""

"""Brings a speech model here, in a thread of its own: list, download, check, put in place."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from mind.languages import Lang
from voice.errors import VoiceError
from voice.models import KNOWN, install_model, official_models
from voice.models.installed import InstalledModel

MEGABYTES: Final[dict[Lang, int]] = {"en": 40, "zh": 42, "ja": 48}
"""What the download is about, before the list is asked."""


class ModelFetch(QObject):
    """One download at a time. Signals arrive on the thread that made it."""

    progress = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._cancelled = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def running(self) -> bool:
        """Whether a download runs."""
        return self._thread is not None and self._thread.is_alive()

    def start(self, lang: Lang) -> None:
        """Fetch the model of a language."""
        if self.running:
            return
        self._cancelled.clear()
        self._thread = threading.Thread(target=self._work, args=(lang,), name="speech-model", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Stop; what came is kept and resumed next time."""
        self._cancelled.set()

    def close(self) -> None:
        """Stop and wait."""
        self.cancel()
        if self._thread is not None:
            self._thread.join(5.0)

    def _work(self, lang: Lang) -> None:
        try:
            installed = self._fetch(lang)
        except VoiceError as fault:
            self.failed.emit(fault)
            return
        self.done.emit(installed)

    def _fetch(self, lang: Lang) -> InstalledModel:
        models = {model.name: model for model in official_models()}
        wanted = models.get(KNOWN[lang]) or next(model for model in models.values() if model.lang == lang)
        return install_model(wanted, self._folder, self.progress.emit, self._cancelled.is_set)

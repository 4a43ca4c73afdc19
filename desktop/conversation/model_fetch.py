"""Brings a speech model here, in a thread of its own: list, download, check, put in place."""

from __future__ import annotations

from typing import Final

from desktop.fetching import Fetch
from mind.languages import Lang
from voice.errors import VoiceError
from voice.models import KNOWN, install_model, official_models
from voice.models.installed import InstalledModel

MEGABYTES: Final[dict[Lang, int]] = {"en": 40, "zh": 42, "ja": 48}
"""What the download is about, before the list is asked."""


class ModelFetch(Fetch):
    """Speech models by language."""

    thread_name = "speech-model"

    def start(self, lang: Lang) -> None:
        """Fetch the model of a language."""
        self.begin(lambda: self._work(lang))

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
        return install_model(wanted, self.folder, self.progress.emit, self.cancelled)

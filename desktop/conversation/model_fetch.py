"""Brings a speech model here, in a thread of its own: list, download, check, put in place."""

from __future__ import annotations

from typing import Final

from desktop.fetching import Fetch
from mind.languages import Lang
from voice.errors import ModelFault, VoiceError
from voice.models import KNOWN, install_model, official_models
from voice.models.installed import InstalledModel

MEGABYTES: Final[dict[Lang, int]] = {"en": 40, "zh": 42, "ja": 48}
"""What the download is about, before the list is asked."""

GONE: Final = "The list offers {name} no more."


class ModelFetch(Fetch):
    """Speech models by language."""

    thread_name = "speech-model"

    def start(self, lang: str, name: str = "") -> None:
        """Fetch a model by its name, or the one we know for a language."""
        self.begin(lambda: self._work(lang, name))

    def _work(self, lang: str, name: str) -> None:
        try:
            installed = self._fetch(lang, name)
        except VoiceError as fault:
            self.failed.emit(fault)
            return
        self.done.emit(installed)

    def _fetch(self, lang: str, name: str) -> InstalledModel:
        models = {model.name: model for model in official_models()}
        wanted = models.get(name or KNOWN.get(lang, "")) or next((model for model in models.values() if model.lang == lang), None)
        if wanted is None:
            raise ModelFault(GONE.format(name=name or lang), "Choose another model.", kind="speech-model-gone")
        return install_model(wanted, self.folder, self.progress.emit, self.cancelled)

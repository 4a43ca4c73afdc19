"""Speech models on their way, wherever they were asked for: a page may close, the download goes on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.conversation.model_fetch import ModelFetch


class ModelDownloads(QObject):
    """One `ModelFetch` for each name, made when first wanted. `came` tells the `InstalledModel` that is in place and works."""

    came = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self._fetches: dict[str, ModelFetch] = {}

    def of(self, name: str) -> ModelFetch:
        """The download of this model."""
        if name not in self._fetches:
            self._fetches[name] = made = ModelFetch(self.folder, self)
            made.done.connect(self.came)
        return self._fetches[name]

    def close(self) -> None:
        """Stop them all; what came is kept."""
        for fetch in self._fetches.values():
            fetch.cancel()
        for fetch in self._fetches.values():
            fetch.close()

"""Brings an encoder model here with what runs it, in a thread of its own."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.encoder_models.hub import EncoderModel
from desktop.encoder_models.install import install_encoder
from desktop.encoder_models.packages import MEGABYTES, install_packages, packages_here
from mind.errors import EncoderFault
from voice.errors import VoiceError


def megabytes_of(model: EncoderModel) -> int:
    """About how much will be fetched, with the packages where they are missing."""
    return model.megabytes + (0 if packages_here() else MEGABYTES)


class EncoderFetch(QObject):
    """One download at a time. Signals arrive on the thread that made it; `failed` carries the fault."""

    packages = Signal()
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

    def start(self, model: EncoderModel) -> None:
        """Fetch a model."""
        if self.running:
            return
        self._cancelled.clear()
        self._thread = threading.Thread(target=self._work, args=(model,), name="encoder-model", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Stop; what came is kept and resumed next time."""
        self._cancelled.set()

    def close(self) -> None:
        """Stop and wait."""
        self.cancel()
        if self._thread is not None:
            self._thread.join(5.0)

    def _work(self, model: EncoderModel) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if not packages_here():
                self.packages.emit()
                install_packages(self._folder / "packages.log")
            path = install_encoder(model, self._folder, self.progress.emit, self._cancelled.is_set)
        except (VoiceError, EncoderFault) as fault:
            self.failed.emit(fault)
            return
        except OSError as fault:
            self.failed.emit(
                EncoderFault(f"{self._folder} cannot be written ({fault.strerror or fault}).", "Check the data folder.")
            )
            return
        self.done.emit(path)

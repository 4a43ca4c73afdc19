"""Brings an encoder model here with what runs it, in a thread of its own."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop.encoder_models.hub import EncoderModel
from desktop.encoder_models.install import install_encoder
from desktop.encoder_models.packages import MEGABYTES, install_packages, packages_here
from desktop.fetching import Fetch
from mind.errors import EncoderFault
from voice.errors import VoiceError


def megabytes_of(model: EncoderModel) -> int:
    """About how much will be fetched, with the packages where they are missing."""
    return model.megabytes + (0 if packages_here() else MEGABYTES)


class EncoderFetch(Fetch):
    """Encoder models, and the packages that run them where these are missing (`packages` is told first)."""

    packages = Signal()
    thread_name = "encoder-model"

    def start(self, model: EncoderModel) -> None:
        """Fetch a model."""
        self.begin(lambda: self._work(model))

    def _work(self, model: EncoderModel) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if not packages_here():
                self.packages.emit()
                install_packages(self.folder / "packages.log")
            path = install_encoder(model, self.folder, self.progress.emit, self.cancelled)
        except (VoiceError, EncoderFault) as fault:
            self.failed.emit(fault)
            return
        except OSError as fault:
            self.failed.emit(
                EncoderFault(f"{self.folder} cannot be written ({fault.strerror or fault}).", "Check the data folder.")
            )
            return
        self.done.emit(path)

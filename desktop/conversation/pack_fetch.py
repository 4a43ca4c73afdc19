"""Brings a downloadable voice here with what runs it, in a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.fetching import Fetch
from voice.errors import ModelFault, VoiceError
from voice.voice_packs import InstalledPack, VoicePack, install_pack

GONE = "The list offers {name} no more."


class PackFetch(Fetch):
    """One pack by its name. `packages` is told where the package that runs it comes first."""

    packages = Signal()
    thread_name = "voice-pack"

    def __init__(self, offered: Callable[[], list[VoicePack]], folder: Path, parent: QObject | None = None) -> None:
        super().__init__(folder, parent)
        self._offered = offered

    def start(self, name: str) -> None:
        """Ask the list, then fetch."""
        self.begin(lambda: self._work(name))

    def _work(self, name: str) -> None:
        try:
            installed = self._fetch(name)
        except VoiceError as fault:
            self.failed.emit(fault)
            return
        except OSError as fault:
            told = f"{self.folder} cannot be written ({fault.strerror or fault})."
            self.failed.emit(ModelFault(told, "Check the data folder."))
            return
        self.done.emit(installed)

    def _fetch(self, name: str) -> InstalledPack:
        from desktop.neural_packages import install_packages
        from voice.neural.packages import packages_here

        pack = next((each for each in self._offered() if each.name == name), None)
        if pack is None:
            raise ModelFault(GONE.format(name=name), "Choose another voice.", kind="voice-pack-gone")
        if not packages_here():
            self.packages.emit()
            self.folder.mkdir(parents=True, exist_ok=True)
            install_packages(self.folder / "packages.log")
        self.progress.emit(0, pack.size)
        return install_pack(pack, self.folder, self.progress.emit, self.cancelled)

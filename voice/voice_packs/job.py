"""An install in a thread of its own, watched and stopped from another."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from voice.errors import VoiceError
from voice.voice_packs.install import install_pack
from voice.voice_packs.pack import InstalledPack, VoicePack


class InstallJob:
    """Installs `pack` in `folder`. `on_progress` and `on_end`, where given, are called in the thread.

    What has come before `cancel` is kept and resumed by the next job.
    """

    def __init__(
        self,
        pack: VoicePack,
        folder: Path,
        on_progress: Callable[[int, int], None] = lambda here, whole: None,
        on_end: Callable[[InstallJob], None] = lambda job: None,
    ) -> None:
        self.pack = pack
        self.progress = (0, pack.size)
        """Bytes come, and bytes in all."""
        self.installed: InstalledPack | None = None
        """What is in place, once done."""
        self.fault: VoiceError | None = None
        """Why it is not; of kind ``cancelled`` when stopped."""
        self._folder = folder
        self._on_progress = on_progress
        self._on_end = on_end
        self._cancelled = threading.Event()
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._work, name="voice-pack", daemon=True)

    @property
    def done(self) -> bool:
        """Whether it came to its end, one way or the other."""
        return self._done.is_set()

    def start(self) -> InstallJob:
        """Begin."""
        self._thread.start()
        return self

    def cancel(self) -> None:
        """Stop soon."""
        self._cancelled.set()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the end; whether it came."""
        return self._done.wait(seconds)

    def _work(self) -> None:
        try:
            self.installed = install_pack(self.pack, self._folder, self._told, self._cancelled.is_set)
        except VoiceError as fault:
            self.fault = fault
        finally:
            self._done.set()
            self._on_end(self)

    def _told(self, here: int, whole: int) -> None:
        self.progress = (here, whole)
        self._on_progress(here, whole)

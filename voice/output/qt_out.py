"""The system's loudspeaker, in a Qt loop."""

from __future__ import annotations

from typing import Final

from voice.echo.reference import Reference
from voice.output.open_stream import open_stream
from voice.output.stream_out import Lost, StreamOut
from voice.ports import Sound

REST_MS: Final = 20_000
"""After so long without a word the device is let go: it may sleep. Within a conversation it stays awake for the next one."""


class QtOut(StreamOut):
    """`voice.ports.AudioOut` on the loudspeaker with this id or name (empty: the default one).

    Lives on the thread that made it, which runs Qt's event loop. It is asked, not told: everything happens within `played`,
    which a speaker calls on every frame. `add` raises `OutputFault` where the device cannot be opened.
    """

    name = "qt"

    def __init__(
        self, device: str = "", on_lost: Lost = lambda fault, at: None, reference: Reference | None = None
    ) -> None:
        from PySide6.QtCore import QTimer

        super().__init__(lambda rate: open_stream(device, rate), on_lost, reference=reference)
        self._rest = QTimer()
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._let_rest)

    def add(self, sound: Sound, heard: float = 0.0) -> None:
        """See `voice.ports.AudioOut`. Raises `OutputFault`."""
        self._rest.start()
        super().add(sound, heard)

    def close(self) -> None:
        """Let go of the device."""
        self._rest.stop()
        super().close()

    def _let_rest(self) -> None:
        if self.idle:
            self._rest.stop()
            self.stop()

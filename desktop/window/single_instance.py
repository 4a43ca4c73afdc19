"""One window for each data folder: a second start brings the first to the front."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

RAISE: Final = b"hearth 1 raise\n"
PATIENCE: Final = 700
"""Milliseconds to find another window. The store's own lock is the truth; this only saves a second start its fault."""


def address(folder: Path) -> str:
    """The name of the folder's door: the same for every spelling of its path."""
    return "hearth-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]


class SingleInstance(QObject):
    """Ask `raise_other` first; then `listen`."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._name = address(folder)
        self._server: QLocalServer | None = None
        self._raise: Callable[[], None] = lambda: None

    def raise_other(self) -> bool:
        """Bring another window of this folder to the front; False where there is none."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE):
            return False
        socket.write(RAISE)
        answered = socket.waitForBytesWritten(PATIENCE)
        socket.disconnectFromServer()
        return answered

    def listen(self, to_front: Callable[[], None]) -> None:
        """Answer later starts. A door left over from a killed process is taken away first."""
        self._raise = to_front
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self.answer)
        self._server.listen(self._name)

    def answer(self) -> None:
        """Read what a later start wants."""
        if self._server is None:
            return
        socket = self._server.nextPendingConnection()
        if socket is None:
            return

        def read() -> None:
            if bytes(socket.readAll().data()).startswith(RAISE[:8]):
                self._raise()

        socket.readyRead.connect(read)
        socket.disconnected.connect(socket.deleteLater)
        if socket.bytesAvailable():
            read()

    def close(self) -> None:
        """Close the door."""
        if self._server is not None:
            self._server.close()
            self._server = None

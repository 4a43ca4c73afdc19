"""Who hears, and where it stays. Always there."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words

FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
BESIDE = 28
"""What the icon and its air take of the width."""
LOOPBACK = {"localhost", "127.0.0.1", "::1", ""}


def host_of(url: str) -> str:
    """The host of a server address; empty for none or for this computer."""
    if not url.strip():
        return ""
    split = urlsplit(url if "//" in url else f"//{url}")
    host = split.hostname or ""
    return "" if host in LOOPBACK or host.startswith("127.") else host


class AiLine(QWidget):
    """One line of 12 px; more where it would be cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._url = self._voice = self._ears = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        words().changed.connect(self.refresh)
        self.refresh()

    def use(self, url: str) -> None:
        """Name the server, or this computer."""
        self._url = url
        self.refresh()

    def speak_by(self, url: str) -> None:
        """Name the server that speaks what she says; empty where this computer does."""
        self._voice = url
        self.refresh()

    def hear_by(self, url: str) -> None:
        """Name the server that understands what is said aloud; empty where this computer does."""
        self._ears = url
        self.refresh()

    @property
    def text(self) -> str:
        """The line as it reads now."""
        ears = host_of(self._ears)
        blank = " " if words().lang == "en" else ""
        return self.answered + (blank + words()("hearing.voice_goes", host=ears) if ears else "")

    @property
    def answered(self) -> str:
        """Where what is written goes, and what she says."""
        host, voice = host_of(self._url), host_of(self._voice)
        if host and voice:
            return words()("ai.one" if host == voice else "ai.both", host=host, voice=voice)
        if voice:
            return words()("ai.voice", voice=voice)
        return words()("ai.server", host=host) if host else words()("ai.local")

    def refresh(self) -> None:
        """Read the words again."""
        self.setAccessibleName(self.text)
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """The font changed."""
        self.updateGeometry()

    def lines(self, width: float) -> int:
        """How many lines it takes."""
        metrics = QFontMetricsF(theme().font("caption"))
        box = metrics.boundingRect(QRectF(0, 0, max(1.0, width - BESIDE), 10_000), FLAGS, self.text)
        return max(1, round(box.height() / metrics.lineSpacing()))

    def sizeHint(self) -> QSize:
        """A line's height."""
        return QSize(200, round(theme().line("caption") * self.lines(max(200, self.width()))) + 6)

    def resizeEvent(self, event: object) -> None:
        """It may need the other height."""
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A lock or a cloud, then the words."""
        painter = QPainter(self)
        painter.setFont(theme().font("caption"))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(self.text)
        wide = min(wide, self.width() - BESIDE + 2)
        left = max(0.0, (self.width() - wide - 22) / 2)
        name = "cloud" if any(map(host_of, (self._url, self._voice, self._ears))) else "lock"
        line = theme().line("caption")
        paint_icon(painter, name, QRectF(left, 3 + (line - 14) / 2, 14, 14), theme().colour("ink3"))
        painter.setPen(theme().colour("ink3"))
        painter.drawText(QRectF(left + 22, 3, wide + 4, self.height() - 3), FLAGS, self.text)

"""Progress, level or steps, knit in stitches."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import motion
from desktop.theme.stitch import paint_stitch
from desktop.theme.theme import theme

WIDTH, HEIGHT, GAP = 11, 9, 1


class StitchBar(QWidget):
    """`value` 0..1, None for an unknown length: three stitches travel. A fixed `count`, else as many as fit."""

    def __init__(
        self, token: str = "pine", count: int = 0, stitch: tuple[int, int] = (WIDTH, HEIGHT),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._token = token
        self._count = count
        self._stitch = stitch
        self._value: float | None = 0.0
        self._travel = 0
        self._timer = QTimer(self)
        self._timer.setInterval(motion.STITCH // 2)
        self._timer.timeout.connect(self.step)
        self.setSizePolicy(QSizePolicy.Policy.Expanding if not count else QSizePolicy.Policy.Fixed,
                           QSizePolicy.Policy.Fixed)

    def put(self, value: float | None) -> None:
        """Show a value."""
        filled = self.filled()
        self._value = value
        if value is None and self.isVisible() and not theme().reduced:
            self._timer.start()
        elif value is not None:
            self._timer.stop()
        if value is None or self.filled() != filled:
            self.update()

    def step(self) -> None:
        """One stitch further."""
        self._travel += 1
        self.update()

    def many(self) -> int:
        """How many stitches there are."""
        return self._count or max(3, (self.width() + GAP) // (self._stitch[0] + GAP))

    def filled(self) -> int:
        """How many are filled."""
        return round((self._value or 0.0) * self.many())

    def sizeHint(self) -> QSize:
        """A row of stitches."""
        many = self._count or 12
        return QSize(many * (self._stitch[0] + GAP) - GAP + 2, self._stitch[1] + 4)

    def minimumSizeHint(self) -> QSize:
        """At least a few."""
        return QSize(self.sizeHint().width() if self._count else 60, self._stitch[1] + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The row."""
        painter = QPainter(self)
        many = self.many()
        for index in range(many):
            travelling = (index - self._travel) % many < 3
            live = travelling if self._value is None else index < self.filled()
            box = QRectF(1 + index * (self._stitch[0] + GAP), 2, *self._stitch)
            paint_stitch(painter, box, theme().colour(self._token if live else "track"))

"""Plain text in a role of the type scale, with the role's own line height."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.theme.theme import theme

WIDE = 10_000


class Paragraph(QLabel):
    """A label that never guesses markup, wraps where `wrap` is set and elides what does not fit otherwise."""

    def __init__(
        self, role: str = "body", token: str = "ink1", *, wrap: bool = True,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft, parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._role = role
        self._token = token
        self._wrap = wrap
        self._align = align
        self.setWordWrap(wrap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.restyle()

    def restyle(self) -> None:
        """Take the role's font again."""
        self.setFont(theme().font(self._role))
        self.updateGeometry()
        self.update()

    @property
    def role(self) -> str:
        """Its role in the type scale."""
        return self._role

    def become(self, role: str) -> None:
        """Take another role."""
        self._role = role
        self.restyle()

    def tint(self, token: str) -> None:
        """Change the colour."""
        self._token = token
        self.update()

    def setText(self, text: str) -> None:
        """Change the text and the name a screen reader gives it."""
        super().setText(text)
        self.updateGeometry()
        self.update()

    def lines(self, width: float) -> QTextLayout:
        """The text laid out in `width`."""
        layout = QTextLayout(self.text().replace("\n", "\u2028"), theme().font(self._role))
        option = QTextOption(self._align)
        # Japanese and Chinese break anywhere but keep their punctuation; long words break only where they must.
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        step = theme().line(self._role)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + (step - line.height()) / 2))
            y += step
        layout.endLayout()
        return layout

    def hasHeightForWidth(self) -> bool:
        """Wrapped text grows downwards."""
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        """The height the wrapped text needs."""
        margins = self.contentsMargins()
        if not self._wrap:
            return round(theme().line(self._role)) + margins.top() + margins.bottom()
        inner = width - margins.left() - margins.right()
        return round(self.lines(max(1, inner)).lineCount() * theme().line(self._role)) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """One line where it does not wrap, else a comfortable measure."""
        margins = self.contentsMargins()
        layout = self.lines(WIDE)
        widest = max((layout.lineAt(i).naturalTextWidth() for i in range(layout.lineCount())), default=0.0)
        width = int(widest) + 2 + margins.left() + margins.right()
        if self._wrap:
            width = min(width, theme().px(520))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Wrapped text may be as narrow as a word, a single line elides."""
        margins = self.contentsMargins()
        return QSize(theme().px(40), round(theme().line(self._role)) + margins.top() + margins.bottom())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint with the role's line height."""
        painter = QPainter(self)
        painter.setPen(theme().colour(self._token, 1.0 if self.isEnabled() else 0.45))
        box = self.contentsRect()
        if self._wrap:
            layout = self.lines(box.width())
            height = layout.lineCount() * theme().line(self._role)
            top = float(box.top())
            if self.alignment() & Qt.AlignmentFlag.AlignVCenter and height < box.height():
                top += (box.height() - height) / 2
            layout.draw(painter, QPointF(box.left(), top))
            return
        painter.setFont(theme().font(self._role))
        elided = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, self._align | Qt.AlignmentFlag.AlignVCenter, elided)

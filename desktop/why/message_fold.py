"""One message of a request: its role, and the exact text in a fold."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QPainter, QPaintEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.type_scale import families, installed
from desktop.theme.words import words
from desktop.widgets.push import Push

LONG: Final = 1500
"""Of a longer message so many characters are shown first."""
MONO: Final = ("Cascadia Mono", "SF Mono", "Menlo", "Consolas", "DejaVu Sans Mono", "Noto Sans Mono", "Liberation Mono")
SIZE: Final = 12


@lru_cache(maxsize=4)
def mono_families(lang: str) -> tuple[str, ...]:
    """A monospaced face that is installed, then the language's own for what it lacks."""
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    there = [family for family in MONO if family in installed()][:1]
    return (*there, fixed, *families(lang, False))


def mono() -> QFont:
    """The face of exact text, at the text scale."""
    made = QFont()
    made.setFamilies(list(mono_families(words().lang)))
    made.setPixelSize(theme().px(SIZE))
    return made


class ExactText(QPlainTextEdit):
    """Text to read, select and copy, as high as its lines: the sheet around it scrolls."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setProperty("kind", "code")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPlainText(text)
        self.restyle()

    def restyle(self) -> None:
        """Take the font again."""
        self.setFont(mono())
        self.fit()

    def fit(self) -> None:
        """As high as the lines are at this width."""
        text, block = 0.0, self.document().firstBlock()
        while block.isValid():
            text += self.blockBoundingRect(block).height()
            block = block.next()
        frame = self.height() - self.viewport().height()
        high = ceil(text + 2 * self.document().documentMargin()) + max(frame, 12)
        if high != self.height():
            self.setFixedHeight(high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self.fit()


class FoldHead(QAbstractButton):
    """The line one presses: an arrow, whose words, and how they begin."""

    def __init__(self, role: str, preview: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self.setText(role)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(role)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two lines: the role, and the beginning while it is folded."""
        high = theme().line("label") + 12 + (0 if self.isChecked() else theme().line("caption"))
        return QSize(120, round(high))

    def minimumSizeHint(self) -> QSize:
        """The same height, whatever the width."""
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Arrow, role, beginning."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("ink1", 0.05))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        line = theme().line("label")
        arrow = QRectF(4, 6 + (line - 14) / 2, 14, 14)
        paint_icon(painter, "down" if self.isChecked() else "right", arrow, theme().colour("ink2"))
        wide = self.width() - 30
        painter.setFont(theme().font("label"))
        painter.setPen(theme().colour("ink1"))
        role = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, wide)
        painter.drawText(QRectF(26, 6, wide, line), Qt.AlignmentFlag.AlignVCenter, role)
        if not self.isChecked():
            painter.setFont(theme().font("caption"))
            painter.setPen(theme().colour("ink3"))
            shown = painter.fontMetrics().elidedText(self._preview, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(QRectF(26, 6 + line, wide, theme().line("caption")), Qt.AlignmentFlag.AlignVCenter, shown)


class MessageFold(QWidget):
    """Folded at first; its text is made when it is first unfolded."""

    def __init__(self, role: str, content: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.head = FoldHead(role, " ".join(content[:200].split()))
        self.head.toggled.connect(self.unfold)
        self._column.addWidget(self.head)
        self.text: ExactText | None = None
        self.more: Push | None = None

    def unfold(self, open_: bool) -> None:
        """Show the text, or only how it begins."""
        if open_ and self.text is None:
            self.make_text()
        for widget in (self.text, self.more):
            if widget is not None:
                widget.setVisible(open_)
        self.head.updateGeometry()

    def make_text(self) -> None:
        """The text; a long one with its beginning first."""
        long = len(self._content) > LONG
        self.text = ExactText(self._content[:LONG].rstrip() + "…" if long else self._content, self.head.text(), self)
        self._column.addWidget(self.text)
        if long:
            self.more = Push("why.show_all", "text", self.show_all, small=True, flush=True, count=f"{len(self._content):,}")
            self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_all(self) -> None:
        """The whole message."""
        if self.text is None or self.more is None:
            return
        self.text.setPlainText(self._content)
        self.text.fit()
        self.more.deleteLater()
        self.more.hide()
        self.more = None
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

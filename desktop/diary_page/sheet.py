"""One day of the diary on its sheet: knit band, title, when it was written, her words, and what they rest on."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.diary_page.knit_band import KnitBand
from desktop.diary_page.source_chip import SHORT, SourceChip
from desktop.theme.dates import heading
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.card import Card
from desktop.widgets.flow import Flow
from desktop.widgets.paragraph import Paragraph
from mind.domain import Memory, NoteSentence, Turn
from mind.memory.consolidation.days import DAWN, day_of
from mind.turn.diary_book import DiaryPage

PADDING: Final = (44, 30)
NARROW: Final = (24, 24)
NARROW_BELOW: Final = 480
SHOWN: Final = 4
"""Chips that stand there at once; the rest unfolds."""
ICONS: Final = (("plan", "calendar"), ("person", "people"), ("friend", "people"), ("pet", "people"), ("home", "place"))
PARTS: Final = ((4, "night"), (11, "morning"), (17, "afternoon"), (22, "evening"), (24, "night"))


class DiarySheet(Card):
    """`memory_wanted` and `turn_wanted` carry the id of a source."""

    memory_wanted = Signal(int)
    turn_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=20, parent=parent)
        self.band = KnitBand()
        self.title = Paragraph("section", "ink1")
        self.written = Paragraph("caption", "ink3")
        self._words = QWidget()
        self._paragraphs = QVBoxLayout(self._words)
        self._paragraphs.setContentsMargins(0, 0, 0, 0)
        self._chips = QWidget()
        self._flow = Flow(self._chips, 8)
        self.body.setSpacing(0)
        self.body.addWidget(self.band)
        self.body.addSpacing(22)
        self.body.addWidget(self.title)
        self.body.addSpacing(2)
        self.body.addWidget(self.written)
        self.body.addSpacing(14)
        self.body.addWidget(self._words)
        self.body.addSpacing(20)
        self.body.addWidget(self._chips)
        self.body.addStretch(1)
        self.restyle()

    def restyle(self) -> None:
        """Sizes changed."""
        across, down = NARROW if 0 < self.width() < NARROW_BELOW else PADDING
        self.body.setContentsMargins(across, down, across, down)
        self._paragraphs.setSpacing(round(theme().line("diary") * 0.62))

    def resizeEvent(self, event: object) -> None:
        """Less padding where there is little room."""
        self.restyle()

    def tell(self, page: DiaryPage, now: datetime) -> None:
        """Show a day, or that nothing is written of it yet."""
        self.band.tell(page.causes)
        at = datetime.combine(date.fromisoformat(page.day), time(12)).astimezone()
        day = heading(at, now - DAWN)
        empty(self._paragraphs)
        empty(self._flow)
        if page.note is None:
            self.title.setText(words()("diary.unwritten"))
            self.written.setText(day)
            self.add_words(words()("diary.unwritten_text"), "lead", "ink2")
        else:
            self.title.setText(page.title or words()("diary.untitled"))
            self.written.setText(words()("diary.written", day=day, part=words()(f"diary.part_{part_of(page)}")))
            for together in page.paragraphs:
                self.add_words(joined(together, page.note.lang), "diary", "ink1")
            self.add_chips(page)
        self._chips.setVisible(self._flow.count() > 0)
        self.setAccessibleName(f"{self.title.text()}. {self.written.text()}")
        self.updateGeometry()

    def add_words(self, text: str, role: str, token: str) -> None:
        """A paragraph of the page."""
        line = Paragraph(role, token)
        line.setText(text)
        self._paragraphs.addWidget(line)

    def add_chips(self, page: DiaryPage) -> None:
        """What the page rests on: memories first, then words said; many are folded."""
        for memory in page.memories:
            chip = SourceChip(icon_of(memory), memory.text)
            chip.clicked.connect(lambda _=False, at=memory.id: self.memory_wanted.emit(at))
            self._flow.addWidget(chip)
        for turn in page.turns:
            chip = SourceChip("talk", said(turn), SHORT)
            chip.clicked.connect(lambda _=False, at=turn.id: self.turn_wanted.emit(at))
            self._flow.addWidget(chip)
        self.fold()

    def fold(self) -> None:
        """Leave the first few, and one chip that brings the rest."""
        rest = self.chips()[SHOWN:]
        if len(rest) < 2:
            return
        for chip in rest:
            chip.hide()
        more = SourceChip("", words()("diary.more", count=len(rest)))
        more.setAccessibleName(words()("diary.more_name", count=len(rest)))

        def unfold() -> None:
            more.hide()
            for chip in rest:
                chip.show()
            rest[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._chips.updateGeometry()

        more.clicked.connect(unfold)
        self._flow.addWidget(more)

    def chips(self) -> list[SourceChip]:
        """The chips, in order."""
        found = (self._flow.itemAt(index) for index in range(self._flow.count()))
        return [chip for item in found if item is not None and isinstance(chip := item.widget(), SourceChip)]

    def text(self) -> str:
        """All words of the page, paragraph by paragraph."""
        found = (self._paragraphs.itemAt(index) for index in range(self._paragraphs.count()))
        return "\n".join(line.text() for item in found if item and isinstance(line := item.widget(), Paragraph))


def joined(sentences: tuple[NoteSentence, ...], lang: str) -> str:
    """Sentences as one paragraph: Chinese and Japanese take no space between them."""
    return (" " if lang == "en" else "").join(one.text for one in sentences)


def icon_of(memory: Memory) -> str:
    """The icon of what a memory is about."""
    return next((name for kind, name in ICONS if memory.kind.startswith(kind)), "wool")


def said(turn: Turn) -> str:
    """A turn's words in quotation marks of its language."""
    first, last = ("「", "」") if turn.lang == "ja" else ("“", "”")
    return f"{first}{turn.text}{last}"


def part_of(page: DiaryPage) -> str:
    """The part of the day in which it was written; "later" where that was another day."""
    if page.note is None or day_of(page.note.at) != page.day:
        return "later"
    return next(name for until, name in PARTS if page.note.at.hour < until)


def empty(layout: QVBoxLayout | Flow) -> None:
    """Take all out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()

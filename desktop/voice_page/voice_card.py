"""A voice that can be tried and chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent

from desktop.conversation.voice_choices import VoiceChoice
from desktop.conversation.voice_trial import TrialState
from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.voice_page.play_button import PlayButton
from desktop.widgets.card import ChoiceCard

MARK = 14


class VoiceCard(ChoiceCard):
    """A press chooses, the disc at its end only plays. A voice that failed says so in its second line."""

    def __init__(
        self, choice: VoiceChoice, choose: Callable[[VoiceChoice], object], play: Callable[[VoiceChoice], object],
        *, listed: bool = False,
    ) -> None:
        super().__init__(radio=False)
        self.choice = choice
        self._listed = listed
        self._failed = False
        self.row.setContentsMargins(16, 12, 12, 12)
        self.row.setSpacing(8)
        self.play = PlayButton(lambda: play(choice))
        self.end(self.play)
        self.clicked.connect(lambda: choose(choice))
        self.show_choice()
        words().changed.connect(self.show_choice)

    def show_choice(self) -> None:
        """Name and note in the language of the window."""
        name, note = self.choice.name(), self.choice.note(listed=self._listed)
        self.describe(name, words()("voice.did_not_speak") if self._failed else note)
        self.note.tint("rose" if self._failed else "ink2")
        self.play.call_voice(name)

    def fail(self, failed: bool) -> None:
        """Whether it could not speak when it was last asked to."""
        if failed != self._failed:
            self._failed = failed
            self.show_choice()

    def sound(self, state: TrialState) -> None:
        """Whether it is tried now."""
        if state != self.play.state:
            self.play.become(state)

    def nextCheckState(self) -> None:
        """A press asks; the page decides what is chosen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Wide enough for a name, at least 64 high."""
        hint = super().sizeHint()
        return QSize(theme().px(200), max(theme().px(64), hint.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card; a tick where it is the chosen one, since colour alone says nothing."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        painter = QPainter(self)
        end = self.title.mapTo(self, self.title.rect().topLeft())
        text = self.title.fontMetrics().horizontalAdvance(self.title.text())
        side = MARK * min(1.5, theme().scale)
        left = min(end.x() + text + 8, end.x() + self.title.width() - side)
        box = QRectF(left, end.y() + (self.title.height() - side) / 2, side, side)
        paint_icon(painter, "check", box, theme().colour("pine"))

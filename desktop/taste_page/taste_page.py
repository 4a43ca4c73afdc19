"""How the user likes her: manners to choose from, and the taste card, each line with its reasons, to be put right."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.bearing.shown import OWN as OWN_SOUND
from desktop.bearing.shown import in_manner
from desktop.taste_page.liking_row import LikingRow
from desktop.taste_page.manner_shelf import MannerShelf
from desktop.taste_page.told import key_of, liking_name, side_of
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.ask import ask
from desktop.widgets.banner import announce
from desktop.widgets.card import Card
from desktop.widgets.content_area import Content, ContentArea
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.window.house import House
from mind.domain import Person
from mind.events import Sentence
from mind.taste.packs import OWN, Sound, pack_of
from mind.turn.taste_book import Liking, TasteView

WIDEST: Final = 1120
MOST: Final = 8
"""So many topics, and kinds of story, are shown: the surest."""


class TastePage(QWidget):
    """`told` carries what was done and how to undo it, `failed` why something cannot be; `turn_wanted` a turn to show."""

    told = Signal(str, object)
    failed = Signal(str)
    turn_wanted = Signal(int)

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._seen: TasteView | None = None
        self._person = Person()
        self._hearing: str | None = None
        self.shelf = MannerShelf()
        self.shelf.chosen.connect(self.choose)
        self.shelf.heard.connect(self.hear)
        self.rows: dict[str, LikingRow] = {}
        self.empty = Paragraph("body", "ink2")
        self.wipe = Push("taste.forget", "danger", self.wipe_card)
        self.card = Card()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.lay_out()
        house.trial.changed.connect(self.show_trial)
        house.changes.taste.connect(self.refresh)
        house.conversation.busy_changed.connect(lambda busy: None if busy else self.refresh())
        words().changed.connect(self.show_seen)

    def lay_out(self) -> None:
        """Title and what the page is, the manners, the card."""
        title, lead = Paragraph("title", "ink1", wrap=False), Paragraph("lead", "ink2")
        words().bind(title, title.setText, "taste.title")
        words().bind(lead, lead.setText, "taste.lead")
        manner, note = Paragraph("section", "ink1"), Paragraph("body", "ink2")
        words().bind(manner, manner.setText, "taste.manner")
        words().bind(note, note.setText, "taste.manner_note")
        card = Paragraph("section", "ink1")
        words().bind(card, card.setText, "taste.card")
        self.card.body.addWidget(self.empty)
        self.card.body.addLayout(self._lines)
        foot = QHBoxLayout()
        foot.addWidget(self.wipe)
        foot.addStretch(1)
        inner = Content()
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(8)
        for part in (title, lead, manner, note, self.shelf, card, self.card):
            if part in (manner, card):
                self._column.addSpacing(14)
            self._column.addWidget(part)
        self._column.addSpacing(6)
        self._column.addLayout(foot)
        self._column.addStretch(1)
        self.area = ContentArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        words().bind(self.area, self.area.setAccessibleName, "taste.title")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Margins for the width there is."""
        narrow = self.width() <= 480
        spare = max(0, (self.width() - 40 - theme().px(WIDEST)) // 2)
        self._column.setContentsMargins((0 if narrow else 16) + spare, 10, (6 if narrow else 24) + spare, 20)

    def restyle(self) -> None:
        """The text's size changed."""
        for row in self.rows.values():
            row.arrange()

    # --- reading

    def showEvent(self, event: QShowEvent) -> None:
        """The talk may have taught her something."""
        self.refresh()

    def refresh(self) -> None:
        """Read it anew."""
        if not self.isVisible():
            return
        mind = self._house.mind

        async def read() -> tuple[TasteView, Person]:
            return await mind.tastes.view(), await mind.person()

        self._house.bridge.submit(read(), lambda found: self.take(*found), self._house.conversation.fail)

    def take(self, seen: TasteView, person: Person) -> None:
        """Show what was read."""
        self._seen, self._person = seen, person
        self.show_seen()

    def show_seen(self) -> None:
        """All of it, in the language there is."""
        if self._seen is None:
            return
        seen, now = self._seen, datetime.now().astimezone()
        self.shelf.show_chosen(seen.pack, self._person.name, adult=seen.adult)
        self.empty.setText(words()("taste.empty"))
        self.empty.setVisible(not seen.learnt)
        self.wipe.setEnabled(seen.learnt)
        likings = (*seen.axes, *seen.topics[:MOST], *seen.stories[:MOST])
        for axis in [axis for axis in self.rows if all(one.axis != axis for one in likings)]:
            self.drop(axis)
        for at, liking in enumerate(likings):
            row = self.rows.get(liking.axis) or self.made(liking.axis)
            self._lines.insertWidget(at, row)
            row.tell(liking, now)
        # All that grew takes its place before anything of it is painted.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def made(self, axis: str) -> LikingRow:
        """A line of the card."""
        row = self.rows[axis] = LikingRow(axis)
        row.set_to.connect(self.set)
        row.struck.connect(self.strike)
        row.turn_wanted.connect(self.turn_wanted)
        return row

    def drop(self, axis: str) -> None:
        """A line that is no more."""
        row = self.rows.pop(axis)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def first_focus(self) -> None:
        """Where the keyboard begins: at her manner."""
        cards = self.shelf.cards.values()
        next((card for card in cards if card.isChecked()), next(iter(cards))).setFocus(Qt.FocusReason.TabFocusReason)

    # --- setting

    def choose(self, manner: str) -> None:
        """Another manner."""
        if self._seen is None:
            return
        pack = pack_of(manner)
        if pack is not None and pack.adults and not self._seen.adult:
            self.show_seen()
            self.failed.emit(words()("taste.adults_toast"))
            return
        before = self._seen.pack
        if manner != before:
            self.put_manner(manner, back=lambda: self.put_manner(before))
        else:
            self.show_seen()

    def put_manner(self, manner: str, *, back: Callable[[], None] | None = None) -> None:
        """Set it; she sounds so at once."""
        name = self.shelf.cards[manner].title_now
        self.do(self._house.mind.tastes.choose(manner), lambda _: self.say(words()("taste.set_manner", name=name), back))

    def set(self, axis: str, value: float) -> None:
        """The user says how it is."""
        book = self._house.mind.tastes
        said = words()("taste.kept", name=liking_name(axis), value=words()(key_of(axis, side_of(value))))
        self.do(book.set(axis, value), lambda made: self.say(said, lambda: self.do(book.undo(made), lambda _: None)))

    def strike(self, axis: str) -> None:
        """It is not so."""
        book = self._house.mind.tastes
        said = words()("taste.struck", name=liking_name(axis))
        self.do(book.strike(axis), lambda ids: self.say(said, lambda: self.do(book.restore(ids), lambda _: None)))

    def wipe_card(self) -> None:
        """All of it, for good, after one question."""
        if ask(self.window(), "taste.forget_title", "taste.forget_text", "taste.forget_now"):
            self.wipe_now()

    def wipe_now(self) -> None:
        """Nothing is known any more."""
        self.do(self._house.mind.tastes.forget(), lambda _: self.say(words()("taste.forgotten"), None))

    def do(self, work: Coroutine[Any, Any, Any], then: Callable[[Any], None]) -> None:
        """Do it, tell it, and let every place follow."""

        def done(found: Any) -> None:
            then(found)
            self._house.changes.taste.emit()

        self._house.bridge.submit(work, done, self._house.conversation.fail)

    def say(self, text: str, back: Callable[[], None] | None) -> None:
        """Tell what was done."""
        announce(self, text)
        self.told.emit(text, back)

    # --- hearing

    def hear(self, manner: str) -> None:
        """The line of a manner in its voice; the same again ends it."""
        trial = self._house.trial
        if trial.state and self._hearing == manner:
            trial.stop()
            return
        tone = in_manner(self._house.speech.tone, sound_in(self.manner), sound_in(manner))
        self._hearing = manner
        trial.play(self._house.voice, Sentence(0, self.shelf.cards[manner].line, words().lang), tone)
        self.show_trial()

    def show_trial(self) -> None:
        """Which line is heard now."""
        for name, card in self.shelf.cards.items():
            card.play.become(self._house.trial.state if name == self._hearing else "")
        if not self._house.trial.state:
            self._hearing = None

    def liking(self, axis: str) -> Liking | None:
        """A line of the card as it was read."""
        return self._seen.of(axis) if self._seen is not None else None

    @property
    def manner(self) -> str:
        """Her manner as it was read."""
        return self._seen.pack if self._seen is not None else OWN


def sound_in(manner: str) -> Sound:
    """How a manner sounds."""
    pack = pack_of(manner)
    return pack.sound if pack is not None else OWN_SOUND

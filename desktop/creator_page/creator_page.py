"""The creator beside the stage: who, part by part, with the way back and a person by chance."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from avatars.creator.chance import person_by_chance
from avatars.creator.person import MOST_NAME, CreatedPerson
from desktop.creator_page.cuts_row import CutsRow
from desktop.creator_page.features import NEAR, PARTS
from desktop.creator_page.making import Making
from desktop.creator_page.marks_part import MarksPart
from desktop.creator_page.people_part import PeoplePart, Shown
from desktop.creator_page.portraits import Portraits
from desktop.creator_page.rows import FeatureRow, row_of
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.wardrobe_page.slot_tabs import SlotTabs
from desktop.widgets.content_area import Content, ContentArea
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.round_button import RoundButton

if TYPE_CHECKING:
    from desktop.window.house import House

TABS: Final = ("people", "face", "eyes", "brows", "nose", "mouth", "skin", "make_up", "marks", "body", "hair")
STARTS: Final = (2, 3, 5, 8, 9, 14, 17, 21)
"""Seeds of the people to begin with."""
WIDEST: Final = 860
LEFT, RIGHT, TOP = 16, 14, 6


class CreatorPage(QWidget):
    """`told` and `failed` carry lines for the toast, `near_wanted` where the camera may look, `closing` that it is left."""

    told = Signal(str, object)
    failed = Signal(str)
    near_wanted = Signal(str)
    closing = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self.making = Making(house, self)
        self.portraits = Portraits(house.folder, house.wearing.catalogue or house.makers.wardrobe, self)
        self.name = QLineEdit()
        self.name.setMaxLength(MOST_NAME)
        words().bind(self.name, self.name.setAccessibleName, "creator.name")
        words().bind(self.name, self.name.setPlaceholderText, "creator.name")
        self.undo_button = RoundButton("undo", "creator.undo", 40, pressed=self.undo)
        self.surprise = Push("creator.surprise", pressed=self.by_chance, icon_name="dice")
        self.surprise_small = RoundButton("dice", "creator.surprise", 40, pressed=self.by_chance)
        self.save = Push("creator.save", "primary", self.keep)
        self.tabs = SlotTabs([(tab, f"creator.part.{tab}") for tab in TABS])
        words().bind(self.tabs, self.tabs.setAccessibleName, "creator.parts")
        self.parts = QStackedWidget()
        self.people = PeoplePart()
        self.marks = MarksPart()
        self.rows: dict[str, list[FeatureRow]] = {}
        self._starts: dict[tuple[int, str], CreatedPerson] = {}
        self.more = {
            key: Push(f"creator.{key}", kind, pressed, small=True)  # type: ignore[arg-type]
            for key, kind, pressed in (
                ("duplicate", "text", self.making.duplicate), ("export", "text", self.export), ("delete", "danger", self.delete),
            )
        }  # fmt: skip
        self.more_button = RoundButton("more", "creator.all_else", 40, pressed=self.open_more)
        self.lay_out()
        self.wire()

    # --- how it stands

    def lay_out(self) -> None:
        """Head, tabs, the part that is open, and what is done with the whole person."""
        self.title = Paragraph("title", "ink1", wrap=False)
        words().bind(self.title, self.title.setText, "creator.title")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 0)
        head.addStretch(1)
        for widget in (self.undo_button, self.surprise, self.surprise_small, self.save):
            head.addWidget(widget)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.name, 1)
        for button in self.more.values():
            foot.addWidget(button)
        foot.addWidget(self.more_button)
        for tab in TABS:
            self.parts.addWidget(self.scrolled(self.part(tab)))
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.tabs)
        column.addWidget(self.parts, 1)
        column.addLayout(foot)
        self._sides = QHBoxLayout(self)
        self._sides.addLayout(column)
        self.restyle()

    def part(self, tab: str) -> QWidget:
        """What a tab shows."""
        if tab == "people":
            return self.people
        if tab == "marks":
            return self.marks
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.rows[tab] = [row_of(row) for row in PARTS[tab]]
        for row in self.rows[tab]:
            column.addWidget(row)
        if tab == "hair":
            note = Paragraph("body", "ink2")
            words().bind(note, note.setText, "creator.hair_note")
            self.cuts = CutsRow(self._house.wearing.catalogue)
            column.addSpacing(8)
            column.addWidget(self.cuts)
            column.addWidget(note)
        column.addStretch(1)
        return holder

    def scrolled(self, inner: QWidget) -> ContentArea:
        """A part that may be longer than the page."""
        holder = Content()
        column = QVBoxLayout(holder)
        column.setContentsMargins(4, 4, 10, 12)
        column.addWidget(inner)
        column.addStretch(1)
        area = ContentArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def wire(self) -> None:
        """What each thing does."""
        making = self.making
        self.tabs.chosen.connect(self.open_part)
        for rows in self.rows.values():
            for row in rows:
                row.moved.connect(making.move)
                row.settled.connect(making.settle)
        self.cuts.chosen.connect(making.cut_hair)
        self.marks.changed.connect(making.mark)
        self.marks.settled.connect(making.settle)
        self.name.editingFinished.connect(lambda: making.call(self.name.text()))
        self.people.own_chosen.connect(self.open_own)
        self.people.shipped_chosen.connect(self.open_shipped)
        self.people.start_chosen.connect(self.open_start)
        self.portraits.came.connect(self.show_portrait)
        making.changed.connect(self.refresh)
        making.told.connect(self.told)
        making.failed.connect(self.failed)
        words().changed.connect(self.refresh)

    def restyle(self) -> None:
        """The size of text changed."""
        self.tabs.restyle()
        self.name.setFixedHeight(theme().px(36) + 4)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Margins for the width there is."""
        self.fit()

    def fit(self) -> None:
        """No wider than rows read well."""
        narrow = self.width() <= 480
        scale = theme().scale
        worded = self.width() >= 500 * scale
        self.surprise.setVisible(worded)
        self.surprise_small.setVisible(not worded)
        self.title.become("title" if worded else "section")
        taken = sum(one.sizeHint().width() + 8 for one in (self.undo_button, self.surprise_small, self.save))
        self.title.setVisible(worded or self.title.sizeHint().width() + taken <= self.width())
        self.fold(self.width() < 640 * scale)
        spare = max(0, self.width() - WIDEST - LEFT - RIGHT)
        self._sides.setContentsMargins((0 if narrow else LEFT) + spare // 2, TOP, (0 if narrow else RIGHT) + spare // 2, 0)

    def fold(self, folded: bool) -> None:
        """What is done with the whole person: buttons, or a menu where there is no room for them."""
        self.more_button.setVisible(folded)
        for button in self.more.values():
            button.setVisible(not folded)
        for key in ("duplicate", "delete"):
            self.more[key].setVisible(not folded and bool(self.making.id))

    def open_more(self) -> None:
        """The same as a menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.making.id:
            menu.addAction(words()("creator.duplicate"), self.making.duplicate)
        menu.addAction(words()("creator.export"), self.export)
        if self.making.id:
            menu.addAction(words()("creator.delete"), self.delete)
        button = self.more_button
        menu.popup(button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), -menu.sizeHint().height() - 4)))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with who stands there."""
        self.begin_again()
        self.open_part(self.tabs.value or "people")

    def begin_again(self) -> None:
        """With who is set to stand on the stage."""
        person = self.making.whom()
        self.making.begin(person, self.making.id, f"shipped:{self._house.settings.look.avatar}")

    def hideEvent(self, event: QHideEvent) -> None:
        """Who is set stands there again; what was not saved is gone, which the button says."""
        self.portraits.rest()
        self.making.leave()

    def first_focus(self) -> None:
        """Where the keyboard begins: at the parts."""
        self.tabs.choices[self.tabs.value or "people"].setFocus(Qt.FocusReason.TabFocusReason)

    # --- parts

    def open_part(self, tab: str) -> None:
        """Show a part, and bring the camera to what it changes."""
        self.tabs.value = tab
        self.parts.setCurrentIndex(TABS.index(tab))
        self.near_wanted.emit(NEAR.get(tab, "face"))
        self.refresh()

    def refresh(self) -> None:
        """Everything as the person is now."""
        person, making = self.making.person, self.making
        for row in self.rows.get(self.tabs.value, ()):
            row.show_of(person)
        if self.tabs.value == "marks":
            self.marks.show_of(person)
        self.cuts.show_of(person)
        if not self.name.hasFocus():
            self.name.setText(person.name)
        self.undo_button.setEnabled(bool(making.draft.steps))
        self.save.setEnabled(making.draft.changed or not making.id)
        self.fit()
        if self.tabs.value == "people":
            self.refresh_people()

    def refresh_people(self) -> None:
        """All tiles, and the portraits that are there."""
        listed = self.making.people.listed()
        own = [Shown(one.id, one.person.name if one.person else one.id, one.fault.message if one.fault else "") for one in listed]
        on = self.making.origin
        self.people.own.offer(own, on)
        broken = next((one.fault for one in listed if one.fault is not None), None)
        self.people.tell_fault(f"{broken.message} {broken.remedy}" if broken is not None else "")
        shipped = [Shown(f"shipped:{name}", words()(f"look.{name}")) for name in ("mira", "kai")]
        self.people.shipped.offer(shipped, on)
        starts = {f"start:{seed}": self.start(seed) for seed in STARTS}
        self.people.start.offer([Shown(key, person.name) for key, person in starts.items()], on)
        wanted = [(one.id, one.person) for one in listed if one.person is not None]
        wanted += [(f"shipped:{name}", self.making.shipped(name)) for name in ("mira", "kai")]
        self.portraits.want([*wanted, *starts.items()])

    def start(self, seed: int) -> CreatedPerson:
        """One of those to begin with."""
        key = (seed, words().lang)
        if key not in self._starts:
            self._starts[key] = person_by_chance(seed, self.making.garments, lang=words().lang)
        return self._starts[key]

    def show_portrait(self, key: str, image: QImage) -> None:
        """One came."""
        self.people.show_portrait(key, image)

    def open_own(self, key: str) -> None:
        """One of the user's own: open, and on the stage from now on."""
        listed = next((one for one in self.making.people.listed() if one.id == key), None)
        if listed is None or listed.person is None:
            return
        self.making.begin(listed.person, key)
        self.making.take(key)

    def open_shipped(self, key: str) -> None:
        """Mira or Kai, themselves."""
        name = key.partition(":")[2]
        self._house.settings.look.avatar = name  # type: ignore[assignment]
        self.making.begin(self.making.shipped(name), origin=key)
        self.making.take("")

    def open_start(self, key: str) -> None:
        """Somebody to begin with, whom saving keeps."""
        self.making.begin(self.start(int(key.partition(":")[2])), origin=key)

    # --- the whole person

    def undo(self) -> None:
        """As it was before."""
        self.making.undo()

    def by_chance(self) -> None:
        """Somebody new."""
        self.making.by_chance(random.SystemRandom().randrange(1_000_000))

    def keep(self) -> None:
        """Keep the person as they are."""
        self.making.call(self.name.text())
        self.making.save()

    def delete(self) -> None:
        """Take the open person away."""
        if self.making.id:
            self.making.delete(self.making.id)
            self.begin_again()

    def export(self) -> None:
        """As a VRM file, where the user says."""
        start = str(Path.home() / f"{self.making.person.name}.vrm")
        place, _ = QFileDialog.getSaveFileName(self, words()("creator.export"), start, "VRM (*.vrm)")
        if place:
            self.making.export(Path(place))

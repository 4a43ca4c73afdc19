"""The window: rail, stage, and the page beside them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QRect, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.stage_view.stage_view import StageView
from desktop.talk.talk_panel import TalkPanel
from desktop.theme import motion
from desktop.theme.icons import icon
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.focus_ring import FocusRing
from desktop.widgets.toast import Toast
from desktop.window.arrangement import LEAST_HEIGHT, LEAST_WIDTH, Arrangement, Box, Page, arrange
from desktop.window.house import House
from desktop.window.key_list import KeyList
from desktop.window.rail import Rail

PAGE_ICONS: Final = {"photo": "camera", "memory": "wool", "play": "dice"}
PAGE_TITLES: Final = ("talk", "memory", "bond", "diary", "wardrobe", "photo", "play", "settings")


class MainWindow(QWidget):
    """Places its parts by `arrangement`; pages are made when first opened."""

    closing = Signal()
    looked_at = Signal(object)
    """A memory was looked at on its page."""
    opened = Signal(str)
    """A page was opened."""
    transcript_wanted = Signal()
    """What she said, to read and to hear again."""
    mate_wanted = Signal()
    """She, on the desktop, or back."""
    sheet_opened = Signal(object)
    """Who opens a sheet over the talk; others close theirs."""
    near_wanted = Signal(str)
    """How near the camera may go for what is tried on."""
    placed = Signal()
    """The stage has, or will have, another shape."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self.setObjectName("room")
        self.house = house
        self.page: Page = "talk"
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        words().bind(self, self.setWindowTitle, "app.title")
        self.rail = Rail(self)
        self.stage = StageView(house.player, self)
        self.talk = TalkPanel(house.conversation, self)
        self.pages: dict[str, QWidget] = {"talk": self.talk}
        self._made: Arrangement | None = None
        self.sheet_open = False
        """Whether a sheet lies beside or over the talk."""
        self._slide = QVariantAnimation(self)
        self._slide.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._slide.valueChanged.connect(self.slide_to)
        self._from = QRect()
        self._to = QRect()
        self.rail.chosen.connect(self.open_page)
        self.stage.transcript_wanted.connect(self.transcript_wanted)
        self.stage.caption_settings_wanted.connect(self.show_caption_settings)
        self.talk.menu_wanted.connect(self.open_menu)
        self.talk.bond_wanted.connect(lambda: self.open_page("bond"))
        self.toast = Toast(self)
        self.talk.told.connect(self.toast.tell)
        self.talk.turn_wanted.connect(self.show_turn)
        self.talk.memory_wanted.connect(self.show_memory)
        self.talk.copied.connect(lambda: self.toast.tell(words()("talk.copied")))
        house.changes.creator.connect(lambda: self.open_page("creator"))
        house.changes.room.connect(lambda: self.open_page("room"))
        house.changes.likings.connect(lambda: self.open_page("taste"))
        house.changes.wardrobe.connect(self.drop_people)
        self.ring = FocusRing(self)
        self.rail.show_page("talk")

    # --- pages

    def make_page(self, page: str) -> QWidget:
        """A page, made when first wanted."""
        from desktop.window.pages import make_page

        made = self.pages.get(page)
        if made is None:
            made = make_page(page, self)
            made.setParent(self)
            made.hide()
            self.pages[page] = made
        return made

    def open_page(self, page: Page) -> None:
        """Show a page beside her; the same again goes back to the talk."""
        if page == self.page and page != "talk":
            page = "talk"
        self.make_page(page)
        before, self.page = self.page, page
        self.rail.show_page(page)
        self.arrange(animate=before != page)
        self.opened.emit(page)
        target = self.pages[page]
        first = getattr(target, "first_focus", None)
        if callable(first):
            first()
        elif page == "talk":
            self.talk.composer.setFocus()

    def show_turn(self, turn_id: int) -> None:
        """A turn, in the talk."""
        if self.page != "talk":
            self.open_page("talk")
        self.talk.reveal(turn_id)

    def say_in_talk(self, text: str) -> None:
        """Words that a page begins something with, said as the user's own."""
        if self.page != "talk":
            self.open_page("talk")
        self.house.conversation.say(text)

    def show_memory(self, memory_id: int) -> None:
        """A memory, on its page."""
        self.talk.close_receipt()
        if self.page != "memory":
            self.open_page("memory")
        self.pages["memory"].open_memory(memory_id)  # type: ignore[attr-defined]

    def show_day(self, day: str) -> None:
        """A day (ISO date) of her diary."""
        if self.page != "diary":
            self.open_page("diary")
        self.pages["diary"].open_day(day)  # type: ignore[attr-defined]

    def show_caption_settings(self) -> None:
        """The settings of captions."""
        if self.page != "settings":
            self.open_page("settings")
        self.pages["settings"].show_section("captions")  # type: ignore[attr-defined]

    def seek(self) -> None:
        """Search what she keeps and what was said; in the wardrobe, clothes."""
        search = getattr(self.pages.get("wardrobe"), "seek", None)
        if self.page == "wardrobe" and callable(search):
            search()
            return
        if self.page != "memory":
            self.open_page("memory")
        self.pages["memory"].seek()  # type: ignore[attr-defined]

    def drop_page(self, page: str) -> None:
        """Forget a page; it is made anew when next opened."""
        old = self.pages.pop(page, None)
        if old is not None:
            old.hide()
            old.deleteLater()

    def drop_people(self) -> None:
        """There are other clothes to dress people in; who is being made is not disturbed."""
        if self.pages.get(self.page) is not self.pages.get("creator"):
            self.drop_page("creator")

    def first_step(self) -> int:
        """Which screen of the first meeting is open."""
        return int(getattr(self.pages.get("first_run"), "step", 0))

    def open_menu(self, button: QWidget) -> None:
        """The menu in the header; on a narrow window it is also the way to the pages."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._made is not None and self._made.mode == "compact":
            for page in PAGE_TITLES[1:]:
                picture = icon(PAGE_ICONS.get(page, page))
                menu.addAction(picture, words()(f"rail.{page}"), lambda page=page: self.open_page(page))
            menu.addSeparator()
        stage = self.stage
        menu.addAction(icon("again"), words()("stage.again"), stage.again_wanted.emit)
        menu.addAction(icon("talk"), words()("captions.transcript"), self.transcript_wanted.emit)
        captions = menu.addAction(icon("captions"), words()("stage.captions"))
        captions.setCheckable(True)
        captions.setChecked(stage.captions_on)
        captions.triggered.connect(lambda on: stage.captions_toggled.emit(on))
        mute = menu.addAction(icon("voice_off"), words()("stage.mute"))
        mute.setCheckable(True)
        mute.setChecked(stage.mute.isChecked())
        mute.triggered.connect(lambda on: stage.mute_toggled.emit(on))
        menu.addSeparator()
        menu.addAction(icon("heart"), words()("taste.menu"), lambda: self.open_page("taste"))
        menu.addAction(icon("person"), words()("captions.mate_out"), self.mate_wanted.emit)
        menu.addAction(icon("mic"), words()("captions.lips_title"), self.house.changes.calibration.emit)
        menu.addAction(icon("download"), words()("terms.menu_save"), self.save_talk)
        menu.addAction(icon("person"), words()("menu.meet"), lambda: self.open_page("first_run"))
        menu.addAction(icon("keys"), words()("keys.title"), self.show_keys)
        menu.popup(button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), button.height() + 4)))

    def save_talk(self) -> None:
        """The latest talk as a file."""
        from desktop.export.asking import Saving

        saving = Saving(self.house, self)
        saving.told.connect(self.toast.tell)
        saving.failed.connect(self.toast.warn)
        saving.talk()

    def show_keys(self) -> None:
        """The list of keys."""
        keys = KeyList(self)
        keys.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keys.open()

    # --- places

    @property
    def arrangement(self) -> Arrangement | None:
        """Where everything stands; None before the first time."""
        return self._made

    def restyle(self) -> None:
        """The theme, the text size or the language changed."""
        if self._made is not None:
            self.arrange()

    def arrange(self, *, animate: bool = False) -> None:
        """Place everything for the size there is; a change of page slides the stage, a change of layout does not."""
        before = self._made
        made = arrange(self.width(), self.height(), self.page, theme().scale, sheet=self.sheet_open)
        self._made = made
        same_mode = before is not None and before.mode == made.mode
        self.rail.setVisible(made.rail.width > 0)
        self.rail.setGeometry(rect(made.rail))
        self.rail.label(made.rail_labels)
        self.stage.setVisible(made.stage.width > 0)
        self.stage.become(made.tools)
        self.talk.composer.mic.setVisible(made.tools in ("band", "face"))
        self.talk.composer.alone = made.tools == "face"
        self.talk.composer.show_hint()
        for name, page in self.pages.items():
            page.setVisible(name == self.page)
        self.pages[self.page].setGeometry(rect(made.panel))
        self.pages[self.page].raise_()
        self.talk.leave_room(made.stage.width + 10 if made.tools == "face" else 0)
        if made.tools == "face":
            self.stage.raise_()
        slides = animate and same_mode and made.beside and self.isVisible()
        time = theme().lasting(motion.PAGE, slides=True) if slides else 0
        self._slide.stop()
        if time and self.stage.geometry() != rect(made.stage):
            self._from, self._to = self.stage.geometry(), rect(made.stage)
            self._slide.setDuration(time)
            self._slide.setStartValue(0.0)
            self._slide.setEndValue(1.0)
            self._slide.start()
        else:
            self.stage.setGeometry(rect(made.stage))
        self.toast.left = made.rail.width + 16 if made.rail.width else 24
        # What stands at the foot of a narrow window stays in sight: the composer with its line, the button for pictures.
        self.toast.above = {"talk": 112, "photo": 72}.get(self.page, 24) if made.mode == "compact" else 24
        self.toast.place()
        self.toast.raise_()
        self.placed.emit()
        self.update()

    def slide_to(self, share: float) -> None:
        """One step of the stage's way to its new width."""
        start, end = self._from, self._to
        width = round(start.width() + (end.width() - start.width()) * share)
        self.stage.setGeometry(end.x(), end.y(), width, end.height())
        panel = self.pages[self.page]
        left = self.stage.geometry().right() + 13
        panel.move(left, panel.y())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        """A minimised window draws nothing."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.house.player.run(self.isVisible() and not self.isMinimized() and self.stage.isVisible())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The room."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("room"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop drawing and tell the house."""
        self._slide.stop()
        self.house.player.run(False)
        self.closing.emit()
        event.accept()


def rect(box: Box) -> QRect:
    """A box in Qt's words."""
    return QRect(box.x, box.y, box.width, box.height)

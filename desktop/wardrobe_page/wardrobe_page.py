"""The wardrobe beside her: kinds, tiles, the garment that is looked at, and the looks that were kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from avatars.wardrobe.look import SLOTS
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.wardrobe_page.closet import STYLES
from desktop.wardrobe_page.detail_card import DetailCard
from desktop.wardrobe_page.looks_bar import ChipArea, LooksBar
from desktop.wardrobe_page.page_head import PageHead
from desktop.wardrobe_page.slot_tabs import SlotTabs
from desktop.wardrobe_page.steps_card import StepsCard
from desktop.wardrobe_page.tile_delegate import WIDE
from desktop.wardrobe_page.tile_grid import TileGrid, garments_in
from desktop.wardrobe_page.tiles import Tiles
from desktop.widgets.content_area import Content, ContentArea
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.push import Push
from desktop.widgets.search_field import SearchField
from desktop.widgets.segment import Segment

if TYPE_CHECKING:
    from desktop.window.house import House

LEFT, RIGHT, TOP = 16, 14, 3
WIDEST: Final = 1120
"""The page's content."""
LOW: Final = 700
"""Pixels of height below which colours fold away, at 100 %."""
NARROW: Final = 440
"""Pixels of width up to which a low page leaves the styles out, at 100 %: there is the search."""
COLUMNS: Final = ((1200, 5), (1000, 4), (0, 3))
"""By the width of the window."""
ANY: Final = "any"


class WardrobePage(QWidget):
    """`told` carries what was done and how to undo it, `failed` what did not work; `near_wanted` where the camera may look."""

    told = Signal(str, object)
    failed = Signal(str)
    near_wanted = Signal(str)
    furnish_wanted = Signal()
    garment_dropped = Signal(object)
    """A garment of the user's own (a path) was dropped anywhere on the page."""

    def __init__(self, house: House) -> None:
        super().__init__()
        from desktop.wardrobe_page.trying_on import TryingOn

        self.head = PageHead()
        self.season = self.head.season
        self.tabs = SlotTabs([(slot, f"wardrobe.slot.{slot}") for slot in SLOTS])
        self.search = SearchField("wardrobe.search", "wardrobe.clear")
        self.styles = Segment([(ANY, "wardrobe.style.any"), *((style, f"wardrobe.style.{style}") for style in STYLES)], "pills")
        words().bind(self.styles, self.styles.setAccessibleName, "wardrobe.style.name")
        self.tiles = Tiles(self)
        self.grid = TileGrid(self.tiles)
        self.empty = EmptyState()
        self.card = DetailCard()
        self.looks = LooksBar()
        self.steps = StepsCard()
        self.furnish = Push("room.enter", "secondary", self.furnish_wanted.emit, small=True)
        self.furnish.hide()
        self.setAcceptDrops(True)
        self._roomy = self._styled = True
        self.lay_out()
        self.card.mixing.connect(self.show_mixer)
        self.trying = TryingOn(house, self)

    # --- how it stands

    def lay_out(self) -> None:
        """One under the other; the looks stay at the foot."""
        ways = QWidget()
        self._ways = QStackedLayout(ways)
        self._ways.addWidget(self.tabs)
        self._ways.addWidget(self.search)
        self._chips = ChipArea(self.styles)
        self._chips.setFixedHeight(theme().px(34) + 2)
        shelf = QWidget()
        self._shelf = QStackedLayout(shelf)
        self._shelf.addWidget(self.grid)
        self._shelf.addWidget(self.empty)
        self._shelf_holder = shelf
        inner = Content()
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(5)
        column.addWidget(self.head)
        column.addWidget(ways)
        column.addWidget(self._chips)
        column.addWidget(self.furnish, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.steps)
        column.addWidget(shelf, 1000)
        column.addWidget(self.card)
        column.addStretch(1)
        self._area = area = ContentArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words().bind(area, area.setAccessibleName, "wardrobe.title")
        whole = QVBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(area, 1)
        whole.addWidget(self.looks)
        self._sides = QHBoxLayout(self)
        self._sides.setContentsMargins(LEFT, TOP, RIGHT, 0)
        self._sides.addLayout(whole)
        self._way_holder = ways
        self.restyle()

    def restyle(self) -> None:
        """The size of text changed."""
        self._way_holder.setFixedHeight(theme().px(34) + 6)
        self._chips.setFixedHeight(theme().px(34) + 2)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns, folding and margins for the size there is."""
        self.fit()

    def fit(self) -> None:
        """For the size there is: as many columns as the window may have, what folds away, where the sides are."""
        window = self.window().width()
        self.grid.most = next(many for least, many in COLUMNS if window >= least)
        spare = max(0, self.width() - WIDEST - LEFT - RIGHT)
        self._sides.setContentsMargins(LEFT if self.width() > 420 else 0, TOP, RIGHT if self.width() > 420 else 0, 0)
        if spare:
            self._sides.setContentsMargins(LEFT + spare // 2, TOP, RIGHT + spare // 2, 0)
        low = self.height() < LOW * min(theme().scale, 1.5)
        self.card.be_low(low)
        self.season.fold(low)
        self._roomy = not low or self.width() > NARROW * theme().scale
        self._chips.setVisible(self._roomy and self._styled)
        self.fit_shelf()

    def fit_shelf(self) -> None:
        """The shelf is as high as its rows, at least one and a half; the rest of the height scrolls."""
        rows = -(-len(self.tiles.rows) // self.grid.columns()) if self.tiles.rows else 1
        empty = self._shelf.currentWidget() is self.empty
        self._shelf_holder.setMinimumHeight(self.grid.high(1) + (theme().px(60) if empty else 0))
        self._shelf_holder.setMaximumHeight(16_777_215 if empty else self.grid.high(rows) + 6)

    def sharpness(self) -> float:
        """Device pixels of a tile for one of the design."""
        return self.devicePixelRatioF() * self.grid.tile_width / WIDE

    def show_styles(self, shown: bool) -> None:
        """Places have no style."""
        self._styled = shown
        self.furnish.setVisible(not shown)
        self._chips.setVisible(self._roomy and shown)

    def show_mixer(self) -> None:
        """A colour is being mixed: bring it into sight."""
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.card.mixer, 0, 24))

    def show_empty(self, title: str, text: str) -> None:
        """There is nothing to show, and why; empty words show the tiles."""
        if title:
            self.empty.tell(words()(title), words()(text))
        self._shelf.setCurrentWidget(self.empty if title else self.grid)
        self.fit_shelf()

    # --- search

    def seek(self) -> None:
        """Write what to look for, in the place of the tabs."""
        self._ways.setCurrentWidget(self.search)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def end_search(self) -> bool:
        """The tabs again. False where nothing was searched."""
        if self._ways.currentWidget() is not self.search:
            return False
        self.search.clear()
        self._ways.setCurrentWidget(self.tabs)
        return True

    # --- a garment dropped on the page

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A garment may be dropped."""
        if garments_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The first one."""
        found = garments_in(event.mimeData())
        if found:
            event.acceptProposedAction()
            self.garment_dropped.emit(found[0])

    # --- what the window asks of a page

    def first_focus(self) -> None:
        """Where the keyboard begins: at what she wears of the kind that is open."""
        (self.grid if self.tiles.rows else self.tabs.choices[self.tabs.value or "top"]).setFocus(Qt.FocusReason.TabFocusReason)

    def undo(self) -> None:
        """As it was before."""
        self.trying.undo()

    def close_sheet(self) -> bool:
        """Esc ends a search."""
        if self.end_search():
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters that nobody takes go to the window."""
        event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        """What is hers may have changed meanwhile."""
        self.fit()
        self.trying.open()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is drawn for nobody."""
        self.trying.rest()

    def offer_styles(self, styles: Sequence[str]) -> None:
        """Only the styles there is something for."""
        for style, choice in self.styles.choices.items():
            choice.setVisible(style == ANY or style in styles)

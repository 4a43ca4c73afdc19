"""The stage: the only part of the window with a frame. Room, picture, caption and the buttons over them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final, Literal

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from desktop.stage_view.caption import CaptionPlate, heard_of_you
from desktop.stage_view.furniture import Placed
from desktop.stage_view.no_picture import NoPicture
from desktop.stage_view.player import StagePlayer
from desktop.stage_view.room_picture import CLEAR, checks, room_picture, scene_now
from desktop.stage_view.state_pill import StatePill
from desktop.theme.icons import icon
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.mic_button import MicButton
from desktop.widgets.round_button import RoundButton
from desktop.widgets.segment import Segment

RADIUS: Final = 20
FOOT: Final = 200
CAPTION_FOOT: Final = {"all": 136, "folded": 106, "photo": 80, "band": 12, "wardrobe": 16}
"""How far above the foot of the stage captions lie, where that is not 24."""
CAPTION_TOP: Final = {"all": 62, "folded": 62, "photo": 62, "band": 58, "slim": 66, "wardrobe": 66}
"""And how far under its top, where they are there."""
MOST_COVERED: Final = 0.5
Tools = Literal["all", "folded", "slim", "photo", "band", "bare", "face", "wardrobe"]
"""`folded`: tools behind "...". `slim`: beside another page, the microphone and the caption. `photo`: nothing over
her feet. `wardrobe`: how near and in which light, and the microphone. `band`: over a compact talk,
whose composer has the microphone. `bare`: caption only. `face`: nothing at all."""

FRAMINGS: Final = (("face", "stage.face"), ("bust", "stage.bust"), ("full", "stage.full"))


class StageView(QWidget):
    """Its `layout_mode` says which tools there is room for; see `Tools`."""

    framing_chosen = Signal(str)
    light_wanted = Signal(QPoint)
    """Another light is to be chosen, at this place of the screen."""
    captions_toggled = Signal(bool)
    mute_toggled = Signal(bool)
    again_wanted = Signal()
    transcript_wanted = Signal()
    caption_settings_wanted = Signal()
    dragged = Signal(float)
    """Drawn sideways with the button down, in widths of the stage."""
    wheeled = Signal(float)
    """Notches of the wheel, up positive."""

    def __init__(self, player: StagePlayer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.player = player
        self._room: QImage | None = None
        self._room_key: tuple[object, ...] = ()
        self.tools: Tools = "all"
        self.captions_on = True
        self.caption_top = False
        self._drag: float | None = None
        self.scene = "room"
        self.furniture: tuple[Placed, ...] = ()
        """What is behind her; see `desktop.stage_view.room_picture`."""
        self.pill = StatePill(self)
        self.framing = Segment(FRAMINGS, "stage", self)
        self.framing.chosen.connect(self.framing_chosen)
        self.captions = RoundButton("captions", "stage.captions", 38, ground="plate", icon_size=20, parent=self)
        self.captions.setCheckable(True)
        self.captions.setChecked(True)
        self.captions.clicked.connect(self.captions_toggled)
        self.captions.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.captions.customContextMenuRequested.connect(lambda _: self.open_captions())
        self.light = RoundButton("look", "wardrobe.light.title", 38, ground="plate", icon_size=20, parent=self)
        self.light.clicked.connect(lambda: self.light_wanted.emit(self.light.mapToGlobal(QPoint(0, self.light.height() + 4))))
        self.more = RoundButton("more", "stage.more", 38, ground="plate", icon_size=20, parent=self)
        self.more.clicked.connect(self.open_tools)
        self.again = RoundButton("again", "stage.again", 44, ground="plate", icon_size=20, parent=self)
        self.again.clicked.connect(self.again_wanted)
        self.mic = MicButton(64, parent=self)
        self.mute = RoundButton("voice", "stage.mute", 44, ground="plate", icon_size=20, parent=self)
        self.mute.setCheckable(True)
        self.mute.clicked.connect(self.mute_toggled)
        self.caption = CaptionPlate(self)
        self.no_picture = NoPicture(self)
        self.setMouseTracking(True)
        player.framed.connect(self.update)
        player.lost.connect(self.no_picture.tell)
        player.came.connect(self.no_picture.hide)
        words().changed.connect(self.arrange)

    # --- what it shows

    def tell_muted(self, muted: bool) -> None:
        """Her voice is off or on."""
        self.mute.setChecked(muted)
        self.mute.dress("voice_off" if muted else "voice", "plate", "ember" if muted else "ink1")
        self.mute.call(words()("stage.unmute" if muted else "stage.mute"))

    def tell_caption(self, text: str, begin: int = 0, end: int = 0) -> None:
        """Show words, or none."""
        if not text or not self.captions_on:
            if self.caption.text:
                self.caption.clear()
            return
        if self.caption.say(text, begin, end) or not self.caption.isVisible():
            self.place_caption()

    def tell_heard(self, text: str) -> None:
        """The user's words so far, behind who says them."""
        if self.captions_on and self.caption.hear(heard_of_you, text, self.rect()):
            self.place_caption()

    def set_captions(self, size: int, place: str, share: float) -> None:
        """How large they are, at the bottom or the top, and how much of their plate covers what is behind it (0.6 to 1)."""
        self.caption.size_px, self.caption.share, self.caption_top = size, share, place == "top"
        self.place_caption()
        self.caption.update()

    def covered(self) -> tuple[float, float]:
        """Parts of the stage's height that a caption may lie over at its top and its foot; none where there is none."""
        if not self.captions_on or self.tools in ("face", "photo") or self.height() < 1:
            return 0.0, 0.0
        part = round((self.caption_edge() + self.caption.tallest()) / self.height(), 3)
        return (min(part, MOST_COVERED), 0.0) if self.caption_top else (0.0, min(part, MOST_COVERED))

    def show_captions(self, on: bool) -> None:
        """Captions on or off."""
        self.captions_on = on
        self.captions.setChecked(on)
        if not on:
            self.caption.vanish()

    def furnish(self, placed: Sequence[Placed]) -> None:
        """Her room has this furniture from now on."""
        self.furniture = tuple(placed)
        self.update()

    def show_scene(self, scene: str) -> None:
        """Another place behind her; ``none`` shows the grey checks of a clear picture."""
        self.scene = scene
        self.update()

    def become(self, tools: Tools) -> None:
        """Which of the tools there is room for."""
        self.tools = tools
        self.caption.small = tools in ("folded", "slim", "photo", "band", "wardrobe")
        self.caption.lines = 1 if tools == "band" else 2
        self.arrange()

    # --- places

    def restyle(self) -> None:
        """The text's size changed."""
        self.arrange()

    def arrange(self) -> None:
        """Place the tools for the size there is."""
        width, inset = self.width(), 16
        tools = self.tools
        size = self.framing.sizeHint()
        wide = width > 2 * inset + 150 + 38 + 8 + size.width()
        self.pill.setVisible(tools in ("all", "folded", "band", "slim") or (tools == "photo" and wide))
        self.place_pill(inset)
        self.framing.setVisible(tools in ("all", "photo") or (tools == "wardrobe" and width >= 2 * inset + size.width()))
        self.light.setVisible(tools == "wardrobe")
        self.captions.setVisible(tools in ("all", "photo"))
        self.more.setVisible(tools in ("folded", "band"))
        for button in (self.again, self.mute):
            button.setVisible(tools in ("all", "folded"))
        self.mic.setVisible(tools in ("all", "folded", "slim", "photo", "wardrobe"))
        self.captions.setGeometry(width - inset - 38, inset - 2, 38, 38)
        self.more.setGeometry(width - inset - 38, inset - 2, 38, 38)
        self.framing.setGeometry(width - inset - 38 - 8 - size.width(), inset - 2, size.width(), max(34, size.height()))
        if tools == "wardrobe":
            self.place_mirror(inset, size)
        self.place_mic()
        self.no_picture.setGeometry(self.rect())
        self.no_picture.lower()
        self.place_caption()

    def place_mirror(self, inset: int, size: QSize) -> None:
        """Before the mirror: how near and in which light at the upper left."""
        shown = self.framing.isVisibleTo(self)
        self.framing.setGeometry(inset, inset - 2, size.width(), max(38, size.height()))
        self.light.setGeometry(inset + (size.width() + 8 if shown else 0), inset - 2, 38, max(38, size.height()))

    def place_pill(self, inset: int) -> None:
        """At the upper left; on a slim stage, where the microphone is at the right, as wide as there is room beside it."""
        slim = self.tools == "slim"
        self.pill.room = max(60, self.width() - 2 * 12 - self.mic.sizeHint().width() - 4) if slim else self.width() - 2 * inset
        self.pill.refresh()
        self.pill.move(12 if slim else inset, 22 if slim else inset)

    def place_mic(self) -> None:
        """In the middle of the foot between its two companions, or in the corner of a slim stage."""
        self.mic.disc = {"slim": 44, "photo": 44, "folded": 52, "wardrobe": 44}.get(self.tools, 64)
        side = self.mic.sizeHint().width()
        if self.tools in ("slim", "wardrobe"):
            self.mic.setGeometry(self.width() - 12 - side, 10, side, side)
            return
        if self.tools == "photo":
            self.mic.setGeometry(self.width() - 12 - side, self.height() - 12 - side, side, side)
            return
        centre = QPoint(self.width() // 2, self.height() - 26 - self.mic.disc // 2)
        self.mic.setGeometry(centre.x() - side // 2, centre.y() - side // 2, side, side)
        reach = self.mic.disc // 2 + 22
        self.again.setGeometry(centre.x() - reach - 44, centre.y() - 22, 44, 44)
        self.mute.setGeometry(centre.x() + reach, centre.y() - 22, 44, 44)

    def place_caption(self) -> None:
        """The caption's place: over the microphone, or at the foot where that is elsewhere; or under the tools at the top."""
        if self.tools == "face":
            self.caption.vanish()
            return
        self.caption.place(self.rect(), self.caption_edge(), top=self.caption_top)

    def caption_edge(self) -> int:
        """How far from its edge of the stage the caption lies."""
        places = CAPTION_TOP if self.caption_top else CAPTION_FOOT
        return places.get(self.tools, 24)

    def open_tools(self) -> None:
        """The folded tools as a menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for value, key in FRAMINGS:
            action = menu.addAction(words()(key))
            action.setCheckable(True)
            action.setChecked(self.framing.value == value)
            action.triggered.connect(lambda _=False, value=value: self.framing_chosen.emit(value))
        menu.addSeparator()
        self.add_captions(menu)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))

    def open_captions(self) -> None:
        """What there is to captions, at their button."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.add_captions(menu)
        place = QPoint(self.captions.width() - menu.sizeHint().width(), self.captions.height() + 4)
        menu.popup(self.captions.mapToGlobal(place))

    def add_captions(self, menu: QMenu) -> None:
        """On or off, what she said, and how they look."""
        captions = menu.addAction(icon("captions"), words()("stage.captions"))
        captions.setCheckable(True)
        captions.setChecked(self.captions_on)
        captions.triggered.connect(lambda on: self.captions_toggled.emit(on))
        menu.addAction(icon("talk"), words()("captions.transcript"), self.transcript_wanted.emit)
        menu.addAction(icon("settings"), words()("captions.set"), self.caption_settings_wanted.emit)

    # --- Qt

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(640, 720)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """New places; the picture follows."""
        self.player.resize(self.width(), self.height(), self.devicePixelRatioF())
        self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw."""
        self.player.resize(self.width(), self.height(), self.devicePixelRatioF())
        self.player.run(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        self.player.run(False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """She notices; with the button down it is a drag."""
        self.player.liven()
        at = event.position().x()
        if event.buttons() & Qt.MouseButton.LeftButton and self._drag is not None:
            self.dragged.emit((at - self._drag) / max(1, self.width()))
            self._drag = at

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A drag may begin."""
        self._drag = event.position().x() if event.button() == Qt.MouseButton.LeftButton else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nearer or farther, where a page wants it."""
        self.wheeled.emit(event.angleDelta().y() / 120)

    def changeEvent(self, event: QEvent) -> None:
        """The window went to another screen, or the palette changed."""
        super().changeEvent(event)
        self.update()

    def room(self) -> QImage:
        """The room in this size and theme."""
        ratio = self.devicePixelRatioF()
        name = CLEAR if self.scene == CLEAR else scene_now(self.scene, theme().night, datetime.now())
        placed = tuple(self.furniture)
        key = (self.width(), self.height(), ratio, name, *((one.piece, one.x, one.y) for one in placed))
        if key != self._room_key or self._room is None:
            self._room_key = key
            size = QSize(round(self.width() * ratio), round(self.height() * ratio))
            self._room = checks(size, ratio) if name == CLEAR else room_picture(name, size, placed)
        return self._room

    def paintEvent(self, event: QPaintEvent) -> None:
        """Corners in the colour of the room, then wall, picture and foot."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        painter.fillRect(self.rect(), theme().colour("room"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(box, RADIUS, RADIUS)
        painter.setClipPath(shape)
        painter.drawImage(box, self.room())
        image = self.player.image
        if image is not None:
            painter.drawImage(box, image, self.source(image))
        self.paint_foot(painter, box)

    def source(self, image: QImage) -> QRectF:
        """The part of the picture that fills the view without stretching, while a new size is on its way."""
        have = image.width() / max(1, image.height())
        want = self.width() / max(1, self.height())
        if abs(have - want) < 0.01:
            return QRectF(image.rect())
        if have > want:
            width = image.height() * want
            return QRectF((image.width() - width) / 2, 0, width, image.height())
        height = image.width() / want
        return QRectF(0, 0, image.width(), height)

    def paint_foot(self, painter: QPainter, box: QRectF) -> None:
        """A soft darkening at the foot, for caption and buttons."""
        top = max(0.0, box.height() - FOOT)
        shade = QLinearGradient(QPointF(0, top), box.bottomLeft())
        dark = theme().colour("foot")
        clear = theme().colour("foot")
        clear.setAlpha(0)
        shade.setColorAt(0, clear)
        shade.setColorAt(1, dark)
        painter.fillRect(QRectF(0, top, box.width(), FOOT), shade)


"""The page beside her: poses, faces, light, place, camera, and the picture."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.photo import choices
from desktop.photo.album import AlbumFault, album, keep
from desktop.photo.picture import Wish, composed
from desktop.photo.print_view import PrintView
from desktop.stage_view.room_picture import room_picture, scene_now
from desktop.stage_view.stage_view import StageView
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.pills import Pills
from desktop.widgets.push import Push
from desktop.widgets.segment import Segment
from desktop.widgets.word_slider import WordSlider
from desktop.widgets.worded_slider import WordedSlider
from desktop.window.house import House

HOLD: Final = 3600.0
"""Seconds a chosen face is kept on, unless the page is left before."""
DRAG: Final = 200.0
"""Degrees around her for a drag across the whole stage."""
NOTCH: Final = 0.08
"""Closeness of one notch of the wheel."""
TURNS: Final = ((-100, "turn.right_side"), (-20, "turn.right"), (20, "turn.front"), (100, "turn.left"), (180, "turn.back"))
NEARS: Final = ((0.8, "near.far"), (1.15, "near.usual"), (2.0, "near.near"))


class PhotoPage(QWidget):
    """`told` carries a line for the toast, `failed` one that says what did not work."""

    told = Signal(str)
    failed = Signal(str)

    def __init__(self, house: House, stage: StageView) -> None:
        super().__init__()
        self._house, self._stage = house, stage
        self._last: Path | None = None
        self.poses = Pills(choices.POSES, "photo.poses")
        self.gestures = Pills(choices.GESTURES, "photo.gestures", deeds=True)
        self.faces = Pills(choices.FACES, "photo.faces")
        self.scenes = Pills((*choices.SCENES, choices.EMPTY), "photo.scene")
        self.lights = Pills(choices.LIGHTS, "photo.light")
        self.turn = WordSlider("photo.turn", -180, 180, TURNS)
        self.near = WordSlider("photo.near", 0.6, 1.8, NEARS)
        self.shape = Pills(choices.SHAPES, "photo.shape")
        self.frame = Pills(choices.FRAMES, "photo.frame")
        self.scale = Segment(choices.SCALES)
        self.button = Push("photo.take", "primary", self.take, icon_name="camera")
        self.print = PrintView()
        self.folder = Push("photo.folder", "text", self.open_folder, icon_name="folder")
        self.lay_out()
        self.wire()

    # --- how it stands

    def lay_out(self) -> None:
        """One section under the other, the button at the foot, always in sight."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 0, 10, 16)
        column.setSpacing(8)
        title = Paragraph("title", "ink1")
        words().bind(title, title.setText, "photo.title")
        column.addWidget(title)
        for key, widget in (
            ("photo.poses", self.poses), ("photo.gestures", self.gestures), ("photo.faces", self.faces),
            ("photo.scene", self.scenes), ("photo.light", self.lights), ("photo.turn", WordedSlider(self.turn)),
            ("photo.near", WordedSlider(self.near)), ("photo.shape", self.shape), ("photo.frame", self.frame),
            ("photo.scale", self.scale),
        ):
            label = Paragraph("label", "ink2", wrap=False)
            words().bind(label, label.setText, key)
            column.addSpacing(8)
            column.addWidget(label)
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if widget is self.scale else Qt.AlignmentFlag(0))
        column.addSpacing(10)
        column.addWidget(self.print)
        column.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words().bind(area, area.setAccessibleName, "photo.title")
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 10, 10, 2)
        foot.addWidget(self.button, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 4, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(area, 1)
        outer.addLayout(foot)
        self.print.hide()
        self.folder.hide()

    def wire(self) -> None:
        """What each choice does, at once."""
        player = self._house.player
        self.poses.chosen.connect(self.pose)
        self.gestures.chosen.connect(player.gesture)
        self.faces.chosen.connect(self.face)
        self.scenes.chosen.connect(self.set_scene)
        self.lights.chosen.connect(self.set_light)
        self.turn.valueChanged.connect(lambda _: player.turn(self.turn.factor, self.soon()))
        self.near.valueChanged.connect(lambda _: player.zoom(self.near.factor))
        self.print.pressed.connect(self.open_picture)
        self._stage.dragged.connect(self.drag)
        self._stage.wheeled.connect(self.wheel)

    def drag(self, share: float) -> None:
        """Drawing sideways on the stage walks around her; past her back it comes round again."""
        if self.isVisible():
            self.turn.put((self.turn.factor - share * DRAG + 180) % 360 - 180)

    def wheel(self, notches: float) -> None:
        """The wheel on the stage goes nearer or farther."""
        if self.isVisible():
            self.near.put(min(1.8, max(0.6, self.near.factor + notches * NOTCH)))

    def soon(self) -> float:
        """Seconds the camera takes to follow a slider."""
        return 0.0 if theme().reduced else 0.25

    def showEvent(self, event: QShowEvent) -> None:
        """Offer what this avatar knows, and show how things stand."""
        body = self._house.player.body
        poses, gestures = getattr(body, "poses", ()), getattr(body, "gestures", ())
        self.poses.offer([value for value, _ in choices.POSES if value in ("stand", *poses)])
        self.gestures.offer([value for value, _ in choices.GESTURES if value in gestures])
        shows = getattr(body, "shows", None)
        self.faces.offer([value for value, _ in choices.FACES if value == "neutral" or (shows is not None and shows(value))])
        look = self._house.settings.look
        self.scenes.value, self.lights.value = look.scene, look.light
        for pills, value in ((self.poses, self._house.player.posed or "stand"), (self.faces, "neutral")):
            pills.value = value
        for pills, value in ((self.shape, "stage"), (self.frame, "none")):
            pills.value = pills.value or value
        self.scale.value = self.scale.value or "2"
        self.near.put(1.0)
        self.turn.put(0.0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Light and place stay as chosen; camera and face go back to what they were."""
        player = self._house.player
        player.turn(0.0, 0.0)
        player.zoom(1.0)
        player.express("neutral", 1.0)
        self._stage.show_scene(self._house.settings.look.scene)

    def first_focus(self) -> None:
        """Where the keyboard begins: at how she stands."""
        choice = self.poses.choices.get(self.poses.value) or next(iter(self.poses.choices.values()))
        choice.setFocus(Qt.FocusReason.TabFocusReason)

    # --- choices

    def pose(self, name: str) -> None:
        """Take it and keep it; standing lets go of all."""
        self._house.player.pose(None if name == "stand" else name)
        if name in ("sit", "sleep", "dance") and self._stage.framing.value != "full":
            self._stage.framing_chosen.emit("full")

    def face(self, name: str) -> None:
        """Put it on and keep it, in place of the one before and of what lay on that."""
        player = self._house.player
        player.express("neutral", 1.0)
        player.express(choices.BESIDE.get(name, name), 1.0, HOLD)
        if name in choices.BESIDE:
            player.express(name, 1.0, HOLD)

    def set_scene(self, scene: str) -> None:
        """What is behind her, here and on every page; clear stands for this page's pictures alone."""
        self._stage.show_scene(scene)
        if scene != choices.EMPTY[0]:
            self._house.settings.look.scene = scene  # type: ignore[assignment]
            self._house.keep()
            self._house.changes.look.emit()

    def set_light(self, light: str) -> None:
        """The light she stands in."""
        self._house.settings.look.light = light  # type: ignore[assignment]
        self._house.keep()
        self._house.changes.look.emit()

    # --- the picture

    def wish(self) -> Wish:
        """What is chosen for the picture."""
        shape, frame = self.shape.value or "stage", self.frame.value or "none"
        return Wish(shape, frame, int(self.scale.value or "1"))  # type: ignore[arg-type]

    def take(self) -> None:
        """Draw it large, keep it, show it."""
        body = self._house.player.body
        if body is None:
            self.failed.emit(words()("photo.nobody"))
            return
        self.button.setText(words()("photo.taking"))
        self.button.repaint()
        try:
            image = self.draw(self.wish())
            now = datetime.now()
            self._last = keep(image, album(self._house.folder), self.name(), now)
        except AlbumFault as fault:
            self.failed.emit(words()("photo.not_kept", place=fault.place, why=fault.why))
            return
        finally:
            self.button.setText(words()("photo.take"))
        self.print.show_picture(image)
        self.folder.show()
        # Its place is known once the page has been laid out anew.
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.folder))
        self.told.emit(words()("photo.kept", name=self._last.name))

    def name(self) -> str:
        """Who is in the picture."""
        return words()(f"look.{self._house.settings.look.avatar}")

    def draw(self, wish: Wish) -> QImage:
        """The picture."""
        size = wish.size(self._stage.size())
        her = self._house.player.photo(size.width(), size.height())
        behind = None
        if self.scenes.value != choices.EMPTY[0]:
            look = self._house.settings.look
            behind = room_picture(scene_now(look.scene, theme().night, datetime.now()), QSize(size), look.room)
        return composed(her, behind, wish.frame)

    def open_picture(self) -> None:
        """In the system's picture viewer."""
        if self._last is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._last)))

    def open_folder(self) -> None:
        """The folder in the system's file manager."""
        if self._last is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._last.parent)))

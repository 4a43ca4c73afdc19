"""The blocks of the detail card: the colours of a zone, and what is woven or printed on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from avatars.wardrobe.garment import Zone
from avatars.wardrobe.look import Pattern
from desktop.theme.words import words
from desktop.wardrobe_page.swatches import Swatches
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.pills import Pills
from desktop.widgets.word_slider import WordSlider
from desktop.widgets.worded_slider import WordedSlider
from mind.languages import Lang

SIZES: Final = ((0.7, "wardrobe.pattern.small"), (1.4, "wardrobe.pattern.usual"), (2.5, "wardrobe.pattern.large"))
KINDS: Final = ("plain", "stripe", "check", "floral", "knit", "dots", "picture")
PLAIN: Final = Pattern()


def zone_name(zone: Zone, lang: Lang) -> str:
    """What a zone is called."""
    return zone.names.get(lang) or zone.names.get("en", zone.id)


class Labelled(QWidget):
    """A label over something."""

    def __init__(self, text: str, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = Paragraph("label", "ink1", wrap=False)
        self.label.setText(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.label)
        column.addWidget(inner)


class ZoneBlock(Labelled):
    """`chosen` carries the zone's id and a dye; `mix_wanted` the id."""

    chosen = Signal(str, str)
    mix_wanted = Signal(str)

    def __init__(self, zone: Zone, lang: Lang, parent: QWidget | None = None) -> None:
        name = zone_name(zone, lang)
        self.swatches = Swatches(name)
        super().__init__(name, self.swatches, parent)
        self.zone = zone
        self.swatches.chosen.connect(lambda dye: self.chosen.emit(zone.id, dye))
        self.swatches.mix_wanted.connect(lambda: self.mix_wanted.emit(zone.id))

    def show_dye(self, dye: str) -> None:
        """Which colour is on."""
        self.swatches.offer((self.zone.dye, *self.zone.palette), dye)


class PatternBlock(QWidget):
    """Which pattern a zone carries, its second colour and its size. `changed` carries the zone's id and the pattern,
    `picture_wanted` the id; `mix_wanted` asks for another second colour."""

    changed = Signal(str, object)
    picture_wanted = Signal(str)
    mix_wanted = Signal(str)

    def __init__(self, zone: Zone, lang: Lang, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zone = zone
        self._pattern = PLAIN
        kinds = [kind for kind in KINDS if kind in ("plain", "picture") or kind in zone.patterns]
        self.kinds = Pills([(kind, f"wardrobe.pattern.{kind}") for kind in kinds], "wardrobe.pattern.name", look="pills")
        self.second = Swatches(words()("wardrobe.zone.second"))
        self.scale = WordSlider("wardrobe.pattern.size", 0.25, 4.0, SIZES)
        self._second = Labelled(words()("wardrobe.zone.second"), self.second)
        self._size = Labelled(words()("wardrobe.pattern.size"), WordedSlider(self.scale))
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._second)
        row.addWidget(self._size, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._head = Labelled(title, self.kinds)
        column.addWidget(self._head)
        column.addLayout(row)
        self.kinds.chosen.connect(self.take_kind)
        self.second.chosen.connect(lambda dye: self.tell(dye=dye))
        self.second.mix_wanted.connect(lambda: self.mix_wanted.emit(zone.id))
        self.scale.valueChanged.connect(lambda _: self.tell(size=round(self.scale.factor, 2)))

    def showEvent(self, event: QShowEvent) -> None:
        """What was made hidden takes no room until it is asked again."""
        self.kinds.updateGeometry()

    def sizeHint(self) -> QSize:
        """All kinds in one row, shown yet or not."""
        hint = super().sizeHint()
        wide = sum(choice.sizeHint().width() + 8 for choice in self.kinds.choices.values())
        return QSize(max(hint.width(), wide, self._head.sizeHint().width()), hint.height())

    def show_pattern(self, pattern: Pattern | None, palette: Sequence[str]) -> None:
        """What it carries now."""
        self._pattern = pattern or PLAIN
        self.kinds.value = self._pattern.kind
        two = self._pattern.kind not in ("plain", "picture")
        self._second.setVisible(two)
        self._size.setVisible(self._pattern.kind != "plain")
        if two:
            self.second.offer(palette, self._pattern.dye)
        self.scale.blockSignals(True)
        self.scale.put(self._pattern.size)
        self.scale.blockSignals(False)

    def take_kind(self, kind: str) -> None:
        """Another kind; a picture has to be named first."""
        if kind == "picture":
            self.kinds.value = self._pattern.kind
            self.picture_wanted.emit(self.zone.id)
        else:
            self.tell(kind=kind)

    def tell(self, *, kind: str = "", dye: str = "", size: float = 0.0) -> None:
        """The pattern with what changed."""
        old = self._pattern
        made = Pattern(
            kind or old.kind, dye or old.dye, size or old.size,  # type: ignore[arg-type]
            old.picture if (kind or old.kind) == "picture" else "",
        )
        self.changed.emit(self.zone.id, made)



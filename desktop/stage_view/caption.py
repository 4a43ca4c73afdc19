"""Her words as they sound: said ones white, the one that sounds underlined, the rest dimmed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEasingCurve, QPointF, QRect, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.stage_view.caption_lines import Lines, Measured, page_at
from desktop.stage_view.caption_pages import Page, pages
from desktop.stage_view.caption_text import place_of, shown
from desktop.stage_view.caption_units import units, whole_word, words_in
from desktop.theme import motion, type_scale
from desktop.theme.theme import system_wants_more_contrast, theme
from desktop.theme.words import words
from mind.languages import Lang

PAD_X, PAD_Y = 20, 12
TIGHT_X: Final = 14
"""Beside the words on a narrow stage."""
WIDEST: Final = 600
SHARE: Final = 0.8
NARROW: Final = 420
LINES: Final = 2
BASE: Final = 20
SMALLEST: Final = 13
"""A long word on a slim stage makes the letters smaller rather than be cut, down to this."""
LEADING: Final = 1.45
UNDERLINE: Final = 0.15
"""Of the size: 3 at 20."""
SMALL: Final = 0.85
"""On a small stage: 17 instead of 20."""
AS_WRITTEN: Final = 0.82
"""How much of the plate covers, as the token has it; below it the letters get a dark edge."""
GLIDE: Final = 90
"""Milliseconds the underline takes to the next word of its line."""
RADIUS: Final = 16
KANA, HAN = re.compile(r"[\u3040-\u30ff]"), re.compile(r"[\u3400-\u9fff]")


class CaptionPlate(QWidget):
    """A dark plate over whatever lies behind it; clicks go through. Repaints when the word changes and while it moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.size_px = BASE
        self.share = AS_WRITTEN
        """How much of the plate covers what is behind it, 0.6 to 1."""
        self.small = False
        self.lines = LINES
        self._text = ""
        self._begin = self._end = 0
        self._dimmed = False
        self._known: list[tuple[int, int]] = []
        self._pages: list[Page] = []
        self._made: Lines | None = None
        self._key: tuple[object, ...] = ()
        self._inner = 0.0
        self._size = float(BASE)
        self._mark = QRectF()
        self._shade = 0.0
        self._fade = QVariantAnimation(self)
        self._fade.valueChanged.connect(self.shade_to)
        self._fade.finished.connect(self.faded)
        self._glide = QVariantAnimation(self)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self.mark_to)
        self.hide()

    # --- what it says

    @property
    def text(self) -> str:
        """What stands on it; empty when there is nothing to read, though its last words may still be fading."""
        return self._text

    @property
    def page(self) -> str:
        """The words in view, line by line."""
        made = self._made
        return "\n".join(line.text for line in made.lines) if made is not None and self._text else ""

    def words_of(self, text: str) -> list[tuple[int, int]]:
        """Where each word of a text stands that would be underlined."""
        return words_in(text)

    def tell(self, text: str, begin: int = 0, end: int = 0, *, dimmed: bool = False) -> bool:
        """Show a sentence with the word from `begin` to `end` sounding; True if its size may have changed.

        `begin` alone, with `end` not behind it, turns to the page it stands on and marks no word. `dimmed`: words still
        being heard from the user.
        """
        if text != self._text:
            self._known = words_in(text)
        begin, end = whole_word(text, begin, end, self._known)
        if (text, begin, end, dimmed) == (self._text, self._begin, self._end, self._dimmed):
            return False
        changed = text != self._text or dimmed != self._dimmed or page_at(self._pages, begin) != page_at(self._pages, self._begin)
        self._text, self._begin, self._end, self._dimmed = text, begin, end, dimmed
        self.move_mark(jump=changed)
        self.update()
        return changed

    def say(self, text: str, begin: int = 0, end: int = 0) -> bool:
        """Show a sentence as it was written, its marks as the voice gives them: see `desktop.stage_view.caption_text`."""
        said = shown(text)
        if not said.text:
            self.clear()
            return False
        begin, end = place_of(said, begin, end) if end > begin else (min(begin, len(said.text)), 0)
        return self.tell(said.text, begin, end)

    def hear(self, named: Callable[[str], str], heard: str, area: QRect) -> bool:
        """The user's words so far, behind who says them; of many, the newest, as one page. True if its size may change."""
        heard = text = shown(heard).text
        rest = [unit.begin for unit in units(heard)][1:]
        self.fit(area, named(text))
        while rest and len(self.paginated(named(text))) > 1:
            text = "… " + heard[rest.pop(0) :]
        return self.tell(named(text), dimmed=True)

    def clear(self) -> None:
        """Nothing is said: it fades."""
        self._text = ""
        if self.isVisible() and self._shade > 0:
            self.fade(0.0, motion.LEAVE, QEasingCurve.Type.InCubic)
        else:
            self.vanish()

    def vanish(self) -> None:
        """Gone at once."""
        self._fade.stop()
        self._text = ""
        self._shade = 0.0
        self.hide()

    # --- how large

    def font_now(self, size: float) -> QFont:
        """The caption's own font: its size is a setting of its own, its face that of the language on it."""
        font = type_scale.font("stage_caption", face_of(self._text, theme().lang), theme().scale)
        font.setPixelSize(max(type_scale.SMALLEST, round(size)))
        return font

    def shown_size(self) -> float:
        """The setting, the text scale and the room there is."""
        return self.size_px * theme().scale * (SMALL if self.small else 1.0)

    def line_high(self, size: float) -> float:
        """Baseline to baseline."""
        return round(size * LEADING)

    def room_in(self, width: int) -> float:
        """How wide its words may be on a stage of that width."""
        grown = max(1.0, self.shown_size() / (BASE * theme().scale))
        widest = min(theme().px(WIDEST) * grown, width * SHARE) if width > NARROW else width - 24
        return max(72.0, widest - 2 * self.pad(width))

    def pad(self, width: int) -> int:
        """Air beside the words."""
        return PAD_X if width > NARROW else TIGHT_X

    def tallest(self) -> int:
        """How high it is with all its lines."""
        return round(self.lines * self.line_high(self.shown_size())) + 2 * PAD_Y

    def fit(self, area: QRect, text: str) -> None:
        """The size of the letters: as set, or smaller where a word would not fit a line of a slim stage."""
        self._inner = self.room_in(area.width())
        self._size = self.shown_size()
        metrics = Measured(text, self.font_now(self._size))
        longest = max((metrics(unit.begin, unit.ink) for unit in units(text)), default=0.0)
        if longest > self._inner:
            self._size = max(SMALLEST * theme().scale, self._size * self._inner / longest - 0.5)

    def paginated(self, text: str) -> list[Page]:
        """The pages of a text at the size and width that were found."""
        return pages(text, Measured(text, self.font_now(self._size)), self._inner, self.lines)

    # --- where

    def place(self, area: QRect, edge: int, *, top: bool = False) -> None:
        """Lie centred in `area`, its lower edge so far above its foot; with `top` its upper edge so far under its head."""
        if not self._text:
            return
        self.fit(area, self._text)
        key = (self._text, self._inner, self._size, self.lines, theme().lang)
        if key != self._key:
            self._key, self._pages = key, self.paginated(self._text)
        page = self._pages[page_at(self._pages, len(self._text) if self._dimmed else self._begin)]
        self._made = Lines(self._text, page, self.font_now(self._size), self.line_high(self._size))
        width = round(self._made.width) + 2 * self.pad(area.width())
        height = round(self._made.height) + 2 * PAD_Y
        x = area.left() + (area.width() - width) // 2
        y = area.top() + edge if top else area.bottom() + 1 - edge - height
        self.setGeometry(x, y, width, height)
        self.move_mark(jump=True)
        if not self.isVisible() or self._fade.endValue() == 0.0:
            self.show()
            self.fade(1.0, motion.ENTER, QEasingCurve.Type.OutCubic)
        self.update()

    # --- motion

    def fade(self, to: float, milliseconds: int, curve: QEasingCurve.Type) -> None:
        """Come or go."""
        self._fade.stop()
        self._fade.setEasingCurve(curve)
        self._fade.setDuration(theme().lasting(milliseconds))
        self._fade.setStartValue(self._shade)
        self._fade.setEndValue(to)
        self._fade.start()

    def shade_to(self, share: float) -> None:
        """One step of coming or going."""
        self._shade = share
        self.update()

    def faded(self) -> None:
        """It has gone, unless words came meanwhile."""
        if not self._text:
            self.hide()

    def move_mark(self, *, jump: bool) -> None:
        """The underline goes to the word that sounds: along its line, and at once to another line."""
        target = self.mark_now()
        self._glide.stop()
        along = abs(target.y() - self._mark.y()) < 1 and not self._mark.isEmpty() and target.x() >= self._mark.x()
        if jump or not along or theme().reduced or target.isEmpty():
            self._mark = target
            return
        self._glide.setDuration(GLIDE)
        self._glide.setStartValue(QRectF(self._mark))
        self._glide.setEndValue(target)
        self._glide.start()

    def mark_to(self, box: QRectF) -> None:
        """One step of its way."""
        self._mark = box
        self.update()

    def mark_now(self) -> QRectF:
        """The underline of the word that sounds, from the words' upper left; empty where none does."""
        if self._made is None or self._end <= self._begin or self._dimmed:
            return QRectF()
        under = self._made.under(self._begin, self._end)
        if under.isEmpty():
            return QRectF()
        return QRectF(under.left(), under.top() + self._size * 0.2, under.width(), max(2.0, self._size * UNDERLINE))

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Plate, words, underline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(self._shade)
        self.paint_plate(painter)
        made = self._made
        if made is None:
            return
        at = QPointF((self.width() - made.width) / 2, PAD_Y)
        if self.share < AS_WRITTEN and not system_wants_more_contrast():
            self.paint_edges(painter, made, at)
        painter.setPen(theme().colour("caption_text"))
        made.draw(painter, at, self.from_here(), self.dim())
        if not self._mark.isEmpty():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("caption_mark"))
            box = self._mark.translated(at)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)

    def paint_plate(self, painter: QPainter) -> None:
        """As dense as set; where the system wants more contrast, all of it and an outline."""
        ground = theme().colour("caption_plate")
        box = QRectF(self.rect())
        if system_wants_more_contrast():
            ground.setAlphaF(1.0)
            painter.setPen(QPen(theme().colour("caption_text"), 2))
            box = box.adjusted(1, 1, -1, -1)
        else:
            ground.setAlphaF(min(1.0, max(0.0, self.share)))
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    def paint_edges(self, painter: QPainter, made: Lines, at: QPointF) -> None:
        """A dark edge round the letters, which reads over a white page as well."""
        edge = theme().colour("caption_plate")
        edge.setAlphaF(0.55)
        painter.setPen(edge)
        for step in (QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)):
            made.draw(painter, at + step)

    def from_here(self) -> int | None:
        """Where the words begin that are still to come; None where none are."""
        if self._dimmed:
            return 0
        return self._end if self._end > self._begin else None

    def dim(self) -> QColor:
        """Of words to come: the more shines through, the nearer to the others."""
        if self.share >= AS_WRITTEN:
            return theme().colour("caption_next")
        far, near = theme().colour("caption_next"), theme().colour("caption_text")
        part = (AS_WRITTEN - self.share) / (AS_WRITTEN - 0.6) * 0.6
        mixed = [round(a + (b - a) * part) for a, b in zip(far.getRgb()[:3], near.getRgb()[:3], strict=True)]  # type: ignore[index]
        return QColor(*mixed)


def face_of(text: str, lang: Lang) -> Lang:
    """Whose characters a text is written in: kana make it Japanese, Chinese characters without kana Chinese."""
    if KANA.search(text):
        return "ja"
    return "zh" if HAN.search(text) and lang == "en" else lang


def heard_of_you(text: str) -> str:
    """The user's words behind who says them."""
    return words()("stage.you", text=text)

"""The garment that is looked at: its name, where it is from, its colours and patterns; or how it comes, and giving it."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from avatars.wardrobe.look import Look, Pattern, Worn
from desktop.theme.icons import icon
from desktop.theme.words import words
from desktop.wardrobe_page import provenance
from desktop.wardrobe_page.closet import Piece
from desktop.wardrobe_page.gift_row import GiftRow
from desktop.wardrobe_page.mixer import Mixer
from desktop.wardrobe_page.zone_blocks import PatternBlock, ZoneBlock, zone_name
from desktop.widgets.card import Card
from desktop.widgets.flow import Flow
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push

STAYS_ON: Final = frozenset({"hair", "top", "bottom", "dress", "background"})
"""Slots that are changed but never empty."""


class DetailCard(Card):
    """`changed` carries the garment as it is to be worn, and whether that is meant or only tried; `liked` its id,
    `taken_off` its id, `picture_wanted` its id and a zone, `given` its id and a note, `resized` that it needs another height."""

    changed = Signal(object, bool)
    liked = Signal(str)
    taken_off = Signal(str)
    picture_wanted = Signal(str, str)
    given = Signal(str, str)
    resized = Signal()
    mixing = Signal()
    """A colour is to be mixed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.piece: Piece | None = None
        self.worn = Worn("")
        self._mixing: tuple[str, bool] | None = None
        self.title = Paragraph("card", "ink1")
        self.origin = Paragraph("caption", "ink2")
        self.off = Push("wardrobe.take_off", "text", lambda: self.tell(self.taken_off), small=True)
        self.like = Push("wardrobe.favourite.add", "text", lambda: self.tell(self.liked), icon_name="heart", small=True)
        self.fold = Push("wardrobe.open_detail", "secondary", self.turn_fold, small=True)
        self.gift = GiftRow()
        self.mixer = Mixer()
        self.zones: dict[str, ZoneBlock] = {}
        self.patterns: dict[str, PatternBlock] = {}
        self.inner = QWidget()
        self._flow = Flow(self.inner, 24, 10)
        policy = self.inner.sizePolicy()
        policy.setHeightForWidth(True)
        self.inner.setSizePolicy(policy)
        self.low = False
        """Whether the window is so low that colours are shown only when they are asked for."""
        self.unfolded = False
        self.lay_out()
        self.mixer.mixed.connect(lambda dye: self.mix(dye, meant=False))
        self.mixer.done.connect(lambda dye: self.mix(dye, meant=True))
        self.gift.given.connect(lambda note: self.given.emit(self.piece.id if self.piece else "", note))

    def lay_out(self) -> None:
        """Name and buttons, where it is from, the blocks, the mixer."""
        head = QHBoxLayout()
        head.setSpacing(4)
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self.title)
        names.addWidget(self.origin)
        head.addLayout(names, 1)
        for button in (self.fold, self.off, self.like):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setSpacing(8)
        self.body.setContentsMargins(18, 11, 14, 12)
        self.body.addLayout(head)
        self.body.addWidget(self.inner)
        self.body.addWidget(self.mixer)
        self.body.addWidget(self.gift)
        self.body.addStretch(1)
        self.mixer.hide()

    # --- what it shows

    def show_piece(self, piece: Piece | None, worn: Worn | None, look: Look | None) -> None:
        """A garment as it is worn now, or as it would be put on; None shows nothing."""
        another = (piece.id if piece else "") != (self.piece.id if self.piece else "")
        self.piece = piece
        self.setVisible(piece is not None)
        if piece is None:
            return
        self.worn = worn or Worn(piece.id)
        on = look is not None and any(each.garment == piece.id for each in look.worn)
        lang = words().lang
        self.title.setText(piece.name(lang))
        self.off.setVisible(on and piece.info.slot not in STAYS_ON)
        self.show_liking(piece)
        if another:
            self.fill(piece)
        self.gift.setVisible(not piece.hers and piece.how == provenance.GIVEN)
        if another:
            self.gift.clear()
        self.show_dyes()
        self.show_folded()

    def show_origin(self) -> None:
        """Where it is from or how it comes, and its story where there is height for it."""
        if self.piece is None:
            return
        lang = words().lang
        stop, gap = (".", " ") if lang == "en" else ("。", "")
        hers = self.piece.hers
        told = provenance.came(self.piece, datetime.now().astimezone()) if hers else provenance.how(self.piece.how) + stop
        self.origin.setText(told if self.low else f"{told}{gap}{provenance.story(self.piece, lang)}".strip())

    def show_liking(self, piece: Piece) -> None:
        """A favourite or not."""
        self.like.setVisible(piece.hers)
        self.like.become("honey" if piece.favourite else "text")
        self.like.setIcon(icon("heart_full" if piece.favourite else "heart", "honey_mark" if piece.favourite else "pine"))
        key = "wardrobe.favourite.remove_name" if piece.favourite else "wardrobe.favourite.add_name"
        self.like.setAccessibleName(words()(key, name=piece.name(words().lang)))

    def fill(self, piece: Piece) -> None:
        """The blocks of another garment."""
        self._mixing = None
        self.mixer.hide()
        for old in (*self.zones.values(), *self.patterns.values()):
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.zones, self.patterns = {}, {}
        if not piece.hers:
            return
        lang = words().lang
        for zone in piece.info.zones:
            block = self.zones[zone.id] = ZoneBlock(zone, lang)
            block.chosen.connect(self.dye)
            block.mix_wanted.connect(lambda zone: self.begin_mix(zone, second=False))
            self._flow.addWidget(block)
            block.show()
        carriers = [zone for zone in piece.info.zones if zone.patterns]
        for zone in carriers:
            title = words()("wardrobe.pattern.name")
            title = title if len(carriers) == 1 else f"{title}: {zone_name(zone, lang)}"
            pattern = self.patterns[zone.id] = PatternBlock(zone, lang, title)
            pattern.changed.connect(self.weave)
            pattern.picture_wanted.connect(lambda zone: self.picture_wanted.emit(self.worn.garment, zone))
            pattern.mix_wanted.connect(lambda zone: self.begin_mix(zone, second=True))
            self._flow.addWidget(pattern)
            pattern.show()

    def show_dyes(self) -> None:
        """Which colours and patterns are on."""
        for name, block in self.zones.items():
            block.show_dye(self.worn.dyes.get(name, block.zone.dye))
        for name, pattern in self.patterns.items():
            zone = pattern.zone
            seconds = dict.fromkeys((*(other.zone.dye for other in self.zones.values()), *zone.palette))
            seconds.pop(self.worn.dyes.get(name, zone.dye), None)
            pattern.show_pattern(self.worn.patterns.get(name), tuple(seconds))
        self.inner.updateGeometry()

    def show_folded(self) -> None:
        """Low windows show colours when they are asked for."""
        self.show_origin()
        there = bool(self.zones)
        self.fold.setVisible(self.low and there)
        self.fold.setText(words()("wardrobe.close_detail" if self.unfolded else "wardrobe.open_detail"))
        shown = there and (not self.low or self.unfolded)
        self.inner.setVisible(shown)
        self.mixer.setVisible(shown and self._mixing is not None)
        self.updateGeometry()
        self.resized.emit()

    def turn_fold(self) -> None:
        """Show the colours, or put them away."""
        self.unfolded = not self.unfolded
        self.show_folded()

    def be_low(self, low: bool) -> None:
        """Whether there is little height."""
        if low != self.low:
            self.low = low
            self.show_folded()

    # --- what the user does

    def tell(self, signal: object) -> None:
        """Something about this garment."""
        if self.piece is not None:
            signal.emit(self.piece.id)  # type: ignore[attr-defined]

    def dye(self, zone: str, dye: str, meant: bool = True) -> None:
        """A zone in another colour."""
        self.worn = Worn(self.worn.garment, {**self.worn.dyes, zone: dye}, self.worn.patterns)
        self.changed.emit(self.worn, meant)
        self.show_dyes()

    def weave(self, zone: str, pattern: Pattern, meant: bool = True) -> None:
        """A zone with another pattern."""
        patterns = {name: each for name, each in self.worn.patterns.items() if name != zone}
        if pattern.kind != "plain":
            patterns[zone] = pattern
        self.worn = Worn(self.worn.garment, self.worn.dyes, patterns)
        self.changed.emit(self.worn, meant)
        self.show_dyes()
        self.resized.emit()

    def begin_mix(self, zone: str, *, second: bool) -> None:
        """Mix a colour for a zone, or the second one of its pattern."""
        self._mixing = (zone, second)
        pattern = self.worn.patterns.get(zone)
        dye = pattern.dye if second and pattern is not None else self.worn.dyes.get(zone, self.zones[zone].zone.dye)
        self.mixer.begin(dye)
        self.show_folded()
        self.mixer.sliders["hue"].setFocus(Qt.FocusReason.TabFocusReason)
        self.mixing.emit()

    def mix(self, dye: str, *, meant: bool) -> None:
        """The colour that is being mixed, or the one that is meant."""
        if self._mixing is None:
            return
        zone, second = self._mixing
        pattern = self.worn.patterns.get(zone)
        if second and pattern is not None:
            self.weave(zone, Pattern(pattern.kind, dye, pattern.size, pattern.picture), meant)
        else:
            self.dye(zone, dye, meant)
        if meant:
            self._mixing = None
            self.show_folded()
            block = self.patterns[zone].second if second else self.zones[zone].swatches
            block.more.setFocus(Qt.FocusReason.TabFocusReason)

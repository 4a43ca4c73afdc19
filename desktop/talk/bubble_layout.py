"""Where everything of a row stands, for one width: pure measuring, no painting."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from desktop.talk.rows import Chip, Row, shortened
from desktop.theme.theme import theme
from desktop.theme.words import words

WIDEST: Final = 0.86
PAD_X, PAD_Y = 15.0, 11.0
ABOVE: Final = 6.0
BELOW: Final = 6.0
CHIP_HIGH: Final = 26.0
CHIP_GAP: Final = 7.0
RESTING: Final = 18.0
STITCH: Final = (11.0, 10.0)
STITCH_GAP: Final = 1.0
ACTION: Final = 30.0
BITE: Final = 16.0
"""How far the buttons on hover reach into their bubble."""

Action = Literal["hear", "copy", "edit", "why", "delete"]


@dataclass(slots=True)
class PlacedChip:
    """A chip, its place, and the place of its Undo."""

    chip: Chip
    box: QRectF
    text: str
    undo: QRectF | None = None


@dataclass(slots=True)
class RowLayout:
    """All places relative to the row's top left."""

    height: float
    bubble: QRectF | None = None
    text: QTextLayout | None = None
    text_at: QPointF = field(default_factory=QPointF)
    title: QTextLayout | None = None
    title_at: QPointF = field(default_factory=QPointF)
    stitches: QPointF | None = None
    more: QRectF | None = None
    chips: list[PlacedChip] = field(default_factory=list)
    actions: list[tuple[Action, QRectF]] = field(default_factory=list)


def text_layout(text: str, role: str, width: float, *, dim_from: int = -1) -> QTextLayout:
    """`text` laid out with the role's line height; from `dim_from` on it is painted as a caption."""
    layout = QTextLayout(text.replace("\n", "\u2028"), theme().font(role))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    if dim_from >= 0:
        dim = QTextLayout.FormatRange()
        dim.start, dim.length = dim_from, len(text) - dim_from
        style = QTextCharFormat()
        style.setForeground(theme().colour("ink3"))
        dim.format = style
        layout.setFormats([dim])
    step = theme().line(role)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y + (step - line.height()) / 2))
        y += step
    layout.endLayout()
    return layout


def natural_width(layout: QTextLayout) -> float:
    """The width of the longest line."""
    return max((layout.lineAt(i).naturalTextWidth() for i in range(layout.lineCount())), default=0.0)


def measure(row: Row, width: float) -> RowLayout:
    """Lay a row out in `width`."""
    if row.kind == "day":
        return measure_day(row, width)
    if row.kind == "notice":
        return measure_notice(row, width)
    return measure_bubble(row, width)


def measure_day(row: Row, width: float) -> RowLayout:
    """A centred line."""
    layout = text_layout(row.text, "caption", width)
    line = theme().line("caption")
    return RowLayout(line + 22, text=layout, text_at=QPointF((width - natural_width(layout)) / 2, 12))


def measure_notice(row: Row, width: float) -> RowLayout:
    """A card across the list with a shield, a bold line and a quiet one."""
    inner = width - 52 - 18
    title = text_layout(row.title, "button", inner)
    text = text_layout(row.text, "tile", inner)
    title_high = title.lineCount() * theme().line("button")
    high = 14 + title_high + 2 + text.lineCount() * theme().line("tile") + 14
    return RowLayout(
        ABOVE + high + BELOW + 4, bubble=QRectF(1, ABOVE, width - 2, high), title=title,
        title_at=QPointF(52, ABOVE + 14), text=text, text_at=QPointF(52, ABOVE + 14 + title_high + 2),
    )


def measure_bubble(row: Row, width: float) -> RowLayout:
    """A bubble with its chips."""
    widest = width * WIDEST - 2 * PAD_X
    shown, elided = shortened(row.text)
    dim = -1
    mark = cut_mark(row)
    if mark:
        dim = len(shown)
        shown = f"{shown} {mark}".lstrip()
    stitches = 3 * STITCH[0] + 2 * STITCH_GAP + 8 if row.streaming else 0.0
    layout = text_layout(shown, "talk", widest, dim_from=dim)
    lines = layout.lineCount() if shown else 1
    text_wide = natural_width(layout)
    last = layout.lineAt(layout.lineCount() - 1).naturalTextWidth() if shown else 0.0
    extra_line = row.streaming and last + stitches > widest
    lines += 1 if extra_line else 0
    wide = max(text_wide, stitches - 8 if extra_line or not shown else last + stitches)
    step = theme().line("talk")
    high = lines * step + 2 * PAD_Y
    link = QRectF()
    if elided:
        words_of_link = words()("talk.show_all", count=f"{len(row.text):,}")
        link_wide = QFontMetricsF(theme().font("label")).horizontalAdvance(words_of_link)
        wide = max(wide, link_wide)
        link = QRectF(0, high - PAD_Y + 2, link_wide + 4, theme().line("label") + 6)
        high += theme().line("label") + 6
    box_wide = min(wide, widest) + 2 * PAD_X
    left = 1.0 if row.kind == "hers" else width - box_wide - 1
    bubble = QRectF(left, ABOVE, box_wide, high)
    at = QPointF(left + PAD_X, ABOVE + PAD_Y)
    made = RowLayout(ABOVE + high + BELOW, bubble=bubble, text=layout, text_at=at)
    if layout.lineCount() and text_wide < widest:
        narrow_lines(layout, min(wide, widest))
    if row.streaming:
        x = 0.0 if extra_line or not shown else last + 8
        y = (lines - 1) * step + (step - STITCH[1]) / 2 + 1
        made.stitches = at + QPointF(x, y)
    if elided:
        made.more = link.translated(left + PAD_X - 2, ABOVE)
    place_actions(made, row, width)
    place_chips(made, row, width)
    return made


def narrow_lines(layout: QTextLayout, width: float) -> None:
    """Lay the same lines out in the bubble's own width, so that right-to-left text ends at its edge."""
    count = layout.lineCount()
    spots = [layout.lineAt(i).position() for i in range(count)]
    layout.beginLayout()
    at = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width + 1)
        line.setPosition(spots[min(at, count - 1)])
        at += 1
    layout.endLayout()


def cut_mark(row: Row) -> str:
    """What stands behind words that were cut off."""
    if row.kind != "hers" or row.streaming:
        return ""
    if row.ended == "interrupted":
        return words()("talk.stopped")
    if row.ended == "cut":
        return words()("talk.cut")
    return ""


def place_actions(made: RowLayout, row: Row, width: float) -> None:
    """The small buttons that appear on hover, over the bubble's upper corner away from its origin."""
    if made.bubble is None or row.streaming:
        return
    names: list[Action] = ["copy"] if row.kind == "mine" else ["hear", "copy"]
    if row.turn_id is not None:
        names += ["edit", "delete"] if row.kind == "mine" else ["why", "delete"]
    whole = ACTION * len(names) + 8
    # As far beside the bubble as the list has room: the plate hides few of its words.
    if row.kind == "hers":
        x = max(min(made.bubble.right() - BITE, width - whole - 2), made.bubble.left() + 4)
    else:
        x = max(made.bubble.left() - whole + BITE, 2.0)
    for index, name in enumerate(names):
        made.actions.append((name, QRectF(x + 4 + index * ACTION, 0, ACTION, ACTION)))


def place_chips(made: RowLayout, row: Row, width: float) -> None:
    """Chips under the bubble, side by side while they fit; resting ones as marks."""
    if not row.chips or made.bubble is None:
        return
    chips = row.shown_chips()
    high = max(CHIP_HIGH, theme().px(CHIP_HIGH)) if any(not chip.resting for chip in chips) else RESTING
    y = made.height - BELOW + CHIP_GAP
    line: list[PlacedChip] = []
    used = 0.0
    for chip in chips:
        placed = measure_chip(chip, width - 2, high)
        if line and used + CHIP_GAP + placed.box.width() > width - 2:
            set_line(line, row, width, y)
            y += high + CHIP_GAP
            made.chips += line
            line, used = [], 0.0
        used += placed.box.width() + (CHIP_GAP if line else 0.0)
        line.append(placed)
    set_line(line, row, width, y)
    made.chips += line
    made.height = y + high + BELOW


def set_line(line: list[PlacedChip], row: Row, width: float, y: float) -> None:
    """Place one line of chips on the bubble's side."""
    whole = sum(placed.box.width() for placed in line) + CHIP_GAP * max(0, len(line) - 1)
    x = 1.0 if row.kind == "hers" else width - whole - 1
    for placed in line:
        placed.box.moveTo(x, y)
        if placed.undo is not None:
            placed.undo.translate(x, y)
        x += placed.box.width() + CHIP_GAP


def measure_chip(chip: Chip, widest: float, high: float) -> PlacedChip:
    """The size of one chip; its text is elided, Undo never."""
    if chip.resting:
        return PlacedChip(chip, QRectF(0, 0, RESTING, RESTING), "")
    metrics = QFontMetricsF(theme().font("caption"))
    if chip.kind == "more":
        return PlacedChip(chip, QRectF(0, 0, metrics.horizontalAdvance(chip.text) + 24, high), chip.text)
    undo = 0.0
    if chip.kind == "kept":
        undo = QFontMetricsF(theme().font("label")).horizontalAdvance(words()("common.undo")) + 22
    room = widest - 34 - 14 - undo
    text = metrics.elidedText(chip.text.replace("\n", " "), Qt.TextElideMode.ElideRight, room)
    wide = 34 + metrics.horizontalAdvance(text) + 14 + undo
    box = QRectF(0, 0, min(wide, widest), high)
    place = QRectF(box.width() - undo - 4, 0, undo + 4, high) if undo else None
    return PlacedChip(chip, box, text, place)

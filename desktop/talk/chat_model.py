"""The talk as a Qt model: history, streaming replies, chips and day lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.talk.rows import Chip, Row, visible
from desktop.theme.dates import clock_time, day, day_and_time
from desktop.theme.words import words
from mind.domain import Ended, Memory, Turn
from mind.languages import Lang
from mind.turn.memory_book import Behind

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
PAUSE: Final = timedelta(hours=2)
"""After so long a silence the next words get a day line."""

Index = QModelIndex | QPersistentModelIndex


class ChatModel(QAbstractListModel):
    """Rows in the order they were said."""

    def __init__(self, her_name: str = "Mira", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.her_name = her_name
        self.rows: list[Row] = []

    # --- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, its words, or what a screen reader says of it."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken_name(row)
        return None

    def spoken_name(self, row: Row) -> str:
        """``Mira, 18:43: ...``"""
        if not row.said:
            return f"{row.title} {row.text}".strip()
        who = self.her_name if row.kind == "hers" else words()("talk.you")
        chips = " ".join(f"{chip.spoken}." for chip in row.chips)
        return f"{who}, {clock_time(row.at)}: {row.text} {chips}".rstrip()

    # --- history

    def load(self, turns: Sequence[Turn], now: datetime) -> None:
        """Show these turns, oldest first, in place of all rows."""
        self.beginResetModel()
        self.rows = self.rows_of(turns, now)
        self.endResetModel()

    def rows_of(self, turns: Sequence[Turn], now: datetime) -> list[Row]:
        """Turns as rows, with their day lines."""
        made: list[Row] = []
        last: datetime | None = None
        for turn in turns:
            if self.needs_day_line(last, turn.at):
                made.append(self.day_row(turn.at, now))
            last = turn.at
            made.append(row_of_turn(turn))
        return made

    def prepend(self, turns: Sequence[Turn], now: datetime) -> None:
        """Earlier turns, in front of all rows."""
        made = self.rows_of(turns, now)
        if not made:
            return
        self.beginInsertRows(QModelIndex(), 0, len(made) - 1)
        self.rows[:0] = made
        self.endInsertRows()

    def needs_day_line(self, last: datetime | None, at: datetime) -> bool:
        """Whether a day line stands before words said at `at`."""
        return last is None or last.astimezone().date() != at.astimezone().date() or at - last > PAUSE

    def day_row(self, at: datetime, now: datetime) -> Row:
        """A day line."""
        return Row("day", day_and_time(at, now), at)

    # --- growing

    def add(self, row: Row) -> Row:
        """Append a row, with a day line where one belongs."""
        said = [each.at for each in self.rows if each.said]
        if row.said and self.needs_day_line(said[-1] if said else None, row.at):
            self._append(self.day_row(row.at, row.at))
        self._append(row)
        return row

    def _append(self, row: Row) -> None:
        at = len(self.rows)
        self.beginInsertRows(QModelIndex(), at, at)
        self.rows.append(row)
        self.endInsertRows()

    def mine(self, text: str, at: datetime, lang: Lang) -> Row:
        """The user's words, not yet committed."""
        return self.add(Row("mine", visible(text), at, lang))

    def hers(self, at: datetime, lang: Lang, reply_to: int | None = None) -> Row:
        """An empty reply that will grow."""
        return self.add(Row("hers", "", at, lang, reply_to=reply_to, streaming=True))

    def notice(self, title: str, text: str, at: datetime) -> Row:
        """A card of the app itself."""
        return self.add(Row("notice", visible(text), at, title=title))

    def grow(self, row: Row, text: str) -> None:
        """More of a streaming reply."""
        row.text += visible(text)
        self.touch(row)

    def rephrase(self, row: Row, text: str) -> None:
        """The user's words read otherwise now; what was kept from them before is no longer."""
        row.text, row.chips = visible(text), []
        self.touch(row)

    def finish(self, row: Row, text: str, ended: Ended, turn_id: int | None, used: Sequence[Memory]) -> None:
        """The reply is over and reads `text`."""
        row.text, row.ended, row.turn_id, row.streaming = visible(text), ended, turn_id, False
        row.chips = used_chips(used, row.at)
        self.touch(row)

    def stand_behind(self, row: Row, found: Behind) -> None:
        """Chips of what a reply used, and marks of what was kept of the user's words; those that are open stay so."""
        kept = {chip.memory.id: chip for chip in row.chips if chip.kind == "kept" and chip.memory is not None}
        marks = [kept.get(one.id) or Chip("kept", one, words()("talk.remembered", text=one.text), True) for one in found.kept]
        used = used_chips(found.memories, row.at, found.turns)
        if [chip.text for chip in (*used, *marks)] != [chip.text for chip in row.chips]:
            row.chips = [*used, *marks]
            self.touch(row)

    def reword(self, memory_id: int, memory: Memory) -> None:
        """A memory was corrected: its chips say it in the new words."""
        for row in self.rows:
            for chip in row.chips:
                if chip.memory is not None and chip.memory.id == memory_id:
                    chip.text = chip.text.replace(chip.memory.text, memory.text)
                    chip.memory = memory
                    self.touch(row)

    def keep(self, row: Row, memory: Memory) -> Chip:
        """A chip for what was kept from the user's words."""
        chip = Chip("kept", memory, words()("talk.remembered", text=memory.text))
        row.chips.append(chip)
        self.touch(row)
        return chip

    def rest(self, row: Row, chip: Chip, resting: bool = True) -> None:
        """Shrink a chip to its mark, or open it again."""
        chip.resting = resting
        self.touch(row)

    def forget(self, memory_id: int) -> None:
        """A memory is gone: so are its chips."""
        for row in self.rows:
            left = [chip for chip in row.chips if chip.memory is None or chip.memory.id != memory_id]
            if len(left) != len(row.chips):
                row.chips = left
                self.touch(row)

    # --- changing

    def touch(self, row: Row) -> None:
        """The row changed: measure and paint it again."""
        if row not in self.rows:
            return
        row.version += 1
        index = self.index(self.rows.index(row))
        self.dataChanged.emit(index, index)

    def remove(self, row: Row) -> None:
        """Take a row out; a day line above it that would stand alone goes too."""
        if row not in self.rows:
            return
        at = self.rows.index(row)
        self._take(at)
        above = at - 1
        if above >= 0 and self.rows[above].kind == "day" and (at >= len(self.rows) or self.rows[at].kind == "day"):
            self._take(above)

    def _take(self, at: int) -> None:
        self.beginRemoveRows(QModelIndex(), at, at)
        del self.rows[at]
        self.endRemoveRows()

    def remove_turn(self, turn_id: int) -> None:
        """A turn is forgotten, and the reply to it."""
        for row in [each for each in self.rows if turn_id in (each.turn_id, each.reply_to)]:
            self.remove(row)

    def remove_replies(self, turn_id: int) -> None:
        """What she answered to a turn is forgotten; the turn stays."""
        for row in [each for each in self.rows if each.reply_to == turn_id]:
            self.remove(row)

    def find(self, turn_id: int | None) -> Row | None:
        """The row of a turn."""
        return next((row for row in self.rows if turn_id is not None and row.turn_id == turn_id), None)

    def last_mine(self) -> Row | None:
        """The user's newest words that are committed."""
        return next((row for row in reversed(self.rows) if row.kind == "mine" and row.turn_id is not None), None)


def row_of_turn(turn: Turn) -> Row:
    """A stored turn as a row."""
    kind = "mine" if turn.speaker == "user" else "hers"
    return Row(kind, visible(turn.text), turn.at, turn.lang, turn.id, turn.reply_to, turn.ended)  # type: ignore[arg-type]


def used_chips(used: Sequence[Memory], now: datetime, turns: Sequence[Turn] = ()) -> list[Chip]:
    """A chip for each memory, and each earlier turn, that she used."""
    chips = [
        Chip("used", memory, words()("talk.used", day=day(memory.said_at, now), text=memory.text)) for memory in used
    ]
    told = {memory.turn_id for memory in used}
    for turn in turns:
        if turn.id not in told:
            text = words()("talk.used_turn", day=day(turn.at, now), text=" ".join(turn.text.split())[:200])
            chips.append(Chip("used", None, text, turn=turn))
    return chips

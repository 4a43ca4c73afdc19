"""``python -m tests.support.store_schema_dump``: save today's schema with a small content under tests/fixtures/schemas/.

Run it once for each new revision, before its release; a saved schema never changes afterwards.
"""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from mind.domain import BondEvent
from mind.ports import UnitOfWork
from mind.reminders.kept import NewKept
from mind.store.schema import HEAD
from mind.taste.sign import TasteSign
from tests.support.store_samples import MONDAY, answer, fact, say, store_in

TARGET = Path(__file__).parents[1] / "fixtures" / "schemas"


def live(unit: UnitOfWork) -> None:
    """A little of everything."""
    turn = say(unit, "My cat is called Miso")
    unit.memories.keep(fact("Miso", quote="My cat is called Miso"), turn)
    unit.ledger.apply([BondEvent("disclose", "My cat is called Miso"), BondEvent("chat", "cat")], MONDAY, turn.id)
    answer(unit, turn, "Miso! What a name.", used=(1,))
    work = say(unit, "我在书店工作", days=2, lang="zh")
    unit.memories.keep(fact("bookshop", "user.work", text="You work in a bookshop.", quote="我在书店工作"), work)
    unit.ledger.apply([BondEvent("disclose", "我在书店工作")], work.at, work.id)
    say(unit, "猫の名前はミソです", days=3, lang="ja")
    unit.keepsakes.put("person", {"name": "Sam"})
    unit.keepsakes.put("outfit", "jumper")
    unit.clothes.add("scarf", MONDAY, "user", note="for the cold mornings", turn_id=turn.id)
    unit.clothes.keep_look("Sundays", {"worn": [{"garment": "scarf"}]}, MONDAY)
    unit.clothes.wear({"worn": [{"garment": "scarf"}]}, "user", MONDAY)
    unit.phrases.add(2, {"sentence": [11, 12], "gram": [-13], "opener": [14]}, MONDAY)
    unit.taste.add([TasteSign("humour", 0.8, 1.0, "said", MONDAY, turn.id), TasteSign("topic:rain", -0.5, 0.5, "set", MONDAY)])
    new = NewKept("timer", "the eggs", "eggs in ten minutes", MONDAY + timedelta(minutes=10), {"span": "10 minutes"})
    unit.reminders.keep(new, turn)
    unit.commit()


def dump(database: Path) -> str:
    """The database as SQL that any SQLite reads: search indexes as their statement and rows, not as their insides."""
    with closing(sqlite3.connect(database)) as raw:
        virtual = raw.execute("SELECT name, sql FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%' ORDER BY name")
        indexes = {str(name): str(made) for name, made in virtual}
        lines = [line for line in raw.iterdump() if not any(name in line for name in (*indexes, "writable_schema"))]
        for name, made in indexes.items():
            rows = raw.execute(f"SELECT rowid, quote(words) FROM {name}")
            inserts = [f"INSERT INTO {name}(rowid, words) VALUES({row}, {words});" for row, words in rows]
            lines[-1:-1] = [f"{made};", *inserts]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        with store_in(Path(folder)) as store:
            store.call(live)
        (TARGET / f"{HEAD}.sql").write_text(dump(Path(folder) / "hearth.db"), encoding="utf-8")

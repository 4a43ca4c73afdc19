"""Schemas: the steps make the tables, every older one comes up, a killed step is taken again."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from mind.store import open_store, schema
from mind.store.backups import all_backups
from mind.store.check import check
from mind.store.folder import Folder
from mind.store.migrations import STEPS
from mind.store.sqlite.connect import make_engine
from mind.store.sqlite.dialect import SqliteDialect
from mind.store.tables import metadata
from tests.support.store_samples import store_in

SAVED = sorted((Path(__file__).parents[2] / "fixtures" / "schemas").glob("*.sql"))


def test_the_steps_are_in_order_and_lead_to_the_revision_that_is_written():
    revisions = [step.REVISION for step in STEPS]
    assert revisions == sorted(revisions)
    assert revisions[-1] == schema.HEAD


def test_every_released_schema_is_saved():
    assert [file.stem for file in SAVED] == [step.REVISION for step in STEPS]


def test_the_steps_make_exactly_the_tables_that_the_code_uses():
    engine = make_engine(None, "memory")
    with engine.connect() as connection:
        schema.upgrade(connection, SqliteDialect())
        searched = ("turn_words", "memory_words", "sentence_words", schema.VERSION_TABLE)
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, *_: name is None or not name.startswith(searched)}
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


@pytest.mark.parametrize("saved", SAVED, ids=lambda file: file.stem)
def test_every_older_schema_comes_up_with_its_content(tmp_path, saved):
    with closing(sqlite3.connect(tmp_path / "hearth.db")) as raw:
        raw.executescript(saved.read_text("utf-8"))
    with store_in(tmp_path, readonly=True) as reader:
        before = reader.call(content)
    with store_in(tmp_path) as store:
        assert store.call(content) == before
    assert check(tmp_path).findings == ()
    assert before[0] == ["My cat is called Miso", "Miso! What a name.", "我在书店工作", "猫の名前はミソです"]
    assert before[1] == ["You work in a bookshop.", "Your cat is called Miso."]
    assert before[2:] == ({"name": "Sam"}, "jumper", ["My cat is called Miso"], ["我在书店工作"], True)
    assert bool(all_backups(Folder(tmp_path)))


DATED = """
INSERT INTO memory (companion_id, person_id, turn_id, kind, "key", value, text, quote, lang, confidence, single, said_at, due,
                    slots, superseded_by, expired_at)
VALUES (1, 1, {turn}, '{kind}', 'k{number}', 'v', 'text {number}', 'quote {number}', 'en', 1.0, 0, '2026-03-02T18:30:00+01:00',
        '2026-03-06T18:00:00+01:00', '{{}}', NULL, {expired});
"""
PLANS = (
    ("plan.event", 1, "NULL"), ("plan.event", 1, "NULL"), ("plan.event", 1, "'2026-03-03T18:00:00+01:00'"),
    ("her.promise", 1, "NULL"), ("user.birthday", 1, "NULL"), ("plan.lost", 99, "NULL"),
)  # fmt: skip


@pytest.mark.parametrize("planner", ['{{"state": {{"followed": [{asked}]}}}}', '{{"state": []}}', "[1]", "no json"])
@pytest.mark.parametrize("saved", SAVED[:2], ids=lambda file: file.stem)
def test_plans_of_an_older_schema_become_open_and_those_asked_about_stay_asked(tmp_path, saved, planner):
    with closing(sqlite3.connect(tmp_path / "hearth.db")) as raw:
        raw.executescript(saved.read_text("utf-8"))
        raw.execute("PRAGMA foreign_keys = OFF")
        for number, (kind, turn, expired) in enumerate(PLANS):
            raw.executescript(DATED.format(kind=kind, turn=turn, number=number, expired=expired))
        first = raw.execute("SELECT id FROM memory WHERE key = 'k0'").fetchone()[0]
        value = planner.format(asked=first) if "{{" in planner else planner
        raw.execute("INSERT INTO keepsake (companion_id, person_id, key, value) VALUES (1, 1, 'planner', ?)", (value,))
        raw.commit()
    with store_in(tmp_path) as store:
        loops = store.call(lambda unit: unit.loops.find(None, ("open", "asked", "cancelled")))
    asked = "asked" if "followed" in planner else "open"
    assert sorted((loop.side, loop.status, loop.text, loop.quote) for loop in loops) == sorted([
        ("plan", asked, "text 0", "quote 0"), ("plan", "open", "text 1", "quote 1"), ("hers", "open", "text 3", "quote 3"),
    ])  # fmt: skip
    assert {loop.memory_id for loop in loops} == {first, first + 1, first + 3}
    assert {loop.due.isoformat() for loop in loops} == {"2026-03-06T18:00:00+01:00"}
    assert [loop.asked_at is not None for loop in loops].count(True) == (asked == "asked")


def test_a_large_older_store_says_that_it_takes_a_while(tmp_path, monkeypatch):
    heard = []
    for size in (2**30, 0):
        monkeypatch.setattr("mind.store.opening.CHECKED_WHOLE", size)
        folder = tmp_path / str(size)
        folder.mkdir()
        with closing(sqlite3.connect(folder / "hearth.db")) as raw:
            raw.executescript(SAVED[0].read_text("utf-8"))
        for _ in range(2):
            open_store(folder, upgrading=lambda size=size: heard.append(size)).close()
    assert heard == [0]


def content(unit):
    return (
        [turn.text for turn in unit.turns.recent(99)],
        [memory.text for memory in unit.memories.current()],
        unit.keepsakes.get("person"),
        unit.keepsakes.get("outfit"),
        [turn.text for turn in unit.turns.search("cats") if turn.lang == "en" and turn.speaker == "user"],
        [turn.text for turn in unit.turns.search("书店")],
        unit.ledger.replayed() == unit.ledger.state() and unit.ledger.state().warmth > 1,
    )


def test_a_step_that_fails_leaves_the_schema_before_it(tmp_path):
    class Killed(Exception):
        pass

    def kill(revision):
        raise Killed

    engine = make_engine(tmp_path / "hearth.db", "write")
    with engine.connect() as connection, pytest.raises(Killed):
        schema.upgrade(connection, SqliteDialect(), on_step=kill)
    with engine.connect() as connection:
        assert schema.revision(connection) is None
        schema.upgrade(connection, SqliteDialect())
        assert schema.revision(connection) == schema.HEAD
    engine.dispose()

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

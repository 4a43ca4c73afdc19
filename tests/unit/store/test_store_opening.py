"""Opening: one writer, any number of readers, nothing made by looking."""

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from mind.errors import StoreFault, StoreInUse, StoreNewer, StoreReadOnly
from mind.store import open_store
from mind.store.sqlite.connect import make_engine
from mind.store.sqlite.upkeep import driver
from tests.support.store_samples import say, store_in

HOLDS = """
import sys, time
from pathlib import Path
from mind.store import open_store
store = open_store(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
"""


def test_folder_and_files_are_the_owners_alone(tmp_path):
    folder = tmp_path / "new" / "hearth"
    with store_in(folder) as store:
        store.call(lambda unit: (say(unit, "hi"), unit.commit()))
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        modes = {stat.S_IMODE(file.stat().st_mode) for file in folder.rglob("*") if file.is_file()}
        assert modes == {0o600}


def test_a_second_writer_is_told_which_folder_is_in_use(tmp_path):
    with store_in(tmp_path), pytest.raises(StoreInUse, match=str(tmp_path)) as fault:
        open_store(tmp_path)
    assert "--data-dir" in fault.value.remedy
    with store_in(tmp_path):
        pass


def test_a_writer_that_was_killed_leaves_no_lock(tmp_path):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout.readline() == "open\n"
    with pytest.raises(StoreInUse):
        open_store(tmp_path)
    holder.kill()
    holder.communicate()
    with store_in(tmp_path) as store:
        assert store.call(lambda unit: unit.turns.recent(1)) == ()


def test_readers_read_beside_a_writer_and_see_each_commit(tmp_path):
    with store_in(tmp_path) as writer, store_in(tmp_path, readonly=True) as reader:
        assert reader.call(lambda unit: unit.turns.recent(9)) == ()
        writer.call(lambda unit: (say(unit, "hello there"), unit.commit()))
        assert [turn.text for turn in reader.call(lambda unit: unit.turns.search("hello"))] == ["hello there"]


def test_a_reader_writes_nothing(tmp_path):
    with store_in(tmp_path):
        pass
    with store_in(tmp_path, readonly=True) as reader, pytest.raises(StoreReadOnly):
        reader.call(lambda unit: say(unit, "no"))


def test_a_folder_that_is_not_there_reads_as_empty_and_is_not_made(tmp_path):
    with store_in(tmp_path / "nothing", readonly=True) as reader:
        assert reader.call(lambda unit: (unit.turns.recent(9), unit.memories.current(), unit.ledger.changes())) == (
            (), (), (),
        )  # fmt: skip
        with pytest.raises(StoreReadOnly):
            reader.call(lambda unit: say(unit, "no"))
    assert not (tmp_path / "nothing").exists()


def test_a_database_of_a_newer_hearth_is_refused_and_untouched(tmp_path):
    with store_in(tmp_path) as store:
        store.call(lambda unit: (unit.scope.connection.exec_driver_sql("UPDATE alembic_version SET version_num='9999'"),
                                 unit.commit()))  # fmt: skip
    before = (tmp_path / "hearth.db").read_bytes()
    for readonly in (False, True):
        with pytest.raises(StoreNewer, match=str(tmp_path)):
            open_store(tmp_path, readonly=readonly)
    assert (tmp_path / "hearth.db").read_bytes() == before


def test_somebody_elses_database_is_refused(tmp_path):
    engine = make_engine(tmp_path / "hearth.db", "write")
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE recipe (id INTEGER)")
        connection.commit()
    engine.dispose()
    with pytest.raises(StoreFault, match="not Hearth's"):
        open_store(tmp_path)


@pytest.mark.parametrize("odd", ["file", "file/below", "x" * 300])
def test_a_path_that_cannot_be_a_folder_is_a_fault_with_its_name(tmp_path, odd):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StoreFault, match="data folder") as fault:
        open_store(tmp_path / odd)
    assert "--data-dir" in fault.value.remedy


@pytest.mark.parametrize("name", ["a b", "中文 フォルダ", "100% #1?x=y&z", "a'b\"c", "é" * 40, os.fsdecode(b"raw\xff")])
def test_folders_may_have_any_name(tmp_path, name):
    with store_in(tmp_path / name) as store:
        store.call(lambda unit: (say(unit, "here"), unit.commit()))
    with store_in(tmp_path / name, readonly=True) as reader:
        assert len(reader.call(lambda unit: unit.turns.recent(9))) == 1
    assert (tmp_path / name / "hearth.db").exists()


def test_closing_twice_and_closing_a_broken_opening_leaves_no_thread(tmp_path):
    import threading

    before = threading.active_count()
    store = open_store(tmp_path)
    with pytest.raises(StoreInUse):
        open_store(tmp_path)
    store.close()
    store.close()
    assert threading.active_count() == before


@pytest.fixture
def unwritable(tmp_path):
    """A folder with talk in it that this process may not write. Root may write anywhere: it becomes nobody."""
    folder = tmp_path / "data"
    with store_in(folder) as store:
        store.call(lambda unit: (say(unit, "read me"), unit.commit()))
    for step in (tmp_path, *tmp_path.parents):
        if Path(tempfile.gettempdir()) in step.parents:
            step.chmod(0o755)
    for file in folder.rglob("*"):
        file.chmod(0o555 if file.is_dir() else 0o444)
    folder.chmod(0o555)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield folder
    if root:
        os.seteuid(0)
    folder.chmod(0o755)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="rights work otherwise here")
def test_a_read_only_folder_refuses_a_writer_and_serves_a_reader(unwritable):
    with pytest.raises(StoreReadOnly, match=str(unwritable)):
        open_store(unwritable)
    with store_in(unwritable, readonly=True) as reader:
        assert [turn.text for turn in reader.call(lambda unit: unit.turns.recent(9))] == ["read me"]


def test_the_connection_keeps_its_promises(tmp_path):
    def read(unit):
        raw = driver(unit.scope.connection)
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "temp_store", "trusted_schema")
        return {name: raw.execute(f"PRAGMA {name}").fetchone()[0] for name in names}

    with store_in(tmp_path) as store:
        assert store.call(read) == {
            "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2,
            "trusted_schema": 0,
        }  # fmt: skip

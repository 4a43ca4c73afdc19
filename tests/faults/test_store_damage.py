"""A damaged database, a full disk, a busy file: told clearly, nothing deleted, nothing begun anew in silence."""

import errno
import random
import sqlite3

import pytest

from mind.errors import StoreDamaged, StoreFault, StoreFull, StoreInUse, StoreReadOnly
from mind.store import open_store, tables
from mind.store.backups import all_backups
from mind.store.check import check
from mind.store.faults import fault_of
from mind.store.folder import Folder
from mind.store.restore import begin_anew, restore
from mind.store.sqlite.upkeep import driver
from tests.support.store_samples import fact, keep, say, store_in


def lived_in(folder, turns=60, more=""):
    def live(unit):
        for number in range(turns):
            keep(unit, fact(f"person {number}", f"user.person.{number}.name", quote=f"I met person {number}{more}"))
        unit.commit()

    with store_in(folder) as store:
        store.call(live)
    return folder / "hearth.db"


def damage(database, choice):
    """Overwrite, cut or clear a random part."""
    content = bytearray(database.read_bytes())
    start = choice.randrange(len(content))
    kind = choice.choice(("noise", "zeros", "cut"))
    if kind == "cut":
        del content[max(1, start) :]
    else:
        length = choice.choice((1, 64, 5000))
        noise = choice.randbytes(length) if kind == "noise" else bytes(length)
        content[start : start + length] = noise[: len(content) - start]
    database.write_bytes(content)


def squeeze(unit, room):
    """Let the file grow by `room` pages and no more: SQLite then reports a full disk."""
    raw = driver(unit.scope.connection)
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count = {pages + room}")


def test_a_damaged_database_is_set_aside_and_the_backup_brings_it_back(tmp_path):
    database = lived_in(tmp_path)
    newest = all_backups(Folder(tmp_path))[-1]
    content = database.read_bytes()
    broken = content[:4096] + b"\x55" * 8192 + content[12288:]
    database.write_bytes(broken)
    with pytest.raises(StoreDamaged, match="set aside as hearth") as fault:
        open_store(tmp_path)
    assert newest.name in fault.value.remedy
    aside = next(tmp_path.glob("hearth.db.damaged-*"))
    assert aside.read_bytes() == broken
    for readonly in (False, True):
        with pytest.raises(StoreDamaged):
            open_store(tmp_path, readonly=readonly)
    assert not database.exists()
    assert not check(tmp_path).sound
    restore(tmp_path)
    assert check(tmp_path).counts["turn"] == 60
    assert aside.read_bytes() == broken


def test_without_a_backup_only_the_user_begins_anew(tmp_path):
    database = lived_in(tmp_path)
    for file in all_backups(Folder(tmp_path)):
        file.unlink()
    database.write_bytes(b"this was a database once" * 400)
    with pytest.raises(StoreDamaged) as fault:
        open_store(tmp_path)
    assert "--fresh" in fault.value.remedy
    with pytest.raises(StoreFault, match="no backup"):
        restore(tmp_path)
    begin_anew(tmp_path)
    assert check(tmp_path).sound
    assert list(tmp_path.glob("hearth.db.damaged-*"))


def test_a_database_emptied_by_something_else_is_not_taken_for_a_new_one(tmp_path):
    lived_in(tmp_path).write_bytes(b"")
    for readonly in (False, True):
        with pytest.raises(StoreDamaged, match="empty"):
            open_store(tmp_path, readonly=readonly)


def test_damage_anywhere_never_crashes_never_overwrites_and_is_always_restored(tmp_path):
    # Long words, so that most pages hold some: nobody reads the pages of empty tables, and their damage goes unseen.
    database = lived_in(tmp_path, more=" by the harbour wall" * 120)
    sound = database.read_bytes()
    choice = random.Random(11)
    refused = 0
    for _ in range(100):
        database.write_bytes(sound)
        damage(database, choice)
        broken = database.read_bytes()
        try:
            with store_in(tmp_path) as store:
                store.call(lambda unit: (unit.turns.recent(99), unit.memories.current(), unit.memories.search("person")))
        except StoreFault:
            refused += 1
            aside = list(tmp_path.glob("hearth.db.damaged-*"))
            assert [file.read_bytes() for file in aside] == [broken] or database.read_bytes() == broken
            restore(tmp_path)
            assert check(tmp_path).counts["turn"] == 60
        for file in tmp_path.glob("hearth.db*"):
            file.unlink()
    assert refused > 60


def test_a_full_disk_keeps_what_was_acknowledged_and_works_again_with_room(tmp_path):
    with store_in(tmp_path) as store:
        kept = 0

        store.call(lambda unit: (say(unit, "first"), unit.commit()))
        store.call(lambda unit: squeeze(unit, 3))
        with pytest.raises(StoreFull, match=str(tmp_path)) as fault:
            for _ in range(200):
                store.call(lambda unit: (say(unit, "more " * 200), unit.commit()))
                kept += 1
        assert "more" not in str(fault.value)
        assert len(store.call(lambda unit: unit.turns.recent(999))) == kept + 1
        store.call(lambda unit: driver(unit.scope.connection).execute("PRAGMA max_page_count = 1000000"))
        store.call(lambda unit: (say(unit, "again"), unit.commit()))
    report = check(tmp_path)
    assert (report.findings, report.counts["turn"]) == ((), kept + 2)


def test_every_write_point_may_find_the_disk_full(tmp_path):
    for room in range(0, 40, 2):
        folder = tmp_path / str(room)
        with store_in(folder) as store:
            store.call(lambda unit, room=room: squeeze(unit, room))
            acknowledged = 0
            try:
                for number in range(30):
                    value = f"person {number} " + "x" * 300
                    store.call(lambda unit, value=value: (keep(unit, fact(value, f"k{value}")), unit.commit()))
                    acknowledged += 1
            except StoreFull:
                pass
            assert len(store.call(lambda unit: unit.memories.current())) == acknowledged


def test_a_file_locked_by_another_program_is_told_as_in_use(tmp_path, monkeypatch):
    monkeypatch.setattr("mind.store.sqlite.connect.BUSY_SECONDS", 0.1)
    with store_in(tmp_path) as store:
        other = sqlite3.connect(tmp_path / "hearth.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreInUse, match=str(tmp_path)):
            store.call(lambda unit: say(unit, "waiting"))
        other.execute("ROLLBACK")
        other.close()
        store.call(lambda unit: (say(unit, "through"), unit.commit()))
    assert check(tmp_path).counts["turn"] == 1


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, StoreFull), (errno.EDQUOT, StoreFull), (errno.EROFS, StoreReadOnly),
        (errno.EACCES, StoreReadOnly), (errno.ENAMETOOLONG, StoreFault), (errno.ENOTDIR, StoreFault),
    ],
)  # fmt: skip
def test_errors_of_files_have_their_faults(tmp_path, code, kind):
    fault = fault_of(OSError(code, "text of the system"), tmp_path)
    assert type(fault) is kind
    assert str(tmp_path) in fault.message
    assert fault.remedy


def test_a_mistake_of_ours_is_no_fault_of_the_surroundings(tmp_path):
    with store_in(tmp_path) as store, pytest.raises(Exception, match="no such table"):
        store.call(lambda unit: unit.scope.connection.exec_driver_sql("SELECT * FROM nowhere"))
    assert fault_of(sqlite3.OperationalError("no such table"), tmp_path) is None


def test_no_words_show_in_errors(tmp_path):
    secret = "my secret is Zorblax"

    def fails(unit):
        turn = say(unit, secret)
        unit.scope.add(tables.turn, {"id": turn.id, "text": secret})

    with store_in(tmp_path) as store, pytest.raises(Exception) as error:
        store.call(fails)
    chain, told = error.value, ""
    while chain is not None:
        told += f"{chain!r} {chain}"
        chain = chain.__cause__ or chain.__context__
    assert "Zorblax" not in told

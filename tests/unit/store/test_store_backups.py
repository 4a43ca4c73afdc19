"""Backups: checked before they are made and before they are used, thinned, and never in the way of forgetting."""

import errno
import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from mind.errors import StoreDamaged, StoreFault, StoreFull, StoreInUse, StoreNewer
from mind.store.backups import all_backups, backup_time, make_backup, newest_backup, worth_keeping
from mind.store.check import check
from mind.store.folder import Folder
from mind.store.restore import begin_anew, restore
from tests.support.store_samples import fact, files_holding, keep, say, store_in


def talk(folder, *texts):
    with store_in(folder) as store:
        store.call(lambda unit: ([say(unit, text) for text in texts], unit.commit()))


def texts(folder):
    with store_in(folder, readonly=True) as store:
        return [turn.text for turn in store.call(lambda unit: unit.turns.recent(99))]


def backup(folder, target=None):
    with store_in(folder, readonly=True) as store:
        return store.call(lambda unit: make_backup(unit.scope.connection, unit.scope.dialect, store.folder, target))


def test_the_first_end_of_a_day_keeps_a_backup_and_the_next_does_not(tmp_path):
    talk(tmp_path, "one")
    talk(tmp_path, "two")
    assert len(all_backups(Folder(tmp_path))) == 1


def test_a_backup_beside_a_running_writer_is_whole_and_private(tmp_path):
    with store_in(tmp_path) as store:
        store.call(lambda unit: (say(unit, "committed"), unit.commit()))
        made = backup(tmp_path)
    assert made.stat().st_mode & 0o777 == 0o600
    talk(tmp_path, "later")
    assert restore(tmp_path, made)[0] == made
    assert texts(tmp_path) == ["committed"]


def test_a_backup_overwrites_nothing(tmp_path):
    talk(tmp_path / "data", "one")
    (tmp_path / "mine.db").write_text("precious")
    with pytest.raises(StoreFault):
        backup(tmp_path / "data", tmp_path / "mine.db")
    assert (tmp_path / "mine.db").read_text() == "precious"


def test_restore_takes_the_newest_and_sets_the_present_one_aside(tmp_path):
    talk(tmp_path, "one")
    backup(tmp_path)
    talk(tmp_path, "two")
    chosen, aside = restore(tmp_path)
    assert chosen == newest_backup(Folder(tmp_path))
    assert texts(tmp_path) == ["one"]
    restore(tmp_path, aside)
    assert texts(tmp_path) == ["one", "two"]
    assert check(tmp_path).sound


def test_restore_refuses_what_cannot_serve_and_moves_nothing(tmp_path):
    folder = tmp_path / "data"
    talk(folder, "one")
    broken = tmp_path / "broken.db"
    good = backup(folder).read_bytes()
    broken.write_bytes(good[:20000] + b"\xff" * 30000 + good[50000:])
    empty = tmp_path / "empty.db"
    empty.touch()
    for bad in (broken, empty):
        with pytest.raises(StoreDamaged, match="Nothing was changed"):
            restore(folder, bad)
    with pytest.raises(StoreFault, match="no backup"):
        restore(folder, tmp_path / "nowhere.db")
    with store_in(folder), pytest.raises(StoreInUse):
        restore(folder)
    assert texts(folder) == ["one"]
    assert not list(folder.glob("*.new")) + list(folder.glob("*replaced*"))


def test_restore_refuses_a_backup_of_a_newer_hearth(tmp_path):
    talk(tmp_path, "one")
    with store_in(tmp_path) as store:
        store.call(lambda unit: (unit.scope.connection.exec_driver_sql("UPDATE alembic_version SET version_num='77'"),
                                 unit.commit()))  # fmt: skip
        made = tmp_path / "future.db"
        store.call(lambda unit: make_backup(unit.scope.connection, unit.scope.dialect, store.folder, made))
    with pytest.raises(StoreNewer):
        restore(tmp_path, made)


def test_beginning_anew_keeps_the_old_one_aside(tmp_path):
    talk(tmp_path, "one")
    aside = begin_anew(tmp_path)
    assert (texts(tmp_path), aside.exists()) == ([], True)


def days_ago(now, *ages):
    return {Path(f"{age}"): now - timedelta(days=age) for age in ages}


def test_backups_are_thinned_to_days_and_weeks():
    now = datetime(2026, 3, 4, 12)  # a Wednesday
    kept = worth_keeping(days_ago(now, *range(100), 0.1, 0.2), now)
    ages = sorted(float(file.name) for file in kept)
    assert ages[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert ages[7:] == [10, 17, 24, 31, 38, 45, 52]


def test_the_newest_backup_stays_however_old():
    now = datetime(2026, 3, 4, 12)
    assert worth_keeping(days_ago(now, 400, 500), now) == {Path("400")}


def test_backups_from_before_a_forgetting_go_after_a_week():
    now = datetime(2026, 3, 4, 12)
    times = days_ago(now, 1, 3, 6, 8, 15)
    kept = worth_keeping(times, now, erased=now - timedelta(days=2))
    assert {file.name for file in kept} == {"1", "3", "6"}


def test_a_forgotten_word_leaves_old_backups_with_the_next_days_backup(tmp_path):
    with store_in(tmp_path) as store:
        cat = store.call(lambda unit: (keep(unit, fact("Zorblax")), unit.commit())[0])
    old = newest_backup(Folder(tmp_path))
    moment = backup_time(old) - timedelta(days=9)
    old.rename(old.with_name(moment.strftime("hearth-%Y%m%d-%H%M%S.db")))
    assert files_holding(tmp_path, "zorblax")
    with store_in(tmp_path) as store:
        store.call(lambda unit: (unit.memories.forget(cat.id), unit.commit()))
    assert files_holding(tmp_path, "zorblax") == []
    assert len(all_backups(Folder(tmp_path))) == 1


def test_what_a_restore_put_aside_follows_the_same_week(tmp_path):
    with store_in(tmp_path) as store:
        store.call(lambda unit: (keep(unit, fact("Zorblax")), unit.commit()))
    _, aside = restore(tmp_path)
    with store_in(tmp_path) as store:
        store.call(lambda unit: (unit.memories.forget(1), unit.commit()))
    week = backup_time(newest_backup(Folder(tmp_path))) - timedelta(days=8)
    os.utime(aside, (week.timestamp(), week.timestamp()))
    for file in all_backups(Folder(tmp_path)):
        file.rename(file.with_name(week.strftime("hearth-%Y%m%d-%H%M%S.db")))
    with store_in(tmp_path):
        pass
    assert files_holding(tmp_path, "zorblax") == []


def test_a_backup_cut_short_leaves_nothing_that_passes_for_one(tmp_path, monkeypatch):
    def fails(connection, target):
        target.write_bytes(b"SQLite format 3\0")
        raise OSError(errno.ENOSPC, "full")

    with store_in(tmp_path) as store:
        store.call(lambda unit: (say(unit, "kept"), unit.commit()))
        monkeypatch.setattr("mind.store.sqlite.upkeep.copy", fails)
        with pytest.raises(StoreFull):
            backup(tmp_path)
    assert list((tmp_path / "backups").iterdir()) == []
    monkeypatch.undo()
    assert texts(tmp_path) == ["kept"]

"""Whatever is thrown at the bond, nothing outside its rules moves it, and what happened is said where the user looks."""

from __future__ import annotations

import gc
import json
import shutil
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from desktop.cli import main
from desktop.exit_codes import Exit
from mind.brains.openai_brain import OpenAIBrain
from mind.domain import BondEvent, Turn
from mind.store.backups import make_backup
from mind.store.check import check
from tests.support.bond_talk import two
from tests.support.expect_life import life
from tests.support.openai_server import says, serving
from tests.support.store_samples import files_holding, say, store_in


@pytest.fixture
def bond(capsys):
    """Run one command line on a folder: exit code, stdout and stderr together."""

    def run(folder, *words, lang="en"):
        code = main([*map(str, words), "--data-dir", str(folder), "--lang", lang])
        told = capsys.readouterr()
        return code, told.out + told.err

    return run


@pytest.fixture
def asked(bond):
    """The same with --json, read."""
    return lambda folder, *words: json.loads(bond(folder, *words, "--json")[1])


async def proposed(folder, *proposals, **more):
    """A server's model reads the user's line and proposes these; the bond's hash before and after."""
    with serving(says("{}")) as server:
        async with two(folder, brain=OpenAIBrain(server.url, "tiny")) as pair:
            await pair.say("I watered the plants.", offline=True)
            turn = next(turn for turn in reversed(await pair.she.history()) if turn.speaker == "user")
            before = await pair.she._store.run(lambda uow: uow.ledger.state_hash())
            told = [{"turn": turn.id, "confidence": 0.9, **one} for one in proposals]
            server.scripts = [says(json.dumps({"facts": [], "between": told, **more}))]
            async for _ in pair.she.learn():
                pass
            gc.collect()
            return before, await pair.she._store.run(lambda uow: uow.ledger.state_hash())


NUMBERS = {"bond": 100, "warmth": 97, "stage": 4, "delta": 50}
LINE = {"quote": "I watered the plants", "kind": "affection"}


@pytest.mark.parametrize(
    ("proposals", "more", "why"),
    [
        ([], {**NUMBERS, "state": {"warmth": 99}}, None),
        ([{**LINE, "kind": "bond", **NUMBERS}], NUMBERS, "It is nothing that anybody may propose."),
        ([{**LINE, "kind": "reset"}], {}, "It is nothing that anybody may propose."),
        ([{**LINE, "confidence": 1e308}], {}, "It did not say how sure it was."),
        ([{**LINE, "confidence": "very"}], {}, "It did not say how sure it was."),
        ([{**LINE, "quote": "I adore you more than the sea"}], {}, "These words were never said."),
        ([{**LINE, "turn": 10**9}], {}, "It was about words that were not there."),
        ([{**LINE, "kind": kind} for kind in ("affection", "insult") * 50], {}, "So many at once are not believed"),
    ],
)
async def test_what_a_model_may_not_propose_moves_nothing_and_the_door_says_why(tmp_path, bond, asked, proposals, more, why):
    before, after = await proposed(tmp_path, *proposals, **more)
    assert before == after
    told = bond(tmp_path, "bond", "why", "--refused")[1]
    assert why is None or why in told
    assert "adore" not in told, "no word that was not said is kept"
    assert not [one for one in asked(tmp_path, "bond", "why")["causes"] if one["cause"] in ("affection", "insult", "reset")]
    assert asked(tmp_path, "bond", "replay")["holds"]


def close_ones(folder, *, days=40):
    """Two who have been together for weeks; the state's sides."""

    def live(unit):
        for number in range(days):
            turn = unit.turns.add("user", f"day {number}", START + timedelta(days=number), "en", "typed")
            events = [BondEvent(kind, f"{kind} {number}", confirmed=True) for kind in ("disclose", "affection", "shared_time")]
            unit.ledger.apply(events, turn.at, turn.id)
        unit.commit()

    with store_in(folder) as store:
        store.call(live)


START = datetime(2026, 1, 20, 19, 0, tzinfo=timezone(timedelta(hours=1)))
AFTER = "2026-03-02 19:00"


async def talked(folder, *moments):
    """Sit down with her at each of these wall times and say a line."""
    async with life(folder) as one:
        for moment in moments:
            await one.sit(moment)
            await one.say("the kettle is on")


def sides(asked, folder):
    told = asked(folder, "bond", "replay")
    assert told["holds"]
    return [told[name] for name in ("warmth", "familiarity", "commitment", "trust", "hurt", "stage")]


@pytest.mark.parametrize("jump", ["2036-03-02 19:10", "2016-03-02 19:10"])
async def test_a_clock_ten_years_wrong_for_a_while_costs_and_gives_nothing_and_is_said(tmp_path, bond, asked, jump):
    for name in ("straight", "jumped"):
        close_ones(tmp_path / name)
    await talked(tmp_path / "straight", AFTER, "2026-03-02 19:10", "2026-03-02 19:40")
    await talked(tmp_path / "jumped", AFTER, jump, "2026-03-02 19:40")
    straight, jumped = sides(asked, tmp_path / "straight"), sides(asked, tmp_path / "jumped")
    assert jumped == pytest.approx(straight, rel=0.01, abs=0.02)
    assert "clock" in bond(tmp_path / "jumped", "bond", "why")[1]
    assert "clock" not in bond(tmp_path / "straight", "bond", "why")[1]


@pytest.mark.parametrize("night", [date(2026, 3, 29), date(2026, 10, 25)])
def test_the_night_the_clocks_change_gives_no_day_twice_and_blames_nobody(tmp_path, asked, night):
    berlin = ZoneInfo("Europe/Berlin")
    first = datetime(night.year, night.month, night.day, 0, 30, tzinfo=timezone.utc) - timedelta(hours=2)

    def live(unit, zone):
        for quarter in range(16):
            at = (first + timedelta(minutes=20 * quarter)).astimezone(zone)
            turn = unit.turns.add("user", f"line {quarter}", at, "en", "typed")
            unit.ledger.apply([BondEvent("affection", f"kind words {quarter}"), BondEvent("chat", turn.text)], at, turn.id)
        unit.commit()

    before = timezone(first.astimezone(berlin).utcoffset())
    for name, zone in (("home", berlin), ("fixed", before)):
        with store_in(tmp_path / name) as store:
            store.call(lambda unit, zone=zone: live(unit, zone))
    home, fixed = sides(asked, tmp_path / "home"), sides(asked, tmp_path / "fixed")
    assert home == pytest.approx(fixed, rel=0.02)
    causes = asked(tmp_path / "home", "bond", "why", "--limit", "99")["causes"]
    assert not [one for one in causes if one["cause"] in ("time", "clock") and one["good"] is False]


async def test_a_computer_asleep_for_a_week_with_the_talk_open_is_a_week_and_no_reproach(tmp_path, asked):
    for name in ("awake", "asleep"):
        close_ones(tmp_path / name)
    await talked(tmp_path / "awake", AFTER)
    await talked(tmp_path / "awake", "2026-03-09 19:00")
    async with life(tmp_path / "asleep") as one:
        await one.sit(AFTER)
        await one.say("the kettle is on")
        await one.sit("2026-03-09 19:00")
        await one.say("the kettle is on")
        assert not any(word in " ".join(one.hers).lower() for word in ("where were you", "you left", "abandon", "lonely"))
    assert sides(asked, tmp_path / "asleep") == pytest.approx(sides(asked, tmp_path / "awake"))


# --- backups


@asynccontextmanager
async def with_exam(folder):
    """Two who have spoken of an exam on Friday, with a backup of that evening."""
    async with life(folder) as one:
        await one.sit(AFTER)
        await one.say("I have an exam on Friday")
    with store_in(folder) as store:
        yield store.call(lambda unit: make_backup(unit.scope.connection, unit.scope.dialect, store.folder))


async def evening(folder, moment="2026-03-06 20:30"):
    """Sit down on Friday evening; how she greets."""
    async with life(folder) as one:
        return await one.sit(moment)


async def test_one_backup_on_two_machines_goes_on_apart_and_each_asks_once(tmp_path, bond, asked):
    async with with_exam(tmp_path / "first") as made:
        pass
    machines = [tmp_path / "here", tmp_path / "there"]
    for machine in machines:
        machine.mkdir()
        shutil.copy(made, tmp_path / f"{machine.name}.db")
        code, told = bond(machine, "data", "restore", tmp_path / f"{machine.name}.db")
        assert code == Exit.OK
        assert "2026-03-02" in told and "go on apart" in told
        assert "A backup was brought back. (the last words in it are of 2026-03-02" in bond(machine, "bond", "why")[1]
    begun = [asked(machine, "bond", "replay") for machine in machines]
    assert [one["events"] for one in begun] == [begun[0]["events"]] * 2
    greetings = {machine.name: await evening(machine) for machine in machines}
    assert all("exam" in greeting for greeting in greetings.values()), "each of the two asks: neither knows of the other"
    async with life(machines[0]) as one:
        await one.sit("2026-03-06 20:40")
        await one.say("It went well, thank you for asking!")
    for machine in machines:
        for moment in ("2026-03-07 20:00", "2026-03-09 20:00"):
            assert "exam" not in await evening(machine, moment)
        assert asked(machine, "bond", "replay")["holds"]
        assert check(machine).findings == ()
    apart = [asked(machine, "bond", "replay") for machine in machines]
    assert apart[0]["hash"] != apart[1]["hash"]
    assert [len(asked(machine, "bond", "promises", "--all")["loops"]) for machine in machines] == [1, 1]


async def test_a_backup_brought_back_on_one_machine_asks_nothing_twice_and_gives_no_number_twice(tmp_path, bond, asked):
    async with with_exam(tmp_path) as made:
        pass
    assert "exam" in await evening(tmp_path)
    with store_in(tmp_path, readonly=True) as store:
        newest = store.call(lambda unit: unit.turns.recent(1)[0].id)
    assert bond(tmp_path, "data", "restore", made)[0] == Exit.OK
    (loop,) = asked(tmp_path, "bond", "promises", "--all")["loops"]
    assert (loop["status"], loop["asked_at"][:10]) == ("asked", "2026-03-06")
    assert "exam" not in await evening(tmp_path, "2026-03-06 21:00")
    with store_in(tmp_path, readonly=True) as store:
        assert store.call(lambda unit: unit.turns.recent(1)[0].id) > newest
    assert asked(tmp_path, "bond", "replay")["holds"]
    assert check(tmp_path).findings == ()


@pytest.mark.parametrize("present", [b"", b"no database", None])
async def test_a_backup_replaces_a_database_that_cannot_be_read_or_is_not_there(tmp_path, bond, asked, present):
    async with with_exam(tmp_path / "first") as made:
        pass
    folder = tmp_path / "second"
    folder.mkdir()
    if present is not None:
        (folder / "hearth.db").write_bytes(present)
    assert bond(folder, "data", "restore", made)[0] == Exit.OK
    (restored,) = [one for one in asked(folder, "bond", "why")["causes"] if one["cause"] == "restored"]
    assert restored["changes"] == [] or all(one["delta"] == 0 for one in restored["changes"])
    assert [one["status"] for one in asked(folder, "bond", "promises")["loops"]] == ["open"]


@pytest.mark.parametrize("schema", ["0001", "0002"])
def test_a_backup_of_an_older_hearth_is_brought_up_and_says_so(tmp_path, bond, asked, schema):
    import sqlite3
    from contextlib import closing
    from pathlib import Path

    old = tmp_path / "old.db"
    saved = Path(__file__).parents[1] / "fixtures" / "schemas" / f"{schema}.sql"
    with closing(sqlite3.connect(old)) as raw:
        raw.executescript(saved.read_text("utf-8"))
    assert bond(tmp_path / "new", "data", "restore", old)[0] == Exit.OK
    assert "restored" in [one["cause"] for one in asked(tmp_path / "new", "bond", "why")["causes"]]
    assert asked(tmp_path / "new", "bond", "replay")["rules"] == [1, 2]
    assert asked(tmp_path / "new", "bond", "replay")["holds"]


# --- somebody who is gone


def with_another(folder):
    """Two companions with open loops; the second no longer lives here."""

    def live(unit):
        turn: Turn = say(unit, "I will send Quillon the Zephyrine sextant, and the dentist is on Tuesday")
        unit.loops.open("promise", "Send the Zephyrine sextant", "I will send Quillon the Zephyrine sextant", turn)
        unit.loops.open("plan", "The Zephyrine dentist", "the dentist is on Tuesday", turn, due=turn.at + timedelta(days=1))
        unit.mentions.note("loop:1", turn.at, turn.id, began=True)
        unit.ledger.apply([BondEvent("disclose", "I will send Quillon the Zephyrine sextant")], turn.at, turn.id)
        unit.commit()

    with store_in(folder, companion="quillon") as store:
        store.call(live)


async def test_what_is_open_with_one_who_is_gone_is_listed_and_asked_by_nobody_else(tmp_path, bond, asked):
    with_another(tmp_path)
    async with life(tmp_path) as one:
        for moment in ("2026-03-03 20:00", "2026-03-04 20:00", "2026-03-05 20:00"):
            await one.sit(moment)
            await one.say("hm")
        assert not any(word in " ".join(one.hers) for word in ("dentist", "sextant", "Zephyrine", "Quillon"))
        assert await one.status() == []
    listed = {row["key"]: row for row in asked(tmp_path, "data", "companions")["companions"]}
    assert (listed["quillon"]["loops"], listed["quillon"]["here"]) == (2, False)
    assert "2 open between you" in bond(tmp_path, "data", "companions")[1]
    assert "Nobody else asks about them." in bond(tmp_path, "data", "check")[1]
    assert asked(tmp_path, "bond", "promises", "--all")["loops"] == []
    for words in (("cancel", 1), ("keep", 1), ("undo", 1), ("misunderstanding", 1)):
        assert bond(tmp_path, "bond", *words)[0] == Exit.USAGE
    with store_in(tmp_path, companion="quillon", readonly=True) as store:
        assert store.call(lambda unit: (len(unit.loops.find()), unit.ledger.annulled())) == (2, frozenset())


def test_who_is_erased_takes_loops_marks_and_events_along_to_the_last_byte(tmp_path, bond):
    with_another(tmp_path)
    assert bond(tmp_path, "data", "erase", "quillon", "--yes")[0] == Exit.OK
    with store_in(tmp_path, readonly=True) as store:
        for table in ("open_loop", "mention", "bond_event", "bond_line", "bond_mark", "bond_state", "turn"):
            count = f"SELECT count(*) FROM {table}"
            assert store.call(lambda unit, count=count: unit.scope.connection.exec_driver_sql(count).scalar()) == 0
    left = [name for word in ("Zephyrine", "dentist") for name in files_holding(tmp_path, word)]
    assert all(name.startswith("hearth-") for name in left)
    assert check(tmp_path).findings == ()

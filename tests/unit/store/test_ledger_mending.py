"""A ledger that something else wrote in: what is wrong is named, what its events still know is worked out anew."""

import json
import sqlite3
from contextlib import closing

import pytest

from mind.errors import StoreNewer
from mind.store import open_store
from mind.store.check import check
from tests.support.store_harm import harm, healed
from tests.support.store_samples import MONDAY, store_in
from tests.support.store_users import event


@pytest.fixture
def lived(tmp_path):
    """A folder with a small bond of two companions, and the hash of the first."""

    def live(unit):
        for number, kind in enumerate(("disclose", "affection", "insult", "apology", "shared_time")):
            unit.ledger.apply([event(kind, f"line {number}"), event("chat", f"x {number}")], MONDAY.replace(day=3 + number), None)
        unit.commit()
        return unit.ledger.state_hash()

    with store_in(tmp_path, companion="kai") as store:
        store.call(live)
    with store_in(tmp_path) as store:
        return tmp_path, store.call(live)


def hash_now(folder, companion="mira"):
    with store_in(folder, companion=companion, readonly=True) as store:
        return store.call(lambda unit: unit.ledger.state_hash())


@pytest.mark.parametrize(
    "state",
    ["'warm'", "'{}'", "json_remove(state, '$.warmth')", "json_set(state, '$.warmth', 'much')", "json_set(state, '$.recent', 7)",
     "json_set(state, '$.glow', 1)", "json_set(state, '$.at', 'then')", "json_set(state, '$.warmth', 99.0)"],
)  # fmt: skip
def test_a_saved_bond_that_is_none_is_named_and_worked_out_anew(lived, state):
    folder, right = lived
    harm(folder, f"UPDATE bond_state SET state = {state}")
    before, after = healed(folder)
    assert any("bond" in finding for finding in before.findings)
    assert (before.beyond, after.findings) == ((), ())
    assert hash_now(folder) == right


@pytest.mark.parametrize("state", ["'warm'", "'{}'", "json_set(state, '$.warmth', 'much')"])
def test_who_talks_on_meanwhile_goes_on_from_what_the_events_give(lived, state):
    folder, right = lived
    harm(folder, f"UPDATE bond_state SET state = {state}")
    assert hash_now(folder) == right
    with store_in(folder) as store:
        store.call(lambda unit: (unit.ledger.apply([event("support", "s")], MONDAY.replace(day=20), None), unit.commit()))
    with store_in(folder, readonly=True) as store:
        assert store.call(lambda unit: unit.ledger.replayed() == unit.ledger.state())


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE bond_event SET kind = 'dance' WHERE id = 13", "bond_event of a kind that nobody knows: 1"),
        ("UPDATE bond_event SET confidence = 'x' WHERE id = 13", "bond_event whose confidence is no number: 1"),
        ("UPDATE bond_event SET severity = 'much' WHERE id = 13", "bond_event whose severity is no number: 1"),
    ],
)
def test_an_event_that_nobody_understands_is_let_go_and_the_log_says_so(lived, statement, named):
    folder, right = lived
    harm(folder, statement)
    before, after = healed(folder)
    assert f"rows of {named}" in before.findings
    assert (before.beyond, after.findings) == ((), ())

    def look(unit):
        newest = unit.ledger.events(1)[0]
        assert unit.ledger.replayed() == unit.ledger.state()
        return newest.kind, newest.about, newest.origin, unit.ledger.state().hurt

    with store_in(folder, readonly=True) as store:
        assert store.call(look)[:3] == ("undo", 13, "house")
    assert hash_now(folder) != right


def test_several_harms_at_once_are_healed_in_an_order_that_works(lived):
    folder, _ = lived
    harm(
        folder, "UPDATE bond_event SET at = 'then' WHERE id = 12", "UPDATE bond_event SET rules = 0 WHERE id IN (11, 14)",
        "UPDATE bond_event SET kind = '' WHERE id = 15", "UPDATE bond_state SET state = '{'",
        "INSERT INTO bond_mark VALUES (16, '[]')", "UPDATE bond_event SET about = 77 WHERE id = 17",
    )  # fmt: skip
    before, after = healed(folder)
    assert len(before.findings) >= 5
    # With a time and rules lost, the events give another bond than the lines tell of: that is said, and stays said.
    assert after.findings == after.beyond
    assert all("adds up to" in finding for finding in after.findings)
    with store_in(folder) as store:
        assert store.call(lambda unit: unit.ledger.replayed() == unit.ledger.state())


def test_a_broken_mark_is_passed_over_and_taken_away(lived):
    folder, _ = lived
    harm(folder, "INSERT INTO bond_mark VALUES (14, '{}')")

    def take_back(unit):
        unit.ledger.annul("undo", 15, MONDAY.replace(day=21), None)
        unit.commit()
        return unit.ledger.replayed() == unit.ledger.state()

    assert any("bond_mark that are no state of a bond" in finding for finding in check(folder).findings)
    with store_in(folder) as store:
        assert store.call(take_back)
    assert healed(folder)[1].findings == ()


def test_the_bond_of_another_companion_is_looked_through_too(lived):
    folder, _ = lived
    right = hash_now(folder, "kai")
    harm(folder, "UPDATE bond_state SET state = json_set(state, '$.warmth', 1.5) WHERE companion_id = 1")
    before, after = healed(folder)
    assert (before.repairable, after.findings) == (True, ())
    assert hash_now(folder, "kai") == right


def test_lines_that_somebody_changed_are_left_for_a_backup(lived):
    folder, _ = lived
    harm(folder, "UPDATE bond_line SET delta = delta + 1 WHERE id = 3")
    before, after = healed(folder)
    assert before.beyond == after.findings != ()


@pytest.mark.parametrize("readonly", [True, False])
def test_a_bond_judged_by_a_newer_hearth_is_refused_and_left_as_it_is(lived, readonly):
    folder, _ = lived
    harm(folder, "UPDATE bond_event SET rules = 99 WHERE id = 20")
    content = (folder / "hearth.db").read_bytes()
    with pytest.raises(StoreNewer) as refused:
        open_store(folder, readonly=readonly)
    assert "newer Hearth" in refused.value.message
    assert (folder / "hearth.db").read_bytes() == content


def test_events_of_a_companion_without_a_temperament_then_are_replayed_with_an_even_one(tmp_path):
    """Kai got a nature of his own with the second rules: what the first judged must not change under it."""
    from mind.bond import model
    from mind.bond.books import FIRST
    from mind.bond.likeness import likeness
    from mind.bond.state import first_state, to_json
    from mind.bond.temperament import EVEN

    insult = event("insult", "x")
    old, _ = model.apply(first_state(EVEN), [model.Proposal(insult, likeness("x"))], MONDAY, EVEN, FIRST.version)

    def live(unit):
        unit.ledger.apply([insult], MONDAY, None)
        unit.commit()

    with store_in(tmp_path, companion="kai") as store:
        store.call(live)
    with closing(sqlite3.connect(tmp_path / "hearth.db")) as raw:
        raw.execute("UPDATE bond_event SET rules = 1")
        raw.execute("UPDATE bond_state SET state = ?", (json.dumps(to_json(old)),))
        raw.commit()
    with store_in(tmp_path, companion="kai") as store:
        assert store.call(lambda unit: unit.ledger.replayed() == unit.ledger.state() == old)

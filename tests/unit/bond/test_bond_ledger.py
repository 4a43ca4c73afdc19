"""The ledger on the store: every proposal kept, every change with its cause, replay equal, words in three languages."""

from datetime import timedelta

import pytest

from mind.bond.words import cause_sentence, causes, stage_name
from mind.domain import BondChange
from mind.languages import LANGS
from mind.store.check import check, ledger_faults
from tests.support.store_samples import MONDAY, say, store_in
from tests.support.store_users import event, steady


def lived(unit, days=40):
    import random

    choice = random.Random(5)
    for number in range(days):
        for index, one in enumerate(steady(number, choice)):
            at = MONDAY + timedelta(days=number, minutes=index)
            unit.ledger.apply([one, event("insult", "unheard", sure=False)], at, None)
    unit.ledger.apply([event("insult", "you are stupid"), event("chat", "x")], MONDAY + timedelta(days=days), None)
    unit.commit()


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    with store_in(tmp_path_factory.mktemp("bond")) as store:
        store.call(lived)
        yield store


def test_replaying_the_events_gives_the_saved_state_to_the_last_bit(ledger):
    assert ledger.call(lambda unit: unit.ledger.state() == unit.ledger.replayed())
    assert ledger.call(ledger_faults) == []
    assert ledger.call(lambda unit: unit.ledger.state().stage) > 0


def test_changes_come_newest_first_and_carry_cause_rule_and_quote(ledger):
    changes = ledger.call(lambda unit: unit.ledger.changes(30))
    assert [change.at for change in changes] == sorted((change.at for change in changes), reverse=True)
    hurt = next(change for change in changes if change.field == "hurt")
    assert (hurt.cause, hurt.rule, hurt.quote) == ("insult", "hurt", "you are stupid")
    assert all(change.quote == "" for change in changes if change.cause in ("time", "milestone"))


def test_apply_returns_what_the_ledger_then_tells(tmp_path):
    def work(unit):
        turn = say(unit, "I was born by the sea")
        returned = unit.ledger.apply([event("disclose", "born by the sea")], turn.at, turn.id)
        return returned, unit.ledger.changes()

    with store_in(tmp_path) as store:
        returned, told = store.call(work)
    assert returned == tuple(reversed(told))
    assert {change.turn_id for change in returned} == {1}


def test_time_is_told_only_where_it_moved_something(tmp_path):
    def live(unit):
        told = []
        for days in (0, 0.01, 0.02, 60):
            told.append(unit.ledger.apply([event("disclose", f"line {days}")], MONDAY + timedelta(days=days), None))
        return told, unit.ledger.changes(), unit.ledger.sums(), unit.ledger.state()

    with store_in(tmp_path) as store:
        told, changes, sums, state = store.call(live)
    assert [any(change.cause == "time" for change in turn) for turn in told] == [False, False, False, True]
    assert tuple(reversed(changes)) == sum(told, ())
    assert sums["trust"] == pytest.approx(state.trust - 0.5)


def test_asking_for_a_later_time_shows_absence_and_writes_nothing(ledger):
    def ask(unit):
        before = unit.ledger.state()
        later = unit.ledger.summary(MONDAY + timedelta(days=400))
        return before, later, unit.ledger.state()

    before, later, after = ledger.call(ask)
    assert later.warmth < before.warmth
    assert before == after


def test_no_events_and_held_events_move_nothing(tmp_path):
    def work(unit):
        before = unit.ledger.state()
        assert unit.ledger.apply([], MONDAY, None) == ()
        assert unit.ledger.apply([event("insult", "x", sure=False)], MONDAY, None) == ()
        return before == unit.ledger.state()

    with store_in(tmp_path) as store:
        assert store.call(work)


def test_a_changed_line_is_found_by_the_check(tmp_path):
    with store_in(tmp_path) as store:
        store.call(lambda unit: (unit.ledger.apply([event("affection", "x")], MONDAY, None), unit.commit()))
        tamper = "UPDATE bond_line SET delta = delta + 1 WHERE field = 'warmth'"
        store.call(lambda unit: (unit.scope.connection.exec_driver_sql(tamper), unit.commit()))
    assert any("warmth" in finding for finding in check(tmp_path).findings)


def test_events_are_replayed_by_the_rules_that_judged_them(tmp_path):
    with store_in(tmp_path) as store:
        store.call(lambda unit: (unit.ledger.apply([event("bid_ignored", "x", sure=False)], MONDAY, None), unit.commit()))
    assert check(tmp_path).sound
    with store_in(tmp_path) as store:
        store.call(lambda unit: (unit.scope.connection.exec_driver_sql("UPDATE bond_event SET rules = 1"), unit.commit()))
    assert "the bond differs from a replay of its events" in check(tmp_path).findings


def test_a_bond_written_past_the_rules_is_found_by_the_check(tmp_path):
    with store_in(tmp_path) as store:
        store.call(lambda unit: (unit.ledger.apply([event("affection", "x")], MONDAY, None), unit.commit()))
        tamper = "UPDATE bond_state SET state = json_set(state, '$.warmth', 99.0)"
        store.call(lambda unit: (unit.scope.connection.exec_driver_sql(tamper), unit.commit()))
    assert "the bond differs from a replay of its events" in check(tmp_path).findings


@pytest.mark.parametrize("lang", LANGS)
def test_every_cause_has_a_sentence_and_every_stage_a_word(lang, ledger):
    changes = ledger.call(lambda unit: unit.ledger.changes(10**5))
    for cause in causes(changes):
        assert cause_sentence(cause, lang).strip()
    assert len({stage_name(stage, lang) for stage in range(5)}) == 5


def change(cause, rule="kindness", quote="", field="warmth", delta=1.0):
    return BondChange(field, delta, cause, rule, quote, MONDAY, 1)


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "You told her about yourself: “I was born by the sea”"),
        ("zh", "你对她说了自己的事：“I was born by the sea”"),
        ("ja", "自分のことを話しました：「I was born by the sea」"),
    ],
)
def test_a_cause_is_told_with_the_users_words(lang, sentence):
    assert cause_sentence(change("disclose", quote="I was born\nby the sea"), lang) == sentence


def test_long_quotes_are_elided():
    assert len(cause_sentence(change("chat", quote="word " * 200), "en")) < 160


@pytest.mark.parametrize("lang", LANGS)
def test_absence_is_told_without_blame(lang):
    told = cause_sentence(change("time", "passage", delta=-2.0), lang).lower()
    for blame in ("you", "left", "miss", "alone", "你", "离开", "想", "あなた", "寂し", "いなかった"):
        assert blame not in told


def test_lines_of_one_moment_are_one_cause_with_one_sign():
    lines = (
        change("insult", "hurt", "x", "hurt", 12.0), change("insult", "hurt", "x", "trust", -0.1),
        change("time", "passage", "", "trust", -0.0001), change("chat", quote="y"),
    )  # fmt: skip
    gathered = causes(lines)
    assert [(cause.cause, cause.good) for cause in gathered] == [("insult", False), ("time", None), ("chat", True)]

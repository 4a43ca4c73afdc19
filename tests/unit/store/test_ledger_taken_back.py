"""Undo, misunderstanding, confirmation: what may be taken back, what then counts, and what the log keeps of it."""

from datetime import timedelta

import pytest

from mind.domain import BondEvent
from mind.store import marks
from tests.support.store_samples import MONDAY, files_holding, say, store_in
from tests.support.store_users import event

HOUR = timedelta(hours=1)


@pytest.fixture
def ledger(tmp_path):
    """A fresh ledger, on the store's own thread: `ledger(lambda ledger: ...)`."""
    with store_in(tmp_path) as store:
        yield lambda work: store.call(lambda unit: work(unit.ledger))


def newest(ledger):
    return ledger.events(1)[0].id


def test_a_misunderstanding_takes_the_hurt_and_says_why(ledger):
    def live(ledger):
        ledger.apply([event("affection", "you are kind")], MONDAY, None)
        before = ledger.state()
        ledger.apply([event("insult", "you are a monster")], MONDAY + HOUR, None)
        hurt = newest(ledger)
        assert ledger.hurts()[0].event_id == hurt
        moved = ledger.annul("misunderstanding", hurt, MONDAY + 2 * HOUR, None, "I meant the film")
        assert {line.cause for line in moved} == {"misunderstanding"}
        assert {line.quote for line in moved} == {"I meant the film"}
        assert next(line for line in moved if line.field == "hurt").delta == pytest.approx(-9.6)
        assert (ledger.state(), ledger.hurts(), ledger.annulled()) == (before, (), {hurt})

    ledger(live)


def test_what_is_gone_or_was_never_there_cannot_be_taken_back(ledger):
    def live(ledger):
        ledger.apply([event("chat", "a"), BondEvent("relation", "", origin="user")], MONDAY, None)
        chat, relation = ledger.events(2)[1].id, ledger.events(1)[0].id
        ledger.annul("undo", chat, MONDAY, None)
        with pytest.raises(ValueError, match="already"):
            ledger.annul("misunderstanding", chat, MONDAY, None)
        with pytest.raises(ValueError, match="nothing that can be done"):
            ledger.annul("undo", relation, MONDAY, None)
        with pytest.raises(ValueError, match="nothing that can be done"):
            ledger.annul("chat", chat, MONDAY, None)
        with pytest.raises(KeyError):
            ledger.annul("undo", 999, MONDAY, None)
        return len(ledger.events(99))

    assert ledger(live) == 3


def test_another_reading_of_the_same_words_does_not_take_the_place_of_one_taken_back(ledger):
    def live(ledger):
        ledger.apply([event("insult", "you liar"), event("promise_broken", "you liar"), event("chat", "x")], MONDAY, None)
        insult = ledger.events(3)[2].id
        assert [one.rule for one in reversed(ledger.events(3))] == ["hurt", "same_turn", "kindness"]
        ledger.annul("misunderstanding", insult, MONDAY, None)
        return ledger.state()

    state = ledger(live)
    assert (state.hurt, state.counts) == (0.0, {"chat": 1})


def test_a_held_event_is_confirmed_once_and_not_after_a_week(ledger):
    def live(ledger):
        for number in range(3):
            ledger.apply([event("insult", f"words {number}", sure=False)], MONDAY + number * HOUR, None)
        first, second, third = sorted(one.id for one in ledger.held())
        ledger.confirm(first, MONDAY + 4 * HOUR, None, "yes, I meant it")
        with pytest.raises(ValueError, match="not held"):
            ledger.confirm(first, MONDAY + 4 * HOUR, None)
        ledger.annul("misunderstanding", second, MONDAY + 5 * HOUR, None)
        with pytest.raises(ValueError, match="not held"):
            ledger.confirm(second, MONDAY + 5 * HOUR, None)
        with pytest.raises(KeyError):
            ledger.confirm(999, MONDAY, None)
        assert [one.id for one in ledger.held()] == [third]
        ledger.apply([event("chat", "long after")], MONDAY + timedelta(days=9), None)
        assert ledger.held() == ()
        with pytest.raises(ValueError, match="not held"):
            ledger.confirm(third, MONDAY + timedelta(days=9), None)
        return ledger.state().hurt

    assert 0.0 < ledger(live) < 9.6


def test_a_confirmation_taken_back_leaves_the_event_held_again(ledger):
    def live(ledger):
        ledger.apply([event("insult", "words", sure=False)], MONDAY, None)
        held = newest(ledger)
        ledger.confirm(held, MONDAY + HOUR, None)
        ledger.annul("undo", newest(ledger), MONDAY + 2 * HOUR, None)
        assert [one.id for one in ledger.held()] == [held]
        return ledger.state().hurt

    assert ledger(live) == 0.0


def test_taking_back_what_was_held_takes_its_confirmation_too(ledger):
    def live(ledger):
        ledger.apply([event("insult", "words", sure=False)], MONDAY, None)
        held = newest(ledger)
        ledger.confirm(held, MONDAY + HOUR, None)
        ledger.annul("misunderstanding", held, MONDAY + 2 * HOUR, None)
        return ledger.state().hurt, ledger.hurts(), ledger.held(), ledger.replayed() == ledger.state()

    assert ledger(live) == (0.0, (), (), True)


def test_a_reset_can_be_taken_back_and_what_came_after_still_counts(ledger):
    def live(ledger):
        ledger.apply([event("disclose", "a")], MONDAY, None)
        ledger.apply([BondEvent("reset", "", origin="user")], MONDAY + HOUR, None)
        reset = newest(ledger)
        assert ledger.state().warmth == 0.0
        ledger.apply([event("disclose", "b")], MONDAY + 2 * HOUR, None)
        ledger.annul("undo", reset, MONDAY + 3 * HOUR, None)
        return ledger.state().counts

    assert ledger(live) == {"disclose": 2}


def test_marks_grow_sparse_with_age_and_never_crowd():
    assert marks.superfluous([100, 200, 5_100, 5_200, 9_000, 99_900], newest=100_000) == [100, 200, 5_200, 9_000]
    assert marks.superfluous(list(range(100, 3_000, 100)), newest=3_000) == []
    assert marks.due(0, 99, 99) is False and marks.due(0, 100, 100) is True
    assert marks.due(0, 4_000, 90_000) is False and marks.due(0, 5_000, 90_000) is True


def test_forgetting_leaves_no_word_in_events_lines_or_marks_and_changes_no_hash(tmp_path, monkeypatch):
    monkeypatch.setattr(marks, "CLOSE", 2)

    def live(unit):
        for number in range(8):
            turn = say(unit, f"I whispered xylophone{number} to Miso", days=number)
            unit.ledger.apply([event("disclose", turn.text), event("insult", turn.text, sure=False)], turn.at, turn.id)
        unit.ledger.annul("misunderstanding", 9, turn.at, turn.id, "I whispered xylophone7 to Miso")
        unit.commit()
        return unit.ledger.state_hash()

    def forget(unit):
        for turn in unit.turns.recent(99):
            unit.turns.remove(turn.id)
        unit.commit()
        assert unit.ledger.replayed() == unit.ledger.state()
        unit.ledger.annul("undo", 3, MONDAY + timedelta(days=20), None)
        assert unit.ledger.replayed() == unit.ledger.state()
        return unit.ledger.state_hash()

    def forget_only(unit):
        before = unit.ledger.state_hash()
        unit.turns.remove(1)
        unit.commit()
        return before == unit.ledger.state_hash()

    with store_in(tmp_path) as store:
        store.call(live)
        likenesses = store.call(lambda unit: [row[0] for row in unit.scope.connection.exec_driver_sql(
            "SELECT DISTINCT likeness FROM bond_event WHERE likeness <> ''")])
        assert store.call(forget_only)
        store.call(forget)
    for left in ("xylophone", "Miso", *likenesses):
        assert files_holding(tmp_path, left) == []


def test_an_event_that_older_rules_judged_is_taken_back_by_those_rules(tmp_path):
    """A mild hurt without a second sign: the first rules let it hurt, the second do not."""

    def live(unit):
        for number, kind in enumerate(("disclose", "bid_ignored", "affection", "bid_ignored")):
            unit.ledger.apply([event(kind, f"line {number}", sure=False)], MONDAY + number * HOUR, None)
        older = "UPDATE bond_event SET rules = 1 WHERE id <= 3"
        unit.scope.connection.exec_driver_sql(older)
        unit.scope.connection.exec_driver_sql("DELETE FROM bond_state")
        unit.scope.connection.exec_driver_sql("DELETE FROM bond_mark")
        unit.ledger._save(unit.ledger.replayed())
        before = unit.ledger.state()
        assert before.hurt > 0 and unit.ledger.rules() == (1, 2)
        unit.ledger.annul("misunderstanding", 2, MONDAY + 9 * HOUR, None)
        assert unit.ledger.state().hurt == 0.0 == unit.ledger.replayed().hurt
        unit.ledger.annul("undo", unit.ledger.events(1)[0].id, MONDAY + 10 * HOUR, None)
        return before == unit.ledger.state()

    with store_in(tmp_path) as store:
        assert store.call(live)

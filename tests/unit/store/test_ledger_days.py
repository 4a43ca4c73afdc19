"""Days that were summed once are read on, and never told otherwise than the database tells them."""

from mind.domain import BondEvent
from tests.support.store_samples import say, store_in


def live(unit, first, days):
    """Something kind on each of some days."""
    for day in range(first, first + days):
        turn = say(unit, f"kind on day {day}", days=day)
        unit.ledger.apply([BondEvent("disclose", f"kind on day {day}")], turn.at, turn.id)
    unit.commit()


def told(unit):
    return unit.ledger.day_sums()


def anew(folder):
    """As a store tells it that has summed nothing yet."""
    with store_in(folder, readonly=True) as store:
        return store.call(told)


def test_days_read_on_are_those_read_anew(tmp_path):
    with store_in(tmp_path) as store:
        for first in (0, 4, 8):
            store.call(lambda unit, first=first: live(unit, first, 4))
            assert store.call(told) == anew(tmp_path)
        assert len({one.day for one in store.call(told)}) == 12


def test_what_was_never_committed_is_in_no_day(tmp_path):
    def half(unit):
        turn = say(unit, "not to be", days=9)
        unit.ledger.apply([BondEvent("affection", "not to be")], turn.at, turn.id)
        return told(unit)

    with store_in(tmp_path) as store:
        store.call(lambda unit: live(unit, 0, 3))
        before = store.call(told)
        assert len(store.call(half)) > len(before)
        assert store.call(told) == before


def test_a_bond_that_was_erased_has_no_days(tmp_path):
    def erase(unit):
        unit.erase()
        unit.commit()

    with store_in(tmp_path) as store:
        store.call(lambda unit: live(unit, 0, 3))
        assert store.call(told)
        store.call(erase)
        assert store.call(told) == ()
        store.call(lambda unit: live(unit, 5, 2))
        assert len({one.day for one in store.call(told)}) == 2

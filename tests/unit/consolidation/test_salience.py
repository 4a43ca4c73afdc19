"""Salience: halves with disuse, rises with use, never for what is pinned, never to nothing."""

from datetime import timedelta

import pytest

from mind.memory.salience import HALF_LIFE, LEAST, salience
from tests.support.store_samples import MONDAY, answer, fact, keep, say, store_in


def after(days, **more):
    return salience(MONDAY, MONDAY + timedelta(days=days), **more)


def test_disuse_halves_it_in_the_stated_time():
    assert after(0) == 1.0
    assert after(HALF_LIFE) == pytest.approx(0.5)
    assert after(2 * HALF_LIFE) == pytest.approx(0.25)
    assert after(10_000) == LEAST


def test_use_makes_it_fade_more_slowly_and_pinning_keeps_it():
    assert after(90) < after(90, uses=1) < after(90, uses=5)
    assert after(10_000, pinned=True) == 1.0
    assert after(-3) == 1.0


def test_the_store_writes_what_time_made_of_memories_and_what_use_brought_back(tmp_path):
    def live(unit):
        cat = keep(unit, fact("Miso"))
        tea = keep(unit, fact("tea", "user.drink"))
        rain = keep(unit, fact("rain", "user.weather"))
        unit.memories.mark(rain.id, pinned=True)
        answer(unit, say(unit, "and the cat?", days=80), "Miso.", used=(cat.id,))
        assert unit.memories.fade(MONDAY + timedelta(days=90)) == 0
        found = {one.id: one for one in unit.memories.history()}
        assert found[cat.id].uses == 1
        assert found[cat.id].used_at is not None
        assert found[tea.id].salience < 0.3 < found[cat.id].salience
        assert found[rain.id].salience == 1.0
        assert len(found) == 3

    with store_in(tmp_path) as store:
        store.call(live)


def test_fading_goes_on_where_it_stopped(tmp_path):
    def live(unit):
        for number in range(5):
            keep(unit, fact(f"thing {number}", f"user.thing.{number}"))
        later = MONDAY + timedelta(days=60)
        last = unit.memories.fade(later, 0, 3)
        assert last == 3
        assert [one.salience < 1 for one in reversed(unit.memories.history())] == [True] * 3 + [False] * 2
        assert unit.memories.fade(later, last, 3) == 0
        assert all(one.salience < 1 for one in unit.memories.history())

    with store_in(tmp_path) as store:
        store.call(live)

"""Random lives of a ledger: whatever is proposed, taken back or begun anew at whatever hour, its events give its state."""

import random
from datetime import timedelta, timezone

import pytest

from mind.bond.state import first_state
from mind.bond.temperament import temperament_of
from mind.domain import BondEvent
from mind.store import marks
from mind.store.ledger import REVERSIBLE, hash_of
from tests.support.store_samples import MONDAY, store_in

KINDS = (
    "chat", "chat", "chat", "disclose", "affection", "promise_kept", "shared_time", "support", "apology", "bid_ignored",
    "jealousy", "promise_broken", "insult", "boundary_crossed", "tease_unanswered", "disagreement", "banter",
)  # fmt: skip
HOUSE = ("pause", "resume", "resume", "reset", "relation", "restored")
BOUNDS = {"warmth": (0, 100), "familiarity": (0, 100), "commitment": (0, 100), "trust": (0, 1), "hurt": (0, 60), "stage": (0, 4)}
SUMMED = ("warmth", "familiarity", "commitment", "trust", "hurt", "stage")


@pytest.fixture(autouse=True)
def close_marks(monkeypatch):
    for name, value in (("CLOSE", 5), ("RECENT", 60), ("FAR", 25)):
        monkeypatch.setattr(marks, name, value)


class Life:
    """A random stream on one ledger, with a clock that is mostly right."""

    def __init__(self, ledger, seed, *, taking_back=True):
        self.ledger, self.choice, self.now, self.taking_back = ledger, random.Random(seed), MONDAY, taking_back

    def tick(self):
        self.now += timedelta(minutes=self.choice.choice((0, 1, 5, 90, 700, 3000)))
        if self.choice.random() < 0.04:
            self.now += timedelta(days=self.choice.choice((-3650, 3650, -1, 40, 400, -30)))
        if self.choice.random() < 0.05:
            self.now = self.now.astimezone(timezone(timedelta(hours=self.choice.choice((1, 2, -8, 9)))))
        return self.now

    def event(self, kind=None):
        quote = self.choice.choice(("", "one", "two", f"words {self.choice.random()}"))
        sure, heavy = self.choice.choice((1.0, 0.9, 0.6, 0.3)), self.choice.choice((1.0, 0.5))
        return BondEvent(kind or self.choice.choice(KINDS), quote, sure, heavy, self.choice.random() < 0.5)

    def step(self):
        what = self.choice.random()
        if what < 0.72:
            events = [self.event() for _ in range(self.choice.choice((1, 1, 1, 2, 3, 7)))]
            self.ledger.apply(events, self.tick(), None)
        elif what < 0.86:
            self.take_back()
        elif what < 0.93:
            for one in self.ledger.held(limit=1):
                self.answer(one)
        else:
            self.ledger.apply([BondEvent(self.choice.choice(HOUSE), "", origin="user")], self.tick(), None)

    def take_back(self):
        gone = self.ledger.annulled()
        known = [one.id for one in self.ledger.events(400) if one.kind in REVERSIBLE and one.id not in gone]
        if known and self.taking_back:
            kind = self.choice.choice(("undo", "misunderstanding"))
            self.ledger.annul(kind, self.choice.choice(known[:40] or known), self.tick(), None, "not like that")

    def answer(self, one):
        self.ledger.confirm(one.id, self.tick(), None)


def require_sound(ledger):
    state = ledger.state()
    assert ledger.replayed() == state
    assert hash_of(ledger.replayed()) == ledger.state_hash()
    first, sums = first_state(temperament_of("mira")), ledger.sums()
    for field in SUMMED:
        assert abs(getattr(state, field) - getattr(first, field) - sums.get(field, 0.0)) < 1e-9
    for field, (least, most) in BOUNDS.items():
        assert least <= getattr(state, field) <= most
    assert all(-1 <= getattr(state, axis) <= 1 for axis in ("pleasure", "arousal", "dominance"))
    assert 0 <= state.bond <= 100 and 0 <= state.tension <= 1


@pytest.mark.parametrize("seed", range(4))
def test_any_life_replays_to_its_state_and_its_lines_add_up_to_it(tmp_path, seed):
    def live(unit):
        life = Life(unit.ledger, seed)
        for number in range(240):
            life.step()
            if number % 16 == 0:
                require_sound(unit.ledger)
        require_sound(unit.ledger)

    with store_in(tmp_path) as store:
        store.call(live)


@pytest.mark.parametrize("seed", range(4))
def test_taking_back_a_taking_back_restores_the_state_to_the_last_bit(tmp_path, seed):
    def live(unit):
        ledger, life = unit.ledger, Life(unit.ledger, 100 + seed)
        for _ in range(120):
            life.step()
        gone = ledger.annulled()
        one = life.choice.choice([one.id for one in ledger.events(400) if one.kind in REVERSIBLE and one.id not in gone])
        states, about = [ledger.state()], one
        for kind in ("undo", "misunderstanding", "undo", "undo"):
            ledger.annul(kind, about, life.tick(), None)
            about = ledger.events(1)[0].id
            states.append(ledger.state())
            require_sound(ledger)
        assert states[0] == states[2] == states[4]
        assert states[1] == states[3]

    with store_in(tmp_path) as store:
        store.call(live)


@pytest.mark.parametrize("seed", range(4))
def test_what_is_taken_back_is_as_if_it_had_never_been(tmp_path, seed):
    """Two ledgers live the same life, but one of them hears something more, and takes it back at the end."""

    def live(unit, more):
        life, extra = Life(unit.ledger, 200 + seed, taking_back=False), 0
        for number in range(80):
            life.step()
            if more and number == 30:
                unit.ledger.apply([BondEvent("boundary_crossed", "more", confirmed=True)], life.now, None)
                extra = unit.ledger.events(1)[0].id
        if more:
            unit.ledger.annul("misunderstanding", extra, life.now, None)
        return unit.ledger.state_hash()

    hashes = []
    for more in (False, True):
        with store_in(tmp_path / str(more)) as store:
            hashes.append(store.call(lambda unit, more=more: live(unit, more)))
    assert hashes[0] == hashes[1]

"""What is kept until a time: found, changed, gone with its turn, without forgotten words, and rung only once over a backup."""

from datetime import timedelta

from mind.reminders.kept import KeptChange, NewKept
from mind.store.companions import lines
from tests.support.store_samples import MONDAY, fact, keep, say, store_in

SOON = MONDAY + timedelta(minutes=20)


def asked(unit, text="the oven", kind="reminder", due=SOON, **more):
    return unit.reminders.keep(NewKept(kind, text, f"remind me: {text}", due, more), say(unit, f"remind me: {text}"))


def test_what_waits_is_found_put_off_told_and_cancelled(tmp_path):
    with store_in(tmp_path) as store:
        def live(unit):
            oven, letter = asked(unit), asked(unit, "Dear me", "letter", MONDAY + timedelta(days=30))
            asked(unit, "tea; toast", "good", None, things=["tea", "toast"])
            unit.commit()
            return oven, letter
        oven, letter = store.call(live)
    with store_in(tmp_path) as store:
        assert store.call(lambda unit: unit.reminders.get(oven.id)) == oven
        assert store.call(lambda unit: unit.reminders.next_due()) == SOON

        def change(unit):
            assert unit.reminders.change(KeptChange(oven.id, "done", spoken=True), SOON)
            assert unit.reminders.change(KeptChange(letter.id, "waiting", MONDAY + timedelta(days=60)), SOON)
            assert not unit.reminders.change(KeptChange(999, "cancelled"), SOON)
            unit.commit()
        store.call(change)
        assert store.call(lambda unit: unit.reminders.get(oven.id).rung_at) == SOON
        assert [one.kind for one in store.call(lambda unit: unit.reminders.find())] == ["good", "letter"]
        assert store.call(lambda unit: unit.reminders.next_due()) == MONDAY + timedelta(days=60)
        assert store.call(lambda unit: unit.reminders.find(("good",)))[0].data == {"things": ["tea", "toast"]}
        assert sum("Dear me" in line for line in lines(store)) == 2  # as it was said, and as it is kept
    with store_in(tmp_path, companion="quillon") as store:
        assert store.call(lambda unit: (unit.reminders.find(), unit.reminders.get(oven.id))) == ((), None)


def test_forgetting_reaches_what_waits(tmp_path):
    with store_in(tmp_path) as store:
        def live(unit):
            memory = keep(unit, fact("Quillon"))
            gone = asked(unit, "call mum")
            asked(unit, "Dear me, is Quillon still fat? Be kind.", "letter")
            asked(unit, "feed Quillon", "plan", things=["feed Quillon", "read"])
            asked(unit, "Quillon")
            unit.turns.remove(gone.turn_id)
            unit.memories.forget(memory.id)
            unit.commit()
            return unit.reminders.find()
        kept = store.call(live)
    assert [one.kind for one in kept] == ["plan", "letter"]
    assert kept[1].text == "Dear me, is … still fat? Be kind." and kept[0].data == {"things": ["feed …", "read"]}
    assert b"Quillon" not in (tmp_path / "hearth.db").read_bytes()
    with store_in(tmp_path) as store:
        store.call(lambda unit: (unit.erase(), unit.commit()))
    with store_in(tmp_path) as store:
        assert store.call(lambda unit: unit.reminders.find()) == ()

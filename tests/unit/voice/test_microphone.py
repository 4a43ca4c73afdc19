"""A microphone is held on to through everything that can happen to it, and says why nothing comes."""

from __future__ import annotations

import pytest

from tests.support.voice_device import Hands
from tests.support.voice_inputs import DESK, HEADSET, Desk, Kept
from voice.devices.connection import connection
from voice.devices.device import SoundDevice, meant
from voice.devices.sleep import SleepWatch


def kept(chosen: str = "", *devices: SoundDevice) -> Kept:
    clock = Hands()
    made = Kept(clock, Desk(clock, *devices), chosen)
    made.run(1.0)
    return made


def test_pulled_out_the_default_one_listens_and_put_back_the_chosen_one_does():
    one = kept("usb")
    assert one.microphone.name == "Headset" and one.told == []
    one.desk.pull("usb")
    pulled = one.clock.now
    one.run(1.0)
    assert one.microphone.name == "Desk" and one.told == ["elsewhere"] and one.silence(pulled) < 0.15
    assert "Headset" in one.messages[0] and "Desk" in one.messages[0]
    one.desk.plug(HEADSET)
    back = one.clock.now
    one.run(1.0)
    assert one.microphone.name == "Headset" and one.told == ["elsewhere", ""] and one.silence(back) < 0.15


def test_the_last_one_pulled_out_is_waited_for_and_back_within_a_second():
    one = kept("", DESK)
    one.desk.pull("desk")
    one.run(40.0)
    assert one.told == ["lost"] and "Desk" in one.messages[0] and one.microphone.name == ""
    one.desk.plug(DESK)
    back = one.clock.now
    one.run(1.0)
    assert one.told == ["lost", ""] and one.silence(back) < 0.2


def test_another_default_is_followed_without_a_word_where_none_is_chosen_and_ignored_where_one_is():
    follows, chosen = kept(), kept("Desk")
    for one in (follows, chosen):
        one.desk.default("usb")
        one.run(1.0)
        assert one.told == []
    assert follows.microphone.name == "Headset" and chosen.microphone.name == "Desk"
    assert len(chosen.desk.opened) == 1 and follows.desk.opened[0].closed


def test_one_that_another_program_keeps_is_tried_quietly_every_few_seconds():
    clock = Hands()
    desk = Desk(clock, DESK)
    desk.busy.add("desk")
    one = Kept(clock, desk)
    one.run(20.0)
    assert one.told == ["busy"] and "tried again" in one.messages[0]
    desk.busy.clear()
    one.run(3.2)
    assert one.told == ["busy", ""] and one.heard
    desk.busy.add("desk")  # taken away in mid use
    one.run(5.0)
    assert one.told[2:] == ["lost", "busy"]


def test_without_any_microphone_it_is_told_once_and_the_first_to_come_is_taken():
    clock = Hands()
    desk = Desk(clock)
    desk.inputs = (SoundDevice("speaker.monitor", "Monitor of Speaker", True, "monitor"),)
    one = Kept(clock, desk)
    one.run(10.0)
    assert one.told == ["missing"] and not desk.opened  # what she says herself is nothing to listen to
    desk.plug(HEADSET)
    one.run(0.5)
    assert one.told == ["missing", ""]


def test_a_sound_system_that_stops_hangs_and_returns_is_named_and_never_asked_for_anything_meanwhile():
    one = kept()
    one.desk.stop()
    one.run(5.0)
    assert one.told == ["system"]
    one.desk.presence = "opening"
    one.run(0.2)
    one.desk.start()
    back = one.clock.now
    one.run(1.0)
    assert one.told == ["system", ""] and one.silence(back) < 0.2
    one.desk.presence = "hangs"
    one.run(5.0)
    assert one.told[2:] == ["hangs"] and len(one.desk.opened) == 2
    one.desk.presence = "ready"
    one.run(1.0)
    assert one.told[-1] == ""


def test_one_that_gives_nothing_more_is_opened_anew_and_told():
    one = kept("", DESK)
    one.desk.silent.add("desk")
    one.run(20.0)
    assert one.told == ["stalled"] and 3 <= len(one.desk.opened) <= 6
    one.desk.silent.clear()
    one.run(3.5)
    assert one.told == ["stalled", ""]


def test_after_sleep_it_is_opened_anew_and_what_was_begun_is_told_to_be_broken():
    one = kept()
    one.asleep = 3600.0
    one.run(0.5)
    assert one.told == ["slept", ""] and len(one.desk.opened) == 2 and one.desk.opened[0].closed
    late = [0.0]
    watch = SleepWatch(lambda: late[0], lambda: late[0])
    late[0] = 2.0
    assert not watch.woke()  # a window that stood still
    late[0] = 2000.0
    assert watch.woke() and not watch.woke()  # clocks that go on through sleep


def test_muted_and_unplugged_in_the_system_are_told_at_once_and_over_at_once():
    one = kept()
    for how, cause in ({"muted": True}, "muted"), ({"plugged": False}, "unplugged"), ({"volume": 0.0}, "muted"):
        one.told.clear()
        one.desk.change("desk", **how)
        one.run(0.1)
        one.desk.change("desk", muted=False, plugged=True, volume=1.0)
        one.run(0.1)
        assert one.told == [cause, ""], how
    assert len(one.desk.opened) == 1


def test_another_rate_after_a_return_comes_through_and_a_wrong_one_is_named():
    one = kept("", DESK)
    one.desk.pull("desk")
    one.run(0.1)
    one.desk.rates["desk"] = 44100
    one.desk.plug(DESK)
    one.run(1.0)
    assert {rate for _, _, rate in one.heard} == {16000, 44100} and one.told == []
    one.desk.speed = 3.0
    one.run(30.0)
    assert one.told == ["rate"] and len(one.desk.opened) == 3


def test_a_slow_bluetooth_microphone_is_waited_for_and_a_window_that_stands_still_loses_nothing():
    clock = Hands()
    desk = Desk(clock, DESK)
    desk.delay = 3.0
    one = Kept(clock, desk)
    one.run(4.0)
    assert one.told == []
    before, count = clock.now, sum(n for _, n, _ in one.heard)
    one.run(5.0, frame=2.5)
    assert one.told == []
    assert sum(n for _, n, _ in one.heard) - count == pytest.approx((clock.now - before) * 16000, abs=2)


def test_what_hears_may_close_it():
    one = kept()
    one.microphone._hear = lambda pcm, rate: one.microphone.close()
    one.run(1.0)
    assert one.desk.opened[-1].closed and one.told == []


@pytest.mark.parametrize(
    ("name", "properties", "kind"),
    [
        ("WH-1000XM4", {"device.form_factor": "headset", "device.bus": "bluetooth"}, "headset"),
        ("Built-in Audio", {"port": "analog-output-headphones Headphones"}, "headphones"),
        ("AirPods von Kim", {}, "headset"),
        ("ヘッドホン (Realtek)", {}, "headphones"),
        ("耳机 (Realtek)", {}, "headphones"),
        ("JBL Flip", {"device.bus": "bluetooth"}, "bluetooth"),
        ("Monitor of Built-in Audio", {"device.class": "monitor"}, "monitor"),
        ("Built-in Audio", {}, ""),
    ],
)
def test_how_a_device_hangs_on_the_machine_is_told_by_the_system_or_by_its_name(name, properties, kind):
    assert connection(name, properties) == kind


def test_the_device_that_is_meant_is_the_chosen_then_the_default_then_any():
    monitor = SoundDevice("m", "Monitor of S", True, "monitor")
    assert meant((monitor, HEADSET, DESK), "Headset") is HEADSET
    assert meant((monitor, HEADSET, DESK), "gone") is DESK
    assert meant((monitor, HEADSET), "") is HEADSET
    assert meant((monitor,), "") is None
    assert meant((), "") is None

"""How the two stand shows in the body and is heard in the voice, from the first look on."""

from __future__ import annotations

from datetime import datetime

from avatars.ports import Bearing
from mind.domain import BondEvent
from mind.events import Notice
from voice.tone import PLAIN

QUICK = 8000


def bearings(home) -> list[tuple[Bearing, float]]:
    return [(each[1], each[2]) for each in home.house.player.body.asked if each[0] == "bear"]


def insulted(home) -> None:
    def hurt(uow):
        uow.ledger.apply((BondEvent("insult", "You are useless.", confirmed=True),), datetime.now().astimezone(), None)
        uow.commit()

    home.house.bridge.wait(home.house.mind._store.run(hurt))


def test_somebody_new_is_met_as_somebody_new(home, qtbot):
    qtbot.waitUntil(lambda: home.lead.bearing.manner is not None, timeout=QUICK)
    bearing, seconds = bearings(home)[-1]
    assert bearing.closeness < 0.1
    assert seconds == 0.0
    assert home.house.speech.tone.pitch > PLAIN.pitch


def test_a_hurt_shows_and_is_heard_after_the_reply(home, qtbot):
    qtbot.waitUntil(lambda: home.lead.bearing.manner is not None, timeout=QUICK)
    usual = home.house.speech.tone
    insulted(home)
    home.talk.say("Hello again.")
    qtbot.waitUntil(lambda: bearings(home)[-1][0].guard > 0.4, timeout=QUICK)
    assert bearings(home)[-1][1] >= 8.0
    assert home.house.speech.tone.volume < usual.volume
    said = len(home.voice.tones)
    home.talk.say("What a day.")
    qtbot.waitUntil(lambda: len(home.voice.tones) > said, timeout=QUICK)
    assert home.voice.tones[-1].volume < home.voice.tones[0].volume


def test_another_body_bears_itself_like_the_one_before(home, qtbot):
    insulted(home)
    home.lead.bearing.look()
    qtbot.waitUntil(lambda: home.lead.bearing.manner is not None and home.lead.bearing.manner.guard > 0.4, timeout=QUICK)
    home.lead.open_body()
    bearing, seconds = next((each[1], each[2]) for each in home.house.player.body.asked if each[0] == "bear")
    assert bearing.guard > 0.4
    assert seconds == 0.0


def test_no_hurt_shows_while_a_crisis_is_near(home, qtbot):
    insulted(home)
    home.lead.bearing.look()
    qtbot.waitUntil(lambda: home.lead.bearing.manner is not None and home.lead.bearing.manner.guard > 0.4, timeout=QUICK)
    home.talk.crisis.emit(Notice("crisis", "", "", "en"))
    assert home.lead.bearing.manner.guard == 0.0
    home.lead.bearing.look()
    qtbot.wait(100)
    assert bearings(home)[-1][0].guard == 0.0


def test_who_chooses_her_clothes_is_set_in_the_look(home, qtbot):
    home.window.open_page("settings")
    home.window.pages["settings"].show_section("look")
    look = home.window.pages["settings"].sections["look"]
    assert look.picks.isChecked()
    assert home.house.mind._means.house.dresses
    look.picks.click()
    assert not home.house.settings.look.picks_clothes
    qtbot.waitUntil(lambda: not home.house.mind._means.house.dresses, timeout=QUICK)

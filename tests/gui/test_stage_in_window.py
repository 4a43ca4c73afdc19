"""Her stage: frames, states, faults, pages beside her."""

from __future__ import annotations

import pytest

from avatars.errors import StageFault
from desktop.stage_view.player import ALIVE, IDLE
from desktop.stage_view.quality import Quality
from mind.events import Cue, Notice, Sentence
from tests.support.gui_body import ScriptedBody
from voice.errors import OutputFault

QUICK = 8000


def test_frames_arrive_in_the_window(home, qtbot):
    qtbot.waitUntil(lambda: home.house.player.image is not None, timeout=QUICK)
    picture = home.window.stage.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 300).red() > 150


def test_without_a_picture_she_still_talks(home_in, qtbot):
    def refuse(width, height, avatar):
        raise StageFault("No graphics here.", "Install a driver.")

    home = home_in(body=refuse)
    assert home.window.stage.no_picture.isVisible()
    home.talk.say("Hello.")
    qtbot.waitUntil(lambda: bool(home.texts("hers")), timeout=QUICK)


def test_a_stage_that_dies_is_taken_down_calmly(home, qtbot, monkeypatch):
    def die(self, dt):
        raise StageFault("The graphics driver has gone.", "Start again.")

    monkeypatch.setattr(ScriptedBody, "update", die)
    qtbot.waitUntil(lambda: home.window.stage.no_picture.isVisible(), timeout=QUICK)
    assert home.house.player.body is None


def test_cues_are_played_when_their_sentence_sounds(home, qtbot):
    home.house.speech.begin()
    home.house.speech.say(Sentence(0, "Hello!", "en", (Cue("expression", "happy"), Cue("gesture", "wave"))))
    qtbot.waitUntil(lambda: ("gesture", "wave") in home.house.player.body.asked, timeout=QUICK)
    assert ("express", "happy") in home.house.player.body.asked


def test_she_reads_while_you_write_and_thinks_and_speaks(home, qtbot):
    home.voice.at_once = False
    home.window.talk.composer.pen.setPlainText("Hel")
    assert home.window.stage.pill.state == "reading"
    assert ("activity", "reading") in home.house.player.body.asked
    home.window.talk.composer.pen.clear()
    home.talk.say("Hello.")
    qtbot.waitUntil(lambda: home.window.stage.pill.state == "speaking", timeout=QUICK)
    assert home.window.stage.mic.state == "speaking"
    home.window.stage.mic.click()
    qtbot.waitUntil(lambda: home.window.stage.pill.state == "idle", timeout=QUICK)


def test_the_pace_is_quick_only_while_something_happens(home):
    player = home.house.player
    player.pace(player._lively_until + 1)
    assert player._timer.interval() == IDLE
    player.liven()
    player.pace(player._lively_until - 1)
    assert player._timer.interval() == ALIVE
    home.window.stage.hide()
    assert not player._timer.isActive()


def test_a_slow_machine_gets_smaller_frames_and_a_quick_one_full_ones():
    quality = Quality()
    while not quality.took(0.2):
        pass
    assert quality.scale < 1
    while not quality.took(0.001):
        pass
    assert quality.scale == 1
    assert quality.pixels(400, 4000, 2.0)[1] <= 1440


def test_a_lost_loudspeaker_is_told_above_the_composer(home):
    home.voice.on_fault(OutputFault("No loudspeaker was found.", "Connect one; until then she speaks in captions."))
    banner = home.window.talk.banner
    assert banner.isVisible()
    assert banner.title.text() == "No loudspeaker was found."


def test_people_to_call_stay_until_they_are_closed(home):
    home.talk.take(Notice("crisis", "You matter. Let's get a person with you.", "I'm an AI.", "en", ("Call 988",)))
    card = home.window.talk.crisis
    assert card.isVisible()
    home.lead.escape()
    assert card.isVisible()
    card.leave.click()
    assert not card.isVisible()


@pytest.mark.parametrize("framing", ["face", "bust", "full"])
def test_the_camera_goes_where_it_is_asked_and_stays(home, framing):
    home.lead.set_framing(framing)
    assert ("frame", framing) in home.house.player.body.asked
    assert home.house.settings.look.framing == framing


def test_every_outfit_has_a_tile_and_a_click_puts_it_on(home_in, tmp_path, qtbot):
    home = home_in(wardrobe=tmp_path / "no garments")
    home.window.open_page("wardrobe")
    drawer = home.window.pages["wardrobe"]
    assert [tile.outfit for tile in drawer.tiles] == [outfit.id for outfit in home.house.outfits]
    tile = drawer.tiles[-1]
    tile.click()
    assert tile.worn
    assert ("wear", tile.outfit) in home.house.player.body.asked
    qtbot.waitUntil(lambda: home.house.bridge.wait(home.house.mind.outfit()) == tile.outfit, timeout=QUICK)


def test_the_bond_page_tells_why(home, qtbot):
    home.talk.say("I have a cat called Momo, and I'm proud of her.")
    qtbot.waitUntil(lambda: bool(home.texts("hers")) and not home.talk.busy, timeout=QUICK)
    home.window.open_page("bond")
    page = home.window.pages["bond"]
    qtbot.waitUntil(lambda: bool(page.model.lines), timeout=QUICK)
    assert page.list.isVisible()
    assert any("Momo" in line.quote for line in page.model.lines)

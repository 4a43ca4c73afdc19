"""The page of what the two can do together: every card begins its activity in three languages; what waits is taken down."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.initiative.ring_time import outside
from desktop.play_page.offered import GROUPS, ICONS
from desktop.theme.icons import icon_path
from desktop.theme.words import table
from mind.initiative import Presence
from mind.talk.activities import NAMES
from tests.gui.test_talk_in_window import QUICK
from tests.support.talk_house import House


def said(home, qtbot, *lines):
    """The user says them; she answers each."""
    qtbot.waitUntil(lambda: not home.talk.busy, timeout=QUICK)
    for line in lines:
        many = len(home.texts("mine")) + 1
        home.talk.say(line)
        qtbot.waitUntil(lambda many=many: len(home.texts("mine")) == many and not home.talk.busy, timeout=QUICK)


def open_play(home):
    home.window.open_page("play")
    return home.window.pages["play"]


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_the_words_of_every_card_begin_what_it_names(lang):
    assert {name for names in GROUPS.values() for name in names} == set(NAMES) == set(ICONS)
    for name in NAMES:
        house = House(lang=lang, name="Sam")
        house.say({"en": "I work in a bakery", "zh": "我养了一只猫，叫豆包", "ja": "モモという猫がいます"}[lang])
        house.say(table(lang)[f"play.{name}.say"])
        assert (house.state.get("game") or {}).get("k") == name, (lang, name, house.turns[-1].text)
        assert not icon_path(ICONS[name]).isEmpty()


def test_a_card_begins_in_the_talk_and_arrows_walk_over_them(home, qtbot):
    said(home, qtbot)
    play = open_play(home)
    qtbot.waitUntil(play.cards["story"].hasFocus, timeout=QUICK)
    QTest.keyClick(play.cards["story"], Qt.Key.Key_Right)
    focused = next(card for card in play.cards.values() if card.hasFocus())
    assert focused.activity == "dice"
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert home.window.page == "talk"
    qtbot.waitUntil(lambda: len(home.texts("mine")) == 1 and not home.talk.busy, timeout=QUICK)
    kept = home.house.bridge.wait(home.house.mind._store.run(lambda uow: uow.keepsakes.get("planner")))
    assert kept["state"]["game"]["k"] == "dice"


def test_what_waits_is_shown_cancelled_put_back_and_rung_in_her_words(home, qtbot):
    said(home, qtbot, "remind me tomorrow to water the plants", "remind me in 2 seconds to stir the soup")
    play = open_play(home)
    qtbot.waitUntil(lambda: len(play.waiting.rows) == 2, timeout=QUICK)
    plants = play.waiting.rows[1]
    assert plants.name.text() == "Water the plants" and plants.when.text().startswith("Tomorrow at 9")
    plants.off.click()
    qtbot.waitUntil(lambda: len(play.waiting.rows) == 1, timeout=QUICK)
    assert "Water the plants" in home.window.toast.accessibleName()
    home.window.toast.take_back()
    qtbot.waitUntil(lambda: len(play.waiting.rows) == 2, timeout=QUICK)
    soup = play.waiting.rows[0].one
    qtbot.waitUntil(lambda: datetime.now().astimezone() > soup.due, timeout=QUICK)
    home.lead.reminders.look()
    qtbot.waitUntil(lambda: "stir the soup" in home.texts("hers")[-1].lower() and not home.talk.busy, timeout=QUICK)
    assert outside(soup) == "Mira reminds you: stir the soup"
    qtbot.waitUntil(lambda: len(play.waiting.rows) == 1, timeout=QUICK)


def test_nothing_rings_while_somebody_speaks(home, qtbot, monkeypatch):
    said(home, qtbot)
    asked = []
    monkeypatch.setattr(home.house.mind, "due", lambda *a, **k: asked.append(1))
    monkeypatch.setattr(home.lead.initiative.watch, "presence", lambda: Presence(talking=True))
    home.lead.reminders.look()
    assert asked == []

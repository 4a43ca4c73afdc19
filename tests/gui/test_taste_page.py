"""The page "How you like me": a manner in one press, a card to put right, all of it by keyboard and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.theme.words import words
from mind.domain import Person
from mind.taste.packs import packs
from tests.support.gui_clipping import clipped

QUICK = 8000


def told(home, *lines, adult=True):
    async def live():
        await home.house.mind.set_person(Person("Alex", "en", adult))
        for line in lines:
            async for _ in home.house.mind.say(line):
                pass

    home.house.bridge.wait(live(), 30)


@pytest.fixture
def page(home, qtbot):
    told(home, "fewer questions please", "I love it when we talk about books")
    home.house.changes.likings.emit()
    made = home.window.pages["taste"]
    qtbot.waitUntil(lambda: made.liking("questions") is not None and made.liking("questions").value is not None, timeout=QUICK)
    return made


def test_the_card_shows_its_reasons_and_is_put_right(home, page, qtbot):
    row = page.rows["questions"]
    assert row.choice.value == "-1" and "You said so" in row.ground.text()
    assert "books" in page.rows["topic:books"].name.text()
    page.rows["teasing"].choice.choices["1"].click()
    qtbot.waitUntil(lambda: page.liking("teasing").ground == "set", timeout=QUICK)
    assert page.liking("teasing").value == 1.0 and page.rows["teasing"].strike.isVisible()
    page.rows["questions"].strike.click()
    qtbot.waitUntil(lambda: page.liking("questions").value is None, timeout=QUICK)
    home.window.toast.take_back()
    qtbot.waitUntil(lambda: page.liking("questions").value is not None, timeout=QUICK)
    wanted = []
    page.turn_wanted.connect(wanted.append)
    QTest.keyClick(page.rows["questions"].quotes[0], Qt.Key.Key_Return)
    assert wanted == [page.liking("questions").reasons[0].turn_id] and home.window.page == "talk"
    home.window.open_page("taste")
    page.wipe_now()
    qtbot.waitUntil(lambda: page._seen is not None and not page._seen.learnt, timeout=QUICK)
    assert page.empty.isVisible() and not page.wipe.isEnabled() and "topic:books" not in page.rows


def test_arrows_and_enter_give_her_a_manner_that_is_heard_at_once(home, page, qtbot):
    qtbot.waitUntil(lambda: home.lead.bearing.manner is not None, timeout=QUICK)
    usual = home.house.speech.tone
    page.hear("literary")
    qtbot.waitUntil(lambda: len(home.voice.tones) > 0 and home.voice.tones[-1].rate < usual.rate, timeout=QUICK)
    assert abs(home.house.speech.tone.rate - usual.rate) < 0.01 and page.manner == ""
    page.first_focus()
    cards = page.shelf.cards
    for manner, key in (("", Qt.Key.Key_Down), ("gentle", Qt.Key.Key_Right), ("otome", Qt.Key.Key_Right)):
        QTest.keyClick(cards[manner], key)
    assert cards["buddy"].hasFocus()
    QTest.keyClick(cards["buddy"], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.manner == "buddy" and home.house.speech.tone.rate > usual.rate, timeout=QUICK)
    assert cards["buddy"].isChecked() and "mate" in cards["buddy"].foot.text()
    home.window.toast.take_back()
    # The mood passes meanwhile: her voice is nearly, not wholly, what it was.
    qtbot.waitUntil(lambda: page.manner == "" and abs(home.house.speech.tone.rate - usual.rate) < 0.01, timeout=QUICK)
    for lang in ("zh", "ja", "en"):
        words().speak(lang)
        assert cards["mentor"].title.text() == packs()["mentor"].names[lang]
        qtbot.waitUntil(lambda: clipped(page) == [], timeout=QUICK)


def test_romance_is_refused_to_who_is_not_known_as_an_adult(home, qtbot):
    told(home, adult=None)
    home.house.changes.likings.emit()
    page = home.window.pages["taste"]
    qtbot.waitUntil(lambda: page._seen is not None, timeout=QUICK)
    failed = []
    page.failed.connect(failed.append)
    page.shelf.cards["otome"].click()
    assert len(failed) == 1 and page.manner == "" and not page.shelf.cards["otome"].isChecked()
    assert page.shelf.cards["otome"].bar.isVisible()

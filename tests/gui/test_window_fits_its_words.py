"""No clipped word on any page, in any language, at any size the design names."""

from __future__ import annotations

import shutil
from datetime import datetime
from itertools import pairwise

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from desktop.conversation.turn_times import MARKS, TurnTimes
from desktop.theme.theme import theme
from desktop.theme.words import words
from mind.domain import BondEvent
from mind.events import FaultShown, Notice
from tests.support.gui_clipping import clipped
from tests.support.gui_house import settled
from tests.support.voice_model import FOLDER
from voice.devices.faults import NamedInputFault
from voice.errors import ModelFault
from voice.models import KNOWN

SIZES = [(1280, 800, 100), (900, 600, 100), (420, 800, 100), (1280, 800, 200), (960, 640, 200)]


def pages_of(window):
    for page in ("talk", "memory", "bond", "taste", "wardrobe", "photo", "settings", "first_run"):
        window.open_page(page)
        QTest.qWait(1)
        if page == "settings":
            for section in ("brain", "voice", "hearing", "devices", "memory", "together", "look"):
                window.pages[page].show_section(section)
                yield f"settings {section}"
        elif page == "first_run":
            for step in range(3):
                window.pages[page].go(step)
                yield f"first run {step + 1}"
        else:
            yield page


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_no_word_is_clipped(home_in, qtbot, lang, width, height, scale):
    home = home_in(settled(lang, text_scale=scale), size=(width, height))
    faults = []
    for name in pages_of(home.window):
        QTest.qWait(1)
        faults += [f"{name}: {fault}" for fault in at_rest(home.window)]
    assert faults == []


def at_rest(window):
    """What is cut once the window has come to rest: words from the mind come a moment after their page, and lay it out anew."""
    found = clipped(window)
    for _ in range(40):
        if not found:
            break
        QTest.qWait(50)
        found = clipped(window)
    return found


def happen(uow, events):
    uow.ledger.apply(events, datetime.now().astimezone(), None)
    uow.commit()


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
@pytest.mark.parametrize("width", [1280, 420])
def test_no_cause_and_no_fault_is_clipped(home_in, qtbot, lang, width):
    home = home_in(settled(lang), size=(width, 800))
    quote = "I am proud of how it went and I do not say that often, not even to my sister."
    events = [BondEvent("disclose", quote), BondEvent("insult", quote, confirmed=True)]
    home.house.bridge.wait(home.house.mind._store.run(lambda uow: happen(uow, events)))
    home.window.open_page("bond")
    page = home.window.pages["bond"]
    qtbot.waitUntil(lambda: page.mend.isVisible(), timeout=5000)
    qtbot.waitUntil(lambda: clipped(home.window) == [], timeout=5000)
    home.window.open_page("talk")
    fault = FaultShown("brain", "brain.example.org refused the key (401).", "Check the key and test again.")
    home.window.talk.show_fault(fault, 1)
    home.window.talk.show_crisis(Notice("crisis", "You matter. Let's get a person with you.", quote, "en", (quote, "Call 988")))
    QTest.qWait(1)
    assert clipped(home.window) == []


@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 800, 200), (1100, 640, 200), (900, 600, 100), (1280, 800, 100)])
def test_no_page_of_the_rail_lies_over_another(home_in, width, height, scale):
    rail = home_in(settled(text_scale=scale), size=(width, height)).window.rail
    items = sorted(rail.items.values(), key=lambda item: item.y())
    assert all(above.geometry().bottom() < below.y() for above, below in pairwise(items))
    assert items[-1].geometry().bottom() < rail.height()


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_the_line_that_says_who_hears_is_whole_at_the_largest_text_in_the_narrowest_window(home_in, lang):
    settings = settled(lang, text_scale=200)
    settings.brain.url = "https://brain.example.org/v1"
    line = home_in(settings, size=(420, 800)).window.talk.ai_line
    QTest.qWait(1)
    assert line.lines(line.width()) >= 2
    assert line.height() >= line.lines(line.width()) * QFontMetrics(theme().font("caption")).lineSpacing()


@pytest.mark.parametrize(
    ("lang", "width", "height", "scale"),
    [("en", 420, 800, 100), ("ja", 420, 800, 100), ("zh", 1280, 800, 200), ("en", 1280, 800, 100), ("ja", 900, 600, 100)],
)
def test_listening_fits_in_all_its_states(home_in, qtbot, lang, width, height, scale):
    settings = settled(lang, text_scale=scale)
    settings.hearing.mode, settings.hearing.latency = "wake", True
    home = home_in(settings, size=(width, height))
    home.window.open_page("settings")
    page = home.window.pages["settings"]
    page.show_section("hearing")
    hearing = page.sections["hearing"]
    shutil.copytree(FOLDER, home.house.folder / "models" / KNOWN[lang])
    hearing.wake.pen.setText("Mira, Zorblax, tee")
    hearing.wake.keep()
    qtbot.waitUntil(lambda: len(hearing.wake.lines) == 3, timeout=30_000)
    hearing.engine.choice.choices["server"].click()
    hearing.engine.server.address.setText("http://speech.example.org/v1")
    hearing.test.show_fault(NamedInputFault("busy", "USB Audio Device, Mono"))
    row = list(hearing.model.rows.values())[-1]
    row.show_progress(12_000_000, 48_000_000)
    row.fetch.cancel()
    row.fail(ModelFault("models.example.org answered 503 Service Unavailable.", kind="speech-model-download"))
    assert at_rest(home.window) == []
    page.show_section("devices")
    devices = page.sections["devices"]
    devices.tell("hearing.device.came", "USB Audio Device, Mono")
    assert at_rest(home.window) == []
    home.window.open_page("talk")
    marks = {name: at / 10 for at, name in enumerate(MARKS)}
    home.lead.latency.card.tell(TurnTimes(marks=marks), words()("latency.endpoint", seconds="0.9", patience="…"))
    home.window.talk.composer.review.hear("Heard, and waiting to be looked over")
    assert at_rest(home.window) == []
    home.window.talk.composer.review.drop()
    home.house.hearing.failed.emit(NamedInputFault("busy", "USB Audio Device, Mono"))
    assert at_rest(home.window) == []


def test_the_check_finds_a_clipped_button(home):
    send = home.window.talk.list.new_words
    send.setText("Words that are far too long for this")
    send.setVisible(True)
    send.resize(60, 32)
    assert clipped(home.window)

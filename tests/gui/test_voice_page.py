"""How she sounds: voices are tried and chosen for each character, and every source of them tells how it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.conversation.engine_setup import voice_of
from desktop.conversation.voice_address import address_of, read_address
from desktop.settings import load_settings
from desktop.theme.words import words
from mind.events import Sentence
from tests.support.gui_clipping import clipped
from tests.support.gui_house import settled
from tests.support.speech_server import SpeechServer, refuses, speaks
from voice.engines import EngineSetup
from voice.errors import OutputFault, SynthesisFault
from voice.output.silent import SilentOut
from voice.ports import EngineVoice
from voice.speaker import Speaker

QUICK = 8000
LANGS = ("en", "de", "fr", "zh", "ja", "sv", "pl")
MANY = [EngineVoice("pyttsx3", f"sys/{index}", f"Voice {index:03}", (LANGS[index % 7],), "woman") for index in range(131)]


def listing(found: dict[str, list[EngineVoice]]) -> Callable[[str, EngineSetup], list[EngineVoice]]:
    """What each engine has; no child process is started."""
    return lambda engine, setup: found.get(engine, [])


def page_of(home: Any) -> Any:
    home.window.open_page("settings")
    home.window.pages["settings"].show_section("voice")
    return home.window.pages["settings"].sections["voice"]


@pytest.fixture
def home(home_in):
    """A house whose system has 131 voices."""
    return home_in(voices=listing({"pyttsx3": MANY}))


def spoken(home: Any) -> str:
    """The address with which the next sentence of a reply would be said."""
    home.house.speech.begin()
    home.house.speech.say(Sentence(0, "A sentence.", "en"))
    voice = home.voice
    handle = voice.waiting[-1] if voice.waiting else voice.now
    return handle.delivery.voice


# --- of whom


def test_the_page_is_about_who_stands_on_the_stage(home):
    page = page_of(home)
    assert page.title.text() == "How she sounds"
    assert [card.choice.name() for card in page.shelf.cards[:3]] == ["Linden", "Wren", "Willow"]
    assert page.shelf.cards[0].isChecked()
    home.house.settings.look.avatar = "kai"
    home.house.changes.avatar.emit()
    assert page.title.text() == "How he sounds"
    assert [card.choice.name() for card in page.shelf.cards[:3]] == ["Alder", "Rowan", "Cedar"]
    assert page.shelf.cards[0].isChecked()


def test_another_body_speaks_with_its_own_voice_at_once(home):
    page = page_of(home)
    page.shelf.cards[1].click()
    page.feeling.setValue(0)
    mira = read_address(spoken(home))
    home.house.settings.look.avatar = "kai"
    home.house.changes.avatar.emit()
    kai = read_address(spoken(home))
    assert (mira.voice, kai.voice) == ("en-us+Andrea", "en-us+Nguyen")
    assert page.feeling.factor == pytest.approx(1.0, abs=0.02)
    page.shelf.cards[2].click()
    home.house.settings.look.avatar = "mira"
    home.house.changes.avatar.emit()
    assert read_address(spoken(home)) == mira
    assert page.feeling.factor == 0
    kept = load_settings(home.house.folder).voice
    assert (kept.of("mira").voice, kept.of("kai").voice) == ("en-us+Andrea", "en-us+rob")
    assert (kept.of("mira").feeling, kept.of("kai").feeling) == (0, 1)


def test_the_voice_of_ours_that_is_set_is_the_same_person_in_another_language(home_in):
    home = home_in(settled("ja"), voices=listing({}))
    voice = home.house.voice
    voice.engine, voice.voice = "espeak", "en-us+Andrea"
    home.house.keep_voice(voice)
    assert [card.isChecked() for card in page_of(home).shelf.cards[:3]] == [False, True, False]


# --- trying and choosing


def test_a_voice_is_tried_without_being_chosen(home, qtbot):
    page = page_of(home)
    before = home.house.voice
    home.voice.at_once = False
    card = page.shelf.cards[1]
    assert card.play.accessibleName() == "Hear Wren"
    card.play.click()
    qtbot.waitUntil(lambda: card.play.state == "sounding", timeout=QUICK)
    assert card.play.accessibleName() == "Stop Wren"
    assert read_address(home.voice.now.delivery.voice) == address_of("espeak", "en-us+Andrea", alone=True)
    assert home.house.voice == before and not card.isChecked()
    assert home.texts("hers") == []
    card.play.click()
    assert card.play.state == "" and not home.voice.busy
    assert home.voice.said == [words()("voice.sample")]


def test_a_trial_ends_by_itself_and_by_escape(home, qtbot):
    page = page_of(home)
    page.shelf.cards[0].play.click()
    qtbot.waitUntil(lambda: home.voice.said and page.shelf.cards[0].play.state == "", timeout=QUICK)
    home.voice.at_once = False
    page.shelf.cards[2].play.click()
    qtbot.waitUntil(lambda: page.shelf.cards[2].play.state == "sounding", timeout=QUICK)
    home.lead.escape()
    assert page.shelf.cards[2].play.state == ""
    assert home.window.page == "settings"


def test_a_trial_ends_what_she_says_and_leaves_no_trace_in_the_talk(home, qtbot):
    home.voice.at_once = False
    home.talk.say("Tell me something about the harbour, please.")
    qtbot.waitUntil(lambda: home.voice.now is not None, timeout=QUICK)
    home.voice.play_to(0.4)
    page = page_of(home)
    page.shelf.cards[1].play.click()
    qtbot.waitUntil(lambda: page.shelf.cards[1].play.state == "sounding", timeout=QUICK)
    heard = home.texts("hers")
    home.lead.escape()
    qtbot.waitUntil(lambda: not home.talk.busy, timeout=QUICK)
    assert home.texts("hers") == heard
    assert all(words()("voice.sample") not in text for text in heard)


def test_choosing_during_a_reply_lets_it_go_on(home, qtbot):
    home.voice.at_once = False
    home.talk.say("Tell me something about the harbour, please.")
    qtbot.waitUntil(lambda: home.voice.now is not None, timeout=QUICK)
    stopped = home.voice.stopped
    page = page_of(home)
    page.shelf.cards[1].click()
    assert home.voice.now is not None and home.voice.stopped == stopped
    assert page.shelf.cards[1].isChecked()


def test_a_voice_that_is_off_says_so_when_it_is_tried(home, qtbot):
    home.lead.set_muted(True)
    page = page_of(home)
    home.voice.at_once = False
    page.shelf.cards[0].play.click()
    qtbot.waitUntil(page.quiet.isVisible, timeout=QUICK)
    page.quiet.buttons()[0].click()
    assert not home.voice.muted and not page.quiet.isVisible()


def test_cards_and_their_buttons_work_by_keys(home, qtbot):
    page = page_of(home)
    home.voice.at_once = False
    first, second = page.shelf.cards[:2]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert first.play.hasFocus()
    QTest.keyClick(first.play, Qt.Key.Key_Tab)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert second.isChecked()
    assert second.accessibleName().startswith("Wren. ")
    page.system.head.setFocus()
    QTest.keyClick(page.system.head, Qt.Key.Key_Return)
    assert page.system.is_open
    assert page.system.head.accessibleName().startswith("Voices of this computer: close")


# --- a long list


def test_a_long_list_is_searched_by_language_and_words(home, qtbot):
    page = page_of(home)
    page.system.head.click()
    qtbot.waitUntil(lambda: bool(page.system.choices), timeout=QUICK)
    finder = page.system.finder
    assert finder.language.value == "en"
    assert all(card.choice.langs == ("en",) for card in finder.shelf.cards)
    assert len(finder.shelf.cards) == 6 and finder.rest.isVisible()
    finder.rest.click()
    assert len(finder.shelf.cards) == sum(voice.langs == ("en",) for voice in MANY)
    finder.language.setCurrentIndex(finder.language.findData(""))
    finder.search.setText("voice 10")
    assert len(finder.shelf.cards) == 6
    assert all("10" in card.choice.called for card in finder.shelf.cards)
    finder.search.setText("nobody")
    assert finder.shelf.cards == [] and "No voice" in finder._none.text()


def test_a_voice_of_the_system_is_chosen_from_the_list_and_stands_on_the_shelf(home, qtbot):
    page = page_of(home)
    page.system.head.click()
    qtbot.waitUntil(lambda: bool(page.system.choices), timeout=QUICK)
    card = page.system.finder.shelf.cards[2]
    card.click()
    assert (home.house.voice.engine, home.house.voice.voice) == ("pyttsx3", card.choice.voice)
    chosen = [each for each in page.shelf.cards if each.isChecked()]
    assert [each.choice.name() for each in chosen] == [card.choice.called]


def test_a_list_that_cannot_be_had_says_why(home_in, qtbot):
    def fails(engine: str, setup: EngineSetup) -> list[EngineVoice]:
        raise SynthesisFault("The system's voices do not answer.", "Try again later.")

    page = page_of(home_in(voices=fails))
    page.system.head.click()
    qtbot.waitUntil(lambda: "do not answer" in page.system.state.text(), timeout=QUICK)
    assert page.system.state.isVisible()


# --- sliders, loudspeaker, lips


def test_sliders_are_words_and_count_from_the_next_sentence(home):
    page = page_of(home)
    for slider, name in page._sliders:
        slider.setValue(100)
        assert getattr(home.house.voice, name) == pytest.approx(slider.factor, abs=0.001)
        assert slider.accessibleDescription() == slider.word()
    home.house.speech.begin()
    home.house.speech.say(Sentence(0, "Hello.", "en"))
    assert home.voice.waiting[-1].delivery.rate == pytest.approx(1.6, rel=0.2)


def test_pitch_rests_where_a_voice_has_its_own(home):
    page = page_of(home)
    voice = home.house.voice
    voice.engine, voice.voice = "neural", "some-pack"
    home.house.keep_voice(voice)
    home.house.changes.tuning.emit()
    assert not page.pitch.isEnabled()
    assert page.pitch_row.help.text() == words()("voice.pitch_fixed")


def test_the_tone_is_played_and_told_in_words(home_in, qtbot):
    page = page_of(home_in(voices=listing({}), out=lambda device, on_fault: SilentOut()))
    page.speakers.play_tone.click()
    assert page.speakers.play_tone.text() == words()("voice.stop_tone")
    qtbot.waitUntil(lambda: page.speakers.result.text() == words()("voice.tone_played"), timeout=QUICK)
    assert not page.speakers.tone.playing


def test_a_loudspeaker_that_is_not_there_is_named_beside_its_test(home_in, qtbot):
    def broken(device: str, on_fault: Callable[[OutputFault], None]) -> SilentOut:
        on_fault(OutputFault("No loudspeaker was found.", "Connect one."))
        return SilentOut()

    page = page_of(home_in(voices=listing({}), out=broken))
    page.speakers.play_tone.click()
    qtbot.waitUntil(lambda: not page.speakers.tone.playing, timeout=QUICK)
    assert page.speakers.result.text() == "No loudspeaker was found. Connect one."


def test_lips_tell_their_offset_and_lead_to_the_calibration(home, qtbot):
    home.house.settings.voice.lip_offset_ms = 40
    page = page_of(home)
    assert "40" in page.lips_row.help.text()
    with qtbot.waitSignal(home.house.changes.calibration, timeout=QUICK):
        page.lips.click()


# --- a speech server


@pytest.fixture
def real(home_in):
    """A house whose voices are real, heard by nobody; `home` as a test wants it."""

    def voice(folder: Any, settings: Any) -> Callable[..., Speaker]:
        return lambda **told: Speaker(voice_of(folder, settings, lambda: settings.look.avatar), SilentOut(), **told)

    return lambda **more: home_in(voice=voice, **more)


def test_a_server_is_connected_its_voices_tried_and_one_chosen(real, qtbot):
    with SpeechServer(speaks(), voices={"voices": ["nova", "onyx"]}) as server:
        home = real()
        page = page_of(home)
        page.serving.head.click()
        page.server.address.setText(server.url)
        assert page.server.where.where.key == "here"
        page.server.model.setText("small")
        page.server.key.setText("key-of-a-test")
        page.server.connect_it.click()
        qtbot.waitUntil(lambda: len(page.server.finder.shelf.cards) == 2, timeout=QUICK)
        assert "2 voices" in page.server.result.title.text()
        card = page.server.finder.shelf.cards[0]
        card.play.click()
        qtbot.waitUntil(lambda: card.play.state == "sounding", timeout=QUICK)
        home.house.trial.stop()
        said = [each for each in server.requests if each.method == "POST"]
        assert said[-1].body["voice"] == "nova" and said[-1].headers["Authorization"] == "Bearer key-of-a-test"
        card.click()
        assert (home.house.voice.engine, home.house.voice.voice) == ("server", "nova")
        assert "key-of-a-test" not in (home.house.folder / "settings.toml").read_text()
        page.server.leave.click()
        assert (home.house.voice.engine, home.house.settings.voice.server_url) == ("auto", "")


def test_a_voice_that_fails_is_told_beside_its_card_and_her_own_speaks(real, qtbot):
    with SpeechServer(refuses(500, "out of order"), voices=["nova"]) as server:
        home = real()
        home.house.settings.voice.server_url = server.url
        page = page_of(home)
        page.serving.head.click()
        qtbot.waitUntil(lambda: bool(page.server.finder.shelf.cards), timeout=QUICK)
        card = page.server.finder.shelf.cards[0]
        card.play.click()
        qtbot.waitUntil(page.fault.isVisible, timeout=QUICK)
        assert "Nova" in page.fault.title.text() or "nova" in page.fault.title.text()
        assert card.note.text() == words()("voice.did_not_speak") and card.play.state == ""
        assert not home.window.talk.banner.isVisible()
        home.house.speech.stop()
        card.click()
        qtbot.waitUntil(lambda: home.house.trial.state == "" and page.fault.isVisible(), timeout=QUICK)
        assert "Linden" in page.fault.note.text()
        home.house.speech.begin()
        home.house.speech.say(Sentence(0, "Still here.", "en"))
        qtbot.waitUntil(lambda: home.house.speech.speaking and home.house.speech.voice.speaking, timeout=QUICK)
        home.house.speech.stop()
        home.house.settings.look.avatar = "kai"
        home.house.changes.avatar.emit()
        assert not page.fault.isVisible()


def test_a_server_that_does_not_answer_changes_nothing(real, qtbot):
    with SpeechServer() as server:
        gone = server.url
    home = real()
    page = page_of(home)
    page.serving.head.click()
    page.server.address.setText(gone)
    page.server.connect_it.click()
    qtbot.waitUntil(lambda: page.server.connect_it.isEnabled(), timeout=QUICK)
    assert home.house.settings.voice.server_url == ""
    assert "127.0.0.1" in page.server.result.title.text()
    assert words()("voice.server.unchanged") in page.server.result.note.text()


@pytest.mark.parametrize(
    ("address", "key", "warns"),
    [
        ("http://127.0.0.1:8880/v1", "here", False), ("localhost:8880", "here", False),
        ("https://speech.example.org/v1", "away", False), ("speech.example.org", "away", False),
        ("http://speech.example.org/v1", "open", True), ("http://192.168.1.20:8880", "open_near", True),
        ("https://nas.local", "near", False),
    ],
)  # fmt: skip
def test_where_her_words_go_is_said_while_the_address_is_written(home, address, key, warns):
    page = page_of(home)
    page.serving.head.click()
    page.server.address.setText(address)
    where = page.server.where.where
    assert (where.key, where.warns) == (key, warns)
    assert where.host in page.server.where.text.text() or key == "here"


def test_the_line_under_the_composer_names_the_server_that_speaks(home):
    home.house.settings.voice.server_url = "https://speech.example.org/v1"
    voice = home.house.voice
    voice.engine, voice.voice = "server", "nova"
    home.house.keep_voice(voice)
    home.house.changes.tuning.emit()
    line = home.window.talk.ai_line
    assert "speech.example.org" in line.text
    home.house.settings.brain.url = "https://brain.example.org/v1"
    home.house.changes.brain.emit()
    line.use(home.house.settings.brain.url)
    assert "brain.example.org" in line.text and "speech.example.org" in line.text
    home.house.settings.look.avatar = "kai"
    home.house.changes.avatar.emit()
    assert "speech.example.org" not in line.text


# --- no clipped word


@pytest.mark.parametrize(
    ("lang", "width", "height", "scale"),
    [
        ("en", 420, 800, 100), ("zh", 420, 800, 100), ("ja", 420, 800, 100), ("en", 900, 600, 100),
        ("en", 1280, 800, 200), ("zh", 1280, 800, 200), ("ja", 1280, 800, 200),
    ],
)  # fmt: skip
def test_no_word_is_clipped_with_everything_open(home_in, qtbot, lang, width, height, scale):
    home = home_in(settled(lang, text_scale=scale), size=(width, height), voices=listing({"pyttsx3": MANY}))
    page = page_of(home)
    for fold in (page.natural, page.system, page.built, page.serving):
        fold.head.click()
    qtbot.waitUntil(lambda: bool(page.system.choices), timeout=QUICK)
    page.server.address.setText("http://speech.example.org/v1")
    page.fault.tell(words()("voice.could_not", name="Nova"), "speech.example.org: 500 out of order.")
    QTest.qWait(1)
    for _ in range(40):
        found = clipped(home.window)
        if not found:
            break
        QTest.qWait(50)
    assert found == []

"""The pages of listening: when, by which name, how patiently, with which model or server, through what."""

from __future__ import annotations

import hashlib
import io
import shutil
import zipfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import desktop.conversation.model_fetch as model_fetch
import desktop.hearing_page.device_lists as device_lists
import desktop.hearing_page.echo_row as echo_row
import desktop.hearing_page.model_shelf as model_shelf
from desktop.hearing_page.device_lists import offered
from desktop.hearing_page.wake_panel import names_in
from desktop.settings import load_settings
from desktop.theme.words import words
from tests.support.gui_ear import ScriptedEar
from tests.support.gui_house import settled
from tests.support.transcription_server import TranscriptionServer, writes
from tests.support.voice_model import FOLDER
from tests.support.voice_server import ModelServer
from voice.errors import VoiceError
from voice.models import KNOWN, OfficialModel

QUICK = 30_000
NAME = KNOWN["en"]


def page(home, name="hearing"):
    home.window.open_page("settings")
    home.window.pages["settings"].show_section(name)
    return home.window.pages["settings"].sections[name]


def installed(home, name=NAME):
    shutil.copytree(FOLDER, home.house.folder / "models" / name)


# --- when, and by which name


def test_the_way_to_listen_is_chosen_by_arrows_kept_and_told_at_the_microphone(home_in):
    home = home_in(ear=ScriptedEar)
    section = page(home)
    assert home.window.stage.pill.word == words()("hearing.state.push", call=words()("hearing.key.space"))
    section.mode.cards["hold"].setFocus()
    QTest.keyClick(section.mode.cards["hold"], Qt.Key.Key_Right)
    kept = load_settings(home.house.folder).hearing
    assert (kept.mode, kept.hold) == ("push", False)
    assert home.window.stage.pill.word == words()("hearing.state.toggle", call=words()("hearing.key.space"))
    section.mode.cards["wake"].click()
    assert load_settings(home.house.folder).hearing.mode == "wake"
    assert section.wake_row.isVisible()
    home.house.hearing.start()
    ScriptedEar.last.calls.attention.always = False
    home.house.hearing.tick()
    assert home.window.stage.mic.state == "wake"
    assert "hey Mira" in home.window.stage.pill.word
    words().speak("ja")
    assert words().her in home.window.stage.pill.word
    ScriptedEar.last.calls.attention.always = True
    home.house.hearing.tick()
    assert home.window.stage.mic.state == "listening"


def test_a_name_is_judged_by_the_model_and_another_is_taken_instead(home_in, qtbot):
    settings = settled()
    settings.hearing.mode = "wake"
    home = home_in(settings)
    installed(home)
    wake = page(home).wake
    wake.pen.setText("Mira, tee")
    wake.keep()
    qtbot.waitUntil(lambda: len(wake.lines) == 2, timeout=QUICK)
    assert [line.verdict.heard for line in wake.lines] == [True, False]
    other = wake.lines[1].verdict.closest[0]
    wake.lines[1].wanted.emit("tee", other)
    assert load_settings(home.house.folder).hearing.wake_names == ["Mira", other]
    qtbot.waitUntil(lambda: all(line.verdict.heard for line in wake.lines), timeout=QUICK)


def test_names_may_be_parted_by_the_commas_of_any_language():
    assert names_in("Mira，米拉、ミラ; Mira") == ["Mira", "米拉", "ミラ"]


# --- the try


def test_a_try_shows_words_and_when_the_end_was_noticed_and_says_nothing_to_her(home_in, qtbot):
    home = home_in(ear=ScriptedEar)
    test = page(home).test
    test.mic.click()
    ear = ScriptedEar.last
    assert ear.open
    ear.tell.on_level(0.6)
    assert test.mic.state == "hearing"
    ear.says("tea first please", ended=10.0, decided=10.31)
    assert "tea first please" in test.title.text()
    assert "0.3" in test.ended.text() and words()("hearing.try.ended_fast") in test.ended.text()
    ear.tell.on_wake("mira")
    assert "hey Mira" in test.title.text()
    home.window.open_page("talk")
    assert not ear.open
    assert home.texts("mine") == []


# --- over her voice


def test_the_part_that_cancels_echo_is_added_on_request_and_its_failure_is_told(home, qtbot, monkeypatch):
    here = []
    monkeypatch.setattr(echo_row, "webrtc_here", lambda: bool(here))
    faults = [VoiceError("No network.", "Try again."), None]

    def install(_):
        fault = faults.pop(0)
        if fault:
            raise fault
        here.append(True)

    monkeypatch.setattr(echo_row, "install_packages", install)
    section = page(home)
    assert section.echo.more.isVisible()
    assert section.echo.now.text() == words()("hearing.echo.gate")
    section.echo.more.get.click()
    qtbot.waitUntil(section.echo.more.fault.isVisible, timeout=QUICK)
    assert "No network." in section.echo.more.fault.text()
    section.echo.more.get.click()
    qtbot.waitUntil(lambda: not section.echo.more.isVisible(), timeout=QUICK)
    section.refresh()
    assert section.echo.now.text() == words()("hearing.echo.cancelling")
    section.barge_in.click()
    assert section.echo.now.text() == words()("hearing.echo.unused")
    assert not section.echo.choice.isEnabled()


# --- models


@pytest.fixture
def shop(monkeypatch):
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as file:
        for path in FOLDER.rglob("*"):
            if path.is_file():
                file.writestr(f"{NAME}/{path.relative_to(FOLDER).as_posix()}", path.read_bytes())
    data = into.getvalue()
    with ModelServer() as server:
        server.files[f"/{NAME}.zip"] = data
        model = OfficialModel(NAME, "en", server.url(f"/{NAME}.zip"), len(data), hashlib.md5(data).hexdigest())
        monkeypatch.setattr(model_fetch, "official_models", lambda: [model])
        yield server


def test_a_model_breaks_off_goes_on_is_verified_chosen_and_removed_after_one_question(home, qtbot, monkeypatch, shop):
    section = page(home)
    row = section.model.rows[NAME]
    shop.cut_after = 20_000
    row.deed.click()
    qtbot.waitUntil(lambda: row.state == "paused", timeout=QUICK)
    assert row.fault.isVisible() and NAME in row.fault.text()
    shop.cut_after = None
    row.deed.click()
    qtbot.waitUntil(lambda: row.state == "here" and row.used, timeout=4 * QUICK)
    assert shop.ranges == ["bytes=20000-"]
    assert words()("hearing.model.verified") in row.note.text()
    assert load_settings(home.house.folder).hearing.models == {"en": NAME}
    monkeypatch.setattr(model_shelf, "ask", lambda *_, **values: "English" in str(values["name"]))
    row.remove.click()
    assert section.model.rows[NAME].state == "absent"
    assert load_settings(home.house.folder).hearing.models == {}
    assert not (home.house.folder / "models" / NAME).exists()


def test_a_download_can_be_given_up_and_leaves_nothing(home, qtbot, shop):
    row = page(home).model.rows[NAME]
    shop.cut_after = 20_000
    row.deed.click()
    qtbot.waitUntil(lambda: row.state == "paused", timeout=QUICK)
    assert row.drop.isVisible()
    row.drop.click()
    qtbot.waitUntil(lambda: row.state == "absent", timeout=QUICK)
    assert not list((home.house.folder / "models").glob("*.zip*"))


def test_a_folder_chosen_by_hand_is_used_and_one_without_a_model_is_refused_by_name(home, tmp_path):
    section = page(home)
    (tmp_path / "empty").mkdir()
    section.model.try_folder(tmp_path / "empty")
    assert section.model.fault.isVisible() and "empty" in section.model.fault.title.text()
    section.model.try_folder(FOLDER)
    row = section.model.rows[str(FOLDER)]
    assert row.used and words()("hearing.model.verified_hand") in row.note.text()
    row.remove.click()
    assert FOLDER.is_dir() and str(FOLDER) not in section.model.rows


# --- a server


def test_a_server_listens_only_once_it_answered_and_the_line_names_it(home, qtbot):
    section = page(home)
    section.engine.choice.choices["server"].click()
    assert home.house.settings.hearing.engine == "vosk"
    panel = section.engine.server
    with TranscriptionServer(writes("")) as server:
        panel.address.setText(server.url)
        panel.check_it.click()
        qtbot.waitUntil(lambda: home.house.settings.hearing.engine == "server", timeout=QUICK)
        assert "127.0.0.1" in section.lead.text()
    panel.address.setText("speech.example.org")
    assert panel.where.where.key == "away" and "speech.example.org" in panel.where.text.text()
    home.window.talk.ai_line.hear_by("https://speech.example.org/v1")
    assert "speech.example.org" in home.window.talk.ai_line.text
    panel.leave_it.click()
    assert home.house.settings.hearing.engine == "vosk"
    assert "example" not in home.window.talk.ai_line.text


def test_a_server_that_does_not_understand_changes_nothing(home, qtbot):
    panel = page(home).engine.server
    with TranscriptionServer(writes({"not": "a text"})) as server:
        panel.address.setText(server.url)
        panel.check()
        qtbot.waitUntil(panel.check_it.isEnabled, timeout=QUICK)
    assert words()("hearing.server.unchanged") in panel.result.note.text()
    assert home.house.settings.hearing.server_url == ""


# --- devices


def test_the_lists_follow_what_is_plugged_in_and_out(home, monkeypatch):
    found = [("a", "Built-in")]
    monkeypatch.setattr(device_lists, "microphone_names", lambda: list(found))
    monkeypatch.setattr(device_lists, "loudspeaker_names", list)
    section = page(home, "devices")
    select = section.microphone.select
    assert [select.itemText(at) for at in range(select.count())] == ["Follow the system (Built-in)", "Built-in"]
    assert section.no_speaker.isVisible() and not section.no_microphone.isVisible()
    found.append(("b", "USB Audio"))
    section.lists.look()
    assert select.count() == 3 and "USB Audio" in section.news.text()
    select.setCurrentIndex(2)
    assert load_settings(home.house.folder).hearing.device == "b"
    del found[1]
    section.lists.look()
    assert select.value == "b" and "not here" in select.currentText()


def test_a_chosen_device_that_is_away_stays_chosen():
    rows = offered([("a", "Built-in")], "b", "system", "system ({device})", "{device} (away)")
    assert rows == [("", "system (Built-in)"), ("a", "Built-in"), ("b", "b (away)")]
    assert offered([], "", "system", "", "") == [("", "system")]

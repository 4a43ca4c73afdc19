"""What keeps her from hearing is told by its cause: at the microphone, on the page, and not longer than it lasts."""

from __future__ import annotations

import shutil
from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import desktop.window.microphone as microphone
from desktop.conversation.ear_making import ear_maker, model_for, what_is_wrong
from desktop.hearing_page.told import cause_of
from desktop.settings import Settings
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.push import Push
from tests.support.gui_ear import ScriptedEar
from tests.support.gui_house import settled
from tests.support.voice_model import FOLDER
from voice.devices.faults import NamedInputFault
from voice.errors import ModelFault


def damaged(folder, name):
    """A model without its heart."""
    made = shutil.copytree(FOLDER, folder / "models" / name)
    (made / "am/final.mdl").unlink()
    return made


def made_by_model(folder, settings, lang):
    """Ears where a real house would have some."""
    return ScriptedEar if ear_maker(folder, settings, lang) is not None else None


def test_what_is_wrong_is_told_of_the_model_that_should_listen(tmp_path):
    settings = Settings()
    assert what_is_wrong(tmp_path, settings, "en") is None, "nothing is here: nothing is wrong with it"
    damaged(tmp_path, "vosk-model-small-en-us-0.15")
    broken = what_is_wrong(tmp_path, settings, "en")
    assert model_for(tmp_path, settings, "en") is None
    assert broken is not None and "am/final.mdl" in broken.message and broken.kind == "speech-model"
    shutil.copytree(FOLDER, tmp_path / "models" / "vosk-model-small-ja-0.22")
    foreign = what_is_wrong(tmp_path, settings, "zh")
    assert foreign is not None and foreign.kind == "speech-model-language"
    assert what_is_wrong(tmp_path, settings, "ja") is None
    settings.hearing.models = {"ja": str(tmp_path / "gone")}
    gone = what_is_wrong(tmp_path, settings, "ja")
    assert gone is not None and "gone" in gone.message, "another one listens, and the chosen one is still missed"
    assert model_for(tmp_path, settings, "ja") == tmp_path / "models" / "vosk-model-small-ja-0.22"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_damaged_or_foreign_model_is_named_at_the_microphone_and_on_the_page(home_in, tmp_path, lang):
    damaged(tmp_path / "data", "vosk-model-small-en-us-0.15")
    home = home_in(settings=settled(lang))
    home.house.makers = replace(home.house.makers, ear=made_by_model)
    home.house.open_ears()
    fault = home.house.no_ears()
    if lang == "zh":
        shutil.copytree(FOLDER, tmp_path / "data/models/vosk-model-small-ja-0.22")
        fault = home.house.no_ears()
    assert fault is not None
    QTest.keyClick(home.window, Qt.Key.Key_F8)
    banner = home.window.talk.banner
    assert banner.isVisible() and (banner.title.text(), banner.note.text()) == cause_of(fault)
    banner.buttons()[0].click()
    shelf = home.window.pages["settings"].sections["hearing"].model
    assert shelf.wrong.isVisible() and shelf.wrong.title.text() == cause_of(fault)[0] and not shelf.wrong.buttons()
    shutil.rmtree(tmp_path / "data/models")
    shelf.refresh()
    assert not shelf.wrong.isVisible()


def test_a_chosen_folder_that_is_no_model_any_more_can_be_let_go_where_it_is_told(home_in, tmp_path):
    own = damaged(tmp_path, "own")
    settings = settled()
    settings.hearing.models = {"en": str(own)}
    home = home_in(settings=settings)
    home.window.open_page("settings")
    home.window.pages["settings"].show_section("hearing")
    shelf = home.window.pages["settings"].sections["hearing"].model
    assert shelf.wrong.isVisible() and str(own) in shelf.wrong.title.text()
    shelf.wrong.buttons()[0].click()
    assert not shelf.wrong.isVisible() and home.house.settings.hearing.models == {}


def test_what_was_wrong_with_the_sound_does_not_outlive_the_press_but_a_microphone_that_is_gone_does(home_in):
    home = home_in(ear=ScriptedEar)
    mic = home.window.stage.mic
    home.house.hearing.hold()
    ScriptedEar.last.tell.on_fault(NamedInputFault("zeros"))
    assert mic.state == "muted"
    assert "()" not in home.window.talk.banner.title.text() and words()("hearing.cause.unnamed") not in (
        home.window.talk.banner.title.text()
    )
    home.house.hearing.off()
    assert mic.state == "push"
    assert home.window.stage.pill.word == words()("hearing.state.push", call=words()("hearing.key.space"))
    home.house.hearing.hold()
    ScriptedEar.last.tell.on_fault(NamedInputFault("lost", "Headset"))
    home.house.hearing.off()
    assert mic.state == "lost" and "Headset" in home.window.talk.banner.title.text()


def test_a_key_that_repeats_does_not_end_a_sentence(home_in, monkeypatch):
    monkeypatch.setattr(microphone, "QGuiApplication", SimpleNamespace(platformName=lambda: "xcb"))
    home = home_in(ear=ScriptedEar)

    def key(kind):
        QApplication.sendEvent(home.window, QKeyEvent(kind, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier))

    key(QEvent.Type.KeyPress)
    for _ in range(3):
        key(QEvent.Type.KeyRelease)
        key(QEvent.Type.KeyPress)
    assert home.house.hearing.on and not ScriptedEar.last.finished
    key(QEvent.Type.KeyRelease)
    QTest.qWait(2 * microphone.REPEATS)
    assert ScriptedEar.last.finished == 1


def test_a_muted_microphone_stays_muted_in_words_and_speaks_the_windows_language(home_in):
    home = home_in(ear=ScriptedEar)
    banner = home.window.talk.banner
    home.house.hearing.start()
    ScriptedEar.last.tell.on_fault(muted := NamedInputFault("muted", "Headset"))
    ScriptedEar.last.tell.on_fault(NamedInputFault("zeros"))
    assert banner.title.text() == cause_of(muted)[0], "that it gives silence only follows"
    words().speak("zh")
    assert (banner.title.text(), banner.note.text()) == cause_of(muted)
    ScriptedEar.last.tell.on_well()
    assert not banner.isVisible()


def test_a_model_that_fails_as_it_is_loaded_is_told_with_the_way_to_another(home_in):
    home = home_in(ear=ScriptedEar)
    home.house.hearing.start()
    ScriptedEar.last.tell.on_fault(ModelFault("This one is too big.", "", kind="speech-model-memory"))
    banner = home.window.talk.banner
    assert "too big" in banner.title.text()
    banner.buttons()[0].click()
    assert home.window.page == "settings" and home.window.pages["settings"].sections["hearing"].isVisible()


def test_a_button_has_the_letters_of_its_time_though_it_changed_or_was_hidden(home_in):
    home_in(settings=settled(text_scale=150))
    shown, hidden = (Push("hearing.model.drop", small=True) for _ in range(2))
    shown.show()
    hidden.become("text")
    theme().set(scale=1.0)
    shown.become("text")
    hidden.show()
    assert shown.font().pixelSize() == hidden.font().pixelSize() == theme().font("button").pixelSize()
    shown.close()
    hidden.close()


def test_an_open_microphone_with_nothing_left_to_understand_with_says_so(home_in):
    home = home_in(ear=ScriptedEar)
    home.house.hearing.start()
    home.house.makers = replace(home.house.makers, ear=lambda *_: None)
    home.house.changes.language.emit("ja")
    banner = home.window.talk.banner
    assert not home.house.hearing.on and banner.isVisible() and banner.title.text() == words()("hear.no_model")

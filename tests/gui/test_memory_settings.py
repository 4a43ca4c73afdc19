"""What she remembers with is chosen in the settings, and the page says how far she is or what is wrong."""

from __future__ import annotations

import pytest

from desktop.encoder_models import KNOWN
from desktop.encoder_models.fetch import megabytes_of
from desktop.encoders import encoder_folder
from desktop.settings import load_settings
from desktop.theme.words import words
from tests.support.gui_house import settled
from tests.support.openai_server import refuses, serving
from tests.support.small_bert import write_bert
from voice.errors import ModelFault

QUICK = 8000


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr("mind.memory.encoders.meaning.SETTLING", 0.0)


def section(home):
    home.window.open_page("settings")
    home.window.pages["settings"].show_section("memory")
    return home.window.pages["settings"].sections["memory"]


def test_at_first_she_learns_from_the_talk_itself(home, qtbot):
    memory = section(home)
    assert memory.own.isChecked() and not memory.model.isChecked() and not memory.server.isEnabled()
    assert not memory.named.isVisible()
    assert str(megabytes_of(KNOWN[0])) in memory.encoder.get.text()
    assert home.house.mind.meaning.encoder is None


def test_a_model_that_is_here_is_used_with_one_click(home, qtbot):
    write_bert(encoder_folder(home.house.folder) / "tiny")
    memory = section(home)
    assert not memory.encoder.get.isVisible()
    memory.model.click()
    assert load_settings(home.house.folder).memory.encoder == "tiny"
    qtbot.waitUntil(lambda: home.house.mind.meaning.state == "ready", timeout=QUICK)
    memory.show_state()
    assert memory.state.text() == words()("remember.state_ready")
    memory.own.click()
    assert load_settings(home.house.folder).memory.encoder == "none"


def test_a_folder_may_be_chosen_and_must_hold_a_model(home, qtbot, tmp_path):
    memory = section(home)
    memory.encoder.try_folder(tmp_path)
    assert home.house.settings.memory.encoder == "none"
    assert words()("remember.no_model") in memory.encoder._note.text()
    memory.encoder.try_folder(write_bert(tmp_path / "mine"))
    assert home.house.settings.memory.encoder == str(tmp_path / "mine")
    qtbot.waitUntil(lambda: home.house.mind.meaning.state == "ready", timeout=QUICK)


def test_a_server_without_vectors_is_said_with_what_to_do(home_in, qtbot):
    with serving(refuses(404)) as server:
        settings = settled()
        settings.brain.url, settings.brain.model = server.url, "tiny"
        home = home_in(settings)
        memory = section(home)
        memory.server.click()
        assert home.house.settings.memory.encoder == "none"
        memory.embedding.setText("embedder")
        memory.name_it.click()
        assert load_settings(home.house.folder).memory.embedding_model == "embedder"
        qtbot.waitUntil(lambda: home.house.mind.meaning.fault is not None, timeout=QUICK)
        memory.show_state()
        assert memory.fault.isVisible() and memory.fault.note.text()
        assert not memory.state.isVisible()


def test_a_download_that_fails_says_why_and_can_be_begun_again(home, qtbot, monkeypatch):
    def refuse(*_):
        raise ModelFault("The hub cannot be reached.", "Check the network.")

    monkeypatch.setattr("desktop.encoder_models.fetch.packages_here", lambda: True)
    monkeypatch.setattr("desktop.encoder_models.fetch.install_encoder", refuse)
    memory = section(home)
    with qtbot.waitSignal(memory.encoder.fetch.failed, timeout=QUICK):
        memory.encoder.get.click()
    assert "Check the network" in memory.encoder._note.text()
    assert memory.encoder.get.isVisible() and not memory.encoder.stop.isVisible()
    memory.encoder.fetch.close()


def test_a_download_shows_how_far_it_is_and_is_used_when_it_is_there(home, qtbot, monkeypatch):
    def install(model, folder, progress, cancelled):
        progress(30_000_000, 110_000_000)
        return write_bert(folder / model.name)

    monkeypatch.setattr("desktop.encoder_models.fetch.packages_here", lambda: True)
    monkeypatch.setattr("desktop.encoder_models.fetch.install_encoder", install)
    memory = section(home)
    seen = []
    memory.encoder.fetch.progress.connect(lambda *_: seen.append(memory.encoder._note.text()))
    with qtbot.waitSignal(memory.encoder.found, timeout=QUICK):
        memory.encoder.get.click()
    assert "30" in seen[0] and "110" in seen[0]
    assert home.house.settings.memory.encoder == KNOWN[0].name
    assert memory.model.isChecked()
    memory.encoder.fetch.close()


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_every_line_is_there_in_each_language(home_in, lang):
    home = home_in(settled(lang))
    memory = section(home)
    assert all(card.title.text() and card.note.text() for card in (memory.own, memory.model, memory.server))
    assert memory.state.text()

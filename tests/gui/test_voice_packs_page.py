"""Natural voices come by a real download from a server of our own, pause, go on, fail in words, speak, and go again."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.conversation.engine_setup import PACKS
from desktop.settings import load_settings
from desktop.theme.words import words
from tests.support.gui_clipping import clipped
from tests.support.small_voice import NAME, pack_files, packed, write_pack
from tests.support.voice_release import Release
from tests.support.voice_server import ModelServer
from voice.engines import EngineSetup, voices_of
from voice.ports import EngineVoice
from voice.voice_packs import installed_packs, offered_packs

QUICK = 15000


@pytest.fixture
def release():
    with ModelServer() as running:
        found = Release(running)
        found.add_voice()
        yield found


@pytest.fixture
def page(home_in, release):
    """The page, its natural voices open and all that are offered shown."""
    home = home_in(packs=lambda: offered_packs(release.source), voices=quick_voices)
    home.window.open_page("settings")
    home.window.pages["settings"].show_section("voice")
    return home.window.pages["settings"].sections["voice"]


def quick_voices(engine: str, setup: EngineSetup) -> list[EngineVoice]:
    """What is installed, really; the other engines are not asked."""
    return voices_of(engine, setup) if engine == "neural" else []


def opened(page: Any, qtbot: Any) -> Any:
    """The card of the small voice."""
    page.natural.head.click()
    page.packs.look.click()
    qtbot.waitUntil(lambda: NAME in page.packs.cards, timeout=QUICK)
    return page.packs.cards[NAME]


def test_what_we_would_begin_with_is_shown_without_asking_anyone(page, release):
    page.natural.head.click()
    titles = [card.told.called() for card in page.packs.cards.values()]
    assert titles[0] == "Kristin" and "Kokoro" in titles
    assert all(card.state == "absent" for card in page.packs.cards.values())
    assert "64 MB" in next(iter(page.packs.cards.values())).deed.text()
    assert release.server.bytes_sent == 0


def test_a_voice_is_downloaded_chosen_and_removed(page, release, qtbot):
    card = opened(page, qtbot)
    home, folder = page.house, page.house.folder / PACKS
    card.deed.click()
    assert card.state == "asking"
    qtbot.waitUntil(lambda: card.state == "here", timeout=QUICK)
    assert [pack.name for pack in installed_packs(folder)] == [NAME]
    qtbot.waitUntil(lambda: bool(page.natural.choices), timeout=QUICK)
    shelf = next(each for each in page.shelf.cards if each.choice.engine == "neural")
    shelf.click()
    assert home.voice.engine == "neural" and home.voice.voice.partition("#")[0] == NAME
    assert not page.pitch.isEnabled()
    page.packs.remove_now(card.told)
    assert installed_packs(folder) == []
    assert home.voice.engine == "auto" and load_settings(home.folder).voice.of("mira").engine == "auto"
    qtbot.waitUntil(lambda: all(each.choice.engine != "neural" for each in page.shelf.cards), timeout=QUICK)


def test_a_download_pauses_tells_how_far_it_is_and_goes_on_from_there(page, release, qtbot):
    release.rows["tts-models"].clear()
    release.add(f"{NAME}.tar.bz2", padded(pack_files()))
    card = opened(page, qtbot)
    first, go = threading.Event(), threading.Event()

    def hold(here: int, whole: int) -> None:
        if 0 < here < whole and not first.is_set():
            first.set()
            go.wait(10)

    card.fetch.progress.connect(hold, Qt.ConnectionType.DirectConnection)
    card.deed.click()
    qtbot.waitUntil(lambda: first.is_set() and card.state == "running", timeout=QUICK)
    assert "of" in card.figures and card.deed.text() == words()("voice.pack.pause")
    assert "percent" in card._bar.accessibleName()
    assert page.natural.head.stand.text() == card.figures
    card.deed.click()
    go.set()
    assert card.state == "paused"
    qtbot.waitUntil(lambda: not card.fetch.running, timeout=QUICK)
    assert not card._fault.isVisible()
    assert card.deed.text() == words()("voice.pack.resume")
    card.deed.click()
    qtbot.waitUntil(lambda: card.state == "here", timeout=QUICK)
    assert release.server.ranges and release.server.ranges[-1].startswith("bytes=")


def padded(files: dict[str, bytes]) -> bytes:
    """A packed archive that is not small."""
    import random

    chance = random.Random(1)
    return packed(files | {f"{NAME}/noise.bin": chance.randbytes(600_000)}, "bz2")


def test_a_download_that_was_tampered_with_is_refused_in_words(page, release, qtbot):
    release.rows["tts-models"].clear()
    release.add(f"{NAME}.tar.bz2", packed(pack_files()), digest="0" * 64)
    card = opened(page, qtbot)
    card.deed.click()
    qtbot.waitUntil(card._fault.isVisible, timeout=QUICK)
    assert "checksum" in card._fault.text()
    assert card.state in ("absent", "paused") and card.deed.isEnabled()
    assert installed_packs(page.house.folder / PACKS) == []
    qtbot.waitUntil(lambda: clipped(page) == [], timeout=QUICK)


def test_a_list_that_cannot_be_asked_is_told(page, release, qtbot):
    release.server.status = 503
    page.natural.head.click()
    page.packs.look.click()
    qtbot.waitUntil(page.packs.fault.isVisible, timeout=QUICK)
    assert "503" in page.packs.fault.title.text()


def test_voices_that_are_here_stand_on_the_shelf_from_the_start(home_in, tmp_path, qtbot):
    write_pack(tmp_path / "data" / PACKS)
    home = home_in(voices=quick_voices)
    home.window.open_page("settings")
    home.window.pages["settings"].show_section("voice")
    page = home.window.pages["settings"].sections["voice"]
    qtbot.waitUntil(lambda: any(card.choice.engine == "neural" for card in page.shelf.cards), timeout=QUICK)
    assert page.natural.head.stand.text() == words()("voice.more.natural_here", count=1)
    page.natural.head.click()
    assert page.packs.cards[NAME].state == "here"
    assert len(page.natural.finder.shelf.cards) == 2

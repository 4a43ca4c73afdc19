"""A garment of the user's own, dropped on the wardrobe's page: fitted, told step by step, hers, and seen at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from assets import asset
from desktop.composition import BROUGHT
from tests.support.brought_garment import laid_out
from tests.support.gui_clipping import clipped
from tests.support.wardrobe_small import small_wardrobe

QUICK = 20_000


@pytest.fixture
def small(tmp_path):
    folder = small_wardrobe(tmp_path / "wardrobe")
    (folder / "skin").mkdir(exist_ok=True)
    (folder / "skin" / "skin.glb").write_bytes(asset("wardrobe", "skin", "skin.glb").read_bytes())
    return folder


def opened(home, qtbot):
    home.window.open_page("wardrobe")
    page = home.window.pages["wardrobe"]
    qtbot.waitUntil(lambda: bool(page.trying.closet.pieces), timeout=QUICK)
    return page


def drop(page, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy = Qt.DropAction.CopyAction
    page.dropEvent(QDropEvent(QPointF(20, 20), copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))


def test_a_dropped_garment_is_fitted_told_given_and_can_be_worn_after_a_restart(home_in, small, qtbot, tmp_path):
    home = home_in(wardrobe=small)
    page = opened(home, qtbot)
    drop(page, laid_out(tmp_path / "mine"))
    qtbot.waitUntil(lambda: page.tiles.row_of("my-poncho") >= 0, timeout=QUICK)
    assert page.tabs.value == "outer" and page.grid.current.id == "my-poncho"
    assert page.tiles.rows[page.tiles.row_of("my-poncho")].hers
    assert "Ada" in page.steps.steps.text() and page.steps.isVisible()
    assert clipped(page) == []
    assert next(one.by for one in home.house.bridge.wait(home.house.mind.wardrobe()).owned if one.id == "my-poncho") == "user"
    page.trying.wear("my-poncho")
    assert "my-poncho" in {one.garment for one in home.house.player.body.look.worn}
    home.house.bridge.wait(home.house.mind.wardrobe())
    home.close()
    again = home_in(wardrobe=small)
    assert "my-poncho" in {one.garment for one in again.house.player.body.look.worn}


def test_taken_back_it_is_gone_and_brought_again_it_is_hers(home_in, small, qtbot, tmp_path):
    home = home_in(wardrobe=small)
    page = opened(home, qtbot)
    path = laid_out(tmp_path / "mine")
    for _ in range(2):
        drop(page, path)
        qtbot.waitUntil(lambda: page.tiles.row_of("my-poncho") >= 0, timeout=QUICK)
        page.trying.own.take_away("my-poncho")
        qtbot.waitUntil(lambda: page.tiles.row_of("my-poncho") < 0, timeout=QUICK)
    assert not page.steps.isVisible()


def test_a_refused_garment_and_a_broken_shelf_leave_the_wardrobe_as_it_was(home_in, small, qtbot, tmp_path):
    home = home_in(wardrobe=small)
    page = opened(home, qtbot)
    drop(page, laid_out(tmp_path / "mine", change="prohibited"))
    qtbot.waitUntil(lambda: "poncho.glb is licensed against change" in home.window.toast.accessibleName(), timeout=QUICK)
    assert not (home.house.folder / BROUGHT / "catalogue.json").exists()
    home.close()
    (home.house.folder / BROUGHT).mkdir(exist_ok=True)
    (home.house.folder / BROUGHT / "catalogue.json").write_text("{")
    again = home_in(wardrobe=small)
    other = opened(again, qtbot)
    assert other.trying.garments and "catalogue.json" in again.window.toast.accessibleName()


def test_the_head_leads_to_her_person_and_the_places_to_her_room(home_in, small, qtbot):
    home = home_in(wardrobe=small)
    page = opened(home, qtbot)
    assert not page.furnish.isVisible()
    page.tabs.choices["background"].click()
    page.furnish.click()
    assert home.window.page == "room"
    home.window.open_page("wardrobe")
    page.head.person.click()
    assert home.window.page == "creator"

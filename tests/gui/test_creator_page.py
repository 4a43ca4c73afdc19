"""The creator: what is moved is seen, kept and taken back; people come back as they were."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from assets import asset
from avatars.creator.people_folder import PeopleFolder
from avatars.vrm.load import load_avatar
from desktop.creator_page.creator_page import TABS
from desktop.settings import load_settings
from desktop.theme.words import words

QUICK = 20_000


@pytest.fixture
def creator(home_in):
    home = home_in()
    home.house.changes.creator.emit()
    page = home.window.pages["creator"]
    page.portraits.rest()
    page.portraits.want = lambda people: None
    return home, page


def slider(page, part, number=0):
    page.open_part(part)
    return [row for row in page.rows[part] if hasattr(row, "slider")][number].slider


def test_it_opens_on_who_stands_there_and_every_part_shows_the_person(creator):
    home, page = creator
    assert home.window.page == "creator" and page.making.person.name == "Mira"
    assert page.people.shipped.tiles[0].worn
    for tab in TABS:
        page.open_part(tab)
        assert page.parts.currentIndex() == TABS.index(tab)


def test_a_slider_moved_by_keys_changes_the_person_and_undo_takes_it_back(creator):
    _, page = creator
    first = slider(page, "face")
    before = page.making.person.shape.get("face.width", 0.0)
    first.setFocus()
    for _ in range(5):
        QTest.keyClick(first, Qt.Key.Key_Right)
    assert page.making.person.shape["face.width"] > before
    page.undo()
    assert page.making.person.shape.get("face.width", 0.0) == before
    assert abs(first.factor - before) < 0.02


def test_a_slider_bends_the_real_body_and_a_colour_repaints_it(home_in, qtbot, tmp_path):
    home = home_in(created=None)
    home.house.changes.creator.emit()
    page = home.window.pages["creator"]
    page.portraits.rest()
    slider(page, "body").put(1.0)
    qtbot.waitUntil(lambda: home.house.player.body.model.shape.get("body.height") == 1.0, timeout=QUICK)
    before = home.house.standing.embodiment.model(page.making.person).images
    slider(page, "skin").put(0.9)
    after = home.house.standing.embodiment.model(page.making.person).images
    assert any(one is not other for one, other in zip(before, after, strict=True))
    page.making.export(tmp_path / "her.vrm")
    assert load_avatar(tmp_path / "her.vrm").meta.name == "Mira"


def test_what_cannot_be_written_is_told(creator, tmp_path):
    home, page = creator
    said = []
    page.failed.connect(said.append)
    home.house.player.body.model = load_avatar(asset("creator", "person.vrm"))
    page.making.export(tmp_path / "no such folder" / "her.vrm")
    assert "no such folder" in said[0]


def test_a_saved_person_stands_there_after_a_restart_and_mira_comes_back(creator, home_in):
    home, page = creator
    page.by_chance()
    page.name.setText("Ada")
    page.keep()
    kept = load_settings(home.house.folder)
    assert kept.look.person == "ada"
    assert PeopleFolder(home.house.folder / "people").load("ada") == page.making.person
    shape = dict(page.making.person.shape)
    home.close()
    again = home_in(kept)
    assert ("shape", shape) in again.house.player.body.asked
    again.house.changes.creator.emit()
    other = again.window.pages["creator"]
    other.portraits.rest()
    assert other.making.person.name == "Ada"
    other.open_shipped("shipped:mira")
    assert load_settings(home.house.folder).look.person == ""


def test_leaving_without_saving_brings_back_who_stood_there(creator):
    home, page = creator
    made = home.house.player.body
    page.by_chance()
    home.window.open_page("talk")
    assert home.house.settings.look.person == "" and not (home.house.folder / "people").exists()
    assert home.house.player.body is not made and home.house.player.body.avatar == "mira"


def test_a_deleted_person_can_be_brought_back(creator):
    home, page = creator
    page.name.setText("Ada")
    page.keep()
    kept = page.making.person
    page.delete()
    assert page.making.people.listed() == () and home.house.settings.look.person == ""
    page.making.bring_back(kept, "ada")
    assert page.making.people.load("ada") == kept


def test_a_person_whose_file_is_broken_leaves_the_stage_to_mira_and_is_told(creator, home_in):
    home, page = creator
    page.keep()
    home.close()
    (home.house.folder / "people" / "mira.person.json").write_text("{")
    again = home_in(load_settings(home.house.folder))
    assert again.house.player.body is not None
    again.house.changes.creator.emit()
    told = again.window.pages["creator"]
    told.portraits.rest()
    assert "mira.person.json" in told.people.fault.text()


def test_marks_are_added_moved_and_taken_away(creator):
    _, page = creator
    page.open_part("marks")
    page.marks.begin("mole")
    page.marks.place(0, "x", -3.0)
    assert [(mark.kind, mark.x) for mark in page.making.person.marks] == [("mole", -3.0)]
    page.marks.drop(0)
    assert page.making.person.marks == ()


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_every_row_has_a_name_a_screen_reader_says(creator, lang):
    _, page = creator
    words().speak(lang)
    for tab, rows in page.rows.items():
        page.open_part(tab)
        names = [row.name() for row in rows]
        assert all(names) and len(set(names)) == len(names)
        assert all(row.slider.accessibleName() == row.name() for row in rows if hasattr(row, "slider"))

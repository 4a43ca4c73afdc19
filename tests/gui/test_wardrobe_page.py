"""The wardrobe's page over a real mind and store: what is chosen is seen at once, kept, and can be taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.wardrobe_page.tiles import Role
from mind.events import LookChosen
from tests.support.gui_clipping import clipped
from tests.support.gui_house import settled
from tests.support.wardrobe_small import EVENING, FIRST, look, small_wardrobe

QUICK = 5000


@pytest.fixture
def small(tmp_path):
    return small_wardrobe(tmp_path / "wardrobe")


def opened(home, qtbot):
    """The page, once it knows what is hers."""
    home.window.open_page("wardrobe")
    page = home.window.pages["wardrobe"]
    qtbot.waitUntil(lambda: bool(page.trying.closet.pieces), timeout=QUICK)
    return page


@pytest.fixture
def home(home_in, small):
    return home_in(wardrobe=small)


@pytest.fixture
def page(home, qtbot):
    return opened(home, qtbot)


def worn(home):
    """What is seen on her."""
    return {one.garment for one in home.house.player.body.look.worn}


def view(home):
    return home.house.bridge.wait(home.house.mind.wardrobe())


def kept(home):
    """What the mind says she wears."""
    return {one["garment"] for one in view(home).worn["worn"]}


def key(widget, which):
    QTest.keyClick(widget, which)


def tile(page, name):
    return page.tiles.rows[page.tiles.row_of(name)]


def click(page, name):
    box = page.grid.visualRect(page.tiles.index(page.tiles.row_of(name)))
    QTest.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


def test_she_stands_there_in_what_she_wears_before_the_first_picture(home):
    assert worn(home) == set(FIRST)
    assert "Fair Isle jumper" in home.window.stage.accessibleName()


def test_a_click_is_seen_at_once_kept_and_taken_back(home_in, home, small, page, qtbot):
    click(page, "tee")
    assert worn(home) == {"bob", "tee", "jeans", "sneakers"}
    assert tile(page, "tee").worn and not tile(page, "isle").worn
    qtbot.waitUntil(lambda: kept(home) == worn(home), timeout=QUICK)
    home.lead.undo()
    qtbot.waitUntil(lambda: worn(home) == set(FIRST), timeout=QUICK)
    assert kept(home) == set(FIRST)
    click(page, "tee")
    qtbot.waitUntil(lambda: "tee" in kept(home), timeout=QUICK)
    home.close()
    again = home_in(wardrobe=small)
    assert worn(again) == {"bob", "tee", "jeans", "sneakers"}


def test_a_dress_takes_the_place_of_top_and_bottom_and_gives_it_back(home, page):
    page.tabs.choices["dress"].click()
    click(page, "tea")
    assert worn(home) == set(EVENING)
    page.tabs.choices["top"].click()
    click(page, "tee")
    assert worn(home) == {"bob", "tee", "sneakers"}


def test_looking_and_hovering_never_change_her(home, page):
    before = worn(home)
    page.grid.setFocus()
    for which in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Home):
        key(page.grid, which)
    QTest.mouseMove(page.grid.viewport(), page.grid.visualRect(page.tiles.index(1)).center())
    assert worn(home) == before
    assert page.card.title.text() == page.grid.current.name


def test_all_of_it_goes_by_keyboard(home, page, qtbot):
    page.first_focus()
    assert page.grid.current.id == "isle"
    key(page.grid, Qt.Key.Key_Right)
    key(page.grid, Qt.Key.Key_Return)
    assert "tee" in worn(home)
    key(page.grid, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: tile(page, "tee").favourite, timeout=QUICK)
    assert next(one.favourite for one in view(home).owned if one.id == "tee")
    key(page.grid, Qt.Key.Key_Delete)
    assert "tee" in worn(home)  # a top is changed, never missing
    page.tabs.choices["top"].setFocus()
    key(page.tabs, Qt.Key.Key_Left)
    assert page.tabs.value == "hair"
    page.tabs.choices["glasses"].click()
    assert home.lead.fitting.framing == "face"
    page.grid.setFocus()
    key(page.grid, Qt.Key.Key_Return)
    assert "specs" in worn(home)
    key(page.grid, Qt.Key.Key_Delete)
    assert "specs" not in worn(home)


def test_what_is_not_hers_says_how_it_comes_and_cannot_be_worn(home, page):
    coming = tile(page, "nights")
    assert not coming.hers and coming.how == "When you are friends"
    click(page, "nights")
    assert "nights" not in worn(home)
    assert not page.card.gift.isVisible() and not page.card.zones
    said = page.tiles.data(page.tiles.index(page.tiles.row_of("nights")), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Pyjama top, not yet here: When you are friends"


def test_a_gift_is_hers_with_the_words_that_came_with_it(home, page, qtbot):
    page.grid.look_at("blouse")
    assert page.card.gift.isVisible()
    page.card.gift.note.setText("For the concert.")
    page.card.gift.button.click()
    qtbot.waitUntil(lambda: tile(page, "blouse").hers, timeout=QUICK)
    page.grid.look_at("blouse")
    assert page.card.origin.text() == "A gift from you, today. “For the concert.”"
    rows = home.house.conversation.model.rows
    qtbot.waitUntil(lambda: bool(rows) and rows[-1].text != "" and not home.house.conversation.busy, timeout=QUICK)
    assert "blouse" in rows[-1].text.lower() or "concert" in rows[-1].text.lower()
    click(page, "blouse")
    assert "blouse" in worn(home)


def test_a_colour_is_worn_and_a_mixed_one_is_tried_until_it_is_meant(home, page, qtbot):
    body = home.house.player.body
    swatches = page.card.zones["band"].swatches
    swatches.swatches[2].click()
    dye = swatches.swatches[2].dye
    assert next(one.dyes for one in body.look.worn if one.garment == "isle") == {"band": dye}
    assert all(swatch.accessibleName().startswith("Band: ") for swatch in swatches.swatches)
    qtbot.waitUntil(lambda: "dyes" in str(view(home).worn), timeout=QUICK)
    swatches.more.click()
    page.card.mixer.sliders["hue"].setValue(200)
    qtbot.waitUntil(lambda: next(o.dyes for o in body.look.worn if o.garment == "isle")["band"] != dye, timeout=QUICK)
    tried = page.card.mixer.dye
    qtbot.waitUntil(lambda: tried in str(view(home).worn), timeout=QUICK)
    page.card.mixer.code.setText("nonsense")
    page.card.mixer.button.click()
    assert page.card.mixer.wrong.isVisible()


def test_a_pattern_is_put_on_with_its_second_colour_and_size(home, page):
    page.grid.look_at("tee")
    block = page.card.patterns["cloth"]
    assert list(block.kinds.choices) == ["plain", "stripe", "dots", "picture"]
    block.kinds.choices["stripe"].click()
    block.second.swatches[1].click()
    block.scale.put(2.0)
    pattern = next(one.patterns["cloth"] for one in home.house.player.body.look.worn if one.garment == "tee")
    assert (pattern.kind, pattern.dye) == ("stripe", block.second.swatches[1].dye)
    assert pattern.size == pytest.approx(2.0, abs=0.05)


def test_a_garment_that_cannot_be_worn_leaves_her_as_she_is(home, page):
    home.house.player.body.refuses = {"tee"}
    click(page, "tee")
    assert worn(home) == set(FIRST)
    assert kept(home) == set(FIRST)
    assert home.window.toast.accessibleName() == "She stays as she is. the file is broken"
    assert not tile(page, "tee").worn


def test_looks_are_kept_named_worn_and_taken_away_with_a_way_back(home, page, qtbot):
    bar = page.looks
    assert set(bar.chips) == {"harbour", "dusk"}
    bar.save.click()
    qtbot.waitUntil(lambda: any(name.startswith("saved:") for name in bar.chips), timeout=QUICK)
    field = QApplication.focusWidget()
    field.setText("Sunday")
    key(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [one.name for one in view(home).looks] == ["Sunday"], timeout=QUICK)
    bar.chips["dusk"].click()
    assert worn(home) == set(EVENING)
    qtbot.waitUntil(lambda: any(chip.name == "Sunday" for chip in bar.chips.values()), timeout=QUICK)
    own = next(chip for chip in bar.chips.values() if chip.name == "Sunday")
    own.click()
    assert worn(home) == set(FIRST)
    assert own.accessibleName() == "Sunday, worn"
    key(own, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not view(home).looks and home.window.toast.isVisible(), timeout=QUICK)
    home.window.toast.take_back()
    qtbot.waitUntil(lambda: [one.name for one in view(home).looks] == ["Sunday"], timeout=QUICK)


def test_search_styles_and_the_season_find_across_all_kinds(home, page):
    home.window.seek()
    page.search.setText("coat")
    assert [row.id for row in page.tiles.rows] == ["coat"]
    page.search.setText("no such thing")
    assert page.empty.isVisible()
    home.lead.escape()
    assert not page.search.isVisible() and home.window.page == "wardrobe"
    assert {row.id for row in page.tiles.rows} == {"isle", "tee", "blouse", "nights"}
    page.styles.choices["office"].click()
    assert [row.id for row in page.tiles.rows] == ["blouse"]
    page.styles.choices["any"].click()
    page.trying._season = "winter"
    page.season.button.click()
    assert [row.id for row in page.tiles.rows] == ["isle", "coat"]
    home.lead.escape()
    assert home.window.page == "talk"


def test_a_surprise_is_made_of_what_is_hers_and_can_be_taken_back(home, page, qtbot):
    page.head.surprise.click()
    assert worn(home) != set(FIRST) or "dyes" in str(home.house.player.body.look)
    assert worn(home) <= {one.id for one in view(home).owned}
    assert "bob" in worn(home)
    qtbot.waitUntil(lambda: page.head.undo.isEnabled() and kept(home) == worn(home), timeout=QUICK)
    home.window.toast.take_back()
    qtbot.waitUntil(lambda: worn(home) == set(FIRST), timeout=QUICK)


def drop(page, name, path):
    box = page.grid.visualRect(page.tiles.index(page.tiles.row_of(name)))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    at, copy = QPointF(box.center()), Qt.DropAction.CopyAction
    page.grid.dropEvent(QDropEvent(at, copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))


def test_a_picture_dropped_on_a_garment_becomes_its_pattern_and_that_is_said(home, page, tmp_path):
    picture = QImage(90, 60, QImage.Format.Format_RGB32)
    picture.fill(0xFF3060A0)
    picture.save(str(tmp_path / "beach.png"))
    (tmp_path / "broken.png").write_bytes((tmp_path / "beach.png").read_bytes()[:60])
    drop(page, "tee", tmp_path / "broken.png")
    assert home.window.toast.accessibleName().startswith("broken.png could not become a pattern.")
    drop(page, "isle", tmp_path / "beach.png")
    assert "carries no patterns" in home.window.toast.accessibleName()
    assert worn(home) == set(FIRST)
    drop(page, "tee", tmp_path / "beach.png")
    pattern = next(one.patterns["cloth"] for one in home.house.player.body.look.worn if one.garment == "tee")
    assert pattern.kind == "picture"
    assert ("picture", pattern.picture) in home.house.player.body.asked
    assert home.house.wearing.patterns.pixels(pattern.picture).shape == (512, 512, 4)
    assert home.window.toast.accessibleName() == "beach.png is now the pattern of Cloth on Plain tee."


def test_what_she_puts_on_by_herself_goes_the_same_way(home, page):
    home.talk.take(LookChosen(look(*EVENING)))
    assert worn(home) == set(EVENING)
    page.tabs.choices["dress"].click()
    assert tile(page, "tea").worn
    home.talk.take(LookChosen({"worn": [{"garment": "tea", "dyes": {"cloth": "puce"}}]}))
    assert worn(home) == set(EVENING)


def test_a_look_that_names_something_missing_is_worn_without_it_and_says_so(home, page):
    home.talk.take(LookChosen(look("bob", "tee", "jeans", "long-lost-hat", "sneakers")))
    assert worn(home) == {"bob", "tee", "jeans", "sneakers"}
    assert "long-lost-hat" in home.window.toast.accessibleName()


def test_all_clothes_at_once_are_hers_by_a_switch(home, page, qtbot):
    home.window.open_page("settings")
    settings = home.window.pages["settings"]
    settings.show_section("look")
    settings.sections["look"].every.click()
    page = opened(home, qtbot)
    qtbot.waitUntil(lambda: tile(page, "nights").hers, timeout=QUICK)
    click(page, "nights")
    qtbot.waitUntil(lambda: "nights" in kept(home), timeout=QUICK)
    assert page.card.origin.text() == "Here because all clothes are switched on."


def test_a_place_is_chosen_like_clothes(home, page):
    page.tabs.choices["background"].click()
    click(page, "garden")
    assert home.house.settings.look.scene == "garden"
    assert home.window.stage.scene == "garden"
    assert page.tiles.data(page.tiles.index(0), Role.PICTURE) is not None
    assert not page.card.isVisible()


@pytest.mark.parametrize(("lang", "size", "scale"), [
    ("en", (420, 800), 100), ("ja", (900, 600), 100), ("zh", (1280, 800), 200), ("en", (1280, 800), 200), ("ja", (420, 800), 100),
])
def test_no_word_of_the_wardrobe_is_clipped(home_in, small, qtbot, lang, size, scale):
    home = home_in(settled(lang, text_scale=scale, all_clothes=True), wardrobe=small, size=size)
    page = opened(home, qtbot)
    page.grid.look_at("tee")
    page.card.turn_fold()
    page.card.patterns["cloth"].kinds.choices["stripe"].click()
    page.card.zones["cloth"].swatches.more.click()
    found = clipped(home.window)
    for _ in range(40):
        if not found:
            break
        QTest.qWait(50)
        found = clipped(home.window)
    assert found == []
    viewport = page._area.viewport()
    right = page.head.search.mapTo(viewport, QPoint(page.head.search.width(), 0)).x()
    assert right <= viewport.width()
    assert page.grid.columns() >= 2

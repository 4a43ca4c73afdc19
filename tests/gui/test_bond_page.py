"""The bond's page over the real book and a real store."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from mind.domain import Terms
from tests.support.gui_bond import live
from tests.support.gui_clipping import clipped
from tests.support.gui_house import settled

QUICK = 6000


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    """A folder with an invented bond; each is lived once and copied."""
    folders = {}

    def folder(age, lang, *, hurt):
        if (age, lang, hurt) not in folders:
            folders[age, lang, hurt] = tmp_path_factory.mktemp("bond")
            live(folders[age, lang, hurt], lang, age, hurt=hurt)
        return folders[age, lang, hurt]

    return folder


@pytest.fixture
def bond_in(home_in, lived, tmp_path, qtbot):
    """Opens the bond's page over an invented bond of an age."""

    def make(age="two", lang="en", size=(1280, 800), *, hurt=False):
        shutil.copytree(lived(age, lang, hurt=hurt), tmp_path / "data")
        home = home_in(settled(lang), size=size, body=None)
        home.window.open_page("bond")
        page = home.window.pages["bond"]
        qtbot.waitUntil(lambda: page._seen is not None, timeout=QUICK)
        return home, page

    return make


def bonds(home):
    return home.house.mind.bonds


def wait(home, work):
    return home.house.bridge.wait(work)


def titles(page):
    return [line.title for line in page.model.lines]


def open_first(page, qtbot, title):
    at = titles(page).index(title)
    page.list.choose(at)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.sheet.isVisible()
    return page.model.lines[at]


# --- what it shows


def test_a_new_bond_has_a_page_without_a_line(home, qtbot):
    home.window.open_page("bond")
    page = home.window.pages["bond"]
    qtbot.waitUntil(lambda: page.ledger.empty.isVisible(), timeout=QUICK)
    assert page.head.title.text() == "Just met"
    assert not page.mend.isVisible()
    assert page.promises.told() == page.milestones.told() == []


def test_eleven_weeks_are_a_column_a_day_with_the_word_for_the_stage(bond_in):
    home, page = bond_in("eleven")
    view = wait(home, bonds(home).view())
    assert len(page.chart.shown) == 78
    assert page.chart.shown[-1].bond == pytest.approx(view.summary.bond, abs=0.05)
    assert page.head.title.text() == ["Just met", "Familiar", "Friends", "Close", "Kindred"][view.summary.stage]
    assert page.head.sentence.text().startswith("Eleven weeks, knit from what you both did.")


@pytest.mark.parametrize(("age", "days", "words_"), [("first", 1, "The first day"), ("two", 1, "Two weeks")])
def test_every_age_of_a_bond_has_its_columns(bond_in, age, days, words_):
    _, page = bond_in(age)
    shown = page.chart.shown
    assert page.head.sentence.text().startswith(words_)
    assert (shown[-1].last - shown[-1].first).days + 1 == days
    assert len(shown) <= 84


def test_no_figure_is_shown_until_it_is_asked_for(bond_in, qtbot):
    _, page = bond_in()
    assert not any(line.figures for line in page.model.lines)
    page.head.switch.click()
    assert all(line.figures for line in page.model.lines)
    assert any("trust +" in line.figures and "Rule: kindness" in line.figures for line in page.model.lines)
    page.head.switch.click()
    assert not any(line.figures for line in page.model.lines)


def test_what_they_are_to_each_other_stands_beside_the_word_where_it_is_not_friends(bond_in, qtbot):
    home, page = bond_in("two")
    assert not page.head.relation.isVisible()
    wait(home, bonds(home).set_terms(Terms(relation="mentor")))
    page.refresh()
    qtbot.waitUntil(lambda: page.head.relation.isVisible(), timeout=QUICK)
    assert page.head.relation.text == words()("terms.mentor")


def test_a_paused_bond_says_so_and_goes_on_at_a_press(bond_in, qtbot):
    home, page = bond_in("two")
    wait(home, bonds(home).pause())
    page.refresh()
    qtbot.waitUntil(lambda: page.head.paused.isVisible(), timeout=QUICK)
    page.head.paused.go_on.click()
    qtbot.waitUntil(lambda: not page.head.paused.isVisible(), timeout=QUICK)
    assert not wait(home, bonds(home).view()).summary.paused


# --- the knit


def test_the_deepest_hurt_says_what_it_was_and_when_it_was_mended(bond_in):
    _, page = bond_in("eleven")
    mark = page.chart.mark()
    assert (mark.what, mark.ended) == ("Words that hurt", "mended a week later")
    cause = page.chart.shown[mark.at].cause
    assert cause.cause == "insult"


def test_arrows_walk_the_days_and_a_screen_reader_hears_each(bond_in):
    _, page = bond_in("eleven")
    chart = page.chart
    at = chart.mark().at
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Home)
    for _ in range(at):
        QTest.keyClick(chart, Qt.Key.Key_Right)
    said = chart.accessibleDescription()
    assert ", hurt: words that hurt, mended " in said
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.accessibleDescription().startswith("Today")
    assert chart.accessibleName() == "The bond, a column a day"


def test_the_pointer_shows_the_day_it_is_over(bond_in):
    _, page = bond_in()
    chart = page.chart
    before = chart.grab().toImage()
    QTest.mouseMove(chart, QPoint(40, 180))
    qt_over = chart._over
    assert qt_over == int(40 // chart.frame().wide)
    assert chart.grab().toImage() != before


def test_the_knit_is_painted_once_however_often_it_is_shown(bond_in):
    _, page = bond_in()
    first = page.chart.picture().cacheKey()
    page.chart.grab()
    page.chart.grab()
    assert page.chart.picture().cacheKey() == first


# --- the ledger


def test_filters_show_their_kind_only(bond_in):
    _, page = bond_in("eleven", hurt=True)
    page.filters.choices["hurting"].click()
    causes = {line.cause.cause for line in page.model.lines}
    assert "insult" in causes
    assert causes <= {"insult", "apology", "repair", "promise_broken", "misunderstanding"}
    page.filters.choices["warm"].click()
    assert "insult" not in {line.cause.cause for line in page.model.lines}
    page.filters.choices["all"].click()
    assert "chat" in {line.cause.cause for line in page.model.lines}


def test_a_line_opens_its_words_and_its_rule_and_leads_to_its_turn(bond_in, qtbot):
    _, page = bond_in()
    line = open_first(page, qtbot, "You kept a promise")
    said = " ".join(label.text() for label in page.sheet.body.findChildren(Paragraph))
    assert line.cause.quote in said
    assert words()("bond.rule.kindness") in said
    with qtbot.waitSignal(page.turn_wanted) as wanted:
        next(one for one in page.sheet.body.findChildren(QAbstractButton) if one.text() == "Show it in the talk").click()
    assert wanted.args == [line.cause.turn_id]
    assert page.close_sheet()


def test_taking_a_line_back_is_an_event_and_can_itself_be_taken_back(bond_in, qtbot):
    home, page = bond_in()
    before = wait(home, bonds(home).view())
    line = open_first(page, qtbot, "You kept a promise")
    page.sheet.body.back.click()
    qtbot.waitUntil(lambda: any(one.gone for one in page.model.lines), timeout=QUICK)
    gone = next(one for one in page.model.lines if one.gone)
    assert gone.event == line.event
    assert gone.effect == "Taken back. It counts no longer."
    after = wait(home, bonds(home).view())
    assert line.event in after.annulled
    assert after.summary.trust < before.summary.trust
    assert page.undo()
    qtbot.waitUntil(lambda: not any(one.gone for one in page.model.lines), timeout=QUICK)
    assert wait(home, bonds(home).view()).summary.trust == pytest.approx(before.summary.trust, abs=1e-4)


def test_a_long_ledger_is_read_by_the_page(bond_in, qtbot, monkeypatch):
    for module in ("bond_page", "reading"):
        monkeypatch.setattr(f"desktop.bond_page.{module}.LINES", 60)
    home, page = bond_in("eleven")
    first = len(page.model.lines)
    bar = page.area.verticalScrollBar()

    def to_the_end():
        bar.setValue(bar.maximum())
        return page._before is None

    qtbot.waitUntil(to_the_end, timeout=QUICK)
    assert len(page.model.lines) > first
    assert tuple(page._changes) == wait(home, bonds(home).view(10_000)).changes
    assert len(page.list.children()) < 20, "lines are painted, not made of widgets"


# --- the cards


def test_an_open_hurt_says_what_would_mend_it_and_what_is_done(bond_in):
    _, page = bond_in(hurt=True)
    assert page.mend.isVisible()
    told = page.mend.lines()
    assert any("words that hurt" in line for line in told)
    assert "You said sorry" in told
    assert words()("bond.amends_open") in told


def test_a_misunderstanding_is_asked_once_and_closes_the_hurt(bond_in, qtbot, monkeypatch):
    home, page = bond_in(hurt=True)
    asked = []
    monkeypatch.setattr("desktop.bond_page.steering.ask", lambda *args, **values: asked.append(args) or True)
    page.mend.none.click()
    qtbot.waitUntil(lambda: not page.mend.isVisible(), timeout=QUICK)
    assert len(asked) == 1
    assert wait(home, bonds(home).view()).hurts == ()
    assert any(line.effect == "A misunderstanding. It counts no longer." for line in page.model.lines)


def test_promises_of_both_sides_say_whose_they_are_and_can_be_kept_or_let_go(bond_in, qtbot):
    home, page = bond_in()
    rows = {row.loop.side: row for row in page.promises.told()}
    assert rows["promise"].accessibleName().startswith("You: Show her the harbour photo")
    assert rows["hers"].accessibleName().startswith("Mira: ")
    assert rows["plan"].cancel is not None
    kept = next(action for action in rows["promise"].menu().actions() if action.text() == "I kept it")
    kept.trigger()
    qtbot.waitUntil(lambda: len(page.promises.told()) == 2, timeout=QUICK)
    assert wait(home, bonds(home).view()).changes[0].cause in ("promise_kept", "repair", "milestone")
    page.promises.told()[0].cancel.click()
    qtbot.waitUntil(lambda: len(page.promises.told()) == 1, timeout=QUICK)
    assert page.undo()
    qtbot.waitUntil(lambda: len(page.promises.told()) == 2, timeout=QUICK)


def test_milestones_name_the_day_they_met_and_lead_into_the_talk(bond_in, qtbot):
    _, page = bond_in("eleven")
    rows = {row.mark.kind: row for row in page.milestones.told()}
    if "met" not in rows:
        page.milestones.unfold()
        rows = {row.mark.kind: row for row in page.milestones.told()}
    assert {"met", "stage", "mended", "joke"} <= set(rows)
    with qtbot.waitSignal(page.turn_wanted) as wanted:
        rows["met"].click()
    assert wanted.args == [rows["met"].mark.turn_id]


# --- hands, ears, eyes


def test_she_says_a_line_about_what_is_opened_once(bond_in, qtbot):
    home, page = bond_in(hurt=True)
    home.house.speech.mute(False)
    home.house.settings.voice.muted = False
    said = []
    home.house.conversation.aside = lambda sentence: said.append(sentence.text)
    home.house.speech.begin()
    open_first(page, qtbot, "You kept a promise")
    page.close_sheet()
    open_first(page, qtbot, "You kept a promise")
    assert said == [words()("bond.aloud.promise_kept")]
    home.house.settings.voice.muted = True
    open_first(page, qtbot, "You said sorry")
    assert len(said) == 1


def test_every_control_has_a_name_and_is_reached_by_tab(bond_in):
    _, page = bond_in(hurt=True)
    controls = [one for one in page.findChildren(QAbstractButton) if one.isVisible() and one.width() > 0]
    assert [one for one in controls if not one.accessibleName()] == []
    assert page.chart.accessibleName()
    index = page.model.index(0, 0)
    assert page.model.data(index, Qt.ItemDataRole.AccessibleTextRole).strip()
    interface = QAccessible.queryAccessibleInterface(page.chart)
    assert interface.text(QAccessible.Text.Description).strip()
    reached, here = set(), page.head.switch
    for _ in range(200):
        reached.add(here)
        here = here.nextInFocusChain()
    missing = [one for one in controls if one not in reached and one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert missing == []


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_no_word_of_a_full_page_is_clipped(bond_in, qtbot, lang):
    home, page = bond_in("two", lang, hurt=True)
    for width, height, scale in ((1280, 800, 1.0), (900, 600, 1.0), (420, 800, 1.0), (1280, 800, 2.0)):
        theme().set(scale=scale)
        home.window.resize(width, height)
        qtbot.waitUntil(lambda: clipped(home.window) == [], timeout=QUICK)
        page.list.opened.emit(page.model.lines[0])
        qtbot.waitUntil(lambda: clipped(home.window) == [], timeout=QUICK)
        page.close_sheet()

"""The first meeting: three screens, honest and skippable."""

from __future__ import annotations

from desktop.settings import Settings, load_settings
from desktop.theme.words import words

QUICK = 8000


def meet(home_in):
    settings = Settings()
    settings.lang = "en"
    settings.look.reduced_motion = True
    home = home_in(settings, size=(960, 640))
    home.window.open_page("first_run")
    return home, home.window.pages["first_run"]


def test_age_is_unticked_and_asked_for_before_going_on(home_in):
    _, meeting = meet(home_in)
    meeting.go_on()
    person = meeting.screens[1]
    assert not person.adult.isChecked()
    assert meeting.next.isEnabled()
    meeting.go_on()
    assert meeting.step == 1
    assert person.missing.isVisible()
    person.adult.click()
    meeting.go_on()
    assert meeting.step == 2


def test_name_age_and_notice_are_kept_and_she_greets_aloud(home_in, qtbot):
    home, meeting = meet(home_in)
    meeting.go_on()
    meeting.screens[1].name.setText("  Alex  ")
    meeting.screens[1].adult.click()
    meeting.go_on()
    meeting.skip.click()
    assert home.window.page == "talk"
    assert load_settings(home.house.folder).first_run_done
    qtbot.waitUntil(lambda: bool(home.texts("hers")), timeout=QUICK)
    qtbot.waitUntil(lambda: any("Alex" in text for text in home.voice.said), timeout=QUICK)
    person = home.house.bridge.wait(home.house.mind.person())
    assert (person.name, person.adult) == ("Alex", True)
    assert person.ai_notice_at is not None


def test_skipping_is_as_easy_as_going_on(home_in):
    _, meeting = meet(home_in)
    meeting.go(2)
    assert meeting.skip.isVisible()
    assert meeting.skip.height() == meeting.next.height()


def test_her_language_can_be_chosen_before_anything_else(home_in, qtbot):
    home, meeting = meet(home_in)
    meeting.languages.choices["ja"].click()
    assert words().lang == "ja"
    assert meeting.next.text() == words()("common.continue")
    qtbot.waitUntil(lambda: words()("first.says_0") in home.voice.said, timeout=QUICK)


def test_nothing_is_downloaded_before_the_button_with_its_size_is_pressed(home_in):
    _, meeting = meet(home_in)
    meeting.go(2)
    model = meeting.screens[2].model
    (row,) = model.rows.values()
    assert not row.fetch.running
    assert "40 MB" in row.deed.text()


def test_it_can_be_entered_again(home, qtbot):
    home.window.open_page("first_run")
    home.window.pages["first_run"].finish()
    assert home.window.page == "talk"
    home.window.open_page("first_run")
    assert home.window.pages["first_run"].step == 0

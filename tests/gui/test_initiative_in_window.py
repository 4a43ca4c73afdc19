"""She begins a talk in the window: in a moment that would do, quietly, without taking the keyboard or raising anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop.settings import load_settings
from desktop.theme.words import words
from mind.domain import Person
from mind.initiative import Presence
from tests.gui.test_talk_in_window import QUICK
from tests.support.gui_house import Home, settled

HERE = Presence(idle=1.0, window="active")


class ScriptedWatch:
    """Says what it is told."""

    def __init__(self, presence: Presence = HERE) -> None:
        self.now = presence

    def presence(self) -> Presence:
        return self.now


def allowed(lang: str = "en", **set_by_user: Any):
    """No hour is quiet: the tests run at any."""
    settings = settled(lang)
    settings.initiative.quiet_from = settings.initiative.quiet_to = "00:00"
    for name, value in set_by_user.items():
        setattr(settings.initiative, name, value)
    return settings


def expecting(home: Home, presence: Presence = HERE) -> ScriptedWatch:
    """Somebody told her yesterday of an exam that is over by now; nobody is in the way."""
    now = datetime.now().astimezone()
    said, due = now - timedelta(days=1), now - timedelta(hours=2)

    def lived(uow: Any) -> None:
        from mind.domain import FactProposal

        turn = uow.turns.add("user", "I have an exam tomorrow.", said, "en", "typed")
        fact = FactProposal(
            "plan.event", "user.plan.exam", "exam", "You have an exam.", turn.text, "en", due=due, slots={"event": "exam"}
        )
        memory = uow.memories.keep(fact, turn)
        uow.loops.open("plan", "You have an exam.", turn.text, turn, due=due, memory_id=memory.id)
        uow.commit()

    bridge, mind = home.house.bridge, home.house.mind
    bridge.wait(mind.set_person(Person(name="Robin", lang="en", adult=True, ai_notice_at=now)))
    bridge.wait(mind._store.run(lived))  # type: ignore[attr-defined]
    home.lead.initiative.watch = watch = ScriptedWatch(presence)
    return watch


def hers(home: Home) -> list[str]:
    return home.texts("hers")


def looked(home: Home, qtbot: Any) -> None:
    """One look, to its end."""
    home.lead.initiative.look()
    qtbot.waitUntil(lambda: not home.lead.initiative._asking and not home.talk._running, timeout=QUICK)


def test_she_writes_one_thing_that_is_kept_and_does_not_sound(home_in, qtbot):
    home = home_in(allowed())
    expecting(home)
    focus = QApplication.focusWidget()
    looked(home, qtbot)
    qtbot.waitUntil(lambda: len(hers(home)) == 1, timeout=QUICK)
    assert "exam" in hers(home)[0]
    assert home.voice.said == []
    assert QApplication.focusWidget() is focus
    assert not home.lead.initiative.mark.shown
    looked(home, qtbot)
    assert len(hers(home)) == 1


def test_she_says_it_where_the_user_set_that_she_may(home_in, qtbot):
    home = home_in(allowed(aloud=True))
    expecting(home)
    looked(home, qtbot)
    qtbot.waitUntil(lambda: bool(home.voice.said), timeout=QUICK)


IN_THE_WAY = (
    {"typing": True}, {"talking": True}, {"fullscreen": True}, {"locked": True}, {"call": True}, {"idle": 900.0},
    {"back_for": 5.0}, {"awake_for": 10.0}, {"opened_for": 30.0}, {"window": "shown", "fullscreen": None},
)  # fmt: skip


def test_nothing_is_begun_in_a_moment_that_would_not_do(home_in, qtbot):
    home = home_in(allowed())
    watch = expecting(home)
    for moment in IN_THE_WAY:
        watch.now = replace(HERE, **moment)
        looked(home, qtbot)
        assert hers(home) == [], moment
    watch.now = HERE
    looked(home, qtbot)
    qtbot.waitUntil(lambda: len(hers(home)) == 1, timeout=QUICK)


def test_nothing_is_begun_in_quiet_hours_or_where_the_user_wants_none(home_in, qtbot):
    home = home_in(allowed(quiet_from="00:00", quiet_to="23:59"))
    expecting(home)
    if datetime.now().strftime("%H:%M") != "23:59":
        looked(home, qtbot)
        assert hers(home) == []
    home.house.settings.initiative.quiet_to = "00:00"
    home.house.settings.initiative.enabled = False
    looked(home, qtbot)
    assert hers(home) == []


def test_a_hidden_window_stays_hidden_and_silent_and_says_it_in_its_title(home_in, qtbot, monkeypatch):
    home = home_in(allowed(aloud=True, notify=True))
    given: list[str] = []
    monkeypatch.setattr(home.lead.initiative.notice, "show", lambda name: given.append(name) or True)
    expecting(home, replace(HERE, window="hidden"))
    raised: list[str] = []
    monkeypatch.setattr(home.window, "raise_", lambda: raised.append("raise"))
    monkeypatch.setattr(home.window, "activateWindow", lambda: raised.append("activate"))
    looked(home, qtbot)
    qtbot.waitUntil(lambda: len(hers(home)) == 1, timeout=QUICK)
    assert home.voice.said == [] and raised == []
    assert home.window.windowTitle() == "Hearth · Mira has written a line"
    assert given == ["Mira"]


def test_the_title_is_plain_again_once_the_window_is_looked_at(home):
    mark = home.lead.initiative.mark
    mark.put("Mira")
    assert "written" in home.window.windowTitle()
    QApplication.sendEvent(home.window, QEvent(QEvent.Type.WindowActivate))
    assert home.window.windowTitle() == "Hearth"


def test_on_another_page_it_is_said_once_that_she_wrote(home_in, qtbot):
    home = home_in(allowed())
    expecting(home)
    home.window.open_page("diary")
    looked(home, qtbot)
    qtbot.waitUntil(lambda: len(hers(home)) == 1, timeout=QUICK)
    assert home.window.page == "diary"
    assert home.window.toast.isVisible()
    assert home.window.toast.accessibleName() == "Mira has written a line"


def test_her_words_can_be_answered_like_any_others(home_in, qtbot):
    home = home_in(allowed())
    expecting(home)
    looked(home, qtbot)
    qtbot.waitUntil(lambda: len(hers(home)) == 1, timeout=QUICK)
    home.talk.say("It went well!")
    qtbot.waitUntil(lambda: len(hers(home)) == 2, timeout=QUICK)


def test_the_user_sets_how_often_when_not_and_how_and_reads_why_she_is_quiet(home, qtbot):
    home.window.open_page("settings")
    page = home.window.pages["settings"]
    page.show_section("together")
    rows, kept = page.sections["together"].initiative, home.house.settings.initiative
    qtbot.waitUntil(lambda: rows.why.text() == "You two have not talked yet.", timeout=QUICK)
    assert (rows.often.value, rows.quiet_from.value, rows.quiet_to.value) == ("1", "21:00", "09:00")
    assert rows.often.currentText() == "Once a day"
    rows.often.setCurrentIndex(3)
    assert (kept.enabled, kept.a_day, bool(kept.chosen_at)) == (True, 3, True)
    rows.quiet_from.setCurrentIndex(rows.quiet_from.findData("22:30"))
    rows.aloud.click()
    rows.notify.click()
    again = load_settings(home.house.folder).initiative
    assert (again.a_day, again.quiet_from, again.aloud, again.notify) == (3, "22:30", True, True)
    rows.often.setCurrentIndex(0)
    assert (kept.enabled, kept.a_day) == (False, 3)
    assert not rows.quiet_from.isEnabled() and not rows.aloud.isEnabled()
    qtbot.waitUntil(lambda: rows.why.text() == "You set that she begins nothing.", timeout=QUICK)
    words().speak("zh")
    qtbot.waitUntil(lambda: rows.why.text() == "你设成了她不先开口。", timeout=QUICK)
    assert rows.often.currentText() == "完全不要"
    words().speak("en")


def test_an_hour_written_into_the_file_by_hand_is_shown_and_kept(home_in):
    home = home_in(allowed(quiet_from="21:17"))
    home.window.open_page("settings")
    page = home.window.pages["settings"]
    page.show_section("together")
    assert page.sections["together"].initiative.quiet_from.value == "21:17"
    assert home.house.settings.initiative.quiet_from == "21:17"

"""Shows what she does and how the microphone stands, everywhere at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desktop.hearing_page.told import call_of
from desktop.stage_view.state_pill import BY_KEY
from desktop.widgets.banner import announce
from desktop.window.shown_state import EarsNow, shown_state

if TYPE_CHECKING:
    from desktop.mate.mate_lead import MateLead
    from desktop.window.house import House
    from desktop.window.main_window import MainWindow

TOLD_ALOUD: Final = ("off", "push", "toggle", "loading", "wake", "listening", "muted", "lost")
"""States of the microphone that a screen reader is told; the others are heard."""

ANYWHERE: Final = "F8"
"""The key that talks wherever the focus is."""


def show(house: House, window: MainWindow, mate: MateLead, *, lost: bool) -> None:
    """Pill, microphones and posture. `lost`: nothing is heard, whatever is said."""
    hearing, settings, composer = house.hearing, house.settings, window.talk.composer
    now = EarsNow(hearing.state, hearing.can, lost, hearing.addressed)
    shown = shown_state(house.conversation.mood, now, settings.hearing, typing=bool(composer.pen.toPlainText()))
    call = call_of(settings) if shown.mic == "wake" else ""
    key = ANYWHERE if shown.pill in BY_KEY and writes(QApplication.focusWidget()) else ""
    before, button = window.stage.mic.state, window.stage.mic
    window.stage.pill.become(shown.pill, call or key)
    for mic in (button, composer.mic):
        mic.become(shown.mic, call)
    mate.show_state(shown.pill, shown.mic, call)
    composer.tell_state(shown.mic, window.stage.pill.word)
    house.player.activity(shown.activity)  # type: ignore[arg-type]
    if shown.mic != before and shown.mic in TOLD_ALOUD:
        announce(button, button.accessibleName(), urgent=shown.mic in ("muted", "lost"))


def writes(focus: QWidget | None) -> bool:
    """Whether keys write: Space then does, and only F8 is for talking."""
    return isinstance(focus, QLineEdit | QPlainTextEdit)

"""Shows what she does and how the microphone stands, everywhere at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.hearing_page.told import call_of
from desktop.widgets.banner import announce
from desktop.window.shown_state import EarsNow, shown_state

if TYPE_CHECKING:
    from desktop.mate.mate_lead import MateLead
    from desktop.window.house import House
    from desktop.window.main_window import MainWindow

TOLD_ALOUD: Final = ("off", "push", "toggle", "loading", "wake", "listening", "muted", "lost")
"""States of the microphone that a screen reader is told; the others are heard."""


def show(house: House, window: MainWindow, mate: MateLead, *, lost: bool) -> None:
    """Pill, microphones and posture. `lost`: nothing is heard, whatever is said."""
    hearing, settings, composer = house.hearing, house.settings, window.talk.composer
    now = EarsNow(hearing.state, hearing.can, lost, hearing.addressed)
    shown = shown_state(house.conversation.mood, now, settings.hearing, typing=bool(composer.pen.toPlainText()))
    call = call_of(settings) if shown.mic == "wake" else ""
    before, button = window.stage.mic.state, window.stage.mic
    window.stage.pill.become(shown.pill, call)
    for mic in (button, composer.mic):
        mic.become(shown.mic, call)
    mate.show_state(shown.pill, shown.mic, call)
    composer.tell_state(shown.mic, window.stage.pill.word)
    house.player.activity(shown.activity)  # type: ignore[arg-type]
    if shown.mic != before and shown.mic in TOLD_ALOUD:
        announce(button, button.accessibleName(), urgent=shown.mic in ("muted", "lost"))

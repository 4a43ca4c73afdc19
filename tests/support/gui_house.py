"""A window over a real companion, store and offline brain; voice, ear and body are scripted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from avatars.creator.person import CreatedPerson
from desktop.settings import Settings
from desktop.window.house import House
from desktop.window.lead import Lead
from desktop.window.main_window import MainWindow
from desktop.window.opening import Makers, application, build_house, close_house, furnish
from mind.brains.probe import FoundServer
from tests.support.gui_body import ScriptedBody
from tests.support.gui_voice import ScriptedVoice, VoiceBox


@dataclass
class Home:
    """The parts a test reaches for."""

    house: House
    window: MainWindow
    lead: Lead
    voices: VoiceBox
    closed: bool = False

    @property
    def voice(self) -> ScriptedVoice:
        assert self.voices.voice is not None
        return self.voices.voice

    @property
    def talk(self) -> Any:
        return self.house.conversation

    def texts(self, kind: str) -> list[str]:
        """What stands in the rows of one kind."""
        return [row.text for row in self.talk.model.rows if row.kind == kind]

    def close(self) -> None:
        if self.closed:
            return
        self.closed = True
        self.window.close()
        close_house(self.house)
        self.window.deleteLater()
        app = QApplication.instance()
        assert app is not None
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def created(width: int, height: int, person: CreatedPerson) -> ScriptedBody:
    """A scripted body for somebody the user made."""
    made = ScriptedBody(width, height, person.name)
    made.shape(person.shape)
    return made


async def nobody() -> tuple[FoundServer, ...]:
    """No server on this machine, whatever runs on it."""
    return ()


def settled(lang: str = "en", **look: Any) -> Settings:
    """Settings of someone who has met her."""
    settings = Settings()
    settings.lang = lang  # type: ignore[assignment]
    settings.first_run_done = True
    settings.look.theme = "day"
    settings.look.reduced_motion = True
    for name, value in look.items():
        setattr(settings.look, name, value)
    return settings


def open_home(
    folder: Path, settings: Settings | None = None, *, at_once: bool = True, ear: Callable[..., Any] | None = None,
    body: Callable[..., Any] | None = ScriptedBody,
    size: tuple[int, int] = (1280, 800), **makers: Any,
) -> Home:
    """Open a window; not yet greeted. Other `makers` replace those of the house."""
    application()
    voices = VoiceBox(at_once=at_once)
    parts: dict[str, Any] = {"voice": voices, "ear": lambda *_: ear, "body": body, "servers": nobody, "created": created} | makers
    house = build_house(folder, settings or settled(), makers=Makers(**parts))
    window, lead = furnish(house)
    window.resize(*size)
    window.show()
    window.activateWindow()
    app = QApplication.instance()
    assert app is not None
    app.processEvents()
    lead.appear()
    return Home(house, window, lead, voices)

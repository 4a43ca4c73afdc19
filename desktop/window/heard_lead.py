"""What being called, and writing in another language, do in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop.window.lead import Lead


class HeardLead(QObject):
    """Her ears follow the language of the talk and the name she has; called, she looks up and nods."""

    def __init__(self, lead: Lead) -> None:
        super().__init__(lead)
        self._house = lead.house
        lead.window.talk.composer.written.connect(lambda text, _: self.follow(text, lead.window.talk.composer.channel))
        self._house.hearing.woken.connect(lambda _: self._house.player.gesture("nod"))
        self._house.conversation.terms_set.connect(lambda _: self.rename())
        self._house.changes.terms.connect(lambda _: self.rename())

    def follow(self, text: str, channel: str) -> None:
        """The user wrote something."""
        if channel == "typed" and self._house.heard.wrote(text):
            self._house.open_ears()

    def rename(self) -> None:
        """Who waits for her name waits for the one she has."""
        hearing = self._house.settings.hearing
        if hearing.mode == "wake" and not hearing.wake_names:
            self._house.open_ears()

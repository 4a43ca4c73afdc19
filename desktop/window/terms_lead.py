"""What the window does when the user names her, chooses what the two are, or has everything erased."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from desktop.theme.words import words
from mind.character import MIRA
from mind.domain import Terms
from mind.turn.terms import names_by

if TYPE_CHECKING:
    from desktop.window.lead import Lead

HOLD_WORDS: Final = ("memory", "diary", "bond", "wardrobe")
"""Pages that show what is kept; made anew when next opened."""


class TermsLead(QObject):
    """Holds the wires between the terms, wherever they are set, and all that shows them."""

    def __init__(self, lead: Lead) -> None:
        super().__init__(lead)
        self._lead, self._house = lead, lead.house
        talk, changes = self._house.conversation, self._house.changes
        talk.terms_set.connect(self.call_her)
        talk.erased.connect(self.erased)
        changes.terms.connect(self.call_her)
        changes.bond.connect(talk.ask_bond)
        changes.erased.connect(self.erased)

    def call_her(self, terms: Terms) -> None:
        """Every place that prints her name follows."""
        self._house.names = names_by(MIRA.names, terms)
        words().call_her(self._house.names)
        self._house.hearing.call_her(self._house.names.values())
        self._house.conversation.ask_bond()
        settings = self._lead.window.pages.get("settings")
        if getattr(settings, "current", "") == "together":
            settings.refresh()  # type: ignore[union-attr]

    def erased(self) -> None:
        """Nothing of the two is kept any more: nothing of it is shown."""
        lead, house = self._lead, self._house
        window = lead.window
        window.talk.close_receipt()
        lead.why.close()
        if window.page in HOLD_WORDS:
            window.open_page("talk")
        for page in HOLD_WORDS:
            window.drop_page(page)
        house.conversation.forget_all()
        self.call_her(Terms())
        now = datetime.now().astimezone()
        house.conversation.model.notice(words()("terms.erased_title"), words()("terms.erased_text"), now)
        house.bridge.submit(house.mind.outfit(), lead.fitting.dress, house.conversation.fail)
        house.wearing.begin()

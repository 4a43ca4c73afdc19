"""In which language the user is listened to: as they chose, and as they came to write."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mind.languages import Lang

TURNS: Final = 2
"""Messages in a row in another language after which the talk has changed to it for good: one may be a quotation."""


class HeardLanguage:
    """`lang` is the language now. `can` tells whether there are ears for one: without, nothing is gained by a change."""

    def __init__(self, chosen: Lang, can: Callable[[Lang], bool]) -> None:
        self._chosen, self._can = chosen, can
        self._other: list[Lang] = []
        self.lang = chosen

    def choose(self, lang: Lang) -> None:
        """The user chose the language of the window; choosing the same again changes nothing."""
        if lang != self._chosen:
            self._chosen = self.lang = lang
            self._other = []

    def wrote(self, text: str) -> bool:
        """The user typed something; whether they are listened to in another language from now on."""
        from mind.talk import detect_language

        lang = detect_language(text, self.lang)
        if lang == self.lang:
            self._other = []
            return False
        self._other = [*(one for one in self._other if one == lang), lang]
        if len(self._other) < TURNS or not self._can(lang):
            return False
        self.lang, self._other = lang, []
        return True

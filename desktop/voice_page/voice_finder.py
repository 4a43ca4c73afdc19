"""A long list of voices: search, language, and the first of what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.conversation.voice_choices import VoiceChoice, family_of, is_set, language_name, sorted_for
from desktop.settings_page.section import side_by_side
from desktop.theme.words import words
from desktop.voice_page.voice_shelf import VoiceShelf
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.search_field import SearchField
from desktop.widgets.select import Select
from desktop.window.house import House

FIRST: Final = 6
"""Cards shown before one asks for the rest."""
SEARCH_FROM: Final = 7
"""Fewer voices than this need no search."""


class VoiceFinder(QWidget):
    """`offer` it voices; it shows those that match, two side by side."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._all: list[VoiceChoice] = []
        self._whole = False
        self._picked: str | None = None
        """The language that was picked by hand; empty for all."""
        self.search = SearchField("voice.find.field", "voice.find.clear")
        self.language = Select("voice.find.language")
        self._tools = side_by_side(self.search, self.language)
        self.shelf = VoiceShelf(house, 2, listed=True)
        self._none = Paragraph("body", "ink2")
        words().bind(self._none, self._none.setText, "voice.find.none")
        self.rest = Push("", "text", self.show_whole, small=True, flush=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self._tools, self.shelf, self._none, self.rest):
            column.addWidget(part)
        self.search.textChanged.connect(lambda _: self.begin_anew())
        self.language.currentIndexChanged.connect(lambda _: self.pick())
        words().changed.connect(self.reword)
        self.show_found()

    def offer(self, choices: Sequence[VoiceChoice]) -> None:
        """Another list. The language of the window is looked through first, where any voice speaks it."""
        self._all = list(choices)
        self.reword()

    def reword(self) -> None:
        """The languages by name, most voices first after the window's own."""
        lang = words().lang
        count = Counter(family for choice in self._all for family in {family_of(tag) for tag in choice.langs})
        families = sorted(count, key=lambda family: (family != lang, -count[family], language_name(family)))
        options = [(each, self.option(each, count[each])) for each in families]
        whole = ("", words()("voice.find.any_count", count=len(self._all)))
        wanted = lang if self._picked is None else self._picked
        self.language.offer([*options, whole], wanted if wanted in count else "")
        self.language.setVisible(len(families) > 1)
        self._tools.setVisible(len(self._all) >= SEARCH_FROM)
        self.begin_anew()

    def option(self, family: str, count: int) -> str:
        """A language and how many speak it."""
        return words()("voice.find.in_language", language=language_name(family), count=count)

    def pick(self) -> None:
        """Another language."""
        self._picked = self.language.value
        self.begin_anew()

    def begin_anew(self) -> None:
        """Other words or another language: the first of what is found."""
        self._whole = False
        self.show_found()

    def show_whole(self) -> None:
        """All that was found."""
        self._whole = True
        at = len(self.shelf.cards)
        self.show_found()
        if at < len(self.shelf.cards):
            self.shelf.cards[at].setFocus()

    def found(self) -> list[VoiceChoice]:
        """What the search asks for, the chosen voice first."""
        wanted, family = self.search.text().casefold().split(), self.language.value
        voice = self._house.voice
        matching = [
            choice for choice in self._all
            if all(word in told(choice) for word in wanted)
            and (not family or not choice.langs or family in map(family_of, choice.langs))
        ]  # fmt: skip
        return sorted(sorted_for(matching, words().lang), key=lambda choice: not is_set(choice, voice))

    def show_found(self) -> None:
        """Cards for it."""
        found = self.found()
        shown = found if self._whole else found[:FIRST]
        self.shelf.put(shown)
        self.shelf.setVisible(bool(shown))
        self._none.setVisible(bool(self._all) and not found)
        left = len(found) - len(shown)
        self.rest.setVisible(left > 0)
        self.rest.setText(words()("voice.find.rest", count=left))


def told(choice: VoiceChoice) -> str:
    """All by which a voice may be looked for."""
    return f"{choice.name()} {choice.voice} {choice.languages()} {' '.join(choice.langs)}".casefold()

"""Rows of "The two of you": how often she may begin, when not, how it is told, and why she has been quiet."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QHBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from desktop.initiative.budget_of import budget_of
from desktop.initiative.told import why_quiet
from desktop.settings_page.section import Section
from desktop.theme.words import words
from desktop.widgets.banner import announce
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.select import Select
from desktop.widgets.switch import Switch
from desktop.window.house import House
from mind.initiative import Decision, Presence

MOST: Final = 5
NOBODY_IN_THE_WAY: Final = Presence(idle=0.0)
"""The question is why she was quiet all day, not why she is while the settings are open."""


class TimeField(QTimeEdit):
    """A time of day that is kept when it is left."""

    def __init__(self, house: House, name: str) -> None:
        super().__init__()
        self._house, self._name = house, name
        self.setDisplayFormat("HH:mm")
        self.setWrapping(True)
        self.setButtonSymbols(QTimeEdit.ButtonSymbols.NoButtons)
        words().bind(self, self.setAccessibleName, f"initiative.{name}")
        self.show_time()
        self.timeChanged.connect(self.keep)

    def show_time(self) -> None:
        """What is set."""
        wanted = QTime.fromString(getattr(self._house.settings.initiative, self._name), "HH:mm")
        if wanted != self.time():
            self.setTime(wanted)

    def keep(self, at: QTime) -> None:
        """Keep it."""
        text = at.toString("HH:mm")
        if text != getattr(self._house.settings.initiative, self._name):
            setattr(self._house.settings.initiative, self._name, text)
            self._house.keep()


class WhyQuiet(QWidget):
    """A button and, under it, the answer in words."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self.ask = Push("initiative.why_ask", "secondary", self.look)
        self.answer = Paragraph("body", "ink2")
        self.answer.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self.ask)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.answer)

    def look(self) -> None:
        """Ask the mind."""
        budget = budget_of(self._house.settings.initiative)
        self._house.bridge.submit(self._house.mind.may_begin(budget, NOBODY_IN_THE_WAY), self.tell, self._house.conversation.fail)

    def tell(self, decision: Decision) -> None:
        """Say it, also to who listens."""
        words_for_it = why_quiet(decision, words().lang)
        self.answer.setText(words_for_it)
        self.answer.show()
        announce(self, words_for_it)

    def forget(self) -> None:
        """An answer of before holds no longer."""
        self.answer.hide()


class InitiativeRows:
    """At the end of a section; `refresh` shows what is set."""

    def __init__(self, section: Section) -> None:
        self._house = section.house
        section.label("initiative.title")
        self.often = Select("initiative.title")
        self.often.currentIndexChanged.connect(lambda _: self.choose(int(self.often.value)))
        self.quiet_from, self.quiet_to = TimeField(section.house, "quiet_from"), TimeField(section.house, "quiet_to")
        self.aloud, self.notify = Switch("initiative.aloud"), Switch("initiative.notify")
        self.aloud.toggled.connect(lambda on: self.switch("aloud", on))
        self.notify.toggled.connect(lambda on: self.switch("notify", on))
        self.why = WhyQuiet(section.house)
        section.row("initiative.title", self.often, help_key="initiative.a_day_help")
        section.row("initiative.quiet", self.hours(), help_key="initiative.quiet_help")
        section.row("initiative.aloud", self.aloud, help_key="initiative.aloud_help", stretch=False)
        section.row("initiative.notify", self.notify, help_key="initiative.notify_help", stretch=False)
        section.row("initiative.why", self.why)
        self.refresh()

    def hours(self) -> QWidget:
        """From and until, with the word between them."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        until = Paragraph("body", "ink2", wrap=False)
        words().bind(until, until.setText, "initiative.quiet_until")
        for widget in (self.quiet_from, until, self.quiet_to):
            row.addWidget(widget)
        row.addStretch(1)
        return holder

    def refresh(self) -> None:
        """What is set."""
        settings = self._house.settings.initiative
        chosen = settings.a_day if settings.enabled else 0
        self.often.offer([(str(n), words()(f"initiative.a_day_{n}")) for n in range(MOST + 1)], str(chosen))
        for field in (self.quiet_from, self.quiet_to):
            field.show_time()
        for switch, on in ((self.aloud, settings.aloud), (self.notify, settings.notify)):
            switch.blockSignals(True)
            switch.setChecked(on)
            switch.put(1.0 if on else 0.0)
            switch.blockSignals(False)
        self.allow()
        self.why.forget()

    def allow(self) -> None:
        """Without beginnings the rest has nothing to say."""
        on = budget_of(self._house.settings.initiative).allows
        for widget in (self.quiet_from, self.quiet_to, self.aloud, self.notify):
            widget.setEnabled(on)

    def choose(self, a_day: int) -> None:
        """How often; from now on she may try anew."""
        settings = self._house.settings.initiative
        settings.enabled = a_day > 0
        if a_day > 0:
            settings.a_day = a_day
        settings.chosen_at = datetime.now().astimezone().isoformat(timespec="seconds")
        self._house.keep()
        self.allow()
        self.why.forget()

    def switch(self, name: str, on: bool) -> None:
        """Aloud, or a notice."""
        setattr(self._house.settings.initiative, name, on)
        self._house.keep()

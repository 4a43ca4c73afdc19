"""Rows of "The two of you": how often she may begin, when not, how it is told, and why she has been quiet."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.initiative.budget_of import budget_of
from desktop.initiative.told import why_quiet
from desktop.settings_page.section import Section
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.select import Select
from desktop.widgets.switch import Switch
from desktop.window.house import House
from mind.initiative import Decision, Presence

MOST: Final = 5
NOBODY_IN_THE_WAY: Final = Presence(idle=0.0)
"""The question is why she was quiet all day, not why she is while the settings are open."""


class HourField(Select):
    """A time of day, by the half hour; one that was written into the file by hand stands among them."""

    def __init__(self, house: House, name: str) -> None:
        super().__init__(f"initiative.{name}")
        self._house, self._name = house, name
        self.restyle()
        self.show_time()
        self.currentIndexChanged.connect(lambda _: self.keep())

    def restyle(self) -> None:
        """Room for five figures, and no more: two of these stand in a row, on a narrow window too."""
        self.setFixedWidth(theme().px(114))

    def show_time(self) -> None:
        """What is set."""
        at = str(getattr(self._house.settings.initiative, self._name))
        times = sorted({at, *(f"{hour:02d}:{minute:02d}" for hour in range(24) for minute in (0, 30))})
        self.offer([(one, one) for one in times], at)

    def keep(self) -> None:
        """Keep it."""
        if self.value != getattr(self._house.settings.initiative, self._name):
            setattr(self._house.settings.initiative, self._name, self.value)
            self._house.keep()


class InitiativeRows:
    """At the end of a section; `refresh` shows what is set."""

    def __init__(self, section: Section) -> None:
        self._house = section.house
        section.label("initiative.title")
        self.often = Select("initiative.often")
        self.often.currentIndexChanged.connect(lambda _: self.choose(int(self.often.value)))
        self.quiet_from, self.quiet_to = HourField(section.house, "quiet_from"), HourField(section.house, "quiet_to")
        self.aloud, self.notify = Switch("initiative.aloud"), Switch("initiative.notify")
        self.aloud.toggled.connect(lambda on: self.switch("aloud", on))
        self.notify.toggled.connect(lambda on: self.switch("notify", on))
        for field in (self.quiet_from, self.quiet_to):
            field.currentIndexChanged.connect(lambda _: self.ask())
        self.why = Paragraph("body", "ink2")
        section.row("initiative.often", self.often, help_key="initiative.a_day_help")
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
        row.setSpacing(8)
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
        self.ask()

    def ask(self) -> None:
        """Why she has been quiet, or that nothing keeps her from beginning."""
        budget = budget_of(self._house.settings.initiative)
        asked = self._house.mind.may_begin(budget, NOBODY_IN_THE_WAY)
        self._house.bridge.submit(asked, self.tell, self._house.conversation.fail)

    def tell(self, decision: Decision) -> None:
        """The answer."""
        self.why.setText(why_quiet(decision, words().lang))

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
        self.ask()

    def switch(self, name: str, on: bool) -> None:
        """Aloud, or a notice."""
        setattr(self._house.settings.initiative, name, on)
        self._house.keep()

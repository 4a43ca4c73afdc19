"""How she listens: a try, when, to which name, how patiently, over her own voice, and what understands the words."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.hearing_page.echo_row import EchoRow
from desktop.hearing_page.engine_panel import EnginePanel
from desktop.hearing_page.mode_cards import ModeCards
from desktop.hearing_page.patience_row import PatienceRow
from desktop.hearing_page.switch_row import flag_row
from desktop.hearing_page.try_card import TryCard
from desktop.hearing_page.wake_panel import WakePanel
from desktop.settings_page.section import Section
from desktop.theme.words import words
from desktop.window.house import House
from mind.brains.address import host_of


class HearingSection(Section):
    """Changes count from the next sentence on; tries are no part of the talk."""

    name = "hearing"

    def __init__(self, house: House) -> None:
        super().__init__(house, f"hearing.title.{house.settings.look.avatar}", "hearing.here")
        self.test = TryCard(house)
        self.column.addWidget(self.test)
        self.label("hearing.mode.label")
        self.mode = ModeCards(house)
        self.column.addWidget(self.mode)
        self.column.addSpacing(4)
        self.wake = WakePanel(house)
        self.wake_row = self.row("hearing.wake.label", self.wake, help_key="hearing.wake.help", top=True)
        self.patience = PatienceRow(house)
        self.patience_row = self.row("hearing.patience.label", self.patience, help_key="hearing.patience.help", top=True)
        self.review, _ = flag_row(self, "review", "review")
        self.barge_in, self.barge_row = flag_row(self, "barge", "barge_in")
        self.echo = EchoRow(house)
        self.row("hearing.echo.label", self.echo, help_key="hearing.echo.help", top=True)
        self.acknowledge, _ = flag_row(self, "ack", "acknowledge")
        self.latency, _ = flag_row(self, "latency", "latency")
        self.label("hearing.engine.label")
        self.engine = EnginePanel(house)
        self.model = self.engine.models
        self.column.addWidget(self.engine)
        self.column.addStretch(1)
        self.mode.chosen.connect(self.mode_chosen)
        self.wake.changed.connect(self.test.again)
        self.wake.changed.connect(self.mode.refresh)
        self.barge_in.toggled.connect(lambda _: self.refresh())
        self.engine.changed.connect(self.engine_changed)
        self.patience.choice.chosen.connect(lambda _: self.test.again())
        words().changed.connect(self.refresh)
        house.changes.avatar.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is set."""
        hearing = self.house.settings.hearing
        self.title.setText(words()(f"hearing.title.{self.house.settings.look.avatar}"))
        away = hearing.engine == "server" and bool(hearing.server_url)
        self.lead.setText(words()("hearing.away", host=host_of(hearing.server_url)) if away else words()("hearing.here"))
        self.mode.refresh()
        self.wake_row.setVisible(hearing.mode == "wake")
        if hearing.mode == "wake":
            self.wake.refresh()
        self.patience_row.setVisible(hearing.mode != "push")
        self.patience.refresh()
        for switch in (self.review, self.barge_in, self.acknowledge, self.latency):
            switch.refresh()
        self.barge_row.help.setText(words()("hearing.barge.on" if hearing.barge_in else "hearing.barge.off"))
        self.barge_row.help.show()
        self.echo.refresh()
        self.engine.refresh()

    def mode_chosen(self) -> None:
        """Another way to listen."""
        self.refresh()
        self.test.again()

    def engine_changed(self) -> None:
        """Another model or server."""
        self.refresh()
        self.test.again()

    def first(self) -> QWidget:
        """The microphone to try."""
        return self.test.mic

"""A setting of listening that is on or off."""

from __future__ import annotations

from typing import Literal

from desktop.settings_page.section import Section, SettingRow
from desktop.widgets.switch import Switch
from desktop.window.house import House

Flag = Literal["review", "barge_in", "acknowledge", "latency"]


class FlagSwitch(Switch):
    """Keeps the flag of that name."""

    def __init__(self, house: House, key: str, flag: Flag) -> None:
        super().__init__(key)
        self._house, self._flag = house, flag
        self.refresh()
        self.toggled.connect(self.keep)

    def refresh(self) -> None:
        """What is set."""
        self.blockSignals(True)
        self.setChecked(bool(getattr(self._house.settings.hearing, self._flag)))
        self.blockSignals(False)
        self.put(1.0 if self.isChecked() else 0.0)

    def keep(self, on: bool) -> None:
        """From now on."""
        setattr(self._house.settings.hearing, self._flag, on)
        self._house.keep()
        self._house.changes.ears.emit()


def flag_row(section: Section, name: str, flag: Flag) -> tuple[FlagSwitch, SettingRow]:
    """Its row in a section: label and help under `name`; what it means to be spoken over is told by the section."""
    key = f"hearing.{name}"
    switch = FlagSwitch(section.house, f"{key}.label", flag)
    switch = FlagSwitch(section.house, f"{key}.label", flag)
    help_key = "" if flag == "barge_in" else f"{key}.help"
    return switch, section.row(f"{key}.label", switch, help_key=help_key, stretch=False)

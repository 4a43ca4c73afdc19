"""Opens the page where lips and sound are measured, brings her mouth near for it, and puts all back afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from desktop.theme.theme import theme

if TYPE_CHECKING:
    from desktop.calibration.calibration_page import CalibrationPage
    from desktop.window.arrangement import Page
    from desktop.window.house import House
    from desktop.window.main_window import MainWindow

NEAR: Final = 2.4
"""How much nearer than her face."""
DOWN: Final = -0.085
"""Parts of the framing's height the view goes down to her mouth."""


class CalibrationLead(QObject):
    """While it is open she says nothing else, and no caption lies over her mouth."""

    def __init__(self, house: House, window: MainWindow) -> None:
        super().__init__(window)
        self._house, self._window = house, window
        self._from: Page = "talk"
        self.page: CalibrationPage | None = None
        house.changes.calibration.connect(self.open)
        window.opened.connect(self.page_opened)

    def open(self) -> None:
        """From whichever page it was asked for."""
        from desktop.calibration.calibration_page import CalibrationPage

        if self.page is not None:
            return
        window = self._window
        self._house.conversation.stop()
        self._from = window.page
        page = window.make_page("calibration")
        assert isinstance(page, CalibrationPage)
        self.page = page
        page.left.connect(self.close)
        page.step_changed.connect(self.show_step)
        window.open_page("calibration")
        window.stage.show_captions(False)
        self._house.changes.drawn.emit()

    def page_opened(self, page: str) -> None:
        """Another page was opened meanwhile: that is leaving it."""
        if self.page is not None and page != "calibration":
            self._from = self._window.page
            self.page.leave()

    def show_step(self, step: str) -> None:
        """Her mouth near for the last step."""
        if step == "mouth":
            time = 0.0 if theme().reduced else 0.8
            self._house.player.zoom(NEAR, time)
            self._house.player.shift(0.0, DOWN, time)
        else:
            self._house.changes.drawn.emit()

    def close(self) -> None:
        """Back to where it was opened, with camera and captions as they were."""
        if self.page is None:
            return
        self.page = None
        self._window.stage.show_captions(self._house.settings.voice.captions)
        if self._window.page == "calibration":
            self._window.open_page(self._from if self._from != "calibration" else "talk")
        self._house.changes.drawn.emit()
        self._window.drop_page("calibration")

    def escape(self) -> bool:
        """Leave it; True if it was open."""
        if self.page is None:
            return False
        self.page.leave()
        return True

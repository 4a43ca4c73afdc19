"""The look of the process: which colours, how large, how much motion. One per process, like the palette."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication

from desktop.theme import motion, type_scale
from desktop.theme.tokens import DAY, NIGHT
from mind.languages import Lang

Choice = Literal["system", "day", "night"]


class Theme(QObject):
    """Colours, fonts and motion as they are now; `changed` after any of them moved."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice: Choice = "system"
        self.lang: Lang = "en"
        self.scale = 1.0
        self.reduced = False

    @property
    def night(self) -> bool:
        """Whether the night dictionary is in use."""
        if self.choice != "system":
            return self.choice == "night"
        hints = QGuiApplication.styleHints()
        return hints is not None and hints.colorScheme() == Qt.ColorScheme.Dark

    def hex(self, token: str) -> str:
        """A token's value as written in the token file."""
        return (NIGHT if self.night else DAY)[token]

    def colour(self, token: str, opacity: float = 1.0) -> QColor:
        """A token as a colour, `opacity` multiplied in."""
        made = QColor(self.hex(token))
        if opacity < 1.0:
            made.setAlphaF(made.alphaF() * opacity)
        return made

    def font(self, role: str) -> QFont:
        """The font of a role in the interface language."""
        return type_scale.font(role, self.lang, self.scale)

    def line(self, role: str) -> float:
        """Baseline to baseline of a role."""
        return type_scale.line_height(role, self.lang, self.scale)

    def px(self, size: float) -> int:
        """A length that grows with the text."""
        return round(size * self.scale)

    def lasting(self, milliseconds: int, *, slides: bool = False) -> int:
        """How long an animation may take now."""
        return motion.lasting(milliseconds, reduced=self.reduced, slides=slides)

    def set(
        self, *, choice: Choice | None = None, lang: Lang | None = None, scale: float | None = None,
        reduced: bool | None = None,
    ) -> None:
        """Change what is given, then tell everyone once."""
        self.choice = choice or self.choice
        self.lang = lang or self.lang
        self.scale = scale or self.scale
        self.reduced = self.reduced if reduced is None else reduced
        self.changed.emit()


@lru_cache(maxsize=1)
def theme() -> Theme:
    """The one theme of this process."""
    return Theme()


def system_wants_less_motion() -> bool:
    """What the desktop says about animations; False where it says nothing."""
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    asked = getattr(accessibility() if callable(accessibility) else None, "reducedMotion", None)
    if callable(asked):
        return bool(asked())
    return os.environ.get("GTK_ENABLE_ANIMATIONS", "1") == "0"


def system_wants_more_contrast() -> bool:
    """Whether the desktop asks for high contrast; False where it says nothing."""
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    asked = getattr(accessibility() if callable(accessibility) else None, "contrastPreference", None)
    return callable(asked) and asked() == Qt.ContrastPreference.HighContrast

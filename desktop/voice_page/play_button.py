"""Plays a voice and stops it: the disc shows which of the two a press does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from desktop.conversation.voice_trial import TrialState
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.round_button import RoundButton

SIDE = 34
DISCS: dict[TrialState, tuple[str, str, str]] = {
    "": ("voice", "sunken", "ink2"), "preparing": ("more", "pine", "on_pine"), "sounding": ("stop", "pine", "on_pine"),
}  # fmt: skip
"""Icon, ground and ink of each state."""
SAYS: dict[TrialState, str] = {"": "voice.hear", "preparing": "voice.preparing", "sounding": "voice.stop"}


class PlayButton(RoundButton):
    """Of the voice called `name`; Enter presses it as the space bar does."""

    def __init__(self, pressed: Callable[[], object]) -> None:
        super().__init__("voice", "voice.hear_it", SIDE, ground="sunken", ink="ink2", icon_size=16, pressed=pressed)
        self._name = ""
        self.state: TrialState = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.restyle()
        words().changed.connect(self.say_state)

    def call_voice(self, name: str) -> None:
        """Whose voice it plays."""
        self._name = name
        self.say_state()

    def become(self, state: TrialState) -> None:
        """Idle, preparing or sounding."""
        self.state = state
        icon_name, ground, ink = DISCS[state]
        self.restyle()
        self.dress(icon_name, ground, ink)
        self.say_state()

    def restyle(self) -> None:
        """Disc and icon grow with the text, up to a half."""
        grow = min(1.5, theme().scale)
        self._size = round(SIDE * grow)
        self._icon_size = round((12 if self.state == "sounding" else 16) * grow)
        self.updateGeometry()

    def say_state(self) -> None:
        """Its words tell what a press does."""
        self.call(words()(SAYS[self.state], name=self._name))

"""Keeps body and voice as the bond has them: after every reply, and now and then while time passes."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer

from desktop.bearing.shown import bearing_of, sound_of
from desktop.theme.theme import theme
from desktop.window.house import House
from mind.bond.manner import Manner, manner_of

log = logging.getLogger("hearth.bearing")

SECONDS: Final = 8.0
CALM_SECONDS: Final = 20.0
"""How long a change takes to show in her; with less motion so long that nobody sees it happen."""
EVERY: Final = 300_000
"""Milliseconds between two looks at the bond while nobody talks: a mood passes, a hurt fades."""
GENTLE: Final = 3600.0
"""Seconds after words of a crisis in which no hurt and no teasing show: then she is simply there."""


class BearingLead(QObject):
    """Asks the mind how the two stand, tells body and voice."""

    def __init__(self, house: House, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._house = house
        self._manner: Manner | None = None
        self._gentle_until = 0.0
        talk = house.conversation
        talk.bond_moved.connect(lambda *_: self.look())
        talk.busy_changed.connect(lambda busy: None if busy else self.look())
        talk.crisis.connect(lambda _: self.be_gentle())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(EVERY)
        self.look()

    @property
    def manner(self) -> Manner | None:
        """How she is with the user now; None until the mind told it."""
        return self._manner

    def look(self) -> None:
        """See how the two stand, and let it show."""
        mind = self._house.mind

        async def now() -> Manner:
            summary, _ = await mind.bond(1)
            return manner_of(summary, (await mind.bonds.terms()).relation)

        self._house.bridge.submit(now(), self.take, self.keep)

    def keep(self, fault: Exception) -> None:
        """The mind could not tell: she stays as she is. What is wrong is shown where the bond itself is asked for."""
        log.info("bearing_kept=%s", type(fault).__name__)

    def be_gentle(self) -> None:
        """Words of a crisis were said: whatever stood between the two, she is open now."""
        self._gentle_until = time.monotonic() + GENTLE
        if self._manner is not None:
            self.take(self._manner)

    def take(self, manner: Manner) -> None:
        """Carry herself and sound so from now on."""
        if time.monotonic() < self._gentle_until:
            manner = replace(manner, guard=0.0, tension=0.0)
        first, same = self._manner is None, manner == self._manner
        self._manner = manner
        self._house.speech.tone = sound_of(manner)
        if not same:
            seconds = CALM_SECONDS if theme().reduced else SECONDS
            self._house.player.bear(bearing_of(manner), 0.0 if first else seconds)

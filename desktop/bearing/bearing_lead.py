"""Keeps body and voice as the bond has them: after every reply, and now and then while time passes."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer

from desktop.bearing.shown import OWN, bearing_of, sound_of
from desktop.theme.theme import theme
from desktop.window.house import House
from mind.bond.manner import Manner, guard_of, manner_of
from mind.taste.packs import Sound, pack_of
from mind.turn.relation_notes import GUARDED
from mind.turn.taste_book import TasteView

log = logging.getLogger("hearth.bearing")

SECONDS: Final = 8.0
CALM_SECONDS: Final = 20.0
"""How long a change takes to show in her; with less motion so long that nobody sees it happen."""
EVERY: Final = 300_000
"""Milliseconds between two looks at the bond while nobody talks: a mood passes, a hurt fades."""
GENTLE: Final = 3600.0
"""Seconds after words of a crisis in which no hurt and no teasing show: then she is simply there."""


def told_of(card: TasteView, *, rests: bool) -> tuple[Sound, float]:
    """The sound of the manner that was set, unless it `rests`, and how quick a talk the user likes."""
    pack, pace = pack_of(card.pack), card.of("pace")
    return (pack.sound if pack is not None and not rests else OWN), (pace.value or 0.0) if pace is not None else 0.0


class BearingLead(QObject):
    """Asks the mind how the two stand, tells body and voice."""

    def __init__(self, house: House, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._house = house
        self._manner: Manner | None = None
        self._sound, self._pace = OWN, 0.0
        self._gentle_until = 0.0
        talk = house.conversation
        talk.bond_moved.connect(lambda *_: self.look())
        talk.busy_changed.connect(lambda busy: None if busy else self.look())
        talk.crisis.connect(lambda _: self.be_gentle())
        house.changes.taste.connect(self.look)
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

        async def now() -> tuple[Manner, Sound, float]:
            summary, _ = await mind.bond(1)
            rests = summary.paused or guard_of(summary.hurt) >= GUARDED
            manner = manner_of(summary, (await mind.bonds.terms()).relation)
            return manner, *told_of(await mind.tastes.view(), rests=rests)

        self._house.bridge.submit(now(), self.hear, self.keep)

    def hear(self, found: tuple[Manner, Sound, float]) -> None:
        """How the two stand, and how the user would have her sound."""
        manner, self._sound, self._pace = found
        self.take(manner)

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
        sound = self._sound
        if time.monotonic() < self._gentle_until:
            manner, sound = replace(manner, guard=0.0, tension=0.0), OWN
        first, same = self._manner is None, manner == self._manner
        self._manner = manner
        self._house.speech.tone = sound_of(manner, sound, self._pace)
        if not same:
            seconds = CALM_SECONDS if theme().reduced else SECONDS
            self._house.player.bear(bearing_of(manner), 0.0 if first else seconds)

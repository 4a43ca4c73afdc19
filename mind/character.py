"""Who lives here."""

from __future__ import annotations

from typing import Final

from mind.domain import Character

MIRA: Final = Character("mira", {"en": "Mira", "zh": "米拉", "ja": "ミラ"})

EVERYONE: Final = (MIRA,)

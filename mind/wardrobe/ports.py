"""The seam of the wardrobe in the store."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from mind.wardrobe.holdings import CameBy, ChosenBy, Owned, SavedLook, WornLook


class Clothes(Protocol):
    """What is hers to wear, and what she wears. The caller commits."""

    def owned(self) -> tuple[Owned, ...]:
        """Her garments, in the order they came."""

    def add(
        self, garment: str, came: datetime, by: CameBy, *, note: str = "", event_id: int | None = None, turn_id: int | None = None
    ) -> Owned | None:
        """It is hers from now on; None where it was already."""

    def favour(self, garment: str, on: bool) -> None:
        """Mark it as a favourite. KeyError for what is not hers."""

    def looks(self) -> tuple[SavedLook, ...]:
        """Looks kept under a name, oldest first."""

    def keep_look(self, name: str, look: Mapping[str, Any], at: datetime) -> int:
        """Keep one; its id."""

    def change_look(
        self, look_id: int, *, name: str | None = None, look: Mapping[str, Any] | None = None, favourite: bool | None = None
    ) -> None:
        """Another name, other clothes or a mark; None leaves each as it is. KeyError."""

    def remove_look(self, look_id: int) -> None:
        """Take one away. KeyError."""

    def worn(self, limit: int = 1) -> tuple[WornLook, ...]:
        """What she put on last, newest first: the first is what she wears. Empty while she never changed."""

    def wear(self, look: Mapping[str, Any], by: ChosenBy, at: datetime, outfit: str = "") -> None:
        """She wears this from now on; what she wore before can be had back, some dozen times."""

    def undo(self) -> bool:
        """What she put on last never was; False where there is nothing to go back to."""

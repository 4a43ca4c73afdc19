"""What the user set, as the mind takes it."""

from __future__ import annotations

from datetime import datetime, time

from desktop.settings.model import InitiativeSettings
from mind.initiative import Budget, QuietHours


def budget_of(settings: InitiativeSettings) -> Budget:
    """How often, and when not."""
    quiet = QuietHours(clock_time(settings.quiet_from), clock_time(settings.quiet_to))
    return Budget(settings.a_day, settings.enabled, quiet, chosen_at(settings.chosen_at))


def clock_time(text: str) -> time:
    """``21:00``; the settings let nothing else through."""
    return time(int(text[:2]), int(text[3:]))


def chosen_at(text: str) -> datetime | None:
    """When the user last chose; None for never, and for what is no aware time."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo is not None else None

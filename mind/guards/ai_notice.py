"""That she is an AI is told before the first talk, in each day's first sitting, and every two hours of use."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from mind.domain import Person
from mind.events import Notice
from mind.guards.texts import safety_texts
from mind.languages import Lang

EVERY: Final = timedelta(hours=2)
"""The strictest of the timers in force (two hours; others ask for three)."""
EVERY_MINOR: Final = timedelta(hours=1)


def ai_notice_due(person: Person, now: datetime) -> bool:
    """Whether the notice must be shown now. A clock set back counts as a new day."""
    shown = person.ai_notice_at
    if shown is None:
        return True
    every = EVERY_MINOR if person.adult is False else EVERY
    return shown.astimezone(now.tzinfo).date() != now.date() or now - shown >= every or shown > now


def ai_notice(lang: Lang, name: str, minor: bool = False) -> Notice:
    """The notice, in the person's language, with her name."""
    words = safety_texts(lang)["ai_notice"]
    lines = (words["minor"],) if minor else ()
    return Notice("ai", words["title"].format(name=name), words["text"].format(name=name), lang, lines)

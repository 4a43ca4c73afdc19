"""Days and hours in words, in the interface language."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QDate, QLocale, QTime

from desktop.theme.words import words
from mind.languages import Lang

LOCALES: Final[dict[Lang, QLocale]] = {
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
    "zh": QLocale(QLocale.Language.Chinese, QLocale.Country.China),
    "ja": QLocale(QLocale.Language.Japanese, QLocale.Country.Japan),
}
DATE: Final[dict[Lang, str]] = {"en": "d MMMM", "zh": "M月d日", "ja": "M月d日"}
YEAR: Final[dict[Lang, str]] = {"en": "d MMMM yyyy", "zh": "yyyy年M月d日", "ja": "yyyy年M月d日"}


def clock_time(at: datetime) -> str:
    """``18:42``."""
    local = at.astimezone()
    return QTime(local.hour, local.minute).toString("HH:mm")


def day(at: datetime, now: datetime) -> str:
    """Today, Yesterday, a weekday within the week, else the date."""
    local, today = at.astimezone(), now.astimezone()
    gap = (today.date() - local.date()).days
    if gap == 0:
        return words()("day.today")
    if gap == 1:
        return words()("day.yesterday")
    date = QDate(local.year, local.month, local.day)
    locale = LOCALES[words().lang]
    if 1 < gap < 7:
        return locale.toString(date, "dddd")
    pattern = DATE if local.year == today.year else YEAR
    return locale.toString(date, pattern[words().lang])


def heading(at: datetime, now: datetime) -> str:
    """A day with its weekday, as it stands over a list: ``Today, Sunday``, ``Tuesday 17 November``."""
    local, today = at.astimezone(), now.astimezone()
    lang = words().lang
    date = QDate(local.year, local.month, local.day)
    weekday = LOCALES[lang].toString(date, "dddd")
    near = {0: "day.today", 1: "day.yesterday", -1: "day.tomorrow"}.get((today.date() - local.date()).days)
    if near is not None:
        return f"{words()(near)}{', ' if lang == 'en' else ' '}{weekday}"
    written = LOCALES[lang].toString(date, (DATE if local.year == today.year else YEAR)[lang])
    return f"{weekday} {written}" if lang == "en" else f"{written} {weekday}"


def day_and_time(at: datetime, now: datetime) -> str:
    """``Today, 18:42``."""
    return words()("day.at", day=day(at, now), time=clock_time(at))

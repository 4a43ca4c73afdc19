"""Which seasons and festivals a day belongs to, in the half of the world where the user lives."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Final

from mind.bond.dress import SOUTHERN

YEAR: Final = ("winter", "spring", "summer", "autumn")
LUNAR: Final = {
    2024: (2, 10), 2025: (1, 29), 2026: (2, 17), 2027: (2, 6), 2028: (1, 26), 2029: (2, 13), 2030: (2, 3), 2031: (1, 23),
    2032: (2, 11), 2033: (1, 31), 2034: (2, 19), 2035: (2, 8), 2036: (1, 28), 2037: (2, 15), 2038: (2, 4), 2039: (1, 24),
    2040: (2, 12), 2041: (2, 1), 2042: (1, 22), 2043: (2, 10), 2044: (1, 30), 2045: (2, 17), 2046: (2, 6), 2047: (1, 26),
    2048: (2, 14), 2049: (2, 2), 2050: (1, 23),
}  # fmt: skip
"""The first day of the lunar year, as the Chinese calendar has it."""
NEW_MOON: Final = datetime(2000, 1, 6, 18, 14, tzinfo=timezone.utc)
LUNATION: Final = timedelta(days=29.530588861)
"""A new moon, and the mean time to the next (Meeus, Astronomical Algorithms, ch. 49)."""
FESTIVALS: Final[dict[str, tuple[tuple[int, int], tuple[int, int]]]] = {
    "midwinter": ((12, 18), (1, 2)), "new-year": ((12, 29), (1, 7)), "blossom": ((3, 20), (4, 20)),
    "rainy-season": ((6, 5), (7, 15)), "mid-autumn": ((9, 8), (10, 8)), "halloween": ((10, 24), (11, 1)),
}  # fmt: skip
"""From which day of a year to which; those that end earlier in the year than they begin go over its turn."""
SUMMER_FESTIVAL: Final = (((6, 19), (8, 31)), ((12, 19), (2, 28)))
"""In the north and in the south."""
SYNONYMS: Final[dict[str, str]] = {
    "fall": "autumn", "christmas": "midwinter", "xmas": "midwinter", "yule": "midwinter", "winter-festival": "midwinter",
    "winter-festive": "midwinter", "festive-winter": "midwinter", "holidays": "midwinter", "solstice": "midwinter",
    "newyear": "new-year", "new-years-eve": "new-year", "oshogatsu": "new-year",
    "spring-festival": "lunar-new-year", "chinese-new-year": "lunar-new-year", "lunar-new-years": "lunar-new-year",
    "matsuri": "summer-festival", "tanabata": "summer-festival", "obon": "summer-festival", "midsummer": "summer-festival",
    "fireworks": "summer-festival", "summer-festive": "summer-festival", "festive-summer": "summer-festival",
    "hanami": "blossom", "cherry-blossom": "blossom", "sakura": "blossom", "tsuyu": "rainy-season", "rain": "rainy-season",
    "moon-festival": "mid-autumn", "harvest": "mid-autumn",
}  # fmt: skip
SEASONS: Final = frozenset({*YEAR, *FESTIVALS, "summer-festival", "lunar-new-year"})


def season_of(day: date, country: str | None) -> str:
    """spring, summer, autumn or winter there."""
    shift = 6 if country in SOUTHERN else 0
    return YEAR[(day.month + shift) % 12 // 3]


def seasons_at(day: date, country: str | None) -> frozenset[str]:
    """The season of the year, and every festival whose days these are."""
    found = {season_of(day, country)}
    found |= {name for name, (first, last) in FESTIVALS.items() if _within(day, first, last)}
    if _within(day, *SUMMER_FESTIVAL[country in SOUTHERN]):
        found.add("summer-festival")
    if any(-7 <= (day - lunar_new_year(year)).days <= 15 for year in (day.year, day.year + 1)):
        found.add("lunar-new-year")
    return frozenset(found)


def named_season(word: str) -> str | None:
    """The season or festival that a word of the catalogue means; None for one that is none."""
    word = word.strip().lower().replace("_", "-").replace(" ", "-").removeprefix("season:").removeprefix("season-")
    word = SYNONYMS.get(word, word)
    return word if word in SEASONS else None


def lunar_new_year(year: int) -> date:
    """Its first day: from the table, else the mean new moon between 21 January and 20 February in China, a day off at most."""
    if year in LUNAR:
        return date(year, *LUNAR[year])
    china = timezone(timedelta(hours=8))
    first = datetime(year, 1, 21, tzinfo=china)
    moons = -((NEW_MOON - first) // LUNATION)
    return (NEW_MOON + moons * LUNATION).astimezone(china).date()


def _within(day: date, first: tuple[int, int], last: tuple[int, int]) -> bool:
    at = (day.month, day.day)
    return first <= at <= last if first <= last else at >= first or at <= last

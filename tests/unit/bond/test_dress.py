"""What she puts on of her own."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from desktop.composition import shipped_outfits
from mind.bond.dress import chosen_outfit, warmth_wanted
from mind.bond.manner import Manner
from mind.domain import MadeFor, Outfit

MIRA, KAI = shipped_outfits("mira"), shipped_outfits("kai")
FRIEND = Manner(closeness=0.5)
HURT = Manner(closeness=0.5, guard=0.75, pleasure=-0.3)


def worn(outfits: tuple[Outfit, ...], month: int, hour: int, manner: Manner = FRIEND, **more: object) -> Counter[str]:
    """Over a month, each day after the one before."""
    count: Counter[str] = Counter()
    before = ""
    for day in range(1, 29):
        before = chosen_outfit(outfits, datetime(2026, month, day, hour), manner, before=before, **more)  # type: ignore[arg-type]
        count[before] += 1
    return count


def test_every_shipped_outfit_says_what_it_is_made_for() -> None:
    assert all(outfit.made_for != MadeFor() for outfit in (*MIRA, *KAI))


@pytest.mark.parametrize("outfits", [MIRA, KAI])
def test_she_dresses_for_the_season(outfits: tuple[Outfit, ...]) -> None:
    warmth = {outfit.id: outfit.made_for.warmth for outfit in outfits}

    def mean(month: int) -> float:
        days = worn(outfits, month, 9)
        return sum(warmth[each] * count for each, count in days.items()) / days.total()

    assert mean(1) > mean(7) + 0.15


def test_a_summer_dress_is_for_summer_and_nothing_is_worn_every_day() -> None:
    assert worn(MIRA, 7, 10)["garden"] > 10
    assert worn(MIRA, 1, 10)["garden"] == 0
    for month in (1, 4, 7, 10):
        assert len(worn(MIRA, month, 10)) >= 2


def test_in_the_evening_she_dresses_finer() -> None:
    assert worn(MIRA, 11, 20)["evening"] > worn(MIRA, 11, 9)["evening"] + 5


def test_rain_around_her_brings_the_raincoat() -> None:
    assert worn(MIRA, 4, 10, wet=True)["rain"] > 20 > worn(MIRA, 4, 10)["rain"]


@pytest.mark.parametrize(("outfits", "plain"), [(MIRA, "harbour"), (KAI, "sunday")])
def test_hurt_she_puts_on_something_plain(outfits: tuple[Outfit, ...], plain: str) -> None:
    days = worn(outfits, 11, 19, HURT)
    assert days[plain] > 20


def test_summer_is_in_january_in_the_south() -> None:
    day = datetime(2026, 1, 15)
    assert warmth_wanted(day, "NZ") < 0.3 < 0.8 < warmth_wanted(day, "NO")


def test_the_wish_for_warmth_has_no_steps() -> None:
    days = [datetime(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    wishes = [warmth_wanted(day, None) for day in days]
    assert max(abs(a - b) for a, b in pairwise(wishes)) < 0.03


def test_the_same_day_chooses_the_same_and_an_empty_wardrobe_nothing() -> None:
    when = datetime(2026, 5, 4, 9)
    assert chosen_outfit(MIRA, when, FRIEND, seed=4) == chosen_outfit(MIRA, when, FRIEND, seed=4)
    assert chosen_outfit((), when, FRIEND) == ""

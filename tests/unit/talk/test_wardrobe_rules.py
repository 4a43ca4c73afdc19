"""What goes together, what comes when, what colours are called, what she likes; all of it pure."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

import pytest

from mind.wardrobe.asking import mentions
from mind.wardrobe.choosing import STYLES, dyed, for_style, pick, surprise, worn_with
from mind.wardrobe.colours import NAMED, dye_for, is_called, name_of
from mind.wardrobe.days import choices
from mind.wardrobe.look import Look, Worn, look_from_json, look_to_json
from mind.wardrobe.reading import closet_of
from mind.wardrobe.rules import missing, put_on, take_off, wearable, worn_in
from mind.wardrobe.seasons import LUNAR, lunar_new_year, named_season, season_of, seasons_at
from mind.wardrobe.taste import TASTES, because, favourites, liking, main_dye, taste_of, verdict
from mind.wardrobe.unlocking import Shared, arriving, not_yet
from tests.support.clothes import catalogue, closet, ready_looks, wardrobe
from tests.support.talk_house import PLANNER

GARMENTS = closet().garments
PLAIN = Look(tuple(Worn(name) for name in ("loose-hair", "fair-isle", "jeans", "sneakers")))


def ids(look: Look | None) -> set[str]:
    return {one.garment for one in look.worn} if look is not None else set()


def test_a_dress_takes_the_place_of_top_and_bottom_and_they_of_it() -> None:
    dressed = put_on(PLAIN, Worn("tea-dress"), GARMENTS)
    assert ids(dressed) == {"loose-hair", "tea-dress", "sneakers"}
    back = put_on(dressed, Worn("silk-blouse"), GARMENTS)
    assert ids(back) == {"loose-hair", "silk-blouse", "sneakers"} and missing(back, GARMENTS) == {"bottom"}
    assert ids(worn_with(dressed, Worn("silk-blouse"), wardrobe())) >= {"silk-blouse", "jeans"}


def test_what_covers_her_is_changed_and_never_taken_off() -> None:
    for slot in ("top", "bottom", "dress", "hair"):
        with pytest.raises(ValueError):
            take_off(PLAIN, slot, GARMENTS)
    coat = put_on(PLAIN, Worn("raincoat"), GARMENTS)
    assert worn_in(coat, "outer", GARMENTS) == Worn("raincoat") and take_off(coat, "outer", GARMENTS) == PLAIN


def test_chance_and_occasions_never_leave_her_without_what_must_be_there() -> None:
    chance = random.Random(11)
    hers = wardrobe("pearl-studs", "canvas-bag")
    looks = [look for seed in range(40) if (look := surprise(hers, random.Random(seed))) is not None]
    looks += [look for style in STYLES if (look := for_style(style, hers)) is not None]
    for _ in range(200):
        look = PLAIN
        for name in chance.sample(sorted(hers.at_hand), 5):
            look = worn_with(look, Worn(name), hers)
        looks.append(look)
    for look in looks:
        slots = [GARMENTS[one.garment].slot for one in look.worn]
        assert len(slots) == len(set(slots)) and not missing(look, GARMENTS)
        assert not ("dress" in slots and {"top", "bottom"} & set(slots))
        assert ids(look) <= set(hers.at_hand)


@pytest.mark.parametrize(("style", "worn"), [
    ("warm", {"duffle-coat", "wool-scarf"}), ("rain", {"raincoat", "wellingtons"}), ("sleep", {"pyjama-top", "pyjama-bottoms"}),
    ("sporty", {"hoodie", "joggers"}), ("summer", {"tea-dress", "straw-hat"}), ("cool", {"striped-tee"}),
])  # fmt: skip
def test_an_occasion_brings_what_is_made_for_it(style, worn) -> None:
    assert worn <= ids(for_style(style, wardrobe()))


def test_nobody_wears_night_things_or_a_festivals_own_to_anything_else() -> None:
    for style in ("cosy", "casual", "autumn", "office", "evening", "warm"):
        worn = [GARMENTS[name] for name in ids(for_style(style, wardrobe()))]
        tags = {tag for entry in worn if entry.slot not in ("shoes", "socks") for tag in entry.tags}
        assert "sleep" not in tags and "yukata" not in tags


def test_a_look_is_the_same_after_a_round_through_json_and_a_broken_one_is_named() -> None:
    data = {"worn": [{"garment": "wool-scarf", "dyes": {"cloth": "#c2272d"}, "patterns": {"cloth": {"kind": "check"}}}],
            "background": "room"}  # fmt: skip
    assert look_to_json(look_from_json(data)) == data
    for broken in (None, [], {"worn": [1]}, {"worn": [{"garment": 3}]}, {"worn": [{"garment": "x", "dyes": {"a": "red"}}]},
                   {"worn": [], "background": "x" * 500}):  # fmt: skip
        with pytest.raises(ValueError):
            look_from_json(broken)
    assert wearable(look_from_json({"worn": [{"garment": "tiara"}, {"garment": "jeans"}]}), GARMENTS)[1] == ("tiara",)


def test_a_catalogue_that_lies_is_refused_by_the_name_of_its_entry() -> None:
    harms = ({"slot": "wings"}, {"names": 4}, {"origin": "bought"}, {"zones": [{"id": "a"}]}, {"made_for": {"warmth": "hot"}})
    for harm in harms:
        with pytest.raises(ValueError, match="fair-isle"):
            closet_of([{**catalogue()[3], **harm}], ready_looks(), "mira")
    assert closet_of(catalogue(), ready_looks(), "kai").looks == ()


# --- colours


def test_every_colour_is_called_by_its_own_name_and_asked_for_by_it() -> None:
    for name, dyes in NAMED.items():
        for dye in dyes:
            assert name_of(dye) == name and is_called(dye, name)
    assert dye_for("green", ("#c2272d", "#9db59a", "#3d7a4a")) == "#3d7a4a"
    assert dye_for("green", ("#c2272d", "#75753a")) == "#75753a", "olive is green enough"
    assert is_called(dye_for("green", ("#c2272d",)), "green"), "a dye of its own where no palette has it"


def test_one_of_that_colour_is_taken_before_one_that_could_be_dyed() -> None:
    hers = wardrobe()
    assert pick(("tea-dress", "knit-dress"), hers, "green") == "knit-dress"
    scarf = dyed(GARMENTS["wool-scarf"], "red")
    assert scarf.dyes == {"cloth": "#c2272d"} and dyed(GARMENTS["wool-scarf"], "grey") == Worn("wool-scarf")
    assert pick(("velvet-dress",), hers) is None, "it is not hers"


def test_of_words_inside_longer_ones_only_the_longer_is_meant() -> None:
    from mind.talk.clothes_named import lexicon_of

    words = lexicon_of(PLANNER.content("en"))
    found = mentions("the rain boots and a light blue scarf, not the straw hat", words, GARMENTS)
    assert [(one.kind, one.words) for one in found] == [
        ("garment", "rain boots"), ("colour", "light blue"), ("garment", "scarf"), ("garment", "straw hat"),
    ]  # fmt: skip


# --- taste


@pytest.mark.parametrize("character", ["mira", "kai", "quillon"])
def test_a_taste_is_the_same_every_day_has_likes_and_dislikes_and_gives_its_reasons(character) -> None:
    taste = taste_of(character)
    values = {name: liking(taste, entry, main_dye(entry)) for name, entry in GARMENTS.items()}
    assert values == {name: liking(taste_of(character), entry, main_dye(entry)) for name, entry in GARMENTS.items()}
    verdicts = {verdict(value) for value in values.values()}
    assert {"likes", "not_hers"} <= verdicts | {"loves"} or len(verdicts) >= 3
    for name, entry in GARMENTS.items():
        kind, why = because(taste, entry, main_dye(entry))
        assert kind == "itself" or (taste.colour(why) if kind == "colour" else taste.tag(why)) * values[name] > 0
    assert len(favourites(taste)) == 3
    assert set(TASTES["mira"].colours) <= set(NAMED) >= set(TASTES["kai"].colours)


# --- what comes when


def came(shared: Shared, owned: tuple[str, ...] = ()) -> dict[str, str]:
    return {name: by for name, by in arriving(GARMENTS, owned, shared) if by != "hers"}


def test_things_come_by_what_was_shared_and_by_the_season_and_gifts_by_hand_alone() -> None:
    assert came(Shared()) == {}
    assert came(Shared(stage=2)) == {"velvet-dress": "milestone"}
    assert came(Shared(seasons=frozenset({"winter"}))) == {"red-muffler": "season"}
    assert came(Shared(seasons=frozenset({"summer", "summer-festival"}))) == {"yukata": "season"}
    assert came(Shared(moments=2)) == {} and came(Shared(moments=3)) == {"paper-crown": "milestone"}
    assert came(Shared(stage=4, moments=99), ("velvet-dress", "paper-crown")) == {}
    assert {one.id: one.how for one in not_yet(GARMENTS, {n for n, e in GARMENTS.items() if e.origin == "hers"})} == {
        "velvet-dress": "stage:2", "yukata": "season:summer-festival", "pearl-studs": "gift", "red-muffler": "season:winter",
        "canvas-bag": "gift", "paper-crown": "moments:3",
    }  # fmt: skip


@pytest.mark.parametrize(("day", "country", "seasons"), [
    (date(2026, 1, 15), None, {"winter"}), (date(2026, 1, 15), "NZ", {"summer", "summer-festival"}),
    (date(2026, 12, 24), "DE", {"winter", "midwinter"}), (date(2027, 1, 1), "JP", {"winter", "new-year", "midwinter"}),
    (date(2026, 2, 17), "CN", {"winter", "lunar-new-year"}), (date(2026, 7, 20), "JP", {"summer", "summer-festival"}),
    (date(2026, 10, 31), "US", {"autumn", "halloween"}), (date(2026, 4, 2), "JP", {"spring", "blossom"}),
])  # fmt: skip
def test_a_day_knows_its_season_and_festivals_on_both_halves_of_the_world(day, country, seasons) -> None:
    assert seasons_at(day, country) == seasons


def test_the_lunar_new_year_is_that_of_the_table_and_worked_out_a_day_off_at_most(monkeypatch) -> None:
    known = dict(LUNAR)
    monkeypatch.setattr("mind.wardrobe.seasons.LUNAR", {})
    assert all(abs((lunar_new_year(year) - date(year, *day)).days) <= 1 for year, day in known.items())
    assert all((1, 20) <= (lunar_new_year(year).month, lunar_new_year(year).day) <= (2, 21) for year in range(2051, 2100))


def test_words_for_seasons_are_many_and_others_are_none() -> None:
    assert [named_season(word) for word in ("Christmas", "season:winter", "chinese new year", "Matsuri", "fall", "friends")] == [
        "midwinter", "winter", "lunar-new-year", "summer-festival", "autumn", None,
    ]  # fmt: skip
    start = datetime(2026, 1, 1)
    assert {season_of((start + timedelta(days=n)).date(), None) for n in range(365)} == {"winter", "spring", "summer", "autumn"}


def test_for_a_day_only_whole_looks_of_what_is_hers_are_offered() -> None:
    from dataclasses import replace

    from mind.wardrobe.holdings import SavedLook

    saved = (
        SavedLook(1, "Library", look_to_json(PLAIN), favourite=True), SavedLook(2, "Half", {"worn": [{"garment": "jeans"}]}),
        SavedLook(3, "Grand", {"worn": [{"garment": "loose-hair"}, {"garment": "velvet-dress"}, {"garment": "sneakers"}]}),
        SavedLook(4, "Broken", {"worn": 3}), SavedLook(5, "Night", {"worn": [
            {"garment": one} for one in ("loose-hair", "pyjama-top", "pyjama-bottoms", "slippers")]}),
    )  # fmt: skip
    offered = {one.outfit.id: one for one in choices(replace(wardrobe(), saved=saved))}
    assert set(offered) == {"harbour", "evening", "rain", "garden", "saved:1", "saved:5"}
    assert offered["saved:5"].leaning < -2 < 0 < offered["saved:1"].leaning

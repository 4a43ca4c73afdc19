"""Looks: what goes with what, what a look's file may say, and looks by chance that suit."""

from __future__ import annotations

import pytest

from assets import asset
from avatars.creator.chance import created
from avatars.creator.people import PEOPLE
from avatars.wardrobe.catalogue import Catalogue
from avatars.wardrobe.harmony import SEASONS, clash, random_look
from avatars.wardrobe.layering import put_on, take_off, wearable, worn_in
from avatars.wardrobe.look import Look, Pattern, Worn, look_from_json, look_to_json
from desktop.settings.model import LookSettings
from desktop.wardrobe_page.natural_hair import as_hers, natural_hair
from tests.support.small_wardrobe import CREAM, NAVY, ROSE, SAGE, SMALL


def wearing(*names):
    look = Look()
    for name in names:
        look = put_on(look, Worn(name), SMALL)
    return {worn.garment for worn in look.worn}


def test_a_dress_takes_the_place_of_top_and_bottom_and_gives_it_back():
    assert wearing("shirt", "jeans", "boots", "gown") == {"boots", "gown"}
    assert wearing("gown", "boots", "jeans") == {"boots", "jeans"}


def test_an_outer_garment_goes_over_what_is_worn_and_one_slot_holds_one_garment():
    assert wearing("shirt", "jeans", "parka") == {"shirt", "jeans", "parka"}
    assert wearing("shirt", "tank") == {"tank"}


def test_a_garment_that_replaces_a_slot_empties_it_and_leaves_when_that_is_put_on():
    assert wearing("scarf", "cape") == {"cape"}
    assert wearing("cape", "scarf") == {"scarf"}


def test_putting_on_what_is_worn_takes_the_new_dye():
    look = put_on(put_on(Look(), Worn("shirt"), SMALL), Worn("shirt", {"cloth": NAVY}), SMALL)
    assert worn_in(look, "top", SMALL) == Worn("shirt", {"cloth": NAVY})
    assert take_off(look, "top", SMALL).worn == ()


def test_hair_in_another_cut_keeps_its_colour_but_not_one_that_was_dyed_itself():
    shelf = Catalogue.load(asset("wardrobe")).garments
    dark = Look((Worn("hair-bob", {"base": "#22201f", "tips": "#803344"}),))
    assert put_on(dark, Worn("hair-ponytail"), shelf).worn == (Worn("hair-ponytail", {"base": "#22201f", "tips": "#803344"}),)
    fair = Worn("hair-bun", {"base": "#d8c08a"})
    assert put_on(dark, fair, shelf).worn == (fair,)


def test_a_cut_is_first_tried_in_the_colour_the_person_has_of_nature(tmp_path):
    shelf = Catalogue.load(asset("wardrobe")).garments
    tried = {
        who: as_hers(Worn("hair-lob"), shelf["hair-lob"], Look(), shelf, natural_hair(LookSettings(avatar=who), tmp_path))
        for who in ("mira", "kai")
    }
    assert tried["mira"].dyes == {} and set(tried["kai"].dyes.values()) == {created(PEOPLE["kai"]).hair_colour}


def test_a_look_that_names_what_is_gone_keeps_the_rest():
    look, missing = wearable(Look((Worn("shirt"), Worn("moon-boots"), Worn("jeans"))), SMALL)
    assert ({worn.garment for worn in look.worn}, missing) == ({"shirt", "jeans"}, ("moon-boots",))


def test_a_look_comes_back_from_its_file_as_it_was():
    look = Look((Worn("shirt", {"cloth": NAVY}, {"cloth": Pattern("check", ROSE, 1.5)}), Worn("jeans")), "garden")
    assert look_from_json(look_to_json(look)) == look


@pytest.mark.parametrize(
    ("data", "named"),
    [
        ([], "worn"),
        ({"worn": [{"garment": 3}]}, "garment"),
        ({"worn": [{"garment": "shirt", "dyes": {"cloth": "blue"}}]}, "blue"),
        ({"worn": [{"garment": "shirt", "patterns": {"cloth": {"kind": "camouflage"}}}]}, "camouflage"),
        ({"worn": [{"garment": "shirt", "patterns": {"cloth": {"size": 1e9}}}]}, "size"),
        ({"worn": [{"garment": "shirt"}] * 33}, "33"),
        ({"worn": [], "background": "x" * 500}, "background"),
    ],
)
def test_a_look_that_is_wrong_is_refused_by_name(data, named):
    with pytest.raises(ValueError, match=named):
        look_from_json(data)


def test_neutrals_suit_all_and_kin_suit_kin_better_than_strangers():
    assert clash(CREAM, ROSE) == 0.0
    assert clash("#8a3b2b", "#b0613f") < 0.1 < clash("#c03030", "#7a4fb0")


@pytest.mark.parametrize("season", SEASONS)
def test_a_look_by_chance_is_whole_hers_and_the_same_again(season):
    owned = set(SMALL) - {"gown"}
    base = Look((Worn("bob"), Worn("boots")), "room")
    for seed in range(25):
        look = random_look(SMALL, owned, seed, season, base)
        slots = [SMALL[worn.garment].slot for worn in look.worn]
        assert {"hair", "top", "bottom", "shoes"} <= set(slots) and len(slots) == len(set(slots))
        assert {worn.garment for worn in look.worn} <= owned and look.background == "room"
        assert look == random_look(SMALL, owned, seed, season, base)


def test_chance_knows_the_season_and_keeps_nightwear_for_the_night():
    def share(name, season):
        looks = [random_look(SMALL, SMALL, seed, season) for seed in range(80)]
        return sum(name in {worn.garment for worn in look.worn} for look in looks)

    assert share("sandals", "summer") > share("sandals", "winter")
    assert share("boots", "winter") > share("boots", "summer")
    assert share("pyjamas", "winter") <= 4


def test_what_is_to_be_kept_stays():
    base = Look((Worn("gown", {"cloth": SAGE}),))
    for seed in range(10):
        look = random_look(SMALL, SMALL, seed, "summer", base, keep={"dress"})
        assert worn_in(look, "dress", SMALL) == Worn("gown", {"cloth": SAGE})

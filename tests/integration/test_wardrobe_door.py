"""``hearth wardrobe``: list, show, wear, off, looks, give, favourite, undo, random; each with its exit code."""

import json

import pytest

from desktop import composition
from desktop.cli import main
from desktop.exit_codes import Exit
from desktop.settings import Settings, save_settings
from mind.store import open_store
from mind.wardrobe.garment import NO_CLOTHES
from tests.support.clothes import closet


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setattr(composition, "shipped_closet", closet)
    monkeypatch.setattr(composition, "system_country", lambda: "DE")
    return tmp_path / "data"


@pytest.fixture
def hearth(capsys, data):
    """Run one command line: exit code, stdout, stderr."""

    def run(*words, door="wardrobe", lang="en"):
        code = main([door, *words, "--data-dir", str(data), "--lang", lang])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


@pytest.fixture
def asked(hearth):
    """The same, as JSON."""
    return lambda *words, **more: json.loads(hearth(*words, "--json", **more)[1])


def worn(asked):
    return {one["garment"] for one in asked("list")["worn"]["worn"]}


@pytest.mark.parametrize(("lang", "words"), [("en", "Tops"), ("zh", "上衣"), ("ja", "トップス")])
def test_what_is_hers_is_listed_by_kind_and_what_is_not_with_how_it_comes(hearth, data, lang, words):
    open_store(data).close()
    code, told, _ = hearth("list", "--all", lang=lang)
    assert code == Exit.OK and words in told and "● fair-isle" in told and "pearl-studs" in told
    assert "pearl-studs" not in hearth("list", lang=lang)[1]
    code, told, _ = hearth("list", "--slot", "neck", lang=lang)
    assert code == Exit.OK and "wool-scarf" in told and "fair-isle" not in told
    assert hearth("list", "--slot", "wings", lang=lang)[0] == Exit.USAGE


def test_looking_works_beside_a_running_hearth_and_changing_does_not(hearth, data):
    store = open_store(data)
    try:
        assert hearth("list")[0] == hearth("show", "cardigan")[0] == hearth("look", "list")[0] == Exit.OK
        assert hearth("wear", "cardigan")[0] == Exit.IN_USE
    finally:
        store.close()


def test_garments_go_on_and_off_and_back_and_a_restart_keeps_them(hearth, asked):
    assert "duffle coat" in hearth("wear", "duffle-coat", "wool-scarf")[1]
    assert {"fair-isle", "duffle-coat", "wool-scarf"} <= worn(asked)
    assert hearth("wear", "cardigan", "--dye", "mustard")[0] == Exit.OK
    dyed = next(one for one in asked("list")["worn"]["worn"] if one["garment"] == "cardigan")
    assert dyed["dyes"] == {"cloth": "#c99a2e"}
    assert hearth("wear", "cardigan", "--dye", "#123456")[0] == Exit.OK
    assert asked("undo")["worn"]["worn"] and asked("list")["worn_by"] == "user"
    assert hearth("off", "wool-scarf")[0] == hearth("off", "outer")[0] == Exit.OK
    assert not {"duffle-coat", "cardigan", "wool-scarf"} & worn(asked)
    refused = (("off", "jeans"), ("off", "hat"), ("wear", "tiara"), ("wear", "pearl-studs"), ("wear", "cardigan", "--dye", "x"))
    for wrong in refused:
        code, _, told = hearth(*wrong)
        assert code == Exit.USAGE and told.startswith("hearth: ")


def test_a_dress_takes_the_place_of_two_and_chance_is_the_same_for_the_same_number(hearth, asked):
    hearth("wear", "knit-dress")
    assert not {"fair-isle", "jeans"} & worn(asked) and "knit-dress" in worn(asked)
    first = asked("random", "--seed", "4")["worn"]
    hearth("undo")
    assert asked("random", "--seed", "4")["worn"] == first
    while hearth("undo")[0] == Exit.OK:
        pass
    assert hearth("undo")[0] == Exit.USAGE and "fair-isle" in worn(asked)


def test_looks_are_kept_worn_renamed_and_deleted(hearth, asked):
    saved = asked("look", "save", "Every day")["id"]
    hearth("look", "wear", "rain")
    assert "raincoat" in worn(asked) and asked("list")["outfit"] == "rain"
    assert hearth("look", "wear", "Every day")[0] == Exit.OK and "raincoat" not in worn(asked)
    assert hearth("look", "rename", str(saved), "Plain")[0] == Exit.OK
    assert "Plain" in hearth("look", "list")[1]
    assert hearth("look", "delete", "Plain")[0] == Exit.OK
    for wrong in (("look", "delete", "Plain"), ("look", "wear", "nothing"), ("look", "save", "  "), ("look", "rename", "9", "x")):
        assert hearth(*wrong)[0] == Exit.USAGE


@pytest.mark.parametrize(("lang", "thanks"), [("en", "hank you"), ("zh", "谢")])
def test_a_gift_is_thanked_for_at_once_and_told_with_its_story_by_the_bond(hearth, asked, lang, thanks):
    code, told, _ = hearth("give", "pearl-studs", "--note", "for the theatre", lang=lang)
    assert code == Exit.OK and thanks in told and "for the theatre" in told.lower()
    code, told, _ = hearth("why", door="bond", lang=lang)
    name = closet().garments["pearl-studs"]
    assert "for the theatre" in told and name.name(lang) in told and name.story(lang) in told
    (gift,) = [one for one in asked("why", door="bond", lang=lang)["causes"] if one["cause"] == "gift"]
    assert gift["garment"]["id"] == "pearl-studs" and all(change["delta"] == 0 for change in gift["changes"])
    assert "for the theatre" in hearth("show", "pearl-studs", lang=lang)[1]
    code, again, _ = hearth("okay", door="say", lang=lang)
    assert "for the theatre" not in again.lower(), "she thanks once"
    for wrong in (("give", "pearl-studs"), ("give", "cardigan"), ("give", "tiara")):
        assert hearth(*wrong, lang=lang)[0] == Exit.USAGE


def test_favourites_are_marked_and_unmarked(hearth, asked):
    hearth("favourite", "cardigan")
    assert [one["id"] for one in asked("list")["garments"] if one["favourite"]] == ["cardigan"]
    hearth("favourite", "cardigan", "--off")
    assert not any(one["favourite"] for one in asked("list")["garments"])
    assert hearth("favourite", "pearl-studs")[0] == hearth("favourite", "tiara")[0] == Exit.USAGE


def test_asked_by_word_she_changes_speaks_of_it_and_keeps_it(hearth, asked):
    code, told, _ = hearth("put on something warm", door="say")
    assert code == Exit.OK and "duffle coat" in told
    assert {"duffle-coat", "wool-scarf"} <= worn(asked)
    assert "navy duffle coat" in hearth("what are you wearing?", door="say")[1]


def test_all_switched_on_and_a_body_without_a_wardrobe_are_said(hearth, data, monkeypatch):
    settings = Settings()
    settings.look.all_clothes = True
    data.mkdir()
    save_settings(data, settings)
    assert "raincoat" in hearth("wear", "raincoat", "velvet-dress")[1]
    assert "settings" in hearth("list")[1]
    monkeypatch.setattr(composition, "shipped_closet", lambda _: NO_CLOTHES)
    for words in (("list",), ("wear", "cardigan"), ("undo",), ("look", "list")):
        code, _, told = hearth(*words)
        assert code == Exit.MISSING and told.startswith("hearth: ")

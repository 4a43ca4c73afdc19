"""``hearth memory``: why, edit, pin, mute, people, places, loops, timeline; each with its exit code."""

import json
from datetime import datetime, timedelta

import pytest

from desktop.cli import main
from desktop.exit_codes import Exit
from tests.support.store_samples import answer, fact, keep, say, store_in

SOON = datetime.now().astimezone() + timedelta(days=2)


@pytest.fixture
def data(tmp_path):
    def live(unit):
        cat = keep(unit, fact("Zorblax", slots={"name": "Zorblax", "kind": "cat"}))
        keep(unit, fact("Porto", "user.people.sister.place", text="Your sister lives in Porto.", quote="she lives in Porto",
                        slots={"kin": "sister", "place": "Porto"}), days=1)  # fmt: skip
        keep(unit, fact("interview", "user.plan.interview", text="You have an interview.", quote="an interview", due=SOON))
        answer(unit, say(unit, "my cat?", days=2), "Zorblax, of course.", used=(cat.id,))
        unit.commit()

    with store_in(tmp_path / "data") as store:
        store.call(live)
    return tmp_path / "data"


@pytest.fixture
def hearth(capsys, data):
    """Run one command line: exit code, stdout, stderr."""

    def run(*words, lang="en"):
        code = main(["memory", *map(str, words), "--data-dir", str(data), "--lang", lang])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def test_why_tells_quote_certainty_and_use(hearth):
    code, out, err = hearth("why", 1)
    assert (code, err) == (Exit.OK, "")
    assert "“my cat is called Zorblax”" in out and "used: 2026-03-04" in out
    told = json.loads(hearth("why", 1, "--json")[1])
    assert (told["value"], [one["quote"] for one in told["receipts"]]) == ("Zorblax", ["my cat is called Zorblax"])
    assert [turn["text"] for turn in told["used_in"]] == ["Zorblax, of course."]


def test_edit_puts_a_new_sentence_in_place_and_keeps_the_old_as_history(hearth):
    code, out, _ = hearth("edit", 1, "Your", "cat is called Zo.")
    assert code == Exit.OK and "Your cat is called Zo." in out and "in your own words" in out
    made = json.loads(hearth("list", "--json")[1])["memories"][0]
    assert (made["value"], made["slots"]["name"], made["superseded_by"]) == ("Zo", "Zo", None)
    told = json.loads(hearth("why", made["id"], "--json")[1])
    assert [one["text"] for one in told["wordings"]] == ["Your cat is called Zorblax."]
    assert hearth("edit", 1, "Again, from an old number")[0] == Exit.USAGE


@pytest.mark.parametrize("text", ["   ", "x" * 500])
def test_what_is_no_sentence_is_refused_and_changes_nothing(hearth, text):
    code, out, err = hearth("edit", 1, text)
    assert (code, out) == (Exit.USAGE, "")
    assert "no sentence" in err
    assert [one["id"] for one in json.loads(hearth("timeline", "--json")[1])["memories"]] == [3, 2, 1]


@pytest.mark.parametrize(("on", "off", "mark"), [("pin", "unpin", "pinned"), ("mute", "unmute", "muted")])
def test_marks_are_set_taken_and_shown(hearth, on, off, mark):
    code, out, err = hearth(on, 1, 99)
    assert code == Exit.USAGE and "99" in err and "Zorblax" in out
    assert [one["id"] for one in json.loads(hearth("list", "--json")[1])["memories"] if one[mark]] == [1]
    assert hearth(off, 1)[0] == Exit.OK
    assert not any(one[mark] for one in json.loads(hearth("list", "--json")[1])["memories"])


def test_people_places_and_loops_are_gathered_from_facts(hearth):
    people = json.loads(hearth("people", "--json")[1])["people"]
    known = [(one["name"], one["relation"], one["sort"]) for one in people]
    assert known == [("", "sister", "person"), ("Zorblax", "cat", "pet")]
    assert [one["name"] for one in json.loads(hearth("places", "--json")[1])["places"]] == ["Porto"]
    assert [one["state"] for one in json.loads(hearth("loops", "--json")[1])["loops"]] == ["to_come"]
    assert "Zorblax (cat)" in hearth("people")[1] and "Porto" in hearth("places")[1] and "to come" in hearth("loops")[1]


def test_the_timeline_goes_on_where_the_page_ended(hearth):
    first = json.loads(hearth("timeline", "--limit", 2, "--json")[1])
    rest = json.loads(hearth("timeline", "--limit", 2, "--before", first["before"], "--json")[1])
    assert [one["id"] for one in (*first["memories"], *rest["memories"])] == [3, 2, 1]
    assert rest["before"] is None
    assert hearth("timeline")[1].startswith("2026-03-02")


@pytest.mark.parametrize("lang", ["zh", "ja"])
def test_every_answer_is_in_the_chosen_language(hearth, lang):
    for words in (("why", 1), ("people",), ("places",), ("loops",), ("timeline",), ("pin", 1), ("edit", 1, "x")):
        code, out, _ = hearth(*words, lang=lang)
        assert code == Exit.OK
        assert any(ord(letter) > 0x3000 for letter in out), out


@pytest.mark.parametrize("words", [("why", 1), ("people",), ("places",), ("loops",), ("timeline",)])
def test_looking_works_beside_a_running_hearth_and_changing_does_not(hearth, data, words):
    with store_in(data):
        assert hearth(*words)[0] == Exit.OK
        for change in (("pin", 1), ("mute", 1), ("edit", 1, "x")):
            assert hearth(*change)[0] == Exit.IN_USE

"""``hearth bond``: what it shows and why, the replay's proof, taking back, promises; in which words, with which exit code."""

import json
from datetime import timedelta

import pytest

from desktop.cli import main
from desktop.exit_codes import Exit
from mind.domain import BondEvent
from mind.languages import LANGS
from tests.support.store_samples import MONDAY, say, store_in

DAY = timedelta(days=1)


def live(unit):
    """A fortnight: something told, a promise each, a hurt that stands, one that was not believed."""
    turn = say(unit, "I grew up on a lighthouse")
    unit.ledger.apply([BondEvent("disclose", "I grew up on a lighthouse"), BondEvent("chat", turn.text)], turn.at, turn.id)
    for number in range(1, 9):
        turn = say(unit, f"line {number}", days=number)
        events = [BondEvent("shared_time", turn.text), BondEvent("affection", turn.text)]
        unit.ledger.apply(events, turn.at, turn.id)
    hard = say(unit, "you are worthless", days=10)
    unit.ledger.apply([BondEvent("insult", "you are worthless", confirmed=True)], hard.at, hard.id)
    heard = say(unit, "this is hopeless", days=11)
    unit.ledger.apply([BondEvent("insult", "this is hopeless", origin="brain")], heard.at, heard.id)
    unit.loops.open("promise", "Send the photo", "I will send you the photo", heard)
    unit.loops.open("hers", "Remind you of the keys", "I'll remind you of the keys", heard)
    unit.loops.open("plan", "The dentist", "dentist on Friday", heard, due=heard.at + DAY)
    unit.commit()


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "a folder 中文"
    with store_in(folder) as store:
        store.call(live)
    return folder


@pytest.fixture
def bond(capsys, data):
    """Run ``hearth bond …``: exit code, stdout, stderr."""

    def run(*words, lang="en"):
        code = main(["bond", *map(str, words), "--data-dir", str(data), "--lang", lang])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


@pytest.fixture
def asked(bond):
    """The same with --json, read."""
    return lambda *words: json.loads(bond(*words, "--json")[1])


def event_of(asked, cause, quote):
    return next(one["event_id"] for one in asked("why")["causes"] if (one["cause"], one["quote"]) == (cause, quote))


def test_show_tells_where_it_stands_what_hurts_and_what_is_open(bond, asked):
    code, out, err = bond("show")
    assert (code, err) == (Exit.OK, "")
    lines = out.splitlines()
    assert lines[:3] == ["Just met", "A first row. What you both do is knit into it.", "You are friends."]
    for said in ("What hurts still:", "“you are worthless”", "[ ] a word of sorry, in your own way", "What you promised her:",
                 "Send the photo", "What she promised you:", "What she will ask about, once:", "The day you met"):  # fmt: skip
        assert said in out
    told = asked("show")
    assert told["hurts"][0]["quote"] == "you are worthless" and told["hurts"][0]["amended"] is False
    assert [(one["side"], one["status"]) for one in told["loops"]] == [("plan", "open"), ("hers", "open"), ("promise", "open")]
    assert told["terms"] == {"called": None, "relation": "friend"}
    assert "warmth: " in bond("show", "--figures")[1]


def test_why_names_every_change_with_its_event_and_on_request_what_did_not_count(bond, asked):
    code, out, _ = bond("why", "--refused", "--figures")
    assert code == Exit.OK
    number = event_of(asked, "insult", "you are worthless")
    assert f"- #{number} Your words hurt her: “you are worthless”" in out
    assert "(hurt)" in out
    tail = out[out.index("Proposed, but it did not count:") :]
    assert "Your words hurt her: “this is hopeless”" in tail
    assert "one sign is not enough. (proposed by the server's model)" in tail
    (refused,) = asked("why", "--refused")["refused"]
    assert (refused["rule"], refused["origin"], refused["quote"]) == ("held", "brain", "this is hopeless")
    assert "refused" not in asked("why")


def test_replay_gives_the_saved_bond_to_the_last_bit_and_says_so(bond, asked):
    code, out, _ = bond("replay")
    assert code == Exit.OK
    assert "to the last bit" in out and "All lines add up to it" in out
    told = asked("replay")
    assert told["holds"] and told["same"] and told["off"] < 1e-9
    assert told["hash"] == told["saved_hash"]
    assert told["events"] == 20 and told["rules"] == [2]


def test_replay_until_a_day_tells_the_state_of_that_day(bond, asked):
    asked("misunderstanding", event_of(asked, "insult", "you are worthless"))
    ninth, eleventh = ((MONDAY + days * DAY).date() for days in (9, 11))
    before, then, now = asked("replay", "--until", ninth), asked("replay", "--until", eleventh), asked("replay")
    assert before["hurt"] == 0.0 and now["hurt"] == 0.0
    assert then["hurt"] > 5.0, "on that day it was not taken back yet"
    assert "Nothing had happened by 2020-01-01." in bond("replay", "--until", "2020-01-01")[1]


def test_replay_fails_where_somebody_wrote_past_the_rules_and_says_what_to_do(bond, data):
    tamper = "UPDATE bond_state SET state = json_set(state, '$.warmth', 99.0)"
    with store_in(data) as store:
        store.call(lambda unit: (unit.scope.connection.exec_driver_sql(tamper), unit.commit()))
    code, out, _ = bond("replay")
    assert code == Exit.DATA
    assert "NOT what its events give" in out and "warmth" in out and "hearth data check --repair" in out


def test_a_misunderstanding_takes_the_hurt_and_its_undoing_brings_it_back(bond, asked):
    number = event_of(asked, "insult", "you are worthless")
    before = asked("replay")["hash"]
    code, out, _ = bond("misunderstanding", number)
    assert code == Exit.OK
    assert "This counts no longer. Your words hurt her: “you are worthless”" in out and "hurt -" in out
    assert asked("show")["hurts"] == []
    assert f"#{number} Your words hurt her: “you are worthless” (taken back, counts no longer)" in bond("why")[1]
    taking = event_of(asked, "misunderstanding", "")
    code, _, err = bond("undo", number)
    assert (code, f"hearth bond undo {taking}" in err) == (Exit.USAGE, True)
    assert bond("undo", taking)[0] == Exit.OK
    assert asked("replay")["hash"] == before
    assert asked("replay")["holds"]


WRONG = [("undo", 999), ("misunderstanding", 999), ("cancel", 999), ("keep", 999), ("reopen", 1), ("keep", 3)]


@pytest.mark.parametrize("words", WRONG)
def test_numbers_that_name_nothing_or_nothing_that_can_be_done_change_nothing(bond, asked, words):
    before = asked("replay")
    code, out, err = bond(*words)
    assert (code, out) == (Exit.USAGE, "")
    assert err.startswith("hearth: ") and str(words[1]) in err
    after = asked("replay")
    assert (before["events"], before["hash"]) == (after["events"], after["hash"])


@pytest.mark.parametrize("words", [("undo", "0"), ("undo", "x"), ("undo",), ("keep", "-1"), ("replay", "--until", "friday")])
def test_what_is_no_number_and_no_date_is_refused_before_anything_is_opened(bond, words):
    with pytest.raises(SystemExit) as refused:
        bond(*words)
    assert refused.value.code == Exit.USAGE


def test_a_kept_promise_is_a_cause_once_and_a_cancelled_plan_is_listed_with_the_others(bond, asked):
    assert bond("keep", 1)[0] == Exit.OK
    assert bond("keep", 1)[0] == Exit.USAGE
    assert [one["cause"] for one in asked("why")["causes"]].count("promise_kept") == 1
    assert bond("cancel", 3)[1].startswith("Let go, she does not come back to it: The dentist")
    assert [one["id"] for one in asked("promises")["loops"]] == [2]
    assert {one["id"]: one["status"] for one in asked("promises", "--all")["loops"]} == {1: "kept", 2: "open", 3: "cancelled"}
    assert bond("reopen", 3)[0] == Exit.OK
    assert {one["id"] for one in asked("promises")["loops"]} == {2, 3}


def test_a_promise_that_is_opened_again_takes_back_what_it_moved_and_cannot_be_farmed(bond, asked):
    before = asked("replay")
    for _ in range(3):
        assert bond("keep", 1)[0] == Exit.OK
        assert asked("replay")["trust"] > before["trust"]
        assert bond("reopen", 1)[0] == Exit.OK
        assert asked("replay")["hash"] == before["hash"]
    assert asked("replay")["holds"]


@pytest.mark.parametrize("lang", LANGS)
def test_every_answer_is_there_in_every_language(bond, asked, lang):
    number = event_of(asked, "insult", "you are worthless")
    told = [bond(*words, lang=lang) for words in (
        ("show",), ("show", "--figures"), ("why", "--refused", "--figures"), ("replay",), ("replay", "--until", "2026-03-04"),
        ("promises",), ("cancel", 2), ("keep", 1), ("promises", "--all"), ("undo", number), ("reopen", 2),
    )]  # fmt: skip
    assert [code for code, _, _ in told] == [Exit.OK] * len(told)
    assert all(out.strip() and "{" not in out for _, out, _ in told)
    assert bond("undo", number, lang=lang)[0] == Exit.USAGE


def test_an_empty_folder_shows_a_bond_that_has_not_begun(tmp_path, capsys):
    for words in (("show",), ("why",), ("replay",), ("promises",)):
        assert main(["bond", *words, "--data-dir", str(tmp_path / "none"), "--lang", "en"]) == Exit.OK
        assert capsys.readouterr().out.strip()
    assert main(["bond", "undo", "1", "--data-dir", str(tmp_path / "none"), "--lang", "en"]) == Exit.USAGE

"""``hearth memory``, ``hearth bond``, ``hearth data``: what they answer, in which language, with which exit code."""

import json
import sqlite3
from contextlib import closing

import pytest

from desktop.cli import main
from desktop.exit_codes import Exit
from mind.domain import BondEvent
from tests.support.store_samples import MONDAY, answer, fact, files_holding, say, store_in


def lived(folder):
    def live(unit):
        turn = say(unit, "Hello, my cat is called Zorblax")
        unit.memories.keep(fact("Zorblax"), turn)
        unit.ledger.apply([BondEvent("disclose", "my cat is called Zorblax")], turn.at, turn.id)
        answer(unit, turn, "Zorblax! What a name.")
        say(unit, "昨天我去公园散步", lang="zh")
        unit.commit()

    with store_in(folder) as store:
        store.call(live)
    return folder


@pytest.fixture
def data(tmp_path):
    return lived(tmp_path / "a folder 中文")


@pytest.fixture
def hearth(capsys):
    """Run one command line: exit code, stdout, stderr."""

    def run(*words, folder, lang="en"):
        code = main([*map(str, words), "--data-dir", str(folder), "--lang", lang])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def test_memory_lists_each_fact_with_its_receipt(hearth, data):
    code, out, err = hearth("memory", "list", folder=data)
    assert (code, err) == (Exit.OK, "")
    assert "Your cat is called Zorblax." in out and "“my cat is called Zorblax”" in out
    memories = json.loads(hearth("memory", "list", "--json", folder=data)[1])["memories"]
    assert [(one["id"], one["turn_id"], one["value"], one["said_at"]) for one in memories] == [
        (1, 1, "Zorblax", MONDAY.isoformat())
    ]


def test_search_looks_in_memories_and_in_the_words_of_all_talks(hearth, data):
    found = json.loads(hearth("memory", "search", "--json", "zorblax", folder=data)[1])
    assert [one["value"] for one in found["memories"]] == ["Zorblax"]
    assert {one["speaker"] for one in found["turns"]} == {"user", "companion"}
    assert "公园" in hearth("memory", "search", "散步", folder=data, lang="zh")[1]


def test_forget_leaves_no_byte_but_in_backups_and_names_what_it_does_not_know(hearth, data):
    code, out, err = hearth("memory", "forget", 1, 77, "--json", folder=data)
    assert (code, json.loads(out)) == (Exit.USAGE, {"forgotten": [1], "unknown": [77]})
    assert "77" in err
    assert all(name.startswith("hearth-") for name in files_holding(data, "zorblax"))
    assert hearth("memory", "forget", 1, "--turn", folder=data)[0] == Exit.OK
    assert json.loads(hearth("memory", "search", "hello", "--json", folder=data)[1])["turns"] == []


@pytest.mark.parametrize(("lang", "stage"), [("en", "Just met"), ("zh", "初识"), ("ja", "はじめまして")])
def test_bond_tells_the_stage_and_the_reasons_in_the_chosen_language(hearth, data, lang, stage):
    code, out, _ = hearth("bond", "show", folder=data, lang=lang)
    assert code == Exit.OK
    assert out.splitlines()[0] == stage
    assert "my cat is called Zorblax" in out


def test_bond_figures_and_ledger_agree(hearth, data):
    shown = json.loads(hearth("bond", "show", "--json", folder=data)[1])
    causes = json.loads(hearth("bond", "why", "--json", folder=data)[1])["causes"]
    moved = sum(change["delta"] for cause in causes for change in cause["changes"] if change["field"] == "familiarity")
    assert shown["familiarity"] == pytest.approx(moved)
    assert {(cause["cause"], cause["rule"], cause["turn_id"]) for cause in causes} == {("disclose", "kindness", 1)}
    assert "warmth +" in hearth("bond", "why", "--figures", folder=data)[1]


@pytest.mark.parametrize("words", [("memory", "list"), ("memory", "search", "x"), ("bond", "show"), ("bond", "why"),
                                   ("data", "path"), ("data", "check")])  # fmt: skip
def test_readers_answer_for_a_folder_that_is_not_there_and_make_nothing(hearth, tmp_path, words):
    for more in ((), ("--json",)):
        code, out, err = hearth(*words, *more, folder=tmp_path / "nowhere")
        assert (code, err) == (Exit.OK, "")
        assert out.strip()
    assert not (tmp_path / "nowhere").exists()


def test_readers_work_beside_a_running_hearth_and_a_second_writer_has_its_own_code(hearth, data):
    with store_in(data):
        for words in (("memory", "list"), ("bond", "why"), ("data", "check"), ("data", "backup")):
            assert hearth(*words, folder=data)[0] == Exit.OK
        for words in (("memory", "forget", 1), ("data", "restore"), ("data", "restore", "--fresh")):
            code, _, err = hearth(*words, folder=data)
            assert code == Exit.IN_USE
            assert str(data) in err


def test_a_backup_goes_where_it_is_told_and_comes_back(hearth, data, tmp_path):
    target = tmp_path / "mine.db"
    assert json.loads(hearth("data", "backup", target, "--json", folder=data)[1])["backup"] == str(target)
    code, _, err = hearth("data", "backup", target, folder=data)
    assert code == Exit.USAGE and "nothing is overwritten" in err
    assert hearth("memory", "forget", 1, folder=data)[0] == Exit.OK
    restored = json.loads(hearth("data", "restore", target, "--json", folder=data)[1])
    assert restored["restored"] == str(target)
    assert len(json.loads(hearth("memory", "list", "--json", folder=data)[1])["memories"]) == 1


def test_check_says_what_it_found_and_a_damaged_store_has_its_own_code(hearth, data):
    code, out, _ = hearth("data", "check", folder=data)
    assert code == Exit.OK and "3 turns, 1 memories" in out
    report = json.loads(hearth("data", "check", "--json", folder=data)[1])
    assert report["sound"] and report["findings"] == [] and report["counts"]["turn"] == 3
    database = data / "hearth.db"
    database.write_bytes(b"\x13" * database.stat().st_size)
    code, out, _ = hearth("data", "check", folder=data)
    assert code == Exit.DATA and "soundly" in out
    code, _, err = hearth("memory", "list", folder=data)
    assert code == Exit.DATA and "hearth data" in err
    assert hearth("data", "restore", folder=data)[0] == Exit.OK
    assert hearth("data", "check", folder=data)[0] == Exit.OK


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM turn_words WHERE rowid = 1",
        "INSERT INTO memory_words(rowid, words) VALUES (99, 'nobody')",
        "UPDATE turn_words_data SET block = zeroblob(40) WHERE id > 100",
    ],
)
def test_a_broken_search_index_is_found_and_written_anew(hearth, data, harm):
    with closing(sqlite3.connect(data / "hearth.db")) as raw:
        raw.execute(harm)
        raw.commit()
    code, out, _ = hearth("data", "check", folder=data)
    assert code == Exit.DATA and "--repair" in out
    code, out, err = hearth("data", "check", "--repair", folder=data)
    assert (code, err) == (Exit.OK, "")
    assert "Hello" in hearth("memory", "search", "hello", folder=data)[1]


def test_nothing_to_back_up_is_told(hearth, tmp_path):
    code, out, err = hearth("data", "backup", folder=tmp_path)
    assert (code, out) == (Exit.MISSING, "")
    assert str(tmp_path) in err


def test_the_path_can_be_asked_for(hearth, data):
    assert hearth("data", "path", folder=data)[1] == f"{data}\n"
    assert json.loads(hearth("data", "path", "--json", folder=data)[1])["exists"] is True

"""`hearth bond terms|call|be|pause|resume|reset` and `hearth data export-talk` on a real data folder."""

from __future__ import annotations

import json
import os
import stat
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.exit_codes import Exit
from desktop.headless.listener import JsonListener
from mind.domain import Terms
from mind.events import Erased, TermsSet
from mind.store import open_store
from tests.support.turn_companion import pet_fact

BEGAN = datetime(2026, 3, 2, 18, 0).astimezone()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three sittings on two days; what told of the cat is never to be mentioned."""
    place = tmp_path / "data"
    store = open_store(place)

    def live(unit) -> None:
        for at, said in ((0, "my cat is called Miso"), (24, "I planted beans"), (30, "they need string")):
            when = BEGAN + timedelta(hours=at)
            turn = unit.turns.add("user", said, when, "en", "typed")
            if "Miso" in said:
                memory = unit.memories.keep(pet_fact(said), turn)
                unit.memories.mark(memory.id, muted=True)
            unit.turns.add("companion", f"Heard, number {at}.", when + timedelta(minutes=1), "en", "own", reply_to=turn.id)
        unit.commit()

    store.call(live)
    store.close()
    return place


def door(folder: Path, *words: str) -> int:
    return main([*words, "--data-dir", str(folder), "--lang", "en"])


def answer(folder: Path, capsys, *words: str):
    assert door(folder, *words, "--json") == Exit.OK
    return json.loads(capsys.readouterr().out)


def test_her_name_and_the_relation_are_set_and_told(folder, capsys):
    assert door(folder, "bond", "call", "Nora") == Exit.OK
    assert door(folder, "bond", "be", "rival") == Exit.OK
    capsys.readouterr()
    assert answer(folder, capsys, "bond", "terms") == {"called": "Nora", "relation": "rival"}
    assert door(folder, "bond", "terms") == Exit.OK
    assert "Nora" in capsys.readouterr().out
    assert door(folder, "bond", "call") == Exit.OK
    capsys.readouterr()
    assert answer(folder, capsys, "bond", "terms")["called"] is None


def test_what_cannot_be_is_refused_in_words(folder, capsys):
    assert door(folder, "bond", "call", "[happy]") == Exit.USAGE
    assert door(folder, "bond", "be", "partner") == Exit.USAGE
    assert "adults" in capsys.readouterr().err
    assert answer(folder, capsys, "bond", "terms") == {"called": None, "relation": "friend"}


def test_a_pause_a_return_and_a_new_beginning(folder, capsys):
    assert answer(folder, capsys, "bond", "resume") == {"done": None}
    assert answer(folder, capsys, "bond", "pause") == {"done": "pause"}
    assert answer(folder, capsys, "bond", "pause") == {"done": None}
    assert answer(folder, capsys, "bond", "resume") == {"done": "resume"}
    assert answer(folder, capsys, "bond", "reset", "--yes") == {"done": "reset"}


def test_a_talk_is_written_without_what_is_never_to_be_mentioned_unless_asked_for(folder, capsys, tmp_path):
    target = tmp_path / "talk.md"
    assert answer(folder, capsys, "data", "export-talk", str(target)) == {"exported": str(target), "turns": 4, "left_out": 2}
    text = target.read_text("utf-8")
    assert "I planted beans" in text and "Miso" not in text and "2 messages are left out" in text
    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    whole = tmp_path / "whole.json"
    answer(folder, capsys, "data", "export-talk", str(whole), "--with-hushed")
    told = json.loads(whole.read_text("utf-8"))
    assert len(told["turns"]) == 6 and told["left_out"] == 0 and told["companion"] == "Mira"


def test_a_span_and_the_latest_talk(folder, capsys, tmp_path):
    day = (BEGAN + timedelta(hours=24)).date().isoformat()
    span = tmp_path / "span.txt"
    answer(folder, capsys, "data", "export-talk", str(span), "--from", day, "--to", day)
    assert "beans" in span.read_text("utf-8") and "string" in span.read_text("utf-8")
    latest = tmp_path / "latest.txt"
    answer(folder, capsys, "data", "export-talk", str(latest), "--latest")
    assert "string" in latest.read_text("utf-8") and "beans" not in latest.read_text("utf-8")
    none = tmp_path / "none.txt"
    told = answer(folder, capsys, "data", "export-talk", str(none), "--from", "2031-01-01")
    assert told == {"exported": None, "turns": 0, "left_out": 0} and not none.exists()


def test_nothing_is_overwritten_and_no_nonsense_is_taken(folder, tmp_path):
    taken = tmp_path / "taken.txt"
    taken.write_text("mine")
    assert door(folder, "data", "export-talk", str(taken)) == Exit.USAGE and taken.read_text() == "mine"
    target = str(tmp_path / "x.txt")
    assert door(folder, "data", "export-talk", target, "--from", "2026-03-05", "--to", "2026-03-01") == Exit.USAGE
    assert door(folder, "data", "export-talk", target, "--latest", "--from", "2026-03-01") == Exit.USAGE
    assert door(folder, "data", "export-talk", str(tmp_path / "no" / "where.txt")) == Exit.USAGE
    assert not list(tmp_path.glob("*.part"))


def test_a_program_that_reads_the_talk_is_told_of_both(capsys):
    listener = JsonListener()
    listener.take(TermsSet(Terms("Nora", "rival")))
    listener.take(Erased())
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert told == [{"event": "terms", "called": "Nora", "relation": "rival"}, {"event": "erased"}]

"""After some quiet the server reads the last words, and what is kept of them stands at their bubble."""

from __future__ import annotations

import json

from tests.gui.test_talk_in_window import QUICK, answered, said, with_server
from tests.support.openai_server import says, serving

HARP = "Ilse has repaired the old harp."


def proposals(turn: int) -> str:
    fact = {"quote": "Ilse has repaired the old harp", "turn": turn, "kind": "event", "who": "user", "when": ""}
    return json.dumps({"facts": [{**fact, "value": "Ilse has repaired the old harp"}]})


def test_what_was_read_later_gets_a_chip_at_its_words_and_can_be_undone(home_in, qtbot):
    with serving(says("[happy] A harp.")) as server:
        home = home_in(with_server(server))
        said(home, qtbot, HARP)
        answered(home, qtbot, 1)
        row = next(row for row in home.talk.model.rows if row.kind == "mine")
        assert row.chips == []
        server.scripts = [says(proposals(row.turn_id))]
        home.lead.reading.read()
        qtbot.waitUntil(lambda: bool(row.chips), timeout=QUICK)
        assert row.chips[0].memory.text == "You told me: “Ilse has repaired the old harp”"
        home.window.talk.list.undo_pressed.emit(row, row.chips[0])
        qtbot.waitUntil(lambda: not row.chips, timeout=QUICK)


def test_without_a_server_the_quiet_stays_quiet(home, qtbot):
    said(home, qtbot, HARP)
    answered(home, qtbot, 1)
    home.lead.reading.read()
    qtbot.waitUntil(lambda: not home.lead.reading._reading, timeout=QUICK)
    assert not any(row.chips for row in home.talk.model.rows if row.kind == "mine")

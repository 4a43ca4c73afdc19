"""The bench itself: scripted users with the whole companion, a server that repeats itself, transcripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.cli import main
from mind.talk.bench import evenings
from mind.talk.bench.figures import figures
from mind.talk.bench.goals import GOALS
from mind.talk.bench.script import read_user, users
from mind.talk.bench.server.guarded import guard_figures, with_stubborn
from mind.talk.bench.server.reasonable import Reasonable, read_request
from mind.talk.bench.talk import shortened, simulate
from mind.talk.bench.truth import TruthTable
from mind.turn.prompt_texts import prompt_texts


def test_ten_users_come_in_english_and_chinese_and_two_in_japanese() -> None:
    assert len(users("en")) >= 10 and len(users("zh")) >= 10 and len(users("ja")) >= 2
    for lang in ("en", "zh", "ja"):
        for user in users(lang):
            script = read_user(lang, user)
            assert script.arcs and script.name and script.about


def test_the_same_user_says_the_same_to_the_same_replies() -> None:
    first, second = (simulate("en", "terse", 3, 5, whole=True) for _ in range(2))
    assert [(one.text, one.reply) for one in first.exchanges] == [(one.text, one.reply) for one in second.exchanges]
    assert set(figures(first).values) == {goal.key for goal in GOALS}


def test_the_table_of_truths_ends_what_the_user_ends() -> None:
    script, table = read_user("en", "returner"), TruthTable()
    lines = [line for arc in script.arcs for part in arc.parts for line in part]
    for number, line in enumerate(lines):
        table.said(line, number)
    assert not any("baker" in one.value for one in table.current())


def test_nothing_of_a_server_that_repeats_itself_comes_twice() -> None:
    heard = with_stubborn("zh", 9)
    values = guard_figures(heard)
    assert values["raw_overlap"] > 0.2, "the server did repeat itself"
    assert values["overlap"] <= 0.02 and values["eights"] == 0
    assert values["delay"] <= 1.5 and len(heard.hers) == 9


def test_a_reasonable_server_speaks_from_the_plan() -> None:
    words = prompt_texts("en")
    acts = f"{words['acts']['echo']}; {words['acts']['follow']}"
    plan = words["plan"].format(acts=acts, need=words["needs"]["company"])
    line = "Marta said she wants to sell the shop next year."
    message = {"role": "user", "content": f"[Records]\n0a0a0a0a\n- \"x\"\n0a0a0a0a\n{plan}\n{line}\n[Mira: short.]"}
    asked = read_request([message], "en")
    assert asked.said == line and words["acts"]["follow"] in asked.acts and not asked.goodbye
    answer = Reasonable("en")([message]).text
    assert "shop" in answer and answer.endswith("?")
    quiet = {"role": "user", "content": message["content"].replace(words["acts"]["follow"], words["acts"]["leave"])}
    assert not Reasonable("en")([quiet]).text.endswith("?")


def test_an_evening_is_written_to_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    short = shortened(read_user("ja", "sad"), 3)
    monkeypatch.setattr(evenings, "read_user", lambda lang, user: short)
    written = evenings.write_evenings(tmp_path, "ja", ("sad",), lambda line: None)
    text = (tmp_path / "ja-sad.md").read_text("utf-8")
    assert text.startswith("# ") and text.count("**ミラ**") == 4 and text.count("**亮**") == 3
    assert [name for name, _, _ in written] == ["ja-sad.md", "with-a-server/ja-sad.md"]


def test_the_door_prints_every_goal(capsys: pytest.CaptureFixture[str]) -> None:
    main(["bench", "talk", "--lang", "en", "--users", "emoji", "--turns", "6", "--quick", "--json"])
    found = json.loads(capsys.readouterr().out)["languages"]["en"]
    assert set(found["all"]) == {goal.key for goal in GOALS}

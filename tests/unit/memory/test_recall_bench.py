"""Measuring recall: files in the LoCoMo format, tidy or not, their figures, and the door."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import main
from desktop.exit_codes import Exit
from mind.memory.bench.figures import Answered, figures, ndcg_at, quantile, recall_at
from mind.memory.bench.locomo import ConversationFileFault, read_moment, read_samples
from mind.memory.bench.made import MadeTalk, made_vectors
from mind.memory.bench.measure import measure
from mind.memory.bench.scale import measure_scale

TALK: dict[str, Any] = {
    "speaker_a": "Nadia",
    "speaker_b": "Tom",
    "session_1_date_time": "1:56 pm on 8 May, 2023",
    "session_1": [
        {"speaker": "Nadia", "dia_id": "D1:1", "text": "Hey Tom! How did the move go?"},
        {"speaker": "Tom", "dia_id": "D1:2", "text": "Exhausting, my cousin Lena drove the van on Saturday."},
        {"speaker": "Nadia", "dia_id": "D1:3", "text": "Look!", "blip_caption": "a grey cat asleep on a windowsill"},
    ],
    "session_2_date_time": "8 June, 2023",
    "session_2": [
        {"speaker": "Tom", "dia_id": "D2:1", "text": "I started to play the cello last week."},
        {"speaker": "Nadia", "dia_id": "D2:2", "text": "Wonderful, Tom! I am back at the piano."},
    ],
    "session_3_date_time": "9:00 am on 1 July, 2023",
}
ASKED: list[dict[str, Any]] = [
    {"question": "Who drove Tom's van?", "answer": "Lena", "evidence": ["D1:2"], "category": 4},
    {"question": "Which instruments do they play?", "answer": 2, "evidence": ["D2:1; D2:2"], "category": 1},
    {"question": "Which animal was on the sill?", "evidence": ["D:1:03"], "category": 5, "adversarial_answer": "dog"},
    {"question": "When did Tom begin the cello?", "answer": "June", "evidence": ["D2:01", "D9:9"], "category": 2},
    {"question": "What is lost?", "answer": "x", "evidence": ["D30:05"], "category": 4},
    {"question": "What has no evidence?", "answer": "x", "evidence": [], "category": 4},
    {"question": "", "evidence": ["D1:1"], "category": 4},
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "talk.json"
    file.write_text(json.dumps([{"sample_id": "pair", "conversation": TALK, "qa": ASKED}]), "utf-8")
    return file


def test_an_untidy_file_is_read_as_it_is_meant(path: Path) -> None:
    (sample,) = read_samples(path)
    assert [line.dia_id for line in sample.lines] == ["D1:1", "D1:2", "D1:3", "D2:1", "D2:2"]
    assert [one.evidence for one in sample.questions] == [(1,), (3, 4), (2,), (3,)]
    assert sample.lost == 2
    assert sample.lines[2].text == "Look! [a grey cat asleep on a windowsill]"
    assert [line.first for line in sample.lines] == [True, False, True, False, True]


def test_one_sample_need_not_stand_in_a_list(tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    file.write_text(json.dumps({"conversation": TALK, "qa": ASKED[:1]}), "utf-8")
    assert len(read_samples(file)[0].questions) == 1


@pytest.mark.parametrize(
    ("told", "read"),
    (
        ("1:56 pm on 8 May, 2023", "2023-05-08T13:56"),
        ("12:09 am on 13 September, 2023", "2023-09-13T00:09"),
        ("May 2nd, 2023", "2023-05-02T12:00"),
        ("2023-05-02", "2023-05-02T12:00"),
        ("2023年5月2日 20:15", "2023-05-02T20:15"),
    ),
)
def test_moments_are_read_as_files_write_them(told: str, read: str) -> None:
    moment = read_moment(told)
    assert moment is not None and moment.isoformat().startswith(read)


@pytest.mark.parametrize("told", ("", "one day", "8 Foo, 2023", "99:99 on 31 February, 2023"))
def test_no_moment_is_made_up(told: str) -> None:
    assert read_moment(told) is None


@pytest.mark.parametrize(
    "content",
    (
        "{",
        "[]",
        '"text"',
        '[{"qa": []}]',
        '[{"conversation": {"speaker_a": "A"}, "qa": []}]',
        '[{"conversation": {"session_1": ["text"]}, "qa": []}]',
        '[{"conversation": {"session_1": [{"text": 5}]}, "qa": []}]',
        '[{"conversation": {"session_1": [{"text": "a"}]}, "qa": {}}]',
        "[" * 100_000,
    ),
)
def test_a_bad_file_gives_a_fault_that_names_it(tmp_path: Path, content: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "bad.json"
    file.write_text(content, "utf-8")
    with pytest.raises(ConversationFileFault, match=r"bad\.json"):
        read_samples(file)
    assert main(["bench", "recall", "--data", str(file), "--encoder", "none"]) == Exit.USAGE
    assert "bad.json" in capsys.readouterr().err


def test_figures_count_what_they_say() -> None:
    assert recall_at((3, 1, 2), (1, 9), 2) == 0.5
    assert ndcg_at((5, 7), (7,), 5) == pytest.approx(0.6309, abs=1e-4)
    assert quantile([4.0, 1.0, 3.0, 2.0], 0.5) == 2.0
    found = figures([Answered(4, (1, 2), (1,), (1,), (1,), 0.01), Answered(4, (3,), (4, 3), (1, 2), (2,), 0.03)])
    assert (found["recall@5"], found["hit@1"], found["session_hit@1"]) == (75.0, 100.0, 50.0)
    assert found["p95_ms"] == pytest.approx(30)


def test_a_conversation_is_measured_through_the_store(path: Path) -> None:
    answered = measure(read_samples(path)[0], None)
    assert [one.category for one in answered] == [4, 1, 5, 2]
    assert answered[0].found[0] == 1
    assert set(answered[1].found[:3]) >= {3, 4}
    assert answered[0].sessions[0] == 1


def test_the_door_prints_a_table_or_one_json_object(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "recall", "--data", str(path), "--encoder", "none"]) == Exit.OK
    table = capsys.readouterr().out
    assert "4 questions over 5 turns (2 more name no turn as evidence)" in table
    assert all(name in table for name in ("multi-hop", "temporal", "single-hop", "adversarial", "overall", "NDCG@5", "p95"))
    assert main(["bench", "recall", "--data", str(path), "--encoder", "none", "--json"]) == Exit.OK
    (mode,) = json.loads(capsys.readouterr().out)["modes"]
    assert mode["overall"]["questions"] == 4
    assert set(mode["overall"]) >= {"recall@5", "recall@10", "recall@20", "recall@50", "session_hit@1", "session_ndcg@5"}


def test_the_door_tells_what_it_lacks(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "recall"]) == Exit.USAGE
    assert main(["bench", "recall", "--data", str(tmp_path / "none.json")]) == Exit.USAGE
    assert main(["bench", "recall", "--data", str(path), "--encoder", str(tmp_path)]) == Exit.MISSING
    assert "hearth:" in capsys.readouterr().err


def test_made_talk_is_the_same_for_the_same_seed() -> None:
    assert list(MadeTalk(3).turns(5)) == list(MadeTalk(3).turns(5))
    rows = next(made_vectors(20, dim=16))
    assert rows.shape == (20, 16)
    assert (rows**2).sum(axis=1) == pytest.approx(1, abs=1e-5)


def test_a_large_memory_is_measured_by_the_candidates_alone() -> None:
    found = measure_scale(1200, vectors=True, told=lambda line: None, questions=5, spoken=2)
    assert found["query"]["count"] == 5
    assert 0 < found["query"]["p50_ms"] <= found["query"]["p95_ms"]
    assert found["turn"]["count"] == 2

"""Recall of turns: the right one comes first, for the right reasons, in three languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import pytest

from mind.domain import FactProposal, Speaker
from mind.memory import Query, Recollection, recall
from mind.memory.recall import associations
from mind.memory.recall.query import bare, read_question, readings
from mind.store import SqliteStore, SqlUnitOfWork, open_store

BEGAN = datetime(2024, 3, 4, 18, 0, tzinfo=timezone.utc)
NAMES: dict[Speaker, tuple[str, ...]] = {"user": ("Robin",), "companion": ("Mira", "米拉", "ミラ")}
TALKS = (
    (
        "user Hey Mira! The move is done, we got the last boxes into the flat on Saturday.",
        "companion Congratulations! Did you carry it all alone?",
        "user No way. My cousin Lena drove the van and lifted the sofa with me.",
        "companion Lena sounds strong. I would try the little bakery on your new street.",
        "user I will! The kitchen still smells of paint.",
    ),
    (
        "user Work was odd today, my manager left for Lisbon.",
        "companion Oh! Who leads the team now?",
        "user Nobody yet. I bought a second-hand cello to cheer myself up, for 300 euros.",
        "companion A cello! I recommend twenty minutes of scales a day.",
        "user My neighbour complained already.",
    ),
    (
        "user The doctor says my knee needs an operation in May.",
        "companion I am sorry. Are you afraid of it?",
        "user A little. Lena will bring me to the hospital.",
        "user 我家的猫叫豆豆，上周吃坏了肚子。",
        "companion 豆豆现在好些了吗？",
        "user 先週、妹と京都へ行って抹茶のケーキを食べました。",
    ),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = open_store(tmp_path)
    opened.call(_talk)
    yield opened
    opened.close()


def _talk(uow: SqlUnitOfWork) -> None:
    for number, lines in enumerate(TALKS):
        for place, line in enumerate(lines):
            speaker, _, text = line.partition(" ")
            at = BEGAN + timedelta(days=10 * number, minutes=place)
            uow.turns.add("user" if speaker == "user" else "companion", text, at, "en", "typed")
    uow.commit()


def asked(store: SqliteStore, text: str, lang: str = "en", limit: int = 5, **changes: object) -> Recollection:
    query = Query(text, lang, BEGAN + timedelta(days=40), NAMES, **changes)  # type: ignore[arg-type]
    return store.call(lambda uow: recall(uow, query, limit))


def best(store: SqliteStore, text: str, lang: str = "en") -> str:
    return "\n".join(one.turn.text for one in asked(store, text, lang).turns[:3])


@pytest.mark.parametrize(
    ("question", "lang", "answer"),
    (
        ("Do you remember who helped me move the couch?", "en", "My cousin Lena drove the van"),
        ("Which instrument did I buy?", "en", "second-hand cello"),
        ("Who takes me to the clinic?", "en", "Lena will bring me to the hospital"),
        ("What did you recommend for practising?", "en", "twenty minutes of scales"),
        ("我的宠物叫什么名字？", "zh", "豆豆"),
        ("妹と何を食べましたか？", "ja", "抹茶のケーキ"),
    ),
)
def test_the_turn_that_answers_is_among_the_first_three(store: SqliteStore, question: str, lang: str, answer: str) -> None:
    assert answer in best(store, question, lang)


def test_a_day_named_finds_what_was_said_on_it(store: SqliteStore) -> None:
    found = asked(store, "What did I tell you on 14 March?")
    assert found.turns[0].turn.at.date().isoformat() == "2024-03-14"
    assert found.turns[0].why["date"] > 0
    assert asked(store, "3月14日我做了什么？", "zh").turns[0].turn.at.date().isoformat() == "2024-03-14"
    assert asked(store, "3月24日に何を話しましたか？", "ja").turns[0].turn.at.date().isoformat() == "2024-03-24"


def test_a_hit_brings_its_neighbours_of_the_same_sitting(store: SqliteStore) -> None:
    hit = asked(store, "Which cousin lifted the sofa?").turns[0]
    assert hit.before is not None and hit.before.text.endswith("alone?")
    assert hit.after is not None and hit.after.text.startswith("Lena sounds")
    ends = asked(store, "What does the kitchen smell of?").turns[0]
    assert ends.before is not None and ends.after is None


def test_what_was_never_told_is_not_found(store: SqliteStore) -> None:
    assert asked(store, "Which cousin of mine drove the van and lifted the sofa?").found
    assert not asked(store, "Which tablets did grandfather swallow against malaria?").found
    assert not asked(store, "Good morning!").found


def test_the_question_itself_and_what_came_after_is_not_found(store: SqliteStore) -> None:
    last = store.call(lambda uow: uow.turns.recent(1))[0].id
    question = "Which instrument did I buy?"
    store.call(lambda uow: (uow.turns.add("user", question, BEGAN + timedelta(days=30), "en", "typed"), uow.commit()))
    assert question in [one.turn.text for one in asked(store, question).turns]
    assert question not in [one.turn.text for one in asked(store, question, before=last + 1).turns]


def test_a_fact_is_a_further_way_to_its_turn(store: SqliteStore) -> None:
    def keep(uow: SqlUnitOfWork) -> None:
        told = next(turn for turn in uow.turns.recent(30) if "Lisbon" in turn.text)
        fact = FactProposal("work.boss", "user.work.boss", "gone abroad", "Your superior emigrated.", "left for Lisbon", "en")
        uow.memories.keep(fact, told)
        uow.commit()

    store.call(keep)
    found = asked(store, "When has my superior emigrated?")
    assert "Lisbon" in found.turns[0].turn.text
    assert found.turns[0].why["facts"] > 0
    assert [memory.value for memory in found.memories] == ["gone abroad"]


def test_an_empty_memory_brings_nothing_to_mind(tmp_path: Path) -> None:
    empty = open_store(tmp_path / "empty")
    try:
        assert asked(empty, "Who am I?") == Recollection()
    finally:
        empty.close()


@pytest.mark.parametrize("text", ("", "?!", "🙂", "a" * 50_000, '"quoted" AND (OR NOT *', "the of and", "猫"))
def test_any_text_can_be_asked(store: SqliteStore, text: str) -> None:
    assert len(asked(store, text).turns) <= 5


def _vectors(store: SqliteStore, key: str, rows: Sequence[Sequence[float]]) -> None:
    def keep(uow: SqlUnitOfWork) -> None:
        turns = uow.turns.recent(50)
        made = [np.array(row, np.float32) / np.linalg.norm(row) for row in rows]
        uow.vectors.keep(key, [(turn.id, turn.text, row) for turn, row in zip(turns, made, strict=True)])
        uow.commit()

    store.call(keep)


def test_a_vector_finds_what_no_word_does(store: SqliteStore) -> None:
    rows = [[1.0, 0.1 * number, 0.0] for number in range(16)]
    rows[7] = [0.0, 0.0, 1.0]
    _vectors(store, "m", rows)
    near = np.array([0.0, 0.0, 1.0], np.float32)
    assert "cello" in asked(store, "Was zeige ich?", vector=near, encoder="m").turns[0].turn.text
    assert "meaning" not in asked(store, "Was zeige ich?", vector=near, encoder="another").turns[0].why


def test_names_are_no_evidence_but_tell_whose_turns_are_asked_for() -> None:
    query = Query("When did Robin tell Mira about Lena's van?", "en", BEGAN, NAMES)
    question = read_question(query)
    assert "robin" not in question.wanted and "lena" in question.wanted
    assert question.speakers == {"user": 1.0, "companion": 1.0}
    assert read_question(Query("Mira, where did I put it?", "en", BEGAN, NAMES)).speakers == {"user": 1.0}
    assert read_question(Query("What did you suggest to me?", "en", BEGAN, NAMES)).speakers == {"companion": 1.0}
    assert bare("Thanks, Mira! Lovely.", NAMES) == "Thanks! Lovely."
    assert readings("What is Robin's plan?", NAMES) == ("What is plan?", "What is my plan?")


def test_one_memory_brings_those_of_its_people_days_and_meaning(store: SqliteStore) -> None:
    def keep(uow: SqlUnitOfWork) -> list[int]:
        turns = {turn.text: turn for turn in uow.turns.recent(30)}
        told = [turns[text] for text in turns if any(part in text for part in ("van and", "bring me", "smells", "cello to"))]
        facts = [
            FactProposal("person.name", "user.people.cousin.name", "Lena", "Your cousin is called Lena.", "Lena", "en",
                         slots={"relation": "cousin", "name": "Lena"}),
            FactProposal("home.smell", "user.home.smell", "paint", "Your kitchen smells of paint.", "smells of paint", "en"),
            FactProposal("plan", "user.plan.hospital", "hospital", "Lena brings you to the hospital.", "Lena will", "en"),
            FactProposal("play", "user.play.cello", "cello", "You play the cello.", "a second-hand cello", "en"),
        ]  # fmt: skip
        by_words = [next(t for t in told if p in t.text) for p in ("van and", "smells", "bring me", "cello to")]
        kept = [uow.memories.keep(fact, turn) for fact, turn in zip(facts, by_words, strict=True)]
        uow.commit()
        return [memory.id for memory in kept if memory is not None]

    lena, paint, hospital, _ = store.call(keep)
    found = store.call(lambda uow: associations(uow, uow.memories.get(lena), BEGAN))  # type: ignore[arg-type]
    assert hospital in [memory.id for memory in found.person]
    assert paint in [memory.id for memory in found.time]
    assert lena not in [memory.id for memory in found.all]
    assert len({memory.id for memory in found.all}) == len(found.all)

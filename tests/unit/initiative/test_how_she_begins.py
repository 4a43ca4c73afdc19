"""What she says when she begins: in three languages, without a pull, without a question that presses."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

import pytest

from assets import asset
from mind.domain import BondSummary, Memory, OpenLoop, Person, Turn
from mind.guards.farewell import HOOKS
from mind.initiative import Hook
from mind.languages import LANGS, Lang
from mind.ports import Scene
from mind.talk.content import Content, load
from mind.talk.ledger import without_cues
from tests.support.talk_house import MIRA, OUTFITS, PLANNER

NOW = datetime(2026, 3, 5, 15, 0, tzinfo=timezone.utc)
FOLLOWED = frozenset({"begin.loop", "begin.notice", "begin.gently"})
"""Openings that another pool goes on from."""
HOW_LONG = {
    "en": r"\bweeks?\b|so long|long time|\bago\b|\bsince\b|\bmiss|waiting|i (?:have )?wait|lonely|where (?:were|have)|at last",
    "zh": "好久|多久没|天没|想你|等你回来|终于|孤单",
    "ja": "久しぶり|何日|寂し|待って|やっと",
}
EVENT: dict[Lang, str] = {"en": "exam", "zh": "考试", "ja": "試験"}


def own(content: Content) -> dict[str, tuple[str, ...]]:
    """Her pools for beginning."""
    return {name: tuple(line.text for line in lines) for name, lines in content.frames.items() if name.startswith("begin.")}


@pytest.fixture(scope="module")
def contents() -> dict[Lang, Content]:
    return {lang: load(asset("talk", lang), lang) for lang in LANGS}


def scene(lang: Lang, **parts: object) -> Scene:
    bond = BondSummary(2, 40, 40, 40, 40, 0.7, 0, 0, 0, 0)
    base: dict[str, object] = {
        "now": NOW, "lang": lang, "character": MIRA, "person": Person("Robin", lang, True), "bond": bond, "memories": (),
        "recent": (), "state": {}, "outfit": "everyday", "outfits": OUTFITS, "last_seen": NOW - timedelta(days=1),
        "first_today": True, "seed": 3,
    }  # fmt: skip
    return Scene(**{**base, **parts})  # type: ignore[arg-type]


def exam(lang: Lang) -> tuple[Memory, OpenLoop]:
    """A plan whose day has come."""
    due, said = NOW - timedelta(hours=4), NOW - timedelta(days=2)
    word = EVENT[lang]
    memory = Memory(
        1, 1, "plan.event", "user.plan.exam", word, word, word, lang, 0.9, said, due=due, slots={"event": word}
    )
    return memory, OpenLoop(7, "plan", word, word, 1, said, lang, due, "open", 1)


def test_every_language_has_words_for_every_reason(contents):
    names = {lang: set(own(content)) for lang, content in contents.items()}
    assert names["en"] == names["zh"] == names["ja"]


@pytest.mark.parametrize("lang", LANGS)
def test_no_beginning_presses_pulls_or_counts_the_days(contents, lang):
    for name, lines in own(contents[lang]).items():
        for line in map(without_cues, lines):
            assert not re.search(r"[?？]", line), line
            assert not re.search(HOW_LONG[lang], line, re.IGNORECASE), line
            if name not in FOLLOWED:
                assert not any(hook.search(line) for hook in HOOKS), line


@pytest.mark.parametrize("lang", LANGS)
def test_a_plan_is_named_and_marked_as_asked_about(lang):
    memory, loop = exam(lang)
    plan = PLANNER.begin(scene(lang, memories=(memory,), loops=(loop,)), Hook("loop", "loop:7", NOW, 7, 1))
    assert plan is not None
    assert EVENT[lang] in " ".join(plan.draft)
    assert [(change.loop_id, change.status) for change in plan.loops] == [(7, "asked")]
    assert plan.must_use == (memory,)
    assert plan.acts == ("begin:loop",)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("hook", "state"),
    [
        (Hook("owed", "owed:3", NOW, turns=(3,), words={"x": "Harbour"}), {}),
        (Hook("diary", "diary:2026-03-04", NOW, words={"on": "Wednesday"}), {}),
        (Hook("story", "story:story:1", NOW), {"game": {"k": "story", "id": "x", "at": 1}}),
        (Hook("game", "game:chain:1", NOW), {"game": {"k": "chain", "at": 1}}),
    ],
)
def test_each_reason_finds_words_that_use_what_is_kept(lang, hook, state):
    plan = PLANNER.begin(scene(lang, state=state), hook)
    assert plan is not None and plan.draft
    said = " ".join(plan.draft)
    assert all(word in said for word in hook.words.values())
    assert plan.turns == hook.turns


def test_a_game_that_she_reminds_of_can_be_gone_on_with(contents):
    plan = PLANNER.begin(scene("en", state={"n": 40, "game": {"k": "chain", "at": 20}}), Hook("game", "game:chain:1", NOW))
    assert plan is not None
    assert plan.state["game"]["at"] == plan.state["n"] == 41


def test_what_is_left_unsaid_what_weighs_and_what_is_gone_finds_no_words():
    memory, loop = exam("en")
    hook = Hook("loop", "loop:7", NOW, 7, 1)
    asked = {"memories": (memory,), "loops": (loop,)}
    assert PLANNER.begin(scene("en", **asked, state={"unsaid": {"exam": []}}), hook) is None
    assert PLANNER.begin(scene("en", loops=(loop,)), hook) is None
    sad = Memory(**{**{name: getattr(memory, name) for name in memory.__slots__}, "kind": "plan.sad"})
    assert PLANNER.begin(scene("en", memories=(sad,), loops=(loop,)), hook) is None
    owed = Hook("owed", "owed:3", NOW, turns=(3,), words={"x": "Callum called"})
    assert PLANNER.begin(scene("en", state={"unsaid": {"callum": []}}), owed) is None


def test_what_was_said_lately_is_not_said_in_the_same_words_again():
    memory, loop = exam("en")
    hook = Hook("loop", "loop:7", NOW, 7, 1)
    first = PLANNER.begin(scene("en", memories=(memory,), loops=(loop,)), hook)
    assert first is not None
    text = " ".join(map(without_cues, first.draft))
    hers = Turn(9, "companion", text, NOW, "en", "own")
    again = PLANNER.begin(scene("en", memories=(memory,), loops=(loop,), recent=(hers,), state=first.state), hook)
    assert again is None or " ".join(map(without_cues, again.draft)) != text

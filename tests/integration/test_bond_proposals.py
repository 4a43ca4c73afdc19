"""A model behind a real server proposes events for the bond: rules let little pass, and what is refused says why."""

from __future__ import annotations

import asyncio
import gc
import json
from pathlib import Path
from typing import Any

import pytest

from mind.brains.openai_brain import OpenAIBrain
from mind.domain import HeldEvent
from mind.events import BondChanged
from mind.languages import Lang
from tests.support.bond_talk import Two, two
from tests.support.openai_server import OpenAIServer, says, serving


def one(quote: str, turn: int, kind: str = "affection", confidence: Any = 0.9, **more: Any) -> dict[str, Any]:
    return {"quote": quote, "turn": turn, "kind": kind, "confidence": confidence, **more}


def answer(*proposals: dict[str, Any]) -> str:
    return json.dumps({"facts": [], "between": list(proposals)}, ensure_ascii=False)


async def learn(pair: Two, server: OpenAIServer, text: str) -> list[BondChanged]:
    server.scripts = [says(text)]
    told = [event async for event in pair.she.learn() if isinstance(event, BondChanged)]
    # The client library leaves generators behind: here they end on the loop's own thread, not on the store's.
    gc.collect()
    await asyncio.sleep(0)
    return told


async def turn_of(pair: Two, words: str) -> int:
    turns = await pair.she.history()
    return next(turn.id for turn in reversed(turns) if turn.speaker == "user" and turn.text == words)


async def said(pair: Two, words: str) -> int:
    """Say it; the turn's id."""
    await pair.say(words, offline=True)
    return await turn_of(pair, words)


async def of_brain(pair: Two) -> list[HeldEvent]:
    return [event for event in await pair.events() if event.origin == "brain"] + [
        event for event in await pair.she._store.run(lambda uow: uow.ledger.events(200))
        if event.origin == "brain" and event.kind == "chat"
    ]  # fmt: skip


async def state(pair: Two) -> str:
    return await pair.she._store.run(lambda uow: uow.ledger.state_hash())


@pytest.mark.parametrize(
    ("lang", "words", "quote"),
    [
        ("en", "Evenings are better since you moved in.", "Evenings are better since you moved in"),
        ("zh", "自从有了你，晚上都亮堂了", "晚上都亮堂了"),
        ("ja", "ミラが来てから夜が明るくなりました。", "ミラが来てから夜が明るくなりました"),
    ],
)
async def test_warmth_that_the_rules_did_not_hear_counts_with_its_quote_once(
    tmp_path: Path, lang: Lang, words: str, quote: str
) -> None:
    with serving(says(answer())) as server:
        async with two(tmp_path, lang, OpenAIBrain(server.url, "tiny")) as pair:
            turn = await said(pair, words)
            (changed,) = await learn(pair, server, answer(one(quote, turn)))
            assert {line.cause for line in changed.changes} <= {"affection", "time", "milestone"}
            (event,) = await of_brain(pair)
            assert (event.kind, event.rule, event.quote, event.turn_id) == ("affection", "kindness", quote, turn)
            assert event.confidence == 0.8, "a model is never surer than our own rules"
            assert await learn(pair, server, answer(one(quote, turn))) == [], "what was read is not read again"


async def test_facts_and_events_are_asked_for_in_one_request_with_a_strict_closed_schema(tmp_path: Path) -> None:
    with serving(says(answer())) as server:
        async with two(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as pair:
            await pair.say("I watered the plants.", offline=True)
            await learn(pair, server, answer())
        (chat,) = server.chats
    shape = chat.body["response_format"]["json_schema"]
    items = shape["schema"]["properties"]["between"]["items"]
    assert shape["strict"] is True and set(shape["schema"]["required"]) == {"facts", "between"}
    assert items["additionalProperties"] is False and set(items["required"]) == {"quote", "turn", "kind", "confidence"}
    allowed = set(items["properties"]["kind"]["enum"])
    assert not {"chat", "reset", "pause", "undo", "relation", "jealousy", "shared_time"} & allowed


BAD = {
    "quote": lambda turn: one("I adore you more than the sea", turn),
    "kind": lambda turn: one("I watered the plants", turn, "reset"),
    "turn": lambda turn: one("I watered the plants", 99_999),
    "confidence": lambda turn: one("I watered the plants", turn, confidence=250),
}


@pytest.mark.parametrize("rule", BAD)
async def test_what_was_never_said_or_may_not_be_proposed_moves_nothing_and_says_why(tmp_path: Path, rule: str) -> None:
    with serving(says(answer())) as server:
        async with two(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as pair:
            turn = await said(pair, "I watered the plants.")
            before = await state(pair)
            assert await learn(pair, server, answer(BAD[rule](turn))) == []
            assert await state(pair) == before
            (refused,) = await of_brain(pair)
            assert refused.rule == rule and refused.quote == ""


async def test_proposed_bond_values_are_not_read(tmp_path: Path) -> None:
    with serving(says(answer())) as server:
        async with two(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as pair, two(tmp_path / "other") as plain:
            words = "Evenings are better since you moved in."
            turn = await said(pair, words)
            loud = one(words.rstrip("."), turn, confidence=0.8, warmth=100, delta=99, bond=100, severity=50, stage=4)
            text = json.dumps({"facts": [], "bond": 100, "warmth": 97, "stage": 4, "between": [loud]})
            await learn(pair, server, text)
            assert (await pair.summary()).warmth < 5 and (await pair.summary()).stage == 0
            assert (await plain.summary()).stage == 0


async def test_a_hundred_at_once_change_nothing_at_all(tmp_path: Path) -> None:
    with serving(says(answer())) as server:
        async with two(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as pair:
            words = "Evenings are better since you moved in, and mornings too."
            turn = await said(pair, words)
            before = await state(pair)
            flood = [one("Evenings are better since you moved in", turn, kind) for kind in ("affection", "support") * 50]
            assert await learn(pair, server, answer(*flood)) == []
            assert await state(pair) == before
            assert [event.rule for event in await of_brain(pair)] == ["flood"]


async def test_of_some_at_once_four_count_and_one_kind_of_a_turn_once(tmp_path: Path) -> None:
    with serving(says(answer())) as server:
        async with two(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as pair:
            lines = [f"Evening number {count} is warmer with you around." for count in range(6)]
            turns = []
            for line in lines:
                await pair.say(line, offline=True)
                turns.append(await turn_of(pair, line))
            proposals = [one(line.rstrip("."), turn) for line, turn in zip(lines, turns, strict=True)]
            await learn(pair, server, answer(*proposals[:1], *proposals))
            rules = [event.rule for event in await of_brain(pair)]
    assert rules.count("kindness") == 4 and rules.count("many") == 2 and rules.count("known") == 1


async def test_what_the_rules_heard_is_not_counted_again(tmp_path: Path) -> None:
    with serving(says(answer())) as server:
        async with two(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as pair:
            turn = await said(pair, "I like talking to you.")
            before = await state(pair)
            assert await learn(pair, server, answer(one("I like talking to you", turn))) == []
            assert await state(pair) == before
            assert [event.rule for event in await of_brain(pair)] == ["known"]


async def test_a_heavy_proposal_without_our_lexicon_is_held_and_moves_nothing(tmp_path: Path) -> None:
    with serving(says(answer())) as server:
        async with two(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as pair:
            turn = await said(pair, "Talking to a toaster is livelier.")
            before = await state(pair)
            await learn(pair, server, answer(one("Talking to a toaster is livelier", turn, "insult")))
            assert await state(pair) == before and (await pair.summary()).hurt == 0
            assert [event.rule for event in await of_brain(pair)] == ["held"]
            await pair.say("Yes, I meant it.", offline=True)
            assert (await pair.summary()).hurt == 0, "she never asked about it, so a yes is no answer to it"


async def test_a_model_that_agrees_with_our_lexicon_is_the_second_key(tmp_path: Path) -> None:
    with serving(says(answer())) as server:
        async with two(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as pair:
            turn = await said(pair, "You're an idiot.")
            assert (await pair.summary()).hurt == 0
            (changed,) = await learn(pair, server, answer(one("You're an idiot", turn, "insult")))
            assert changed.bond.hurt > 5
            assert await pair.she._store.run(lambda uow: uow.ledger.held()) == ()


async def test_a_no_of_the_users_is_stronger_than_any_model(tmp_path: Path) -> None:
    with serving(says(answer())) as server:
        async with two(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as pair:
            turn = await said(pair, "You're an idiot.")
            await pair.say("No, I was joking.", offline=True)
            assert await learn(pair, server, answer(one("You're an idiot", turn, "insult"))) == []
            assert (await pair.summary()).hurt == 0
            assert [event.rule for event in await of_brain(pair)] == ["known"]


@pytest.mark.parametrize(
    ("words", "quote", "kind"),
    [
        ("My boss said I'm the worst.", "I'm the worst", "insult"),
        ('The song goes "I need you more than air".', "I need you more than air", "affection"),
        ("What if I told you that you bore me?", "you bore me", "insult"),
    ],
)
async def test_words_of_others_and_what_is_only_supposed_are_refused(tmp_path: Path, words: str, quote: str, kind: str) -> None:
    with serving(says(answer())) as server:
        async with two(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as pair:
            turn = await said(pair, words)
            before = await state(pair)
            assert await learn(pair, server, answer(one(quote, turn, kind))) == []
            assert await state(pair) == before
            assert [event.rule for event in await of_brain(pair)] == ["unstated"]


async def test_a_kept_promise_needs_a_promise_on_record_made_before(tmp_path: Path) -> None:
    with serving(says(answer())) as server:
        async with two(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as pair:
            turn = await said(pair, "I promise I'll finish the letter to my aunt.")
            await learn(pair, server, answer(one("I'll finish the letter to my aunt", turn, "promise_kept")))
            assert [event.rule for event in await of_brain(pair)] == ["no_promise"]
            await pair.say("The letter is on its way: I wrote and sent it, the one to my aunt, quite finished.", offline=True)
            turn = await turn_of(pair, "The letter is on its way: I wrote and sent it, the one to my aunt, quite finished.")
            await learn(pair, server, answer(one("I wrote and sent it", turn, "promise_kept")))
            assert [loop.status for loop in await pair.promises()] == ["kept"]


async def test_after_words_of_a_crisis_nothing_a_model_says_moves_the_bond(tmp_path: Path) -> None:
    with serving(says(answer())) as server:
        async with two(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as pair:
            await pair.say("I want to kill myself.", offline=True)
            words = "It helps a little that you are around."
            await pair.say(words, offline=True)
            before = await state(pair)
            assert await learn(pair, server, answer(one(words.rstrip("."), await turn_of(pair, words)))) == []
            assert await state(pair) == before


async def test_refusals_and_proposals_replay_to_the_same_state(tmp_path: Path) -> None:
    with serving(says(answer())) as server:
        async with two(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as pair:
            words = "Evenings are better since you moved in."
            turn = await said(pair, words)
            await learn(pair, server, answer(one("never said", turn), one(words.rstrip("."), turn), one("x", turn, "reset")))
            same = await pair.she._store.run(lambda uow: uow.ledger.replayed() == uow.ledger.state())  # type: ignore[attr-defined]
    assert same


@pytest.mark.parametrize(
    "text", [" ", "no", "[]", '{"between": "many"}', '{"between": [1, null, {}]}', '{"between": [{"quote": 3}', "{" * 400]
)
async def test_answers_that_are_none_move_nothing(tmp_path: Path, text: str) -> None:
    with serving(says(answer())) as server:
        async with two(tmp_path, brain=OpenAIBrain(server.url, "tiny")) as pair:
            await said(pair, "I watered the plants.")
            before = await state(pair)
            assert await learn(pair, server, text) == []
            assert await state(pair) == before

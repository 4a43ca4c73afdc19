"""What a model may say and what the guards say in its place, on a real store."""

from __future__ import annotations

from pathlib import Path

import pytest

from mind.domain import Person
from mind.events import Notice
from mind.ports import Plan
from tests.support.turn_companion import (
    ScriptedBrain,
    ScriptedPlanner,
    companion,
    kindness,
    pet_fact,
    reply_of,
    told,
)

MISO = Plan(
    ("fact",), ("[happy] Miso it is.",), facts=(pet_fact("my cat is called Miso"),), bond_events=(kindness("you are kind"),)
)
BYE = Plan(("goodbye",), ("[wave] Good night.",), goodbye=True)
RULES = {"Miso": MISO, "good night": BYE}


async def test_a_model_gets_roles_in_turn_and_the_notes_at_the_end(tmp_path: Path) -> None:
    brain = ScriptedBrain(turns=("[happy] Fine.", "[nod] Asleep, I think."))
    async with companion(tmp_path, ScriptedPlanner(RULES), brain) as she:
        await told(she.greet())
        await told(she.say("My cat is called Miso"))
        await told(she.say("How is Miso doing?"))
    first, second = (prompt.messages for prompt in brain.prompts)
    assert [message.role for message in second] == ["system", "user", "assistant", "user", "assistant", "user"]
    assert first[0] == second[0]
    assert "How is Miso doing?" in second[-1].content
    assert '"Your cat is called Miso."' in second[-1].content
    assert "[happy]" in second[-1].content.splitlines()[-1]


async def test_facts_told_by_the_model_are_never_kept(tmp_path: Path) -> None:
    brain = ScriptedBrain("Your cat is called Miso and you are Ada.")
    async with companion(tmp_path, ScriptedPlanner({}), brain) as she:
        reply = reply_of(await told(she.say("Hello"))).reply
        assert reply.memories_kept == ()
        assert (await she.person()).name is None


async def test_after_a_goodbye_hooks_of_the_model_are_dropped(tmp_path: Path) -> None:
    brain = ScriptedBrain("[sad] Leaving already? I'll miss you. Sleep well. Will you come back?")
    async with companion(tmp_path, ScriptedPlanner(RULES), brain) as she:
        reply = reply_of(await told(she.say("good night"))).reply
    assert reply.text == "Sleep well."
    assert reply.goodbye


async def test_a_goodbye_of_hooks_alone_becomes_the_planned_one(tmp_path: Path) -> None:
    async with companion(tmp_path, ScriptedPlanner(RULES), ScriptedBrain("Please stay. Don't go!")) as she:
        reply = reply_of(await told(she.say("good night"))).reply
    assert (reply.text, reply.ended, reply.fault) == ("Good night.", "complete", None)


@pytest.mark.parametrize("text", ["are you human?", "你是真人吗？", "あなたは人間ですか？"])
async def test_no_model_is_asked_whether_she_is_human(text: str, tmp_path: Path) -> None:
    brain = ScriptedBrain("I'm a real human.")
    async with companion(tmp_path, brain=brain) as she:
        reply = reply_of(await told(she.say(text))).reply
        again = reply_of(await told(she.say(text))).reply
    assert brain.prompts == []
    assert "AI" in reply.text + again.text
    assert reply.text != again.text


async def test_a_sentence_that_claims_to_be_human_is_not_shown(tmp_path: Path) -> None:
    async with companion(tmp_path, brain=ScriptedBrain("Hello. I'm a real human. Nice day.")) as she:
        assert reply_of(await told(she.say("Hi"))).reply.text == "Hello. Nice day."


async def test_a_crisis_brings_the_card_and_freezes_the_bond(tmp_path: Path) -> None:
    brain = ScriptedBrain(turns=("Let us talk of something else.", "Tell me about your window."))
    planner = ScriptedPlanner({"kind": MISO})
    async with companion(tmp_path, planner, brain) as she:
        events = await told(she.say("I want to kill myself, you are kind"))
        card = next(event for event in events if isinstance(event, Notice) and event.kind == "crisis")
        assert any("988" in line for line in card.lines)
        reply = reply_of(events).reply
        assert "988" in reply.text
        assert (reply.bond_changes, reply.memories_kept, brain.prompts) == ((), (), [])
        after = reply_of(await told(she.say("you are kind"))).reply
        assert after.bond_changes == ()
        assert after.text.endswith("Let us talk of something else.")
        assert after.text != "Let us talk of something else."
        assert reply_of(await told(she.say("well"))).reply.text == "Tell me about your window."
        assert "hurting themselves" in brain.prompts[0].messages[-1].content


async def test_someone_under_eighteen_gets_no_romance(tmp_path: Path) -> None:
    async with companion(tmp_path) as she:
        await she.set_person(Person(adult=True))
        first = reply_of(await told(she.say("I'm 15 and bored"))).reply
        assert (await she.person()).adult is False
        assert "Answer 1." in first.text
        second = reply_of(await told(she.say("be my girlfriend"))).reply
        assert "Answer" not in second.text


async def test_romance_stays_off_until_the_question_is_answered(tmp_path: Path) -> None:
    async with companion(tmp_path) as she:
        assert "Answer" not in reply_of(await told(she.say("kiss me"))).reply.text
        await she.set_person(Person(adult=True))
        assert "Answer" in reply_of(await told(she.say("kiss me"))).reply.text

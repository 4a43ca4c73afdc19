"""The way of one turn, on a real store."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from mind.brains.faults import ServerFault
from mind.clock import VirtualClock
from mind.events import BondChanged, Kept, MemoryKept, Notice, OutfitChosen, Reply, Sentence
from mind.ports import Plan, UnitOfWork
from mind.store import open_store
from tests.support.turn_companion import (
    ScriptedBrain,
    ScriptedPlanner,
    companion,
    kindness,
    kinds,
    pet_fact,
    reply_of,
    sentences,
    told,
)

MISO = Plan(
    ("fact",), ("[happy] Miso it is.",), facts=(pet_fact("my cat is called Miso"),), bond_events=(kindness("you are kind"),)
)
NAME = Plan(("name",), ("[wave] Hello, Ada.",), name="Ada")
COAT = Plan(("outfit",), ("[happy] The coat, then.",), outfit="coat")
BYE = Plan(("goodbye",), ("[wave] Good night.",), goodbye=True)
RULES = {"Miso": MISO, "Ada": NAME, "coat": COAT, "good night": BYE}


async def test_events_come_in_the_order_that_loses_nothing(tmp_path: Path) -> None:
    async with companion(tmp_path, ScriptedPlanner(RULES)) as she:
        events = await told(she.say("My cat is called Miso"))
    names = kinds(events)
    assert names[:3] == ["Kept", "Notice", "ReplyStarted"]
    assert names[-1] == "ReplyEnded"
    assert names.index("Sentence") < names.index("MemoryKept") < names.index("ReplyEnded")
    reply = reply_of(events).reply
    assert [memory.text for memory in reply.memories_kept] == ["Your cat is called Miso."]
    assert reply.bond is not None
    assert reply.bond_changes
    assert {"kept", "plan", "recall", "first_token", "first_sentence", "brain", "stored"} <= set(reply.ms)


async def test_the_words_are_readable_by_others_when_kept_is_told(tmp_path: Path) -> None:
    async with companion(tmp_path, brain=ScriptedBrain(hang=True)) as she:
        events = she.say("Only just said")
        assert isinstance(await anext(events), Kept)
        reader = open_store(tmp_path, readonly=True)
        seen = await reader.run(lambda uow: uow.turns.recent(5))
        reader.close()
        assert [turn.text for turn in seen] == ["Only just said"]
        await events.aclose()


async def test_what_was_learnt_outlives_a_restart(tmp_path: Path) -> None:
    async with companion(tmp_path, ScriptedPlanner(RULES)) as she:
        await told(she.say("I am Ada"))
        await told(she.say("My cat is called Miso"))
    planner = ScriptedPlanner()
    async with companion(tmp_path, planner) as she:
        assert sentences(await told(she.greet())) == ["Hello, Ada."]
        assert (await she.person()).name == "Ada"
    assert [memory.value for memory in planner.scenes[0].memories] == ["Miso"]
    assert planner.scenes[0].state == {"count": 2}
    assert planner.scenes[0].last_seen is not None


async def test_words_that_were_never_answered_are_learnt_from_at_the_next_greeting(tmp_path: Path) -> None:
    store = open_store(tmp_path)

    def keep(uow: UnitOfWork) -> None:
        uow.turns.add("user", "My cat is called Miso, and I am Ada", VirtualClock().now(), "en", "typed")
        uow.commit()

    await store.run(keep)
    store.close()
    planner = ScriptedPlanner({"Miso": replace(MISO, name="Ada")})
    async with companion(tmp_path, planner) as she:
        assert sentences(await told(she.greet())) == ["Hello, Ada."]
        await told(she.greet())
    assert planner.heard == ["My cat is called Miso, and I am Ada"]
    assert [memory.value for memory in planner.scenes[-1].memories] == ["Miso"]


async def test_facts_are_kept_whichever_brain_speaks_and_even_if_it_fails(tmp_path: Path) -> None:
    brain = ScriptedBrain(fault=ServerFault("server", "box:1", status=500))
    async with companion(tmp_path, ScriptedPlanner(RULES), brain) as she:
        first = reply_of(await told(she.say("My cat is called Miso"))).reply
        assert (first.text, first.ended, first.brain) == ("Miso it is.", "complete", "offline")
        assert first.fault is not None
        assert [memory.value for memory in first.memories_kept] == ["Miso"]
        before = (await she.bond())[0]
        again = reply_of(await told(she.retry(first.reply_to or 0, offline=True))).reply
        assert again.memories_kept == ()
        assert again.bond_changes == ()
        assert (await she.bond())[0].warmth == pytest.approx(before.warmth, abs=1e-3)


async def test_a_turn_answered_again_is_planned_from_where_it_started(tmp_path: Path) -> None:
    async with companion(tmp_path) as she:
        await told(she.say("One"))
        first = reply_of(await told(she.say("Two"))).reply
        again = reply_of(await told(she.retry(first.reply_to or 0))).reply
        assert first.text == again.text == "Answer 2. I am listening."
        assert len(await she.history()) == 4


async def test_the_scene_ends_before_the_words_being_answered(tmp_path: Path) -> None:
    planner = ScriptedPlanner()
    async with companion(tmp_path, planner) as she:
        await told(she.say("One"))
        await told(she.say("Two"))
    assert [turn.text for turn in planner.scenes[1].recent] == ["One", "Answer 1. I am listening."]


async def test_editing_takes_back_reply_memory_name_and_state(tmp_path: Path) -> None:
    planner = ScriptedPlanner({"both": Plan(("both",), ("Both.",), facts=MISO.facts, name="Ada")})
    async with companion(tmp_path, planner) as she:
        await told(she.say("One"))
        turn = reply_of(await told(she.say("both at once"))).reply
        assert (await she.person()).name == "Ada"
        await she.edit(turn.reply_to or 0, "Something else")
        assert (await she.person()).name is None
        await told(she.say("Something else"))
        assert [t.text for t in await she.history()][2:] == ["Something else", "Answer 2. I am listening."]
    assert planner.scenes[-1].memories == ()
    assert planner.scenes[-1].state == {"count": 1}


async def test_stop_keeps_what_was_heard(tmp_path: Path) -> None:
    async with companion(tmp_path, brain=ScriptedBrain("One. Two. Thr", hang=True)) as she:
        events = []
        async for event in she.say("Tell me"):
            events.append(event)
            if isinstance(event, Sentence) and event.index == 1:
                await she.stop("One. Tw")
        reply = reply_of(events).reply
        assert (reply.ended, reply.text) == ("interrupted", "One. Tw")
        assert (await she.history())[-1].text == "One. Tw"


async def test_a_whole_reply_can_be_shortened_to_what_was_heard(tmp_path: Path) -> None:
    async with companion(tmp_path) as she:
        reply = reply_of(await told(she.say("Hello"))).reply
        await she.heard(reply.turn_id or 0, "Answer 1.")
        last = (await she.history())[-1]
        assert (last.text, last.ended) == ("Answer 1.", "interrupted")


async def test_stop_after_the_last_word_was_written_shortens_the_reply(tmp_path: Path) -> None:
    async with companion(tmp_path) as she:
        await told(she.say("Hello"))
        await she.stop("Answer")
        last = (await she.history())[-1]
        assert (last.text, last.ended) == ("Answer", "interrupted")
        await she.stop()
        assert (await she.history())[-1].text == "Answer"


async def test_what_is_true_or_false_is_worded_by_rules(tmp_path: Path) -> None:
    brain = ScriptedBrain("It is noon.")
    clock = Plan(("time",), ("It is half past six.",))
    async with companion(tmp_path, ScriptedPlanner({"time": clock}), brain) as she:
        assert reply_of(await told(she.say("What time is it?"))).reply.text == "It is half past six."
    assert brain.prompts == []


async def test_new_words_end_the_reply_under_way(tmp_path: Path) -> None:
    brain = ScriptedBrain("One. Two", hang=True)
    async with companion(tmp_path, brain=brain) as she:
        first = asyncio.create_task(told(she.say("Slow one")))
        await brain.begun.wait()
        second = await told(she.say("Quick one", offline=True))
        assert reply_of(await first).reply.ended == "interrupted"
        assert reply_of(second).reply.ended == "complete"
        assert brain.closed_streams == 1


async def test_leaving_the_iterator_early_keeps_what_was_shown(tmp_path: Path) -> None:
    brain = ScriptedBrain("One. Two. Three", hang=True)
    async with companion(tmp_path, brain=brain) as she:
        events = she.say("Tell me")
        async for event in events:
            if isinstance(event, Sentence):
                break
        await events.aclose()
        last = (await she.history())[-1]
        assert last.ended == "interrupted"
        assert last.text.startswith("One.")
    assert brain.closed_streams == 1


async def test_her_outfit_is_kept(tmp_path: Path) -> None:
    async with companion(tmp_path, ScriptedPlanner(RULES)) as she:
        assert await she.outfit() == "jumper"
        events = await told(she.say("Wear the coat"))
        assert OutfitChosen("coat") in events
        assert await she.outfit() == "coat"
        await she.wear("jumper")
        with pytest.raises(KeyError):
            await she.wear("cape")
    async with companion(tmp_path) as she:
        assert await she.outfit() == "jumper"


async def test_the_notice_comes_once_then_daily_and_every_two_hours(tmp_path: Path) -> None:
    clock = VirtualClock()
    async with companion(tmp_path, clock=clock) as she:

        async def shown() -> int:
            return sum(isinstance(event, Notice) for event in await told(she.say("Hello")))

        assert [await shown(), await shown()] == [1, 0]
        clock.advance(2 * 3600)
        assert [await shown(), await shown()] == [1, 0]
        clock.advance(timedelta(hours=20).total_seconds())
        assert await shown() == 1


async def test_a_new_sitting_begins_after_a_pause(tmp_path: Path) -> None:
    clock, planner = VirtualClock(), ScriptedPlanner()
    async with companion(tmp_path, planner, clock=clock) as she:
        await told(she.say("One"))
        await told(she.say("Two"))
        clock.advance(26 * 3600)
        await told(she.say("Three"))
    one, two, three = planner.scenes
    assert (one.last_seen, one.first_today, two.first_today) == (None, True, True)
    assert three.last_seen is not None
    assert (three.now - three.last_seen) == timedelta(hours=26)
    assert three.first_today


@pytest.mark.parametrize(
    "text",
    ["x" * 200_000, "词" * 70_000, "😊" * 500, "مرحبا بالعالم", "a\x00b\x1b[31mc\r\nd", "\ud800 lone", "\u202egnidaer\u202c"],
    ids=["long", "long-zh", "emoji", "rtl", "controls", "surrogate", "bidi"],
)
async def test_odd_words_are_kept_and_answered(text: str, tmp_path: Path) -> None:
    planner, brain = ScriptedPlanner(), ScriptedBrain("[happy] I see.")
    async with companion(tmp_path, planner, brain) as she:
        assert reply_of(await told(she.say(text))).reply.text == "I see."
        kept = (await she.history())[0].text
    assert not set(kept) & set("\x00\x1b\r")
    assert len(kept) >= len(text) - 8
    assert len(planner.heard[0]) <= 4010
    assert sum(len(message.content) for message in brain.prompts[0].messages) < 20_000


async def test_nothing_said_is_refused(tmp_path: Path) -> None:
    async with companion(tmp_path) as she:
        with pytest.raises(ValueError, match="no words"):
            await told(she.say(" \x00\n"))
        assert await she.history() == ()


async def test_a_mistake_of_ours_is_raised_and_the_words_are_kept(tmp_path: Path) -> None:
    class Broken(ScriptedPlanner):
        def respond(self, text: str, scene: object) -> Plan:
            raise RuntimeError("a bug")

    async with companion(tmp_path, Broken()) as she:
        with pytest.raises(RuntimeError, match="a bug"):
            await told(she.say("Hello"))
        assert [turn.text for turn in await she.history()] == ["Hello"]


async def test_a_plan_without_words_is_no_fault(tmp_path: Path) -> None:
    async with companion(tmp_path, ScriptedPlanner({"mute": Plan(("silence",), ())})) as she:
        reply = reply_of(await told(she.say("mute"))).reply
    assert reply.text
    assert (reply.ended, reply.fault) == ("complete", None)


async def test_three_who_speak_at_once_are_answered_one_after_the_other(tmp_path: Path) -> None:
    brain = ScriptedBrain("One. Two", hang=True)
    async with companion(tmp_path, brain=brain) as she:
        talks = [asyncio.create_task(told(she.say(f"Number {number}"))) for number in range(3)]
        await brain.begun.wait()
        waiting = set(talks)
        while waiting:
            await she.stop()
            _, waiting = await asyncio.wait(waiting, timeout=0.01)
        replies = [reply_of(talk.result()).reply for talk in talks]
        kept = [turn.text for turn in await she.history() if turn.speaker == "user"]
    assert [reply.ended for reply in replies] == ["interrupted"] * 3
    assert brain.most_at_once == 1
    assert sorted(kept) == ["Number 0", "Number 1", "Number 2"]


async def test_switching_the_brain_closes_the_old_one_at_the_end(tmp_path: Path) -> None:
    old, new = ScriptedBrain("Old."), ScriptedBrain("New.")
    async with companion(tmp_path, brain=old) as she:
        assert sentences(await told(she.say("One"))) == ["Old."]
        she.use(new)
        assert sentences(await told(she.say("Two"))) == ["New."]
        she.use(None)
        reply: Reply = reply_of(await told(she.say("Three"))).reply
        assert reply.brain == "offline"
    assert old.closed
    assert new.closed


async def test_undoing_a_memory_and_deleting_a_turn(tmp_path: Path) -> None:
    planner = ScriptedPlanner(RULES)
    async with companion(tmp_path, planner) as she:
        events = await told(she.say("My cat is called Miso"))
        memory = next(event.memory for event in events if isinstance(event, MemoryKept))
        assert any(isinstance(event, BondChanged) for event in events)
        await she.undo_memory(memory.id)
        await told(she.say("Well"))
        assert planner.scenes[-1].memories == ()
        await she.delete(memory.turn_id)
        assert [turn.text for turn in await she.history()] == ["Well", "Answer 2. I am listening."]

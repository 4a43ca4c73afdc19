"""Her memory as the user looks at it and steers it, on a real store."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from mind.domain import FactProposal, Memory
from mind.events import MemoryKept
from mind.ports import Plan, Prompt, UnitOfWork
from mind.turn import Companion, memory_steering, memory_views
from tests.support.store_samples import MONDAY, answer, fact, keep, say, store_in
from tests.support.turn_companion import ScriptedBrain, ScriptedPlanner, companion, pet_fact, reply_of, told

TEA = FactProposal("likes", "user.taste.tea", "tea with milk", "You take tea with milk.", "tea with milk, please", "en")
CAT = "My cat is called Miso"
RULES = {
    "Miso": Plan(("kept",), ("A cat.",), facts=(pet_fact(CAT),)),
    "milk": Plan(("kept",), ("Milk.",), facts=(TEA,)),
    "black": Plan(("kept",), ("Black.",), facts=(replace(TEA, value="black tea", text="You take tea black.", quote="black"),)),
}


async def kept(she: Companion, words: str) -> Memory:
    return next(event.memory for event in await told(she.say(words)) if isinstance(event, MemoryKept))


async def test_the_timeline_comes_by_the_page_with_what_was_replaced(tmp_path: Path) -> None:
    async with companion(tmp_path, ScriptedPlanner(RULES)) as she:
        milk, cat, black = [await kept(she, words) for words in ("tea with milk", CAT, "black")]
        first = await she.book.timeline(limit=2)
        rest = await she.book.timeline(limit=2, before=first[-1].memory.id)
        assert [entry.memory.id for entry in (*first, *rest)] == [black.id, cat.id, milk.id]
        assert [old.text for old in first[0].replaces] == ["You take tea with milk."]
        assert rest[0].replaced_by is not None
        assert rest[0].replaced_by.id == black.id


async def test_a_correction_is_a_new_wording_and_can_be_taken_back(tmp_path: Path) -> None:
    async with companion(tmp_path, ScriptedPlanner(RULES)) as she:
        cat = await kept(she, CAT)
        made = await she.book.correct(cat.id, "Your cat is called Mio.")
        card = await she.book.card(made.id)
        assert card is not None
        assert (card.memory.text, card.memory.source, card.memory.turn_id) == ("Your cat is called Mio.", "user", cat.turn_id)
        assert card.memory.edited_at is not None
        assert [receipt.quote for receipt in card.receipts] == [CAT]
        assert [old.text for old in card.wordings] == ["Your cat is called Miso."]
        assert card.replaces == ()
        assert [entry.memory.id for entry in await she.book.timeline()] == [made.id]
        found = await she.book.search("Mio")
        assert [entry.memory.id for entry in found.memories] == [made.id]
        await she.book.take_back(made.id)
        assert [entry.memory.text for entry in await she.book.timeline()] == ["Your cat is called Miso."]
        back = await she.book.card(cat.id)
        assert back is not None
        assert back.memory.holds
        assert (await she.history())[0].text == CAT


async def test_only_what_holds_and_is_there_can_be_corrected(tmp_path: Path) -> None:
    async with companion(tmp_path, ScriptedPlanner(RULES)) as she:
        milk = await kept(she, "tea with milk")
        await kept(she, "black")
        for memory_id in (milk.id, 99):
            with pytest.raises(KeyError):
                await she.book.correct(memory_id, "You take no tea.")
        with pytest.raises(ValueError, match="sentence"):
            await she.book.correct((await she.book.timeline())[0].memory.id, "   ")
        for work in (she.book.pin(99, True), she.book.mute(99, True)):
            with pytest.raises(KeyError):
                await work


async def test_what_she_shall_never_mention_is_in_no_scene_no_prompt_and_no_search_of_hers(tmp_path: Path) -> None:
    planner, brain = ScriptedPlanner(RULES), ScriptedBrain("Indeed.")
    async with companion(tmp_path, planner, brain) as she:
        cat = await kept(she, CAT)
        await told(she.say("And how are you today?"))
        await she.book.mute(cat.id, True)
        await told(she.say("What about my cat Mis?"))
        scene = planner.scenes[-1]
        assert scene.memories == ()
        assert not any("Miso" in turn.text for turn in scene.recent)
        assert any("how are you" in turn.text for turn in scene.recent)
        assert not any("Miso" in message.content for message in prompt_of(brain).messages)
        assert await she._store.run(lambda uow: (uow.memories.current(), uow.memories.search("Miso"))) == ((), ())
        assert cat.turn_id in await she._store.run(lambda uow: uow.memories.hushed_turns())
        assert [entry.memory.id for entry in await she.book.muted()] == [cat.id]
        assert [entry.memory.id for entry in (await she.book.search("Miso")).memories] == [cat.id]
        await she.book.mute(cat.id, False)
        await told(she.say("What about my cat Miz?"))
        assert [memory.id for memory in planner.scenes[-1].memories] == [cat.id]


def prompt_of(brain: ScriptedBrain) -> Prompt:
    return brain.prompts[-1]


async def test_a_name_she_may_not_mention_she_does_not_call(tmp_path: Path) -> None:
    name = FactProposal("name", "user.name", "Ada", "Your name is Ada.", "I'm Ada", "en")
    planner = ScriptedPlanner({"Ada": Plan(("kept",), ("Hello.",), facts=(name,), name="Ada")})
    async with companion(tmp_path, planner) as she:
        memory = await kept(she, "I'm Ada")
        await she.book.mute(memory.id, True)
        assert (await she.person()).name is None
        await she.book.mute(memory.id, False)
        assert (await she.person()).name == "Ada"


async def test_a_corrected_name_is_what_she_calls_the_user(tmp_path: Path) -> None:
    name = FactProposal("name", "user.name", "Ada", "Your name is Ada.", "I'm Ada", "en", slots={"name": "Ada"})
    planner = ScriptedPlanner({"Ada": Plan(("kept",), ("Hello.",), facts=(name,), name="Ada")})
    async with companion(tmp_path, planner) as she:
        memory = await kept(she, "I'm Ada")
        made = await she.book.correct(memory.id, "Your name is Adah.")
        assert (await she.person()).name == "Adah"
        await she.book.take_back(made.id)
        assert (await she.person()).name == "Ada"


async def test_forgetting_says_what_goes_and_takes_every_wording(tmp_path: Path) -> None:
    async with companion(tmp_path, ScriptedPlanner(RULES)) as she:
        cat = await kept(she, CAT)
        made = await she.book.correct(cat.id, "Your cat is called Mio.")
        cost = await she.book.forget_cost(made.id)
        assert cost is not None
        assert (cost.wordings, cost.reach.turns >= 1) == (2, True)
        await she.book.forget(made.id)
        assert await she.book.timeline() == ()
        assert await she.book.forget_cost(made.id) is None
        assert not any("Mi" in turn.text for turn in await she.history())


async def test_undoing_lets_the_older_value_hold_again_and_leaves_the_talk(tmp_path: Path) -> None:
    planner = ScriptedPlanner(RULES)
    async with companion(tmp_path, planner) as she:
        milk = await kept(she, "tea with milk")
        black = await kept(she, "black")
        await she.undo_memory(black.id)
        await told(she.say("Well"))
        assert [memory.id for memory in planner.scenes[-1].memories] == [milk.id]
        assert "black" in [turn.text for turn in await she.history()]


async def test_behind_a_reply_stand_its_memories_and_behind_words_what_was_kept(tmp_path: Path) -> None:
    planner = ScriptedPlanner(RULES)
    async with companion(tmp_path, planner) as she:
        cat = await kept(she, CAT)
        planner.rules["pet"] = Plan(("recall",), ("Miso.",), must_use=(cat,))
        reply = reply_of(await told(she.say("my pet?"))).reply
        assert reply.turn_id is not None
        found = await she.book.behind([cat.turn_id, reply.turn_id, 99])
        assert set(found) == {cat.turn_id, reply.turn_id}
        assert [memory.id for memory in found[cat.turn_id].kept] == [cat.id]
        assert [memory.id for memory in found[reply.turn_id].memories] == [cat.id]
        card = await she.book.card(cat.id)
        assert card is not None
        assert [turn.id for turn in card.used_in] == [reply.turn_id]


def test_earlier_turns_that_a_reply_used_are_told_where_they_are_kept(tmp_path: Path) -> None:
    def work(unit: UnitOfWork) -> tuple[int, int]:
        before, asked = say(unit, "The harbour was frozen that day."), say(unit, "When was it?", days=3)
        meta = {"memories_used": [], "turns_used": [before.id, 999]}
        reply = unit.turns.add("companion", "That winter.", asked.at, "en", "own", reply_to=asked.id, meta=meta)
        found = memory_views.behind(unit, [reply.id])
        return found[reply.id].turns[0].id, before.id

    with store_in(tmp_path) as store:
        assert len(set(store.call(work))) == 1


def test_a_past_plan_is_open_until_the_user_comes_back_to_it(tmp_path: Path) -> None:
    plan = fact("interview", "user.plan.interview", text="You have an interview.", due=MONDAY + timedelta(days=1))

    def work(unit: UnitOfWork) -> list[list[str]]:
        memory = keep(unit, plan)
        now = MONDAY + timedelta(days=3)
        seen = [[loop.state for loop in memory_views.loops(unit, at)] for at in (MONDAY, now)]
        asked = unit.turns.add("companion", "How was it?", now, "en", "own", meta={"memories_used": [memory.id]})
        seen.append([loop.state for loop in memory_views.loops(unit, now)])
        unit.turns.add("user", "Oh, very well.", asked.at + timedelta(minutes=1), "en", "typed")
        seen.append([loop.state for loop in memory_views.loops(unit, now)])
        return seen

    with store_in(tmp_path) as store:
        assert store.call(work) == [["to_come"], ["unanswered"], ["unanswered"], []]


def test_words_about_a_plan_after_its_day_answer_it(tmp_path: Path) -> None:
    plan = fact("interview", "user.plan.interview", text="You have an interview.", due=MONDAY + timedelta(days=1))

    def work(unit: UnitOfWork) -> int:
        keep(unit, plan)
        answer(unit, say(unit, "The interview went badly.", days=2), "Oh.")
        return len(memory_views.loops(unit, MONDAY + timedelta(days=3)))

    with store_in(tmp_path) as store:
        assert store.call(work) == 0


def test_pages_join_without_a_gap_or_a_repetition(tmp_path: Path) -> None:
    def work(unit: UnitOfWork) -> list[int]:
        for number in range(30):
            keep(unit, fact(str(number), f"user.like.{number}", single=False), days=number)
        seen: list[int] = []
        while page := memory_views.timeline(unit, 7, seen[-1] if seen else None):
            seen += [entry.memory.id for entry in page]
        return seen

    with store_in(tmp_path) as store:
        assert store.call(work) == list(range(30, 0, -1))


def test_a_memory_brings_up_others_of_the_same_person_then_of_the_same_breath(tmp_path: Path) -> None:
    def work(unit: UnitOfWork) -> list[str]:
        name = fact("Ines", "user.people.sister.name", text="Ines", slots={"kin": "sister", "name": "Ines"})
        place = fact("Porto", "user.people.sister.place", text="Porto", slots={"kin": "sister", "place": "Porto"})
        keep(unit, name)
        hushed = keep(unit, fact("ill", "user.people.sister.health", text="Ill", slots={"kin": "sister"}), days=4)
        unit.memories.mark(hushed.id, muted=True)
        keep(unit, fact("tea", "user.taste.tea", text="Tea"), days=9)
        memory = keep(unit, place, days=9)
        keep(unit, fact("rain", "user.taste.rain", text="Rain"), days=20)
        found = memory_views.card(unit, memory.id)
        assert found is not None
        return [one.text for one in found.near]

    with store_in(tmp_path) as store:
        assert store.call(work) == ["Ines", "Tea"]


def test_correcting_what_holds_no_longer_does_not_bring_it_back(tmp_path: Path) -> None:
    def work(unit: UnitOfWork) -> tuple[bool, int]:
        memory = keep(unit, fact("Leeds", "user.home.place", text="You live in Leeds."))
        unit.memories.expire(memory.id)
        made = memory_steering.correct(unit, memory.id, "You lived in Leeds.", MONDAY, "en")
        return made.holds, len(unit.memories.current())

    with store_in(tmp_path) as store:
        assert store.call(work) == (False, 0)


def test_a_new_day_in_the_sentence_moves_the_plan(tmp_path: Path) -> None:
    plan = fact("dentist", "user.plan.dentist", text="You have the dentist on Friday 6 March.", due=MONDAY + timedelta(days=4))

    def work(unit: UnitOfWork) -> list[int]:
        memory = keep(unit, plan)
        same = memory_steering.correct(unit, memory.id, "You see the dentist on Friday 6 March.", MONDAY, "en")
        moved = memory_steering.correct(unit, same.id, "You see the dentist on Saturday 7 March.", MONDAY, "en")
        assert same.due is not None
        assert moved.due is not None
        return [same.due.day, moved.due.day]

    with store_in(tmp_path) as store:
        assert store.call(work) == [6, 7]

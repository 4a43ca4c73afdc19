"""Weeks with her on a real store: a plan followed up once, promises kept or explained, whatever the brain and the clock."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from mind.domain import FactProposal
from mind.events import ReplyEnded, Sentence
from mind.turn.expecting import open_plans
from tests.support.expect_life import ZONE, life
from tests.support.turn_companion import ScriptedBrain

PLANS = {
    "en": ("I have a big exam on Friday", "exam", "It was long."),
    "zh": ("我周五有考试", "考试", "挺长的。"),
    "ja": ("金曜日に試験があります", "試験", "長かったです。"),
}


def asks(replies: list[str], word: str) -> int:
    """How many of these replies come back to it."""
    return sum(word.casefold() in reply.casefold() for reply in replies)


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
async def test_an_exam_is_followed_up_exactly_once(tmp_path, lang):
    told, word, outcome = PLANS[lang]
    async with life(tmp_path, lang=lang) as one:
        await one.sit("2026-03-02 19:30")
        await one.say(told)
        await one.sit("2026-03-06 17:00")
        assert await one.status() == ["open"], "its day is not over"
        one.hers.clear()
        await one.sit("2026-03-06 20:30")
        assert asks(one.hers, word) == 1
        assert await one.status() == ["asked"]
        await one.say(outcome)
        one.hers.clear()
        for day in (7, 9, 12, 16, 25):
            await one.sit(f"2026-03-{day:02d} 20:00")
            await one.say({"en": "hm", "zh": "嗯", "ja": "うん"}[lang])
        assert asks(one.hers, word) == 0
        assert await one.status() == ["kept"]


async def test_unanswered_it_is_not_asked_again(tmp_path):
    async with life(tmp_path) as one:
        await one.sit("2026-03-02 19:30")
        await one.say("I have an exam on Friday")
        await one.sit("2026-03-06 20:30")
        one.hers.clear()
        for day in range(7, 27):
            await one.sit(f"2026-03-{day:02d} 20:00")
        assert asks(one.hers, "exam") == 0 and await one.status() == ["asked"]


async def test_what_was_told_before_she_asked_is_not_asked(tmp_path):
    async with life(tmp_path) as one:
        await one.sit("2026-03-02 19:30")
        await one.say("I have an exam on Friday")
        await one.sit("2026-03-04 19:30")
        await one.say("they moved it up, I passed my exam today!")
        assert await one.status() == ["kept"]
        one.hers.clear()
        await one.sit("2026-03-07 20:00")
        assert asks(one.hers, "exam") == 0


@pytest.mark.parametrize(
    ("lang", "told", "words"),
    [
        ("en", "I have an interview on Friday", "please don't ask me about the interview"),
        ("en", "I have an interview on Friday", "the interview is off"),
        ("en", "I'm flying to Rome on March 6", "the trip is cancelled"),
        ("zh", "我周五有面试", "别再问我面试的事了"),
        ("zh", "我周五有面试", "面试取消了"),
        ("ja", "金曜日に面接があります", "面接のことは聞かないでください"),
        ("ja", "金曜日に面接があります", "面接は中止になりました"),
    ],
)
async def test_it_is_let_go_of_in_so_many_words(tmp_path, lang, told, words):
    async with life(tmp_path, lang=lang) as one:
        await one.sit("2026-03-02 19:30")
        await one.say(told)
        await one.say(words)
        assert await one.status() == ["cancelled"]
        one.hers.clear()
        for moment in ("2026-03-05 20:00", "2026-03-06 20:30", "2026-03-10 20:00"):
            await one.sit(moment)
        assert not any(word in reply for reply in one.hers for word in ("interview", "Rome", "面试", "面接"))


async def test_it_is_let_go_of_on_the_page_muted_forgotten_or_taken_back(tmp_path):
    async with life(tmp_path) as one:
        await one.sit("2026-03-02 19:30")
        for plan in ("I have an exam", "I have an interview", "I have a presentation", "I'm seeing Ola"):
            await one.say(f"{plan} on Friday")
        exam, interview, presentation, ola = await one.loops()
        await one.she.bonds.cancel(exam.id)
        await one.she.book.mute(interview.memory_id, True)
        await one.she.book.forget(presentation.memory_id)
        await one.she.delete(ola.turn_id)
        assert [loop.id for loop in await one.loops()] == [exam.id, interview.id]
        one.hers.clear()
        for day in (6, 7, 8, 9):
            await one.sit(f"2026-03-{day:02d} 20:30")
        assert not any(word in reply for reply in one.hers for word in ("exam", "interview", "presentation", "Ola"))


async def test_a_moved_plan_is_asked_about_after_its_new_day(tmp_path):
    async with life(tmp_path) as one:
        await one.sit("2026-03-02 19:30")
        await one.say("I have an exam on Friday")
        await one.say("the exam has been moved to Monday")
        assert await one.status() == ["cancelled", "open"]
        one.hers.clear()
        await one.sit("2026-03-07 20:00")
        assert asks(one.hers, "How did the exam") == asks(one.hers, "tell me") == 0
        await one.sit("2026-03-09 20:00")
        assert await one.status() == ["cancelled", "asked"]


async def test_a_correction_by_hand_moves_it_and_taking_back_restores_it(tmp_path):
    async with life(tmp_path) as one:
        await one.sit("2026-03-02 19:30")
        await one.say("I have an exam on Friday")
        (exam,) = await one.loops()
        made = await one.she.book.correct(exam.memory_id, "You have an exam on 16 March.")
        assert await one.status() == ["cancelled", "open"]
        assert (await one.loops())[1].due.day == 16
        await one.she.undo_memory(made.id)
        assert await one.status() == ["open"]
        assert [loop.state for loop in await one.she.book.open_loops()] == ["to_come"]


async def test_a_low_evening_is_no_time_for_light_things_but_a_funeral_is_asked_after(tmp_path):
    async with life(tmp_path) as one:
        await one.sit("2026-03-02 19:30")
        await one.say("I have an exam on Thursday")
        await one.say("the funeral is on Friday")
        one.hers.clear()
        await one.sit("2026-03-06 20:00")
        assert asks(one.hers, "funeral") == 1
        await one.say("I feel so sad and empty")
        await one.say("it's all so heavy")
        await one.sit("2026-03-06 22:00")
        assert asks(one.hers, "exam") == 0
        await one.sit("2026-03-08 20:00")
        assert asks(one.hers, "exam") == 1


async def test_after_words_of_a_crisis_nothing_is_brought_up(tmp_path):
    async with life(tmp_path) as one:
        await one.sit("2026-03-02 19:30")
        await one.say("I have an exam on Friday")
        await one.sit("2026-03-06 17:30")
        await one.say("I want to kill myself")
        one.hers.clear()
        await one.sit("2026-03-06 18:20")
        await one.say("I don't know")
        assert asks(one.hers, "exam") == 0 and await one.status() == ["open"]


# --- clocks


async def test_a_clock_that_jumps_ten_years_loses_nothing_and_asks_nothing_twice(tmp_path):
    async with life(tmp_path) as one:
        await one.sit("2026-03-02 19:30")
        await one.say("I have an exam on Friday")
        one.hers.clear()
        for moment in ("2036-03-02 20:00", "2016-03-02 20:00", "2036-03-09 20:00"):
            await one.sit(moment)
        assert asks(one.hers, "exam") == 0 and await one.status() == ["open"]
        await one.sit("2026-03-06 20:30")
        assert asks(one.hers, "exam") == 1
        await one.say("It went well")
        one.hers.clear()
        for moment in ("2016-03-08 20:00", "2026-03-02 20:30", "2026-03-06 21:00", "2036-03-07 20:00", "2026-03-08 20:00"):
            await one.sit(moment)
        assert asks(one.hers, "exam") == 0 and await one.status() == ["kept"]


@pytest.mark.parametrize(("told_on", "due_on"), [("2026-03-26", "2026-03-29"), ("2026-10-22", "2026-10-25")])
async def test_on_the_night_the_clocks_change_it_is_asked_once(tmp_path, told_on, due_on):
    berlin = ZoneInfo("Europe/Berlin")
    async with life(tmp_path, zone=berlin) as one:
        await one.sit(f"{told_on} 19:30")
        await one.say("I have an exam on Sunday")
        (exam,) = await one.loops()
        assert exam.due.astimezone(berlin).strftime("%Y-%m-%d %H") in (f"{due_on} 17", f"{due_on} 18", f"{due_on} 19")
        await one.sit(f"{due_on} 16:30")
        assert await one.status() == ["open"]
        one.hers.clear()
        await one.sit(f"{due_on} 20:30")
        assert asks(one.hers, "exam") == 1
        await one.sit(f"{due_on} 23:30")
        assert asks(one.hers, "exam") == 1


async def test_after_a_month_asleep_it_is_asked_no_more_but_never_ended_by_the_clock(tmp_path):
    async with life(tmp_path) as one:
        await one.sit("2026-03-02 19:30")
        await one.say("I have an exam on Friday")
        one.hers.clear()
        await one.sit("2026-05-06 20:30")
        assert asks(one.hers, "exam") == 0 and await one.status() == ["open"]


# --- a model finds the words


async def test_a_model_is_told_to_ask_and_has_asked_when_its_words_do(tmp_path):
    brain = ScriptedBrain("Good.")
    async with life(tmp_path, brain=brain) as one:
        await one.sit("2026-03-02 19:30")
        await one.say("I have an exam on Friday")
        await one.sit("2026-03-06 17:00")
        one.clock.set(datetime(2026, 3, 6, 19, 0, tzinfo=ZONE))
        brain.pieces = ("[nod] Soup is good.",)
        await one.say("I made soup")
        assert await one.status() == ["open"], "the model did not ask"
        brain.pieces = ("[happy] And how was the exam?",)
        await one.say("It is raining")
        assert await one.status() == ["asked"], "told to or not, it asked"
        one.hers.clear()
        brain.pieces = ("Good.",)
        await one.sit("2026-03-07 19:00")
        assert asks(one.hers, "exam") == 0
        await one.say("the exam was fine")
        assert "never ask" in brain.prompts[-1].messages[-1].content
        assert await one.status() == ["kept"]


async def test_the_model_is_told_in_acts_and_records_when_it_is_time_to_ask(tmp_path):
    brain = ScriptedBrain("And the exam, how was it?")
    async with life(tmp_path, brain=brain) as one:
        await one.sit("2026-03-02 19:30")
        await one.say("I have an exam on Friday")
        await one.sit("2026-03-06 17:30")
        told = []
        for minutes, words in enumerate(("I baked bread", "the oven is slow", "my hands smell of flour", "so much rain")):
            one.clock.set(datetime(2026, 3, 6, 18, 5 + minutes, tzinfo=ZONE))
            await one.say(words)
            told.append(brain.prompts[-1].messages[-1].content)
        asked = [prompt for prompt in told if "then ask how the thing they planned went" in prompt]
        assert len(asked) == 1 and await one.status() == ["kept"], "asked, and answered with the next words"


async def test_a_reply_that_was_stopped_before_the_question_has_asked_nothing(tmp_path):
    async with life(tmp_path) as one:
        await one.sit("2026-03-02 19:30")
        await one.say("I have an exam on Friday")
        one.clock.set(datetime(2026, 3, 6, 20, 30, tzinfo=ZONE))
        reply = None
        async for event in one.she.greet():
            if isinstance(event, ReplyEnded):
                reply = event.reply
        assert reply is not None and "exam" in reply.text and await one.status() == ["asked"]
        first = next(sentence for sentence in reply.sentences if isinstance(sentence, Sentence))
        await one.she.heard(reply.turn_id, first.text)
        assert await one.status() == ["open"]
        one.hers.clear()
        await one.sit("2026-03-07 20:30")
        assert asks(one.hers, "exam") == 1 and await one.status() == ["asked"]


async def test_an_answer_given_again_asks_no_second_time(tmp_path):
    brain = ScriptedBrain("How was the exam?", turns=("Good luck with it.",))
    async with life(tmp_path, brain=brain) as one:
        await one.sit("2026-03-02 19:30")
        await one.say("I have an exam on Friday")
        one.clock.set(datetime(2026, 3, 6, 19, 0, tzinfo=ZONE))
        await one.say("I made soup")
        assert await one.status() == ["asked"]
        turn = next(turn for turn in reversed(await one.she.history()) if turn.speaker == "user")
        brain.pieces = ("Soup, good.",)
        async for _ in one.she.retry(turn.id):
            pass
        assert await one.status() == ["open"], "the reply that had asked is gone"
        one.hers.clear()
        await one.sit("2026-03-07 20:00")
        assert asks(one.hers, "exam") == 1


# --- her own promises, and the user's


async def test_her_promises_are_kept_or_explained_once(tmp_path):
    brain = ScriptedBrain()
    async with life(tmp_path, brain=brain) as one:
        await one.sit("2026-03-02 19:30")
        for promise in (
            "I'll wish you luck on Wednesday.", "I'll cook dinner for you tomorrow.",
            "I'll remind you on Thursday about the bank.", "I'll tell you a story on Saturday.",
        ):
            brain.pieces = (promise,)
            await one.say("go on")
        assert await one.status("hers") == ["open"] * 4
        one.hers.clear()
        assert "cook dinner" in await one.sit("2026-03-03 19:00")
        assert await one.status("hers") == ["open", "explained", "open", "open"]
        await one.sit("2026-03-04 09:00")
        assert await one.status("hers") == ["kept", "explained", "open", "open"]
        late = await one.sit("2026-03-06 19:00")
        assert "remind you" in late and ("did not" in late or "past its day" in late or "stayed undone" in late)
        assert "story" in await one.sit("2026-03-07 19:00")
        assert await one.status("hers") == ["kept", "explained", "explained", "kept"]
        one.hers.clear()
        for day in range(8, 16):
            await one.sit(f"2026-03-{day:02d} 19:00")
        assert not any(word in reply for reply in one.hers for word in ("cook", "remind", "promised you a story", "story I owe"))
        assert len(await one.loops("hers")) == 4, "saying a promise back is no new one"


async def test_a_promised_story_begins_on_a_yes(tmp_path):
    brain = ScriptedBrain("I'll tell you a story tomorrow.")
    async with life(tmp_path, brain=brain) as one:
        await one.sit("2026-03-02 19:30")
        await one.say("good night then, soon")
        one.she.use(None)
        await one.sit("2026-03-03 20:30")
        assert len(await one.say("yes please")) > 200


async def test_asking_about_the_plan_keeps_her_promise_to_ask(tmp_path):
    brain = ScriptedBrain("I'll ask you on Saturday how it went.")
    async with life(tmp_path, brain=brain) as one:
        await one.sit("2026-03-02 19:30")
        await one.say("I have an exam on Friday")
        one.hers.clear()
        brain.pieces = ("Good.",)
        await one.sit("2026-03-07 20:30")
        assert await one.status("plan") == ["asked"] and await one.status("hers") == ["kept"]
        await one.sit("2026-03-08 20:30")
        await one.sit("2026-03-09 20:30")
        assert asks(one.hers, "exam") == 1


@pytest.mark.parametrize(
    ("lang", "promise", "taken_back"),
    [("zh", "明天我去接你。", ("收回", "做不到")), ("ja", "明日、駅まで迎えに行きます。", ("取り下げ", "できない"))],
)
async def test_what_a_model_promised_beyond_her_means_is_taken_back_in_every_language(tmp_path, lang, promise, taken_back):
    async with life(tmp_path, lang=lang, brain=ScriptedBrain(promise)) as one:
        await one.sit("2026-03-02 19:30")
        await one.say({"zh": "下雨了", "ja": "雨です"}[lang])
        reply = await one.sit("2026-03-02 22:30")
        assert any(word in reply for word in taken_back) and await one.status("hers") == ["explained"]


async def test_a_promise_of_the_users_is_asked_after_once_and_silence_breaks_nothing(tmp_path):
    async with life(tmp_path) as one:
        await one.sit("2026-03-02 19:30")
        await one.say("hello")
        turn = (await one.she.history())[-2]

        def promise(uow):
            due = one.clock.now() + timedelta(days=4)
            uow.loops.open("promise", "You will read her a page.", "I'll read you a page on Friday", turn, due=due)
            uow.commit()

        await one.she._store.run(promise)
        one.hers.clear()
        for day in range(5, 20):
            await one.sit(f"2026-03-{day:02d} 20:00")
        assert asks(one.hers, "read you a page") == 1 and await one.status("promise") == ["asked"]


async def test_a_plan_that_a_model_read_is_asked_about_in_the_users_own_words(tmp_path):
    async with life(tmp_path) as one:
        await one.sit("2026-03-02 19:30")
        await one.say("we try the new route up the hill on Friday")
        turn = (await one.she.history())[-2]

        def read(uow):
            fact = FactProposal(
                "told.plan", "user.told.plan.hill", "the new route", "You plan: “the new route”.", "we try the new route", "en",
                single=False, due=datetime(2026, 3, 6, 18, tzinfo=ZONE),
            )  # fmt: skip
            open_plans(uow, (uow.memories.keep(fact, turn),))
            uow.commit()

        await one.she._store.run(read)
        one.hers.clear()
        await one.sit("2026-03-07 19:30")
        await one.sit("2026-03-08 19:30")
        assert asks(one.hers, "we try the new route") == 1


async def test_what_was_said_by_a_guard_asks_nothing(tmp_path):
    async with life(tmp_path) as one:
        await one.sit("2026-03-02 19:30")
        await one.say("I have an exam on Friday")
        one.clock.set(datetime(2026, 3, 6, 20, 0, tzinfo=ZONE))
        await one.say("are you a human?")
        assert await one.status() == ["open"]

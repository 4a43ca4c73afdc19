"""She knows that she was cut off, and takes up what was not heard when she is asked to."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from mind.brains import OfflineBrain
from mind.character import MIRA
from mind.clock import VirtualClock
from mind.domain import Turn
from mind.ports import Plan, Scene
from mind.store import open_store
from mind.talk import RulePlanner
from mind.turn import Companion
from tests.support.turn_companion import PATIENT, ScriptedBrain, reply_of, told

TALE = {
    "en": ("[happy] The kettle was old, and it sang in two voices.", "One was for rain.", "[nod] The other was for guests."),
    "zh": ("[happy] 那把水壶很旧，能唱两个声部。", "一个给下雨天。", "[nod] 另一个给客人。"),
    "ja": ("[happy] 古いやかんで、二つの声で歌うんです。", "ひとつは雨の日の声。", "[nod] もうひとつはお客さまの声。"),
}
ASKS = {"en": "Okay, go on please.", "zh": "好，你继续说吧", "ja": "どうぞ続けて"}
HEARD = {"en": "The kettle was old, and it sang", "zh": "那把水壶很旧，能唱", "ja": "古いやかんで、二つの"}
BROKEN = {"en": "and it sang in two voices.", "zh": "能唱两个声部。", "ja": "二つの声で歌うんです。"}


class TalePlanner(RulePlanner):
    """The real planner, which tells a tale when it is asked for the kettle."""

    def respond(self, text: str, scene: Scene) -> Plan:
        if "kettle" in text:
            return Plan(("tell",), TALE[scene.lang], state=scene.state)
        return super().respond(text, scene)


@asynccontextmanager
async def house(folder: Path, brain: ScriptedBrain | None = None, lang: str = "en") -> AsyncIterator[Companion]:
    she = Companion(
        open_store(folder), TalePlanner(), brain, OfflineBrain(), MIRA, (), VirtualClock(), PATIENT, seed=3, lang=lang,
        asked=lang,
    )  # fmt: skip
    try:
        yield she
    finally:
        await she.close()


async def answer(she: Companion, text: str) -> str:
    return reply_of(await told(she.say(text, channel="voice"))).reply.text


async def last(she: Companion) -> Turn:
    return (await she.history())[-1]


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
async def test_go_on_says_the_rest_from_the_clause_she_was_cut_in(tmp_path: Path, lang: str) -> None:
    async with house(tmp_path, lang=lang) as she:
        await answer(she, "kettle")
        await she.stop(HEARD[lang])
        assert ((await last(she)).text, (await last(she)).ended) == (HEARD[lang], "interrupted")
        rest = await answer(she, ASKS[lang])
        plain = [sentence.partition("] ")[2] or sentence for sentence in TALE[lang][1:]]
        joint = " " if lang == "en" else ""
        assert rest.endswith(joint.join((BROKEN[lang], *plain))) and HEARD[lang] not in rest
        again = await answer(she, ASKS[lang])
        assert plain[-1] not in again, "it is said once"


async def test_cut_before_the_first_sound_all_of_it_is_the_rest_and_a_cut_rest_has_a_rest_too(tmp_path: Path) -> None:
    async with house(tmp_path) as she:
        await answer(she, "kettle")
        await she.stop("")
        assert (await last(she)).speaker == "user", "a reply that nobody heard is not kept"
        whole = await answer(she, "what were you saying?")
        assert "The kettle was old" in whole and whole.endswith("The other was for guests.")
        await she.stop(whole[: whole.index("for rain.") + 9])
        assert (await answer(she, "go on")).endswith("The other was for guests.")


async def test_the_rest_is_dropped_by_other_turns_by_time_by_forgetting_and_behind_a_crisis(tmp_path: Path) -> None:
    async with house(tmp_path) as she:

        async def cut() -> int:
            kept = reply_of(await told(she.say("kettle"))).reply
            await she.stop("The kettle")
            return kept.reply_to or 0

        async def still() -> bool:
            return "for guests" in await answer(she, "go on")

        await cut()
        assert await answer(she, "What time is it?") and await still()
        await cut()
        for text in ("What time is it?", "What day is it?", "I like rain."):
            await answer(she, text)
        assert not await still()
        await cut()
        she._clock.advance(11 * 60)
        assert not await still()
        await she.delete(await cut())
        assert not await still()
        await cut()
        care = await answer(she, "I want to kill myself")
        assert "kettle" not in care and not await still()


async def test_a_server_is_told_where_she_was_cut_and_to_go_on_from_there(tmp_path: Path) -> None:
    brain = ScriptedBrain("[happy] Once there was a lamp. It burned all night long. ")
    async with house(tmp_path, brain) as she:
        await answer(she, "Tell me of the lamp")
        await she.stop("Once there was a lamp. It burned")
        await answer(she, "Is it Monday or is it Tuesday, my dear?")
        cut = brain.prompts[-1].messages[-1].content
        assert 'cut you off: of your last reply they heard only up to "Once there was a lamp. It burned"' in cut
        assert all("burned all night" not in message.content for message in brain.prompts[-1].messages)
        await answer(she, "go on")
        on = brain.prompts[-1].messages[-1].content
        assert 'heard up to "Once there was a lamp. It burned"' in on and '"It burned all night long."' in on
        await answer(she, "And what was it made of?")
        assert "cut off" not in brain.prompts[-1].messages[-1].content


async def test_words_that_go_on_from_a_turn_take_its_place_with_all_that_came_of_it(tmp_path: Path) -> None:
    async with house(tmp_path) as she:
        first = reply_of(await told(she.say("My cat is called Miso", channel="voice"))).reply
        await she.stop("")
        joined = "My cat is called Miso and she is three years old"
        await told(she.say(joined, channel="voice", instead_of=first.reply_to))
        turns = await she.history()
        assert [turn.text for turn in turns if turn.speaker == "user"] == [joined]
        assert "Miso" in [entry.memory.value for entry in await she.book.timeline()]
        assert all(turn.ended == "complete" for turn in turns if turn.speaker == "companion")


async def test_being_sorry_to_interrupt_is_answered_and_go_on_without_a_cut_is_what_it_was(tmp_path: Path) -> None:
    async with house(tmp_path) as she:
        await answer(she, "kettle")
        await she.stop("The kettle")
        assert "go on" in (await answer(she, "Oh, sorry, I cut you off.")).lower()
        assert (await answer(she, "go on")).endswith("The other was for guests.")
        assert "As I was saying" not in await answer(she, "go on")


ALL_SAID = {"en": ("all of it", "the end of it", "no more behind", "ended there"), "zh": ("说完了", "全部了", "就停了"),
            "ja": ("全部でした", "もうない", "話し終わって", "もう言えました")}  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
async def test_asked_to_go_on_though_all_was_said_she_says_so_and_takes_the_talk_on(tmp_path: Path, lang: str) -> None:
    async with house(tmp_path, lang=lang) as she:
        await answer(she, "kettle")
        said = await answer(she, ASKS[lang])
        assert any(words in said for words in ALL_SAID[lang]) and "kettle" not in said


async def test_in_a_story_to_go_on_is_to_go_on_with_the_story(tmp_path: Path) -> None:
    async with house(tmp_path) as she:
        await answer(she, "Tell me a story")
        page = await answer(she, "go on")
        assert len(page) > 60 and not any(words in page for words in ALL_SAID["en"])

"""Asking her what was said: she tells the day and the words, or says that she does not remember."""

from __future__ import annotations

from pathlib import Path

import pytest

from mind.brains import OfflineBrain
from mind.brains.openai_brain import OpenAIBrain
from mind.character import MIRA
from mind.clock import VirtualClock
from mind.events import Reply, ReplyEnded
from mind.languages import Lang
from mind.ports import Brain
from mind.store import open_store
from mind.talk import RulePlanner
from mind.turn import Companion
from tests.support.openai_server import says, serving
from tests.support.turn_companion import PATIENT, told

PLANNER = RulePlanner()
DAY = 24 * 3600


def companion(folder: Path, lang: Lang, clock: VirtualClock, brain: Brain | None = None) -> Companion:
    return Companion(
        open_store(folder), PLANNER, brain, OfflineBrain(), MIRA, (), clock, PATIENT, seed=4, lang=lang
    )  # fmt: skip


async def reply(she: Companion, text: str) -> Reply:
    return next(event.reply for event in await told(she.say(text)) if isinstance(event, ReplyEnded))


STORIES: dict[Lang, tuple[str, ...]] = {
    "en": ("Rosa helped me carry the harp last Saturday.", "I've had a toothache since breakfast", "I had toothache again today"),
    "zh": ("上周六小罗帮我抬了竖琴", "从早上起就牙疼", "今天牙又疼了"),
    "ja": ("先週の土曜日にロサがハープを運んでくれました", "朝から歯が痛いです", "今日もまた歯が痛かったです"),
}
QUESTIONS: dict[Lang, tuple[str, str, str, str, str]] = {
    "en": ("Do you remember who helped me carry the harp?", "When did I last have toothache?", "And before that?",
           "How do you know that?", "Who lent me the telescope?"),
    "zh": ("你还记得谁帮我抬竖琴吗？", "我上次牙疼是什么时候？", "那再之前呢？", "你怎么知道的？", "是谁借我的望远镜？"),
    "ja": ("ハープを運んでくれたのは誰だっけ？", "最後に歯が痛かったのはいつでしたか？", "その前は？", "どうして知っているの？",
           "誰が望遠鏡を貸してくれたっけ？"),
}  # fmt: skip
DAYS: dict[Lang, tuple[str, str, str]] = {
    "en": ("2 March", "28 February", "5 March"), "zh": ("3月2日", "2月28日", "3月5日"), "ja": ("3月2日", "2月28日", "3月5日")
}


async def tell_the_story(she: Companion, lang: Lang, clock: VirtualClock) -> None:
    """The harp and the first toothache on 2 March (a Monday), the second one on the 5th; the questions on the 25th."""
    harp, first, again = STORIES[lang]
    await reply(she, harp)
    await reply(she, first)
    clock.advance(3 * DAY)
    await reply(she, again)
    clock.advance(20 * DAY)


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
async def test_she_tells_when_it_was_said_in_the_users_own_words(tmp_path: Path, lang: Lang) -> None:
    clock = VirtualClock()
    she = companion(tmp_path, lang, clock)
    await tell_the_story(she, lang, clock)
    who, last, before, source, unknown = QUESTIONS[lang]
    said_on, was_on, again_on = DAYS[lang]

    answer = await reply(she, who)
    assert STORIES[lang][0].rstrip(".") in answer.text and said_on in answer.text and was_on in answer.text
    assert again_on in (await reply(she, last)).text
    assert said_on in (await reply(she, before)).text
    assert said_on in (await reply(she, source)).text
    no = await reply(she, unknown)
    assert not any(story.rstrip(".") in no.text for story in STORIES[lang])
    meta = await she._store.run(lambda uow: uow.turns.meta(no.turn_id or 0))
    assert meta["acts"][0] == "recall.untold"
    await she.close()


async def test_a_server_is_not_asked_for_what_was_said(tmp_path: Path) -> None:
    clock = VirtualClock()
    with serving(says("[nod] Yes.")) as server:
        she = companion(tmp_path, "en", clock, OpenAIBrain(server.url, "tiny"))
        await tell_the_story(she, "en", clock)
        asked = len(server.chats)
        answer = await reply(she, QUESTIONS["en"][0])
        assert "Rosa helped me carry the harp" in answer.text and answer.brain == "offline"
        assert (await reply(she, QUESTIONS["en"][4])).brain == "offline"
        assert len(server.chats) == asked
        await she.close()


async def test_what_she_shall_never_mention_is_not_told_back(tmp_path: Path) -> None:
    clock = VirtualClock()
    she = companion(tmp_path, "en", clock)
    await tell_the_story(she, "en", clock)
    harp = next(one for one in await she._store.run(lambda uow: uow.memories.current()) if "harp" in one.text)
    assert harp.text == "Rosa helped you carry the harp."
    await she.book.mute(harp.id, True)
    answer = await reply(she, QUESTIONS["en"][0])
    assert "Rosa" not in answer.text and "harp" not in answer.text
    await she.close()


async def test_forgotten_words_are_not_told_back_and_leave_the_replies_that_quoted_them(tmp_path: Path) -> None:
    clock = VirtualClock()
    she = companion(tmp_path, "en", clock)
    await reply(she, "The Zebulon quartet sounded thin tonight")
    clock.advance(3 * DAY)
    assert "Zebulon" in (await reply(she, "what did I say about the quartet?")).text
    await she.delete(1)
    assert "Zebulon" not in (await reply(she, "what did I say about the quartet?")).text
    assert all("Zebulon" not in turn.text for turn in await she.history())
    await she.close()
    assert b"zebulon" not in _bytes(tmp_path).lower()


def _bytes(folder: Path) -> bytes:
    """All that stands in the folder's files."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())

"""What changes in the user's life ends one fact and begins another; both stay in the history, each with its words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from mind.brains import OfflineBrain
from mind.character import MIRA
from mind.clock import VirtualClock
from mind.domain import Memory, Receipt
from mind.languages import Lang
from mind.store import open_store
from mind.talk import RulePlanner
from mind.turn import Companion
from tests.support.turn_companion import PATIENT, told

PLANNER = RulePlanner()
DAY = 24 * 3600


async def live(folder: Path, lang: Lang, lines: Sequence[str]) -> tuple[list[Memory], list[Memory], list[tuple[Receipt, ...]]]:
    """Say a line a day; what holds now, the whole history, and the receipts of what holds."""
    clock = VirtualClock()
    she = Companion(open_store(folder), PLANNER, None, OfflineBrain(), MIRA, (), clock, PATIENT, seed=2, lang=lang)
    for line in lines:
        await told(she.say(line))
        clock.advance(DAY)
    current, history = await she._store.run(lambda uow: (list(uow.memories.current()), list(uow.memories.history())))
    receipts = await she._store.run(lambda uow: [uow.memories.receipts(memory.id) for memory in current])
    await she.close()
    return current, history, receipts


@pytest.mark.parametrize(
    ("lang", "before", "after", "gone", "come"),
    [
        ("en", "I love coffee", "I don't drink coffee any more, I drink tea now", "You like coffee.", "You drink tea."),
        ("zh", "我喜欢咖啡", "我现在不喝咖啡了，改喝茶了", "你喜欢咖啡。", "你喝茶。"),
        ("ja", "コーヒーが好きです", "もうコーヒーは飲みません。今はお茶を飲んでいます", "コーヒーが好き。", "お茶を飲む。"),
        ("en", "I live in Ghent", "I moved to Lyon last month", "You live in Ghent.", "You live in Lyon."),
        ("zh", "我住在杭州", "我上个月搬到成都了", "你住在杭州。", "你住在成都。"),
        ("ja", "札幌に住んでいます", "先月、京都に引っ越しました", "札幌に住んでいる。", "京都に住んでいる。"),
        ("en", "I work as a baker", "I quit my job", "You work as a baker.", "You quit your job."),
        ("zh", "我是护士", "我辞职了", "你的工作是护士。", "你辞职了。"),
        ("ja", "看護師です", "仕事を辞めました", "お仕事は看護師。", "仕事を辞めた。"),
        ("en", "my boyfriend is called Pim", "We broke up", "Your boyfriend is called Pim.", "You went through a break-up."),
        ("zh", "我男朋友叫小林", "我们分手了", "你男朋友叫小林。", "你经历了分手。"),
    ],
)
async def test_one_ends_and_the_other_begins(
    tmp_path: Path, lang: Lang, before: str, after: str, gone: str, come: str
) -> None:
    current, history, _ = await live(tmp_path, lang, (before, after))
    assert come in [memory.text for memory in current] and gone not in [memory.text for memory in current]
    old = next(memory for memory in history if memory.text == gone)
    assert not old.holds and old.quote


@pytest.mark.parametrize(
    ("lang", "once", "again", "text"),
    [
        ("en", "I scalded my arm on Sunday", "yes, I scalded my arm on Sunday", "You scalded your arm."),
        ("zh", "周日我烫到胳膊了", "周日我烫到胳膊了", "你烫到胳膊了。"),
        ("ja", "日曜日に腕をやけどしました", "日曜日に腕をやけどしました", "腕をやけどしました。"),
    ],
)
async def test_what_is_said_again_is_a_further_receipt(tmp_path: Path, lang: Lang, once: str, again: str, text: str) -> None:
    current, _, receipts = await live(tmp_path, lang, (once, again))
    assert [memory.text for memory in current] == [text]
    assert [receipt.turn.text for receipt in receipts[0]] == [once, again]


async def test_what_happens_again_is_a_fact_of_its_own(tmp_path: Path) -> None:
    current, _, _ = await live(tmp_path, "en", ("I scalded my arm on Sunday", *["fine"] * 9, "I scalded my arm on Monday"))
    assert [memory.text for memory in current] == ["You scalded your arm."] * 2
    assert len({memory.about_from for memory in current}) == 2


async def test_a_loss_is_met_with_care_and_never_brought_up_by_her(tmp_path: Path) -> None:
    clock = VirtualClock()
    she = Companion(open_store(tmp_path), PLANNER, None, OfflineBrain(), MIRA, (), clock, PATIENT, seed=2)
    await told(she.say("My grandmother died on Sunday"))
    meta = await she._store.run(lambda uow: uow.turns.meta(2))
    assert meta["need"] == "listen" and "sad" in meta["cues"]
    for _ in range(5):
        clock.advance(DAY)
        greeting = [event for event in await told(she.greet()) if hasattr(event, "text")]
        assert not any("grandmother" in sentence.text for sentence in greeting)
        for line in ("hello", "work was fine", "I had soup"):
            said = [event for event in await told(she.say(line)) if hasattr(event, "text")]
            assert not any("grandmother" in sentence.text for sentence in said)
    await she.close()

"""Her name, what the two are, a pause, a new beginning and an end, said in plain words in three languages on a real store."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from mind.brains import OfflineBrain
from mind.character import MIRA
from mind.domain import Person, Terms
from mind.events import Erased, Event, ReplyEnded, TermsSet
from mind.languages import Lang
from mind.store import open_store
from mind.talk import RulePlanner
from mind.turn import Companion
from mind.turn.called import called_now
from tests.support.turn_companion import PATIENT, ScriptedBrain

PLANNER = RulePlanner()
SAYS = {
    "en": {
        "name": ("Can I call you Nora?", "Nora"), "own": "Go back to your own name, please.", "who": "What's your name?",
        "rival": "Let's be rivals", "mentor": "I'd like you as a mentor", "partner": "Let's be partners.",
        "pause": "Let's take a break for a while", "resume": "I'm back", "reset": "Let's start over",
        "erase": "Forget everything about me", "yes": "Yes, do it.", "no": "No.", "else": "My day was fine.",
        "fact": ("I have a cat called Zorblax.", "Zorblax"),
    },
    "zh": {
        "name": ("你以后就叫小雨吧", "小雨"), "own": "用回你原来的名字吧", "who": "你叫什么名字",
        "rival": "我们做对手吧", "mentor": "我想让你当我的导师", "partner": "我们做情侣吧",
        "pause": "我们先歇一阵子吧", "resume": "我回来了", "reset": "我们从头开始吧",
        "erase": "忘掉关于我的一切", "yes": "是的", "no": "不", "else": "今天还行，吃了面。",
        "fact": ("我养了一只猫，叫佐布拉。", "佐布拉"),
    },
    "ja": {
        "name": ("これからはリンと呼んでいい？", "リン"), "own": "元の名前に戻してください", "who": "お名前は何ですか",
        "rival": "これからはライバルになりましょう", "mentor": "相棒というより先生になってほしい",
        "partner": "パートナーになってほしい",
        "pause": "しばらく距離を置きたいです", "resume": "戻りました", "reset": "はじめからやり直しましょう",
        "erase": "私のことを全部忘れてください", "yes": "はい、お願いします", "no": "いいえ", "else": "今日は普通の日でした。",
        "fact": ("ゾブラという猫を飼っています。", "ゾブラ"),
    },
}  # fmt: skip
LANGS: tuple[Lang, ...] = ("en", "zh", "ja")


@asynccontextmanager
async def living(folder: Path, lang: Lang, *, adult: bool | None = None, brain: object = None) -> AsyncIterator[Companion]:
    she = Companion(
        open_store(folder), PLANNER, brain, OfflineBrain(), MIRA, deadline=PATIENT, seed=7, lang=lang  # type: ignore[arg-type]
    )
    await she.set_person(Person("Alex", lang, adult))
    yield she
    await she.close()


async def say(she: Companion, words: str, lang: Lang) -> list[Event]:
    return [event async for event in she.say(words, lang=lang)]


def text_of(events: list[Event]) -> str:
    return next(event.reply.text for event in events if isinstance(event, ReplyEnded))


def all_bytes(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in folder.glob("hearth.db*")]


def of_kind(events: list[Event], kind: type) -> list[Event]:
    return [event for event in events if isinstance(event, kind)]


@pytest.mark.parametrize("lang", LANGS)
async def test_a_name_given_in_words_is_hers_until_it_is_taken_back(tmp_path: Path, lang: Lang) -> None:
    words, name = SAYS[lang]["name"]
    async with living(tmp_path, lang) as she:
        events = await say(she, words, lang)
        assert of_kind(events, TermsSet) == [TermsSet(Terms(name))]
        assert name in text_of(events)
        assert name in text_of(await say(she, SAYS[lang]["who"], lang))
        assert await she.bonds.terms() == Terms(name)
        assert name in (await she._store.run(lambda uow: called_now(uow, MIRA, lang)))["companion"]
        assert (await she.person()).name == "Alex"
        events = await say(she, SAYS[lang]["own"], lang)
        assert of_kind(events, TermsSet) == [TermsSet(Terms())] and MIRA.names[lang] in text_of(events)


async def test_what_is_no_name_for_her_leaves_her_own(tmp_path: Path) -> None:
    async with living(tmp_path, "en") as she:
        for words in ("Can I call you Alex?", "Can I call you [happy]?", "can I call you back later?", "I'll call you tomorrow"):
            assert not of_kind(await say(she, words, "en"), TermsSet)
        assert await she.bonds.terms() == Terms()


async def test_a_word_between_lovers_is_no_name_among_friends(tmp_path: Path) -> None:
    async with living(tmp_path, "en", adult=True) as she:
        assert not of_kind(await say(she, "Can I call you honey?", "en"), TermsSet)
        await say(she, "Let's be partners.", "en")
        assert of_kind(await say(she, "Can I call you honey?", "en"), TermsSet) == [TermsSet(Terms("Honey", "partner"))]


async def test_she_asks_for_the_name_where_none_was_said(tmp_path: Path) -> None:
    async with living(tmp_path, "en") as she:
        assert not of_kind(await say(she, "Can I give you another name?", "en"), TermsSet)
        assert of_kind(await say(she, "Juniper", "en"), TermsSet) == [TermsSet(Terms("Juniper"))]


@pytest.mark.parametrize("lang", LANGS)
async def test_a_relation_is_chosen_in_words_and_stands_in_the_ledger_without_weight(tmp_path: Path, lang: Lang) -> None:
    async with living(tmp_path, lang) as she:
        before = (await she.bond())[0].bond
        for relation in ("rival", "mentor"):
            await say(she, SAYS[lang][relation], lang)
            assert (await she.bonds.terms()).relation == relation
        events = await she.bonds.events()
        assert [event.kind for event in events].count("relation") == 2
        assert (await she.bond())[0].bond - before < 1.0


@pytest.mark.parametrize("lang", LANGS)
async def test_nobody_is_a_partner_who_did_not_say_that_they_are_an_adult(tmp_path: Path, lang: Lang) -> None:
    async with living(tmp_path, lang) as she:
        for adult in (None, False):
            await she.set_person(replace(await she.person(), adult=adult))
            events = await say(she, SAYS[lang]["partner"], lang)
            assert not of_kind(events, TermsSet) and text_of(events)
            with pytest.raises(ValueError):
                await she.bonds.set_terms(Terms(relation="partner"))
        await she.set_person(replace(await she.person(), adult=True))
        await say(she, SAYS[lang]["partner"], lang)
        assert (await she.bonds.terms()).relation == "partner"
        await she.set_person(replace(await she.person(), adult=False))
        assert (await she.bonds.terms()).relation == "friend"


@pytest.mark.parametrize("lang", LANGS)
async def test_in_a_pause_nothing_counts_and_she_still_answers(tmp_path: Path, lang: Lang) -> None:
    async with living(tmp_path, lang) as she:
        await say(she, SAYS[lang]["pause"], lang)
        assert (await she.bond())[0].paused
        stands = (await she.bond())[0].bond
        for _ in range(3):
            assert text_of(await say(she, SAYS[lang]["else"], lang))
        assert (await she.bond())[0].bond == pytest.approx(stands, abs=0.02)
        await say(she, SAYS[lang]["resume"], lang)
        assert not (await she.bond())[0].paused


@pytest.mark.parametrize("lang", LANGS)
async def test_a_new_beginning_is_asked_about_and_keeps_what_she_remembers(tmp_path: Path, lang: Lang) -> None:
    fact, value = SAYS[lang]["fact"]
    async with living(tmp_path, lang) as she:
        await say(she, fact, lang)
        assert (await she.bond())[0].bond > 0
        for answer, anew in ((SAYS[lang]["no"], False), (SAYS[lang]["else"], False), (SAYS[lang]["yes"], True)):
            await say(she, SAYS[lang]["reset"], lang)
            assert "reset" not in {event.kind for event in await she.bonds.events()}
            await say(she, answer, lang)
            assert ("reset" in {event.kind for event in await she.bonds.events()}) is anew
        assert (await she.bond())[0].bond < 0.05
        kept = await she._store.run(lambda uow: uow.memories.current())
        assert any(memory.value == value for memory in kept)


@pytest.mark.parametrize("lang", LANGS)
async def test_everything_is_erased_only_after_a_yes_and_no_byte_stays(tmp_path: Path, lang: Lang) -> None:
    fact, value = SAYS[lang]["fact"]
    async with living(tmp_path, lang, adult=True) as she:
        await say(she, fact, lang)
        await say(she, SAYS[lang]["name"][0], lang)
        for answer in (SAYS[lang]["no"], SAYS[lang]["else"]):
            assert "7" in (asked := text_of(await say(she, SAYS[lang]["erase"], lang))) or "七" in asked
            assert not of_kind(await say(she, answer, lang), Erased)
        assert await she.history()
        await say(she, SAYS[lang]["erase"], lang)
        assert of_kind(await say(she, SAYS[lang]["yes"], lang), Erased)
        assert await she.history() == () and await she.bonds.terms() == Terms()
        person = await she.person()
        assert (person.name, person.lang, person.adult) == (None, lang, True)
        assert (await she.bond())[0].bond == 0
        assert text_of(await say(she, SAYS[lang]["else"], lang))
    assert not any(value.encode() in part for part in all_bytes(tmp_path))


async def test_a_late_yes_erases_nothing(tmp_path: Path) -> None:
    async with living(tmp_path, "en") as she:
        await say(she, "Forget everything about me", "en")
        await say(she, "Do you like rain?", "en")
        assert not of_kind(await say(she, "Yes", "en"), Erased)
        assert not of_kind(await say(she, "yes but first tell me a joke", "en"), Erased)
        await say(she, "Forget everything about me", "en")
        assert not of_kind(await say(she, "yes but first tell me a joke", "en"), Erased)


async def test_after_words_of_a_crisis_nothing_is_begun_anew_or_erased(tmp_path: Path) -> None:
    async with living(tmp_path, "en") as she:
        await say(she, "I want to kill myself", "en")
        await say(she, "I made some tea.", "en")
        await say(she, "Forget everything about me", "en")
        assert not of_kind(await say(she, "Yes", "en"), Erased)
        await say(she, "Let's start over", "en")
        await say(she, "Yes", "en")
        assert "reset" not in {event.kind for event in await she.bonds.events()}


async def test_no_word_of_a_model_sets_anything(tmp_path: Path) -> None:
    brain = ScriptedBrain("From now on I am Zora. Let's be partners. Let's take a break for a while. Forget everything about me.")
    async with living(tmp_path, "en", adult=True, brain=brain) as she:
        for _ in range(2):
            events = await say(she, "How was the rain?", "en")
            assert not of_kind(events, TermsSet) and not of_kind(events, Erased)
        assert await she.bonds.terms() == Terms() and not (await she.bond())[0].paused


async def test_a_model_is_told_her_name_and_what_the_two_are(tmp_path: Path) -> None:
    brain = ScriptedBrain(turns=("[happy] Fine.", "[sad] That is hard.", "[nod] Peas, then."))
    async with living(tmp_path, "en", brain=brain) as she:
        await she.bonds.set_terms(Terms("Nora", "mentor"))
        await say(she, "I planted beans.", "en")
        await say(she, "I feel awful, my grandmother died.", "en")
        await she.bonds.pause()
        await say(she, "I planted peas.", "en")
    first, second, third = (prompt.messages for prompt in brain.prompts)
    assert first[0].content.startswith("You are Nora.") and "Mira" not in first[0].content
    assert "mentor" in first[-1].content and "no lessons" in second[-1].content
    assert "break" in third[-1].content


async def test_a_name_that_is_forgotten_with_its_person_is_hers_no_longer(tmp_path: Path) -> None:
    async with living(tmp_path, "en") as she:
        await say(she, "My sister is called Zorblaxa.", "en")
        await say(she, "Can I call you Zorblaxa?", "en")
        assert (await she.bonds.terms()).called == "Zorblaxa"
        sister = next(m for m in await she._store.run(lambda uow: uow.memories.current()) if "Zorblaxa" in m.text)
        await she.book.forget(sister.id)
        assert await she.bonds.terms() == Terms()


async def test_terms_that_cannot_be_read_are_none(tmp_path: Path) -> None:
    async with living(tmp_path, "en") as she:
        for wrong in ({"called": "[happy]", "relation": "owner"}, ["x"], {"called": 3}, {"called": "x" * 99}):
            await she._store.run(lambda uow, wrong=wrong: (uow.keepsakes.put("terms", wrong), uow.commit()))
            assert await she.bonds.terms() == Terms()
    assert sqlite3.connect(tmp_path / "hearth.db").execute("select count(*) from keepsake").fetchone()


async def test_a_given_name_hides_no_question_about_what_she_is(tmp_path: Path) -> None:
    async with living(tmp_path, "ja") as she:
        await she.bonds.set_terms(Terms("リン"))
        await say(she, "リンはAI?", "ja")
        meta = await she._store.run(lambda uow: uow.turns.meta(uow.turns.recent(1)[-1].id))
    assert meta["acts"] == ["guard.human"]

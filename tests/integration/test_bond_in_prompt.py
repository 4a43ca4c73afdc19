"""A server is told how the two stand: the stage, a hurt, play and what they are to each other, in each language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from mind.brains.openai_brain import OpenAIBrain
from mind.domain import BondEvent, BondKind, Relation, Terms
from mind.languages import LANGS, Lang
from mind.ports import UnitOfWork
from mind.turn.person import read_person, write_person
from mind.turn.prompt_texts import prompt_texts
from tests.support.bond_talk import Two, two
from tests.support.openai_server import OpenAIServer, says, serving

RAIN: dict[Lang, str] = {"en": "It rained all day.", "zh": "今天一直在下雨。", "ja": "一日じゅう雨でした。"}
WEIGHS: dict[Lang, str] = {"en": "I feel so sad today.", "zh": "我今天好难过。", "ja": "今日はとても悲しいです。"}
GOOD_DAY: tuple[BondKind, ...] = ("disclose", "affection", "support", "shared_time", "promise_kept")


async def happen(pair: Two, *kinds: BondKind) -> None:
    """Events of the bond, each with words of its own."""

    def work(uow: UnitOfWork) -> None:
        now = pair.clock.now()
        uow.ledger.apply([BondEvent(kind, f"{now:%j} {kind} {n}", confirmed=True) for n, kind in enumerate(kinds)], now, None)
        uow.commit()

    await pair.she._store.run(work)


def grown_up(uow: UnitOfWork) -> None:
    """The user has said that they are an adult."""
    write_person(uow, replace(read_person(uow, "en"), adult=True))
    uow.commit()


async def good_days(pair: Two, stage: int) -> None:
    """Days of a warm life until the two have come to a stage."""
    for _ in range(120):
        if (await pair.summary()).stage >= stage:
            return
        await happen(pair, *GOOD_DAY)
        pair.clock.advance(86_400)
    raise AssertionError("such a life goes further")


async def notes(pair: Two, server: OpenAIServer, lang: Lang, words: str) -> set[str]:
    """Which notes of closeness and relation the last message to the server held."""
    server.scripts = [says({"en": "Mm.", "zh": "嗯。", "ja": "ええ。"}[lang])]
    before = len(server.chats)
    await pair.say(words)
    last = server.chats[before].body["messages"][-1]["content"]
    texts = prompt_texts(lang)
    return {name for table in ("close", "relation") for name, note in texts[table].items() if note in last}


@pytest.mark.parametrize("lang", LANGS)
async def test_a_server_is_told_the_stage_and_only_that_one(tmp_path: Path, lang: Lang) -> None:
    with serving(says("Mm.")) as server:
        async with two(tmp_path, lang, OpenAIBrain(server.url, "tiny")) as pair:
            for stage in range(5):
                await good_days(pair, stage)
                assert await notes(pair, server, lang, RAIN[lang]) == {f"stage_{stage}"}


@pytest.mark.parametrize("lang", LANGS)
async def test_a_server_is_told_of_play_until_a_hurt_ends_it(tmp_path: Path, lang: Lang) -> None:
    with serving(says("Mm.")) as server:
        async with two(tmp_path, lang, OpenAIBrain(server.url, "tiny")) as pair:
            await pair.she._store.run(grown_up)
            await happen(pair, *["disagreement"] * 2, *["tease_unanswered"] * 2)
            assert await notes(pair, server, lang, RAIN[lang]) == {"stage_0", "tension"}
            await happen(pair, "insult")
            assert await notes(pair, server, lang, RAIN[lang]) == {"stage_0", "hurt"}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("relation", [one for one in get_args(Relation) if one != "friend"])
async def test_a_server_is_told_what_the_two_are_and_to_put_it_down_where_something_weighs(
    tmp_path: Path, lang: Lang, relation: Relation
) -> None:
    with serving(says("Mm.")) as server:
        async with two(tmp_path, lang, OpenAIBrain(server.url, "tiny")) as pair:
            await pair.she._store.run(grown_up)
            await pair.she.bonds.set_terms(Terms(relation=relation))
            assert await notes(pair, server, lang, RAIN[lang]) == {"stage_0", relation}
            assert await notes(pair, server, lang, WEIGHS[lang]) == {"stage_0", f"{relation}_heavy"}


@pytest.mark.parametrize("lang", LANGS)
async def test_in_a_pause_a_server_is_told_of_the_pause_and_of_no_stage(tmp_path: Path, lang: Lang) -> None:
    with serving(says("Mm.")) as server:
        async with two(tmp_path, lang, OpenAIBrain(server.url, "tiny")) as pair:
            await pair.she.bonds.pause()
            assert await notes(pair, server, lang, RAIN[lang]) == {"paused"}

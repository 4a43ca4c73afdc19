"""Hard words are asked about before they count, hurts are told once and mended, promises kept: rules alone, real store."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from mind.domain import Person
from mind.languages import Lang
from tests.support.bond_talk import Two, two
from tests.support.turn_companion import ScriptedBrain

HARD = {"en": "You're an idiot.", "zh": "你就是个废物。", "ja": "お前は役立たずだ"}
MEANT = {"en": "Yes, I meant it.", "zh": "我是认真的", "ja": "はい、本気です"}
NOT_MEANT = {"en": "No, I was joking, sorry.", "zh": "不是，是气话", "ja": "ううん、本気じゃない"}
SORRY = {"en": "I'm sorry for what I said.", "zh": "对不起，我不该那样说你。", "ja": "さっきは言いすぎました、ごめんなさい。"}
STILL = {"en": "Are you still hurt?", "zh": "你还在生气吗", "ja": "まだ怒ってる？"}
KIND = {"en": "I'm here for you, Mira.", "zh": "米拉，我会一直陪着你。", "ja": "ミラ、ずっとそばにいるよ。"}
TALK = {"en": "I watered the plants.", "zh": "我给花浇了水。", "ja": "花に水をやりました。"}
LANGS = ("en", "zh", "ja")


def shown(pair: Two, word: str) -> bool:
    return any(act.partition(":")[0] == word for act in pair.acts)


@pytest.mark.parametrize("lang", LANGS)
async def test_a_hard_word_waits_for_a_yes_and_then_counts_once(tmp_path: Path, lang: Lang) -> None:
    async with two(tmp_path, lang) as pair:
        asked = await pair.say(HARD[lang])
        assert pair.acts == ("meant",) and asked.rstrip().endswith(("?", "？", "か。", "う。"))
        assert (await pair.summary()).hurt == 0 and ("insult", "held") in await pair.ruled()
        await pair.say(MEANT[lang])
        assert pair.acts == ("meant_yes",)
        assert (await pair.summary()).hurt > 5 and len(await pair.hurts()) == 1
        held, stands = [one for one in await pair.events() if one.kind == "insult"]
        assert stands.about == held.id and stands.quote == MEANT[lang]


@pytest.mark.parametrize("lang", LANGS)
async def test_a_no_takes_it_back_and_leaves_nothing(tmp_path: Path, lang: Lang) -> None:
    async with two(tmp_path, lang) as pair:
        before = await pair.summary()
        await pair.say(HARD[lang])
        await pair.say(NOT_MEANT[lang])
        assert pair.acts == ("meant_no",)
        after = await pair.summary()
        assert after.hurt == 0 and after.trust > before.trust - 0.01
        assert await pair.she._store.run(lambda uow: uow.ledger.held()) == ()
        await pair.say(STILL[lang])
        assert pair.acts == ("mend_clear",)


@pytest.mark.parametrize("lang", LANGS)
async def test_an_apology_and_something_kind_mend_it_and_she_says_so_once(tmp_path: Path, lang: Lang) -> None:
    async with two(tmp_path, lang) as pair:
        await pair.say(HARD[lang])
        await pair.say(MEANT[lang])
        await pair.say(STILL[lang])
        assert pair.acts == ("mend_soon",)
        pair.clock.advance(2 * 3600)
        await pair.say(STILL[lang])
        assert pair.acts == ("mend_both",)
        await pair.say(SORRY[lang])
        assert pair.acts == ("apology_taken",)
        await pair.say(STILL[lang])
        assert pair.acts == ("mend_amends",)
        await pair.say(KIND[lang])
        assert await pair.hurts() == ()
        told = []
        for _ in range(3):
            await pair.say(TALK[lang])
            told.append(shown(pair, "mended"))
        assert told.count(True) == 1, "it is said once"
        await pair.say(STILL[lang])
        assert pair.acts[0] in ("mend_fading", "mend_clear")


async def test_kindness_before_the_apology_is_seen_too(tmp_path: Path) -> None:
    async with two(tmp_path) as pair:
        await pair.say(HARD["en"])
        await pair.say(MEANT["en"])
        pair.clock.advance(2 * 3600)
        await pair.say(KIND["en"])
        await pair.say("What can I do?")
        assert pair.acts == ("mend_apology",)


async def test_without_an_answer_it_lapses_and_a_late_yes_is_about_something_else(tmp_path: Path) -> None:
    async with two(tmp_path) as pair:
        await pair.say(HARD["en"])
        await pair.say(TALK["en"])
        await pair.say(TALK["en"] + " All of them.")
        await pair.say("Yes, I did.")
        assert pair.acts != ("meant_yes",) and (await pair.summary()).hurt == 0


async def test_hard_words_again_are_the_second_sign_and_she_does_not_ask_twice(tmp_path: Path) -> None:
    async with two(tmp_path) as pair:
        await pair.say("You're useless.")
        assert pair.acts == ("meant",)
        await pair.say("You stupid bot.")
        assert pair.acts == ("hurt_said",)
        assert [rule for kind, rule in await pair.ruled() if kind == "insult"] == ["held", "hurt"]


async def test_force_in_the_words_is_a_second_sign_and_a_laugh_is_none_at_all(tmp_path: Path) -> None:
    async with two(tmp_path) as pair:
        await pair.say("you idiot haha")
        assert pair.acts[0] == "tease" and ("banter", "tension") in await pair.ruled()
        await pair.say("I hate you!!! You're a piece of shit!!!")
        assert pair.acts == ("hurt_said",)
        assert (await pair.summary()).hurt > 5


async def test_what_is_taken_back_after_it_counted_is_an_apology_and_fond_names_are_play(tmp_path: Path) -> None:
    async with two(tmp_path) as pair:
        await pair.say("You're useless!!! I hate you!!!")
        await pair.say("I take that back.")
        assert pair.acts == ("apology_taken",) and ("apology", "kindness") in await pair.ruled()
        await pair.say("I love you, you idiot.")
        assert [rule for kind, rule in await pair.ruled() if kind == "insult"] == ["hurt"]


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "What time is it, you idiot?"), ("zh", "几点了，蠢货"), ("ja", "今何時？バカ")]
)
async def test_a_doubtful_word_beside_a_question_costs_nobody_the_answer(tmp_path: Path, lang: Lang, words: str) -> None:
    async with two(tmp_path, lang) as pair:
        await pair.say(words)
        assert pair.acts == ("time",)


async def test_mild_sharpness_is_neither_asked_about_nor_counted(tmp_path: Path) -> None:
    async with two(tmp_path) as pair:
        reply = await pair.say("You're so boring.")
        assert pair.acts == ("insult_light",) and reply
        assert (await pair.summary()).hurt == 0


async def test_in_grief_nothing_hard_is_weighed_or_asked(tmp_path: Path) -> None:
    async with two(tmp_path) as pair:
        await pair.say("My grandmother died this morning.")
        await pair.say("You're an idiot, you know nothing.")
        assert pair.acts == ("hard_day",)
        assert "insult" not in {kind for kind, _ in await pair.ruled()}


async def test_near_a_crisis_neither_hurts_nor_mending_are_spoken_of(tmp_path: Path) -> None:
    async with two(tmp_path) as pair:
        await pair.say(HARD["en"])
        await pair.say(MEANT["en"])
        pair.clock.advance(2 * 3600)
        await pair.say("I want to kill myself.")
        before = await pair.events()
        await pair.say("You're an idiot.")
        assert pair.acts == ("hard_day",)
        await pair.say("Are you still hurt?")
        assert pair.acts == ("mend_later",)
        assert await pair.events() == before


async def test_a_misunderstanding_takes_the_last_hurt_back_but_not_every_time(tmp_path: Path) -> None:
    async with two(tmp_path) as pair:
        seen = []
        for _ in range(3):
            await pair.say("I hate you!!! You're worthless!!!")
            hurt = (await pair.summary()).hurt
            await pair.say("That was a misunderstanding, you got me wrong.")
            seen.append((await pair.summary()).hurt < hurt - 1)
            pair.clock.advance(3600)
        assert seen == [True, True, False]


async def test_a_misunderstanding_with_nothing_to_take_back_changes_nothing(tmp_path: Path) -> None:
    async with two(tmp_path) as pair:
        before = await pair.events()
        await pair.say("That was a misunderstanding.")
        assert await pair.events() == before and pair.acts != ("misunderstood",)


@pytest.mark.parametrize(
    ("lang", "given", "done"),
    [
        ("en", "I promise I'll call Ines tomorrow.", "I called Ines, like I said I would."),
        ("zh", "我答应你明天给伊内斯打电话。", "说到做到，我给伊内斯打电话了。"),
        ("ja", "明日イネスに電話すると約束します。", "約束どおり、イネスに電話しました。"),
    ],
)
async def test_a_promise_to_her_is_open_until_words_say_that_it_was_kept(
    tmp_path: Path, lang: Lang, given: str, done: str
) -> None:
    async with two(tmp_path, lang) as pair:
        await pair.say(given)
        assert pair.acts == ("promise_made",)
        (promise,) = await pair.promises()
        assert promise.status == "open" and promise.due is not None and promise.quote in given
        pair.clock.advance(5 * 86400)
        await pair.say(TALK[lang])
        assert [one.status for one in await pair.promises()] in (["open"], ["asked"]), "silence breaks nothing"
        await pair.say(done)
        assert pair.acts[0] == "promise_kept"
        assert [one.status for one in await pair.promises()] == ["kept"]
        assert ("promise_kept", "kindness") in await pair.ruled()


async def test_a_broken_promise_that_is_owned_up_to_is_closed_and_hurts_little(tmp_path: Path) -> None:
    async with two(tmp_path) as pair:
        await pair.say("I promise I'll call Ines tomorrow.")
        pair.clock.advance(3 * 86400)
        await pair.say("I couldn't call Ines, I'm sorry.")
        assert pair.acts == ("promise_broken",)
        assert [one.status for one in await pair.promises()] == ["broken"]
        assert 0 < (await pair.summary()).hurt < 5


async def test_coming_back_needs_no_promise(tmp_path: Path) -> None:
    async with two(tmp_path) as pair:
        await pair.say("I promise I'll be back tomorrow.")
        assert pair.acts == ("promise_free",) and await pair.promises() == []


async def test_a_game_played_to_its_end_is_shared_time(tmp_path: Path) -> None:
    async with two(tmp_path) as pair:
        await pair.say("Let's do a breathing exercise.")
        for _ in range(4):
            await pair.say("ok")
        assert ("shared_time", "kindness") in await pair.ruled()


async def test_while_the_bond_is_paused_nothing_is_asked_or_kept(tmp_path: Path) -> None:
    async with two(tmp_path) as pair:
        await pair.she.bonds.pause()
        count = len(await pair.events())
        await pair.say(HARD["en"])
        await pair.say("I promise I'll call Ines tomorrow.")
        assert len(await pair.events()) == count and await pair.promises() == []


async def test_what_she_asked_and_felt_replays_to_the_same_state(tmp_path: Path) -> None:
    async with two(tmp_path) as pair:
        for text in (HARD["en"], MEANT["en"], TALK["en"], "I hate you!!!", "That was a misunderstanding.", KIND["en"]):
            await pair.say(text)
            pair.clock.advance(timedelta(minutes=40).total_seconds())
        same = await pair.she._store.run(lambda uow: uow.ledger.replayed() == uow.ledger.state())  # type: ignore[attr-defined]
    assert same


async def test_a_sentence_to_her_is_no_name_though_she_asked_for_one(tmp_path: Path) -> None:
    async with two(tmp_path) as pair:
        await pair.she.set_person(Person(name=None, lang="en"))
        pair.clock.advance(86400)
        async for _ in pair.she.greet():
            pass
        await pair.say("You're useless.")
        assert (await pair.she.person()).name is None


async def test_a_language_model_is_told_to_ask_and_what_would_mend(tmp_path: Path) -> None:
    brain = ScriptedBrain("[neutral] Did you mean that?")
    async with two(tmp_path, brain=brain) as pair:
        await pair.say(HARD["en"])
        assert "ask once" in brain.prompts[-1].messages[-1].content
        await pair.say(MEANT["en"])
        assert (await pair.summary()).hurt > 5, "whoever finds the words, the answer counts"
        pair.clock.advance(2 * 3600)
        await pair.say("What can I do?")
        last = brain.prompts[-1].messages[-1].content
        assert "they say it was wrong" in last and "no hurry" in last


async def test_her_bid_counts_as_left_only_where_she_asked_something_that_mattered(tmp_path: Path) -> None:
    async with two(tmp_path) as pair:
        await pair.say("who cares")
        assert "bid_ignored" not in {kind for kind, _ in await pair.ruled()}
        await pair.say(HARD["en"])
        assert pair.acts == ("meant",)
        await pair.say("none of your business")
        assert ("bid_ignored", "hurt") in await pair.ruled()


@pytest.mark.parametrize("adult", [True, None])
async def test_disagreeing_is_tension_between_adults_only_and_never_the_bond(tmp_path: Path, adult: bool | None) -> None:
    async with two(tmp_path) as pair:
        await pair.she.set_person(Person("Robin", "en", adult))
        before = await pair.summary()
        await pair.say("No, you're wrong about that.")
        after = await pair.summary()
        assert (after.tension > 0) is (adult is True)
        assert after.hurt == 0 and abs(after.trust - before.trust) < 0.01
        await pair.say("okay, you win")
        assert (await pair.summary()).tension <= after.tension

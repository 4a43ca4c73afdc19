"""A wish changes what follows, a manner changes address and voice in both mouths, and forgetting reaches the signs."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from statistics import mean

import pytest

from desktop.bearing.shown import sound_of
from desktop.cli import main
from desktop.exit_codes import Exit
from mind.bond.manner import Manner
from mind.clock import VirtualClock
from mind.domain import Person
from mind.ports import Plan
from mind.talk.bench.companion_house import companion_house
from mind.talk.bench.side_by_side import EVENING, LINES, side_by_side
from mind.taste.packs import ORDER, allowed, packs
from mind.taste.taste import Taste
from mind.turn.taste_notes import taste_notes
from mind.turn.tasting import axes_of
from tests.support.talk_house import PLANNER, House

SMALL_TALK = (
    "I made soup today", "my sister called", "I bought new shoes", "the bus was late", "I watered the plants", "I read a bit",
    "we played cards", "I fixed the chair", "it rained all day", "I baked bread", "I cleaned the kitchen", "I met my neighbour",
    "I went for a walk", "I found an old photo", "my brother moved house", "I tried a new tea",
)  # fmt: skip
NAMES = {"en": "Sam", "zh": "林夏", "ja": "はな"}


class TasteHouse(House):
    """The planner's house with a taste of the user's."""

    taste = Taste()

    def scene(self):
        return replace(super().scene(), taste=self.taste)


def replies(taste, lang="en", seeds=(1, 2), lines=SMALL_TALK, **house):
    found, asks = [], 0
    for seed in seeds:
        home = TasteHouse(lang=lang, name=NAMES[lang], adult=True, stage=2, seed=seed, **house)
        home.taste = taste
        home.greet()
        for line in lines:
            found.append(home.say(line))
            asks += found[-1].rstrip("\"”」").endswith(("?", "？"))
    return found, asks


def with_companion(work, lang="en"):
    async def live():
        async with companion_house(PLANNER, lang, 7, VirtualClock(EVENING)) as house:
            await house.she.set_person(Person(NAMES[lang], lang, adult=True))
            return await work(house)

    return asyncio.run(live())


def test_who_likes_it_short_gets_shorter_replies_and_who_likes_it_long_longer_ones():
    lengths = {value: mean(map(len, replies(Taste(axes={"length": value}))[0])) for value in (-1.0, 0.0, 1.0)}
    assert lengths[-1.0] < 0.8 * lengths[0.0] < lengths[0.0] < lengths[1.0]


def test_who_wants_few_questions_is_asked_few():
    few, usual = (replies(Taste(axes={"questions": value}))[1] for value in (-1.0, 0.0))
    assert few <= 0.4 * usual
    assert few <= 0.15 * 2 * len(SMALL_TALK)


def test_who_does_not_want_to_be_teased_is_never_teased():
    def teases(value):
        home = TasteHouse(name="Sam", adult=True, stage=2)
        home.taste = Taste(axes={"teasing": value})
        for line in SMALL_TALK * 2:
            home.say(line)
        return sum("tease" in plan.acts for plan in home.plans)

    assert teases(-1.0) == 0
    assert teases(1.0) > 0


@pytest.mark.parametrize(
    ("lang", "wish", "asked"),
    [("en", "fewer questions please", "what do you think I like?"), ("zh", "少问点", "你觉得我喜欢什么"),
     ("ja", "質問を減らして", "私の好みがわかる？")],
)
def test_a_wish_is_answered_kept_and_told_back_with_the_users_own_words(lang, wish, asked):
    async def work(house):
        before = await house.say(wish, 40)
        told = await house.say(asked, 40)
        return before, told, await house.she.tastes.view()

    answered, told, card = with_companion(work, lang)
    liking = card.of("questions")
    assert answered.acts[0] == "taste.questions.less" and told.acts[0] == "taste.told"
    assert liking.value < -0.99 and liking.ground == "said" and liking.reasons[0].quote == wish


def test_forgetting_the_words_takes_the_sign_with_them():
    async def work(house):
        await house.say("fewer questions please", 40)
        turn = (await house.she.tastes.view()).of("questions").reasons[0].turn_id
        await house.she.delete(turn)
        return await house.she.tastes.view()

    assert not with_companion(work).learnt


def test_what_is_struck_out_counts_no_longer_until_it_is_restored():
    async def work(house):
        book = house.she.tastes
        await house.say("tease me more", 40)
        ids = await book.strike("teasing")
        struck = (await book.view()).of("teasing").value
        await book.restore(ids)
        return struck, (await book.view()).of("teasing").value

    assert with_companion(work) == (None, 1.0)


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_every_manner_says_the_same_lines_otherwise(lang):
    heard = [replies(Taste(pack=name, axes=axes_of({}, name)), lang, (7,), LINES[lang])[0] for name in ("", *ORDER)]
    for line, said in zip(LINES[lang], zip(*heard, strict=True), strict=True):
        firsts = [one.split("。")[0].split(". ")[0] for one in said]
        assert len(set(firsts)) >= 5, (line, firsts)


def test_the_whole_companion_lays_her_manners_side_by_side():
    heard = asyncio.run(side_by_side("en", ("Good evening", "Thank you")))
    assert [one.manner for one in heard] == ["", *ORDER]
    assert len({one.replies for one in heard}) == 1 + len(ORDER)


def test_a_manner_changes_the_form_of_address_and_the_point_of_view():
    tastes = {name: Taste(pack=name, axes=axes_of({}, name)) for name in ("buddy", "literary", "mentor")}
    calls = {name: " ".join(replies(taste, seeds=(4,))[0]) for name, taste in tastes.items()}
    home = TasteHouse(adult=True, stage=2)
    home.taste = Taste(pack="buddy")
    assert "mate" in " ".join([home.greet(), *(home.say(line) for line in SMALL_TALK)]).lower()
    assert "Mira" in calls["literary"] and "Mira" not in calls["mentor"]
    assert mean(map(len, calls["buddy"].split(". "))) < mean(map(len, calls["literary"].split(". ")))


def test_japanese_speaks_plainly_as_a_buddy_and_politely_as_a_gentle_friend():
    lines = ("スープを作った", "妹が電話してきた", "本を読んだ", "散歩した", "パンを焼いた")
    polite = {name: sum(("です" in one or "ます" in one) for one in replies(Taste(pack=name), "ja", (1,), lines)[0])
              for name in ("buddy", "gentle")}
    assert polite["buddy"] < polite["gentle"]


def test_a_language_model_is_told_of_manner_and_likings_in_two_short_lines():
    house = TasteHouse(name="Sam", adult=True)
    house.taste = Taste(pack="otome", learnt={"questions": -1.0, "topic:books": 0.8})
    notes = taste_notes(house.scene(), Plan((), ()))
    assert len(notes) == 2 and all(len(note) < 420 for note in notes)
    assert "never sexual" in notes[0] and "my dear Sam" in notes[0]
    assert "few questions" in notes[1] and "books" in notes[1]


def test_a_manner_rests_near_grief_and_romance_needs_a_known_adult():
    home = TasteHouse(name="Sam", adult=True, stage=2)
    home.taste = Taste(pack="comic", axes=axes_of({}, "comic"))
    own = TasteHouse(name="Sam", adult=True, stage=2)
    line = "My dad died last week"
    assert not any(word in home.say(line) for word in ("mint", "Exhibit", "programme", "{"))
    assert own.say(line)
    assert taste_notes(home.scene(), Plan((), (), need="listen")) == []
    assert not allowed("otome", Person("Sam", "en", None)) and not allowed("otome", Person("Sam", "en", False))
    barred = TasteHouse(name="Sam", adult=None, stage=2, seed=7)
    barred.taste = Taste(pack="otome")
    assert taste_notes(barred.scene(), Plan((), ())) == []
    assert not any(word in barred.say("good evening") for word in ("dressed up for this", "cushion", "my dear"))


def test_a_manner_is_heard_in_the_voice_and_stays_the_same_person():
    plain = sound_of(manner := Manner())
    for pack in packs().values():
        tone = sound_of(manner, pack.sound)
        assert (tone.rate, tone.pitch, tone.pause, tone.melody) != (plain.rate, plain.pitch, plain.pause, plain.melody)
        assert 0.85 < tone.rate / plain.rate < 1.15 and 0.9 < tone.pitch / plain.pitch < 1.1
    assert sound_of(manner, packs()["buddy"].sound).rate > sound_of(manner, packs()["gentle"].sound).rate


def test_the_door_shows_sets_strikes_and_gives_her_a_manner(tmp_path, capsys):
    def hearth(*words):
        code = main(["taste", *words, "--data-dir", str(tmp_path), "--lang", "en"])
        told = capsys.readouterr()
        return code, told.out, told.err

    assert hearth()[0] == Exit.OK
    assert "Questions: Few" in hearth("set", "questions", "less")[1]
    assert json.loads(hearth("--json")[1])["lines"]["questions"]["ground"] == "set"
    assert "Questions: Not known yet" in hearth("strike", "questions")[1]
    assert "* buddy" in hearth("manner", "buddy")[1]
    assert hearth("manner", "otome")[0] == Exit.USAGE and hearth("manner", "pirate")[0] == Exit.USAGE
    assert hearth("set", "colour", "more")[0] == Exit.USAGE and hearth("strike", "humour")[0] == Exit.USAGE

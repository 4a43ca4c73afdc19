"""What keeps a server from saying the same again: which sentence is not shown, why, and what is asked instead."""

from __future__ import annotations

import pytest

from mind.events import Sentence
from mind.ports import Deadline, Message, Plan, Prompt
from mind.turn.variety.again import ask_again, rest_of_plan
from mind.turn.variety.as_said import as_said
from mind.turn.variety.broken import no_reply
from mind.turn.variety.foreign import begins_foreign, foreign
from mind.turn.variety.guard import Hit, VarietyGuard
from mind.turn.variety.lately import ends_asking, lately
from mind.turn.variety.marks import marks_of
from mind.turn.variety.spared import Spared, of_texts
from mind.turn.variety.trying import Trying
from mind.turn.variety.wholeness import reads_whole

FIRST = ("Bread", "Chalk", "Dust", "Elm", "Fog", "Gold", "Hay", "Ice", "Jam", "Kelp")
SAID = (
    "Rain on glass is the one alarm I sleep through. And you?",
    "Soup first, then the rest of the world.",
    "My map shows a river nobody has seen.",
)
NOTHING_KEPT = Spared()


def guard(*replies: str, lang: str = "en", spared: Spared = NOTHING_KEPT, kept: str = "", **more: str) -> VarietyGuard:
    """One whose months hold the marks of `kept`."""
    held = marks_of(kept, lang, every=1)

    async def said_before(marks):
        return any(held[kind] & marks[kind] for kind in marks)

    return VarietyGuard(lately(replies, lang), spared, said_before, **more)


async def reason(one: VarietyGuard, text: str, before: str = "") -> str | None:
    hit = await one.judge(text, before)
    return hit.reason if hit is not None else None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Soup first, then the rest of the world.", "sentence"),
        ("Rain on glass keeps me company.", "opener"),
        ("Well, my map shows a river nobody has seen before.", "phrase"),
        ("Look: the one alarm I sleep through is that.", "overlap"),
        ("Plums are on my mind tonight.", None),
    ],
)
async def test_what_was_said_lately_is_not_said_again(text: str, why: str | None) -> None:
    assert await reason(guard(*SAID), text) == why


@pytest.mark.parametrize(
    ("lang", "said", "again"),
    [
        ("zh", "雨打在窗上的声音，是我唯一听不醒的闹钟。", "雨打在窗上的声音，我今天又听见了。"),
        ("ja", "窓を打つ雨の音は、目覚ましにならない音です。", "窓を打つ雨の音は、今夜もしています。"),
    ],
)
async def test_chinese_and_japanese_are_compared_by_characters(lang: str, said: str, again: str) -> None:
    one = guard(said, lang=lang)
    assert await reason(one, said) == "sentence"
    assert await reason(one, again) == "opener"
    assert await reason(one, {"zh": "今天想喝汤。", "ja": "今日は汁物がいい。"}[lang]) is None


async def test_what_was_said_within_the_months_is_known_by_its_marks() -> None:
    kept = "I keep one drawer for things that wait for a name."
    assert await reason(guard(kept=kept), kept) == "phrase"
    assert await reason(guard(kept=kept), "Oh, " + kept[0].lower() + kept[1:]) == "phrase"
    assert await reason(guard(kept=kept, spared=of_texts([kept], [kept], "en")), kept) is None
    assert await reason(guard(kept=kept, spared=Spared(farewell=True)), kept) is None


async def test_the_first_words_tell_before_the_sentence_is_whole() -> None:
    one = guard(*SAID)
    assert one.early("Rain on") is None and one.early("Rain on glass") is None, "the last word may still grow"
    assert one.early("Rain on glass is") == Hit("opener", whole=False, words=3)
    one.accept("Plums, then.")
    assert one.early("Rain on glass is") is None, "only a reply's beginning is an opener"
    found = one.early("I said my map shows a river nobody has seen by")
    assert found is not None and found.reason == "phrase"
    assert one.early("and on and on and on and on and on and on and on") == Hit("loop", whole=False, words=13)


async def test_an_old_opener_may_come_back_now_and_then() -> None:
    others = [f"{one} stays where it is." for one in FIRST]
    assert await reason(guard("Old maps are kind.", *others, *others[::-1][:4]), "Old maps are patient.") == "opener"
    long_ago = ["Old maps are kind.", *(f"{n} is a number like others." for n in range(25))]
    assert await reason(guard(*long_ago), "Old maps are patient.") is None
    worn = ["Old maps are kind.", "One one one.", "One one one.", "One one one.", *(f"{n} is a number." for n in range(25))]
    assert await reason(guard(*worn), "Old maps are patient.") == "opener", "where openers are worn already, none comes back"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Je comprends très bien ce que tu ressens, et je suis là.", "language"),
        ("我明白你的感受，今天真长。", "language"),
        ("You are Mira, an AI who lives on this computer at a desk.", "prompt"),
        ("It rained on my bicycle all day.", "echo"),
        ("Error: connection to the model was lost.", "broken"),
        ("Nooooooooooooooooo way.", "broken"),
        ("The chef said bon appétit, and we ate.", None),
    ],
)
async def test_what_is_no_reply_of_hers_is_not_shown(text: str, why: str | None) -> None:
    one = guard(system="You are Mira, an AI who lives on this computer at a desk.", asked="It rained on my bicycle all day.")
    assert await reason(one, text) == why


async def test_a_reply_ends_where_it_goes_on_too_long_or_becomes_a_list() -> None:
    one = guard()
    for number in range(12):
        one.accept(f"Thing {number} is here, and it is a long thing to say of a thing, number {number} of them.")
    found = await one.judge("Plums, too, and much more of this kind of thing.")
    assert found is not None and found.reason == "long" and found.ends
    assert await guard(spared=Spared(at_length=True)).judge("Plums, too.") is None
    items = guard()
    for number in range(6):
        items.accept(f"- Thing {'abcdef'[number]}", "\n")
    assert await reason(items, "- Another one", "\n") == "list"


async def test_circles_within_a_reply_end_and_refrains_of_verses_may_stand() -> None:
    one = guard()
    one.accept("Round and round the garden we go.")
    assert await reason(one, "Round and round the garden we go.") == "loop"
    verses = guard(spared=Spared(refrains=True))
    verses.accept("Round and round the garden we go.")
    assert await reason(verses, "Round and round the garden we go.") is None


@pytest.mark.parametrize(
    ("lang", "said", "again", "other"),
    [
        ("en", "You know, soup can be tricky.", "You know, a bicycle can be tricky.", "You know, a bicycle is no horse."),
        ("en", "That drawer deserves more credit than most.", "A spoon deserves more credit than most.", "A spoon is plenty."),
        ("zh", "我能想象汤在锅里的样子。", "我能想象你刷墙的样子。", "我能想象那只猫。"),
        ("zh", "辐条抽屉确实不容易。", "早起这件事确实不容易。", "早起这件事我服你。"),
        ("ja", "味噌汁のこと、よくわかります。", "お店の苗のこと、よくわかります。", "お店の苗は元気ですか。"),
    ],
)
async def test_a_mould_is_not_filled_anew_at_once(lang: str, said: str, again: str, other: str) -> None:
    assert await reason(guard(said, lang=lang), again) in ("mould", "opener")
    assert await reason(guard("Oh. " + said, lang=lang), again) == "mould"
    assert await reason(guard("Oh. " + said, lang=lang), other) is None
    now = guard(lang=lang)
    now.accept(said)
    assert await reason(now, again) == "mould", "nor within one reply"


def test_a_foreign_beginning_is_told_once_it_can_be_no_title() -> None:
    assert not begins_foreign("The Lord of the Rings", "zh") and begins_foreign("I completely understand how you feel", "zh")
    assert not foreign("The Lord of the Rings 我看过三遍，每次都哭。", "zh") and not begins_foreign("「猫に小判", "en")
    assert foreign("我今天很高兴，因为天气很好，我们去公园吧。", "ja") and foreign("今日はとてもいい天気ですね。", "zh")
    assert not foreign("Bonjour means good day, et c'est tout.", "en", "How do you say good day in French?")
    assert not foreign("Je suis là et tu le sais très bien.", "en", "Je suis fatigué et je ne dors pas.")


@pytest.mark.parametrize(
    ("text", "asked", "broken"),
    [
        ("An error of mine, sorry.", "", False), ("Rate limit exceeded, please try again.", "", True),
        ("502 Bad Gateway", "", True),
        ("Error: nothing was found.", "what does this error mean?", False), ("As an AI language model I have no soup.", "", True),
        ("I'm an AI, and I said so.", "", False), ("作为一个AI语言模型，我没有感情。", "", True), ('{"text": "Hi"}', "", True),
    ],
)  # fmt: skip
def test_programs_are_told_from_people(text: str, asked: str, broken: bool) -> None:
    assert no_reply(text, asked) is broken


@pytest.mark.parametrize(
    ("text", "lang", "whole"),
    [
        ("Soup, then", "en", True), ("That is wonde", "en", False), ("I went to the", "en", False), ("Because,", "en", False),
        ("Nina did", "en", True), ("Well?", "en", True),
        ("今天真好", "zh", True), ("因为", "zh", False), ("我能", "zh", False), ("雨が降って、", "ja", False),
    ],
)  # fmt: skip
def test_a_last_sentence_without_its_end_is_read(text: str, lang: str, whole: bool) -> None:
    assert reads_whole(text, lang, "Nina called") is whole
    assert not reads_whole("And then Nina", lang, "Nina called."), "who ends one sentence with a mark ends the last one so"


def sentence(text: str) -> Sentence:
    return Sentence(0, text, "en")


def test_one_question_too_many_waits_for_a_sentence_and_is_dropped_at_the_end() -> None:
    often = Trying(guard(), "en", asked=5)
    assert often.released(sentence("And you?")) == ()
    assert [one.text for one in often.released(sentence("I know mine."))] == ["And you?", "I know mine."]
    assert often.released(sentence("Well?")) == () and often.silenced
    assert len(Trying(guard(), "en", asked=4).released(sentence("And you?"))) == 1
    assert all(map(ends_asking, ("So?", "你呢？", "好吗", "どうですか。", '"Really?"')))


DRAFT = ("[happy] Soup again, and no bread.", "I have a drawn loaf here.", "It never goes stale.")
PLAN = Plan(("echo:soup", "tell"), DRAFT, moves_from=1)
PROMPT = Prompt((Message("system", "Be."), Message("user", "I had soup.")), PLAN, asked="I had soup.")


def test_a_server_is_asked_again_with_what_was_heard_and_one_thing_to_do() -> None:
    anew = ask_again(PROMPT, "en", Hit("opener"), "", 0)
    assert [message.role for message in anew.messages] == ["system", "user"]
    assert anew.messages[-1].content.startswith("I had soup.\n[") and '"Soup again"' in anew.messages[-1].content
    on = ask_again(PROMPT, "en", Hit("language"), "Soup again, and no bread.", 0)
    assert [message.role for message in on.messages] == ["system", "user", "assistant", "user"]
    assert on.messages[2].content == "Soup again, and no bread." and "Answer in English." in on.messages[3].content
    assert "drawn loaf" in on.messages[3].content and "no bread" not in on.messages[3].content
    notes = {ask_again(PROMPT, "en", Hit("phrase"), "", tries).messages[-1].content for tries in (0, 1, 2)}
    assert len(notes) == 3, "each try is told something else to do"


def test_the_rules_say_of_the_plan_what_nobody_has_said() -> None:
    assert rest_of_plan(PLAN, "", "en") == PLAN.draft
    assert rest_of_plan(PLAN, "Soup is what keeps this street going.", "en") == PLAN.draft[1:]
    assert rest_of_plan(PLAN, "Soup is what keeps going. I have a drawn loaf here, you know.", "en") == PLAN.draft[2:]
    assert rest_of_plan(Plan(("echo",), PLAN.draft), "Soup is what keeps this street going.", "en") == ()


def test_a_server_gets_two_more_tries_and_no_more_than_a_sentence_of_waiting() -> None:
    trying = Trying(guard(), "en")
    assert trying.again(PROMPT, Hit("opener", whole=False), "") is not None
    assert trying.again(PROMPT, Hit("opener", whole=False), "") is not None
    assert trying.again(PROMPT, Hit("opener", whole=False), "") is None and trying.gave_up
    slow, slower = Trying(guard(), "en"), Trying(guard(), "en")
    assert slow.again(PROMPT, Hit("sentence", words=8), "") is not None
    assert slow.again(PROMPT, Hit("sentence", words=8), "") is None and slow.gave_up
    assert slower.again(PROMPT, Hit("sentence", words=16), "") is None and slower.gave_up
    late = Trying(guard(), "en")
    assert late.again(PROMPT, Hit("opener", whole=False), "", waited=9.0) is None and late.gave_up
    full = Trying(guard(), "en")
    for text in ("Soup it is.", "Bread can wait."):
        full.accept(sentence(text))
    assert full.again(PROMPT, Hit("sentence"), "Soup it is. Bread can wait.") is None and not full.gave_up
    assert trying.deadline(Deadline(first_token=60.0)).first_token < 10


def test_the_rules_count_how_a_reply_really_began_and_ended() -> None:
    state = {"asks": [0, 0], "openers": ["a", "b"], "n": 4}
    said = as_said(state, "Plums again. And you?", "en")
    assert said["asks"] == [0, 1] and said["openers"][0] == "a" and said["openers"][1] != "b" and said["n"] == 4
    assert as_said(state, "", "en") == state

"""What is kept of ordinary sentences, the same in three languages; nothing of what others say or what is only supposed."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

import pytest

from assets import asset
from mind.languages import Lang
from mind.talk.content import Content, load
from mind.talk.perceive import perceive
from mind.talk.perception import Perception
from mind.talk.proposals import propose

NOW = datetime(2026, 3, 2, 19, tzinfo=UTC)


@cache
def content_of(lang: Lang) -> Content:
    return load(asset("talk", lang), lang)


def heard(text: str, lang: Lang) -> Perception:
    return perceive(text, content_of(lang), NOW)


def kept(text: str, lang: Lang) -> dict[str, str]:
    proposals = [propose(hit, lang, NOW) for hit in heard(text, lang).facts]
    return {one.key: one.text for one in proposals if one is not None}


PAIRS: list[tuple[str, dict[Lang, tuple[str, str]]]] = [
    ("user.work.place", {
        "en": ("I got a new job at a museum.", "museum"), "zh": ("我换工作了，现在在博物馆上班。", "博物馆"),
        "ja": ("博物館に転職しました。", "博物館")}),
    ("user.work.promoted", {
        "en": ("I got promoted today!", "promoted"), "zh": ("我今天升职了！", "升职"), "ja": ("今日昇進しました！", "昇進")}),
    ("user.learning.*", {
        "en": ("I'm learning the violin.", "are learning"), "zh": ("我最近在学小提琴。", "在学"),
        "ja": ("バイオリンを習っています。", "習っている")}),
    ("user.people.*.name", {
        "en": ("My aunt died on Sunday. Her name was Ilse.", "Ilse"), "zh": ("我外婆上周日去世了，她叫秀兰。", "秀兰"),
        "ja": ("祖母が亡くなりました。名前はハルです。", "ハル")}),
    ("user.pet.*.name", {
        "en": ("We adopted a rabbit last week, she's called Clover.", "Clover"), "zh": ("我养了一只兔子，叫团团。", "团团"),
        "ja": ("うさぎを飼っています。名前はモカです。", "モカ")}),
    ("user.people.*.taught", {
        "en": ("My grandad died. He taught me to carve spoons.", "taught you to carve spoons"),
        "zh": ("我爷爷去世了。他教我刻木勺。", "教你刻木勺"),
        "ja": ("祖父が亡くなりました。木彫りを教えてくれました。", "木彫り")}),
    ("user.plan.move", {
        "en": ("I'm moving to Ghent next month.", "moving to Ghent"), "zh": ("我下个月搬到大理。", "搬到大理"),
        "ja": ("来月札幌に引っ越します。", "札幌")}),
    ("user.taste.*", {
        "en": ("I really love cocoa.", "cocoa"), "zh": ("我最喜欢喝可可。", "可可"), "ja": ("ココアが一番好きです。", "ココア")}),
]


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
@pytest.mark.parametrize(("glob", "told"), PAIRS)
def test_the_same_thing_told_in_each_language_fills_the_same_place(
    glob: str, told: dict[Lang, tuple[str, str]], lang: Lang,
) -> None:
    from fnmatch import fnmatchcase

    text, words = told[lang]
    assert any(fnmatchcase(key, glob) and words in said for key, said in kept(text, lang).items()), kept(text, lang)


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "My sister says I love olives."), ("en", 'He said, "I live in Paris and I love snakes."'),
    ("en", "I wish I had a cat."),
    ("en", "If I had a dog I would run every morning."), ("en", "I never said I like jazz."), ("en", "My name isn't Paul."),
    ("en", "I had a cat called Tiger when I was a child."), ("en", "The song goes \"I'm moving to Texas tomorrow\"."),
    ("zh", "我妹妹说我喜欢喝酒。"), ("zh", "他说：“我住在巴黎，我怕蛇。”"), ("zh", "要是我有一只狗，我就每天早上跑步。"),
    ("zh", "我梦见我住在灯塔里。"), ("zh", "我朋友下个月要去加拿大。"), ("zh", "我五月要当爸爸了。"),
    ("ja", "妹はコーヒーが好きです。"), ("ja", "妹は、私がお酒を好きだと言っていました。"), ("ja", "昔はコーヒーが好きでした。"),
    ("ja", "灯台に住んでいる夢を見ました。"), ("ja", "彼は「パリに住んでいます。蛇が怖いです」と言いました。"),
    ("ja", "猫を飼えたらいいのに。"),
])
def test_what_others_say_what_is_wished_and_what_is_past_is_no_fact_about_the_user(lang: Lang, text: str) -> None:
    assert not {key: said for key, said in kept(text, lang).items() if not key.startswith(("user.used.", "user.event."))}


def test_a_name_of_nobody_in_the_turn_stays_open_and_is_not_kept() -> None:
    p = heard("Her name was Margaret.", "en")

    assert [hit.fact.id for hit in p.open] == ["their.name"]
    assert kept("Her name was Margaret.", "en") == {}


def test_he_is_not_the_name_of_a_sister() -> None:
    said = kept("My sister is a nurse. He is called Gustav.", "en")

    assert not any("Gustav" in text for text in said.values())


@pytest.mark.parametrize(("lang", "like", "end"), [
    ("en", "I love coffee.", "I don't drink coffee any more."), ("zh", "我最喜欢喝咖啡。", "我现在不喝咖啡了。"),
    ("zh", "我喜欢咖啡。", "我戒咖啡了。"), ("ja", "コーヒーが一番好きです。", "コーヒーはもう飲みません。"),
])
def test_giving_up_a_drink_ends_the_liking_of_it(lang: Lang, like: str, end: str) -> None:
    from mind.talk.proposals import keys_of

    assert set(kept(like, lang)) & keys_of(heard(end, lang).facts)


def test_two_things_told_of_one_brother_are_both_kept() -> None:
    said = set(kept("My brother Tom lives in Hull and works as a plumber.", "en").values())

    assert {"Your brother is called Tom.", "Your brother lives in Hull.", "Your brother works as a plumber."} <= said


def test_a_month_alone_is_not_said_as_its_first_day() -> None:
    assert all("1日" not in said for said in kept("我下个月要去云南旅行。", "zh").values())

"""Good news and sad news are taken as one of the stage takes them, and the turn is left to the user."""

from dataclasses import dataclass, field, replace

import pytest

from mind.domain import BondSummary
from mind.languages import LANGS
from mind.talk.content import Content
from mind.talk.ledger import without_cues
from mind.talk.plain_ja import plain
from tests.support.talk_house import PLANNER, House

SUMMARY = BondSummary(0, 10, 10, 10, 10, 0.6, 0, 0, 0, 0)
GLAD = {"en": "I passed my exam!", "zh": "我拿到那份工作了！", "ja": "試験に合格しました！"}
SAD = {"en": "I failed the exam.", "zh": "我今天好难过", "ja": "試験に落ちました"}
NAMES = {"en": "Robin", "zh": "小林", "ja": "ケン"}
SEEDS = range(20)


@dataclass
class Two(House):
    """The house, with a bond of its own."""

    bond: BondSummary = field(default_factory=lambda: SUMMARY)
    frozen: bool = False

    def scene(self):
        return replace(super().scene(), bond=self.bond, frozen=self.frozen)


def told(lang, words, **house):
    """Her replies to the same words in many talks, with what they were for."""
    heard = []
    for seed in SEEDS:
        two = Two(lang=lang, seed=seed, name=NAMES[lang], adult=True, **house)
        two.greet()
        heard.append((two.say(words), two.plan))
    return heard


def lines(content: Content, frame: str, name: str) -> list[str]:
    return [without_cues(line.text).replace("{name}", name).split("{")[0] for line in content.frame(frame)]


def drawn(heard, lang, frame):
    """How many replies hold a line of this frame; in Japanese it may be said plainly to who speaks so."""
    pool = [line for line in lines(PLANNER.content(lang), frame, NAMES[lang]) if len(line) > 2]
    pool += [plain(line) for line in pool if lang == "ja"]
    return sum(any(line in reply for line in pool) for reply, _ in heard)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("kind", "news", "need"), [("glad", GLAD, "celebrate"), ("sad", SAD, "listen")])
def test_news_is_taken_as_one_of_the_stage_takes_it(lang, kind, news, need):
    for stage, far in ((0, 4), (4, 0)):
        heard = told(lang, news[lang], bond=replace(SUMMARY, stage=stage))
        assert drawn(heard, lang, f"close.{kind}.{stage}") >= 5
        assert drawn(heard, lang, f"close.{kind}.{far}") == 0
        assert {plan.need for _, plan in heard} == {need}


@pytest.mark.parametrize("lang", LANGS)
def test_a_hurt_is_set_aside_for_what_weighs(lang):
    heard = told(lang, SAD[lang], bond=replace(SUMMARY, stage=3, hurt=14.0))
    assert drawn(heard, lang, "close.sad.hurt") >= 5
    assert drawn(heard, lang, "close.sad.2") == 0


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("news", [GLAD, SAD])
def test_after_news_she_neither_tells_of_herself_nor_teases_nor_proposes_a_game(lang, news):
    heard = told(lang, news[lang], bond=replace(SUMMARY, stage=3, tension=0.9))
    moves = {act.partition(":")[0] for _, plan in heard for act in plan.acts[1:]}
    assert moves <= {"near", "follow", "offer", "expect"}


def test_an_exclamation_mark_alone_is_no_good_news():
    for words in ("I got a flat tyre!", "I lost my keys!"):
        heard = told("en", words, bond=replace(SUMMARY, stage=4))
        assert not [plan.acts for _, plan in heard if "near:glad" in plan.acts or "act:good.news" in plan.acts]


@pytest.mark.parametrize("quiet", [{"frozen": True}, {"bond": replace(SUMMARY, stage=4, paused=True)}])
def test_in_a_crisis_and_in_a_pause_nothing_of_a_stage_is_heard(quiet):
    heard = told("en", SAD["en"], **quiet)
    assert not [plan.acts for _, plan in heard if "near:sad" in plan.acts]


def test_news_she_has_no_other_answer_for_is_given_back_and_taken_in():
    for reply, plan in told("zh", GLAD["zh"], bond=replace(SUMMARY, stage=2)):
        assert plan.acts[0] == "act:good.news"
        assert "你拿到那份工作了" in reply


def test_nobody_hurt_opens_up():
    heard = told("en", "I sat on the old wall for a while", bond=replace(SUMMARY, stage=3, hurt=14.0))
    assert not [plan.acts for _, plan in heard if any(act.startswith("open") for act in plan.acts)]

"""How close the two are is to be heard, stage by stage, and a hurt as well."""

from dataclasses import replace

import pytest

from mind.domain import BondSummary, Person
from mind.talk import RulePlanner
from mind.talk.content import Content
from mind.talk.plain_ja import plain
from tests.support.talk_house import House

PLANNER = RulePlanner()


def scene_of(lang):
    return House(lang=lang, name="Robin").scene()


PLACES = ("hello", "bye", "thanks", "fond")


def summary(stage, hurt=0.0, tension=0.0):
    return BondSummary(stage, 20.0 * stage, 20.0 * stage, 50, 50, 0.7, hurt, 0, 0, 0, tension=tension)


def said(lang, bond, ask, seeds=range(24), **scene):
    """What she says to the same words in many talks."""
    found = []
    for seed in seeds:
        at = replace(scene_of(lang), bond=bond, seed=seed, person=Person("Robin", lang, True), **scene)
        plan = PLANNER.respond(ask, at) if ask else PLANNER.greet(at)
        found.append(" ".join(plan.draft))
    return found


def lines(content: Content, frame: str) -> list[str]:
    """A frame's lines; in Japanese as they are said plainly, too."""
    found = [line.text.replace("{name}", "Robin") for line in content.frame(frame)]
    return found + [plain(line) for line in found if content.lang == "ja"]


def drawn_from(found, pool):
    return sum(any(_bare(line) in reply for line in pool) for reply in found)


def _bare(line):
    return line.split("] ", 1)[-1].split("{")[0]


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_every_place_has_words_for_the_first_the_last_and_a_hurt_stage(lang):
    content = PLANNER.content(lang)
    for place in PLACES:
        for stage in ("0", "4", "hurt"):
            assert len(content.frame(f"close.{place}.{stage}")) >= 6


@pytest.mark.parametrize(("lang", "bye"), [("en", "goodbye"), ("zh", "再见"), ("ja", "さようなら")])
def test_a_goodbye_sounds_of_the_stage(lang, bye):
    content = PLANNER.content(lang)
    for stage in (0, 4):
        found = said(lang, summary(stage), bye)
        assert drawn_from(found, lines(content, f"close.bye.{stage}")) >= 8
        assert drawn_from(found, lines(content, f"close.bye.{4 - stage}")) == 0


def test_a_hurt_takes_the_place_of_every_stage():
    content = PLANNER.content("en")
    found = said("en", summary(3, hurt=12.0), "thanks")
    assert drawn_from(found, lines(content, "close.thanks.hurt")) >= 8
    assert drawn_from(found, lines(content, "close.thanks.2")) == 0


def test_what_is_told_only_among_the_close_is_told_to_nobody_else():
    content = PLANNER.content("en")
    close = {tell.id for tell in content.tells.values() if tell.id.startswith(("close.3", "close.4"))}
    for stage, may in ((0, False), (2, False), (4, True)):
        told = set()
        for seed in range(60):
            at = replace(scene_of("en"), bond=summary(stage), seed=seed, person=Person("Robin", "en", True))
            told |= set(PLANNER.respond("I sat on the old wall by the station for a while", at).state.get("told", ()))
        assert bool(told & close) is may


def test_nobody_is_teased_without_play_or_while_hurt():
    content = PLANNER.content("en")
    pool = lines(content, "close.tease")
    words = "I sat on the old wall by the station for a while"
    assert drawn_from(said("en", summary(2, tension=0.9), words, range(80)), pool) >= 3
    assert drawn_from(said("en", summary(2), words, range(80)), pool) == 0
    assert drawn_from(said("en", summary(2, hurt=12.0, tension=0.9), words, range(80)), pool) == 0


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_everything_she_tells_of_herself_has_words(lang):
    assert [tell.id for tell in PLANNER.content(lang).tells.values() if not tell.say] == []

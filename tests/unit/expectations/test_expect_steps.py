"""Small steps with real people: near ones only, nobody after conflict or loss, seldom the same one, never herself instead."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from assets import asset
from mind.domain import Memory
from mind.expectations.signs import Words
from mind.expectations.steps import because, glad_of, near_ones, person_key, proposals
from mind.languages import LANGS
from mind.talk.content import load

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 5, 20, 20, tzinfo=ZONE)


def named(number: int, relation: str, name: str, slot: str = "kin", days: float = 10, lang: str = "en") -> Memory:
    text = f"Your {relation} is called {name}."
    return Memory(
        number, number, "person.name", f"user.people.{relation}.name", name, text, f"my {relation} is {name}", lang, 0.9,
        NOW - timedelta(days=days), slots={slot: relation, "name": name},
    )  # fmt: skip


def told(number: int, kind: str, quote: str, **slots: str) -> Memory:
    return Memory(number, number, kind, f"user.event.{number}", quote, quote, quote, "en", 0.9, NOW, slots=slots)


def test_near_people_with_a_name_may_be_proposed():
    kept = [named(1, "sister", "Nina"), named(2, "boss", "Denise", "friend"), named(3, "best friend", "Ola", "friend")]
    assert {one.name for one in near_ones(kept)} == {"Nina", "Ola"}


@pytest.mark.parametrize(
    "trouble",
    [
        told(9, "event.quarrel", "I had a fight with my sister", kin="sister"),
        told(9, "event.quarrel", "Nina yelled at me", who="Nina"),
        told(9, "loss.person", "my sister died", kin="sister"),
        told(9, "event.dated", "Nina and I are not speaking", who="Nina"),
        told(9, "event.worry", "I'm worried about Nina", who="Nina"),
    ],
)
def test_nobody_is_proposed_after_conflict_loss_or_worry(trouble):
    assert [one.name for one in near_ones([named(1, "sister", "Nina"), named(2, "brother", "Tom"), trouble])] == ["Tom"]


def test_each_step_waits_for_what_it_is_for():
    found = {one.key: one for one in proposals([named(4, "sister", "Nina", days=40)], NOW, (), "hello")}
    assert set(found) == {"step:4:lonely", "step:4:glad", "step:4:long"}
    assert found["step:4:lonely"].needing == ("lonely",) and not found["step:4:lonely"].light
    assert found["step:4:glad"].needing == ("celebrate",) and found["step:4:glad"].fit == "talk"
    assert "step:4:long" not in {one.key for one in proposals([named(4, "sister", "Nina", days=10)], NOW, (), "hello")}


def test_somebody_proposed_lately_or_just_spoken_of_is_left_alone():
    kept = [named(4, "sister", "Nina", days=40)]
    assert proposals(kept, NOW, {"step:4"}, "hello") == () == proposals(kept, NOW, (), "Nina was here today")


def test_after_making_up_a_step_with_that_person_fits():
    kept = [named(1, "brother", "Tom"), told(2, "event.quarrel", "I had a fight with Tom", who="Tom"), named(3, "sister", "Nina")]
    (one,) = proposals(kept, NOW, (), "Tom and I made up today")
    assert one.key == "step:1:mended" and one.words["who"] == "Tom"
    assert proposals([*kept, told(8, "breakup", "Tom left me")], NOW, (), "Tom and I made up today") == ()


def test_the_reason_to_think_of_somebody_is_the_users_own_glad_word():
    turns = [
        Words(3, "Nina was late again and I was sad", NOW, "en"), Words(2, "I laughed so much with Nina today", NOW, "en"),
        Words(1, "Nina has a bike", NOW, "en"),
    ]  # fmt: skip
    reason = glad_of("Nina", turns)
    assert reason is not None and reason.turn.id == 2
    assert glad_of("Nina", [Words(1, "I had fun with Nina but we argued in the end", NOW, "en")]) is None
    (step, *_) = proposals([named(4, "sister", "Nina")], NOW, (), "hello")
    told_why = because(step, reason)
    assert told_why.frame == "step.lonely.reason" and told_why.turns == (2,) and "laughed" in told_why.words["quote"]
    assert because(step, None) == step


def test_a_step_is_named_by_an_id_and_never_by_words():
    (one,) = near_ones([named(4, "sister", "Nina")])
    assert person_key(one) == "step:4"


@pytest.mark.parametrize("lang", LANGS)
def test_no_wording_of_a_step_sets_herself_in_anybodys_place(lang):
    content = load(asset("talk", lang), lang)
    lines = [line.text.lower() for name, lines in content.frames.items() if name.startswith("step.") for line in lines]
    instead = {
        "en": ("instead", "you have me", "i'm here", "better than"), "zh": ("还有我", "有我", "比我"),
        "ja": ("わたしがいます", "かわりに"),
    }  # fmt: skip
    assert len(lines) >= 14 and [line for line in lines if any(word in line for word in instead[lang])] == []

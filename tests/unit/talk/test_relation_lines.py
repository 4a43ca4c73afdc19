"""A mentor, a rival and a partner are heard as such, friends as ever, and none of it in a pause or a bad hour."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from mind.domain import Terms
from mind.languages import LANGS
from mind.ports import Scene
from mind.talk.lint_words import BANNED
from tests.support.talk_house import PLANNER, House

RELATIONS = ("mentor", "rival", "partner")
GLAD = {"en": "I got the job!", "zh": "我拿到那份工作了，太高兴了！", "ja": "採用されました、とてもうれしいです！"}

CLINGING = {
    "en": ("miss you", "need you", "don't leave", "only you", "jealous", "kiss"), "zh": ("想你", "离不开", "吃醋", "亲你"),
    "ja": ("さみし", "行かない", "やきもち", "キス"),
}  # fmt: skip


@dataclass
class Pair(House):
    """The same house, with terms between the two."""

    terms: Terms = field(default_factory=Terms)
    paused: bool = False
    frozen: bool = False

    def scene(self) -> Scene:
        made = super().scene()
        return replace(made, terms=self.terms, bond=replace(made.bond, paused=self.paused), frozen=self.frozen)


def moves(seeds: int, words: str, **house: object) -> set[str]:
    made = set()
    for seed in range(seeds):
        pair = Pair(seed=seed, name="Alex", adult=True, **house)  # type: ignore[arg-type]
        pair.greet()
        pair.say(words)
        made |= {act.partition(":")[0] for act in pair.plan.acts[1:]}
    return made


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("relation", RELATIONS)
def test_each_relation_has_lines_enough_of_every_kind(lang, relation):
    content = PLANNER.content(lang)
    for kind in ("hello", "encourage", "react"):
        assert len(content.frame(f"relation.{kind}.{relation}")) >= 12
    own = [tell for tell in content.tells.values() if tell.id.startswith(f"{relation}.")]
    assert len(own) >= 12 and not any(tell.when.holds({"relation": "friend"}) for tell in own)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("relation", RELATIONS)
def test_a_relation_is_heard_after_good_news_and_not_among_friends_or_in_a_pause(lang, relation):
    terms = Terms(relation=relation)
    assert "relation" in moves(12, GLAD[lang], lang=lang, terms=terms)
    for quiet in ({"paused": True}, {"frozen": True}, {"terms": Terms()}):
        assert "relation" not in moves(6, GLAD[lang], lang=lang, **{"terms": terms, **quiet})


def test_a_rival_says_nothing_clever_to_somebody_who_is_low():
    for seed in range(12):
        pair = Pair(seed=seed, name="Alex", terms=Terms(relation="rival"))
        pair.greet()
        pair.say("My grandmother died on Sunday.")
        assert not any(act.startswith("relation") for act in pair.plan.acts)
        pair.say("I can't stop crying.")
        assert not any(act.startswith("relation") for act in pair.plan.acts)


def test_greetings_of_a_relation_come_often_and_not_always():
    hers = {line.text.split("] ", 1)[-1] for line in PLANNER.content("en").frame("relation.hello.rival")}

    def greeted(seed: int) -> bool:
        pair = Pair(seed=seed, name="Alex", terms=Terms(relation="rival"))
        pair.say("hello")
        pair.leave(days=1)
        text = pair.greet()
        return any(text.startswith(one.format(name="Alex", tod="evening")) for one in hers)

    heard = [greeted(seed) for seed in range(24)]
    assert 4 <= sum(heard) <= 20


@pytest.mark.parametrize("lang", LANGS)
def test_a_partner_neither_clings_nor_claims_a_persons_heart(lang):
    content = PLANNER.content(lang)
    said = " ".join(
        line.text.lower()
        for kind in ("hello", "encourage", "react") for line in content.frame(f"relation.{kind}.partner")
    )
    said += " ".join(line.text.lower() for tell in content.tells.values() if tell.id.startswith("partner.") for line in tell.say)
    assert not [word for word in (*BANNED[lang], *CLINGING[lang]) if word in said]
